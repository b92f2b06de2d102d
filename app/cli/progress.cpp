#include "app/cli/progress.h"

#include <QElapsedTimer>

namespace meterhall::app {

namespace {

QString lineOf(const WorkStep& step) {
    if (step.done == 0)
        return step.area;
    const QString done = QStringLiteral("%1: %2").arg(step.area).arg(step.done);
    return step.total ? QStringLiteral("%1 of %2").arg(done).arg(*step.total) : done;
}

} // namespace

WorkProgress progressOf(const Options& options) {
    if (!options.has(QStringLiteral("progress")))
        return {};
    return [area = QString(), since = QElapsedTimer()](const WorkStep& step) mutable -> Result<void> {
        constexpr qint64 pause = 1000;
        const bool isOver = step.total && step.done == *step.total;
        if (step.area == area && !isOver && since.elapsed() < pause)
            return {};
        area = step.area;
        since.start();
        complain(lineOf(step));
        return {};
    };
}

} // namespace meterhall::app
