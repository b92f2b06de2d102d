#pragma once

#include "core/papers/paper.h"
#include "ui/printing/blocks.h"

#include <vector>

namespace meterhall::ui {

/// What a paper says on every sheet of it: its title and how it is told from another of its kind.
struct PaperIdentity {
    QString title;
    QString subtitle; ///< commodity and month, business day …
    QString key;      ///< on continuation sheets: account number, shift
    QString barcode;  ///< the account number, scanned at the counter
};

PaperIdentity identityOf(const papers::Paper& paper);

/// The blocks below the head, from top to bottom.
void layOut(const papers::BillPaper& bill, BlockList& list);
void layOut(const papers::ReceiptPaper& receipt, BlockList& list);
void layOut(const papers::ShiftSheetPaper& sheet, BlockList& list);
void layOut(const papers::DayReportPaper& report, BlockList& list);
void layOut(const papers::ExplanationPaper& explanation, BlockList& list);
void layOut(const papers::SettlementPaper& settlement, BlockList& list);

/// "2026年11月".
QString monthText(AccountingMonth month);
/// "￥93.05"; the sign goes before the yuan sign.
QString moneyText(const Money& money);
/// An amount large, framed, and again in capitals.
void totalLine(BlockList& list, const QString& label, const Money& amount);
void sumTable(BlockList& list, const QString& heading, const QString& nameTitle,
              const std::vector<papers::SumLine>& lines);

struct Placed {
    const Block* block;
    double top; ///< mm from the upper edge of the sheet
};
using PaperPage = std::vector<Placed>;

/// Distributes the blocks over pages whose usable height is [top, bottom). A block higher than a page gets one of its
/// own and is cut off there, which no block of ours is.
std::vector<PaperPage> paginate(const std::vector<Block>& blocks, double firstTop, double nextTop, double bottom);

} // namespace meterhall::ui
