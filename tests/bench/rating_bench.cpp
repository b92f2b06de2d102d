// Rating is pure arithmetic over a million accounts: what one costs, and that the traced run computes the same.

#include "core/billing/rate.h"
#include "tests/bench/bench.h"
#include "tests/core/billing/sample_tariffs.h"

#include <algorithm>

namespace meterhall::bench {

namespace {

constexpr int ratedAccounts = 1'000;
constexpr int ratingRounds = 300;

/// Every account begins elsewhere on the ladder and crosses both bounds.
std::vector<BillingInputs> accountsToRate(const TariffVersion& version) {
    std::vector<BillingInputs> inputs;
    for (int i = 0; i < ratedAccounts; ++i)
        inputs.push_back(tests::inputsFor(version, BilledQuantity::ofMicro((600 + i % 100) * 1'000'000LL),
                                          BilledQuantity::ofMicro(i % 150 * 1'000'000LL)));
    return inputs;
}

struct RatingRun {
    double nanoseconds = 0;
    std::int64_t checksum = 0;
};

Result<RatingRun> rateUntraced(const TariffVersion& version, const std::vector<BillingInputs>& inputs) {
    Bill bill = Bill::empty(version.currency);
    Result<void> worked;
    std::vector<double> each;
    RatingRun run;
    for (int round = 0; round < ratingRounds; ++round) {
        run.checksum = 0;
        each.push_back(secondsOf([&] {
            for (const BillingInputs& one : inputs) {
                if (auto rated = rate(one, version, bill); !rated.ok())
                    worked = std::move(rated);
                run.checksum += bill.total.minor();
            }
        }));
    }
    MH_CHECK(worked);
    std::nth_element(each.begin(), each.begin() + ratingRounds / 2, each.end());
    run.nanoseconds = each[ratingRounds / 2] * 1e9 / ratedAccounts;
    return run;
}

Result<std::int64_t> tracedChecksum(const TariffVersion& version, const std::vector<BillingInputs>& inputs) {
    Bill bill = Bill::empty(version.currency);
    std::int64_t checksum = 0;
    for (const BillingInputs& one : inputs) {
        Trace trace;
        MH_CHECK(rate(one, version, bill, &trace));
        MH_TRY(const Money total, Money::parse(trace[trace.root()].value, version.currency));
        checksum += total.minor();
    }
    return checksum;
}

Result<Figure> ratingFigure(const char* name, const TariffVersion& version, std::optional<Goal> goal) {
    const auto inputs = accountsToRate(version);
    MH_TRY(const RatingRun run, rateUntraced(version, inputs));
    MH_TRY(const std::int64_t traced, tracedChecksum(version, inputs));
    if (traced != run.checksum)
        return BillingError::BadBill;
    return Figure{QString::fromLatin1(name), run.nanoseconds, QStringLiteral("ns"), std::nullopt, goal};
}

} // namespace

Result<Figures> runRatingBench(const QStringList& /*options*/) {
    MH_TRY(const Figure gas, ratingFigure("rate one three-tier account", tests::gasTariff(), Goal::atMost(150)));
    MH_TRY(const Figure water,
           ratingFigure("rate one account of three components in three tiers", tests::waterTariff(), {}));
    return Figures{gas, water};
}

} // namespace meterhall::bench
