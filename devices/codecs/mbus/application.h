#pragma once

#include "devices/codecs/mbus/record.h"

/// M-Bus, application layer of EN 13757-3 (and its CI list in EN 13757-7): what stands behind CI.
namespace meterhall::mbus {

/// What the bytes behind CI are.
enum class Structure : std::uint8_t {
    None,             ///< nothing follows, CI says all (baud rate, synchronisation …)
    VariableData,     ///< records, perhaps behind a header
    FixedData,        ///< two counters, CI 73 and 77
    ApplicationError, ///< a code
    Alarm,            ///< a byte of alarm bits
    ApplicationReset, ///< perhaps with a sub-code that selects what is read
    Selection,        ///< secondary address, perhaps more records
    Encrypted,        ///< the configuration word says that the records are encrypted, and they are not readable
    Other,            ///< a CI with a name whose bytes are not taken apart here (COSEM, OBIS, compact frame …)
    Unknown,          ///< a CI the standard does not name
};

enum class HeaderKind : std::uint8_t { None, Short, Long, Fixed };

/// "KAM": three letters of five bits.
struct Manufacturer {
    std::uint16_t code = 0;

    /// Letters, and a sign for what is no letter.
    std::array<char, 3> letters() const;
    static Result<Manufacturer> parse(QStringView letters);
    bool operator==(const Manufacturer&) const = default;
};

/// Bits 1..0 of the status byte.
enum class ApplicationStatus : std::uint8_t { Fine = 0, Busy = 1, Error = 2, Abnormal = 3 };

struct Header {
    HeaderKind kind = HeaderKind::None;
    std::uint32_t id = 0; ///< as its 8 digits read: 0x12345678; not always decimal ones
    Manufacturer manufacturer{};
    std::uint8_t version = 0;
    std::uint8_t medium = 0;
    std::uint8_t accessNumber = 0;
    std::uint8_t status = 0;
    std::uint16_t configuration = 0; ///< "signature" in older editions: low byte first on the wire

    ApplicationStatus application() const { return static_cast<ApplicationStatus>(status & 3); }
    bool powerLow() const { return (status & 0x04) != 0; }
    bool permanentError() const { return (status & 0x08) != 0; }
    bool temporaryError() const { return (status & 0x10) != 0; }
    std::uint8_t makersBits() const { return static_cast<std::uint8_t>(status & 0xE0); }
    /// Bits 12..8 of the configuration word: 0 plain, 5 and 7 AES-128-CBC, 13 TLS.
    std::uint8_t securityMode() const { return static_cast<std::uint8_t>(configuration >> 8 & 0x1F); }
};

/// Status byte of the fixed data structure; its bits differ from the other header's.
struct FixedStatus {
    std::uint8_t raw = 0;

    bool isBinary() const { return (raw & 0x01) != 0; } ///< else BCD
    bool isStored() const { return (raw & 0x02) != 0; } ///< values of a fixed date, else present ones
    bool powerLow() const { return (raw & 0x04) != 0; }
    bool permanentError() const { return (raw & 0x08) != 0; }
    bool temporaryError() const { return (raw & 0x10) != 0; }
};

struct FixedCounter {
    std::uint8_t unit = 0; ///< six bits
    ByteView data;         ///< four bytes
    Meaning meaning;
    Value value;
};

/// CI 70: what the meter complains of. EN 13757-3, 10.
std::string_view applicationErrorText(std::uint8_t code);

/// A frame's user data.
struct Application {
    std::uint8_t ci = 0;
    std::string_view name; ///< of CI; empty when unknown
    Structure structure = Structure::Unknown;
    ByteOrder order = ByteOrder::LowFirst;
    bool fromMaster = false;
    Header header{};
    ByteView payload{};                     ///< behind the header: records, codes, or what is not taken apart
    std::array<FixedCounter, 2> counters{}; ///< of fixed data

    RecordOptions recordOptions() const { return {.order = order, .fromMaster = fromMaster}; }
};

/// Reads control and long frames; for the others nothing is there. HeaderTooShort when the header is cut. Never
/// allocates. With `fromMaster` unlike the frame's own C, bytes from elsewhere can be read.
Result<Application> readApplication(std::uint8_t ci, ByteView data, bool fromMaster);
inline Result<Application> readApplication(const Frame& frame) {
    return readApplication(frame.ci, frame.data, frame.control.isFromMaster());
}

/// True when there are records, all made as the standard says, with a full meaning and a value that makes sense: how
/// plain data are told from encrypted ones, since old meters write anything into the configuration word.
bool looksPlain(ByteView records, const RecordOptions& options);

/// Another telegram follows (a record 1F ends this one).
bool hasMoreTelegrams(const Application& application);

} // namespace meterhall::mbus
