#include "app/cli/golden_house.h"
#include "app/cli/options.h"
#include "core/billing/golden_case.h"
#include "core/proof/proof.h"

#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* goldenPage = R"(
meterhall-cli golden DIR
meterhall-cli golden DIR --through-run [--db URL [--admin LOGIN]]

Published and computed bills against our rating: DIR/tariffs/*.json and DIR/cases_*.json. A bill whose derivation does
not hold has failed, whatever its total. `formula` cases ask for no tariff and are skipped.

--through-run  not by the calculator but by a whole house: each tariff is entered as a version and put in force, an account
               is opened and read, its book is drafted, checked and issued, and the stored bill is compared; corrections, late
               charges and purchases go through their services, the last two at a window with a drawer. In a temporary
               file, or in the empty database --db. What the house has no service for is skipped and named.

Prints `id expected got` for each case that differs, `id skipped: no service for WHAT`, then `N passed, N failed, N skipped`.
)";

struct Counts {
    int passed = 0;
    int failed = 0;
    int skipped = 0;
};

void judge(const QJsonObject& goldenCase, const RunCase& run, Counts& counts) {
    const Judgement judgement = judgeCase(goldenCase, run, proveTotal);
    const QString id = goldenCase.value(QLatin1String("id")).toString();
    switch (judgement.verdict) {
    case Verdict::Passed:
        ++counts.passed;
        break;
    case Verdict::Skipped:
        ++counts.skipped;
        if (judgement.got != u"formula")
            printLine(QStringLiteral("%1 skipped: no service for %2").arg(id, judgement.got));
        break;
    case Verdict::Failed:
        ++counts.failed;
        printLine(QStringLiteral("%1 %2 %3").arg(id, judgement.expected, judgement.got));
        break;
    }
}

Result<int> compareGolden(const Options& options) {
    MH_TRY(const QString path, options.onlyArgument(QStringLiteral("DIR")));
    MH_TRY(const auto folder, GoldenFolder::read(path));
    const FindTariff find = [&](const QString& id) { return folder.tariff(id); };
    std::unique_ptr<GoldenHouse> house;
    if (options.has(QStringLiteral("through-run"))) {
        MH_TRY(house, GoldenHouse::make(options.value(QStringLiteral("db")), adminFrom(options)));
    }
    const RunCase run = [&](const QJsonObject& goldenCase) {
        return house ? house->run(goldenCase, find) : rateCase(goldenCase, find);
    };
    Counts counts;
    for (const QJsonObject& goldenCase : folder.cases())
        judge(goldenCase, run, counts);
    printLine(
        QStringLiteral("%1 passed, %2 failed, %3 skipped").arg(counts.passed).arg(counts.failed).arg(counts.skipped));
    return counts.failed == 0 ? AllRight : DidNotHold;
}

} // namespace

int runGoldenCommand(const QStringList& arguments) {
    return runCommand({.page = goldenPage,
                       .valued = {QStringLiteral("db"), QStringLiteral("admin")},
                       .flags = {QStringLiteral("through-run")},
                       .signsIn = false},
                      arguments, compareGolden);
}

} // namespace meterhall::app
