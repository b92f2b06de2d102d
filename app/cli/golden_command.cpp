#include "app/cli/options.h"
#include "core/billing/golden_case.h"

#include <QJsonObject>

namespace meterhall::app {

namespace {

struct Counts {
    int passed = 0;
    int failed = 0;
    int skipped = 0;
};

void judge(const GoldenFolder& folder, const QJsonObject& goldenCase, Counts& counts) {
    const Judgement judgement = judgeCase(goldenCase, [&](const QString& id) { return folder.tariff(id); });
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

} // namespace

/// Published and computed bills against our rating; a case that asks for what is not built yet is counted as skipped.
int runGoldenCommand(const QStringList& arguments) {
    const auto options = Options::parse(arguments, {}, {});
    if (!options.ok())
        return wrongCall(options.error());
    const auto path = options->onlyArgument(QStringLiteral("DIR"));
    if (!path.ok())
        return wrongCall(path.error());
    const auto folder = GoldenFolder::read(*path);
    if (!folder.ok())
        return wrongCall(folder.error());
    Counts counts;
    for (const QJsonObject& goldenCase : folder->cases())
        judge(*folder, goldenCase, counts);
    printLine(
        QStringLiteral("%1 passed, %2 failed, %3 skipped").arg(counts.passed).arg(counts.failed).arg(counts.skipped));
    return counts.failed == 0 ? AllRight : DidNotHold;
}

} // namespace meterhall::app
