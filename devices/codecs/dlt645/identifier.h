#pragma once

#include "devices/codecs/dlt645/model.h"

#include <array>
#include <span>
#include <string_view>

/// The data identifiers of annex A as data: what stands behind each, in the standard's own formats and units.
/// Multi-byte numbers and times are packed digits, low byte first.
namespace meterhall::dlt645 {

enum class Kind : std::uint8_t {
    Number, ///< digits with a decimal point: XXX.X
    Time,   ///< YY MM DD hh mm ss, and WW weekday or NN number beside them
    Digits, ///< decimal digits that count nothing: address, meter number
    Code,   ///< hexadecimal digits: operator, password, an identifier
    Text,   ///< ASCII, last character first
    Bits,   ///< a word of flags, low byte first
    Opaque, ///< as it is
};

enum class Sign : std::uint8_t { None, TopBit }; ///< TopBit: 1 in the highest bit of the highest byte is minus

/// One value behind an identifier.
struct Field {
    std::string_view format; ///< "XXXXXX.XX", "YYMMDDhhmm", "NN": two characters are a byte
    std::string_view unit;   ///< of the standard's column: "kWh", "分"
    std::string_view zh;     ///< what of the identifier it is; empty when it is the whole
    std::string_view en;
    Kind kind = Kind::Opaque;
    Sign sign = Sign::None;
    std::uint8_t size = 0;
    std::uint8_t decimals = 0;

    constexpr Field() = default;
    explicit constexpr Field(std::string_view format_)
        : Field(format_, std::string_view()) {}
    constexpr Field(std::string_view format_, std::string_view unit_, Sign sign_ = Sign::None,
                    std::string_view zh_ = {}, std::string_view en_ = {})
        : Field(kindOf(format_), format_, unit_, zh_, en_) {
        sign = sign_;
    }
    constexpr Field(Kind kind_, std::string_view format_, std::string_view unit_ = {}, std::string_view zh_ = {},
                    std::string_view en_ = {})
        : format(format_)
        , unit(unit_)
        , zh(zh_)
        , en(en_)
        , kind(kind_) {
        const std::size_t point = format.find('.');
        const std::size_t characters = format.size() - (point == std::string_view::npos ? 0 : 1);
        size = static_cast<std::uint8_t>((characters + 1) / 2);
        decimals = static_cast<std::uint8_t>(point == std::string_view::npos ? 0 : format.size() - point - 1);
    }

private:
    static constexpr Kind kindOf(std::string_view format_) {
        constexpr std::size_t longestCount = 4; // NN and NNNN count something, longer ones name something
        if (format_.find_first_not_of("X.") == std::string_view::npos)
            return Kind::Number;
        if (format_.find_first_not_of("N.") != std::string_view::npos)
            return Kind::Time;
        const bool counts = format_.size() <= longestCount || format_.find('.') != std::string_view::npos;
        return counts ? Kind::Number : Kind::Digits;
    }
};

/// What a part of an identifier tells about the value.
enum class Role : std::uint8_t {
    None,
    Tariff,  ///< 0 total; a list that comes again and again (Row::repeatsFrom) counts in it too
    Storage, ///< settlement days, months or records back; 0 now
    Phase,   ///< 0 total, 1..3
    Number,  ///< of an entry in a list, a harmonic, a status word
};
/// Of 2007 the bytes DI2, DI1, DI0; of 1997 the two halves of DI0 (`di1` the higher one).
struct Roles {
    Role di2 = Role::None;
    Role di1 = Role::None;
    Role di0 = Role::None;
};

/// A range of identifiers with one layout: in the range is what is so in each of its parts (bytes of 2007, half bytes
/// of 1997). FF (F) in a part of an identifier stands for all of that part one after the other.
struct Row {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::string_view
        zh; ///< %t 总 or A相, %p A相 or nothing, %n number, %s records back, %e what an event or freeze is of
    std::string_view en;
    Field single;
    std::span<const Field> record; ///< several values behind one identifier
    Roles roles;
    std::uint8_t phase = 0;
    std::int8_t repeatsFrom = -1; ///< this and the following fields come again until the data end

    constexpr Row() = default;
    constexpr Row(std::uint32_t first_, std::uint32_t last_, std::string_view zh_, std::string_view en_, Field single_,
                  Roles roles_ = {}, std::uint8_t phase_ = 0)
        : first(first_)
        , last(last_)
        , zh(zh_)
        , en(en_)
        , single(single_)
        , roles(roles_)
        , phase(phase_) {}
    constexpr Row(std::uint32_t first_, std::uint32_t last_, std::string_view zh_, std::string_view en_,
                  std::span<const Field> record_, Roles roles_ = {}, std::uint8_t phase_ = 0)
        : first(first_)
        , last(last_)
        , zh(zh_)
        , en(en_)
        , record(record_)
        , roles(roles_)
        , phase(phase_) {}

    constexpr Row repeated(std::int8_t from = 0) const {
        Row copy = *this;
        copy.repeatsFrom = from;
        return copy;
    }
    std::span<const Field> fields() const { return record.empty() ? std::span(&single, 1) : record; }
    std::size_t size() const;
    /// What the parts of `di` tell, by role; 0 when no part tells it.
    struct Told {
        std::uint8_t tariff = 0, storage = 0, phase = 0, number = 0;
    };
    Told told(Edition edition, std::uint32_t di) const;
};

/// The ends of a row's range with each part in 16 bits of its own: all parts are compared at once.
struct RowKey {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};
constexpr std::uint64_t spreadParts(Edition edition, std::uint32_t di) {
    const std::uint64_t parts = di;
    if (edition == Edition::Of2007)
        return (parts & 0xFF000000) << 24 | (parts & 0xFF0000) << 16 | (parts & 0xFF00) << 8 | (parts & 0xFF);
    return (parts & 0xF000) << 36 | (parts & 0xF00) << 24 | (parts & 0xF0) << 12 | (parts & 0xF);
}
template <std::size_t N>
constexpr std::array<RowKey, N> keysOf(Edition edition, const std::array<Row, N>& rows) {
    std::array<RowKey, N> keys{};
    for (std::size_t i = 0; i < N; ++i)
        keys[i] = {spreadParts(edition, rows[i].first), spreadParts(edition, rows[i].last)};
    return keys;
}

struct Table {
    std::span<const Row> rows;
    std::span<const RowKey> keys;
};

/// The table that an identifier is in, if it is known; empty when nothing of its kind is.
Table tableFor(Edition edition, std::uint32_t di);

/// The row of exactly this identifier; null for blocks and for what is not known.
const Row* findRow(Edition edition, std::uint32_t di);

/// A bit for each part: 1 where `di` has FF (F) and stands for all. DI3 of 2007 and DI1 of 1997 never do.
struct Wild {
    std::uint32_t mask = 0; ///< all bits of the wild parts
    int parts = 0;
};
Wild wildOf(Edition edition, std::uint32_t di);

/// The rows that the block `di` has identifiers of, one after the other; null behind the last.
class BlockRows {
public:
    BlockRows(Edition edition, std::uint32_t di, Wild wild);
    const Row* next();

private:
    Table m_table;
    std::uint64_t m_parts;
    std::uint64_t m_wanted;
    std::size_t m_at = 0;
};

/// 1997: 94xx and 98xx are the last month and the one before of 90xx; the same for 91, A0, A1, B0, B1.
struct MonthOf1997 {
    std::uint32_t di = 0; ///< of the present month
    std::uint8_t monthsBack = 0;
};
MonthOf1997 monthOf(std::uint32_t di);

/// Tables of annex A, each in its own file.
namespace tables {
Table energies();
Table demands();
Table variables();
Table events();
Table eventDetails();
Table parameters();
Table freezes();
Table security();
Table of1997();
} // namespace tables

} // namespace meterhall::dlt645
