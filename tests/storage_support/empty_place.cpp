#include "tests/storage_support/empty_place.h"

#include "tests/storage_support/postgres_cluster.h"

#include <QUrlQuery>

namespace meterhall::tests {

using storage::Database;

namespace {

std::unique_ptr<Database> opened(Result<std::unique_ptr<Database>> database) {
    if (!database.ok())
        qFatal("empty place: %s", qPrintable(database.error().toString()));
    return std::move(*database);
}

} // namespace

EmptyPlace::EmptyPlace(bool onSqlite)
    : m_onSqlite(onSqlite) {
    static int places = 0;
    m_count = ++places;
    m_name = QStringLiteral("place%1").arg(m_count);
    if (!onSqlite)
        PostgresCluster::shared().script(QStringLiteral("CREATE DATABASE ") + m_name);
}

EmptyPlace::~EmptyPlace() {
    if (!m_onSqlite)
        PostgresCluster::shared().script(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_name));
}

QString EmptyPlace::url() const {
    if (m_onSqlite)
        return QStringLiteral("sqlite:") + file();
    return PostgresCluster::shared().url(QString(), m_name);
}

QString EmptyPlace::socketFolder() const {
    return PostgresCluster::shared().socketFolder();
}

QString EmptyPlace::port() const {
    return QUrlQuery(PostgresCluster::shared().url(QString(), QString()).section(u'?', 1))
        .queryItemValue(QStringLiteral("port"));
}

QString EmptyPlace::number(char letter) const {
    return QStringLiteral("%1p%2").arg(QLatin1Char(letter)).arg(m_count);
}

std::unique_ptr<Database> EmptyPlace::openDirectly() const {
    return opened(m_onSqlite ? Database::open(url(), {}) : PostgresCluster::shared().asSuperuser(m_name));
}

} // namespace meterhall::tests
