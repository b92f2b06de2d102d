#pragma once

#include "app/cli/command.h"

namespace meterhall::app {

/// Asks at the terminal without showing what is typed; NoPassword when there is no terminal to ask at.
Result<QByteArray> askPassword(const QString& question);

} // namespace meterhall::app
