#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <memory>

namespace meterhall::ui {

/// Runs `job` on a thread that may wait, and hands its answer to `done` on the interface thread; dropped when `context`
/// is gone by then.
template <class Job, class Done>
void inBackground(QObject* context, Job job, Done done) {
    QThreadPool::globalInstance()->start([guard = QPointer<QObject>(context), job, done] {
        using Answer = std::invoke_result_t<Job>;
        const auto answer = std::make_shared<Answer>(job());
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, answer, done] {
                if (guard)
                    done(*answer);
            },
            Qt::QueuedConnection);
    });
}

} // namespace meterhall::ui
