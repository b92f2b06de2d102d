#pragma once

#include "devices/codecs/mbus/application.h"

/// M-Bus, what a master sends: EN 13757-2, 5.7 (link procedures) and EN 13757-3, 8 to 12.
namespace meterhall::mbus {

/// A meter's name all over the world, EN 13757-3, 12: eight digits, maker, version, medium. As the pattern of a
/// selection, F stands for any digit of the id and of the fabrication number, FFFF for any maker, FF for any version or
/// medium.
struct SecondaryAddress {
    std::uint32_t id = 0xFFFFFFFF; ///< as its digits read: 0x12345678
    Manufacturer manufacturer{0xFFFF};
    std::uint8_t version = 0xFF;
    std::uint8_t medium = 0xFF;
    std::optional<std::uint32_t> fabrication{}; ///< enhanced selection

    /// "12345678", or all 16 hex digits as makers print them: id, maker, version, medium ("123456782D2C0107", where
    /// 2D2C is the maker's code high byte first).
    static Result<SecondaryAddress> parse(QStringView text);
    static SecondaryAddress of(const Header& header) {
        return {header.id, header.manufacturer, header.version, header.medium};
    }
    /// 16 hex digits; the fabrication number, if any, behind a minus.
    QString toString() const;
    /// The pattern leaves something open.
    bool isPattern() const;
    /// What answered is what was asked for.
    bool matches(const Header& header) const;
    bool operator==(const SecondaryAddress&) const = default;
};

enum class Reply : std::uint8_t {
    None,         ///< broadcast
    Acknowledged, ///< E5
    Data,         ///< RSP_UD
};

/// One frame to the line and what has to come back, checked when it is made.
class Request {
public:
    Request() = default; ///< SND_NKE to address 0

    /// Sets the link to its beginning: the meter forgets its frame count bits. To FD it ends a selection.
    static Request reset(std::uint8_t address);
    static Request deselect() { return reset(selectedAddress); }
    /// Class 2 data, the readings.
    static Request readData(std::uint8_t address);
    /// Class 1 data, alarms.
    static Request readAlarms(std::uint8_t address);
    /// From now on the matching meters answer to FD.
    static Request select(const SecondaryAddress& address);
    /// CI 50. `subcode`: bits 7..4 what is read from now on (0 all, 1 user data, 2 simple billing, 3 enhanced billing,
    /// 4 multi tariff billing, 5 instantaneous values, 6 load management, 8 installation, 9 testing), bits 3..0
    /// telegram.
    static Result<Request> resetApplication(std::uint8_t address, std::optional<std::uint8_t> subcode = std::nullopt);
    /// CI 51 and records as EN 13757-3, 6 codes them. Sent once: the outcome may be unknown.
    static Result<Request> sendData(std::uint8_t address, ByteView records);
    /// The next reading has all records (7F), or those whose DIB and VIB are given, each with data coding 8.
    static Result<Request> readAllRecords(std::uint8_t address);
    /// 300, 600 … 38400. The meter confirms at its old speed; master and meter then speak at the new one. Meters that
    /// hear nothing at the new speed for a while (2 to 10 minutes) go back.
    static Result<Request> setBaudRate(std::uint8_t address, int baudRate);
    /// 1..250 to the meter at `address` (0..250 or the selected one). Link reset at the new address comes next.
    static Result<Request> setAddress(std::uint8_t address, std::uint8_t newAddress);
    /// Eight decimal digits as they read, 0x12345678.
    static Result<Request> setIdentification(std::uint8_t address, std::uint32_t id);

    std::uint8_t address() const { return m_address; }
    Reply reply() const { return m_reply; }
    /// Changes something in the meter: never sent twice, never to more than one.
    bool isWrite() const { return m_isWrite; }
    /// Its C has a frame count bit: REQ_UD1, REQ_UD2, SND_UD.
    bool counts() const { return m_control.fcv(); }
    Control control() const { return m_control; }
    Result<void> encode(bool fcb, FrameBuffer& out) const;

private:
    static Request make(Control control, std::uint8_t address, Reply reply);
    static Request data(std::uint8_t address, std::uint8_t ci, ByteView data);
    static Result<Request> write(std::uint8_t address, std::uint8_t ci, ByteView data);

    Control m_control = sndNke;
    std::uint8_t m_address = 0;
    Reply m_reply = Reply::Acknowledged;
    bool m_isWrite = false;
    bool m_hasData = false;
    std::uint8_t m_ci = 0;
    std::array<std::uint8_t, maxDataSize> m_data{};
    std::size_t m_size = 0;
};

/// The speed that a CI of B8..BF asks for; 0 for others.
int baudRateOf(std::uint8_t ci);

} // namespace meterhall::mbus
