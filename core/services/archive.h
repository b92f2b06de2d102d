#pragma once

#include "core/quantity/commodity.h"
#include "core/services/session.h"

#include <map>

namespace meterhall::services {

/// One row that could not be taken, with its reason; the others were.
struct RowError {
    int row = 0;
    Error reason;
    QByteArray content;
};

struct ImportResult {
    int taken = 0;
    int known = 0; ///< accounts that were there already, unchanged
    std::vector<RowError> errors;
};

/// Takes over an archive in its exchange form (core/registry/archive_file.h). `tariffs` names the tariff of each
/// commodity ("gas" -> "gas-residential") for accounts that name none themselves. Good rows are taken once; a second
/// import of the same file takes nothing.
///
/// Customers are told apart by their number and premises by their code, across all files: a known one is used when the
/// row says the same of it (what it leaves out of phone and identity number is not compared), else the row is bad:
/// CustomerDiffers, PremiseDiffers. A terminal that is known with another carrier is TerminalDiffers, a meter behind
/// one that nobody knows UnknownTerminal, a meter that is there AlreadyKnown.
///
/// Rows are stored by the bulk path, 2,000 in a unit of work together with their search tokens; a group that the
/// database refuses is taken in halves.
struct ImportArchiveOptions {
    std::map<Commodity, QString> tariffs;
};
Result<ImportResult> importArchive(Session& session, const QList<QByteArray>& lines,
                                   const ImportArchiveOptions& options);

} // namespace meterhall::services
