#pragma once

#include "ui/first_run/answers.h"

#include <QStringList>

namespace meterhall::ui {

/// How one task of the first run stands.
enum class TaskState : std::uint8_t {
    Waiting,
    Running,
    Done,
    StoodAlready, ///< an earlier try did it
    Failed
};

/// Keeps what this computer knows of its workplace; the program knows the file's form. Called on the working thread.
using SaveWorkplace = std::function<Result<void>(const services::Workplace& workplace, const QString& printer)>;

/// What will be done, in order, in words.
QStringList firstRunTasks(const FirstRunAnswers& answers);

/// Does it, on a thread that may wait; `tell(task, state)` is called there. The first failure ends it. What was done
/// stands, and the whole may be done again: it finds what stands and goes on after it. Everybody works under his own
/// name: the administrator makes companies, days and operators, the review clerk enters the tariffs.
Result<void> doFirstRun(const FirstRunAnswers& answers, const FirstRunPlaces& places, const SaveWorkplace& save,
                        const std::function<void(int task, TaskState state)>& tell);

} // namespace meterhall::ui
