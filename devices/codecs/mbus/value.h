#pragma once

#include "core/base/decimal.h"
#include "devices/codecs/mbus/vif.h"

#include <optional>
#include <span>

/// M-Bus, the data types of EN 13757-3, annex A. Reading never allocates and never formats.
namespace meterhall::mbus {

/// Order of the bytes of a number: CI 76 and 77 (mode 2) send the high one first.
enum class ByteOrder : std::uint8_t { LowFirst, HighFirst };

/// Why a value is not there. What was sent stays in the raw bytes.
enum class Absence : std::uint8_t {
    None,           ///< it is there
    NoData,         ///< no data field
    NotDigits,      ///< BCD with nibbles A..F, the display's way to show an error
    Invalid,        ///< the code for "not available": -2^(n-1), all bits set, NaN
    DateInvalid,    ///< no real moment, or marked invalid by the meter
    DateRecurring,  ///< "every year", "every day": a rule and no moment
    RecordError,    ///< the meter reports an error with the record (VIFE 01..1F)
    NotInterpreted, ///< the standard does not say how to read it
};
std::string_view key(Absence absence);

/// digits x 10^exponent, exact.
struct Number {
    Int128 digits = 0;
    int exponent = 0;

    /// Empty when it does not fit 64 bits and 18 decimals.
    std::optional<Decimal> decimal() const;
    QString toString() const;
};

enum class MomentKind : std::uint8_t { Date, DateTime, Time };

/// A date or time of the meter's own civil time. Of a recurring one (Absence::DateRecurring) the parts that are "every"
/// are those that no moment has: year, month and day 0, hour 31, minute and second 63.
struct Moment {
    MomentKind kind = MomentKind::Date;
    bool summerTime = false;
    std::int16_t year = 0;
    std::uint8_t month = 0, day = 0, hour = 0, minute = 0, second = 0;

    /// "2015-05-11", "2015-05-11T22:01:00", "22:01:31"; "XXXX-12-31" is every last of December (ISO 8601-2).
    QString toString() const;
};

enum class ValueKind : std::uint8_t { None, Number, Moment, Text, Bytes };

struct Value {
    ValueKind kind = ValueKind::None;
    Absence absence = Absence::NoData;
    bool inexact = false; ///< was sent as a binary fraction: its shortest decimal, billable only if the profile says so
    Number number{};      ///< in the record's unit
    Moment moment{};

    bool available() const { return absence == Absence::None; }
};

/// Data field codings: bits 3..0 of DIF.
enum class Coding : std::uint8_t {
    None = 0,
    Int8 = 1,
    Int16 = 2,
    Int24 = 3,
    Int32 = 4,
    Real32 = 5,
    Int48 = 6,
    Int64 = 7,
    Selection = 8,
    Bcd2 = 9,
    Bcd4 = 10,
    Bcd6 = 11,
    Bcd8 = 12,
    Variable = 13,
    Bcd12 = 14,
    Special = 15,
};

/// Bytes of the data field; 0 for None, Selection, Variable and Special.
constexpr std::size_t sizeOf(Coding coding) {
    constexpr std::array<std::uint8_t, 16> sizes{0, 1, 2, 3, 4, 4, 6, 8, 0, 1, 2, 3, 4, 0, 6, 0};
    return sizes[std::size_t(coding)];
}

/// Length of a variable data field by its LVAR; empty for the reserved F7..FF. F0..F6 are 16 to 64 bytes of binary
/// (EN 13757-3:2013), not the real numbers of the edition of 1997, which nobody sends.
std::optional<std::size_t> variableSize(std::uint8_t lvar);

/// Reads a data field into `value`, all of which is overwritten. `lvar` matters for Coding::Variable only.
void readValue(Coding coding, std::uint8_t lvar, std::span<const std::uint8_t> data, const Meaning& meaning,
               ByteOrder order, Value& value);

} // namespace meterhall::mbus
