// A full billing run: every book of a town drafted, checked and issued, from its readings to bills, lines, journals,
// postings and audit. The floor writes the rows that the run wrote, the same rows in the same transactions, into a copy
// of the database from before the run, with sqlite3 or libpq alone: the guards, keys and logins are those of the
// database (plain_units.h). Peak memory may not grow with the town: it is compared with that of a tenth of it.
//
// --customers N (1,000,000); --engine sqlite|postgresql measures one of them.

#include "app/cli/seed/seeded_bills.h"
#include "tests/bench/bench.h"
#include "tests/bench/bench_place.h"
#include "tests/bench/plain_units.h"

#include <QFile>

#include <malloc.h>

namespace meterhall::bench {

namespace {

METERHALL_ERRORS(BillingBenchError, "billing-bench", BadOption, NotAllIssued, NoPeak)

constexpr int townCustomers = 1'000'000;
constexpr double mostOfFloor = 1.6;
constexpr double mostMoreMemory = 32;

struct FullRun {
    std::int64_t issued = 0;
    double seconds = 0;
    double peak = 0; ///< MiB of this process while it ran
};

/// From here on the kernel keeps a new peak of this process.
bool forgetPeak() {
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

Result<double> peakMebibytes() {
    QFile file(QStringLiteral("/proc/self/status"));
    if (file.open(QIODevice::ReadOnly)) {
        const auto lines = file.readAll().split('\n');
        for (const QByteArray& line : lines)
            if (line.startsWith("VmHWM:"))
                return double(line.mid(6).chopped(3).trimmed().toLongLong()) / 1024;
    }
    return BillingBenchError::NoPeak;
}

Result<FullRun> runFully(const BenchPlace& place, int customers) {
    MH_TRY(services::Session drafter, place.signIn("k01", 4));
    MH_TRY(services::Session checker, place.signIn("k02", 5));
    if (!forgetPeak())
        return BillingBenchError::NoPeak;
    FullRun run;
    Result<std::int64_t> issued = std::int64_t(0);
    run.seconds = secondsOf(
        [&] { issued = app::issueMonth(drafter, checker, AccountingMonth::containing(drafter.businessDay())); });
    MH_TRY(run.issued, issued);
    MH_TRY(run.peak, peakMebibytes());
    if (run.issued != customers)
        return Error(BillingBenchError::NotAllIssued, {QString::number(run.issued)});
    return run;
}

Result<double> peakOfSmallTown(bool sqlite, int customers) {
    MH_TRY(const auto place, BenchPlace::make(sqlite, {.customers = customers, .months = 1, .searchable = false}));
    MH_TRY(const FullRun run, runFully(*place, customers));
    return run.peak;
}

Result<Figures> billingOn(bool sqlite, int customers) {
    MH_TRY(const double smallPeak, peakOfSmallTown(sqlite, customers / 10));
    MH_TRY(const auto place, BenchPlace::make(sqlite, {.customers = customers, .months = 1, .searchable = false}));
    MH_CHECK(place->copyDatabase());
    MH_TRY(const FullRun run, runFully(*place, customers));
    MH_TRY(const PlainUnits::Written plain, PlainUnits::writeAgain(*place));

    const QString name = QStringLiteral("billing, %1, %2 accounts, ")
                             .arg(sqlite ? QStringLiteral("SQLite") : QStringLiteral("PostgreSQL"))
                             .arg(customers);
    const QString floor =
        QStringLiteral("the same %1 rows in %2 units by the C library, guards on").arg(plain.rows).arg(plain.units);
    return Figures{{name + QStringLiteral("readings to issued bills"), run.seconds, QStringLiteral("s"),
                    Floor{floor, plain.seconds}, Goal::ratioAtMost(mostOfFloor)},
                   {name + QStringLiteral("rows of the run"), double(plain.rows) / run.seconds,
                    QStringLiteral("rows/s"), Floor{floor, double(plain.rows) / plain.seconds}},
                   {name + QStringLiteral("accounts"), double(customers) / run.seconds, QStringLiteral("accounts/s")},
                   {name + QStringLiteral("peak memory"), run.peak, QStringLiteral("MiB")},
                   {name + QStringLiteral("peak memory over that of %1 accounts").arg(customers / 10),
                    run.peak - smallPeak, QStringLiteral("MiB"), std::nullopt, Goal::atMost(mostMoreMemory)}};
}

} // namespace

Result<Figures> runBillingBench(const QStringList& options) {
    const int customers = optionOf(options, QStringLiteral("--customers"), QString::number(townCustomers)).toInt();
    if (customers < 1'000)
        return Error(BillingBenchError::BadOption, {QStringLiteral("--customers")});
    Figures figures;
    for (const bool sqlite : {true, false}) {
        if (!wants(options, sqlite))
            continue;
        MH_TRY(const Figures measured, billingOn(sqlite, customers));
        tell(measured);
        figures.insert(figures.end(), measured.begin(), measured.end());
    }
    return figures;
}

} // namespace meterhall::bench
