#include "core/services/tariff_sheet.h"

#include "core/billing/tier_slices.h"
#include "core/tariffs/components/catalog.h"

#include <algorithm>
#include <map>

namespace meterhall::services {

namespace {

constexpr int yearOfTheBeginning = 1900;
constexpr BilledQuantity finestStep = BilledQuantity::ofMicro(10'000);

/// Whether the form of the tariff makes its totals jump or fall.
bool meansBreaks(const TariffVersion& version) {
    const LadderMode mode = version.ladder.mode;
    if (mode == LadderMode::WholeBand || mode == LadderMode::BandTable)
        return true;
    return std::ranges::any_of(version.components, [](const TariffComponent& component) {
        const auto kind = chargeKind(component.kind);
        const bool isFixed = kind.ok() && (*kind)->code == QLatin1StringView("fixed");
        return !component.bands.empty() || (isFixed && component.prices.size() > 1);
    });
}

/// All roundings of a bill together: totals differ by less than this for no other reason.
std::int64_t roundingOf(const TariffVersion& version, std::size_t lines) {
    std::int64_t step = version.currency.minorUnitMicro();
    for (const TariffComponent& component : version.components)
        step = std::max(step, component.rounding.stepMicro());
    std::int64_t all = step * std::int64_t(lines + 1);
    for (const auto& rule : {version.policy.totalRounding, version.policy.subtotalRounding})
        all += rule ? rule->stepMicro() : 0;
    return 2 * all / version.currency.minorUnitMicro();
}

struct Limit {
    int tier;
    BilledQuantity at;
};

class SheetMaker {
public:
    SheetMaker(const TariffVersion& version, const ProveTotal& prove)
        : m_version(version)
        , m_prove(prove)
        , m_day(trialDay(version))
        , m_breaksAreMeant(meansBreaks(version))
        , m_sheet{std::max(version.dialStep, finestStep), {}, {}} {}

    BoundarySheet take() { return std::move(m_sheet); }

    void addCases() {
        addCase({});
        const auto& variants = m_version.ladder.variants;
        for (std::size_t i = 0; i < variants.size(); ++i) {
            const auto number = static_cast<std::uint8_t>(i + 1);
            const bool isSeason = variants[i].axis == VariantAxis::Season;
            addCase({isSeason ? VariantChoice{number, 0} : VariantChoice{0, number}, variants[i].code, 0});
        }
        for (const QuotaStep& step : m_version.ladder.quota)
            addCase({{}, {}, step.fromPeople});
    }

    void addCycleEdge() {
        const auto window = m_version.ladder.cycle.windowOf(m_day);
        const std::vector<Limit> limits = limitsOf({});
        if (!window.ok() || !*window || limits.empty())
            return;
        const Date reset = (*window)->to();
        addRow(SheetPoint::LastDayOfCycle, {}, limits.back().tier, {reset.addDays(-1), m_sheet.step, limits.back().at});
        addRow(SheetPoint::FirstDayOfCycle, {}, limits.back().tier, {reset, m_sheet.step, limits.back().at});
    }

    void addChangeDay(const TariffVersion* before) {
        if (!before && m_version.effectiveFrom.year() == yearOfTheBeginning)
            return; // from the beginning of time on
        const std::vector<Limit> limits = limitsOf({});
        const BilledQuantity use = limits.empty() ? m_sheet.step : limits.front().at;
        if (before) {
            const TariffTrial trial{m_version.effectiveFrom.addDays(-1), use};
            SheetRow row{SheetPoint::DayBeforeChange, {}, 0, trial};
            finish(row, *before);
        }
        addRow(SheetPoint::DayOfChange, {}, 0, {m_version.effectiveFrom, use});
    }

private:
    using Totals = std::map<BilledQuantity, std::optional<Money>>;

    TariffTrial trialOf(const SheetCase& of, BilledQuantity use) const {
        return {m_day, use, BilledQuantity::zero(), of.choice, of.people};
    }

    /// Where the price changes in this case, cut to whole steps, ascending.
    std::vector<Limit> limitsOf(const SheetCase& of) const {
        std::vector<Limit> limits;
        const auto add = [&](int tier, BilledQuantity at) {
            const auto cut = at.cutToStep(m_sheet.step);
            if (cut.ok() && cut->micro() > 0)
                limits.push_back({tier, *cut});
        };
        const auto inputs = trialInputs(m_version, trialOf(of, BilledQuantity::zero()));
        if (inputs.ok() && m_version.ladder.mode != LadderMode::Flat) {
            const AccountLadder ladder(m_version, *inputs);
            Derivation derivation(nullptr);
            for (int tier = 1; tier < ladder.tiers(); ++tier) {
                if (const auto bound = ladder.upperBound(tier, derivation))
                    add(tier, bound->value);
            }
        }
        for (const BandTable& table : m_version.ladder.bandTables)
            for (std::size_t i = 0; i < table.upperBounds.size(); ++i)
                add(int(i) + 1, table.upperBounds[i]);
        for (const TariffComponent& component : m_version.components)
            for (const BilledQuantity band : component.bands)
                add(0, band);
        std::ranges::stable_sort(limits, {}, &Limit::at);
        limits.erase(std::unique(limits.begin(), limits.end(), [](Limit a, Limit b) { return a.at == b.at; }),
                     limits.end());
        return limits;
    }

    void addCase(const SheetCase& of) {
        m_totals.clear();
        const BilledQuantity step = m_sheet.step;
        addRow(SheetPoint::Nothing, of, 0, trialOf(of, BilledQuantity::zero()));
        addRow(SheetPoint::OneStep, of, 0, trialOf(of, step));
        for (const Limit& limit : limitsOf(of)) {
            const std::pair<SheetPoint, std::int64_t> points[] = {
                {SheetPoint::BelowLimit, -1}, {SheetPoint::Limit, 0}, {SheetPoint::AboveLimit, 1}};
            for (const auto& [point, steps] : points) {
                const auto use = BilledQuantity::ofMicro(limit.at.micro() + steps * step.micro());
                if (use.micro() > 0)
                    addRow(point, of, limit.tier, trialOf(of, use));
            }
            lookForJump(of, limit.at);
        }
        lookForFalls(of);
    }

    void addRow(SheetPoint point, const SheetCase& of, int tier, const TariffTrial& trial) {
        SheetRow row{point, of, tier, trial};
        finish(row, m_version);
    }

    void finish(SheetRow& row, const TariffVersion& version) {
        auto bill = tried(version, row.trial, m_prove);
        if (!bill.ok()) {
            row.error = bill.error();
        } else {
            row.lastStep = lastStepOf(row.trial, bill->bill.total, version);
            row.bill = std::move(*bill);
        }
        m_sheet.rows.push_back(std::move(row));
    }

    std::optional<Money> lastStepOf(TariffTrial trial, Money total, const TariffVersion& version) const {
        if (trial.use < m_sheet.step)
            return {};
        trial.use = BilledQuantity::ofMicro(trial.use.micro() - m_sheet.step.micro());
        const auto less = totalOf(version, trial);
        const auto cost = less.ok() ? total.minus(*less) : Result<Money>(less.error());
        return cost.ok() ? std::optional(*cost) : std::nullopt;
    }

    std::optional<std::int64_t> totalAt(const SheetCase& of, std::int64_t micro) {
        const auto use = BilledQuantity::ofMicro(std::max<std::int64_t>(micro, 0));
        auto known = m_totals.find(use);
        if (known == m_totals.end()) {
            const auto total = totalOf(m_version, trialOf(of, use));
            known = m_totals.emplace(use, total.ok() ? std::optional(*total) : std::nullopt).first;
        }
        return known->second ? std::optional(known->second->minor()) : std::nullopt;
    }

    /// The step above a limit costs neither more nor less than the steps around it: the price of either tier, or some
    /// of each. Every register counts one step more at a time, so that their shares stay what they are.
    void lookForJump(const SheetCase& of, BilledQuantity at) {
        const auto registers = std::max<std::int64_t>(1, std::int64_t(m_version.registers.size()));
        std::int64_t totals[4];
        for (int i = 0; i < 4; ++i) {
            const auto total = totalAt(of, at.micro() + (i - 1) * registers * m_sheet.step.micro());
            if (!total)
                return; // its row says why
            totals[i] = *total;
        }
        const std::int64_t below = totals[1] - totals[0];
        const std::int64_t across = totals[2] - totals[1];
        const std::int64_t above = totals[3] - totals[2];
        const std::int64_t most = roundingOf(m_version, linesOf(of, at));
        if (across > std::max(below, above) + most || across < std::min(below, above) - most)
            m_sheet.breaks.push_back(
                {of, at, Money::ofMinor(across - above, m_version.currency), false, m_breaksAreMeant});
    }

    std::size_t linesOf(const SheetCase& of, BilledQuantity at) const {
        const auto bill =
            tried(m_version, trialOf(of, at), [](const Trace&, const QString&) { return Result<void>(); });
        return bill.ok() ? bill->bill.lines.size() : 0;
    }

    void lookForFalls(const SheetCase& of) {
        std::optional<std::pair<BilledQuantity, std::int64_t>> before;
        for (const auto& [use, total] : risingTotals(of)) {
            if (before && total < before->second)
                m_sheet.breaks.push_back({of, before->first, Money::ofMinor(total - before->second, m_version.currency),
                                          true, m_breaksAreMeant});
            before.emplace(use, total);
        }
    }

    /// Of the rows of a case, and of twice the highest limit, so that the last tier is seen as well.
    std::map<BilledQuantity, std::int64_t> risingTotals(const SheetCase& of) {
        std::map<BilledQuantity, std::int64_t> totals;
        for (const SheetRow& row : m_sheet.rows)
            if (row.of == of && row.bill)
                totals.emplace(row.trial.use, row.bill->bill.total.minor());
        if (!totals.empty()) {
            const auto far = BilledQuantity::ofMicro(totals.rbegin()->first.micro() * 2);
            if (const auto total = totalAt(of, far.micro()))
                totals.emplace(far, *total);
        }
        return totals;
    }

    const TariffVersion& m_version;
    const ProveTotal& m_prove;
    Date m_day;
    bool m_breaksAreMeant;
    BoundarySheet m_sheet;
    Totals m_totals; ///< of the case at work
};

} // namespace

std::size_t BoundarySheet::proved() const {
    return std::size_t(std::ranges::count_if(rows, [](const SheetRow& row) { return !row.error; }));
}

bool BoundarySheet::rises() const {
    return std::ranges::none_of(breaks, [](const SheetBreak& at) { return !at.meant && at.falls; });
}

bool BoundarySheet::isContinuous() const {
    return std::ranges::none_of(breaks, [](const SheetBreak& at) { return !at.meant && !at.falls; });
}

QStringList BoundarySheet::fault() const {
    for (const SheetRow& row : rows)
        if (row.error)
            return {row.trial.use.toString(), row.error->toString()};
    for (const SheetBreak& at : breaks)
        if (!at.meant)
            return {at.at.toString(), at.by.toString()};
    return {};
}

BoundarySheet boundarySheet(const TariffVersion& version, const TariffVersion* before, const ProveTotal& prove) {
    SheetMaker maker(version, prove);
    maker.addCases();
    maker.addCycleEdge();
    maker.addChangeDay(before);
    return maker.take();
}

} // namespace meterhall::services
