#pragma once

#include "core/services/session.h"
#include "core/storage/database.h"

#include <QStringList>

#include <set>
#include <string>

struct sqlite3;

namespace meterhall::tests {

/// Listens to the statements that one connection to SQLite runs.
class Overheard {
public:
    explicit Overheard(services::Session& session);
    ~Overheard();
    Overheard(const Overheard&) = delete;
    Overheard& operator=(const Overheard&) = delete;

    const std::set<std::string>& statements() const { return m_statements; }

private:
    static int heard(unsigned event, void* self, void* statement, void* text);

    sqlite3* m_connection;
    std::set<std::string> m_statements;
};

/// Steps of the plan on SQLite that read a whole table or a whole index.
QStringList scansOf(storage::Database& database, const std::string& sql);

} // namespace meterhall::tests
