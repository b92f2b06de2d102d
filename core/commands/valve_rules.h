#pragma once

#include "core/commands/valve_clearance.h"
#include "core/quantity/commodity.h"

#include <set>
#include <vector>

namespace meterhall {

/// Why a valve is to be moved. The numbers are those of the database.
enum class ValveReason : std::uint8_t {
    Arrears = 1,      ///< 欠费: closes; notice, waiting time and many exceptions
    Danger = 2,       ///< 险情: closes, at any hour, by one person: waiting may cost lives
    CustomerWish = 3, ///< 用户申请 (报停/复用): closes or opens
    MeterWork = 4,    ///< 换表、维修: closes or opens, on an order
    Reconnection = 5, ///< 恢复供应: opens what arrears closed
    DangerOver = 6,   ///< 险情解除: opens what danger closed
};
QString codeOf(ValveReason reason);
Result<ValveReason> parseValveReason(QStringView code);

/// What is known of a customer that keeps a valve open, or the company patient. The numbers are those of the database.
enum class SupplyFlag : std::uint8_t {
    Protected = 1,   ///< hospital, school, relief household …: never closed for arrears
    MedicalNeed = 2, ///< somebody depends on supply to live
    Disputed = 3,    ///< the debt is disputed: dunning stops
    PaymentPlan = 4, ///< pays by instalments, or has promised
    Heating = 5,     ///< the home is heated with it: not closed for arrears in the heating season
};
QString codeOf(SupplyFlag flag);
Result<SupplyFlag> parseSupplyFlag(QStringView code);

/// Utilities differ; this is what differs, with defaults that err on the side of the customer.
struct ValvePolicy {
    int waitingDays = 7;      ///< from the day the notice was served
    int noticeValidDays = 90; ///< after that it has to be served again
    /// Closing for arrears: within these minutes of the day, and neither on a rest day nor on the day before one.
    int closeFromMinute = 8 * 60;
    int closeToMinute = 16 * 60;
    /// Opening gas: nobody's night. The hours of one province's rule for interruptions.
    int openFromMinute = 6 * 60;
    int openToMinute = 22 * 60;
    /// Heating season, month * 100 + day, over the new year.
    int heatingFrom = 1115;
    int heatingTo = 315;
    bool coldSpell = false; ///< severe cold was announced: nobody is closed for arrears
    Duration siteCheckValid = Duration::minutes(60);
    Duration clearanceValid = Duration::minutes(10);
    bool waterNeedsPresence = true; ///< an open tap floods the neighbour below
};

/// The moment in the utility's zone and working calendar.
struct ValveMoment {
    Instant now;
    Date day;
    int minuteOfDay = 0;
    bool isRestDay = false;
    bool restDayFollows = false;
};

struct ServedNotice {
    Date servedOn;
};

/// What the crew found at the meter: without it no gas valve is opened.
struct SiteCheck {
    Instant at;
    OperatorId crew;
    bool someonePresent = false;
    bool appliancesOff = false;
    bool leakFree = false;
};

struct ValveWish {
    ValveAction action;
    ValveReason reason;
    QString document;
    OperatorId requestedBy;
    std::optional<OperatorId> approvedBy{};
};

/// Everything the rules look at, as stored, at one moment.
struct ValveFacts {
    ValveMoment moment;
    Commodity commodity;
    std::int64_t overdueMinor = 0;        ///< of bills past their due date
    std::optional<Date> overdueSince{};   ///< the oldest due date among them
    std::set<SupplyFlag> flags{};         ///< in force on that day
    std::optional<ServedNotice> notice{}; ///< the newest
    std::optional<SiteCheck> siteCheck{}; ///< the newest at the service point
    /// Why the valve was closed, as far as commands may have closed it and none has opened it since; danger outlives
    /// any later reason.
    std::optional<ValveReason> closedFor{};
    bool otherCommandOpen = false; ///< of the same valve: not over, or nobody knows
};

enum class ValveBlock : std::uint8_t {
    // What is wrong with the wish itself.
    ReasonDoesNotFit,
    DocumentMissing,
    NothingOverdue,
    NoNotice,
    NoticeTooOld,
    ProtectedCustomer,
    Disputed,
    OnPaymentPlan,
    HeatingSeason,
    StillOwes,
    DangerNotOver,
    OtherCommandOpen,
    // What passes with time, or still has to be done.
    NoticeTooFresh,
    RestDay,
    OutsideHours,
    NotApproved,
    SamePerson,
    NobodyOnSite,
    SiteCheckOld,
    AppliancesNotOff,
    LeakNotExcluded,
    ApprovedByCrew,
};
/// "no-notice" …
QString codeOf(ValveBlock block);
QStringList codesOf(const std::vector<ValveBlock>& blocks);

/// Whether the reason can move a valve this way at all.
bool fits(ValveReason reason, ValveAction action);
/// Whether this wish needs a second person.
bool needsApproval(ValveReason reason, ValveAction action);

} // namespace meterhall
