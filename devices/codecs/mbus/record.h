#pragma once

#include "core/base/bytes.h"
#include "devices/codecs/mbus/frame.h"
#include "devices/codecs/mbus/value.h"

/// M-Bus, the record layer of EN 13757-3, 6: data records in a span of bytes, whatever header stands before them.
/// Wired and wireless M-Bus share it. A record is DIF, up to 10 DIFE, VIF, up to 10 VIFE, data.
namespace meterhall::mbus {

/// Bits 5 and 4 of DIF.
enum class Function : std::uint8_t { Instant = 0, Maximum = 1, Minimum = 2, Error = 3 };
std::string_view key(Function function);

enum class RecordKind : std::uint8_t {
    Data,
    ManufacturerData, ///< 0F: the rest is the maker's
    MoreFollows,      ///< 1F: the same, and another telegram has more records
    GlobalReadout,    ///< 7F: in requests, all records are asked for
    Reserved,         ///< 3F..6F, 8F ..: nobody knows how long they are, the rest is taken
};

/// Where the words of a plain-text unit (VIF 7C, FC) stand. Wired meters send them right behind the VIF, before its
/// VIFE; OMS wants them behind the last VIFE.
enum class PlainTextPlace : std::uint8_t {
    Detected, ///< behind the VIF if that gives printable words, else behind the last VIFE
    BehindVif,
    BehindExtensions,
};

struct RecordOptions {
    PlainTextPlace plainText = PlainTextPlace::Detected;
    ByteOrder order = ByteOrder::LowFirst;
    bool fromMaster = false; ///< VIFE 00..1F are orders, not errors
};

/// How well a record is understood.
enum class Understanding : std::uint8_t {
    Full,
    Partly, ///< a reserved VIFE, one of the maker's, or an offset that is not applied: the value may mean more
    Not,    ///< reserved VIF or maker's data: only bytes, or a number without a meaning
};
std::string_view key(Understanding understanding);

/// One record seen in bytes that belong to someone else.
struct Record {
    static constexpr std::size_t maxExtensions = 10;

    std::size_t offset = 0;    ///< in the span the reader was given
    ByteView bytes;            ///< all of it
    ByteView data;             ///< without LVAR
    ByteView unitText;         ///< words of a plain-text unit, last character first
    std::uint64_t storage = 0; ///< 41 bits
    std::uint32_t tariff = 0;  ///< 20 bits
    std::uint16_t subunit = 0; ///< 10 bits
    std::uint8_t dibSize = 0;
    std::uint8_t vibSize = 0;
    RecordKind kind = RecordKind::Data;
    Coding coding = Coding::None;
    std::uint8_t lvar = 0; ///< of a variable data field
    Function function = Function::Instant;
    Understanding understanding = Understanding::Full;
    bool isError = false; ///< a modifier says that the value does not exist
    Meaning meaning;      ///< with what the modifiers made of it
    Value value;
    std::size_t modifierCount = 0;
    std::array<const Modifier*, maxExtensions> modifierList{};

    ByteView dib() const { return bytes.first(dibSize); }            ///< DIF and DIFE
    ByteView vib() const { return bytes.subspan(dibSize, vibSize); } ///< VIF, VIFE and plain text
    std::span<const Modifier* const> modifiers() const { return std::span(modifierList).first(modifierCount); }
};

/// Takes records from the front of a span; fills (2F) are stepped over. Never allocates.
class RecordReader {
public:
    explicit RecordReader(ByteView records, const RecordOptions& options = {})
        : m_bytes(records)
        , m_options(options) {}

    /// False at the end, and when the next record is not made as the standard says: then `isBroken`.
    bool next(Record& record);
    bool isBroken() const { return m_broken; }
    /// PrematureEnd, TooManyExtensions or ReservedLength, when broken.
    MbusError error() const { return m_error; }
    /// Bytes taken so far; when broken, where the broken record begins.
    std::size_t offset() const { return m_at; }

private:
    bool readDib(Record& record, std::size_t& at);
    bool readVib(Record& record, std::size_t& at);
    bool readPlainText(Record& record, std::size_t& at);
    bool takeText(Record& record, std::size_t& at);
    bool readModifiers(Record& record, std::size_t& at, bool more);
    bool readData(Record& record, std::size_t& at);
    bool takeRest(Record& record);
    void begin(Record& record) const;
    bool fail(MbusError error);
    bool has(std::size_t at) const { return at < m_bytes.size(); }

    ByteView m_bytes;
    RecordOptions m_options;
    std::size_t m_at = 0;
    bool m_broken = false;
    MbusError m_error = MbusError::PrematureEnd;
};

/// Text of a record or unit, as it is read: wire bytes last character first, ISO 8859-1.
QString textOf(ByteView wire, ByteOrder order);

} // namespace meterhall::mbus
