#include "app/cli/golden_terms.h"

#include <numeric>

namespace meterhall::app {

using golden::Rateable;

Error noService(const QString& what) {
    return {GoldenError::NoService, {what}};
}

namespace {

constexpr int usualMonth = 30; ///< days that a stated part of a month is taken of

BoundScale fractionOf(BilledQuantity number) {
    constexpr std::int64_t whole = BilledQuantity::microPerUnit;
    const std::int64_t common = std::gcd(number.micro(), whole);
    return {static_cast<std::int32_t>(number.micro() / common), static_cast<std::int32_t>(whole / common)};
}

bool beginsAtZero(const TariffVersion& version) {
    return version.ladder.cycle.counting == LadderCounting::PerBill && version.ladder.mode != LadderMode::Flat;
}

/// How many months a bill of the case covers, as its ladder is scaled or its charges ask.
Result<BoundScale> monthsOf(const Rateable& rateable) {
    const LadderCycle& cycle = rateable.version.ladder.cycle;
    if (beginsAtZero(rateable.version) && cycle.unit == SpanUnit::Months)
        return product(rateable.inputs.boundScale, BoundScale{cycle.length, 1});
    const auto stated = factOf(rateable.inputs.facts, FactKind::Months);
    return stated ? fractionOf(*stated) : BoundScale{};
}

/// The days the case says its bill has, by a factor on its bounds, by a ladder of days, or as a fact.
Result<std::optional<int>> daysOf(const Rateable& rateable, BillingPolicy& policy) {
    const BillingInputs& inputs = rateable.inputs;
    std::optional<int> days;
    if (const auto stated = factOf(inputs.facts, FactKind::Days))
        days = int(stated->micro() / BilledQuantity::microPerUnit);
    const LadderCycle& cycle = rateable.version.ladder.cycle;
    if (beginsAtZero(rateable.version) && cycle.unit == SpanUnit::Days) {
        MH_TRY(const BoundScale covered, product(inputs.boundScale, BoundScale{cycle.length, 1}));
        if (covered.denominator != 1)
            return noService(QStringLiteral("a bill of broken days"));
        days = covered.numerator;
    }
    if (const BoundScale factor = inputs.proration; factor != BoundScale{}) {
        const int times = days ? *days / factor.numerator : std::max(1, usualMonth / factor.denominator);
        if (times < 1 || (days && *days % factor.numerator != 0))
            return noService(QStringLiteral("bounds by another factor than the bill's days"));
        days = factor.numerator * times;
        policy.proration = {factor.denominator * times, 0, 0}; // no number of days is usual
    }
    return days;
}

/// A bill over these days covers so many months, whatever the calendar says.
Result<void> setMonths(const ReadingInterval& interval, BoundScale months, BillingPolicy& policy) {
    const std::int64_t each = std::int64_t(interval.days()) * months.denominator;
    if (each % months.numerator != 0)
        return noService(QStringLiteral("a bill of %1/%2 months over %3 days")
                             .arg(months.numerator)
                             .arg(months.denominator)
                             .arg(interval.days()));
    policy.daysOfMonth = int(each / months.numerator);
    return {};
}

/// A case that names no season means its tariff without them.
void dropSeasons(TariffVersion& version) {
    auto& variants = version.ladder.variants;
    for (std::size_t i = variants.size(); i-- > 0;) {
        if (variants[i].axis != VariantAxis::Season)
            continue;
        variants.erase(variants.begin() + std::ptrdiff_t(i));
        for (TariffComponent& component : version.components) {
            std::erase_if(component.variantPrices, [i](const VariantPrices& own) { return own.variant == i + 1; });
            for (VariantPrices& own : component.variantPrices)
                own.variant = static_cast<std::uint8_t>(own.variant - (own.variant > i + 1 ? 1 : 0));
        }
    }
}

/// The part of its window an account has whose bounds are cut.
Result<void> cutWindow(const Rateable& rateable, RunTerms& terms) {
    const LadderCycle& cycle = terms.version.ladder.cycle;
    MH_TRY(const auto window, cycle.windowOf(terms.interval.to()));
    const BoundScale scale = rateable.inputs.boundScale;
    if (!window || scale == BoundScale{})
        return {};
    const std::int64_t months = std::int64_t(cycle.length) * scale.numerator;
    if (months % scale.denominator != 0 || months / scale.denominator > cycle.length)
        return noService(QStringLiteral("a ladder cut by broken months"));
    terms.version.policy.partialWindow = PartialWindowRule::ByMonths;
    terms.opened = window->to().addMonths(-int(months / scale.denominator));
    return {};
}

/// When a household was of which size: the last one lasts to the end of the window.
Result<void> setHouseholds(const Rateable& rateable, RunTerms& terms) {
    const auto people = factOf(rateable.inputs.facts, FactKind::People);
    terms.people = people ? int(people->micro() / BilledQuantity::microPerUnit) : 0;
    const auto& sizes = rateable.inputs.peopleMonths;
    if (sizes.empty())
        return {};
    MH_TRY(const auto window, terms.version.ladder.cycle.windowOf(terms.interval.to()));
    if (!window)
        return noService(QStringLiteral("a household that changed within a bill"));
    terms.version.policy.householdChange = HouseholdChangeRule::ByMonths;
    Date from = window->to();
    for (std::size_t i = sizes.size(); i-- > 0;) {
        const BoundScale months = fractionOf(BilledQuantity::ofMicro(sizes[i].months.micro()));
        from = from.addMonths(-months.numerator);
        if (months.denominator != 1 || from < window->from())
            return noService(QStringLiteral("a household that changed within a month"));
        terms.changes.insert(terms.changes.begin(),
                             {from, int(sizes[i].people.micro() / BilledQuantity::microPerUnit)});
    }
    terms.opened = from;
    terms.people = terms.changes.front().people;
    terms.changes.erase(terms.changes.begin());
    return {};
}

Result<RunTerms> completed(const Rateable& rateable, RunTerms terms) {
    MH_TRY(const BoundScale months, monthsOf(rateable));
    const ReadingInterval interval = terms.interval;
    constexpr int inYear = 12;
    const int counted = std::max(1, (interval.to().year() - interval.from().year()) * inYear + interval.to().month() -
                                        interval.from().month());
    if (months != BoundScale{counted, 1})
        MH_CHECK(setMonths(interval, months, terms.version.policy));
    if (const std::uint8_t season = rateable.inputs.choice.season; season != 0) {
        const QString code = terms.version.ladder.variants[season - 1U].code;
        MH_CHECK(beginSeasons(terms.version, code, interval.from(), {}, interval.to()));
    } else {
        dropSeasons(terms.version);
    }
    MH_CHECK(cutWindow(rateable, terms));
    MH_CHECK(setHouseholds(rateable, terms));
    return terms;
}

} // namespace

Result<void> beginSeasons(TariffVersion& version, const QString& season, Date from, const QString& next,
                          Date boundary) {
    int before = 0; // days by which what the case does not speak of is over
    for (LadderVariant& variant : version.ladder.variants) {
        if (variant.axis != VariantAxis::Season)
            continue;
        const Date begin = variant.code == season ? from : variant.code == next ? boundary : from.addDays(-++before);
        variant.fromMonth = begin.month();
        variant.fromDay = begin.day();
    }
    return checkTariffVersion(version);
}

Result<RunTerms> openingTerms(const Rateable& rateable, Date on) {
    MH_TRY(const ReadingInterval interval, ReadingInterval::of(on, on.addDays(1)));
    RunTerms terms{rateable.version, interval, on, 0, {}};
    if (rateable.inputs.choice.season == 0)
        dropSeasons(terms.version);
    MH_CHECK(setHouseholds(rateable, terms));
    return terms;
}

Result<RunTerms> runTermsOf(const Rateable& rateable, const ReadingInterval& interval) {
    RunTerms terms{rateable.version, interval, interval.from(), 0, {}};
    MH_TRY(const auto days, daysOf(rateable, terms.version.policy));
    if (days && *days != interval.days())
        return noService(QStringLiteral("a bill of other days than its readings"));
    return completed(rateable, std::move(terms));
}

Result<RunTerms> runTermsOf(const Rateable& rateable, Date readOn) {
    TariffVersion version = rateable.version;
    MH_TRY(auto days, daysOf(rateable, version.policy));
    MH_TRY(const BoundScale months, monthsOf(rateable));
    if (!days && months.denominator != 1)
        days = months.numerator * std::max(1, usualMonth / months.denominator);
    const Date from = days ? readOn.addDays(-*days) : readOn.addMonths(-months.numerator);
    MH_TRY(const ReadingInterval interval, ReadingInterval::of(from, readOn));
    MH_TRY(const auto window, version.ladder.cycle.windowOf(readOn));
    if (window && !window->contains(from) && !rateable.inputs.ladderBefore.isZero())
        return noService(QStringLiteral("a position on the ladder before its window"));
    return completed(rateable, {std::move(version), interval, from, 0, {}});
}

} // namespace meterhall::app
