#include "tests/storage_support/postgres_logins.h"

#include "tests/storage_support/postgres_cluster.h"

namespace meterhall::tests {

namespace {
QString changed(const char* verb, const char* preposition, const QStringList& roles, const QString& login) {
    return roles.isEmpty() ? QString()
                           : QStringLiteral("%1 %2 %3 %4;")
                                 .arg(QLatin1String(verb), roles.join(u','), QLatin1String(preposition), login);
}

QStringList without(const QStringList& all, const QStringList& others) {
    QStringList left;
    for (const QString& one : all)
        if (!others.contains(one))
            left += one;
    return left;
}
} // namespace

PostgresLogins::Logins PostgresLogins::current() {
    Logins logins;
    const auto server = PostgresCluster::shared().asSuperuser();
    if (!server.ok())
        qFatal("logins of the tests: %s", qPrintable(server.error().toString()));
    const auto rows = (*server)->all(
        "SELECT r.rolname::text, r.rolcanlogin::int, COALESCE((SELECT string_agg(g.rolname, ',' ORDER BY g.rolname) "
        "FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid), '') FROM pg_roles r "
        "WHERE r.rolname !~ '^(pg|meterhall)_' AND NOT r.rolsuper",
        {}, [&](const storage::Row& row) {
            logins.insert(row.text(0), {row.integer(1) != 0, row.text(2).split(u',', Qt::SkipEmptyParts)});
            return true;
        });
    if (!rows.ok())
        qFatal("logins of the tests: %s", qPrintable(rows.error().toString()));
    return logins;
}

PostgresLogins::PostgresLogins()
    : m_before(current()) {}

PostgresLogins::~PostgresLogins() {
    const Logins now = current();
    QString script;
    for (auto login = now.begin(); login != now.end(); ++login) {
        const auto before = m_before.find(login.key());
        if (before == m_before.end()) {
            script += QStringLiteral("DROP ROLE %1;").arg(login.key());
            continue;
        }
        script += changed("REVOKE", "FROM", without(login->roles, before->roles), login.key()) +
                  changed("GRANT", "TO", without(before->roles, login->roles), login.key());
        if (login->mayLogIn != before->mayLogIn)
            script += QStringLiteral("ALTER ROLE %1 %2;")
                          .arg(login.key(), QLatin1String(before->mayLogIn ? "LOGIN" : "NOLOGIN"));
    }
    if (!script.isEmpty())
        PostgresCluster::shared().script(script);
}

} // namespace meterhall::tests
