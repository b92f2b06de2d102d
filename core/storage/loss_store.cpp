#include "core/storage/loss_store.h"

#include "core/storage/database.h"

namespace meterhall::storage {

Result<std::vector<LossSharing>> LossStore::sharings(const char* condition, const Values& values) const {
    std::vector<LossSharing> found;
    MH_CHECK(m_database.each(
        std::string("SELECT l.id, l.service_point_id, l.on_day, l.rule, l.step_micro, l.rounding, l.document, "
                    "l.account_id, e.on_day FROM loss_share l "
                    "LEFT JOIN account_closing e ON e.account_id = l.account_id ") +
            condition + " ORDER BY l.on_day, l.id, l.position",
        values, [&](const Row& row) -> Result<void> {
            if (found.empty() || found.back().id != row.integer(0))
                found.push_back({.id = row.integer(0),
                                 .master = row.get<ServicePointId>(1),
                                 .on = row.get<Date>(2),
                                 .rule = row.get<LossRule>(3),
                                 .step = row.get<BilledQuantity>(4),
                                 .rounding = row.get<RoundingMode>(5),
                                 .document = row.text(6),
                                 .members = {}});
            if (const auto account = row.get<std::optional<AccountId>>(7))
                found.back().members.push_back({*account, row.get<std::optional<Date>>(8)});
            return {};
        }));
    return found;
}

Result<std::vector<LossSharing>> LossStore::sharingsOf(AccountId account, ServicePointId place) const {
    return sharings("WHERE l.service_point_id = ? OR l.service_point_id IN "
                    "(SELECT o.service_point_id FROM loss_share o WHERE o.account_id = ?)",
                    {place, account});
}

Result<std::vector<LossSharing>> LossStore::sharingsAt(ServicePointId master) const {
    return sharings("WHERE l.service_point_id = ?", {master});
}

Result<std::optional<LossSharing>> LossStore::sharing(std::int64_t id) const {
    MH_TRY(auto found, sharings("WHERE l.id = ?", {id}));
    return found.empty() ? std::optional<LossSharing>() : std::optional(std::move(found.front()));
}

Result<void> LossStore::insert(UnitOfWork& work, const LossSharing& sharing, OperatorId by) {
    std::vector<Values> rows;
    const auto add = [&](std::optional<AccountId> account) {
        rows.push_back({sharing.id, int(rows.size()) + 1, sharing.master, sharing.on, sharing.rule, account,
                        sharing.step, sharing.rounding, sharing.document, by});
    };
    for (const LossSharing::Member& member : sharing.members)
        add(member.account);
    if (sharing.members.empty())
        add({});
    return work.insertGuardedRows("loss_share",
                                  {"id", "position", "service_point_id", "on_day", "rule", "account_id", "step_micro",
                                   "rounding", "document", "operator_id"},
                                  rows);
}

} // namespace meterhall::storage
