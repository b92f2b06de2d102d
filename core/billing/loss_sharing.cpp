#include "core/billing/loss_sharing.h"

namespace meterhall {

QLatin1StringView lossRuleCode(LossRule rule) {
    switch (rule) {
    case LossRule::ByUse:
        return QLatin1StringView("use");
    case LossRule::Equally:
        return QLatin1StringView("equal");
    case LossRule::ByArea:
        return QLatin1StringView("area");
    }
    return {};
}

} // namespace meterhall
