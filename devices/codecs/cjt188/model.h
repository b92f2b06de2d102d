#pragma once

#include <cstdint>

namespace meterhall::cjt188 {

/// 2004: D5 of C marks vendor private functions. 2018: it says that more frames follow.
enum class Edition : std::uint8_t { Of2004, Of2018 };

/// Order of the two DI bytes on the wire: 90 1F or 1F 90. Both are read; requests use the model's.
enum class DiOrder : std::uint8_t { HighFirst, LowFirst };

/// Where a maker keeps valve and battery in the first status byte.
struct StatusMasks {
    std::uint8_t valve = 0x03;    ///< two bits: 00 open, 01 closed, 10 reserved, 11 fault
    std::uint8_t battery = 0x04;  ///< 1 is low
    std::uint8_t reserved = 0x18; ///< bits that ought to be 0
    bool operator==(const StatusMasks&) const = default;
};

/// What the codec and the session must know of a kind of meter. Filled from a device profile.
struct Model {
    std::uint8_t meterType = 0x10; ///< T of requests; the reply may carry another
    Edition edition = Edition::Of2004;
    DiOrder diOrder = DiOrder::HighFirst;
    StatusMasks status{};
    std::uint8_t preambleBytes = 4; ///< FE before each request; at most 20
    bool sendsSerial = true;        ///< requests carry SER; some old meters want L = 02
    bool echoesSerial = true;       ///< the reply's SER equals the request's
    bool hasValve = true;           ///< without one the valve bits are noise
    bool keepsClock = true;         ///< false: an impossible clock is no reason for doubt
    /// True for meters that cannot mark their answers (no echoed SER and no running clock): a second answer that is
    /// byte for byte the first may then confirm it. Otherwise it is taken for a late copy.
    bool answersMayRepeat = false;

    bool operator==(const Model&) const = default;
};

} // namespace meterhall::cjt188
