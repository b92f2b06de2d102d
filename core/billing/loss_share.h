#pragma once

#include "core/billing/usage.h"

namespace meterhall {

/// The account's use and its parts of the losses of master meters. A part is the loss cut behind the account, by the
/// weights of the accounts until then, less the loss cut before it, each rounded to the step: whoever bills them all
/// bills the whole loss, to the last step. Nothing where the meters behind the master counted as much or more. Where
/// registers of time of use are billed, TariffError::Unsupported.
MeteredUse withLosses(MeteredUse use, std::span<const LossShare> losses, Derivation& derivation);

} // namespace meterhall
