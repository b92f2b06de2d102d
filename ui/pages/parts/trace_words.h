#pragma once

#include "core/base/trace.h"

#include <functional>

namespace meterhall::ui {

/// Where the numbers of a derivation come from, in the language of the screen. A trace says it in English, in fixed
/// sentences with names in them; a sentence that is not known is shown as it is.
class TraceWords {
public:
    /// `meterNumber` gives what stands on a meter for its id, `label` what a component is called for its code.
    using Names = std::function<QString(const QString&)>;
    TraceWords(Names meterNumber, Names label);

    /// "price of 燃气费, tier 1, 2026-1".
    QString source(const QString& english) const;
    /// "59.36 = 27.00 + 32.36"; of a leaf its value and source. What a node is given for is left out.
    QString line(const Trace& trace, Trace::Node node) const;

    /// "because: 279 = 600 − 321": a margin that is not negative, so that a tier's bound holds.
    QString condition(const Trace& trace, Trace::Node margin) const;

    static bool knows(const QString& english);

private:
    Names m_meterNumber;
    Names m_label;
};

/// The node that a number stands for: behind every "given", and behind every rounding that changed nothing.
Trace::Node derivedNode(const Trace& trace, Trace::Node node);
/// The margins on the way there.
std::vector<Trace::Node> conditionsOf(const Trace& trace, Trace::Node node);

} // namespace meterhall::ui
