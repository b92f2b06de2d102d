#pragma once

#include "core/billing/usage.h"

namespace meterhall {

/// What one account is billed of what the meters of a place counted that several accounts share (a shop below, a flat
/// above: 混合用水). Each takes its share of the whole in their order, a quantity as far as it is left; the last takes
/// what is left, so that together they are the whole; there is one at least. Use by registers of time of use is shared
/// register by register: TariffError::Unsupported where a share before the account's, or its own, is a quantity.
MeteredUse ownShare(const MeteredUse& whole, std::span<const UseShare> shares, std::size_t own, Derivation& derivation);

} // namespace meterhall
