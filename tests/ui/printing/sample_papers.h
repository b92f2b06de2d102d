#pragma once

#include "core/papers/paper.h"

#include <QMap>

namespace meterhall::tests {

papers::BillPaper gasBill();
papers::BillPaper waterBillWithEverything();
papers::ReceiptPaper gasReceipt();
papers::ShiftSheetPaper shiftSheet();
papers::DayReportPaper dayReport();

} // namespace meterhall::tests
