#pragma once

#include "core/base/trace.h"

namespace meterhall {

METERHALL_ERRORS(ProofError, "proof", Empty, UnknownOperation, WrongArguments, BadNumber, UnknownRounding, OutOfRange,
                 ValueDiffers, MarginIsNegative, TotalDiffers)

/// Evaluates a derivation again, from its leaves alone, with arithmetic of its own: it shares no code with the rating
/// that wrote the trace. Every node's recorded value must be what its operation gives, every margin of a `given` must
/// not be negative. The error names the first entry that does not hold; ValueDiffers(recorded, evaluated).
///
/// Returns the root's value in its recorded form.
Result<QString> prove(const Trace& trace);

/// The same, and the root must be `total` (the amount on the bill).
Result<void> proveTotal(const Trace& trace, const QString& total);

} // namespace meterhall
