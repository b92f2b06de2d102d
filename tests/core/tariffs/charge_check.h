#pragma once

#include "core/tariffs/components/catalog.h"

namespace meterhall::tests {

/// A kind of charge on its own: a component of two tiers up to and above 10, rated for slices made by hand.
class ChargeCheck {
public:
    ChargeCheck(QStringView kind, std::initializer_list<const char*> prices)
        : version{TariffVersionId::fromRaw(1),
                  TariffId::fromRaw(1),
                  *Date::of(2026, 1, 1),
                  {},
                  Currency::cny(),
                  MeasureUnit::CubicMetre,
                  *BilledQuantity::ofWhole(1),
                  {LadderMode::Marginal, {*BilledQuantity::ofWhole(10)}, {}},
                  {},
                  {}} {
        TariffComponent component{QStringLiteral("a"),
                                  {},
                                  (*chargeKind(kind))->id,
                                  FactKind::Bill,
                                  Payee::OwnIncome,
                                  {},
                                  Ratio::ofMicro(Ratio::microPerUnit),
                                  {},
                                  RoundingRule::toMinorUnit(Currency::cny(), RoundingMode::HalfUp)};
        for (const char* price : prices)
            component.prices.push_back(*BilledPrice::parse(QString::fromLatin1(price)));
        version.components.push_back(component);
    }

    TariffComponent& component() { return version.components.front(); }

    /// A further component behind the others.
    TariffComponent& append(const char* code, QStringView kind, std::initializer_list<const char*> prices) {
        TariffComponent further = version.components.front();
        further.code = QString::fromLatin1(code);
        further.kind = (*chargeKind(kind))->id;
        further.prices.clear();
        for (const char* price : prices)
            further.prices.push_back(*BilledPrice::parse(QString::fromLatin1(price)));
        version.components.push_back(further);
        return version.components.back();
    }

    /// All components for one use: "tier:quantity=amount …; total", and the rounding difference where there is one.
    QString billed(int tier1, int tier2, std::span<const Fact> facts = {}) {
        if (const auto checked = checkTariffVersion(version); !checked.ok())
            return checked.error().code().toString();
        std::vector<TierSlice> slices;
        if (tier1 != 0)
            slices.push_back({1, {*BilledQuantity::ofWhole(tier1)}, 0});
        if (tier2 != 0)
            slices.push_back({2, {*BilledQuantity::ofWhole(tier2)}, 1});
        Derivation derivation(nullptr);
        std::vector<ChargeLine> made;
        ChargeLines lines(version, derivation, made);
        ChargeBasis basis{version, {*BilledQuantity::ofWhole(tier1 + tier2)}, slices, facts};
        basis.reached = tier2 != 0 ? 2 : 1;
        for (std::size_t i = 0; i < version.components.size(); ++i) {
            (*chargeKind(version.components[i].kind))->charge(i, basis, lines);
            lines.finishComponent(i);
        }
        const Money total = lines.total().value;
        const Money difference = lines.roundingDifference(total);
        if (!derivation.state().ok())
            return derivation.state().error().code().toString();
        return told(made) + QStringLiteral("; ") + total.toString() +
               (difference.isZero() ? QString() : QStringLiteral(" (%1)").arg(difference.toString()));
    }

    /// "tier:quantity=amount tier:quantity=amount", or the code of the error, for `tier1` and `tier2` units.
    QString charged(int tier1, int tier2, std::span<const Fact> facts = {}) {
        const auto made = lines(tier1, tier2, facts);
        return made.ok() ? told(*made) : made.error().code().toString();
    }

    /// The tax of the line for `tier1` units.
    QString taxed(int tier1) {
        const auto made = lines(tier1, 0, {});
        return made.ok() ? made->front().tax.toString() : made.error().code().toString();
    }

    TariffVersion version;

private:
    Result<std::vector<ChargeLine>> lines(int tier1, int tier2, std::span<const Fact> facts) {
        MH_CHECK(checkTariffVersion(version));
        std::vector<TierSlice> slices;
        if (tier1 != 0)
            slices.push_back({1, {*BilledQuantity::ofWhole(tier1)}, 0});
        if (tier2 != 0)
            slices.push_back({2, {*BilledQuantity::ofWhole(tier2)}, 1});
        Derivation derivation(nullptr);
        std::vector<ChargeLine> made;
        ChargeLines lines(version, derivation, made);
        const ChargeBasis basis{version, {*BilledQuantity::ofWhole(tier1 + tier2)}, slices, facts};
        (*chargeKind(component().kind))->charge(0, basis, lines);
        MH_CHECK(derivation.state());
        return made;
    }

    static QString told(const std::vector<ChargeLine>& lines) {
        QStringList text;
        for (const ChargeLine& line : lines)
            text += QStringLiteral("%1:%2=%3").arg(line.tier).arg(line.quantity.toString(), line.amount.toString());
        return text.join(u' ');
    }
};

} // namespace meterhall::tests
