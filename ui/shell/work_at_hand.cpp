#include "ui/shell/work_at_hand.h"

#include <algorithm>

namespace meterhall::ui {

namespace {
constexpr std::size_t recentKept = 5;
}

void WorkAtHand::remember(const services::FoundAccount& customer) {
    std::erase_if(m_recent, [id = customer.account.id](const auto& old) { return old.account.id == id; });
    m_recent.insert(m_recent.begin(), customer);
    if (m_recent.size() > recentKept)
        m_recent.pop_back();
    Q_EMIT changed();
}

void WorkAtHand::putAside(HalfPaid customer) {
    std::erase_if(m_setAside, [&](const HalfPaid& old) { return old.account == customer.account; });
    m_setAside.insert(m_setAside.begin(), std::move(customer));
    Q_EMIT changed();
}

std::optional<HalfPaid> WorkAtHand::takeBack(AccountId account) {
    const auto found = std::ranges::find(m_setAside, account, &HalfPaid::account);
    if (found == m_setAside.end())
        return {};
    HalfPaid taken = std::move(*found);
    m_setAside.erase(found);
    Q_EMIT changed();
    return taken;
}

void WorkAtHand::begin(const Unfinished& work) {
    if (!m_unfinished.empty() && m_unfinished.front() == work)
        return;
    std::erase_if(m_unfinished, [&](const Unfinished& old) { return old.page == work.page; });
    m_unfinished.insert(m_unfinished.begin(), work);
    Q_EMIT changed();
}

void WorkAtHand::finish(const QString& page, std::int64_t subject) {
    const auto over = [&](const Unfinished& old) { return old.page == page && old.subject == subject; };
    if (std::erase_if(m_unfinished, over) > 0)
        Q_EMIT changed();
}

void WorkAtHand::forget() {
    m_recent.clear();
    m_setAside.clear();
    m_atCounter.reset();
    m_unfinished.clear();
    Q_EMIT changed();
}

} // namespace meterhall::ui
