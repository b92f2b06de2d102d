#pragma once

#include "core/services/session.h"
#include "core/storage/operator_store.h"

namespace meterhall::services {

/// What sign-in and the administration of operators share. Included by the .cpp files of services only.

/// The hash on SQLite, nothing on PostgreSQL; WeakPassword.
Result<QString> passwordToStore(const Workplace& workplace, const QByteArray& password);

/// Own passwords, SQLite only. A failure is counted before the answer is given, so that hammering in parallel gains
/// nothing. LockedOut (its argument is the local time at which the lock ends), WrongPassword.
Result<void> checkPassword(storage::Database& database, const storage::StoredOperator& stored,
                           const QByteArray& password, Instant now, const UtilityZone& zone);

/// Duties in the form of the roles.
class DutyCodes {
public:
    explicit DutyCodes(const Duties& duties) {
        for (const Duty duty : duties)
            m_codes.push_back(codeOf(duty).toStdString());
    }
    std::vector<std::string_view> views() const { return {m_codes.begin(), m_codes.end()}; }

private:
    std::vector<std::string> m_codes;
};

} // namespace meterhall::services
