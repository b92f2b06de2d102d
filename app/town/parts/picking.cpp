#include "app/town/parts/dice.h"
#include "app/town/parts/town.h"

#include <map>

namespace meterhall::town {

namespace {
// Every kind of fault has its own order of meters, so that one kind more or less does not move the others far.
std::vector<int> shuffled(std::size_t count, std::uint64_t seed, std::uint64_t kind) {
    std::vector<int> order(count);
    for (std::size_t i = 0; i < count; ++i)
        order[i] = static_cast<int>(i);
    Dice dice(seed, {purpose::picking, kind});
    for (std::size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(i)))]);
    return order;
}

class Picker {
public:
    Picker(std::vector<Meter>& meters, std::uint64_t seed)
        : m_meters(meters)
        , m_seed(seed)
        , m_taken(meters.size(), false) {}

    template <class Mark>
    Result<void> pick(std::int64_t count, const char* what, Mark mark) {
        ++m_kind;
        std::int64_t wanted = count;
        for (const int place : shuffled(m_meters.size(), m_seed, m_kind)) {
            if (wanted == 0)
                break;
            const auto at = static_cast<std::size_t>(place);
            if (m_taken[at])
                continue;
            m_taken[at] = true;
            mark(m_meters[at], static_cast<int>(count - wanted));
            --wanted;
        }
        if (wanted > 0)
            return complaint(TownError::BadFaults, QStringLiteral("\"%1\": %2 are more meters than are left of %3")
                                                       .arg(QLatin1String(what))
                                                       .arg(count)
                                                       .arg(m_meters.size()));
        return {};
    }

    Result<void> cutBranches(std::int64_t count) {
        std::map<std::pair<int, int>, std::vector<std::size_t>> branches;
        for (std::size_t i = 0; i < m_meters.size(); ++i) {
            if (m_meters[i].port != 0)
                branches[{m_meters[i].terminal, m_meters[i].port}].push_back(i);
        }
        if (count > std::int64_t(branches.size()))
            return complaint(
                TownError::BadFaults,
                QStringLiteral("\"dead_branches\": %1 are more than the town's %2").arg(count).arg(branches.size()));
        const std::vector<int> order = shuffled(branches.size(), m_seed, 0);
        for (std::int64_t i = 0; i < count; ++i) {
            const auto branch = std::next(branches.begin(), order[static_cast<std::size_t>(i)]);
            for (const std::size_t place : branch->second) {
                m_meters[place].silence = Silence::DeadBranch;
                m_taken[place] = true;
            }
        }
        return {};
    }

private:
    std::vector<Meter>& m_meters;
    std::uint64_t m_seed;
    std::uint64_t m_kind = 0;
    std::vector<bool> m_taken;
};

auto withTrouble(Trouble trouble) {
    return [trouble](Meter& meter, int) { meter.trouble = trouble; };
}

auto withSilence(Silence silence) {
    return [silence](Meter& meter, int) { meter.silence = silence; };
}

void breakClock(Meter& meter, int ordinal) {
    constexpr std::array kinds{ClockFault::NeverSet, ClockFault::EightHoursOff, ClockFault::YearAhead,
                               ClockFault::SecondSixty};
    meter.clockFault = kinds[static_cast<std::size_t>(ordinal) % kinds.size()];
}
} // namespace

Result<void> Town::pickTroubles() {
    Picker picker(m_meters, m_plan.seed);
    MH_CHECK(picker.cutBranches(m_faults.deadBranches));
    MH_CHECK(picker.pick(m_faults.deadMeters, "dead_meters", withSilence(Silence::DeadMeter)));
    MH_CHECK(picker.pick(m_faults.closedSlots, "closed_slots", withSilence(Silence::ClosedSlots)));
    MH_CHECK(picker.pick(m_faults.wrongClocks, "wrong_clocks", breakClock));
    MH_CHECK(picker.pick(m_faults.rollovers, "rollovers", withTrouble(Trouble::Rollover)));
    MH_CHECK(picker.pick(m_faults.exchanged, "exchanged", withTrouble(Trouble::Exchanged)));
    MH_CHECK(picker.pick(m_faults.leaks, "leaks", withTrouble(Trouble::Leak)));
    MH_CHECK(picker.pick(m_faults.stopped, "stopped", withTrouble(Trouble::Stopped)));
    return picker.pick(m_faults.reversed, "reversed", withTrouble(Trouble::Reversed));
}

} // namespace meterhall::town
