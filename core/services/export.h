#pragma once

#include "core/readings/reading.h"
#include "core/registry/registry.h"
#include "core/services/session.h"

#include <QJsonObject>

namespace meterhall::services {

/// The archive in its exchange form (core/registry/archive_file.h), one object at a time: legal entities, books,
/// terminals, then accounts in walking order, each with where its last bill left off, so that importing it into an
/// empty workplace goes on from here. Phones and identity numbers only with `personal`, which asks for
/// Service::ShowPersonalData too; otherwise they are empty.
struct ExportArchiveOptions {
    bool personal = false;
    std::function<Result<void>(const QJsonObject&)> line;
};
struct ExportArchiveResult {
    int accounts = 0;
    int withoutMeter = 0; ///< accounts left out because no meter hangs at their place
};
Result<ExportArchiveResult> exportArchive(Session& session, const ExportArchiveOptions& options);

/// Every meter by its number; the account number is empty for a meter that hangs nowhere. Gives how many there are.
Result<int> exportMeters(Session& session,
                         const std::function<Result<void>(const Meter&, const QString& accountNumber)>& visit);

/// Readings received on `from` to `to`, both included, with the number of their meter. Gives how many there are.
struct ReadingDays {
    Date from;
    Date to;
};
Result<int> exportReadings(Session& session, const ReadingDays& days,
                           const std::function<Result<void>(const Reading&, const QString& meterNumber)>& visit);

/// A version of a tariff in its exchange form: the one in force on `day`.
Result<QJsonObject> exportTariffFile(Session& session, const QString& code, Date day);

} // namespace meterhall::services
