#pragma once

#include "core/calendar/accounting_month.h"
#include "core/papers/paper_parts.h"
#include "core/quantity/commodity.h"

#include <optional>
#include <vector>

namespace meterhall::papers {

/// How the current reading was come by; the customer has a right to know.
enum class PrintedOrigin : std::uint8_t { Actual, Estimated, Remote, SelfReported };

/// One register of one meter over the interval. All figures of a paper carry the decimals that are printed.
struct ReadingLine {
    QString meterNumber;
    Date previousOn = noDate();
    Decimal previous;
    Date currentOn = noDate();
    Decimal current;
    PrintedOrigin origin = PrintedOrigin::Actual;
    Decimal multiplier{1, 0};
    Decimal use;

    int days() const { return currentOn.daysSince(previousOn); }
    bool operator==(const ReadingLine&) const = default;
};

/// A meter exchange inside the interval.
struct ExchangeLine {
    Date on = noDate();
    QString oldMeter;
    Decimal oldEnd;
    QString newMeter;
    Decimal newStart;

    bool operator==(const ExchangeLine&) const = default;
};

/// One component in one tier. `tier` is empty where a component has none, price and quantity where it is a fixed sum.
struct ChargeRow {
    QString component;
    QString tier;
    std::optional<Decimal> price;
    std::optional<Decimal> quantity;
    Money amount = noMoney();

    bool operator==(const ChargeRow&) const = default;
};

/// Where the account stands on its ladder after this bill.
struct LadderRow {
    QString window; ///< "2026年"
    Decimal yearToDate;
    QString tier;                    ///< the tier the year-to-date use has reached
    std::optional<Decimal> roomLeft; ///< none in the last tier

    bool operator==(const LadderRow&) const = default;
};

struct ArrearsRow {
    AccountingMonth month = AccountingMonth::containing(noDate());
    Money amount = noMoney();
    Money lateCharge = noMoney();

    bool operator==(const ArrearsRow&) const = default;
};

/// 缴费通知单: what one account owes for one accounting month, and why.
struct BillPaper {
    PaperHead head;
    Commodity commodity = Commodity::Gas;
    AccountingMonth month = AccountingMonth::containing(noDate());
    QString accountNumber;
    QString holder; ///< masked by the maker when the paper hangs on a door (core/security/masking.h)
    QString address;
    QString useClass;
    QString bookSequence; ///< "B07-0120"
    QString unit;         ///< of every reading and quantity: "m³"

    std::vector<ReadingLine> readings;
    std::vector<ExchangeLine> exchanges;
    std::optional<Decimal> sameMonthLastYear;

    std::vector<ChargeRow> charges;  ///< our own income
    std::vector<ChargeRow> onBehalf; ///< 代征费: collected for the government, shown apart
    QStringList priceOrders;
    std::optional<LadderRow> ladder;
    int peopleCounted = 0; ///< 0 is not printed
    QString relief;

    Money billTotal = noMoney(); ///< charges and fees on behalf
    Money creditBefore = noMoney();
    Money creditUsed = noMoney();
    Money creditAfter = noMoney();
    std::vector<ArrearsRow> arrears;
    QString lateChargeRule;
    Money toPay = noMoney(); ///< printed in figures and in capitals
    Date dueOn = noDate();
    QStringList waysToPay;
    QString payCode; ///< content of the QR code; empty prints none

    bool operator==(const BillPaper&) const = default;
};

} // namespace meterhall::papers
