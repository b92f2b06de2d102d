#pragma once

#include "core/services/session.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace meterhall::ui {

enum class Urgency : std::uint8_t {
    Now,  ///< somebody waits for it
    Later ///< a step of a long run: after everything that is urgent
};

/// One thread with one session of its own. The session is opened in the thread, by the first work that comes; if it
/// cannot be opened, that work is told so and the next work tries again.
class DatabaseThread {
public:
    using Opener = std::function<Result<services::Session>()>;
    using Work = std::function<void(Result<services::Session*>)>;

    /// `before` runs before each work: tests make a slow database with it.
    explicit DatabaseThread(Opener opener, std::function<void()> before = {});
    /// Finishes the work at hand; what was not begun is told Cancelled.
    ~DatabaseThread();
    DatabaseThread(const DatabaseThread&) = delete;
    DatabaseThread& operator=(const DatabaseThread&) = delete;

    void post(Urgency urgency, Work work);
    /// Work in a session of somebody else: `check` first, and when it is content the own session is put down, `opener`
    /// opens the other one, and that ends with the work. The own one is opened again by the next work.
    void lend(std::function<Result<void>()> check, Opener opener, Work work);
    /// Drops the session, so that the next work opens another one.
    void reopen();
    /// Sessions are opened so from now on; the one that is open stays.
    void openWith(Opener opener);
    /// How much waits and is at hand. A step of a long run at hand counts for more than anything that waits.
    int load() const;

private:
    struct Task {
        Work work;
        std::function<Result<void>()> check{}; ///< of somebody else's work
        Opener opener{};
    };
    void loop();
    std::optional<Task> next();
    void lendFor(const Task& task);
    Result<services::Session*> session();

    Opener m_opener;
    std::function<void()> m_before;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_now;
    std::deque<Task> m_later;
    bool m_stopping = false;
    int m_atHand = 0; ///< as load() counts it
    bool m_reopen = false;
    std::optional<services::Session> m_session; ///< of the thread alone
    std::thread m_thread;
};

METERHALL_ERRORS(DeskError, "desk", Cancelled, NotSignedIn)

} // namespace meterhall::ui
