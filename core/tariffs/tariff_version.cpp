#include "core/tariffs/tariff_version.h"

#include "core/tariffs/components/catalog.h"

#include <set>

namespace meterhall {

Result<std::optional<LadderWindow>> LadderCycle::windowOf(Date date) const {
    if (counting == LadderCounting::PerBill)
        return std::optional<LadderWindow>();
    // Windows that do not divide a year follow each other from one fixed day.
    constexpr int anchorYear = 2001;
    MH_TRY(const Date anchor, Date::of(anchorYear, resetMonth, resetDay));
    MH_TRY(const LadderWindow window, LadderWindow::containing(date, anchor, length));
    return std::optional(window);
}

namespace {
Result<void> checkLadder(const TariffVersion& version) {
    const Ladder& ladder = version.ladder;
    if (ladder.tiers() > Ladder::maxTiers)
        return TariffError::TooManyTiers;
    if (ladder.mode == LadderMode::Flat && !ladder.upperBounds.empty())
        return Error(TariffError::BadField, {QStringLiteral("ladder")});
    BilledQuantity below = BilledQuantity::zero();
    for (const BilledQuantity bound : ladder.upperBounds) {
        if (bound <= below)
            return Error(TariffError::BoundsNotAscending, {bound.toString()});
        below = bound;
    }
    const bool countsDays = ladder.cycle.unit == SpanUnit::Days;
    const bool badLength = ladder.cycle.length < 1 || ladder.cycle.length > LadderWindow::maxMonths;
    if (badLength || (countsDays && ladder.cycle.counting == LadderCounting::Window))
        return Error(TariffError::BadField, {QStringLiteral("cycle")});
    MH_CHECK(ladder.cycle.windowOf(version.effectiveFrom));
    return {};
}

Result<void> checkComponents(const TariffVersion& version) {
    if (version.components.empty())
        return TariffError::NoComponents;
    if (version.components.size() > TariffVersion::maxComponents)
        return TariffError::TooManyComponents;
    std::set<QString> codes;
    for (const TariffComponent& component : version.components) {
        if (component.code.isEmpty() || !codes.insert(component.code).second)
            return Error(TariffError::DuplicateCode, {component.code});
        if (component.rounding.stepMicro() % version.currency.minorUnitMicro() != 0)
            return Error(TariffError::BadField, {component.code, QStringLiteral("rounding")});
        if (component.tax.rate.micro() < 0)
            return Error(TariffError::BadField, {component.code, QStringLiteral("tax")});
        MH_TRY(const ChargeKind* kind, chargeKind(component.kind));
        MH_CHECK(kind->check(component, version));
    }
    return {};
}
} // namespace

Result<void> checkTariffVersion(const TariffVersion& version) {
    if (version.dialStep.micro() <= 0 || version.policy.boundStep.micro() <= 0)
        return TariffError::BadStep;
    MH_CHECK(checkLadder(version));
    return checkComponents(version);
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
