#pragma once

#include "core/base/time.h"
#include "core/commands/valve_clearance.h"
#include "devices/codecs/dlt645/command.h"

namespace meterhall::dlt645 {

/// Who may change a meter: password level 0..9 (2007: 0..4, lower may do more), password and operator code.
struct Access {
    std::uint8_t level = 0;
    std::array<std::uint8_t, 3> password{};     ///< P0 first
    std::array<std::uint8_t, 4> operatorCode{}; ///< C0 first; not sent by 1997
};

struct CivilTime {
    Date date;
    int hour = 0, minute = 0, second = 0;
};

/// How the supply comes back after a clearance to open.
enum class Closing : std::uint8_t { Allowed, Direct }; ///< the customer presses a key (1BH), or at once (1CH)

/// A question or order, checked when it is made: what changes a meter cannot be addressed to more than one, but for the
/// clock, the freeze and the address of the one meter on a line, which the standard sends so.
class Request {
public:
    /// `di` with FF in a part reads a block. Of 1997 the lower two bytes.
    static Request read(const Address& address, Edition edition, std::uint32_t di);
    /// Load records: `count` of them, from the oldest, the newest or what `di` says. 2007.
    static Request readBlocks(const Address& address, std::uint32_t di, std::uint8_t count);
    static Result<Request> readBlocksFrom(const Address& address, std::uint32_t di, std::uint8_t count,
                                          const CivilTime& from);
    /// 13H of 2007; to Address::wildcard() it finds the one meter on a line.
    static Request readAddress(const Address& address);

    /// 08H to all meters; none answers. They take it when it is less than five minutes off, once a day.
    static Result<Request> broadcastTime(const CivilTime& time);
    /// 16H of 2007, now or at the minute, hour, day of month and month given; -1 stands for each. May be a broadcast.
    static Result<Request> freeze(const Address& address, int month, int day, int hour, int minute);

    /// `data` without identifier and password. A password of 1997 is sent only when given.
    static Result<Request> writeParameter(const Address& address, Edition edition, std::uint32_t di,
                                          const std::optional<Access>& access, ByteView data);
    /// To the one meter on a line whose programming key is pressed.
    static Result<Request> writeAddress(Edition edition, const Address& newAddress);
    /// `rate` 600, 1200, 2400, 4800, 9600 or 19200 bit/s. 2007.
    static Result<Request> writeBaudRate(const Address& address, int rate);
    static Result<Request> writePassword(const Address& address, std::uint32_t di, const Access& old,
                                         const Access& changed);
    static Result<Request> clearDemand(const Address& address, Edition edition, const Access& access);
    static Result<Request> clearMeter(const Address& address, const Access& access);
    /// `di` FFFFFFFF: all events.
    static Result<Request> clearEvents(const Address& address, const Access& access, std::uint32_t di);
    /// 1CH of 2007 to the meter the clearance names, and to no other; there is no other way to a request that moves a
    /// relay. Good until `validUntil`. Levels 98H and 99H need the security module and cannot be built.
    static Result<Request> relay(const ValveClearance& clearance, const Access& access, Closing closing,
                                 const CivilTime& validUntil);

    /// What follows the answer to a read: 12H with SEQ (2007) or 02H (1997), to the meter that answered.
    Request following(const Address& answered, std::uint8_t sequence) const;

    Request() = default; ///< read of nothing from the all-zero address

    const Address& address() const { return m_address; }
    Control control() const { return m_control; }
    Edition edition() const { return m_edition; }
    bool hasDi() const { return m_hasDi; }
    std::uint32_t di() const { return m_di; }
    ByteView data() const { return ByteView(m_data).first(m_size); }
    /// Changes something in the meter: sent once.
    bool isWrite() const;
    bool isAnswered() const { return !m_address.isBroadcast(); }

private:
    static Request make(const Address& address, Edition edition, std::uint8_t function);
    static Result<Request> makeWrite(const Address& address, Edition edition, std::uint8_t function);
    void addDi(std::uint32_t di);
    void addBytes(ByteView bytes);
    /// Packed digits, low byte first; their range has been checked.
    void addDigits(std::int64_t number, int size);
    void addAccess(const Access& access);
    Result<void> addTime(const CivilTime& time, bool withSeconds);

    Address m_address;
    Control m_control{0x11};
    Edition m_edition = Edition::Of2007;
    bool m_hasDi = false;
    std::uint32_t m_di = 0;
    std::array<std::uint8_t, maxDataSize> m_data{};
    std::size_t m_size = 0;
};

/// Preambles and frame of the request.
Result<void> encodeRequest(const Request& request, const Settings& settings, FrameBuffer& out);

} // namespace meterhall::dlt645
