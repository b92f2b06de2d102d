#pragma once

#include "core/storage/storage_error.h"
#include "core/storage/value.h"

#include <functional>

namespace meterhall::storage {

class Row;

/// How a type is read back from a column; specialise for types of your own. Reading never fails at once: a wrong kind
/// marks the row (Row::fail) and gives some value, and the statement answers WrongType. So a row of twenty columns is
/// twenty plain lines.
template <class T>
struct ColumnForm;

/// A prepared statement of one connection. Placeholders are `?` on both engines.
class Statement {
public:
    Statement() = default;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    virtual ~Statement() = default;

    /// Runs a statement that returns no rows; gives the number of rows it changed.
    virtual Result<std::int64_t> execute(std::span<const Value> values) = 0;
    /// Starts a query; next() then steps through its rows.
    virtual Result<void> start(std::span<const Value> values) = 0;
    /// True while there is a row.
    virtual Result<bool> next() = 0;
    /// Ends a query before its last row.
    virtual void reset() = 0;

    virtual int columnCount() const = 0;
    /// Valid until the next call of next() or reset().
    virtual Result<Cell> cell(int column) const = 0;
};

/// The current row of a statement.
class Row {
public:
    explicit Row(const Statement& statement)
        : m_statement(statement) {}

    bool isNull(int column) const { return cell(column).kind == Cell::Kind::Null; }
    std::int64_t integer(int column) const { return cell(column, Cell::Kind::Integer).integer; }
    QString text(int column) const;
    /// UTF-8, valid until the next row.
    std::string_view utf8(int column) const { return cell(column, Cell::Kind::Text).data; }
    /// Valid until the next row.
    ByteView bytesView(int column) const { return cell(column, Cell::Kind::Bytes).bytes(); }
    Bytes bytes(int column) const;
    Cell cell(int column) const;

    template <class T>
    T get(int column) const {
        return ColumnForm<T>::read(*this, column);
    }

    /// The column does not hold what was expected of it.
    void fail(int column) const;
    Result<void> check() const;

private:
    Cell cell(int column, Cell::Kind expected) const;

    const Statement& m_statement;
    mutable std::optional<Error> m_failure;
};

template <std::integral T>
struct ColumnForm<T> {
    static T read(const Row& row, int column) {
        const std::int64_t number = row.integer(column);
        if (!std::in_range<T>(number))
            row.fail(column);
        return static_cast<T>(number);
    }
};
template <>
struct ColumnForm<bool> {
    static bool read(const Row& row, int column) { return row.integer(column) != 0; }
};
/// Does not know which numbers the enumeration names: those come from a CHECK of the column.
template <class T>
    requires std::is_enum_v<T>
struct ColumnForm<T> {
    static T read(const Row& row, int column) {
        return static_cast<T>(ColumnForm<std::underlying_type_t<T>>::read(row, column));
    }
};
template <>
struct ColumnForm<QString> {
    static QString read(const Row& row, int column) { return row.text(column); }
};
template <>
struct ColumnForm<Bytes> {
    static Bytes read(const Row& row, int column) { return row.bytes(column); }
};
template <>
struct ColumnForm<Instant> {
    static Instant read(const Row& row, int column) { return Instant::fromMicroseconds(row.integer(column)); }
};
template <>
struct ColumnForm<Date> {
    static Date read(const Row& row, int column);
};
template <std::size_t N>
struct ColumnForm<std::array<std::uint8_t, N>> {
    static std::array<std::uint8_t, N> read(const Row& row, int column) {
        std::array<std::uint8_t, N> bytes{};
        const ByteView view = row.bytesView(column);
        if (view.size() == N)
            std::copy(view.begin(), view.end(), bytes.begin());
        else
            row.fail(column);
        return bytes;
    }
};
/// Ids.
template <class T>
    requires requires(std::int64_t n) {
        { T::fromRaw(n) } -> std::same_as<T>;
    }
struct ColumnForm<T> {
    static T read(const Row& row, int column) { return T::fromRaw(row.integer(column)); }
};
/// Prices and quantities.
template <class T>
    requires requires(std::int64_t n) {
        { T::ofMicro(n) } -> std::same_as<T>;
    }
struct ColumnForm<T> {
    static T read(const Row& row, int column) { return T::ofMicro(row.integer(column)); }
};
template <class T>
struct ColumnForm<std::optional<T>> {
    static std::optional<T> read(const Row& row, int column) {
        if (row.isNull(column))
            return std::nullopt;
        return ColumnForm<T>::read(row, column);
    }
};

} // namespace meterhall::storage
