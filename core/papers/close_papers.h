#pragma once

#include "core/papers/paper_parts.h"

#include <optional>
#include <vector>

namespace meterhall::papers {

/// A cancelled, reversed or spoilt paper, by number.
struct TakenBackRow {
    QString kind; ///< 撤销, 冲正 or 作废
    QString paperNumber;
    Money sum = noMoney();

    bool operator==(const TakenBackRow&) const = default;
};

struct DenominationRow {
    Money face = noMoney();
    int pieces = 0;
    Money sum = noMoney();

    bool operator==(const DenominationRow&) const = default;
};

/// Numbered papers or cards a cashier held: `from`..`to` received, of which used, spoilt and left.
struct NumbersRow {
    QString kind;
    QString from;
    QString to;
    int used = 0;
    int spoilt = 0;
    int left = 0;

    bool operator==(const NumbersRow&) const = default;
};

/// 交班表: what one cashier hands over. The drawer was counted before the expected sum was shown.
struct ShiftSheetPaper {
    PaperHead head;
    QString shiftNumber;
    PaperTime openedAt;
    PaperTime closedAt;

    Money floatIn = noMoney();
    std::vector<SumLine> byMethod;
    std::vector<TakenBackRow> takenBack;
    std::vector<DenominationRow> counted;
    Money countedCash = noMoney();
    Money expectedCash = noMoney();
    Money over = noMoney(); ///< 长款 and 短款 are two accounts and are never netted
    Money shortage = noMoney();
    QString explanation;
    std::vector<NumbersRow> numbers;
    QString posBatch;

    bool operator==(const ShiftSheetPaper&) const = default;
};

struct CashierRow {
    QString operatorNumber;
    QString shiftNumber;
    int count = 0;
    Money taken = noMoney();
    Money cash = noMoney();
    Money over = noMoney();
    Money shortage = noMoney();

    bool operator==(const CashierRow&) const = default;
};

/// 营业厅日报: all shifts of one hall on one business day.
struct DayReportPaper {
    PaperHead head;
    Date businessDay = noDate();
    std::vector<CashierRow> cashiers;
    std::vector<SumLine> byLegalEntity;
    std::vector<SumLine> byComponent;
    std::vector<SumLine> byMethod;
    Money lateCharges = noMoney();
    Money creditIn = noMoney();
    Money creditUsed = noMoney();
    Money refunds = noMoney();
    SumLine otherBranches; ///< accounts of other branches paid here
    QStringList unresolved;
    Money total = noMoney();
    Money cashToBank = noMoney();
    QString depositSlip;

    bool operator==(const DayReportPaper&) const = default;
};

} // namespace meterhall::papers
