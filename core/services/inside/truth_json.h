#pragma once

#include "core/services/correction.h"

namespace meterhall::services {

/// The stored form of what was found to be true: {"kind": "dials" | "terms" | "crossed" | "fault", …}, compact.
QString truthText(const Truth& truth);
Result<Truth> truthFrom(const QString& text);

/// The account, or the first of two.
AccountId accountOf(const Truth& truth);

} // namespace meterhall::services
