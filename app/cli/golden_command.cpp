#include "app/cli/options.h"
#include "core/billing/golden_case.h"
#include "core/proof/proof.h"

#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* goldenPage = R"(
meterhall-cli golden DIR

Published and computed bills against our rating: DIR/tariffs/*.json and DIR/cases_*.json. A bill whose derivation does
not hold has failed, whatever its total. `formula` cases ask for no tariff and are skipped.

Prints `id expected got` for each case that differs, then `N passed, N failed, N skipped`.
)";

struct Counts {
    int passed = 0;
    int failed = 0;
    int skipped = 0;
};

void judge(const GoldenFolder& folder, const QJsonObject& goldenCase, Counts& counts) {
    const Judgement judgement = judgeCase(
        goldenCase, [&](const QString& id) { return folder.tariff(id); }, proveTotal);
    switch (judgement.verdict) {
    case Verdict::Passed:
        ++counts.passed;
        break;
    case Verdict::Skipped:
        ++counts.skipped;
        break;
    case Verdict::Failed:
        ++counts.failed;
        printLine(QStringLiteral("%1 %2 %3")
                      .arg(goldenCase.value(QLatin1String("id")).toString(), judgement.expected, judgement.got));
        break;
    }
}

Result<int> compareGolden(const Options& options) {
    MH_TRY(const QString path, options.onlyArgument(QStringLiteral("DIR")));
    MH_TRY(const auto folder, GoldenFolder::read(path));
    Counts counts;
    for (const QJsonObject& goldenCase : folder.cases())
        judge(folder, goldenCase, counts);
    printLine(
        QStringLiteral("%1 passed, %2 failed, %3 skipped").arg(counts.passed).arg(counts.failed).arg(counts.skipped));
    return counts.failed == 0 ? AllRight : DidNotHold;
}

} // namespace

int runGoldenCommand(const QStringList& arguments) {
    return runCommand({.page = goldenPage, .signsIn = false}, arguments, compareGolden);
}

} // namespace meterhall::app
