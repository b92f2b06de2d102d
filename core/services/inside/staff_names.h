#pragma once

#include "core/services/staff_name.h"
#include "core/storage/operator_store.h"

#include <map>

namespace meterhall::services {

/// Who an id is; each is looked up once. Included by the .cpp files of services only.
class StaffNames {
public:
    explicit StaffNames(storage::Database& database)
        : m_store(database) {}

    Result<StaffName> of(OperatorId id) {
        const auto known = m_names.find(id);
        if (known != m_names.end())
            return known->second;
        MH_TRY(const auto stored, m_store.byId(id));
        const StaffName name{id, stored ? stored->number : id.toString(), stored ? stored->name : QString()};
        return m_names.emplace(id, name).first->second;
    }
    Result<std::optional<StaffName>> of(std::optional<OperatorId> id) {
        if (!id)
            return std::optional<StaffName>();
        MH_TRY(StaffName name, of(*id));
        return std::optional(std::move(name));
    }

private:
    storage::OperatorStore m_store;
    std::map<OperatorId, StaffName> m_names;
};

} // namespace meterhall::services
