#include "ui/pages/concentrators/terminal_words.h"

#include "ui/widgets/text_forms.h"

#include <QCoreApplication>

#include <array>

namespace meterhall::ui {

namespace {

class TerminalWords {
    Q_DECLARE_TR_FUNCTIONS(TerminalWords)
};

struct CauseWords {
    const char* cause;
    const char* words;
};
constexpr std::array<CauseWords, 8> causeWords{{
    {"no answer", QT_TRANSLATE_NOOP("TerminalWords", "The meter did not answer")},
    {"terminal offline", QT_TRANSLATE_NOOP("TerminalWords", "The concentrator was not connected")},
    {"quarantined", QT_TRANSLATE_NOOP("TerminalWords", "The concentrator is not admitted")},
    {"refused", QT_TRANSLATE_NOOP("TerminalWords", "The device refused")},
    {"damaged", QT_TRANSLATE_NOOP("TerminalWords", "The answer was damaged")},
    {"unsupported", QT_TRANSLATE_NOOP("TerminalWords", "It cannot be asked as it is filed")},
    {"not stored", QT_TRANSLATE_NOOP("TerminalWords", "Read, but not stored in time")},
    {"cancelled", QT_TRANSLATE_NOOP("TerminalWords", "The run was cancelled")},
}};

constexpr std::int64_t thousand = 1000;

} // namespace

TerminalState stateOfTerminal(const services::TerminalOverview& terminal) {
    if (terminal.underWay)
        return {State::Running, TerminalWords::tr("Run begun")};
    if (!terminal.lastRun)
        return {State::Off, TerminalWords::tr("Not read yet")};
    if (terminal.lastRun->unread == 0)
        return {State::Ok, TerminalWords::tr("All read")};
    if (terminal.lastRun->read == 0)
        return {State::Danger, TerminalWords::tr("None read")};
    return {State::Warn, TerminalWords::tr("%n unread", nullptr, terminal.lastRun->unread)};
}

std::int64_t troubleOf(const services::TerminalOverview& terminal) {
    if (!terminal.lastRun)
        return terminal.meters > 0 ? 1 : 0;
    const std::int64_t unread = terminal.lastRun->unread;
    const bool none = unread > 0 && terminal.lastRun->read == 0;
    return unread + (none ? thousand * thousand : 0);
}

QString carrierText(Carrier carrier) {
    switch (carrier) {
    case Carrier::Gdw376:
        return TerminalWords::tr("Concentrator, 376.1");
    case Carrier::Dtu:
        return TerminalWords::tr("DTU");
    }
    return {};
}

QString causeText(const QString& cause) {
    for (const CauseWords& known : causeWords) {
        if (cause == QLatin1String(known.cause))
            return TerminalWords::tr(known.words);
    }
    return cause;
}

QString runScopeText(const services::ReadingRunRow& run) {
    switch (run.scope) {
    case services::RunScopeKind::All:
        return TerminalWords::tr("All meters");
    case services::RunScopeKind::Book:
        return TerminalWords::tr("Book %1").arg(run.subject);
    case services::RunScopeKind::Terminal:
        return TerminalWords::tr("Concentrator %1").arg(run.subject);
    case services::RunScopeKind::Meter:
        return TerminalWords::tr("Meter %1").arg(run.subject);
    }
    return {};
}

} // namespace meterhall::ui
