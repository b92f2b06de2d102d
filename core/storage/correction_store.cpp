#include "core/storage/correction_store.h"

namespace meterhall::storage {

Result<void> CorrectionStore::insert(UnitOfWork& work, const StoredCorrection& correction) {
    return work.insertGuarded("correction",
                              {"id", "account_id", "truth", "reason", "digest", "prepared_by", "prepared_at"},
                              {correction.id, correction.account, correction.truth, correction.reason,
                               correction.digest, correction.preparedBy, correction.preparedAt});
}

Result<void> CorrectionStore::approve(UnitOfWork& work, std::int64_t correction, OperatorId by) {
    return work.insertGuarded("correction_approval", {"correction_id", "approved_by", "approved_at"},
                              {correction, by, work.now()});
}

Result<void> CorrectionStore::insert(UnitOfWork& work, std::int64_t correction, const BillReversal& reversal, Date on) {
    return work.insertGuarded("bill_reversal",
                              {"bill_id", "replaced_by", "correction_id", "released_minor", "reversed_on"},
                              {reversal.bill, reversal.replacedBy, correction, reversal.released, on});
}

Result<std::optional<StoredCorrection>> CorrectionStore::correction(std::int64_t id) const {
    return m_database.maybe("SELECT c.id, c.account_id, c.truth, c.reason, c.digest, c.prepared_by, c.prepared_at, "
                            "a.approved_by FROM correction c LEFT JOIN correction_approval a ON a.correction_id = c.id "
                            "WHERE c.id = ?",
                            {id}, [](const Row& row) {
                                return StoredCorrection{.id = row.integer(0),
                                                        .account = row.get<AccountId>(1),
                                                        .truth = row.text(2),
                                                        .reason = row.text(3),
                                                        .digest = row.bytes(4),
                                                        .preparedBy = row.get<OperatorId>(5),
                                                        .preparedAt = row.get<Instant>(6),
                                                        .approvedBy = row.get<std::optional<OperatorId>>(7)};
                            });
}

Result<std::vector<BillReversal>> CorrectionStore::reversalsOf(std::int64_t correction) const {
    return m_database.all("SELECT v.bill_id, v.replaced_by, v.released_minor, b.currency FROM bill_reversal v "
                          "JOIN bill b ON b.id = v.bill_id WHERE v.correction_id = ? ORDER BY b.account_id, b.read_to",
                          {correction}, [](const Row& row) -> Result<BillReversal> {
                              MH_TRY(const Money released, Money::fromStored(row.integer(2), row.text(3)));
                              return BillReversal{row.get<BillId>(0), row.get<BillId>(1), released};
                          });
}

} // namespace meterhall::storage
