#include "ui/pages/parts/explanation_steps.h"

#include <set>

namespace meterhall::ui {

namespace {

class Steps {
public:
    Steps(const Trace& trace, const TraceWords& words)
        : m_trace(trace)
        , m_words(words) {}

    void add(Trace::Node node, int level) {
        if (!m_seen.insert(derivedNode(m_trace, node)).second)
            return;
        m_rows.push_back({level, m_words.line(m_trace, node)});
        addBelow(node, level + 1);
    }
    std::vector<papers::StepRow> take() { return std::move(m_rows); }

private:
    void addBelow(Trace::Node node, int level) {
        for (const Trace::Node argument : m_trace[derivedNode(m_trace, node)].arguments)
            add(argument, level);
        for (const Trace::Node margin : conditionsOf(m_trace, node))
            addCondition(margin, level);
    }

    void addCondition(Trace::Node margin, int level) {
        if (!m_seen.insert(derivedNode(m_trace, margin)).second)
            return;
        m_rows.push_back({level, m_words.condition(m_trace, margin)});
        addBelow(margin, level + 1);
    }

    const Trace& m_trace;
    const TraceWords& m_words;
    std::set<Trace::Node> m_seen;
    std::vector<papers::StepRow> m_rows;
};

} // namespace

std::vector<papers::StepRow> explanationSteps(const Trace& trace, const TraceWords& words) {
    Steps steps(trace, words);
    if (trace.root() != Trace::none)
        steps.add(trace.root(), 0);
    return steps.take();
}

} // namespace meterhall::ui
