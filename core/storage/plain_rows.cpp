#include "core/storage/plain_rows.h"

namespace meterhall::storage {

Result<void> insertRow(UnitOfWork& work, std::string_view table, const Columns& columns, const Values& values) {
    Q_ASSERT(columns.size() == values.size());
    std::string names;
    std::string marks;
    for (const std::string_view column : columns) {
        names += names.empty() ? "" : ", ";
        names += column;
        marks += marks.empty() ? "?" : ", ?";
    }
    const std::string sql = "INSERT INTO " + std::string(table) + " (" + names + ") VALUES (" + marks + ")";
    MH_CHECK(work.execute(sql, values));
    return {};
}

} // namespace meterhall::storage
