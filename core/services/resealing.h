#pragma once

#include "core/base/progress.h"
#include "core/services/session.h"

namespace meterhall::services {

// a new key for the personal data of a workplace. Add a key at one seat, copy the key file to every other seat,
// seal again what is stored, drop the old key at every seat. In between both keys open what they sealed and phones are
// found under both. A backup from before needs the keys of its time.

/// Adds a random key to this seat's key file (mode 0600, replaced in one step) and gives its number. Sessions that sign
/// in from now on seal with it. SealError::KeyFileMissing at a seat that was never given the keys.
Result<std::uint32_t> addPersonalDataKey(Session& session);

struct ResealOptions {
    int customersInUnit = 2'000;
    WorkProgress progress = {}; ///< after every unit; an error it gives ends the work
};
struct ResealResult {
    std::int64_t resealed = 0; ///< customers
    std::vector<CustomerId>
        unreadable;        ///< were altered or come from elsewhere: no key opens them, they stay as they are
    std::int64_t left = 0; ///< customers that still need an older key, the unreadable among them
};
/// Opens what older keys sealed and seals it with the current one, phone codes too, in bounded units of work. Stopped
/// at any moment it leaves whole customers behind and goes on when it is called again. SealError::NoKey, UnknownKey
/// (this seat lacks a key that is needed: copy the file).
Result<ResealResult> resealPersonalData(Session& session, const ResealOptions& options = {});

/// Takes an old key out of this seat's key file. SealError::KeyNeeded when it is the current one or something is still
/// sealed with it, UnknownKey when there is none of this number.
Result<void> dropPersonalDataKey(Session& session, std::uint32_t number);

} // namespace meterhall::services
