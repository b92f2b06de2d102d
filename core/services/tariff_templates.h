#pragma once

#include "core/tariffs/tariff_version.h"

#include <QJsonObject>

namespace meterhall::services {

/// A published tariff that comes with the program (resources/tariffs), to begin with: figures with their source.
struct TariffTemplate {
    QString file; ///< "cn-beijing-water-res": what answers and drafts call it
    QString name;
    Commodity commodity = Commodity::Gas;
    QJsonObject content;

    /// The exchange form with the utility's own price document and day.
    QJsonObject filled(Date from, const QString& priceOrder) const;
    /// The code under which it is entered: what the archive's accounts name, "gas".
    QString code() const { return commodityCode(commodity); }
    /// As it would be entered, for its prices.
    Result<TariffVersion> version() const;
    QString source() const; ///< where the figures were seen
};

/// By commodity, then by file.
std::vector<TariffTemplate> tariffTemplates();

} // namespace meterhall::services
