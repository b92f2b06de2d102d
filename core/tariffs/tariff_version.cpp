#include "core/tariffs/tariff_version.h"

#include "core/tariffs/components/catalog.h"

#include <set>

namespace meterhall {

namespace {
Result<void> checkAscending(const std::vector<BilledQuantity>& bounds) {
    if (bounds.size() >= std::size_t(Ladder::maxTiers))
        return TariffError::TooManyTiers;
    BilledQuantity below = BilledQuantity::zero();
    for (const BilledQuantity bound : bounds) {
        if (bound <= below)
            return Error(TariffError::BoundsNotAscending, {bound.toString()});
        below = bound;
    }
    return {};
}

Result<void> checkBandTables(const Ladder& ladder) {
    const bool needed = ladder.mode == LadderMode::BandTable;
    if (ladder.bandTables.size() != (needed ? std::size_t(ladder.tiers()) : 0))
        return Error(TariffError::BadField, {QStringLiteral("groups")});
    for (const BandTable& table : ladder.bandTables)
        MH_CHECK(checkAscending(table.upperBounds));
    return ladder.priceRows({}) <= std::numeric_limits<std::uint8_t>::max() ? Result<void>()
                                                                            : Error(TariffError::TooManyTiers);
}

Result<void> checkQuota(const Ladder& ladder) {
    int people = 0;
    for (const QuotaStep& step : ladder.quota) {
        const bool fits = [&] {
            for (const auto* each : {&step.add, &step.perPerson})
                if (!each->empty() && each->size() != ladder.upperBounds.size())
                    return false;
            return true;
        }();
        const bool nothing = step.add.empty() && step.perPerson.empty();
        if (step.fromPeople <= people || step.beyond < 0 || !fits || nothing || ladder.mode == LadderMode::Flat)
            return Error(TariffError::BadField, {QStringLiteral("household_rule")});
        people = step.fromPeople;
    }
    return {};
}

/// Seasons begin on days that every year has, each on another, and on all of them or on none.
Result<void> checkSeason(const LadderVariant& season, const Ladder& ladder) {
    const bool dated = season.fromMonth != 0 || season.fromDay != 0;
    constexpr int noLeapYear = 2001;
    const bool noDay = dated && !Date::of(noLeapYear, season.fromMonth, season.fromDay).ok();
    const bool unlike = std::ranges::any_of(ladder.variants, [&](const LadderVariant& other) {
        if (other.axis != VariantAxis::Season || &other == &season)
            return false;
        const bool sameDay = other.fromMonth == season.fromMonth && other.fromDay == season.fromDay;
        return dated ? sameDay || other.fromMonth == 0 : other.fromMonth != 0;
    });
    if (noDay || (season.axis == VariantAxis::Season ? unlike : dated))
        return Error(TariffError::BadField, {season.code, QStringLiteral("begins")});
    return {};
}

Result<void> checkVariants(const Ladder& ladder) {
    if (ladder.variants.size() > Ladder::maxVariants)
        return Error(TariffError::BadField, {QStringLiteral("seasons")});
    std::set<std::pair<VariantAxis, QString>> codes;
    for (const LadderVariant& variant : ladder.variants) {
        if (variant.code.isEmpty() || !codes.insert({variant.axis, variant.code}).second)
            return Error(TariffError::DuplicateCode, {variant.code});
        const bool hasBounds = !variant.upperBounds.empty();
        const bool fixedRows = ladder.mode == LadderMode::Flat || ladder.mode == LadderMode::BandTable;
        if ((hasBounds && !variant.ownBounds) || (variant.ownBounds && fixedRows))
            return Error(TariffError::BadField, {variant.code});
        const bool sameTiers = variant.upperBounds.size() == ladder.upperBounds.size();
        if (variant.ownBounds && !ladder.quota.empty() && !sameTiers)
            return Error(TariffError::BadField, {variant.code});
        MH_CHECK(checkAscending(variant.upperBounds));
        MH_CHECK(checkSeason(variant, ladder));
    }
    return {};
}

Result<void> checkLadder(const TariffVersion& version) {
    const Ladder& ladder = version.ladder;
    if (ladder.mode == LadderMode::Flat && !ladder.upperBounds.empty())
        return Error(TariffError::BadField, {QStringLiteral("ladder")});
    MH_CHECK(checkAscending(ladder.upperBounds));
    MH_CHECK(checkBandTables(ladder));
    MH_CHECK(checkQuota(ladder));
    MH_CHECK(checkVariants(ladder));
    const bool countsDays = ladder.cycle.unit == SpanUnit::Days;
    const bool badLength = ladder.cycle.length < 1 || ladder.cycle.length > LadderWindow::maxMonths;
    if (badLength || (countsDays && ladder.cycle.counting == LadderCounting::Window))
        return Error(TariffError::BadField, {QStringLiteral("cycle")});
    MH_CHECK(ladder.cycle.windowOf(version.effectiveFrom));
    return {};
}

Result<void> checkRegisters(const TariffVersion& version) {
    std::set<RegisterName> names;
    if (version.registers.size() > TariffVersion::maxRegisters)
        return Error(TariffError::BadField, {QStringLiteral("tou")});
    for (const RegisterName& name : version.registers) {
        if (name.empty() || !names.insert(name).second)
            return Error(TariffError::DuplicateCode, {QString::fromStdString(name)});
    }
    return {};
}

Result<void> checkFactKind(FactKind kind, const TariffComponent& component, const TariffVersion& version) {
    const int number = static_cast<int>(kind) - static_cast<int>(FactKind::FirstNamed);
    const bool named = number >= 0 && std::size_t(number) < version.factNames.size();
    if (!named && factCode(kind).isEmpty())
        return Error(TariffError::BadField, {component.code, QStringLiteral("per")});
    return {};
}

Result<void> checkFacts(const TariffVersion& version) {
    constexpr auto most = std::size_t(FactKind::LastNamed) - std::size_t(FactKind::FirstNamed) + 1;
    const std::set<QString> names(version.factNames.begin(), version.factNames.end());
    if (version.factNames.size() > most || names.size() != version.factNames.size() || names.contains(QString()))
        return Error(TariffError::BadField, {QStringLiteral("facts")});
    for (const TariffComponent& component : version.components) {
        MH_CHECK(checkFactKind(component.per, component, version));
        MH_CHECK(checkFactKind(component.by, component, version));
        for (const FactKind factor : component.factors)
            MH_CHECK(checkFactKind(factor, component, version));
        std::set<BilledQuantity> keys;
        for (const TablePrice& row : component.table) {
            if (!keys.insert(row.value).second)
                return Error(TariffError::DuplicateCode, {row.key});
        }
    }
    return {};
}

/// That its prices fit the ladder whatever season and category a bill is of.
Result<void> checkPrices(const TariffComponent& component, const ChargeKind& kind, const TariffVersion& version) {
    std::set<std::uint8_t> variants;
    for (const VariantPrices& own : component.variantPrices) {
        const bool exists = own.variant >= 1 && own.variant <= version.ladder.variants.size();
        if (!exists || !variants.insert(own.variant).second)
            return Error(TariffError::BadField, {component.code, QStringLiteral("variants")});
    }
    const auto fits = [&](VariantChoice choice) {
        return kind.fits(component, pricesFor(component, choice),
                         {std::size_t(version.ladder.priceRows(choice)), version.ladder.boundsFor(choice).size() + 1,
                          version.registers.size()});
    };
    const auto numbersOf = [&](VariantAxis axis) {
        std::vector<std::uint8_t> numbers{0};
        for (std::size_t i = 0; i < version.ladder.variants.size(); ++i)
            if (version.ladder.variants[i].axis == axis)
                numbers.push_back(static_cast<std::uint8_t>(i + 1));
        return numbers;
    };
    for (const std::uint8_t season : numbersOf(VariantAxis::Season)) {
        for (const std::uint8_t category : numbersOf(VariantAxis::Category))
            if (!fits({season, category}))
                return Error(TariffError::PricesDoNotMatchTiers, {component.code});
    }
    return {};
}

Result<void> checkRounding(const TariffComponent& component, const TariffVersion& version) {
    const std::int64_t minor = version.currency.minorUnitMicro();
    const std::int64_t step = component.rounding.stepMicro();
    const bool onTop = component.tax.rate.micro() != 0 && !component.tax.included;
    const bool isMoney = component.scope == RoundingScope::Line && step >= minor;
    if ((step >= minor && step % minor != 0) || (onTop && !isMoney))
        return Error(TariffError::BadField, {component.code, QStringLiteral("rounding")});
    if (component.tax.rate.micro() < 0)
        return Error(TariffError::BadField, {component.code, QStringLiteral("tax")});
    return {};
}

Result<void> checkComponents(const TariffVersion& version) {
    if (version.components.empty())
        return TariffError::NoComponents;
    if (version.components.size() > TariffVersion::maxComponents)
        return TariffError::TooManyComponents;
    std::set<QString> codes;
    ChargePhase phase = ChargePhase::Charge;
    for (const TariffComponent& component : version.components) {
        if (component.code.isEmpty() || !codes.insert(component.code).second)
            return Error(TariffError::DuplicateCode, {component.code});
        MH_CHECK(checkRounding(component, version));
        MH_TRY(const ChargeKind* kind, chargeKind(component.kind));
        MH_CHECK(checkPrices(component, *kind, version));
        MH_CHECK(kind->check(component, version));
        if (kind->phase(component) < phase)
            return Error(TariffError::BadOrder, {component.code});
        phase = kind->phase(component);
    }
    return {};
}

Result<void> checkPolicy(const TariffVersion& version) {
    const auto& total = version.policy.totalRounding;
    if (version.dialStep.micro() <= 0 || version.policy.boundStep.micro() <= 0)
        return TariffError::BadStep;
    if (total && total->stepMicro() % version.currency.minorUnitMicro() != 0)
        return Error(TariffError::BadField, {QStringLiteral("rounding.total")});
    const ProrationRule& proration = version.policy.proration;
    if (version.policy.daysOfMonth < 0 || proration.days < 0 || proration.from < 0 || proration.to < proration.from)
        return Error(TariffError::BadField, {QStringLiteral("proration")});
    return {};
}
} // namespace

Result<void> checkTariffVersion(const TariffVersion& version) {
    MH_CHECK(checkPolicy(version));
    MH_CHECK(checkRegisters(version));
    MH_CHECK(checkLadder(version));
    MH_CHECK(checkFacts(version));
    return checkComponents(version);
}

Result<std::optional<LadderWindow>> ladderWindowOn(const TariffVersion& version, Date day) {
    MH_TRY(const auto window, version.ladder.cycle.windowOf(day));
    const Date anew = version.effectiveFrom;
    const bool restarts = window && version.policy.newPriceLadder == NewPriceLadderRule::BeginsAnew && day >= anew &&
                          window->from() < anew && window->contains(anew);
    if (!restarts)
        return window;
    MH_TRY(const LadderWindow own, LadderWindow::containing(anew, anew, window->months()));
    return std::optional(own);
}

Result<const TariffVersion*> versionOn(std::span<const TariffVersion> versions, Date date) {
    const TariffVersion* found = nullptr;
    for (const TariffVersion& version : versions) {
        if (version.effectiveFrom <= date && (found == nullptr || version.effectiveFrom > found->effectiveFrom))
            found = &version;
    }
    if (found == nullptr)
        return Error(TariffError::NoVersionOnDate, {date.toString()});
    return found;
}

} // namespace meterhall
