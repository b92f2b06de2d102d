#include "core/storage/bulk_writers.h"

namespace meterhall::storage {

namespace {
class FunctionWriter final : public BulkWriter {
public:
    FunctionWriter(Database& database, const GuardedTable& table, std::vector<std::size_t> places)
        : m_database(database)
        , m_table(table)
        , m_places(std::move(places))
        , m_cells(table.columns.size()) {}

    Result<void> write(std::span<const Cell> cells) override {
        for (std::size_t i = 0; i < cells.size(); ++i)
            m_cells[m_places[i]] = cells[i];
        appendJson(m_json, m_table, m_cells);
        return {};
    }

    std::size_t waiting() const override { return m_json.size() - 1; }

    Result<void> flush() override {
        if (waiting() == 0)
            return {};
        const std::string rows = std::exchange(m_json, "[") + ']';
        MH_CHECK(m_database.number("SELECT insert_" + m_table.name + "(?::jsonb)", {rows}));
        return {};
    }

private:
    Database& m_database;
    const GuardedTable& m_table;
    std::vector<std::size_t> m_places;
    std::vector<Cell> m_cells;
    std::string m_json = "[";
};
} // namespace

Result<std::unique_ptr<BulkWriter>> makeFunctionWriter(Database& database, const GuardedTable& table,
                                                       const Columns& columns) {
    std::vector<std::size_t> places;
    for (const std::string_view column : columns) {
        MH_TRY(const std::size_t place, table.indexOf(column));
        places.push_back(place);
    }
    return std::unique_ptr<BulkWriter>(std::make_unique<FunctionWriter>(database, table, std::move(places)));
}

} // namespace meterhall::storage
