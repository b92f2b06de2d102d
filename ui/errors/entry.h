#pragma once

#include <QString>

#include <cstdint>
#include <span>
#include <string_view>

namespace meterhall::ui::errors {

/// English source texts of the context "Errors", to be translated where they are shown. %1 … %9 are the error's
/// arguments, %* all of them in a row. What stands in square brackets is left out when one of its arguments is missing
/// or empty; brackets do not nest.
struct Text {
    const char* happened;
    const char* money; ///< one of phrases.h; "" where no money is concerned
    const char* todo;
};

/// What an error's arguments are, where they are codes of ours with words of their own (words.h).
enum class Words : std::uint8_t {
    None,
    Duties,
    Services,
    ValveRules,
    CommandStates,
    CommandKinds,
    PasswordRules,
    Refusals, ///< of the database's triggers
    Fields,
    Holds, ///< why an account cannot be billed
};

struct Entry {
    std::string_view code; ///< "ledger.DayClosed"
    Text text;
    Words arguments = Words::None;
};

std::span<const Entry> securityErrors();
std::span<const Entry> ledgerErrors();
std::span<const Entry> registryErrors();
std::span<const Entry> billingErrors();
std::span<const Entry> valueErrors();
std::span<const Entry> storageErrors();
std::span<const Entry> deviceErrors();
std::span<const Entry> paperErrors();
std::span<const Entry> programErrors();

} // namespace meterhall::ui::errors
