#include "app/cli/options.h"
#include "devices/codecs/vectors.h"

namespace meterhall::app {

/// Published frames against our decoders, by the rules of the command-line contract.
int runVectorsCommand(const QStringList& arguments) {
    const auto options = Options::parse(arguments, {}, {});
    if (!options.ok())
        return wrongCall(options.error());
    const auto folder = options->onlyArgument(QStringLiteral("DIR"));
    if (!folder.ok())
        return wrongCall(folder.error());
    const auto report = devices::compareVectors(*folder);
    if (!report.ok())
        return wrongCall(report.error());
    for (const devices::VectorDifference& difference : report->differences)
        printLine(QStringLiteral("%1 %2 %3 %4 %5")
                      .arg(difference.id, difference.file, difference.field, difference.expected, difference.got));
    for (const devices::VectorFile& file : report->files)
        printLine(QStringLiteral("%1: %2 passed, %3 failed, %4 not counted")
                      .arg(file.file)
                      .arg(file.passed)
                      .arg(file.failed)
                      .arg(file.notCounted));
    printLine(QStringLiteral("%1 passed, %2 failed, %3 not counted")
                  .arg(report->passed())
                  .arg(report->failed())
                  .arg(report->notCounted()));
    return report->failed() == 0 ? AllRight : DidNotHold;
}

} // namespace meterhall::app
