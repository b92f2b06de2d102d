#include "ui/shell/desk.h"

#include "core/services/administration.h"
#include "core/services/credentials.h"
#include "ui/shell/station_line.h"

#include <QMetaObject>

#include <algorithm>

namespace meterhall::ui {

namespace {
constexpr std::size_t keyStock = 32;
}

Desk::Desk(services::Workplace workplace, DeskOptions options, QObject* parent)
    : QObject(parent)
    , m_workplace(std::move(workplace))
    , m_options(std::move(options)) {}

Desk::~Desk() {
    cancelRuns();
    m_readers.clear();
    m_writer.reset();
}

Date Desk::businessDay() const {
    const auto day = m_zone->businessDate(now());
    Q_ASSERT(day.ok());
    return *day;
}

void Desk::signIn(const QString& number, const QByteArray& password,
                  std::function<void(Result<services::SignedIn>)> done) {
    signOut();
    const services::Credentials credentials(number, password);
    m_writer = std::make_unique<DatabaseThread>(writing(credentials), m_options.beforeWork);
    m_opensAt = elsewhere(credentials);
    for (int i = 0; i < m_options.readers; ++i)
        m_readers.push_back(std::make_unique<DatabaseThread>(reading(credentials), m_options.beforeWork));

    using Opened = std::pair<services::SignedIn, UtilityZone>;
    runOn(
        m_writer.get(), Urgency::Now, this, 0,
        [](services::Session& session) -> Result<Opened> { return Opened(session.who(), session.zone()); },
        [this, done = std::move(done)](Result<Opened> opened) {
            if (!opened.ok()) {
                signOut();
                done(std::move(opened).error());
                return;
            }
            m_who = opened->first;
            m_zone = opened->second;
            fetchKeys();
            Q_EMIT signedIn();
            done(opened->first);
        });
}

void Desk::checkPassword(const QByteArray& password, QObject* context,
                         std::function<void(Result<services::SignedIn>)> done) {
    read(
        context,
        [place = m_workplace, password](services::Session& session) -> Result<services::SignedIn> {
            MH_TRY(const services::Session checked, services::signInToRead(place, session.who().number, password));
            return checked.who();
        },
        std::move(done));
}

DatabaseThread::Opener Desk::writing(const services::Credentials& credentials) const {
    return [place = m_workplace, credentials] { return services::signIn(place, credentials); };
}

DatabaseThread::Opener Desk::reading(const services::Credentials& credentials) const {
    return [place = m_workplace, credentials] { return services::signInToRead(place, credentials); };
}

std::function<Result<services::Session>(SeatNumber)> Desk::elsewhere(const services::Credentials& credentials) const {
    return [place = m_workplace, credentials](SeatNumber seat) {
        services::Workplace there = place;
        there.seat = seat;
        return services::signIn(there, credentials);
    };
}

// Readers that were opened before still take the old password for one that has to be changed.
void Desk::openWith(const QByteArray& password) {
    const services::Credentials credentials(m_who->number, password);
    m_writer->openWith(writing(credentials));
    m_opensAt = elsewhere(credentials);
    for (const auto& reader : m_readers) {
        reader->openWith(reading(credentials));
        reader->reopen();
    }
}

void Desk::lendSeat(const SecondPerson& second, DatabaseThread::Work work) {
    const services::Credentials credentials(second.number, second.password);
    const auto check = [place = m_workplace, credentials, service = second.service,
                        asking = m_who->id]() -> Result<void> {
        MH_TRY(const services::Session proved, services::signInToRead(place, credentials));
        if (proved.who().id == asking)
            return SecurityError::SamePerson;
        if (!mayUse(proved.who().duties, service))
            return Error(SecurityError::NotAllowed, {codeOf(service)});
        return {};
    };
    m_writer->lend(check, writing(credentials), std::move(work));
}

void Desk::changePassword(const QByteArray& old, const QByteArray& password, QObject* context,
                          std::function<void(Result<void>)> done) {
    runOn(
        m_writer.get(), Urgency::Now, this, enterOutbox(tr("New password")),
        [old, password](services::Session& session) { return services::changeOwnPassword(session, old, password); },
        [this, sitting = m_sitting, password, guard = QPointer<QObject>(context),
         done = std::move(done)](Result<void> answer) {
            if (answer.ok() && m_who && sitting == m_sitting) {
                m_who->mustChangePassword = false;
                openWith(password);
            }
            if (guard)
                done(std::move(answer));
        });
}

DatabaseThread::Opener Desk::opensAt(SeatNumber seat) const {
    if (!m_who)
        return [] { return Result<services::Session>(DeskError::NotSignedIn); };
    return [open = m_opensAt, seat] { return open(seat); };
}

void Desk::setStation(ReadingStation* station) {
    m_station = station;
    if (station)
        new StationLine(*this, *station);
}

void Desk::signOut() {
    const bool was = isSignedIn();
    ++m_sitting;
    cancelRuns();
    m_readers.clear();
    m_writer.reset();
    m_who.reset();
    m_opensAt = {};
    m_keys.clear();
    m_fetchingKeys = false;
    if (was)
        Q_EMIT signedOut();
    m_workAtHand.forget(); // also what pages left there as they went
}

void Desk::cancelRuns() {
    for (const QPointer<LongRun>& run : m_runs) {
        if (run)
            run->cancel();
    }
}

std::int64_t Desk::newKey() {
    Q_ASSERT(hasKey());
    const std::int64_t key = m_keys.front();
    m_keys.pop_front();
    if (m_keys.size() < keyStock / 2)
        fetchKeys();
    return key;
}

void Desk::fetchKeys() {
    if (m_fetchingKeys)
        return;
    m_fetchingKeys = true;
    using Keys = std::vector<std::int64_t>;
    runOn(
        m_writer.get(), Urgency::Now, this, 0,
        [](services::Session& session) -> Result<Keys> {
            Keys keys(keyStock);
            for (std::int64_t& key : keys)
                key = session.newKey();
            return keys;
        },
        [this](Result<Keys> keys) {
            m_fetchingKeys = false;
            if (keys.ok())
                m_keys.insert(m_keys.end(), keys->begin(), keys->end());
        });
}

LongRun* Desk::start(const QString& title, LongRun::Step step, RunOn thread) {
    LongRun* run = addRun(title, std::move(step));
    connect(run, &LongRun::resumed, this, [this, run, thread] { stepRun(run, thread); });
    stepRun(run, thread);
    Q_EMIT runsChanged();
    return run;
}

LongRun* Desk::follow(const QString& title) {
    LongRun* run = addRun(title, {});
    Q_EMIT runsChanged();
    return run;
}

LongRun* Desk::addRun(const QString& title, LongRun::Step step) {
    auto* run = new LongRun(title, std::move(step), this);
    std::erase_if(m_runs, [](const QPointer<LongRun>& old) { return old.isNull(); });
    m_runs.emplace_back(run);
    connect(run, &LongRun::changed, this, &Desk::runsChanged);
    return run;
}

void Desk::stepRun(const QPointer<LongRun>& run, RunOn thread) {
    if (!run || run->phase() != LongRun::Phase::Running || run->isAtWork())
        return;
    run->beginStep();
    runOn(
        thread == RunOn::Writer ? m_writer.get() : nextReader(), Urgency::Later, run, 0,
        [step = run->step()](services::Session& session) { return (*step)(session); },
        [this, run, thread](Result<LongRun::Progress> step) {
            run->take(std::move(step));
            stepRun(run, thread);
        });
}

void Desk::forget(std::int64_t outboxNumber) {
    std::erase_if(m_outbox, [&](const OutboxEntry& entry) { return entry.number == outboxNumber; });
    Q_EMIT outboxChanged();
}

bool Desk::isWriting() const {
    return std::any_of(m_outbox.begin(), m_outbox.end(), [](const OutboxEntry& entry) { return !entry.done; });
}

void Desk::answerLater(std::function<void()> answer) {
    QMetaObject::invokeMethod(this, std::move(answer), Qt::QueuedConnection);
}

DatabaseThread* Desk::nextReader() {
    if (m_readers.empty())
        return m_writer.get();
    // The one with the least to do; among equals they take turns.
    m_turn = (m_turn + 1) % m_readers.size();
    DatabaseThread* best = m_readers[m_turn].get();
    for (const auto& reader : m_readers) {
        if (reader->load() < best->load())
            best = reader.get();
    }
    return best;
}

std::int64_t Desk::enterOutbox(const QString& what) {
    m_outbox.push_back({.number = ++m_lastOutbox, .what = what, .done = false, .error = {}});
    Q_EMIT outboxChanged();
    return m_lastOutbox;
}

void Desk::leaveOutbox(std::int64_t number, std::optional<Error> error, bool unseen) {
    const auto entry =
        std::find_if(m_outbox.begin(), m_outbox.end(), [&](const OutboxEntry& e) { return e.number == number; });
    if (entry == m_outbox.end())
        return;
    entry->done = true;
    entry->error = std::move(error);
    if (unseen)
        Q_EMIT outboxChanged();
    else
        forget(number);
}

} // namespace meterhall::ui
