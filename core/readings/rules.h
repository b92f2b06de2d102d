#pragma once

#include "core/readings/validation.h"

namespace meterhall {

/// A validation rule: the doubt it raises, its stable name, and the test. One line in the table of rules.cpp each.
struct ReadingRule {
    Doubt doubt;
    const char* name;
    bool (*doubts)(const ReadingUnderTest&);
};

std::span<const ReadingRule> readingRules();

} // namespace meterhall
