#include "core/storage/checkpoint.h"

namespace meterhall::storage {

Result<void> recordHeads(UnitOfWork& work, Date businessDay) {
    MH_TRY(const auto rows,
           work.database().all(
               "SELECT seat, epoch, sequence, hash FROM audit_head ORDER BY seat", {}, [&](const Row& row) {
                   return Values{row.integer(0), row.integer(1), row.integer(2), row.get<Hash>(3), businessDay};
               }));
    return work.insertGuardedRows("audit_checkpoint", {"seat", "epoch", "sequence", "hash", "business_day"}, rows);
}

} // namespace meterhall::storage
