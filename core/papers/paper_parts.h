#pragma once

#include "core/base/decimal.h"
#include "core/base/time.h"
#include "core/money/money.h"

#include <QString>
#include <QStringList>

namespace meterhall::papers {

/// A moment as it stands on a paper: the instant and the offset of the utility's zone at that instant, so that
/// a reprint years later shows the same wall clock whatever the machine's zone is.
struct PaperTime {
    Instant at = Instant::fromMicroseconds(0);
    int utcOffsetMinutes = 8 * 60;

    /// "2026-11-20 16:30:05".
    QString toString() const;
    bool operator==(const PaperTime&) const = default;
};

/// What a field holds before it is filled.
inline Money noMoney() {
    return Money::zero(Currency::cny());
}
inline Date noDate() {
    return Date::of(1900, 1, 1).value();
}

/// What stands on every paper. Texts are printed as they are: whoever makes the model masks names and phones.
struct PaperHead {
    QString company;        ///< as the customer knows it, "青山燃气"
    QString legalEntity;    ///< 收款主体: the company that owns the money
    QString hall;           ///< 营业厅
    QString seat;           ///< 窗口
    QString operatorNumber; ///< 工号, never a name
    QString paperNumber;    ///< of the entity's own number series
    QString hotline;
    QString chainHead; ///< control papers: head of the audit chain as hex; empty elsewhere
    PaperTime issuedAt;

    bool operator==(const PaperHead&) const = default;
};

/// A figure in its shortest form with at least `keep` decimals: micro units 35'000'000 become 35 (or 35.00 with
/// keep 2, for prices), 1'500'000 become 1.5.
Decimal printedFigure(std::int64_t micro, int keep = 0);

/// A name with a count and a sum: by method, by component, by legal entity …
struct SumLine {
    QString name;
    int count = 0;
    Money sum = noMoney();

    bool operator==(const SumLine&) const = default;
};

} // namespace meterhall::papers
