#pragma once

#include "devices/codecs/dlt645/data.h"

#include <QStringList>

/// Words for what the tables hold, for explanations and JSON; annex C of 2007 for the bits of status words.
namespace meterhall::dlt645 {

enum class Language : std::uint8_t { Chinese, English };

/// Name of a row as it is for one identifier: "A相电压", "phase A voltage".
QString nameOf(const Row& row, Edition edition, std::uint32_t di, Language language);

/// Stable name of a value, without phase and number: "voltage", "forward_active_energy", "…_time".
QString quantityOf(const Item& item, Edition edition);

/// The unit of a value in ASCII: "min" for 分, "CNY/kWh" for 元/kWh; empty for none and for counts.
QString unitOf(const Field& field);

/// The value of a time, digits, text or code as people read it; empty when it is not available.
QString textOf(const Item& item, ByteView raw);

/// What the set bits of a status word say: "clock battery low".
QStringList statusBits(Edition edition, std::uint32_t di, ByteView raw);

/// What the set bits of ERR, SERR or the error word of 1997 say.
QStringList errorBits(Edition edition, bool isSecurity, std::uint16_t word);

/// "voltage loss", "daily freeze": what an identifier of an event or freeze is of; empty for others.
std::string_view subjectOf(std::uint32_t di, Language language);

} // namespace meterhall::dlt645
