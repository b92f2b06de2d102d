#include "core/services/inside/paper_composing.h"
#include "core/services/papers.h"
#include "core/storage/ledger_store.h"
#include "core/storage/operator_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

using papers::DayReportPaper;
using papers::Paper;
using papers::ShiftSheetPaper;
using papers::SumLine;
using storage::LedgerStore;
using storage::RegistryStore;

namespace {

QString shiftNumber(const Shift& shift) {
    return QStringLiteral("%1-%2").arg(shift.businessDay.number()).arg(shift.seat);
}

Result<QString> operatorNumber(Session& session, OperatorId id) {
    MH_TRY(const auto known, storage::OperatorStore(session.inside().database()).byId(id));
    return known ? known->number : id.toString();
}

/// Into the line of that name, which is made when it is not there yet.
Result<void> addTo(std::vector<SumLine>& lines, const QString& name, int count, Money sum) {
    auto line = std::ranges::find(lines, name, &SumLine::name);
    if (line == lines.end())
        line = lines.insert(line, {name, 0, papers::noMoney()});
    line->count += count;
    MH_TRY(line->sum, line->sum.plus(sum));
    return {};
}

/// A line for every method, cash in any case.
Result<std::vector<SumLine>> methodsOf(const std::vector<storage::ReceiptSum>& sums) {
    std::vector<SumLine> lines{{methodOnPaper(PaymentMethod::Cash), 0, papers::noMoney()}};
    for (const storage::ReceiptSum& sum : sums)
        MH_CHECK(addTo(lines, methodOnPaper(sum.method), sum.count, sum.amount));
    return lines;
}

/// Receipts of a shift: what was taken, and what was taken back.
struct Takings {
    int count = 0;
    Money sum = papers::noMoney();
    std::vector<SumLine> byMethod; ///< cash first
    std::vector<papers::TakenBackRow> takenBack;
};

Result<Takings> takingsOf(const LedgerStore& ledger, ShiftId shift, const std::vector<Receipt>& receipts) {
    Takings takings;
    MH_TRY(const auto sums, ledger.receiptSums(shift));
    MH_TRY(takings.byMethod, methodsOf(sums));
    for (const Receipt& receipt : receipts) {
        MH_TRY(takings.sum, takings.sum.plus(receipt.amount));
        ++takings.count;
        if (receipt.amount.isNegative())
            takings.takenBack.push_back({QStringLiteral("冲正"), QString::number(receipt.paperNumber), receipt.amount});
    }
    return takings;
}

papers::NumbersRow numbersOf(const Shift& shift, const std::vector<Receipt>& receipts) {
    const int used = int(receipts.size());
    return {.kind = QStringLiteral("收费凭证"),
            .from = QString::number(shift.paperFrom),
            .to = QString::number(shift.paperTo),
            .used = used,
            .spoilt = 0,
            .left = int(shift.paperTo - shift.paperFrom + 1) - used};
}

Result<LegalEntityId> hallEntity(Session& session) {
    MH_TRY(const auto entities, RegistryStore(session.inside().database()).legalEntities());
    if (entities.empty())
        return RegistryError::BadRow;
    return entities.front().id;
}

Result<Paper> composeShiftSheet(Session& session, const Shift& shift) {
    const LedgerStore ledger(session.inside().database());
    MH_TRY(const auto count, ledger.countOf(shift.id));
    MH_TRY(const auto closing, ledger.closingOf(shift.id));
    if (!count || !closing)
        return LedgerError::ShiftNotCounted;
    MH_TRY(const auto receipts, ledger.receiptsOfShift(shift.id));
    MH_TRY(const Takings takings, takingsOf(ledger, shift.id, receipts));
    MH_TRY(const LegalEntityId entity, hallEntity(session));
    ShiftSheetPaper sheet;
    MH_TRY(sheet.head, paperHead(session, entity, shiftNumber(shift)));
    MH_TRY(sheet.head.operatorNumber, operatorNumber(session, shift.cashier));
    sheet.shiftNumber = shiftNumber(shift);
    sheet.openedAt = paperTime(session, shift.openedAt);
    sheet.closedAt = paperTime(session, closing->at);
    sheet.floatIn = shift.floatGiven;
    sheet.byMethod = takings.byMethod;
    sheet.takenBack = takings.takenBack;
    for (const auto& [face, pieces] : count->pieces) {
        const Money note = Money::ofMinor(face, count->counted.currency());
        MH_TRY(const Money sum, note.times(pieces));
        sheet.counted.push_back({note, pieces, sum});
    }
    sheet.countedCash = count->counted;
    sheet.expectedCash = closing->expected;
    sheet.over = closing->over;
    sheet.shortage = closing->shortage;
    sheet.explanation = closing->reason;
    sheet.numbers = {numbersOf(shift, receipts)};
    return Paper(sheet);
}

Result<void> addShift(Session& session, DayReportPaper& report, const Shift& shift) {
    storage::Database& database = session.inside().database();
    const LedgerStore ledger(database);
    MH_TRY(const auto closing, ledger.closingOf(shift.id));
    MH_TRY(const auto receipts, ledger.receiptsOfShift(shift.id));
    MH_TRY(const QString cashier, operatorNumber(session, shift.cashier));
    if (!closing)
        return LedgerError::OpenShifts;
    MH_TRY(const Takings takings, takingsOf(ledger, shift.id, receipts));
    report.cashiers.push_back({.operatorNumber = cashier,
                               .shiftNumber = shiftNumber(shift),
                               .count = takings.count,
                               .taken = takings.sum,
                               .cash = takings.byMethod.front().sum,
                               .over = closing->over,
                               .shortage = closing->shortage});
    MH_TRY(report.total, report.total.plus(takings.sum));
    MH_TRY(const Money counted, closing->expected.plus(closing->over));
    MH_TRY(const Money left, counted.minus(closing->shortage));
    MH_TRY(const Money toBank, left.minus(shift.floatGiven));
    MH_TRY(report.cashToBank, report.cashToBank.plus(toBank));
    return {};
}

/// What the day's receipts were for, component by component.
Result<void> addComponentSums(Session& session, DayReportPaper& report) {
    const LedgerStore ledger(session.inside().database());
    MH_TRY(const auto shifts, ledger.shiftsOfDay(report.businessDay));
    for (const Shift& shift : shifts) {
        MH_TRY(const auto receipts, ledger.receiptsOfShift(shift.id));
        for (const Receipt& receipt : receipts) {
            MH_TRY(const auto components, componentsPaid(session, receipt.journal));
            for (const papers::ComponentRow& row : components)
                MH_CHECK(addTo(report.byComponent, row.component, 1, row.amount));
        }
    }
    return {};
}

/// Sums of the day's receipts by company, component and method.
Result<void> addSums(Session& session, DayReportPaper& report, Date businessDay) {
    storage::Database& database = session.inside().database();
    MH_TRY(const auto receipts, LedgerStore(database).receiptSums(businessDay));
    MH_TRY(const auto entities, RegistryStore(database).legalEntities());
    for (const LegalEntity& entity : entities)
        for (const storage::ReceiptSum& sum : receipts)
            if (sum.entity == entity.id)
                MH_CHECK(addTo(report.byLegalEntity, entity.name, sum.count, sum.amount));
    MH_TRY(const auto totals, LedgerStore(database).totalsOf(businessDay));
    for (const storage::DayTotal& total : totals) {
        if (total.account == LedgerAccount::Prepayment) {
            MH_TRY(report.creditIn, report.creditIn.minus(total.amount));
        }
        if (total.account == LedgerAccount::LateCharge) {
            MH_TRY(report.lateCharges, report.lateCharges.minus(total.amount));
        }
    }
    MH_CHECK(addComponentSums(session, report));
    MH_TRY(report.byMethod, methodsOf(receipts));
    MH_TRY(const auto bankTenders, LedgerStore(database).bankTenders(businessDay));
    for (const storage::BankTender& one : bankTenders)
        report.unresolved +=
            QStringLiteral("%1 %2，%3 元，凭证 %4")
                .arg(methodOnPaper(one.tender.method), referenceOnPaper(one.tender), one.amount.toString())
                .arg(one.paperNumber);
    return {};
}

Result<Paper> composeDayReport(Session& session, Date businessDay) {
    const LedgerStore ledger(session.inside().database());
    MH_TRY(const bool closed, ledger.dayClosed(businessDay));
    if (!closed)
        return LedgerError::OpenShifts;
    MH_TRY(const LegalEntityId entity, hallEntity(session));
    DayReportPaper report;
    MH_TRY(report.head, paperHead(session, entity, QString::number(businessDay.number())));
    report.head.chainHead = chainHead(session);
    report.businessDay = businessDay;
    MH_TRY(const auto shifts, ledger.shiftsOfDay(businessDay));
    for (const Shift& shift : shifts)
        MH_CHECK(addShift(session, report, shift));
    MH_CHECK(addSums(session, report, businessDay));
    return Paper(report);
}

} // namespace

Result<PaperToPrint> printShiftSheet(Session& session, ShiftId id) {
    return printStored(session, QStringLiteral("shift_sheet"), id.raw(), [&]() -> Result<Paper> {
        MH_TRY(const auto shift, LedgerStore(session.inside().database()).shift(id));
        return shift ? composeShiftSheet(session, *shift) : Result<Paper>(LedgerError::UnknownShift);
    });
}

Result<PaperToPrint> printDayReport(Session& session, Date businessDay) {
    return printStored(session, QStringLiteral("day_report"), businessDay.number(),
                       [&] { return composeDayReport(session, businessDay); });
}

} // namespace meterhall::services
