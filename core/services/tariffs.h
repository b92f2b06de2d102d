#pragma once

#include "core/services/session.h"
#include "core/services/staff_name.h"
#include "core/services/tariff_sheet.h"

#include <QJsonObject>

namespace meterhall::services {

/// NotProved(use, why) names the first row of the boundary sheet that does not hold. DateTaken: another version of the
/// tariff has that day already.
METERHALL_ERRORS(TariffDeskError, "tariffdesk", UnknownTariff, NoDraft, NotProved, DateTaken, OtherCommodity)

/// How far a version has come.
enum class TariffState : std::uint8_t {
    Draft,     ///< somebody works on it; may be changed
    Unproved,  ///< entered, and never changed again; its boundary sheet does not hold, so it cannot be put in force
    Proved,    ///< entered, waits for a second person
    Replaced,  ///< entered, and another version of the same day was put in force
    Scheduled, ///< put in force from a day to come
    InForce,
    Past, ///< a later version is in force
};

/// Stores a version; it rates nothing until somebody else activates it. The version's id and its tariff's are made
/// here. TariffError tells what cannot be rated.
Result<TariffVersionId> enterTariff(Session& session, const Tariff& tariff, TariffVersion version);

/// The same from the exchange form (core/tariffs/tariff_json.h). A file that does not say from when it counts is
/// refused.
Result<TariffVersionId> enterTariffFile(Session& session, const QString& tariffCode, const QJsonObject& file);

/// By another person than who entered it (SecurityError::SamePerson), and only what is proved.
Result<void> activateTariff(Session& session, TariffVersionId version);

/// Versions of a tariff, oldest first.
struct ListedTariff {
    TariffVersionId id;
    Date effectiveFrom;
    QString priceOrder;
    bool active = false;
};
Result<std::vector<ListedTariff>> tariffVersions(Session& session, const QString& tariffCode);

/// One version in the list of a tariff; the draft has no id.
struct TariffVersionRow {
    std::optional<TariffVersionId> id{};
    Date effectiveFrom;
    QString priceOrder;
    TariffState state;
    StaffName enteredBy; ///< of a draft who changed it last
    std::optional<StaffName> activatedBy{};
};
struct TariffRow {
    QString code;
    QString name;
    std::optional<Commodity> commodity{};
    std::vector<TariffVersionRow> versions{}; ///< the draft first, then the newest
};
/// All tariffs by code. Service::ShowTariffs.
Result<std::vector<TariffRow>> tariffs(Session& session);

/// A version, or the draft of the tariff when none is named.
struct TariffChoice {
    QString code;
    std::optional<TariffVersionId> version{};
    bool operator==(const TariffChoice&) const = default;
};
struct ShownTariff {
    Tariff tariff;
    TariffVersion version;
    QJsonObject file; ///< the exchange form; importing it gives the same version
    TariffState state;
    StaffName enteredBy;
    std::optional<StaffName> activatedBy{};
    std::int64_t accounts = 0; ///< that are on the tariff
    /// What it is compared with: the version in force before it.
    std::optional<TariffVersion> before{};
    BoundarySheet sheet;
};
Result<ShownTariff> shownTariff(Session& session, const TariffChoice& choice);

/// The draft of the tariff from now on, instead of the one before. Refused when it could not be rated. A version that
/// was entered is never changed: a draft begins from its file.
Result<void> saveTariffDraft(Session& session, const QString& tariffCode, const QJsonObject& file);
Result<void> dropTariffDraft(Session& session, const QString& tariffCode);
/// Enters the draft for a second person to put in force. Refused unless it is proved.
Result<TariffVersionId> enterTariffDraft(Session& session, const QString& tariffCode);

/// What so much use costs a household whose ladder stands at `before`.
struct CostQuestion {
    BilledQuantity use = BilledQuantity::zero();
    BilledQuantity before = BilledQuantity::zero();
};
struct CostAnswer {
    BillArithmetic arithmetic;
    Trace trace; ///< proved
};
Result<CostAnswer> costOf(Session& session, const TariffChoice& choice, const CostQuestion& question);

} // namespace meterhall::services
