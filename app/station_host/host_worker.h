#pragma once

#include "app/station/station.h"
#include "app/workplace/workplace_file.h"
#include "ui/shell/database_thread.h"
#include "ui/shell/reading_station.h"

#include <QTimer>

#include <future>

namespace meterhall::app {

/// The session at the station's seat, in a thread of its own; callers wait for the answer.
class StationDatabase {
public:
    explicit StationDatabase(ui::DatabaseThread::Opener signIn)
        : m_thread(std::move(signIn)) {}

    template <class Job>
    std::invoke_result_t<Job, services::Session&> ask(Job job) {
        using Answer = std::invoke_result_t<Job, services::Session&>;
        const auto promise = std::make_shared<std::promise<Answer>>();
        m_thread.post(ui::Urgency::Now, [promise, &job](Result<services::Session*> session) {
            promise->set_value(session.ok() ? job(**session) : Answer(std::move(session).error()));
        });
        Answer answer = promise->get_future().get();
        if (!answer.ok() && isLost(answer.error()))
            m_thread.reopen(); // the next job signs in anew
        return answer;
    }

private:
    static bool isLost(const Error& error);

    ui::DatabaseThread m_thread;
};

/// Takes what the hub's sink thread brings to the session.
class HostSink final : public ReportSink {
public:
    explicit HostSink(StationDatabase& database)
        : m_database(database) {}
    Result<void> accept(std::span<const MeterReport> reports) override;

private:
    StationDatabase& m_database;
};

/// The station itself: the hub, and one run at a time. Everything but the constructor happens in the thread it was
/// moved to, which may wait for the database; the window hears of it through the signals.
class HostWorker : public QObject {
    Q_OBJECT

public:
    explicit HostWorker(StationPlace place);
    ~HostWorker() override;

    /// Signs in and opens the ports; nothing when they are open. While it closes, it opens afterwards.
    void open(const ui::DatabaseThread::Opener& signIn);
    void begin(const services::ReadingScope& scope);
    void end();
    /// A run that goes on is finished with what is known. Ends in `closed`.
    void close();

Q_SIGNALS:
    void opened(const meterhall::ui::ReadingStation::Place& place);
    void refused(const meterhall::Error& error);
    void closed();
    void online(const std::set<QString>& terminals);
    void progressed(int total, int read, int failed);
    void finished(int total, int read, int failed);
    void failed(const meterhall::Error& error);
    void heard(const std::vector<meterhall::ui::HeardFrame>& frames);

private:
    struct Run {
        std::int64_t number = 0;
        std::vector<services::MeterOutcome> outcomes;
    };

    Result<ui::ReadingStation::Place> tryToOpen(const ui::DatabaseThread::Opener& signIn);
    Result<Run> tryToBegin(const services::ReadingScope& scope);
    void listenToHub();
    void runEnded(const devices::RunSummary& summary);
    void look();
    void drop();

    StationPlace m_place;
    devices::SystemClock m_clock;
    std::unique_ptr<const devices::ProfileCatalog> m_profiles; ///< read when the station first opens
    std::unique_ptr<StationDatabase> m_database;
    std::unique_ptr<HostSink> m_sink;
    std::unique_ptr<devices::Hub> m_hub;
    std::optional<Error> m_refusal;
    std::optional<Run> m_run;
    std::set<QString> m_online;
    bool m_onlineChanged = false;
    bool m_closing = false;
    ui::DatabaseThread::Opener m_next; ///< who wants it open again after it has closed
    QTimer m_look;
};

} // namespace meterhall::app
