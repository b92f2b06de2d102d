#pragma once

#include "core/base/id.h"

namespace meterhall {

using BillId = Id<struct BillTag>;
using LateRuleId = Id<struct LateRuleTag>;

} // namespace meterhall
