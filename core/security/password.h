#pragma once

#include "core/security/crypto.h"
#include "core/security/duty.h"

namespace meterhall {

/// Own passwords exist on SQLite only; on PostgreSQL the login role has them.

/// "$scrypt$ln=16,r=8,p=2$<salt>$<hash>", salt and hash in base 64 without padding.
Result<QString> hashPassword(const QByteArray& password, const ScryptCost& cost = {});

/// Whether it is this password; an error when the stored form is none of ours.
Result<bool> verifyPassword(const QByteArray& password, const QString& stored);

/// The stored form was made with less work than today's: hash again at the next successful sign-in.
bool needsRehash(const QString& stored, const ScryptCost& today = {});

/// At least ten characters of three kinds (capital, small, digit, other), or sixteen of any; no more than 128 bytes of
/// UTF-8; not a few characters repeated. The argument of SecurityError::WeakPassword names the rule that is broken:
/// too_short, too_long, too_plain, repeats.
Result<void> checkPasswordStrength(const QByteArray& password);
/// All the rules that are broken, by the same names; none for a good password.
QStringList brokenPasswordRules(const QByteArray& password);

/// Overwrites a password that somebody typed. Copies that were made of it before are not reached: hand it on by moving.
void wipe(QByteArray& password);

} // namespace meterhall
