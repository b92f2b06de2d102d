#include "core/billing/late_rule_json.h"

#include "core/tariffs/json_fields.h"
#include "core/tariffs/tariff_json.h"

#include <QJsonArray>

#include <array>

namespace meterhall {

namespace {
using Name = QLatin1StringView;

constexpr std::array yearNames{Name("one_rate"), Name("by_days"), Name("at_payment")};
constexpr std::array startNames{Name("days"), Name("reminders"), Name("both"), Name("either")};
constexpr std::int64_t everything = 1'000'000;
constexpr int mostDays = 3'660;

template <class Enum, std::size_t count>
Result<Enum> namedOr(JsonFields& fields, Name key, const std::array<Name, count>& names, Enum missing) {
    MH_TRY(const QString name, fields.textOr(key, names[std::size_t(missing)]));
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return Error(TariffError::BadField, {fields.pathOf(key), name.left(40)});
    return Enum(found - names.begin());
}

Result<bool> flagOr(JsonFields& fields, Name key, bool missing) {
    const QJsonValue value = fields.take(key);
    if (value.isUndefined())
        return missing;
    return value.isBool() ? Result<bool>(value.toBool()) : Error(TariffError::BadField, {fields.pathOf(key)});
}

Result<int> countOr(JsonFields& fields, Name key, int missing) {
    const QJsonValue value = fields.take(key);
    if (value.isUndefined())
        return missing;
    const int count = value.toInt(-1);
    if (count < 0 || count > mostDays)
        return Error(TariffError::BadField, {fields.pathOf(key)});
    return count;
}

Result<Rate> shareOf(const QString& text, const QString& path) {
    MH_TRY(const Ratio share, Ratio::parse(text).within(path));
    if (share.micro() < 0 || share.micro() > everything)
        return Error(TariffError::BadField, {path, text});
    return Rate::ofMicro(share.micro());
}

Result<std::optional<Money>> moneyIn(JsonFields& fields, Name key, Currency currency) {
    if (!fields.has(key)) {
        fields.take(key);
        return std::optional<Money>();
    }
    MH_TRY(const QString text, fields.decimal(key));
    MH_TRY(const Money money, Money::parse(text, currency).within(fields.pathOf(key)));
    if (money.isNegative())
        return Error(TariffError::BadField, {fields.pathOf(key), text});
    return std::optional(money);
}

Result<void> readRates(JsonFields& fields, LateChargeRule& rule) {
    MH_TRY(const QString rate, fields.decimal(Name("rate")));
    MH_TRY(rule.sameYear, shareOf(rate, fields.pathOf(Name("rate"))));
    MH_TRY(rule.years, namedOr(fields, Name("years"), yearNames, LateYearRule::OneRate));
    rule.laterYear = rule.sameYear;
    if (!fields.has(Name("rate_later_year")))
        return {};
    MH_TRY(const QString later, fields.decimal(Name("rate_later_year")));
    MH_TRY(rule.laterYear, shareOf(later, fields.pathOf(Name("rate_later_year"))));
    return {};
}

Result<void> readStart(JsonFields& fields, LateChargeRule& rule) {
    MH_TRY(rule.start, namedOr(fields, Name("start"), startNames, LateStart::Days));
    MH_TRY(rule.graceDays, countOr(fields, Name("grace_days"), 0));
    MH_TRY(rule.reminders, countOr(fields, Name("reminders"), 0));
    const bool asksForReminders = rule.start != LateStart::Days;
    if (asksForReminders != (rule.reminders > 0))
        return Error(asksForReminders ? TariffError::MissingField : TariffError::BadField,
                     {fields.pathOf(Name("reminders"))});
    return {};
}

Result<void> readLimits(JsonFields& fields, LateChargeRule& rule, Currency currency) {
    MH_TRY(rule.minimum, moneyIn(fields, Name("minimum"), currency));
    MH_TRY(rule.secondPersonAbove, moneyIn(fields, Name("second_person_above"), currency));
    if (fields.has(Name("cap_percent"))) {
        MH_TRY(const QString percent, fields.decimal(Name("cap_percent")));
        MH_TRY(rule.cap, Rate::parsePercent(percent).within(fields.pathOf(Name("cap_percent"))));
    }
    if (fields.has(Name("round"))) {
        MH_TRY(rule.rounding, importRounding(fields.take(Name("round")), fields.pathOf(Name("round"))));
    }
    return {};
}

QString shareText(Rate rate) {
    return Ratio::ofMicro(rate.micro()).toString();
}

} // namespace

Result<LateChargeRule> lateRuleFromJson(const QJsonObject& json, Currency currency) {
    JsonFields fields(json, QStringLiteral("rule"));
    LateChargeRule rule;
    MH_CHECK(readRates(fields, rule));
    MH_CHECK(readStart(fields, rule));
    MH_CHECK(readLimits(fields, rule, currency));
    MH_TRY(rule.once, flagOr(fields, Name("once"), false));
    MH_TRY(rule.onBehalf, flagOr(fields, Name("on_behalf"), true));
    MH_CHECK(fields.finish());
    return rule;
}

QJsonObject toJson(const LateChargeRule& rule) {
    QJsonObject json{{QStringLiteral("rate"), shareText(rule.sameYear)},
                     {QStringLiteral("rate_later_year"), shareText(rule.laterYear)},
                     {QStringLiteral("years"), QString(yearNames[std::size_t(rule.years)])},
                     {QStringLiteral("start"), QString(startNames[std::size_t(rule.start)])},
                     {QStringLiteral("grace_days"), rule.graceDays},
                     {QStringLiteral("reminders"), rule.reminders},
                     {QStringLiteral("once"), rule.once},
                     {QStringLiteral("on_behalf"), rule.onBehalf}};
    if (rule.cap)
        json.insert(QStringLiteral("cap_percent"), rule.cap->toPercentString());
    if (rule.minimum)
        json.insert(QStringLiteral("minimum"), rule.minimum->toString());
    if (rule.rounding)
        json.insert(QStringLiteral("round"), QJsonArray{rule.rounding->toString().section(u':', 1),
                                                        rule.rounding->toString().section(u':', 0, 0)});
    if (rule.secondPersonAbove)
        json.insert(QStringLiteral("second_person_above"), rule.secondPersonAbove->toString());
    return json;
}

} // namespace meterhall
