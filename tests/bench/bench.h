#pragma once

#include "core/base/result.h"

#include <QJsonArray>

#include <functional>
#include <optional>
#include <vector>

namespace meterhall::bench {

/// The same work done with plain C interfaces and none of our code, in the same run on the same machine.
struct Floor {
    QString name;
    double value = 0;
};

/// What must hold, as a limit on the value or on value / floor.
class Goal {
public:
    static Goal atMost(double limit) { return Goal(limit, false, true); }
    static Goal atLeast(double limit) { return Goal(limit, false, false); }
    static Goal ratioAtMost(double limit) { return Goal(limit, true, true); }
    static Goal ratioAtLeast(double limit) { return Goal(limit, true, false); }

    bool holds(double value, std::optional<double> ratio) const;
    /// "<= 50", "ratio >= 0.8".
    QString toString() const;

private:
    Goal(double limit, bool ofRatio, bool upper)
        : m_limit(limit)
        , m_ofRatio(ofRatio)
        , m_upper(upper) {}

    double m_limit;
    bool m_ofRatio;
    bool m_upper;
};

/// One measured thing. A figure without a goal is only reported.
struct Figure {
    QString name;
    double value = 0;
    QString unit;
    std::optional<Floor> floor = std::nullopt;
    std::optional<Goal> goal = std::nullopt;

    std::optional<double> ratio() const;
    bool holds() const;
};

using Figures = std::vector<Figure>;

/// [{"name","value","unit","floor","floor_value","ratio","goal","holds"}]; what does not apply is null.
QJsonArray toJson(const Figures& figures);

/// A line each on standard error: what is known already of a bench that goes on for long.
void tell(const Figures& figures);

/// The 95th percentile of what was measured; of nothing it is a programming error.
double percentile95(std::vector<double> values);

/// Seconds of wall clock that `work` took.
double secondsOf(const std::function<void()>& work);

} // namespace meterhall::bench
