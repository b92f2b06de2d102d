#pragma once

#include "core/services/session.h"

namespace meterhall::app {

METERHALL_ERRORS(WorkplaceFileError, "workplacefile", NotThere, Incomplete, CannotWrite, BadStation)

/// The master station that works beside the window of a seat.
struct StationPlace {
    SeatNumber seat = 0;                          ///< of its own: a seat is held by one session
    QString listen = QStringLiteral("127.0.0.1"); ///< loopback unless somebody decides otherwise
    std::uint16_t gdwPort = 7376;                 ///< of Q/GDW 376.1 concentrators; 0: any free one
    std::uint16_t dtuPort = 7377;                 ///< of raw DTUs
    int answerMilliseconds = 5000;                ///< how long a meter may take
    int terminalSeconds = 600;                    ///< how long a run waits for a terminal that is away
};

/// What a seat's computer knows: where the database is, which seat this is, what it prints on. No secret is in it.
struct WorkplaceFile {
    services::Workplace workplace; ///< with the machine's clock
    QString printer;               ///< "folder:DIR", "cups:NAME", or "cups:" for the system's default printer
    bool training = false;         ///< the sandbox town: nothing here is real
    std::optional<StationPlace> station{};

    /// An INI file with a group [workplace]: url, seat, keyFile, witnessFolder, hall, hotline, printer, training; and,
    /// where a station works beside the window, a group [station]: seat, listen, gdwPort, dtuPort, answerMilliseconds,
    /// terminalSeconds. BadStation when its seat is missing or the window's own, or a number cannot be.
    static Result<WorkplaceFile> read(const QString& file);
    Result<void> save(const QString& file) const;
    /// Where it lies when the call names none: ~/.config/meterhall/workplace.ini.
    static QString usualPlace();
};

} // namespace meterhall::app
