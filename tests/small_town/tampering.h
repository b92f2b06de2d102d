#pragma once

#include "core/storage/database.h"

namespace meterhall::tests {

/// Somebody whom no guard stops: the superuser, or the owner of the file. Every change is made with the triggers of the
/// table away and foreign keys off; afterwards the triggers stand again as they stood, so that only the changed rows
/// can give it away.
class Tampering {
public:
    explicit Tampering(storage::Database& database);

    struct Column {
        std::string name;
        std::string type; ///< "bytea" and "BLOB" are bytes, "text" and "TEXT" text, the others integers
        bool key = false;
    };
    /// Every guarded table and part, from the catalogue of the database.
    std::vector<std::string> tables();
    /// What parts are made like; empty, so not among the tables.
    std::vector<std::string> patterns();
    std::vector<Column> columns(const std::string& table);

    /// Ways to give one row of the table another value in one column. First: the value of another row, or if a key or a
    /// check refuses that, a value that no row has. Second: null.
    std::vector<std::vector<std::string>> changesOf(const std::string& table, const Column& column);
    /// A copy of one row under another key, or under other ids, or with everything but its unit different.
    std::vector<std::string> additionsTo(const std::string& table);
    std::vector<std::string> removalsFrom(const std::string& table);

    /// Whether the statement changed anything. A statement that a key or check refuses changes nothing.
    bool apply(const std::string& table, const std::string& sql);
    void keep(const std::string& table);
    void restore(const std::string& table);
    void execute(const std::string& script);

private:
    std::vector<std::string> names();
    std::string firstRow(const std::string& table);
    std::string withoutGuards(const std::string& table, const std::string& sql);
    std::string contentOf(const std::string& table);

    storage::Database& m_database;
};

} // namespace meterhall::tests
