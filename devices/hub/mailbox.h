#pragma once

#include <QObject>

#include <functional>
#include <mutex>
#include <vector>

namespace meterhall::devices {

/// Calls for the thread this object lives in, run in the order they were posted. The queue is its own, under one
/// lock held for moments, and Qt only wakes the thread: so ThreadSanitizer, to which Qt's own queues are invisible,
/// sees every hand-over between the hub's threads. Calls still waiting when the mailbox goes are dropped.
class Mailbox final : public QObject {
    Q_OBJECT

public:
    using Call = std::function<void()>;

    /// From any thread; returns at once.
    void post(Call call);
    /// From any other thread than the mailbox's; returns when the call has been made.
    void postAndWait(const Call& call);

private:
    Q_INVOKABLE void drain();

    std::mutex m_mutex;
    std::vector<Call> m_calls;
};

} // namespace meterhall::devices
