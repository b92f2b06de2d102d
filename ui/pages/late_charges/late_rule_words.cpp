#include "ui/pages/late_charges/late_rule_words.h"

#include "ui/pages/parts/account_head.h"
#include "ui/pages/parts/late_words.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/text_forms.h"

#include <QCoreApplication>

namespace meterhall::ui {

namespace {

constexpr int microDecimals = 6;

struct LateRuleWords {
    Q_DECLARE_TR_FUNCTIONS(LateRuleWords)
};

QString rateWords(const LateChargeRule& rule) {
    const QString rate = lateRateText(rule.sameYear);
    return rule.once ? LateRuleWords::tr("%1 once, whatever the number of days").arg(rate)
                     : LateRuleWords::tr("%1 of what is owed for each day").arg(rate);
}

QString yearWords(const LateChargeRule& rule) {
    const QString rate = lateRateText(rule.laterYear);
    switch (rule.years) {
    case LateYearRule::OneRate:
        return LateRuleWords::tr("the same rate");
    case LateYearRule::ByDays:
        return LateRuleWords::tr("%1 for the days after 31 December of the due day's year").arg(rate);
    case LateYearRule::AtPayment:
        return LateRuleWords::tr("%1 for all days when it is paid in a later year").arg(rate);
    }
    Q_UNREACHABLE();
}

QString startWords(const LateChargeRule& rule) {
    QString days = rule.graceDays == 0
                       ? LateRuleWords::tr("the day after the due day")
                       : LateRuleWords::tr("after %n free day(s) behind the due day", nullptr, rule.graceDays);
    QString reminders = LateRuleWords::tr("once reminder %1 was served").arg(rule.reminders);
    switch (rule.start) {
    case LateStart::Days:
        return days;
    case LateStart::Reminders:
        return reminders;
    case LateStart::Both:
        return LateRuleWords::tr("the later of: %1; %2").arg(days, reminders);
    case LateStart::Either:
        return LateRuleWords::tr("the earlier of: %1; %2").arg(days, reminders);
    }
    Q_UNREACHABLE();
}

QString roundingWords(RoundingMode mode) {
    switch (mode) {
    case RoundingMode::HalfUp:
        return LateRuleWords::tr("half up");
    case RoundingMode::HalfEven:
        return LateRuleWords::tr("half to even");
    case RoundingMode::HalfDown:
        return LateRuleWords::tr("half down");
    case RoundingMode::Up:
    case RoundingMode::Ceiling:
        return LateRuleWords::tr("up");
    case RoundingMode::Down:
    case RoundingMode::Floor:
        return LateRuleWords::tr("down");
    }
    Q_UNREACHABLE();
}

QString roundedWords(const LateChargeRule& rule) {
    if (!rule.rounding)
        return LateRuleWords::tr("to the fen, half up");
    return LateRuleWords::tr("to %1, %2")
        .arg(numberText(Decimal{rule.rounding->stepMicro(), microDecimals}), roundingWords(rule.rounding->mode()));
}

} // namespace

QString lateScopeText(const services::LateScope& scope) {
    const QString useClass = scope.useClass ? useClassText(*scope.useClass) : LateRuleWords::tr("all classes");
    return scope.region.isEmpty() ? LateRuleWords::tr("%1, all books").arg(useClass)
                                  : LateRuleWords::tr("%1, books %2…").arg(useClass, scope.region);
}

StateWords stateOfLateRule(const services::LateRuleLine& line) {
    return line.activatedBy ? StateWords{State::Ok, LateRuleWords::tr("In force")}
                            : StateWords{State::Waiting, LateRuleWords::tr("Entered")};
}

std::vector<LateRuleFact> lateRuleFacts(const services::LateRuleLine& line) {
    const services::LateRuleVersion& version = line.rule.version;
    const LateChargeRule& rule = version.rule;
    return {{LateRuleWords::tr("For bills of"),
             LateRuleWords::tr("%1, %2").arg(commodityText(version.scope.commodity), lateScopeText(version.scope))},
            {LateRuleWords::tr("Due from"), dayText(version.effectiveFrom)},
            {LateRuleWords::tr("Document"), version.document},
            {LateRuleWords::tr("Rate"), rateWords(rule)},
            {LateRuleWords::tr("Other years"), yearWords(rule)},
            {LateRuleWords::tr("Begins"), startWords(rule)},
            {LateRuleWords::tr("At most"),
             rule.cap ? LateRuleWords::tr("%1 % of what is owed").arg(rule.cap->toPercentString())
                      : LateRuleWords::tr("no limit")},
            {LateRuleWords::tr("At least"),
             rule.minimum ? LateRuleWords::tr("%1 once anything is charged").arg(amountText(*rule.minimum))
                          : LateRuleWords::tr("no least amount")},
            {LateRuleWords::tr("Rounded"), roundedWords(rule)},
            {LateRuleWords::tr("Fees on behalf"),
             rule.onBehalf ? LateRuleWords::tr("are charged too") : LateRuleWords::tr("are not charged")},
            {LateRuleWords::tr("Waivers"),
             rule.secondPersonAbove
                 ? LateRuleWords::tr("above %1 wait for a second person").arg(amountText(*rule.secondPersonAbove))
                 : LateRuleWords::tr("need no second person")},
            {LateRuleWords::tr("Entered by"), line.enteredBy.name},
            {LateRuleWords::tr("In force by"),
             line.activatedBy ? line.activatedBy->name : LateRuleWords::tr("nobody yet: nothing is charged by it")}};
}

} // namespace meterhall::ui
