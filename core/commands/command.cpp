#include "core/commands/command.h"

#include <array>

namespace meterhall {

namespace {

struct NamedKind {
    CommandKind kind;
    const char* code;
};

constexpr std::array<NamedKind, 5> kinds{{
    {CommandKind::CloseValve, "close-valve"},
    {CommandKind::OpenValve, "open-valve"},
    {CommandKind::SetClock, "set-clock"},
    {CommandKind::SetSettlementDay, "set-settlement-day"},
    {CommandKind::SetReadingDay, "set-reading-day"},
}};

} // namespace

QString codeOf(CommandKind kind) {
    for (const NamedKind& named : kinds)
        if (named.kind == kind)
            return QString::fromLatin1(named.code);
    return {};
}

Result<CommandKind> parseCommandKind(QStringView code) {
    for (const NamedKind& named : kinds)
        if (code == QLatin1String(named.code))
            return named.kind;
    return Error(CommandError::UnknownKind, {code.left(40).toString()});
}

Result<void> checkParameter(CommandKind kind, int parameter) {
    constexpr int lastCommonDay = 28; // every month has it
    const bool isDay = kind == CommandKind::SetSettlementDay || kind == CommandKind::SetReadingDay;
    const bool fits = isDay ? parameter >= 1 && parameter <= lastCommonDay : parameter == 0;
    return fits ? Result<void>() : Error(CommandError::BadParameter, {codeOf(kind), QString::number(parameter)});
}

} // namespace meterhall
