#pragma once

#include "core/services/session.h"
#include "core/tariffs/tariff_version.h"

#include <QJsonObject>

namespace meterhall::services {

/// Stores a version as a draft; it rates nothing until somebody else activates it. The version's id and its tariff's
/// are made here. TariffError tells what cannot be rated.
Result<TariffVersionId> enterTariff(Session& session, const QString& tariffCode, TariffVersion version);

/// The same from the exchange form (core/tariffs/tariff_json.h). A file that does not say from when it counts is
/// refused.
Result<TariffVersionId> enterTariffFile(Session& session, const QString& tariffCode, const QJsonObject& file);

/// By another person than who entered it (SecurityError::SamePerson).
Result<void> activateTariff(Session& session, TariffVersionId version);

/// Versions of a tariff, oldest first.
struct ListedTariff {
    TariffVersionId id;
    Date effectiveFrom;
    QString priceOrder;
    bool active = false;
};
Result<std::vector<ListedTariff>> tariffVersions(Session& session, const QString& tariffCode);

} // namespace meterhall::services
