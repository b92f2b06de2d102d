#pragma once

#include "app/town/parts/town.h"

class QIODevice;

namespace meterhall::town {

/// Writes what the utility has in its archive as JSON lines (docs/town.md). It is the state of the previous reading:
/// an exchange or a turn-over since then is not in it.
Result<void> writeRoster(const Town& town, QIODevice& out);

/// What a DTU sends when its line opens and from time to time.
QString dtuLogin(const QString& terminal);
QString dtuHeartbeat(const QString& terminal);

} // namespace meterhall::town
