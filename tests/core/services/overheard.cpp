#include "tests/core/services/overheard.h"

#include "core/services/inside/session_inside.h"

#include <sqlite3.h>

namespace meterhall::tests {

Overheard::Overheard(services::Session& session)
    : m_connection(static_cast<sqlite3*>(session.inside().database().driver().handle())) {
    sqlite3_trace_v2(m_connection, SQLITE_TRACE_STMT, heard, this);
}

Overheard::~Overheard() {
    sqlite3_trace_v2(m_connection, 0, nullptr, nullptr);
}

int Overheard::heard(unsigned, void* self, void* statement, void*) {
    const char* sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
    const std::string text(sql != nullptr ? sql : "");
    if (text.starts_with("SELECT") || text.starts_with("WITH"))
        static_cast<Overheard*>(self)->m_statements.insert(text);
    return 0;
}

QStringList scansOf(storage::Database& database, const std::string& sql) {
    // The list of tables that hold readings: as long as there are months.
    if (sql.find("sqlite_schema") != std::string::npos)
        return {};
    QStringList scans;
    sqlite3_stmt* statement = nullptr;
    auto* connection = static_cast<sqlite3*>(database.driver().handle());
    if (sqlite3_prepare_v2(connection, ("EXPLAIN QUERY PLAN " + sql).c_str(), -1, &statement, nullptr) != SQLITE_OK)
        return {QStringLiteral("cannot explain ") + QString::fromStdString(sql)};
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const QString step = QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 3)));
        // Ids that are asked for together are gone through, all of them (many_ids.h).
        const bool ofTheQuestion =
            step == QStringLiteral("SCAN CONSTANT ROW") || step.startsWith(QStringLiteral("SCAN n VIRTUAL TABLE"));
        if (step.startsWith(QStringLiteral("SCAN")) && !ofTheQuestion)
            scans += step + QStringLiteral(" in ") + QString::fromStdString(sql);
    }
    sqlite3_finalize(statement);
    return scans;
}

} // namespace meterhall::tests
