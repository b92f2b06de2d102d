#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <functional>

class QJsonObject;

namespace meterhall::app {

/// Exit codes of every command.
enum ExitCode : int {
    AllRight = 0,
    DidNotHold = 1, ///< something that was checked does not hold
    WrongCall = 2,  ///< the call or its input is wrong; a sentence on standard error says what
};

METERHALL_ERRORS(CallError, "call", UnknownOption, MissingValue, MissingArgument, TooManyArguments, NotANumber,
                 CannotRead, CannotWrite, TownDidNotStart, HubDidNotFinish, DayWentWrong, UnknownForm, BadValue,
                 NoPassword)

// Every <name>_command.cpp defines `int run<Name>Command(const QStringList& arguments)`; close_day_command.cpp is
// called as "close-day". The table is written by the build.

/// What a command takes, and the page that --help prints. A page begins with the forms of the call.
struct Manual {
    const char* page;
    QStringList valued = {}; ///< options that take a value, without dashes
    QStringList flags = {};
    bool signsIn = true; ///< takes the options of a workplace too, and its page explains them
};

class Options;
/// Prints the page when it is asked for, else parses and runs. What goes wrong is a sentence on standard error and
/// WrongCall.
int runCommand(const Manual& manual, const QStringList& words, const std::function<Result<int>(const Options&)>& run);

/// One line of result on standard output.
void printLine(const QString& line);
void printJson(const QJsonObject& object);
/// A sentence on standard error.
void complain(const QString& sentence);
/// What went wrong, what it means for the money and what to do (ui/errors), and the stable code in brackets for
/// scripts. The command line speaks English.
QString sentenceOf(const Error& error);
/// Says what was wrong and gives WrongCall.
int wrongCall(const Error& error);

} // namespace meterhall::app
