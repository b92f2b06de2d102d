#include "core/storage/share_store.h"

#include "core/storage/database.h"

namespace meterhall::storage {

Result<std::vector<Sharing>> ShareStore::sharings(const char* condition, const Value& value) const {
    std::vector<Sharing> found;
    MH_CHECK(m_database.each(
        std::string("SELECT h.id, h.service_point_id, h.on_day, h.document, h.account_id, "
                    "h.sub_place_id, h.kind, h.ratio_micro, h.quantity_micro, h.step_micro, h.rounding, e.on_day "
                    "FROM use_share h "
                    "LEFT JOIN account_closing e ON e.account_id = h.account_id ") +
            condition + " ORDER BY h.on_day, h.position",
        {value}, [&](const Row& row) -> Result<void> {
            if (found.empty() || found.back().id != row.integer(0))
                found.push_back({.id = row.integer(0),
                                 .place = row.get<ServicePointId>(1),
                                 .on = row.get<Date>(2),
                                 .document = row.text(3),
                                 .shares = {}});
            found.back().shares.push_back(
                {.account = row.get<std::optional<AccountId>>(4),
                 .subPlace = row.get<std::optional<ServicePointId>>(5),
                 .share = {row.get<UseShare::Kind>(6), Ratio::ofMicro(row.integer(7)), row.get<BilledQuantity>(8),
                           row.get<BilledQuantity>(9), row.get<RoundingMode>(10)},
                 .closedOn = row.get<std::optional<Date>>(11)});
            return {};
        }));
    return found;
}

Result<std::vector<Sharing>> ShareStore::sharingsAt(ServicePointId place) const {
    return sharings("WHERE h.service_point_id = ?", place);
}

Result<std::optional<Sharing>> ShareStore::sharing(std::int64_t id) const {
    MH_TRY(auto found, sharings("WHERE h.id = ?", id));
    return found.empty() ? std::optional<Sharing>() : std::optional(std::move(found.front()));
}

Result<void> ShareStore::insert(UnitOfWork& work, const Sharing& sharing, OperatorId by) {
    std::vector<Values> rows;
    for (const PlaceShare& share : sharing.shares)
        rows.push_back({sharing.id, int(rows.size()) + 1, sharing.place, sharing.on, share.account, share.subPlace,
                        share.share.kind, share.share.ratio.micro(), share.share.quantity, share.share.step,
                        share.share.rounding, sharing.document, by});
    return work.insertGuardedRows("use_share",
                                  {"id", "position", "service_point_id", "on_day", "account_id", "sub_place_id", "kind",
                                   "ratio_micro", "quantity_micro", "step_micro", "rounding", "document",
                                   "operator_id"},
                                  rows);
}

} // namespace meterhall::storage
