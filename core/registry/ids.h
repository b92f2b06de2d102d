#pragma once

#include "core/base/id.h"

namespace meterhall {

using LegalEntityId = Id<struct LegalEntityTag>;
using BookId = Id<struct BookTag>;
using CustomerId = Id<struct CustomerTag>;
using PremiseId = Id<struct PremiseTag>;
using ServicePointId = Id<struct ServicePointTag>;
using AccountId = Id<struct AccountTag>;
using MeterId = Id<struct MeterTag>;
using InstallationId = Id<struct InstallationTag>;
using OperatorId = Id<struct OperatorTag>;

} // namespace meterhall
