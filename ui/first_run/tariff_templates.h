#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/quantity/commodity.h"

#include <QJsonObject>

#include <vector>

namespace meterhall::ui {

/// A tariff that comes with the program (resources/tariffs), to begin with.
struct TariffTemplate {
    QString file; ///< "sandbox-gas": what answers and drafts call it
    QString name;
    Commodity commodity = Commodity::Gas;
    QJsonObject content;

    /// "300 m³: 2.70 · 600 m³: 2.942 · beyond: 3.668".
    QString tiers() const;
    /// The exchange form with the utility's own price document and day.
    QJsonObject filled(Date from, const QString& priceOrder) const;
    /// The code under which it is entered: what the archive's accounts name, "gas".
    QString code() const;
};

/// By commodity, then by name.
std::vector<TariffTemplate> tariffTemplates();

} // namespace meterhall::ui
