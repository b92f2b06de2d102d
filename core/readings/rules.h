#pragma once

#include "core/readings/validation.h"

namespace meterhall {

/// What a rule looked at when it doubted: name -> value, decimals as text.
using Evidence = std::vector<std::pair<QString, QString>>;

/// A validation rule: the doubt it raises, its stable name, the test, and what the test looked at. One line in the
/// table of rules.cpp each.
struct ReadingRule {
    Doubt doubt;
    const char* name;
    /// How likely a reading doubted by this rule is wrong, as a decimal: set by hand for the kind of doubt, the same
    /// for every reading. It orders the supervisor's list and is no measurement.
    const char* likelihood;
    bool (*doubts)(const ReadingUnderTest&);
    Evidence (*evidence)(const ReadingUnderTest&);
};

std::span<const ReadingRule> readingRules();

} // namespace meterhall
