#pragma once

#include "core/base/result.h"

namespace meterhall::storage {

/// A backup counts as verified when somebody restored or opened it and wrote its SHA-256 beside it, in FILE.verified.
QString backupProofOf(const QString& backup);
Result<void> writeBackupProof(const QString& backup);
/// NoVerifiedBackup when there is no proof or the file is not the one that was proved.
Result<void> requireBackupProof(const QString& backup);

} // namespace meterhall::storage
