#pragma once

#include "core/services/tariff_templates.h"

namespace meterhall::ui {

/// "to 300 m³: 2.70 · to 600 m³: 2.942 · beyond: 3.668"; what is charged, where the use alone does not decide it.
QString tiersText(const services::TariffTemplate& known);

} // namespace meterhall::ui
