#pragma once

#include "core/services/tariff_trial.h"

namespace meterhall::services {

/// Where a row of a boundary sheet stands.
enum class SheetPoint : std::uint8_t {
    Nothing = 0, ///< no use at all
    OneStep,
    BelowLimit,
    Limit, ///< the limit itself belongs to the tier below it
    AboveLimit,
    LastDayOfCycle,  ///< the ladder stands at its last limit
    FirstDayOfCycle, ///< and begins anew
    DayBeforeChange, ///< by the version before this one
    DayOfChange,
};

/// For whom a stretch of the sheet is: a season or category of the tariff, a size of household; for all when neither is
/// said.
struct SheetCase {
    VariantChoice choice{};
    QString variant{}; ///< its code
    int people = 0;
    bool operator==(const SheetCase&) const = default;
};

/// One rated and proved case.
struct SheetRow {
    SheetPoint point;
    SheetCase of;
    int tier = 0; ///< whose limit, from 1; 0 where there is none, or where a rebate ends
    TariffTrial trial;
    std::optional<TriedBill> bill{};
    std::optional<Money> lastStep{}; ///< what the last step of the use cost
    std::optional<Error> error{};    ///< why the row does not hold
};

/// Where the total jumps at a limit, or falls though more is used.
struct SheetBreak {
    SheetCase of;
    BilledQuantity at;
    Money by;
    bool falls = false; ///< from there to the next row; else it jumps within one step
    bool meant = false; ///< by the tariff's own form: whole bands, band tables, rebates, charges by band
};

/// 边界表: a version tried wherever its price changes. Every row is proved by core/proof, which shares no code with the
/// rating; totals must rise with the use and be continuous at the limits unless the tariff means otherwise.
struct BoundarySheet {
    BilledQuantity step; ///< between the rows of a limit: the dial step, at least 0.01
    std::vector<SheetRow> rows;
    std::vector<SheetBreak> breaks;

    std::size_t proved() const;
    bool rises() const;        ///< the total never falls with the use unless that is meant
    bool isContinuous() const; ///< it jumps nowhere unless that is meant
    bool holds() const { return !rows.empty() && proved() == rows.size() && rises() && isContinuous(); }
    /// What does not hold, for the refusal: a row's use and its error, or the limit of a break. Empty when it holds.
    QStringList fault() const;
};

/// `before` is the version that this one follows, null when it is the first.
BoundarySheet boundarySheet(const TariffVersion& version, const TariffVersion* before = nullptr,
                            const ProveTotal& prove = {});

} // namespace meterhall::services
