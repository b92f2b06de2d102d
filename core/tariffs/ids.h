#pragma once

#include "core/base/id.h"

namespace meterhall {

using TariffId = Id<struct TariffTag>;
using TariffVersionId = Id<struct TariffVersionTag>;

} // namespace meterhall
