#pragma once

#include "app/town/parts/consumption.h"

#include <span>

namespace meterhall::town {

/// One invented maker's CJ/T 188 meter: how it speaks. `profile` is the id of the device profile in the archive.
struct MeterModel {
    const char* profile;
    const char* serialPrefix; ///< of the number on the dial
    Commodity commodity;
    std::uint8_t type;  ///< T on the wire
    int vendor;         ///< A6 A5, four digits
    int digits;         ///< whole cubic metres on the dial
    bool readsLowFirst; ///< 901F travels as `1F 90`; the other order is an unknown data item to this meter
    bool echoesSer;     ///< otherwise SER counts the meter's own answers
    bool clockReversed; ///< CC YY MM DD hh mm ss
    bool hasValve;      ///< without one the valve bits of ST are noise
    int wakeBytes;      ///< FE before an answer
};

std::span<const MeterModel> meterModels();

constexpr int rongtaiGas = 0;
constexpr int beichuanGas = 1;
constexpr int sanheWater = 2;

} // namespace meterhall::town
