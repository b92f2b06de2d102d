#include "ui/first_run/first_run_work.h"

#include "core/services/administration.h"
#include "core/services/archive.h"
#include "core/services/first_run.h"
#include "core/services/tariffs.h"
#include "ui/first_run/known_holidays.h"
#include "ui/first_run/tariff_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace meterhall::ui {

namespace {

QByteArray archiveLine(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

TaskState doneIf(bool something) {
    return something ? TaskState::Done : TaskState::StoodAlready;
}

class FirstRun {
public:
    FirstRun(const FirstRunAnswers& answers, const FirstRunPlaces& places, const SaveWorkplace& save)
        : m_answers(answers)
        , m_workplace(answers.workplace(places))
        , m_save(save) {}

    struct Task {
        const char* title; ///< of the context FirstRun
        Result<TaskState> (FirstRun::*act)();
    };
    static std::vector<Task> tasksFor(const FirstRunAnswers& answers);

private:
    Result<TaskState> makeKey();
    Result<TaskState> takeKey();
    Result<TaskState> setUp();
    Result<TaskState> lookForSeat();
    Result<TaskState> addCompanies();
    Result<TaskState> addHolidays();
    Result<TaskState> addPeople();
    Result<TaskState> enterTariffs();
    Result<TaskState> saveWorkplace();
    Result<services::Session*> administrator();
    std::vector<services::NewOperator> peopleToAdd() const;

    const FirstRunAnswers& m_answers;
    services::Workplace m_workplace;
    const SaveWorkplace& m_save;
    std::optional<services::Session> m_administrator; ///< holds the seat
};

std::vector<FirstRun::Task> FirstRun::tasksFor(const FirstRunAnswers& answers) {
    const Task save{QT_TRANSLATE_NOOP("FirstRun", "Keep on this computer where it works"), &FirstRun::saveWorkplace};
    if (answers.purpose == Purpose::FurtherSeat)
        return {{QT_TRANSLATE_NOOP("FirstRun", "Take over the key file"), &FirstRun::takeKey},
                {QT_TRANSLATE_NOOP("FirstRun", "Look for the seat, try the key"), &FirstRun::lookForSeat},
                save};
    std::vector<Task> tasks{
        {QT_TRANSLATE_NOOP("FirstRun", "Make the key of personal data"), &FirstRun::makeKey},
        {QT_TRANSLATE_NOOP("FirstRun", "Set up database, seat 1 and administrator"), &FirstRun::setUp}};
    if (!answers.companies.empty() || !answers.books.empty())
        tasks.push_back({QT_TRANSLATE_NOOP("FirstRun", "Enter companies and books"), &FirstRun::addCompanies});
    if (answers.holidays)
        tasks.push_back({QT_TRANSLATE_NOOP("FirstRun", "Enter holidays"), &FirstRun::addHolidays});
    if (!answers.people.empty() || !answers.tariffs.empty())
        tasks.push_back({QT_TRANSLATE_NOOP("FirstRun", "Add operators"), &FirstRun::addPeople});
    if (!answers.tariffs.empty())
        tasks.push_back({QT_TRANSLATE_NOOP("FirstRun", "Enter tariffs as drafts"), &FirstRun::enterTariffs});
    tasks.push_back(save);
    return tasks;
}

Result<TaskState> FirstRun::makeKey() {
    MH_TRY(const services::PlaceFound found, services::probeWorkplace(m_answers.url(), m_answers.admin));
    if (found.kind == services::PlaceKind::SomethingElse)
        return services::WorkplaceError::SomethingElseThere;
    // A new key would not open what another one has sealed there.
    if (found.kind == services::PlaceKind::Meterhall && !QFileInfo::exists(m_workplace.keyFile))
        return services::WorkplaceError::NoKey;
    MH_TRY(const bool made, services::makeKeyFile(m_workplace.keyFile));
    return doneIf(made);
}

Result<TaskState> FirstRun::takeKey() {
    MH_TRY(const bool taken, services::takeKeyFile(m_answers.broughtKey, m_workplace.keyFile));
    return doneIf(taken);
}

Result<TaskState> FirstRun::setUp() {
    for (const QString& folder : {m_workplace.witnessFolder, QFileInfo(m_answers.sqliteFile).absolutePath()})
        QDir().mkpath(folder); // what cannot be made is told by whoever needs it
    const PersonAnswer& first = m_answers.first;
    auto made = services::setUpWorkplace(m_workplace, m_answers.admin, {first.number, first.name, first.password},
                                         m_answers.settings);
    if (made.ok())
        return TaskState::Done;
    if (!made.failedWith(services::WorkplaceError::AlreadySetUp))
        return std::move(made).error();
    const auto seat = services::checkSeat(m_workplace, m_workplace.keyFile, first.number, first.password);
    if (seat.failedWith(SecurityError::WrongPassword))
        return std::move(made).error(); // somebody else's workplace
    if (!seat.ok())
        return seat.error();
    if (seat->key == services::KeyFit::DoesNotFit)
        return services::WorkplaceError::KeyDoesNotFit;
    return TaskState::StoodAlready;
}

Result<TaskState> FirstRun::lookForSeat() {
    const PersonAnswer& opener = m_answers.opener;
    MH_TRY(const services::SeatFound seat,
           services::checkSeat(m_workplace, m_workplace.keyFile, opener.number, opener.password));
    if (seat.key == services::KeyFit::DoesNotFit)
        return services::WorkplaceError::KeyDoesNotFit;
    return TaskState::Done;
}

Result<services::Session*> FirstRun::administrator() {
    if (!m_administrator) {
        MH_TRY(m_administrator, services::signIn(m_workplace, m_answers.first.number, m_answers.first.password));
    }
    return &*m_administrator;
}

Result<TaskState> FirstRun::addCompanies() {
    MH_TRY(services::Session* const session, administrator());
    QList<QByteArray> lines;
    for (const CodedName& company : m_answers.companies)
        lines += archiveLine({{QStringLiteral("kind"), QStringLiteral("legal_entity")},
                              {QStringLiteral("code"), company.code},
                              {QStringLiteral("name"), company.name}});
    for (const CodedName& book : m_answers.books)
        lines += archiveLine({{QStringLiteral("kind"), QStringLiteral("book")},
                              {QStringLiteral("number"), book.code},
                              {QStringLiteral("reader"), QJsonObject{{QStringLiteral("name"), book.name}}}});
    MH_TRY(const services::ImportResult result, services::importArchive(*session, lines, {}));
    if (!result.errors.empty())
        return result.errors.front().reason;
    return doneIf(result.taken > 0);
}

Result<TaskState> FirstRun::addHolidays() {
    MH_TRY(services::Session* const session, administrator());
    MH_TRY(const auto days, knownHolidays());
    MH_TRY(const services::ImportResult result, services::importSpecialDays(*session, days));
    if (!result.errors.empty())
        return result.errors.front().reason;
    return doneIf(result.taken > 0);
}

std::vector<services::NewOperator> FirstRun::peopleToAdd() const {
    std::vector<services::NewOperator> added;
    for (const PersonAnswer& person : m_answers.people)
        added.push_back({person.number, person.name, person.duties, person.password, true});
    if (!m_answers.tariffs.empty()) { // gave his password himself
        const PersonAnswer& clerk = m_answers.clerk;
        added.push_back({clerk.number, clerk.name, clerk.duties, clerk.password, false});
    }
    return added;
}

Result<TaskState> FirstRun::addPeople() {
    MH_TRY(services::Session* const session, administrator());
    MH_TRY(const auto known, services::operators(*session));
    bool added = false;
    for (const services::NewOperator& person : peopleToAdd()) {
        if (std::any_of(known.begin(), known.end(), [&](const auto& row) { return row.who.number == person.number; }))
            continue;
        MH_CHECK(services::addOperator(*session, person).within(person.number));
        added = true;
    }
    return doneIf(added);
}

Result<TaskState> FirstRun::enterTariffs() {
    m_administrator.reset(); // the clerk sits down at the same seat
    MH_TRY(services::Session clerk, services::signIn(m_workplace, m_answers.clerk.number, m_answers.clerk.password));
    const auto templates = services::tariffTemplates();
    bool entered = false;
    for (const TariffAnswer& wanted : m_answers.tariffs) {
        const auto found = std::find_if(templates.begin(), templates.end(), [&](const services::TariffTemplate& known) {
            return known.file == wanted.file;
        });
        if (found == templates.end())
            continue; // of a program that had others
        MH_TRY(const auto versions, services::tariffVersions(clerk, found->code()));
        if (std::any_of(versions.begin(), versions.end(),
                        [&](const services::ListedTariff& version) { return version.effectiveFrom == wanted.from; }))
            continue;
        MH_CHECK(services::enterTariffFile(clerk, found->code(), found->filled(wanted.from, wanted.priceOrder)));
        entered = true;
    }
    return doneIf(entered);
}

Result<TaskState> FirstRun::saveWorkplace() {
    m_administrator.reset();
    MH_CHECK(m_save(m_workplace, m_answers.printer));
    return TaskState::Done;
}

} // namespace

QStringList firstRunTasks(const FirstRunAnswers& answers) {
    QStringList titles;
    for (const FirstRun::Task& task : FirstRun::tasksFor(answers))
        titles += QCoreApplication::translate("FirstRun", task.title);
    return titles;
}

Result<void> doFirstRun(const FirstRunAnswers& answers, const FirstRunPlaces& places, const SaveWorkplace& save,
                        const std::function<void(int task, TaskState state)>& tell) {
    FirstRun run(answers, places, save);
    int number = 0;
    for (const FirstRun::Task& task : FirstRun::tasksFor(answers)) {
        tell(number, TaskState::Running);
        auto state = (run.*task.act)();
        tell(number, state.ok() ? *state : TaskState::Failed);
        if (!state.ok())
            return std::move(state).error();
        ++number;
    }
    return {};
}

} // namespace meterhall::ui
