#pragma once

#include "core/base/bytes.h"
#include "core/base/id.h"
#include "core/base/time.h"

#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace meterhall {

// The one byte form of a value that is hashed, stored and compared byte for byte. A value describes its fields once,
//
//     template <class Archive, Described<Ladder> Value>
//     void describe(Archive& archive, Value& ladder) {
//         archive.number(1, ladder.mode);
//         archive.list(2, ladder.upperBounds);
//     }
//
// and is written and read by that list. Tags ascend; a field that is zero or empty is not written, so a field added
// later does not change the bytes of what was written before it. A field is varint(tag * 2 + kind), then for kind 0 a
// zigzag varint, for kind 1 a varint length and bytes. Varints are base 128, low group first, as short as can be.

/// A value or its const form, for describe().
template <class Value, class Plain>
concept Described = std::same_as<std::remove_const_t<Value>, Plain>;

/// How a type is a number. Enums name their last enumerator with `constexpr E lastOf(E)` beside them.
template <class T>
struct NumberForm;
/// How a type is text: toUtf8() gives what has data() and size(), fromUtf8() takes a std::string_view.
template <class T>
struct TextForm;

class CanonicalWriter {
public:
    static constexpr bool reading = false;

    template <class T>
    void number(unsigned tag, const T& value) {
        field(tag, NumberForm<T>::toNumber(value));
    }
    template <class T>
    void text(unsigned tag, const T& value) {
        if (const auto utf8 = TextForm<T>::toUtf8(value); utf8.size() > 0)
            field(tag, {reinterpret_cast<const std::uint8_t*>(utf8.data()), std::size_t(utf8.size())});
    }
    template <class T>
    void optionalText(unsigned tag, const std::optional<T>& value) {
        if (value)
            text(tag, *value);
    }
    /// Plain numbers, one after the other in one field.
    template <class T>
    void list(unsigned tag, const std::vector<T>& values) {
        if (values.empty())
            return;
        const std::size_t begin = beginField(tag);
        for (const T& value : values)
            varint(zigzag(NumberForm<T>::toNumber(value)));
        endField(begin);
    }
    /// Texts, one field for each; none of them is empty.
    template <class T>
    void texts(unsigned tag, const std::vector<T>& values) {
        for (const T& value : values)
            text(tag, value);
    }
    /// A value that describes itself.
    template <class T>
    void nested(unsigned tag, const T& value) {
        const std::size_t begin = beginField(tag);
        describe(*this, value);
        endField(begin);
    }
    /// One nested field for each value.
    template <class T>
    void each(unsigned tag, const std::vector<T>& values, const T& /*blank*/) {
        for (const T& value : values)
            nested(tag, value);
    }

    Bytes take() { return std::move(m_bytes); }

private:
    static std::uint64_t zigzag(std::int64_t value);
    void varint(std::uint64_t value);
    void field(unsigned tag, std::int64_t value);
    void field(unsigned tag, ByteView value);
    /// A field of bytes that are written in between. Gives where they begin.
    std::size_t beginField(unsigned tag);
    void endField(std::size_t begin);

    Bytes m_bytes;
};

/// Reads what CanonicalWriter wrote and refuses every other spelling of it. The first error stays; finish() says it.
class CanonicalReader {
public:
    static constexpr bool reading = true;

    explicit CanonicalReader(ByteView bytes)
        : m_rest(bytes) {
        readHead();
    }

    template <class T>
    void number(unsigned tag, T& value) {
        keep(value, NumberForm<T>::fromNumber(takeNumber(tag)));
    }
    template <class T>
    void text(unsigned tag, T& value) {
        keep(value, TextForm<T>::fromUtf8(takeText(tag)));
    }
    template <class T>
    void optionalText(unsigned tag, std::optional<T>& value) {
        if (isNext(tag, bytesKind))
            keep(value, TextForm<T>::fromUtf8(takeText(tag)));
        else
            value.reset();
    }
    template <class T>
    void list(unsigned tag, std::vector<T>& values) {
        values.clear();
        if (!isNext(tag, bytesKind))
            return;
        CanonicalReader inner(takeBytes(tag), Headless{});
        while (inner.m_error.ok() && !inner.m_rest.empty()) {
            const auto value = NumberForm<T>::fromNumber(unzigzag(inner.varint()));
            fail(value);
            if (value.ok())
                values.push_back(*value);
        }
        fail(inner.m_error);
        if (values.empty()) // an empty list is not written at all
            fail(Result<void>(BaseError::NotCanonical));
    }
    template <class T>
    void texts(unsigned tag, std::vector<T>& values) {
        values.clear();
        while (isNext(tag, bytesKind)) {
            values.emplace_back();
            text(tag, values.back());
        }
    }
    template <class T>
    void nested(unsigned tag, T& value) {
        if (!isNext(tag, bytesKind))
            return fail(Result<void>(BaseError::NotCanonical));
        CanonicalReader inner(takeBytes(tag));
        describe(inner, value);
        fail(inner.finish());
    }
    /// `blank` is what a value is before its fields are read.
    template <class T>
    void each(unsigned tag, std::vector<T>& values, const T& blank) {
        values.clear();
        while (isNext(tag, bytesKind)) {
            values.push_back(blank);
            nested(tag, values.back());
        }
    }

    /// That everything was read and nothing was wrong.
    Result<void> finish() const;

private:
    struct Headless {};
    CanonicalReader(ByteView bytes, Headless)
        : m_rest(bytes) {}

    static constexpr unsigned numberKind = 0;
    static constexpr unsigned bytesKind = 1;

    template <class Target, class T>
    void keep(Target& value, const Result<T>& read) {
        fail(read);
        if (read.ok())
            value = *read;
    }
    template <class T>
    void fail(const Result<T>& result) {
        if (m_error.ok() && !result.ok())
            m_error = result.error();
    }
    static std::int64_t unzigzag(std::uint64_t bits);
    std::uint64_t varint();
    void readHead();
    bool isNext(unsigned tag, unsigned kind) const { return m_error.ok() && m_head == tag * 2ULL + kind; }
    std::int64_t takeNumber(unsigned tag);
    ByteView takeBytes(unsigned tag);
    /// Valid UTF-8.
    std::string_view takeText(unsigned tag);

    ByteView m_rest;
    std::uint64_t m_head = 0; ///< of the next field; 0 at the end
    Result<void> m_error;
};

template <class T>
Bytes toCanonical(const T& value) {
    CanonicalWriter writer;
    describe(writer, value);
    return writer.take();
}

/// `blank` is what the value is before its fields are read.
template <class T>
Result<T> fromCanonical(ByteView bytes, T blank) {
    CanonicalReader reader(bytes);
    describe(reader, blank);
    MH_CHECK(reader.finish());
    return blank;
}

/// SHA-256, 32 bytes.
Bytes sha256(ByteView bytes);

template <class T>
    requires std::integral<T>
struct NumberForm<T> {
    static std::int64_t toNumber(T value) { return value; }
    static Result<T> fromNumber(std::int64_t number) {
        // The one value without a negative is no quantity and no amount.
        const auto value = static_cast<T>(number);
        if (std::int64_t(value) != number || number == std::numeric_limits<std::int64_t>::min())
            return BaseError::NotCanonical;
        return value;
    }
};

template <class T>
    requires std::is_enum_v<T>
struct NumberForm<T> {
    static std::int64_t toNumber(T value) { return static_cast<std::int64_t>(value); }
    static Result<T> fromNumber(std::int64_t number) {
        if (number < 0 || number > toNumber(lastOf(T{})))
            return BaseError::NotCanonical;
        return static_cast<T>(number);
    }
};

template <class Tag>
struct NumberForm<Id<Tag>> {
    static std::int64_t toNumber(Id<Tag> id) { return id.raw(); }
    static Result<Id<Tag>> fromNumber(std::int64_t number) { return Id<Tag>::fromRaw(number); }
};

template <>
struct NumberForm<Date> {
    static std::int64_t toNumber(Date date) { return date.number(); }
    static Result<Date> fromNumber(std::int64_t number) { return Date::fromNumber(number); }
};

inline QString textOf(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

template <>
struct TextForm<QString> {
    static QByteArray toUtf8(const QString& text) { return text.toUtf8(); }
    static Result<QString> fromUtf8(std::string_view utf8) { return textOf(utf8); }
};

template <>
struct TextForm<std::string> {
    static std::string_view toUtf8(const std::string& text) { return text; }
    static Result<std::string> fromUtf8(std::string_view utf8) { return std::string(utf8); }
};

} // namespace meterhall
