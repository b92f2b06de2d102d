#pragma once

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace meterhall::services {

/// One thing that two versions say differently. The path goes through the exchange form (core/tariffs/tariff_json.h);
/// components go by their code, rows of lists by their place from 1: {"tiers", "2", "upto"},
/// {"components", "water", "prices", "1"}. A component that only one of them has is one difference.
struct TariffDifference {
    QStringList path;
    QString before; ///< empty: it was not there
    QString after;  ///< empty: it is gone
    bool operator==(const TariffDifference&) const = default;
};

/// Everything that differs between two files of the exchange form, in the order of the first and then of the second:
/// as each version has exactly one such file, versions that differ at all differ here.
std::vector<TariffDifference> differencesOf(const QJsonObject& before, const QJsonObject& after);

} // namespace meterhall::services
