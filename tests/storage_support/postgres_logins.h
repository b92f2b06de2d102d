#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace meterhall::tests {

/// The logins of the tests' server and the roles each has, as they were when this was made. All databases of a server
/// share them: what a test does to them is undone when this goes, so that it does not reach the next test. Passwords
/// are not put back; the server asks for none.
class PostgresLogins {
public:
    PostgresLogins();
    ~PostgresLogins();
    PostgresLogins(const PostgresLogins&) = delete;
    PostgresLogins& operator=(const PostgresLogins&) = delete;

private:
    struct Login {
        bool mayLogIn;
        QStringList roles;
    };
    using Logins = QMap<QString, Login>;
    static Logins current();

    const Logins m_before;
};

} // namespace meterhall::tests
