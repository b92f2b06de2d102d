#pragma once

#include "core/base/error.h"

namespace meterhall::app {

/// What went wrong, for whoever typed the call: a sentence, the place, and the stable code in brackets for scripts. The
/// command line speaks English; the window's texts are the presenter's.
QString sentenceOf(const Error& error);

} // namespace meterhall::app
