#pragma once

#include "app/town/parts/faults.h"
#include "app/town/parts/meter.h"
#include "app/town/wire/gdw376_wire.h"

#include <unordered_map>

namespace meterhall::town {

/// What a town is built from.
struct TownPlan {
    int homes = 1;
    std::uint64_t seed = 0;
    int books = 8;
    int concentrators = 2;
    int dtus = 1;
    Date today = *Date::of(2026, 11, 20);
    Date previousReading = *Date::of(2026, 10, 20);
};

enum class CarrierKind : std::uint8_t { Concentrator, Dtu };

struct Terminal {
    CarrierKind kind = CarrierKind::Concentrator;
    QString id;              ///< "0571-00001", "DTU00000001"
    TerminalAddress address; ///< concentrators only
};

/// What is fixed about a home apart from names: enough to know its meters.
struct Home {
    int index = 0;
    int book = 0;        ///< from 0
    int placeInBook = 0; ///< from 0
    int homesInBook = 1;
    int people = 1;
    bool heating = false;
    bool hasWater = false;
};
Home homeOf(const TownPlan& plan, int index);

/// All meters and terminals, and the time by which the registers turn. Registers move only by `advance`: asking
/// twice gives the same value, and what a run reads does not depend on how fast it ran.
class Town {
public:
    static Result<Town> build(const TownPlan& plan, const FaultPlan& faults);

    const TownPlan& plan() const { return m_plan; }
    const FaultPlan& faults() const { return m_faults; }
    /// Rates only: who is dead or leaks was decided when the town was built.
    void setRates(const FaultPlan& faults);

    std::vector<Meter>& meters() { return m_meters; }
    const std::vector<Meter>& meters() const { return m_meters; }
    const std::vector<Terminal>& terminals() const { return m_terminals; }
    Meter* find(const MeterAddress& address);
    /// Indices of the meters on one port of a terminal.
    const std::vector<int>& branch(int terminal, int port) const;

    void advance(int hours);
    Date registerDay() const { return m_day; }
    int registerHour() const { return m_hour; }

    /// Meters with closed slots hear nothing before 02:00 of the registers' time.
    bool hears(const Meter& meter) const;

    /// What a right clock in the town shows when the machine's clock says `machineNow`; the first call sets the
    /// machine's day equal to the town's.
    CivilTime clock(Instant machineNow);

private:
    Town(const TownPlan& plan, const FaultPlan& faults)
        : m_plan(plan)
        , m_faults(faults)
        , m_day(plan.today) {}
    void makeTerminals();
    void makeMeters();
    Result<void> pickTroubles();

    TownPlan m_plan;
    FaultPlan m_faults;
    Date m_day;
    int m_hour = 0;
    int m_advancedHours = 0;
    std::optional<Duration> m_clockShift;
    std::vector<Meter> m_meters;
    std::vector<Terminal> m_terminals;
    std::unordered_map<std::uint64_t, int> m_byAddress;
    std::unordered_map<int, std::vector<int>> m_branches;
};

} // namespace meterhall::town
