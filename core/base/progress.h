#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace meterhall {

/// How far long work has come in one of its areas.
struct WorkStep {
    QString area;
    std::int64_t done = 0;
    std::optional<std::int64_t> total{}; ///< when it is known
};

/// Called now and then by long work; may be empty. An error it gives ends the work with that error.
using WorkProgress = std::function<Result<void>(const WorkStep&)>;

inline Result<void> tell(const WorkProgress& progress, const WorkStep& step) {
    return progress ? progress(step) : Result<void>();
}

} // namespace meterhall
