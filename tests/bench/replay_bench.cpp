// A draft over twelve months of bills: every bill is read once and rated twice. The floor reads the same rows of the
// same columns in the same order with the C library alone, and rates nothing.
//
// --customers N (1,000,000); --engine sqlite|postgresql measures one of them. The goal is that of the issue, 20 s for a
// million accounts, in proportion.

#include "core/services/tariff_replay.h"
#include "core/services/tariffs.h"
#include "tests/bench/bench.h"
#include "tests/bench/bench_place.h"
#include "tests/bench/plain_bills.h"

#include <QJsonArray>

namespace meterhall::bench {

namespace {

METERHALL_ERRORS(ReplayBenchError, "replay-bench", BadOption, OtherSum, OtherRows)

constexpr int monthsReplayed = 12;
constexpr double secondsForAMillion = 20;
constexpr const char* townTariff = "sandbox-gas";

/// The tariff in force with a higher price of the first tier of every component.
Result<void> draftOfTown(services::Session& clerk) {
    const QString code = QString::fromLatin1(townTariff);
    MH_TRY(const auto versions, services::tariffVersions(clerk, code));
    MH_TRY(const services::ShownTariff shown, services::shownTariff(clerk, {code, versions.back().id}));
    QJsonObject file = shown.file;
    QJsonArray components = file.value(QLatin1String("components")).toArray();
    QJsonObject first = components.first().toObject();
    QJsonArray prices = first.value(QLatin1String("prices")).toArray();
    prices[0] = QStringLiteral("3.11");
    first.insert(QLatin1String("prices"), prices);
    components[0] = first;
    file.insert(QLatin1String("components"), components);
    return services::saveTariffDraft(clerk, code, file);
}

Result<services::TariffReplay> replayed(services::Session& session, int workers, double& seconds) {
    Result<services::TariffReplay> replay = ReplayBenchError::OtherSum;
    seconds = secondsOf([&] {
        services::ReplayCall call{.draft = {QString::fromLatin1(townTariff), {}}};
        call.workers = workers;
        replay = services::replayTariff(session, call);
    });
    return replay;
}

Result<Figures> replayOn(bool sqlite, int customers) {
    MH_TRY(const auto place,
           BenchPlace::make(sqlite,
                            {.customers = customers, .months = monthsReplayed, .searchable = false, .billed = true}));
    MH_TRY(services::Session clerk, place->signIn("k01", 4));
    MH_CHECK(draftOfTown(clerk));
    MH_TRY(const auto plain, PlainBills::open(*place));
    PlainBills::Sums rows;
    const double floorSeconds = secondsOf([&] { rows = plain->readAll(); });
    double alone = 0;
    MH_TRY(const auto one, replayed(clerk, 1, alone));
    double seconds = 0;
    MH_TRY(const auto replay, replayed(clerk, 0, seconds));
    if (rows.bills != replay.bills || replay.accounts + replay.notRated != customers)
        return Error(ReplayBenchError::OtherRows, {plain->why(), QString::number(rows.bills)});
    if (rows.totalMinor != replay.total.before.minor() || one.total.after != replay.total.after)
        return Error(ReplayBenchError::OtherSum, {replay.total.before.toString()});
    const QString name = QStringLiteral("replay of 12 months, %1, %2 accounts, %3 bills")
                             .arg(sqlite ? QStringLiteral("SQLite") : QStringLiteral("PostgreSQL"))
                             .arg(customers)
                             .arg(replay.bills);
    const Floor floor{QStringLiteral("the same rows read by the C library, nothing rated"), floorSeconds};
    const double goal = secondsForAMillion * customers / 1'000'000;
    return Figures{{name, seconds, QStringLiteral("s"), floor, Goal::atMost(goal)},
                   {name + QStringLiteral(", one thread that rates"), alone, QStringLiteral("s"), floor}};
}

} // namespace

Result<Figures> runReplayBench(const QStringList& options) {
    constexpr int aMillion = 1'000'000;
    const int customers = optionOf(options, QStringLiteral("--customers"), QString::number(aMillion)).toInt();
    if (customers < 1'000)
        return Error(ReplayBenchError::BadOption, {QStringLiteral("--customers")});
    Figures figures;
    for (const bool sqlite : {true, false}) {
        if (!wants(options, sqlite))
            continue;
        MH_TRY(const Figures measured, replayOn(sqlite, customers));
        tell(measured);
        figures.insert(figures.end(), measured.begin(), measured.end());
    }
    return figures;
}

} // namespace meterhall::bench
