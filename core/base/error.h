#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <string_view>
#include <type_traits>

namespace meterhall {

/// The names of one area's codes: `names` is the enumerator list exactly as it was written, "Overflow, NotANumber".
struct ErrorArea {
    std::string_view area;
    std::string_view names;
};

/// Declares the error enum of an area together with its texts:
///     METERHALL_ERRORS(MoneyError, "money", Overflow, CurrencyMismatch)
/// Enumerators take their values in order from 0; none is ever reused for another meaning.
#define METERHALL_ERRORS(Enum, areaText, ...)                                                                          \
    enum class Enum : std::uint16_t { __VA_ARGS__ };                                                                   \
    constexpr ::meterhall::ErrorArea errorArea(Enum) {                                                                 \
        return {areaText, #__VA_ARGS__};                                                                               \
    }

/// What went wrong, for programs: area and name are stable, "money.Overflow". Texts for people are made in
/// ui/errors from the code and the arguments, and nowhere else.
class ErrorCode {
public:
    template <class Enum>
        requires(std::is_enum_v<Enum>)
    constexpr ErrorCode(Enum code) // NOLINT(google-explicit-constructor): an enumerator is a code
        : m_area(errorArea(code).area)
        , m_name(nameAt(errorArea(code).names, static_cast<unsigned>(code))) {}

    constexpr std::string_view area() const { return m_area; }
    constexpr std::string_view name() const { return m_name; }
    QString toString() const;
    constexpr bool operator==(const ErrorCode&) const = default;

private:
    static constexpr std::string_view nameAt(std::string_view names, unsigned index) {
        for (; index > 0; --index)
            names.remove_prefix(names.find(',') + 1);
        names = names.substr(0, names.find(','));
        while (!names.empty() && names.front() == ' ')
            names.remove_prefix(1);
        return names;
    }

    std::string_view m_area;
    std::string_view m_name;
};

/// An expected failure. Arguments fill the presenter's sentence; context says where, innermost first
/// ("row 17", "file march.csv"). Neither may hold personal data or secrets.
class Error {
public:
    Error(ErrorCode code, QStringList arguments = {}) // NOLINT(google-explicit-constructor): `return MoneyError::X;`
        : m_code(code)
        , m_arguments(std::move(arguments)) {}

    template <class Enum>
        requires(std::is_enum_v<Enum>)
    Error(Enum code, QStringList arguments = {}) // NOLINT(google-explicit-constructor)
        : Error(ErrorCode(code), std::move(arguments)) {}

    const ErrorCode& code() const { return m_code; }
    bool is(ErrorCode code) const { return m_code == code; }
    const QStringList& arguments() const { return m_arguments; }
    const QStringList& context() const { return m_context; }

    Error&& within(const QString& place) && {
        m_context.append(place);
        return std::move(*this);
    }

    /// "money.Overflow(arg, arg) in row 17 in file march.csv": for logs and scripts, not for people.
    QString toString() const;

private:
    ErrorCode m_code;
    QStringList m_arguments;
    QStringList m_context;
};

/// Codes of core/base.
METERHALL_ERRORS(BaseError, "base", Overflow, NotANumber, TooManyDecimals, BadDate, BadHex, Truncated, BadId, TooLong,
                 DivisionByZero, NotCanonical)

} // namespace meterhall
