#include "core/billing/golden_late.h"

#include "core/billing/golden_inputs.h"
#include "core/tariffs/tariff_json.h"

#include <QJsonArray>

#include <algorithm>

namespace meterhall::golden {

namespace {

Result<Rate> shareOr(JsonFields& fields, Key key, Rate missing) {
    const QJsonValue value = fields.take(key);
    return value.isUndefined() || value.isNull() ? Result<Rate>(missing) : shareOf(value, fields.pathOf(key));
}

Result<LateChargeRule> lateRuleOf(JsonFields& fields, Currency currency) {
    LateChargeRule rule;
    const std::map<QString, LateYearRule> years{{QStringLiteral("simple"), LateYearRule::OneRate},
                                                {QStringLiteral("year_by_days"), LateYearRule::ByDays},
                                                {QStringLiteral("year_at_payment"), LateYearRule::AtPayment}};
    MH_TRY(const QString mode, fields.textOr(Key("mode"), QStringLiteral("simple")));
    const auto found = years.find(mode);
    if (found == years.end())
        return Error(TariffError::Unsupported, {QStringLiteral("inputs.mode"), mode.left(40)});
    rule.years = found->second;
    MH_TRY(const Rate oneRate, shareOr(fields, Key("rate"), rule.sameYear));
    MH_TRY(const Rate sameYear, shareOr(fields, Key("rate_same_year"), oneRate));
    rule.sameYear = rule.years == LateYearRule::OneRate ? oneRate : sameYear;
    MH_TRY(rule.laterYear, shareOr(fields, Key("rate_cross_year"), rule.laterYear));
    if (fields.has(Key("cap_percent"))) {
        MH_TRY(const QString percent, fields.decimal(Key("cap_percent")));
        MH_TRY(rule.cap, Rate::parsePercent(percent).within(QStringLiteral("cap_percent")));
    }
    if (fields.has(Key("minimum"))) {
        MH_TRY(const QString minimum, fields.decimal(Key("minimum")));
        MH_TRY(rule.minimum, Money::parse(minimum, currency).within(QStringLiteral("minimum")));
    }
    if (fields.has(Key("round"))) {
        MH_TRY(rule.rounding, importRounding(fields.take(Key("round")), QStringLiteral("round")));
    }
    for (const Key taken : {Key("cap_percent"), Key("minimum"), Key("round")})
        fields.take(taken);
    return rule;
}

/// Days that a case counts itself: one number and rate, or a list of each.
Result<std::vector<LateStretch>> statedStretches(JsonFields& bill, const LateChargeRule& rule) {
    const QJsonValue days = bill.take(Key("days"));
    const QJsonArray allDays = days.isArray() ? days.toArray() : QJsonArray{days};
    QJsonArray rates = bill.take(Key("rates")).toArray();
    if (const QJsonValue rate = bill.take(Key("rate")); !rate.isUndefined() && rates.isEmpty())
        rates.append(rate);
    std::vector<LateStretch> stretches;
    for (qsizetype i = 0; i < allDays.size(); ++i) {
        MH_TRY(const QString text, decimalText(allDays[i], bill.pathOf(Key("days"))));
        MH_TRY(const std::int64_t count, parseScaled(text, 0).within(bill.pathOf(Key("days"))));
        MH_TRY(const Rate rate,
               i < rates.size() ? shareOf(rates[i], bill.pathOf(Key("rates"))) : Result<Rate>(rule.sameYear));
        if (count < 0 || count > std::numeric_limits<int>::max())
            return Error(BillingError::BadCase, {bill.pathOf(Key("days")), text});
        stretches.push_back({static_cast<int>(count), rate});
    }
    return stretches;
}

Result<LateCaseBill> lateBillOf(const QJsonObject& json, const LateChargeRule& rule, Currency currency) {
    JsonFields bill(json, QStringLiteral("bills"));
    MH_TRY(const QString amount, bill.decimal(Key("amount")));
    MH_TRY(const Money owed, Money::parse(amount, currency).within(bill.pathOf(Key("amount"))));
    LateCaseBill late{owed};
    if (bill.has(Key("days"))) {
        MH_TRY(late.stated, statedStretches(bill, rule));
    } else {
        MH_TRY(late.lastDue, dateOf(bill, Key("last_due")));
    }
    MH_CHECK(bill.finish());
    return late;
}

/// Stretches of nothing say nothing, and their order says nothing either.
std::vector<LateStretch> inOrder(std::vector<LateStretch> stretches) {
    std::erase_if(stretches, [](const LateStretch& stretch) { return stretch.days == 0; });
    std::ranges::sort(stretches, {}, [](const LateStretch& s) { return std::pair(s.rate, s.days); });
    return stretches;
}

int daysOf(const LateCaseBill& bill) {
    int days = 0;
    for (const LateStretch& stretch : bill.stated)
        days += stretch.days;
    return days;
}

std::vector<Rate> ratesOf(const LateCase& stated) {
    std::vector<Rate> rates;
    for (const LateCaseBill& bill : stated.bills)
        for (const LateStretch& stretch : bill.stated)
            if (std::ranges::find(rates, stretch.rate) == rates.end())
                rates.push_back(stretch.rate);
    if (rates.empty())
        rates.push_back(stated.rule.sameYear);
    if (rates.size() == 1)
        rates.push_back(rates.front());
    return rates;
}

bool isChargedAsStated(const LateCase& dated, const LateCase& stated) {
    for (std::size_t i = 0; i < dated.bills.size(); ++i)
        if (inOrder(lateStretches(dated.rule, *dated.bills[i].lastDue, *dated.paid)) != inOrder(stated.bills[i].stated))
            return false;
    return true;
}

} // namespace

Result<Rate> shareOf(const QJsonValue& value, const QString& path) {
    MH_TRY(const QString text, decimalText(value, path));
    MH_TRY(const Ratio rate, Ratio::parse(text).within(path));
    return Rate::ofMicro(rate.micro());
}

Result<LateCase> lateCaseOf(const QJsonObject& inputs) {
    const Currency currency = Currency::cny();
    JsonFields fields(inputs, QStringLiteral("inputs"));
    LateCase late;
    MH_TRY(late.rule, lateRuleOf(fields, currency));
    const QJsonArray bills = fields.take(Key("bills")).toArray();
    if (fields.has(Key("paid"))) {
        MH_TRY(late.paid, dateOf(fields, Key("paid")));
    }
    fields.take(Key("paid"));
    MH_CHECK(fields.finish());
    for (const QJsonValue item : bills) {
        MH_TRY(LateCaseBill bill, lateBillOf(item.toObject(), late.rule, currency));
        if (bill.lastDue && !late.paid)
            return Error(TariffError::MissingField, {QStringLiteral("inputs.paid")});
        late.bills.push_back(std::move(bill));
    }
    return late;
}

// Days and rates of all bills must come out of one rule and one day of payment, so there are few to try: which of two
// rates is the later year's, how a year is divided, and how far into its year the payment is.
std::optional<LateCase> datedCase(const LateCase& stated) {
    constexpr int daysOfYear = 365;
    const std::vector<Rate> rates = ratesOf(stated);
    if (rates.size() > 2)
        return std::nullopt;
    const Date newYear = *Date::of(2031, 1, 1);
    for (const auto& [same, later] : {std::pair(rates[0], rates[1]), std::pair(rates[1], rates[0])})
        for (const LateYearRule years : {LateYearRule::OneRate, LateYearRule::ByDays, LateYearRule::AtPayment})
            for (int day = daysOfYear - 1; day >= 0; --day) {
                LateCase dated = stated;
                dated.rule.sameYear = same;
                dated.rule.laterYear = later;
                dated.rule.years = years;
                dated.paid = newYear.addDays(day);
                for (LateCaseBill& bill : dated.bills)
                    bill.lastDue = dated.paid->addDays(-daysOf(bill));
                if (isChargedAsStated(dated, stated))
                    return dated;
            }
    return std::nullopt;
}

} // namespace meterhall::golden
