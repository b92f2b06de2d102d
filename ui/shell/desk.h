#pragma once

#include "ui/shell/database_thread.h"
#include "ui/shell/long_run.h"
#include "ui/shell/work_at_hand.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace meterhall::services {
class Credentials;
}

namespace meterhall::ui {

class PrintQueue;
class ReadingStation;

/// A write that was asked for, until somebody has seen what became of it.
struct OutboxEntry {
    std::int64_t number = 0;
    QString what;               ///< "Payment 559.95 of 0310224508": no personal data
    bool done = false;          ///< else it is on its way
    std::optional<Error> error; ///< of a write that failed after its page was gone
};

/// Somebody who comes to the seat of somebody else for one thing.
struct SecondPerson {
    QString number;
    QByteArray password;
    Service service; ///< what he must be allowed to do
};

struct DeskOptions {
    int readers = 2;
    std::function<void()> beforeWork = {}; ///< tests: a slow database
};

/// How a page talks to the core: work runs on a database thread with a session there, and the answer comes back on the
/// interface thread. Nothing here waits.
///
///     desk.read(this, [id](Session& s) { return openBills(s, id); }, [this](Result<...> bills) { show(bills); });
///
/// The answer of a read is dropped when its context is gone. The answer of a write whose context is gone goes to the
/// outbox, which the shell shows.
class Desk : public QObject {
    Q_OBJECT

public:
    explicit Desk(services::Workplace workplace, DeskOptions options = {}, QObject* parent = nullptr);
    ~Desk() override;

    const services::Workplace& workplace() const { return m_workplace; }

    /// Opens the writing session; further threads sign in when they are first needed.
    void signIn(const QString& number, const QByteArray& password,
                std::function<void(Result<services::SignedIn>)> done);
    /// Whether this is the password of whoever is signed in; the sessions stay as they are.
    void checkPassword(const QByteArray& password, QObject* context,
                       std::function<void(Result<services::SignedIn>)> done);
    /// Replaces the password of whoever is signed in, as changeOwnPassword() does. He stays signed in: sessions that
    /// are opened from then on take the new one, and who() need not change his password any more.
    void changePassword(const QByteArray& old, const QByteArray& password, QObject* context,
                        std::function<void(Result<void>)> done);
    /// Opens sessions of whoever is signed in at another seat, for work that has a thread of its own.
    DatabaseThread::Opener opensAt(SeatNumber seat) const;
    /// Ends all sessions. Work at hand is finished first, work that waits is told Cancelled.
    void signOut();
    bool isSignedIn() const { return m_who.has_value(); }
    /// Only while signed in.
    const services::SignedIn& who() const { return *m_who; }
    bool may(Service service) const { return m_who && mayUse(m_who->duties, service); }
    const UtilityZone& zone() const { return *m_zone; }
    Instant now() const { return m_workplace.clock(); }
    Date businessDay() const;
    /// A key for something that is about to be asked for, out of a stock that is filled ahead. Ask hasKey() first.
    std::int64_t newKey();
    bool hasKey() const { return !m_keys.empty(); }

    template <class Job, class Done>
    void read(QObject* context, Job job, Done done) {
        runOn(nextReader(), Urgency::Now, context, 0, std::move(job), std::move(done));
    }

    template <class Job, class Done>
    void write(const QString& what, QObject* context, Job job, Done done) {
        runOn(m_writer.get(), Urgency::Now, context, enterOutbox(what), std::move(job), std::move(done));
    }

    /// Something that is written by a second person at this seat, under that name. Number, password and duty are tried
    /// first, and nothing happens when they are not right (SamePerson when it is whoever works here). Then the seat is
    /// the other's for this one job. Whoever works here stays signed in and takes the seat again with his next work.
    template <class Job, class Done>
    void writeAs(const SecondPerson& second, const QString& what, QObject* context, Job job, Done done) {
        runThrough([this, second](DatabaseThread::Work work) { lendSeat(second, std::move(work)); }, m_writer.get(),
                   context, enterOutbox(what), std::move(job), std::move(done));
    }

    /// Where papers go; set once by the program.
    void setPrinter(PrintQueue* printer) { m_printer = printer; }
    bool hasPrinter() const { return m_printer != nullptr; }
    PrintQueue& printer() const { return *m_printer; }

    /// The master station beside this window, null where there is none. Set once by the program, which ends it when
    /// no page is left.
    void setStation(ReadingStation* station);
    ReadingStation* station() const { return m_station; }

    enum class RunOn : std::uint8_t { Writer, Reader };
    /// Begins long work: step after step, each after everything urgent; it outlives its page. On the writing thread,
    /// or, when it only reads, on a reading one: that one alone is taken while a step lasts.
    LongRun* start(const QString& title, LongRun::Step step, RunOn thread = RunOn::Writer);
    /// A line for work that is done elsewhere: whoever does it calls take() and ends when it says Cancelled.
    LongRun* follow(const QString& title);
    const std::vector<QPointer<LongRun>>& runs() const { return m_runs; }

    /// Of whoever is signed in; forgotten when he leaves.
    WorkAtHand& workAtHand() { return m_workAtHand; }

    const std::vector<OutboxEntry>& outbox() const { return m_outbox; }
    void forget(std::int64_t outboxNumber);
    /// Nothing was asked that is not answered yet.
    bool isQuiet() const { return m_unanswered == 0; }
    /// Work that waits or runs on the writing thread.
    bool isWriting() const;

Q_SIGNALS:
    void signedIn();
    void signedOut();
    void outboxChanged();
    void runsChanged();

private:
    template <class Job, class Done>
    void runOn(DatabaseThread* thread, Urgency urgency, QObject* context, std::int64_t outboxNumber, Job job,
               Done done) {
        runThrough([thread, urgency](DatabaseThread::Work work) { thread->post(urgency, std::move(work)); }, thread,
                   context, outboxNumber, std::move(job), std::move(done));
    }

    template <class Post, class Job, class Done>
    void runThrough(Post post, const DatabaseThread* thread, QObject* context, std::int64_t outboxNumber, Job job,
                    Done done) {
        using Answer = std::invoke_result_t<Job, services::Session&>;
        auto deliver = [this, guard = QPointer<QObject>(context), outboxNumber,
                        done = std::move(done)](Answer answer) mutable {
            --m_unanswered;
            leaveOutbox(outboxNumber, answer.ok() ? std::nullopt : std::optional<Error>(answer.error()),
                        guard.isNull());
            if (guard)
                done(std::move(answer));
        };
        ++m_unanswered;
        if (!thread) {
            deliver(Answer(Error(DeskError::NotSignedIn)));
            return;
        }
        post([this, job = std::move(job), deliver = std::move(deliver)](Result<services::Session*> session) mutable {
            auto answer = std::make_shared<Answer>(session.ok() ? job(**session) : Answer(std::move(session).error()));
            answerLater([answer, deliver = std::move(deliver)]() mutable { deliver(std::move(*answer)); });
        });
    }

    void answerLater(std::function<void()> answer);
    DatabaseThread::Opener writing(const services::Credentials& credentials) const;
    DatabaseThread::Opener reading(const services::Credentials& credentials) const;
    std::function<Result<services::Session>(SeatNumber)> elsewhere(const services::Credentials& credentials) const;
    void openWith(const QByteArray& password);
    void lendSeat(const SecondPerson& second, DatabaseThread::Work work);
    DatabaseThread* nextReader();
    void fetchKeys();
    std::int64_t enterOutbox(const QString& what);
    void leaveOutbox(std::int64_t number, std::optional<Error> error, bool unseen);
    void stepRun(const QPointer<LongRun>& run, RunOn thread);
    LongRun* addRun(const QString& title, LongRun::Step step);
    void cancelRuns();

    services::Workplace m_workplace;
    DeskOptions m_options;
    std::optional<services::SignedIn> m_who;
    int m_sitting = 0; ///< counts sign-ins: the answer to somebody who has left concerns nobody
    std::optional<UtilityZone> m_zone;
    std::unique_ptr<DatabaseThread> m_writer;
    std::vector<std::unique_ptr<DatabaseThread>> m_readers;
    WorkAtHand m_workAtHand;
    PrintQueue* m_printer = nullptr;
    ReadingStation* m_station = nullptr;
    std::function<Result<services::Session>(SeatNumber)> m_opensAt; ///< keeps the password for itself
    std::size_t m_turn = 0;
    std::deque<std::int64_t> m_keys; ///< made ahead, so that nobody waits for one
    bool m_fetchingKeys = false;
    std::int64_t m_lastOutbox = 0;
    int m_unanswered = 0;
    std::vector<OutboxEntry> m_outbox;
    std::vector<QPointer<LongRun>> m_runs;
};

} // namespace meterhall::ui
