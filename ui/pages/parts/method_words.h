#pragma once

#include "core/ledger/tender.h"

namespace meterhall::ui {

/// "WeChat"; "bank card".
QString methodText(PaymentMethod method);
/// Name in resources/icons.
const char* methodIcon(PaymentMethod method);

} // namespace meterhall::ui
