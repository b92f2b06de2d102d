#include "ui/shell/database_thread.h"

namespace meterhall::ui {

namespace {
constexpr int longStep = 1'000'000;
} // namespace

DatabaseThread::DatabaseThread(Opener opener, std::function<void()> before)
    : m_opener(std::move(opener))
    , m_before(std::move(before))
    , m_thread([this] { loop(); }) {}

DatabaseThread::~DatabaseThread() {
    std::deque<Task> dropped;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        dropped.swap(m_now);
        for (Task& task : m_later)
            dropped.push_back(std::move(task));
        m_later.clear();
    }
    m_wake.notify_all();
    m_thread.join();
    for (const Task& task : dropped)
        task.work(DeskError::Cancelled);
}

void DatabaseThread::post(Urgency urgency, Work work) {
    {
        const std::lock_guard lock(m_mutex);
        (urgency == Urgency::Now ? m_now : m_later).push_back({.work = std::move(work)});
    }
    m_wake.notify_one();
}

void DatabaseThread::lend(std::function<Result<void>()> check, Opener opener, Work work) {
    {
        const std::lock_guard lock(m_mutex);
        m_now.push_back({std::move(work), std::move(check), std::move(opener)});
    }
    m_wake.notify_one();
}

void DatabaseThread::reopen() {
    const std::lock_guard lock(m_mutex);
    m_reopen = true;
}

void DatabaseThread::openWith(Opener opener) {
    const std::lock_guard lock(m_mutex);
    m_opener = std::move(opener);
}

int DatabaseThread::load() const {
    const std::lock_guard lock(m_mutex);
    return int(m_now.size() + m_later.size()) + m_atHand;
}

void DatabaseThread::loop() {
    while (const auto task = next()) {
        if (m_before)
            m_before();
        if (task->opener)
            lendFor(*task);
        else
            task->work(session());
    }
    m_session.reset(); // in the thread that opened it
}

void DatabaseThread::lendFor(const Task& task) {
    auto checked = task.check();
    if (!checked.ok()) {
        task.work(std::move(checked).error());
        return;
    }
    m_session.reset();
    auto opened = task.opener();
    if (opened.ok())
        task.work(&*opened);
    else
        task.work(std::move(opened).error());
}

std::optional<DatabaseThread::Task> DatabaseThread::next() {
    std::unique_lock lock(m_mutex);
    m_atHand = 0;
    m_wake.wait(lock, [this] { return m_stopping || !m_now.empty() || !m_later.empty(); });
    if (m_stopping)
        return {};
    std::deque<Task>& queue = m_now.empty() ? m_later : m_now;
    Task task = std::move(queue.front());
    queue.pop_front();
    m_atHand = &queue == &m_later ? longStep : 1;
    return task;
}

Result<services::Session*> DatabaseThread::session() {
    bool again = false;
    Opener opener;
    {
        const std::lock_guard lock(m_mutex);
        std::swap(again, m_reopen);
        opener = m_opener;
    }
    if (again)
        m_session.reset();
    if (!m_session) {
        auto opened = opener();
        if (!opened.ok())
            return std::move(opened).error();
        m_session.emplace(std::move(*opened));
    }
    return &*m_session;
}

} // namespace meterhall::ui
