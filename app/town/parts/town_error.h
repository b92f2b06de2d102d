#pragma once

#include "core/base/result.h"

namespace meterhall::town {

/// What keeps the town from standing or a control call from being done. The first argument is the whole sentence:
/// the town is a tool with one language, and its caller is an engineer.
METERHALL_ERRORS(TownError, "town", BadOption, BadFaults, FaultNotPlayed, CannotRead, CannotWrite, CannotListen,
                 BadCall)

inline Error complaint(TownError code, const QString& sentence) {
    return Error(code, {sentence});
}

inline QString sentenceOf(const Error& error) {
    return error.arguments().isEmpty() ? error.toString() : error.arguments().first();
}

} // namespace meterhall::town
