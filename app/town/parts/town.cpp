#include "app/town/parts/town.h"

#include "app/town/parts/history.h"

#include <numeric>

namespace meterhall::town {

namespace {
constexpr int branchesPerBook = 4;
constexpr int portsOfConcentrator = 31;
constexpr std::uint16_t areaCode = 0x0571;
constexpr int hourSlotsOpen = 2;

std::uint64_t addressKey(const MeterAddress& address) {
    std::uint64_t key = 0;
    for (const std::uint8_t byte : address)
        key = (key << 8) | byte;
    return key;
}

int branchKey(int terminal, int port) {
    return terminal * 256 + port;
}

// Vendor, two digits of the year of make, eight digits of number.
MeterAddress addressOf(const MeterModel& model, Date installed, int home, Dice& dice) {
    const std::int64_t number = 100'000 + std::int64_t(home) * 13 + dice.below(13);
    Bytes bytes;
    appendBcd(bytes, number, 4);
    appendBcd(bytes, installed.year() % 100, 1);
    appendBcd(bytes, model.vendor, 2);
    MeterAddress address{};
    std::copy(bytes.begin(), bytes.end(), address.begin());
    return address;
}

// Most meters are some years old; one in thirty came this year, after the ladder had begun.
Date installationOf(const TownPlan& plan, Dice& dice) {
    const Date newYear = *Date::of(plan.today.year(), 1, 1);
    const int daysThisYear = plan.previousReading.daysSince(newYear) - 40;
    if (daysThisYear > 0 && dice.oneIn(30))
        return newYear.addDays(static_cast<int>(dice.below(daysThisYear)));
    return newYear.addDays(-static_cast<int>(dice.between(400, 3200)));
}

int modelOf(const Home& home, Commodity commodity) {
    if (commodity == Commodity::Water)
        return sanheWater;
    // Whole buildings were fitted by one maker.
    constexpr int homesOfBuilding = 48;
    return (home.book + home.placeInBook / homesOfBuilding) % 5 < 3 ? rongtaiGas : beichuanGas;
}

bool waterHangsOnDtu(const TownPlan& plan, int book) {
    const bool fewBooks = plan.books < 3;
    return plan.dtus > 0 && (book % 3 == 2 || (fewBooks && book == plan.books - 1));
}
} // namespace

Home homeOf(const TownPlan& plan, int index) {
    const auto firstOfBook = [&](std::int64_t book) {
        return static_cast<int>((book * plan.homes + plan.books - 1) / plan.books);
    };
    Home home;
    home.index = index;
    home.book = static_cast<int>(std::int64_t(index) * plan.books / plan.homes);
    home.placeInBook = index - firstOfBook(home.book);
    home.homesInBook = firstOfBook(home.book + 1) - firstOfBook(home.book);
    Dice dice(plan.seed, {purpose::household, static_cast<std::uint64_t>(index)});
    constexpr std::array<int, 20> peopleOfTwentyHomes{1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 5, 6};
    home.people = peopleOfTwentyHomes[static_cast<std::size_t>(dice.below(peopleOfTwentyHomes.size()))];
    home.heating = dice.oneIn(8);
    home.hasWater = dice.below(5) < 2;
    return home;
}

Result<Town> Town::build(const TownPlan& plan, const FaultPlan& faults) {
    Town town(plan, faults);
    town.makeTerminals();
    town.makeMeters();
    MH_CHECK(town.pickTroubles());
    for (Meter& meter : town.m_meters)
        liveUntilToday(meter, plan);
    return town;
}

void Town::makeTerminals() {
    for (int i = 1; i <= m_plan.concentrators; ++i) {
        const TerminalAddress address{areaCode, static_cast<std::uint16_t>(i)};
        m_terminals.push_back({CarrierKind::Concentrator, address.shown(), address});
    }
    for (int i = 1; i <= m_plan.dtus; ++i)
        m_terminals.push_back({CarrierKind::Dtu, QStringLiteral("DTU%1").arg(i, 8, 10, QChar(u'0')), {}});
}

void Town::makeMeters() {
    for (int index = 0; index < m_plan.homes; ++index) {
        const Home home = homeOf(m_plan, index);
        for (const Commodity commodity : {Commodity::Gas, Commodity::Water}) {
            if (commodity == Commodity::Water && !home.hasWater)
                continue;
            const std::uint64_t number = std::uint64_t(index) * 2 + (commodity == Commodity::Water ? 1 : 0);
            Dice dice(m_plan.seed, {purpose::meter, number});
            Meter meter;
            meter.model = &meterModels()[static_cast<std::size_t>(modelOf(home, commodity))];
            meter.habit = {m_plan.seed, number, commodity, home.people, home.heating};
            meter.home = index;
            meter.installed = installationOf(m_plan, dice);
            meter.address = addressOf(*meter.model, meter.installed, index, dice);
            meter.startLitres = dice.below(900);
            meter.batteryLow = dice.oneIn(150);
            meter.valveNoise = static_cast<std::uint8_t>(dice.below(256) & ~0x04);
            meter.ownSer = static_cast<std::uint8_t>(dice.below(256));
            meter.sequence = (home.placeInBook + 1) * 10 + (commodity == Commodity::Water ? 5 : 0);

            const int concentrator = home.book * m_plan.concentrators / m_plan.books;
            const int branchInBook = home.placeInBook * branchesPerBook / home.homesInBook;
            meter.terminal = concentrator;
            meter.port = (home.book * branchesPerBook + branchInBook) % portsOfConcentrator + 1;
            if (commodity == Commodity::Water && waterHangsOnDtu(m_plan, home.book)) {
                meter.terminal = m_plan.concentrators + home.book / 3 % m_plan.dtus;
                meter.port = 0;
            }
            const int place = static_cast<int>(m_meters.size());
            m_byAddress.emplace(addressKey(meter.address), place);
            m_branches[branchKey(meter.terminal, meter.port)].push_back(place);
            m_meters.push_back(meter);
        }
    }
}

void Town::setRates(const FaultPlan& faults) {
    m_faults.lost = faults.lost;
    m_faults.lateDuplicate = faults.lateDuplicate;
    m_faults.corrupt = faults.corrupt;
    m_faults.torn = faults.torn;
}

Meter* Town::find(const MeterAddress& address) {
    const auto found = m_byAddress.find(addressKey(address));
    return found == m_byAddress.end() ? nullptr : &m_meters[static_cast<std::size_t>(found->second)];
}

const std::vector<int>& Town::branch(int terminal, int port) const {
    static const std::vector<int> empty;
    const auto found = m_branches.find(branchKey(terminal, port));
    return found == m_branches.end() ? empty : found->second;
}

void Town::advance(int hours) {
    m_advancedHours += hours;
    while (hours > 0) {
        const int toHour = std::min(24, m_hour + hours);
        for (Meter& meter : m_meters)
            meter.litres += countedLitres(meter, m_day, m_hour, toHour);
        hours -= toHour - m_hour;
        m_hour = toHour;
        if (m_hour < 24)
            continue;
        m_hour = 0;
        m_day = m_day.addDays(1);
        for (Meter& meter : m_meters) {
            if (m_day.day() == meter.settlementDay)
                settle(meter);
        }
    }
}

bool Town::hears(const Meter& meter) const {
    switch (meter.silence) {
    case Silence::None:
        return true;
    case Silence::ClosedSlots:
        return m_hour >= hourSlotsOpen;
    case Silence::DeadMeter:
    case Silence::DeadBranch:
        return false;
    }
    Q_UNREACHABLE();
}

CivilTime Town::clock(Instant machineNow) {
    if (!m_clockShift) {
        const CivilTime machine = CivilTime::of(machineNow);
        m_clockShift = midnight(m_plan.today) - midnight(*machine.date());
    }
    return CivilTime::of(machineNow + *m_clockShift + Duration::hours(m_advancedHours));
}

} // namespace meterhall::town
