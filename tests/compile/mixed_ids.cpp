// The number of a meter is not the number of an account.

#include "core/base/id.h"

using MeterId = meterhall::Id<struct MeterTag>;
using AccountId = meterhall::Id<struct AccountTag>;

AccountId owner(MeterId, AccountId account) {
    return account;
}

AccountId find(MeterId meter, AccountId account) {
#ifdef METERHALL_FAULT
    return owner(account, meter);
#else
    return owner(meter, account);
#endif
}
