#include "devices/hub/mailbox.h"

#include <QCoreApplication>
#include <QEvent>

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
        QCoreApplication::postEvent(this, new QEvent(QEvent::User)); // Qt owns it from here
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

bool Mailbox::event(QEvent* event) {
    if (event->type() != QEvent::User)
        return QObject::event(event);
    std::vector<Call> calls;
    {
        const std::lock_guard lock(m_mutex);
        calls.swap(m_calls);
    }
    for (const Call& call : calls)
        call();
    return true;
}

} // namespace meterhall::devices
