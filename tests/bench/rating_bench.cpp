// Rating is pure arithmetic over a million accounts: what one costs, and that the traced run computes the same.

#include "core/billing/golden_case.h"
#include "core/billing/rate.h"
#include "core/services/tariff_trial.h"
#include "tests/bench/bench.h"
#include "tests/core/billing/rated_accounts.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace meterhall::bench {

namespace {

constexpr int ratingRounds = 300;

struct RatingRun {
    double nanoseconds = 0;
    std::int64_t checksum = 0;
};

Result<RatingRun> rateUntraced(const TariffVersion& version, const std::vector<BillingInputs>& inputs) {
    Bill bill = Bill::empty(version.currency);
    Result<std::int64_t> checksum = std::int64_t(0);
    std::vector<double> each;
    RatingRun run;
    for (int round = 0; round < ratingRounds; ++round) {
        each.push_back(secondsOf([&] { checksum = tests::checksumOf(version, inputs, bill); }));
        MH_TRY(run.checksum, checksum);
    }
    std::nth_element(each.begin(), each.begin() + ratingRounds / 2, each.end());
    run.nanoseconds = each[ratingRounds / 2] * 1e9 / tests::ratedAccounts;
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
    const auto inputs = tests::accountsToRate(version);
    MH_TRY(const RatingRun run, rateUntraced(version, inputs));
    MH_TRY(const std::int64_t traced, tracedChecksum(version, inputs));
    if (traced != run.checksum)
        return BillingError::BadBill;
    return Figure{QString::fromLatin1(name), run.nanoseconds, QStringLiteral("ns"), std::nullopt, goal};
}

/// Whatever tariffs there are: those that come with the program, and the golden ones where their folder is.
Result<std::vector<TariffVersion>> allTariffs() {
    const QDir source(qEnvironmentVariable("METERHALL_SOURCE", QDir::currentPath()));
    const QDir shared(qEnvironmentVariable("METERHALL_SHARED", source.filePath(QStringLiteral("../shared"))));
    std::vector<TariffVersion> versions;
    for (const QDir& folder : {QDir(source.filePath(QStringLiteral("resources/tariffs"))),
                               QDir(shared.filePath(QStringLiteral("golden/tariffs")))}) {
        for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
            MH_TRY(const QJsonDocument json, readJson(folder.filePath(name)));
            MH_TRY(TariffVersion version, trialVersion(json.object()));
            versions.push_back(std::move(version));
        }
    }
    return versions;
}

/// A bill of a tariff that crosses every bound: nanoseconds, the median of many rounds.
Result<double> nanosecondsOf(const TariffVersion& version) {
    services::TariffTrial trial{.readOn = services::trialDay(version)};
    BilledQuantity all = BilledQuantity::ofMicro(100 * BilledQuantity::microPerUnit);
    if (!version.ladder.upperBounds.empty()) {
        MH_TRY(all, all.plus(version.ladder.upperBounds.back()));
    }
    trial.use = all;
    MH_TRY(const BillingInputs inputs, services::trialInputs(version, trial));
    MH_TRY(const RatingRun run, rateUntraced(version, std::vector(tests::ratedAccounts, inputs)));
    return run.nanoseconds;
}

Result<Figures> figuresOfAllTariffs() {
    MH_TRY(const auto versions, allTariffs());
    std::vector<double> times;
    for (const TariffVersion& version : versions) {
        MH_TRY(const double nanoseconds, nanosecondsOf(version));
        times.push_back(nanoseconds);
    }
    std::ranges::sort(times);
    const QString name = QStringLiteral("rate one account over all bounds, %1 tariffs, ").arg(times.size());
    constexpr double worst = 1'000;
    return Figures{
        {name + QStringLiteral("median"), times.at(times.size() / 2), QStringLiteral("ns")},
        {name + QStringLiteral("worst"), times.back(), QStringLiteral("ns"), std::nullopt, Goal::atMost(worst)}};
}

} // namespace

Result<Figures> runRatingBench(const QStringList& /*options*/) {
    MH_TRY(const Figure gas, ratingFigure("rate one three-tier account", tests::gasTariff(), Goal::atMost(150)));
    MH_TRY(const Figure water,
           ratingFigure("rate one account of three components in three tiers", tests::waterTariff(), {}));
    MH_TRY(const Figures all, figuresOfAllTariffs());
    Figures figures{gas, water};
    figures.insert(figures.end(), all.begin(), all.end());
    return figures;
}

} // namespace meterhall::bench
