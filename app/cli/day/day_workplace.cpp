#include "app/cli/day/day_workplace.h"

#include "app/workplace/workplace_file.h"

#include <QDateTime>

#include <array>

namespace meterhall::app {

using services::Session;
using services::Workplace;

namespace {

struct Person {
    Role role;
    SeatNumber seat;
    const char* number;
    const char* name;
    Duty duty;
};

constexpr std::array<Person, 8> people{{
    {Role::Administrator, 1, "a01", "管理员", Duty::Administrator},
    {Role::Cashier, 2, "c01", "收费员", Duty::Cashier},
    {Role::Supervisor, 3, "s01", "抄表班长", Duty::ReadingSupervisor},
    {Role::Drafter, 4, "k01", "核算员甲", Duty::ReviewClerk},
    {Role::Checker, 5, "k02", "核算员乙", Duty::ReviewClerk},
    {Role::Finance, 6, "f01", "财务", Duty::Finance},
    {Role::Lead, 7, "l01", "收费班长", Duty::ShiftLead},
    {Role::Station, 8, "h01", "集抄主站", Duty::Reader},
}};

const Person& personOf(Role role) {
    return *std::find_if(people.begin(), people.end(), [role](const Person& person) { return person.role == role; });
}

// The sandbox is nobody's money: its passwords are made from the numbers and written in the user guide.
QByteArray passwordOf(const Person& person) {
    return QByteArray("Sandbox-Town-") + person.number;
}

} // namespace

DayWorkplace::DayWorkplace(Settings settings)
    : m_settings(std::move(settings))
    , m_clock([] { return Instant::fromMicroseconds(QDateTime::currentMSecsSinceEpoch() * 1000); }) {}

Workplace DayWorkplace::workplaceAt(SeatNumber seat) const {
    return {.url = m_settings.url,
            .seat = seat,
            .keyFile = m_settings.folder + QStringLiteral("/sealing.keys"),
            .witnessFolder = m_settings.folder,
            .hall = {QStringLiteral("澄江营业厅"), QStringLiteral("0571-96000")},
            .clock = m_clock};
}

Result<void> DayWorkplace::setUp() {
    const Person& first = personOf(Role::Administrator);
    MH_CHECK(
        services::setUpWorkplace(workplaceAt(first.seat), m_settings.admin,
                                 {QString::fromUtf8(first.number), QString::fromUtf8(first.name), passwordOf(first)}));
    MH_TRY(Session* const administrator, session(Role::Administrator));
    for (const Person& person : people) {
        if (person.role == Role::Administrator)
            continue;
        const QString number = QString::fromUtf8(person.number);
        MH_CHECK(services::addSeat(*administrator, person.seat, QStringLiteral("%1").arg(person.seat)));
        MH_CHECK(services::addOperator(*administrator,
                                       {number, QString::fromUtf8(person.name), {person.duty}, passwordOf(person)}));
    }
    return {};
}

Result<void> DayWorkplace::writeFile(const QString& file, Role role) const {
    const QString papers = QStringLiteral("folder:%1/papers").arg(m_settings.folder);
    WorkplaceFile workplace{.workplace = workplaceAt(personOf(role).seat), .printer = papers, .training = true};
    // Meters of the town answer within milliseconds; a real line needs seconds.
    workplace.station =
        StationPlace{.seat = personOf(Role::Station).seat, .answerMilliseconds = 500, .terminalSeconds = 30};
    return workplace.save(file);
}

Result<Session> DayWorkplace::openSession(Role role) const {
    const Person& person = personOf(role);
    return services::signIn(workplaceAt(person.seat), QString::fromUtf8(person.number), passwordOf(person));
}

Result<Session*> DayWorkplace::session(Role role) {
    auto known = m_sessions.find(role);
    if (known == m_sessions.end()) {
        MH_TRY(Session opened, openSession(role));
        known = m_sessions.emplace(role, std::move(opened)).first;
    }
    return &known->second;
}

} // namespace meterhall::app
