#pragma once

#include "app/town/parts/concentrator.h"

namespace meterhall::town {

/// The call, checked.
struct Options {
    TownPlan plan;
    FaultPlan faults;
    QString truthFile;
    QString rosterFile;
    bool rosterOnly = false;
    bool helpWanted = false;
    QString helpText;
    DialTarget gdw;
    DialTarget dtu;
    DialTarget control{QStringLiteral("127.0.0.1"), 0};
    TerminalPaces paces;
    int latencyMs = 5;
};

/// `arguments` begins with the program's name. A wrong call is a sentence that names the option.
Result<Options> optionsFrom(const QStringList& arguments, Date machineToday);

} // namespace meterhall::town
