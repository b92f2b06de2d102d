#include "app/cli/options.h"
#include "devices/codecs/vectors.h"

namespace meterhall::app {

namespace {

constexpr const char* vectorsPage = R"(
meterhall-cli vectors DIR

Published frames against our decoders: DIR/<protocol>/*.jsonl. Malformed frames must be refused as they say.

Prints `id file field expected got` for each difference, a line for each file, then `N passed, N failed, N not counted`.
)";

void printReport(const devices::VectorReport& report) {
    for (const devices::VectorDifference& difference : report.differences)
        printLine(QStringLiteral("%1 %2 %3 %4 %5")
                      .arg(difference.id, difference.file, difference.field, difference.expected, difference.got));
    for (const devices::VectorFile& file : report.files)
        printLine(QStringLiteral("%1: %2 passed, %3 failed, %4 not counted")
                      .arg(file.file)
                      .arg(file.passed)
                      .arg(file.failed)
                      .arg(file.notCounted));
    printLine(QStringLiteral("%1 passed, %2 failed, %3 not counted")
                  .arg(report.passed())
                  .arg(report.failed())
                  .arg(report.notCounted()));
}

Result<int> compareFrames(const Options& options) {
    MH_TRY(const QString folder, options.onlyArgument(QStringLiteral("DIR")));
    MH_TRY(const auto report, devices::compareVectors(folder));
    printReport(report);
    return report.failed() == 0 ? AllRight : DidNotHold;
}

} // namespace

int runVectorsCommand(const QStringList& arguments) {
    return runCommand({.page = vectorsPage, .signsIn = false}, arguments, compareFrames);
}

} // namespace meterhall::app
