#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <cstdio>

namespace meterhall::app {

/// Exit codes of every command.
enum ExitCode : int {
    AllRight = 0,
    DidNotHold = 1, ///< something that was checked does not hold
    WrongCall = 2,  ///< the call or its input is wrong; a sentence on standard error says what
};

METERHALL_ERRORS(CallError, "call", UnknownOption, MissingValue, MissingArgument, TooManyArguments, NotANumber,
                 CannotRead, CannotWrite, TownDidNotStart, HubDidNotFinish, DayWentWrong)

// Every <name>_command.cpp defines `int run<Name>Command(const QStringList& arguments)`; close_day_command.cpp is
// called as "close-day". The table is written by the build.

/// One line of result on standard output.
void printLine(const QString& line);
/// A sentence on standard error.
void complain(const QString& sentence);
/// Says what was wrong and gives WrongCall.
int wrongCall(const Error& error);

} // namespace meterhall::app
