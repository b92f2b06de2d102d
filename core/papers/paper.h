#pragma once

#include "core/base/bytes.h"
#include "core/papers/bill_paper.h"
#include "core/papers/close_papers.h"
#include "core/papers/explanation_paper.h"
#include "core/papers/receipt_paper.h"
#include "core/papers/settlement_paper.h"

#include <variant>

namespace meterhall::papers {

/// The model of a paper: all that is printed and nothing that is looked up. It is stored when the paper is
/// printed for the first time; a reprint draws the stored model again and adds its mark. An explanation alone is not
/// stored: it says again what its bill says.
using Paper = std::variant<BillPaper, ReceiptPaper, ShiftSheetPaper, DayReportPaper, ExplanationPaper, SettlementPaper>;

METERHALL_ERRORS(PaperError, "papers", NotJson, UnknownKind, NewerForm, MissingField, BadField, NotCanonical, TooLarge)

/// Stable name of the kind, as in the stored form: "bill", "receipt", "shift_sheet", "day_report",
/// "explanation", "settlement".
QString kindOf(const Paper& paper);
const PaperHead& headOf(const Paper& paper);

/// The stored form: compact UTF-8 JSON, keys in code point order, money as "12.34 CNY", decimals as text with the
/// scale they are printed in, instants in microseconds. One model has exactly one form.
QByteArray canonicalForm(const Paper& paper);

/// SHA-256 of the canonical form, 32 bytes: kept beside the stored form and in the audit entry of each print.
QByteArray contentHash(const Paper& paper);

/// Reads a stored form back. Any byte that `canonicalForm` would not have written is refused.
Result<Paper> paperFromCanonical(const QByteArray& stored);

} // namespace meterhall::papers
