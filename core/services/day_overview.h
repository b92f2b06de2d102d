#pragma once

#include "core/ledger/shift.h"
#include "core/ledger/tender.h"
#include "core/services/session.h"
#include "core/services/staff_name.h"

namespace meterhall::services {

enum class ShiftStage : std::uint8_t { Open, Counted, Closed };

struct ShiftOfDay {
    ShiftId id;
    SeatNumber seat = 0;
    QString seatName;
    StaffName cashier;
    Instant openedAt;
    Money floatGiven;
    ShiftStage stage = ShiftStage::Open;
    std::optional<ShiftCount> count{}; ///< what the cashier found, with the pieces
    /// From the count on, for nobody before: the drawer is counted blind, and counted once.
    std::optional<Money> expected{};
    std::optional<Money> over{}; ///< not netted with `shortage`
    std::optional<Money> shortage{};
    QString reason{}; ///< of the difference; when it is closed
    std::optional<StaffName> lead{};
    std::optional<Instant> closedAt{};
};

/// What is looked at before a day is closed. closeDay() looks again.
enum class DayCheckKind : std::uint8_t {
    ShiftsClosed, ///< subjects: shift ids, also of earlier days
    Balanced,     ///< subjects: journal ids
    PaperNumbers, ///< no number of a shift's stretch was passed over; subjects: shift ids. Keeps nobody from closing
};
struct DayCheck {
    DayCheckKind kind;
    bool blocks = true;
    QStringList subjects{};

    bool holds() const { return subjects.isEmpty(); }
};

/// Receipts of a day by company and way of payment, what was taken back counted off.
struct CompanyTaking {
    LegalEntityId entity;
    QString entityCode;
    QString entityName;
    PaymentMethod method = PaymentMethod::Cash;
    int receipts = 0;
    Money amount;
};

/// A transfer that was shown or a cheque that was handed over, or the taking back of one, whose amount is negative.
struct BankPaper {
    std::int64_t paperNumber = 0; ///< of the first receipt of the visit
    SeatNumber seat = 0;
    Tender tender;
    Money amount;
};

struct DayOverview {
    Date day;
    std::optional<StaffName> closedBy; ///< empty: the day is open
    std::optional<Instant> closedAt;
    std::vector<ShiftOfDay> shifts; ///< by seat
    /// For those who close days or judge the books, on an open day.
    std::vector<DayCheck> checks;
    /// The same people; empty as long as whoever asks has a drawer of his own to count on that day.
    std::optional<std::vector<CompanyTaking>> takings;
    std::vector<BankPaper> bankPapers{}; ///< with the takings, by number of the receipt

    bool canBeClosed() const;
};

/// The page of a business day (Service::ShowDay). Who closes days or judges the books sees all shifts; anybody else his
/// own ones, and whether the day is closed. NotAllowed.
Result<DayOverview> dayOverview(Session& session, Date businessDay);

} // namespace meterhall::services
