#pragma once

#include "core/ledger/tender.h"
#include "core/services/customers.h"

#include <QObject>

#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace meterhall::ui {

/// What was typed for a payment that is not taken yet.
struct TypedPayment {
    QString received{}; ///< as it was typed
    Tender tender{};
};

/// A customer who was left half-way at the Counter: set aside (挂起), or there when the page was made anew.
struct HalfPaid {
    AccountId account;
    QString holder{};
    TypedPayment typed{};
    std::set<std::int64_t> unticked{}; ///< bills he does not pay today
    std::optional<std::int64_t> key{}; ///< of a payment that was asked for and failed: the next try is the same one
};

/// What whoever works here was at last, and what he left half-way. Pages are made anew for another language; this stays
/// until he leaves the seat.
class WorkAtHand : public QObject {
    Q_OBJECT

public:
    /// Customers whose page was open, the last one first; as many as are worth looking through.
    const std::vector<services::FoundAccount>& recent() const { return m_recent; }
    void remember(const services::FoundAccount& customer);

    /// Customers set aside at the Counter, the last one first.
    const std::vector<HalfPaid>& setAside() const { return m_setAside; }
    void putAside(HalfPaid customer);
    /// Somebody stands there again: what was typed for him.
    std::optional<HalfPaid> takeBack(AccountId account);

    /// Who stood at the Counter when its page went; asking takes it.
    std::optional<HalfPaid> takeFromCounter() { return std::exchange(m_atCounter, {}); }
    void keepFromCounter(HalfPaid customer) { m_atCounter = std::move(customer); }

    /// Work of another page that was begun and is not over, at most one a page.
    struct Unfinished {
        QString page;             ///< id
        std::int64_t subject = 0; ///< a visit's
        QString name{};           ///< of the book, the run …: the same in every language
        int waiting = 0;          ///< how much of it
        bool operator==(const Unfinished&) const = default;
    };
    /// The last one first.
    const std::vector<Unfinished>& unfinished() const { return m_unfinished; }
    void begin(const Unfinished& work);
    void finish(const QString& page, std::int64_t subject);

    /// He left.
    void forget();

Q_SIGNALS:
    void changed();

private:
    std::vector<services::FoundAccount> m_recent;
    std::vector<HalfPaid> m_setAside;
    std::optional<HalfPaid> m_atCounter;
    std::vector<Unfinished> m_unfinished;
};

} // namespace meterhall::ui
