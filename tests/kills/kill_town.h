#pragma once

#include "core/gateway/meter_report.h"
#include "core/services/session.h"
#include "core/storage/database.h"

#include <map>
#include <utility>

namespace meterhall::tests {

/// A worker has nobody to hand an error to: it says what went wrong and ends, so that whoever waits outside sees it.
[[noreturn]] void giveUp(const char* what, const QString& why);

template <class T>
T must(Result<T> result, const char* what) {
    if (!result.ok())
        giveUp(what, result.error().toString());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// A workplace that outlives the processes that work in it: it is set up once, and then one process after another signs
/// in, works and is killed. Its clock stands still but for tick(), and begins later in every process.
class KillTown {
public:
    struct Place {
        QString url;    ///< sqlite:FILE or postgresql:///name?host=…, without a login
        QString folder; ///< keys and witness notes
        QString staff;  ///< the operators are this with a number; on PostgreSQL the logins of the whole server
        Date today;
        int life = 0;  ///< how many processes there were before this one
        int books = 3; ///< the rest is for setUp() only
        int homesPerBook = 54;
        bool clockStands = false; ///< in all processes alike, also for tick()
    };
    explicit KillTown(Place place);

    enum class Person { Administrator, Reader, Supervisor, Drafter, Checker, Finance, Lead, Cashier, SecondCashier };
    void setUp();
    services::Session& session(Person person);
    /// A connection past all services, for what a resuming process must know; on PostgreSQL as the superuser.
    storage::Database& behindTheServices();

    Date today() const { return m_place.today; }
    void moveTo(Date day);
    /// Time goes on by a millisecond. Everything that is to be told apart by its instant is preceded by one.
    Instant tick();

    struct Meter {
        QString deviceAddress;
        QString terminal;
        int home;
        bool gas;
    };
    /// All meters in the order of their addresses.
    const std::vector<Meter>& meters();
    /// What the meter would report today, at two in the morning by its clock: each day a little more.
    MeterReport report(const Meter& meter) const;
    std::vector<BookId> books();
    /// In the order in which a run of the book numbers them.
    std::vector<AccountId> accountsOf(BookId book);
    /// The accounts that one customer pays together.
    std::vector<AccountId> accountsOfHome(int home);
    int homes();

private:
    services::Workplace workplaceFor(Person person) const;
    QString numberOf(Person person) const;
    void importArchive();
    void enterTariffs();
    template <class T>
    std::vector<T> column(std::string_view sql, const storage::Values& values);

    Place m_place;
    Duration m_ticked;
    std::map<Person, services::Session> m_sessions;
    std::unique_ptr<storage::Database> m_behind;
    std::vector<Meter> m_meters;
};

} // namespace meterhall::tests
