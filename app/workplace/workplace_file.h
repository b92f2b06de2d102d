#pragma once

#include "core/services/session.h"

namespace meterhall::app {

METERHALL_ERRORS(WorkplaceFileError, "workplacefile", NotThere, Incomplete, CannotWrite)

/// What a seat's computer knows: where the database is, which seat this is, what it prints on. No secret is in it.
struct WorkplaceFile {
    services::Workplace workplace; ///< with the machine's clock
    QString printer;               ///< "folder:DIR", "cups:NAME", or "cups:" for the system's default printer
    bool training = false;         ///< the sandbox town: nothing here is real

    /// An INI file with a group [workplace]: url, seat, keyFile, witnessFolder, hall, hotline, printer, training.
    static Result<WorkplaceFile> read(const QString& file);
    Result<void> save(const QString& file) const;
    /// Where it lies when the call names none: ~/.config/meterhall/workplace.ini.
    static QString usualPlace();
};

} // namespace meterhall::app
