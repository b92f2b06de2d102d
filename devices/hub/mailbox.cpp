#include "devices/hub/mailbox.h"

#include <condition_variable>

namespace meterhall::devices {

void Mailbox::post(Call call) {
    bool wasEmpty = false;
    {
        const std::lock_guard lock(m_mutex);
        wasEmpty = m_calls.empty();
        m_calls.push_back(std::move(call));
    }
    if (wasEmpty)
        QMetaObject::invokeMethod(this, "drain", Qt::QueuedConnection); // by name: nothing of ours inside the event
}

void Mailbox::postAndWait(const Call& call) {
    std::mutex mutex;
    std::condition_variable changed;
    bool isDone = false;
    post([&] {
        call();
        const std::lock_guard lock(mutex);
        isDone = true;
        changed.notify_one();
    });
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return isDone; });
}

void Mailbox::drain() {
    std::vector<Call> calls;
    {
        const std::lock_guard lock(m_mutex);
        calls.swap(m_calls);
    }
    for (const Call& call : calls)
        call();
}

} // namespace meterhall::devices
