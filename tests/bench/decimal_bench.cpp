// Scaled decimals are read and written for every value of every frame, file and row: they must not cost much more than
// the C library's plain integers do.

#include "core/base/decimal.h"
#include "tests/bench/bench.h"

#include <cstdlib>

namespace meterhall::bench {

namespace {

constexpr int rounds = 1'000'000;
constexpr int decimals = 6;

/// Different digits and lengths, none the same as the one before.
constexpr std::int64_t sample(int round) {
    return std::int64_t(round) * 7'919'003;
}

} // namespace

Result<Figures> runDecimalBench(const QStringList& /*options*/) {
    bool same = true;
    const double ours = secondsOf([&] {
        for (int round = 0; round < rounds; ++round) {
            const auto back = parseScaled(formatScaled(sample(round), decimals), decimals);
            same = same && back.ok() && *back == sample(round);
        }
    });
    const double plain = secondsOf([&] {
        for (int round = 0; round < rounds; ++round) {
            char text[32];
            std::snprintf(text, sizeof text, "%lld", static_cast<long long>(sample(round)));
            same = same && std::strtoll(text, nullptr, 10) == sample(round);
        }
    });
    if (!same)
        return BaseError::NotANumber;
    constexpr double nanoseconds = 1e9 / rounds;
    return Figures{{QStringLiteral("format and parse a decimal"), ours * nanoseconds, QStringLiteral("ns"),
                    Floor{QStringLiteral("snprintf and strtoll of the integer"), plain * nanoseconds},
                    Goal::ratioAtMost(8)}};
}

} // namespace meterhall::bench
