#pragma once

#include "core/services/session.h"

#include <memory>

namespace meterhall::services {

/// Number and password of one sign-in, for all the connections it opens.
///
/// A password hash is slow on purpose, and a workstation opens a connection per thread. Whoever was let in remembers
/// the stored form his password was right for: while the database keeps that form, the same password is right for it,
/// and nothing is worked out again. Another form (the password was changed) is checked as ever, and a lock-out or a
/// deactivation holds as ever. Copies share what they know, in all threads. To ask somebody anew (a locked seat, a
/// second person) take new ones.
class Credentials {
public:
    Credentials(QString number, QByteArray password);

    const QString& number() const { return m_number; }
    const QByteArray& password() const { return m_password; }

    bool wereRightFor(const QString& stored) const;
    void noteRightFor(const QString& stored) const;

private:
    struct Memory;
    QString m_number;
    QByteArray m_password;
    std::shared_ptr<Memory> m_memory;
};

/// As with number and password.
Result<Session> signIn(const Workplace& workplace, const Credentials& credentials);
Result<Session> signInToRead(const Workplace& workplace, const Credentials& credentials);

} // namespace meterhall::services
