#pragma once

#include <QString>

namespace meterhall::services {

/// The lease that whoever talks to a terminal holds.
inline QString terminalLease(const QString& terminal) {
    return QStringLiteral("terminal ") + terminal;
}

} // namespace meterhall::services
