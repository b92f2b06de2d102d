#pragma once

#include "core/base/checked.h"
#include "core/storage/catalogue.h"
#include "core/storage/row_digest.h"
#include "core/storage/seat.h"

namespace meterhall::storage {

struct UnitContext {
    Seat& seat;           ///< claimed on the same database
    QString operatorName; ///< on PostgreSQL the login of the connection; the database writes its own view of it
    QString action;       ///< stable name for the audit, "takePayment"
    Instant now;
    std::optional<Date> businessDay;
    QString details = {}; ///< for the audit; no personal data
};

/// The columns of a row by name: {{"id", id}, {"amount", amount}}.
using Fields = std::vector<std::pair<std::string_view, Value>>;
using Columns = std::vector<std::string_view>;

/// One user action = one unit of work = one transaction = one audit entry. Nothing is written without one, and nothing
/// of it stays unless commit() says so.
///
///     MH_TRY(UnitOfWork work, UnitOfWork::begin(database, {seat, operatorName, u"takePayment"_qs, now, day}));
///     MH_CHECK(work.insertGuarded("receipt", {{"id", id}, {"amount", amount}}));
///     MH_CHECK(work.insertGuardedRows("journal_line", {"journal_id", "line", "amount"}, lines));
///     MH_CHECK(work.execute("UPDATE customer_balance SET balance = balance + ? WHERE customer = ?", {amount, id}));
///     MH_CHECK(work.commit());
///
/// After any failure the unit can only be rolled back: commit() answers UnitFailed. On SQLite it holds the file's one
/// write lock from begin() on, so reads inside it see no other writer.
class UnitOfWork {
public:
    static Result<UnitOfWork> begin(Database& database, UnitContext context);
    /// Rolls back unless committed.
    ~UnitOfWork();
    UnitOfWork(UnitOfWork&& other) noexcept;
    UnitOfWork& operator=(UnitOfWork&&) = delete;
    UnitOfWork(const UnitOfWork&) = delete;
    UnitOfWork& operator=(const UnitOfWork&) = delete;

    /// To read inside the unit.
    Database& database() { return *m_database; }
    UnitId id() const { return m_id; }
    Instant now() const { return m_context.now; }
    const UnitContext& context() const { return m_context; }
    void setDetails(const QString& details) { m_context.details = details; }

    /// A new id of this seat; its counter is saved with the unit.
    template <class Tag>
    Id<Tag> nextId() {
        return m_context.seat.ids().next<Tag>();
    }

    /// INSERT, UPDATE or DELETE of tables that are not guarded; gives the number of rows changed.
    Result<std::int64_t> execute(std::string_view sql, const Values& values);

    /// One row into an append-only table. Its unit_id is added here; columns that are not named are null.
    Result<void> insertGuarded(std::string_view table, const Fields& fields);
    Result<void> insertGuarded(std::string_view table, const Columns& columns, const Values& values);
    /// All rows in one statement: the lines of a journal must come together, so that their balance can be checked.
    Result<void> insertGuardedRows(std::string_view table, const Columns& columns, std::span<const Values> rows);

    /// Parts were made or sealed (parts.h) and the list of guarded tables must be read anew.
    void catalogueChanged();

    /// How many guarded rows were written.
    std::int64_t guardedRows() const;

    Result<void> commit();

private:
    friend class BulkInsert;

    /// One guarded table of this unit.
    struct Target {
        Target(const GuardedTable& guarded, std::vector<Hash>& hashes)
            : table(guarded)
            , hasher(guarded)
            , rows(hashes) {}
        const GuardedTable table; ///< a copy: the catalogue may be read anew
        RowHasher hasher;
        std::vector<Hash>& rows;                  ///< in m_rows, under the logical name
        std::map<std::string, Int128> openGroups; ///< balance so far, by group
    };

    UnitOfWork(Database& database, UnitContext context);

    Result<Target*> target(std::string_view table);
    /// Hashes a row and adds it to its group; cells in the order of GuardedTable::columns.
    Result<void> record(Target& target, std::span<const Cell> cells);
    Result<void> insertRows(std::string_view table, const Columns& columns, std::span<const Values> rows);
    Result<void> checkBalances() const;
    Result<Hash> appendEntry();
    Result<void> finish();
    void rollBack();
    template <class T>
    Result<T> remember(Result<T> result) {
        m_failed = m_failed || !result.ok();
        return result;
    }

    Database* m_database;
    UnitContext m_context;
    UnitId m_id;
    std::map<std::string, std::unique_ptr<Target>, std::less<>> m_targets;
    RowsByTable m_rows;
    bool m_failed = false;
    bool m_catalogueChanged = false;
};

} // namespace meterhall::storage
