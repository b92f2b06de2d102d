#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/registry/ids.h"

namespace meterhall {

METERHALL_ERRORS(CommandError, "command", UnknownCommand, UnknownKind, KeyUsedForSomethingElse, HeldByRule,
                 NotPossibleNow, SamePerson, DocumentMissing, BadParameter, NotReachable, WrongMeter)

using CommandId = Id<struct CommandTag>;

/// What a device can be asked to do. The numbers are those of the database.
enum class CommandKind : std::uint8_t {
    CloseValve = 1,
    OpenValve = 2,
    SetClock = 3,         ///< to the moment at which it is sent
    SetSettlementDay = 4, ///< `parameter` is the day of the month, 1 to 28
    SetReadingDay = 5,
};
/// "close-valve", "set-clock" …
QString codeOf(CommandKind kind);
Result<CommandKind> parseCommandKind(QStringView code);

/// Gas, water or money stands behind it: it needs two persons and the interlock, and is never sent a second time
/// because nobody heard whether the first came through. The others may be asked for again: twice is as good as once.
constexpr bool movesValve(CommandKind kind) {
    return kind == CommandKind::CloseValve || kind == CommandKind::OpenValve;
}

/// One thing asked of one meter. Saved before any device hears of it.
struct DeviceCommand {
    CommandId id;
    MeterId meter;
    CommandKind kind;
    int parameter = 0;
    OperatorId requestedBy;
    Instant requestedAt;
    Instant notAfter; ///< not sent later than this; what waits longer expires
    QString document; ///< what it rests on: an order, a letter, a case

    bool operator==(const DeviceCommand&) const = default;
};

/// BadParameter when the kind does not take it.
Result<void> checkParameter(CommandKind kind, int parameter);

} // namespace meterhall
