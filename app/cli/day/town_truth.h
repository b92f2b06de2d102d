#pragma once

#include "core/base/decimal.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace meterhall::app {

/// The town's own ledger of what it sent (docs/town.md), as far as readings go.
class TownTruth {
public:
    static Result<TownTruth> read(const QString& file);

    /// Whether an answer with this reading left that meter whole, in a frame that ends with these bytes.
    bool sent(const QString& deviceAddress, const QString& frameHex, const Decimal& reading) const;
    /// Meters that can answer at all.
    QStringList living() const;

private:
    struct Answer {
        QString frame;
        QString reading;
    };
    QHash<QString, std::vector<Answer>> m_sent;
    QHash<QString, bool> m_hears;
};

} // namespace meterhall::app
