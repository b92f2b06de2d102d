#include "core/security/masking.h"
#include "core/services/correction.h"
#include "core/services/inside/known_account.h"
#include "core/services/inside/paper_composing.h"

namespace meterhall::services {

using papers::Paper;
using papers::SettlementPaper;

namespace {

Result<Paper> composeSettlement(Session& session, std::int64_t correction) {
    MH_TRY(const SettlementSheet sheet, settlementOf(session, correction));
    if (!sheet.approved || sheet.accounts.empty())
        return Error(CorrectionError::UnknownCorrection, {QString::number(correction)});
    SettlementPaper paper;
    paper.reason = sheet.reason;
    paper.difference = sheet.difference;
    for (const SettledBill& bill : sheet.bills)
        paper.bills.push_back({bill.accountNumber, bill.month, bill.interval.to(),
                               papers::printedFigure(bill.useBefore.micro()), papers::printedFigure(bill.use.micro()),
                               bill.before, bill.now, bill.difference});
    for (const SettledAccount& account : sheet.accounts) {
        MH_TRY(const storage::AccountRow row, knownAccount(session, account.account));
        if (paper.accounts.empty()) {
            MH_TRY(paper.head, paperHead(session, row.account.legalEntity, QString::number(correction)));
        }
        paper.accounts.push_back(
            {account.accountNumber, maskedName(row.holder), row.address, account.difference, account.owed});
    }
    return Paper(paper);
}

} // namespace

Result<PaperToPrint> printSettlement(Session& session, std::int64_t correction) {
    return printStored(session, QStringLiteral("settlement"), correction,
                       [&] { return composeSettlement(session, correction); });
}

} // namespace meterhall::services
