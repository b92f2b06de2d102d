#pragma once

#include "core/papers/paper.h"

namespace meterhall::tests {

papers::BillPaper gasBill();
papers::BillPaper waterBillWithEverything();
/// Characters that take two units of UTF-16 or stand in no common font (GB 18030).
papers::BillPaper billOfRareCharacters();
papers::ReceiptPaper gasReceipt();
papers::ShiftSheetPaper shiftSheet();
papers::DayReportPaper dayReport();
papers::ExplanationPaper explanation();
papers::SettlementPaper settlement();

} // namespace meterhall::tests
