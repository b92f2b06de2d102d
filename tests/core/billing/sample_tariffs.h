#pragma once

#include "core/billing/rate.h"
#include "core/tariffs/components/catalog.h"

namespace meterhall::tests {

inline BilledQuantity amount(const char* text) {
    return *BilledQuantity::parse(QString::fromLatin1(text));
}

inline Date day(const char* text) {
    return *Date::parse(QString::fromLatin1(text));
}

inline TariffComponent component(const char* code, std::initializer_list<const char*> prices,
                                 Payee payee = Payee::OwnIncome) {
    std::vector<BilledPrice> list;
    for (const char* price : prices)
        list.push_back(*BilledPrice::parse(QString::fromLatin1(price)));
    return {QString::fromLatin1(code),
            {},
            (*chargeKind(u"volume"))->id,
            FactKind::Bill,
            payee,
            std::move(list),
            Ratio::ofMicro(Ratio::microPerUnit),
            {},
            RoundingRule::toMinorUnit(Currency::cny(), RoundingMode::HalfUp)};
}

inline TariffVersion version(std::initializer_list<const char*> bounds, std::vector<TariffComponent> components) {
    Ladder ladder;
    for (const char* bound : bounds)
        ladder.upperBounds.push_back(amount(bound));
    ladder.mode = ladder.upperBounds.empty() ? LadderMode::Flat : LadderMode::Marginal;
    return {TariffVersionId::fromRaw(7),
            TariffId::fromRaw(3),
            day("2026-01-01"),
            QStringLiteral("order 1/2026"),
            Currency::cny(),
            MeasureUnit::CubicMetre,
            amount("1"),
            std::move(ladder),
            std::move(components),
            {}};
}

/// Three-tier residential gas of an unnamed city, 300 / 600 m3 a year (source: phb7.com/xinwen/ba/635434).
inline TariffVersion gasTariff() {
    return version({"300", "600"}, {component("gas", {"2.70", "2.942", "3.668"})});
}

/// Beijing residential water, 180 / 260 m3 a year: water by tier, two components the same in all of them (source:
/// laihamady.com/ms/760561).
inline TariffVersion waterTariff() {
    return version({"180", "260"},
                   {component("water", {"2.07", "4.07", "6.07"}), component("resource", {"1.57"}, Payee::Tax),
                    component("sewage", {"1.36"}, Payee::FeeOnBehalf)});
}

inline UsageSegment segment(const char* from, const char* to) {
    return {MeterId::fromRaw(11), "volume", amount(from), amount(to)};
}

inline BillingInputs inputsOf(const TariffVersion& version, std::vector<UsageSegment> segments,
                              const char* ladderBefore = "0") {
    return {AccountId::fromRaw(1),
            ServicePointId::fromRaw(2),
            *AccountingMonth::of(2026, 11),
            *ReadingInterval::of(day("2026-10-20"), day("2026-11-20")),
            version.id,
            currentRuleVersion,
            std::move(segments),
            *LadderWindow::yearOf(day("2026-11-20")),
            amount(ladderBefore)};
}

/// Inputs that come to a use, positive or negative.
inline BillingInputs inputsFor(const TariffVersion& version, BilledQuantity usage, BilledQuantity ladderBefore) {
    UsageSegment dials = segment("1000000", "0");
    dials.currentDial = *dials.previousDial.plus(usage);
    BillingInputs inputs = inputsOf(version, {dials});
    inputs.ladderBefore = ladderBefore;
    return inputs;
}

} // namespace meterhall::tests
