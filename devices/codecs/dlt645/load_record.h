#pragma once

#include "devices/codecs/dlt645/reader.h"

/// Annex B of DL/T 645-2007: A0 A0 | count | time | six classes of values, AA behind each | sum | E5.
namespace meterhall::dlt645 {

/// DI3 = 06.
constexpr bool isLoadRecord(std::uint32_t di) {
    return di >> 24 == 0x06;
}

/// All whole records to the end of the data. A class that the meter does not keep has only its AA.
void readLoadRecords(Reader& reader);

} // namespace meterhall::dlt645
