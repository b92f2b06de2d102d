#pragma once

#include "core/base/progress.h"
#include "core/calendar/accounting_month.h"
#include "core/calendar/reading_interval.h"
#include "core/money/money.h"
#include "core/services/archive.h"
#include "core/tariffs/billed_quantity.h"

#include <span>

namespace meterhall::services {

/// TwiceInFile: an earlier row is of the same account and month. OtherCurrency: ours is billed in another.
METERHALL_ERRORS(BillComparisonError, "billcomparison", TwiceInFile, OtherCurrency)

/// A bill of the system that is being replaced, as its file says. What it does not say is not compared.
struct OldBill {
    int row = 0;
    QByteArray content{};
    QString account;
    AccountingMonth month;
    std::optional<Date> from{};
    std::optional<Date> to{};
    std::optional<BilledQuantity> use{};
    Money total;
    std::map<QString, Money> components{}; ///< by their codes here
};

/// What a difference probably comes from; the first that applies.
enum class ComparisonCause : std::uint8_t {
    Period,     ///< other days
    Use,        ///< another use: as both say it, or one within five steps of the dial that gives their total
    Rounding,   ///< no more than some cents, nothing else known to differ
    Components, ///< the same total, other parts of it
    Price,      ///< the same use, another amount
    Unknown,    ///< their file does not say enough
};
constexpr ComparisonCause lastOf(ComparisonCause) {
    return ComparisonCause::Unknown;
}
/// "period", "use" …
QString codeOf(ComparisonCause cause);

enum class ComparedAs : std::uint8_t { Equal, Different, MissingHere, MissingThere };

/// One bill that is not the same in both systems.
struct ComparedBill {
    ComparedAs as;
    int row = 0; ///< of their file; 0 where it is not in it
    QString account;
    AccountingMonth month;
    std::optional<Money> theirs{};
    std::optional<Money> ours{};
    bool issued = true; ///< ours; else what would be billed
    std::optional<ComparisonCause> cause{};
    std::optional<BilledQuantity> theirUse{};
    std::optional<BilledQuantity> ourUse{};
    std::optional<ReadingInterval> ourDays{};
    std::map<QString, Money> components{}; ///< ours less theirs, of those that differ
    QString heldBecause{};                 ///< of one that is missing here: "not-read" …
};

struct BillComparisonCall {
    std::int64_t roundingMinor = 5;
    std::optional<BookId> book{};                             ///< whose bills should be in the file; all
    std::function<Result<void>(const ComparedBill&)> visit{}; ///< every bill that is not the same
};

struct BillComparison {
    struct Sum {
        std::int64_t bills = 0;
        Money difference; ///< ours less theirs
    };
    std::int64_t equal = 0;
    std::int64_t different = 0;
    std::int64_t missingHere = 0;
    std::int64_t missingThere = 0;
    std::int64_t notIssued = 0; ///< of ours that were compared
    Money theirs;               ///< of the bills both have
    Money ours;
    std::map<ComparisonCause, Sum> causes{};
    std::vector<RowError> errors{};
    bool holds() const { return different + missingHere + missingThere == 0 && errors.empty(); }
};

/// Compares the bills of another system with those that stand here: of the same account and accounting month, or, where
/// none is issued, with what is drafted or would be billed. The months that are compared are those of the file. Writes
/// nothing. Service::VerifyBooks.
Result<BillComparison> compareBills(Session& session, std::span<const OldBill> bills, const BillComparisonCall& call,
                                    const WorkProgress& progress = {});

} // namespace meterhall::services
