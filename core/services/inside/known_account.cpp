#include "core/services/inside/known_account.h"

#include "core/services/inside/session_inside.h"

namespace meterhall::services {

Result<storage::AccountRow> knownAccount(Session& session, AccountId account) {
    MH_TRY(auto row, storage::RegistryStore(session.inside().database()).accountById(account));
    return row ? Result<storage::AccountRow>(std::move(*row))
               : Error(RegistryError::UnknownAccount, {account.toString()});
}

FoundAccount foundAccount(const storage::AccountRow& row) {
    return {row.account, row.holder, row.address, row.bookNumber, row.sequence, {}, row.closedOn};
}

} // namespace meterhall::services
