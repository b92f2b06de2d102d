#pragma once

#include "core/base/bytes.h"
#include "core/base/time.h"

#include <QString>

#include <concepts>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace meterhall::storage {

/// One value of a column or a parameter. A database of Meterhall knows three kinds, the same on both engines:
/// 64-bit integers, UTF-8 text and bytes; there are no floating numbers. What is worth storing turns into one of them:
/// integers, bool (0/1), enumerations (their number), text, bytes, Instant (microseconds UTC), Date (yyyymmdd), Id,
/// amounts (minor units; the currency is a column of its own), prices and quantities (micro units), optionals.
class Value {
public:
    Value() = default;
    Value(std::nullopt_t) {} // NOLINT(google-explicit-constructor): values are written as lists, {id, at, name}

    template <std::integral T>
    Value(T number) // NOLINT(google-explicit-constructor)
        : m_value(static_cast<std::int64_t>(number)) {
        static_assert(sizeof(T) < 8 || std::signed_integral<T>, "the databases have no unsigned 64-bit integer");
    }
    template <class T>
        requires std::is_enum_v<T> Value(T code) // NOLINT(google-explicit-constructor)
            : m_value(static_cast<std::int64_t>(code)) {}

        Value(const QString& text) // NOLINT(google-explicit-constructor)
            : m_value(text.toStdString()) {}
        Value(QStringView text) // NOLINT(google-explicit-constructor)
            : m_value(text.toUtf8().toStdString()) {}
        Value(std::string utf8) // NOLINT(google-explicit-constructor)
            : m_value(std::move(utf8)) {}
        Value(const char* utf8) // NOLINT(google-explicit-constructor)
            : m_value(std::string(utf8)) {}
        Value(Bytes bytes) // NOLINT(google-explicit-constructor)
            : m_value(std::move(bytes)) {}
        Value(ByteView bytes) // NOLINT(google-explicit-constructor)
            : m_value(Bytes(bytes.begin(), bytes.end())) {}
        template <std::size_t N>
        Value(const std::array<std::uint8_t, N>& bytes) // NOLINT(google-explicit-constructor): hashes
            : m_value(Bytes(bytes.begin(), bytes.end())) {}

        Value(Instant at) // NOLINT(google-explicit-constructor)
            : m_value(at.microseconds()) {}
        Value(Date day) // NOLINT(google-explicit-constructor)
            : m_value(std::int64_t(day.number())) {}
        /// Ids.
        template <class T>
            requires requires(const T& t) {
                { t.raw() } -> std::same_as<std::int64_t>;
            }
        Value(const T& id) // NOLINT(google-explicit-constructor)
            : m_value(id.raw()) {}
        /// Money.
        template <class T>
            requires requires(const T& t) {
                { t.minor() } -> std::same_as<std::int64_t>;
            }
        Value(const T& amount) // NOLINT(google-explicit-constructor)
            : m_value(amount.minor()) {}
        /// Prices and quantities.
        template <class T>
            requires requires(const T& t) {
                { t.micro() } -> std::same_as<std::int64_t>;
            }
        Value(const T& quantity) // NOLINT(google-explicit-constructor)
            : m_value(quantity.micro()) {}
        template <class T>
        Value(const std::optional<T>& maybe) // NOLINT(google-explicit-constructor)
            : m_value(maybe ? Value(*maybe).m_value : Held()) {}

        bool isNull() const {
            return m_value.index() == 0;
        }
        const std::int64_t* integer() const {
            return std::get_if<std::int64_t>(&m_value);
        }
        const std::string* text() const {
            return std::get_if<std::string>(&m_value);
        }
        const Bytes* bytes() const {
            return std::get_if<Bytes>(&m_value);
        }
        bool operator==(const Value&) const = default;

    private:
        using Held = std::variant<std::monostate, std::int64_t, std::string, Bytes>;
        Held m_value;
};

using Values = std::vector<Value>;

/// A value while it passes by: points into the row that is being read or written.
struct Cell {
    enum class Kind : std::uint8_t { Null, Integer, Text, Bytes };
    Kind kind = Kind::Null;
    std::int64_t integer = 0;
    std::string_view data; ///< UTF-8 of Text, content of Bytes

    static Cell of(const Value& value);
    ByteView bytes() const { return {reinterpret_cast<const std::uint8_t*>(data.data()), data.size()}; }
};

inline Cell Cell::of(const Value& value) {
    if (const auto* number = value.integer())
        return {Kind::Integer, *number, {}};
    if (const auto* text = value.text())
        return {Kind::Text, 0, *text};
    if (const auto* bytes = value.bytes())
        return {Kind::Bytes, 0, {reinterpret_cast<const char*>(bytes->data()), bytes->size()}};
    return {};
}

} // namespace meterhall::storage
