#pragma once

#include "core/papers/explanation_paper.h"
#include "ui/pages/parts/trace_words.h"

namespace meterhall::ui {

/// A derivation from the total down, for a page of paper: every number once, below the first that was computed from it.
std::vector<papers::StepRow> explanationSteps(const Trace& trace, const TraceWords& words);

} // namespace meterhall::ui
