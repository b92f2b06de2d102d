#include "ui/pages/dayclose/shift_words.h"

#include <QCoreApplication>

namespace meterhall::ui {

namespace {
struct ShiftWords {
    Q_DECLARE_TR_FUNCTIONS(ShiftWords)
};
} // namespace

std::optional<Money> differenceOf(const services::ShiftOfDay& shift) {
    if (!shift.over || !shift.shortage)
        return {};
    return shift.shortage->isPositive() ? shift.shortage->negated() : *shift.over;
}

StateWords wordsOf(const Money& difference) {
    if (difference.isZero())
        return {State::Ok, ShiftWords::tr("Agrees")};
    return {State::Warn, difference.isNegative() ? ShiftWords::tr("Short") : ShiftWords::tr("Over")};
}

StateWords wordsOf(services::ShiftStage stage) {
    switch (stage) {
    case services::ShiftStage::Open:
        return {State::Running, ShiftWords::tr("Open")};
    case services::ShiftStage::Counted:
        return {State::Waiting, ShiftWords::tr("Counted")};
    case services::ShiftStage::Closed:
        return {State::Ok, ShiftWords::tr("Closed")};
    }
    Q_UNREACHABLE();
}

} // namespace meterhall::ui
