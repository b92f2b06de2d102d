#include "ui/pages/parts/late_words.h"

#include "ui/widgets/text_forms.h"

#include <QCoreApplication>

namespace meterhall::ui {

namespace {

constexpr int perMilleDecimals = 3; // a Rate is in millionths

struct LateWords {
    Q_DECLARE_TR_FUNCTIONS(LateWords)
};

} // namespace

QString lateRateText(Rate rate) {
    return LateWords::tr("%1 ‰").arg(numberText(Decimal{rate.micro(), perMilleDecimals}));
}

QString lateStopText(services::LateStopReason kind) {
    switch (kind) {
    case services::LateStopReason::Dispute:
        return LateWords::tr("Dispute");
    case services::LateStopReason::InFlight:
        return LateWords::tr("Payment under way");
    case services::LateStopReason::Holidays:
        return LateWords::tr("Holidays");
    case services::LateStopReason::Other:
        return LateWords::tr("Other");
    }
    Q_UNREACHABLE();
}

} // namespace meterhall::ui
