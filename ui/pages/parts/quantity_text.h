#pragma once

#include "core/billing/billing_inputs.h"
#include "ui/widgets/text_forms.h"

namespace meterhall::ui {

/// "1,208" or "12.5": a quantity or a dial as the screen shows it, without its unit.
inline QString quantityText(BilledQuantity quantity) {
    return numberText(Decimal{quantity.micro(), 6});
}

} // namespace meterhall::ui
