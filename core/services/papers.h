#pragma once

#include "core/billing/ids.h"
#include "core/ledger/shift.h"
#include "core/papers/paper.h"
#include "core/services/session.h"

namespace meterhall::services {

/// A paper ready to be drawn. The first call composes and stores its model; later ones give the stored model again.
struct PaperToPrint {
    papers::Paper paper;
    int copy = 1; ///< 1 is the original; from 2 on the reprint mark is drawn
};

/// 缴费通知单 of an issued bill.
Result<PaperToPrint> printBill(Session& session, BillId bill);
/// 收费凭证 of one receipt of a payment.
Result<PaperToPrint> printReceipt(Session& session, ReceiptId receipt);
/// 账单说明 of an issued bill, without the steps and the comparison, which whoever shows them puts into words
/// (Service::FindCustomer).
Result<papers::ExplanationPaper> explanationToFill(Session& session, BillId bill);
/// The same to look at: nothing is stored or counted, and every seat may.
Result<papers::Paper> billToLookAt(Session& session, BillId bill);
Result<papers::Paper> receiptToLookAt(Session& session, ReceiptId receipt);
/// 交班表 of a closed shift.
Result<PaperToPrint> printShiftSheet(Session& session, ShiftId shift);
/// 更正结算单 of an approved correction.
Result<PaperToPrint> printSettlement(Session& session, std::int64_t correction);
/// 营业厅日报 of a closed day.
Result<PaperToPrint> printDayReport(Session& session, Date businessDay);

} // namespace meterhall::services
