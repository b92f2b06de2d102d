#pragma once

#include "core/base/time.h"
#include "core/commands/valve_clearance.h"
#include "devices/codecs/cjt188/data.h"

namespace meterhall::cjt188 {

/// Six amounts of the meter's own price table; prices in 0.01 yuan (0..9999.99), volumes in whole m3 (0..999999).
struct PriceTable {
    std::array<std::int32_t, 3> priceInFen{};
    std::array<std::int32_t, 2> upToCubicMetres{};
    int startDay = 1; ///< 1..31
};

struct CivilTime {
    Date date;
    int hour = 0, minute = 0, second = 0;
};

/// A question or order to one meter, checked when it is made: a write to a broadcast address cannot be built.
class Request {
public:
    /// 901F, the current metering data.
    static Request readData(const Address& address);
    /// 911F of 2018, heat and cold in one.
    static Request readHeatAndCold(const Address& address);
    /// Settlement value of 1..12 months back (D120..D12B).
    static Result<Request> readHistory(const Address& address, int monthsBack);
    /// 2018: 1..256 months back (D200..D2FF).
    static Result<Request> readLongHistory(const Address& address, int monthsBack);
    static Request readPriceTable(const Address& address);
    static Request readSettlementDay(const Address& address);
    static Request readReadingDay(const Address& address);
    static Request readPurchase(const Address& address);
    static Request readKeyVersion(const Address& address);
    /// 810A; to Address::wildcard() it finds the one meter on a line.
    static Request readAddress(const Address& address);
    /// Any read by its DI, for private ones and freezes.
    static Request readOther(const Address& address, std::uint16_t di);

    static Result<Request> writePriceTable(const Address& address, const PriceTable& table);
    static Result<Request> writeSettlementDay(const Address& address, int day);
    static Result<Request> writeReadingDay(const Address& address, int day);
    /// Amount in 0.01 yuan. `serial` must differ from the last purchase's: the meter refuses a repetition.
    static Result<Request> writePurchase(const Address& address, std::uint8_t serial, std::int64_t amountInFen);
    static Result<Request> writeKey(const Address& address, std::uint8_t version,
                                    const std::array<std::uint8_t, 8>& key);
    static Result<Request> writeClock(const Address& address, const CivilTime& time);
    /// To the meter the clearance names, and to no other; there is no other way to a request that moves a valve.
    static Result<Request> valve(const ValveClearance& clearance);
    static Result<Request> leaveFactory(const Address& address);
    static Result<Request> writeAddress(const Address& address, const Address& newAddress);
    /// Sets the electronic register to the dial: value with at most two decimals, unit by its code.
    static Result<Request> syncCounter(const Address& address, Decimal value, std::uint8_t unitCode);

    Request() = default; ///< readData of the all-zero address

    const Address& address() const { return m_address; }
    Control control() const { return m_control; }
    std::uint16_t di() const { return m_di; }
    ByteView payload() const { return ByteView(m_payload).first(m_payloadSize); }
    /// Changes something in the meter: sent once, and never to a broadcast address.
    bool isWrite() const;
    /// Values that a bill may rest on: 901F, 911F and the histories.
    bool readsRegisters() const;

private:
    friend class RequestMaker;

    static constexpr std::size_t maxPayload = 16;
    Address m_address;
    Control m_control{0x01};
    std::uint16_t m_di = 0x901F;
    std::array<std::uint8_t, maxPayload> m_payload{};
    std::size_t m_payloadSize = 0;
};

/// Preambles and frame of the request. Refuses a write to a broadcast address once more.
Result<void> encodeRequest(const Request& request, const Model& model, std::uint8_t serial, FrameBuffer& out);

} // namespace meterhall::cjt188
