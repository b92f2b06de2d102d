#pragma once

#include "core/registry/ids.h"

#include <QString>

namespace meterhall::services {

/// A person as lists name him.
struct StaffName {
    OperatorId id;
    QString number;
    QString name;
};

} // namespace meterhall::services
