#pragma once

#include "core/ledger/tender.h"
#include "core/services/inside/session_inside.h"
#include "core/services/papers.h"

namespace meterhall::services {

/// What all papers share. Included by the .cpp files that compose them.
Result<papers::PaperHead> paperHead(Session& session, LegalEntityId entity, const QString& paperNumber);
papers::PaperTime paperTime(Session& session, Instant at);
/// 现金, 微信 …
QString methodOnPaper(PaymentMethod method);
/// The number; of a transfer or a cheque with bank and date.
QString referenceOnPaper(const Tender& tender);
/// The head of this seat's audit chain, as hex, for control papers.
QString chainHead(Session& session);

/// What a payment or its reversal was for: each bill's part shared over the bill's own components, so that the parts
/// add up to what was paid.
Result<std::vector<papers::ComponentRow>> componentsPaid(Session& session, JournalId journal);

/// Composes the model once; afterwards the stored one is what is printed. Every print is counted.
Result<PaperToPrint> printStored(Session& session, const QString& kind, std::int64_t subject,
                                 const std::function<Result<papers::Paper>()>& compose);

} // namespace meterhall::services
