#include "tests/storage_support/empty_place.h"

#include "tests/storage_support/postgres_cluster.h"

#include <QUrlQuery>

namespace meterhall::tests {

using storage::Database;

namespace {

QString superuser() {
    return QStringLiteral("postgres");
}

std::unique_ptr<Database> opened(const QString& url) {
    auto database = Database::open(url, {});
    if (!database.ok())
        qFatal("empty place: %s", qPrintable(database.error().toString()));
    return std::move(*database);
}

void onServer(const QString& sql) {
    const auto done =
        opened(PostgresCluster::shared().url(superuser(), superuser()))->driver().script(sql.toStdString());
    if (!done.ok())
        qFatal("empty place: %s", qPrintable(done.error().toString()));
}

} // namespace

EmptyPlace::EmptyPlace(bool onSqlite)
    : m_onSqlite(onSqlite) {
    static int places = 0;
    m_count = ++places;
    m_name = QStringLiteral("place%1").arg(m_count);
    if (!onSqlite)
        onServer(QStringLiteral("CREATE DATABASE ") + m_name);
}

EmptyPlace::~EmptyPlace() {
    if (!m_onSqlite)
        onServer(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_name));
}

QString EmptyPlace::url() const {
    if (m_onSqlite)
        return QStringLiteral("sqlite:") + file();
    QString url = PostgresCluster::shared().url(QString(), m_name);
    return url.replace(QStringLiteral("postgresql://@"), QStringLiteral("postgresql://"));
}

QString EmptyPlace::socketFolder() const {
    return PostgresCluster::shared().socketFolder();
}

QString EmptyPlace::port() const {
    return QUrlQuery(PostgresCluster::shared().url(superuser(), superuser()).section(u'?', 1))
        .queryItemValue(QStringLiteral("port"));
}

QString EmptyPlace::number(char letter) const {
    return QStringLiteral("%1p%2").arg(QLatin1Char(letter)).arg(m_count);
}

std::unique_ptr<Database> EmptyPlace::openDirectly() const {
    return opened(m_onSqlite ? url() : PostgresCluster::shared().url(superuser(), m_name));
}

} // namespace meterhall::tests
