// Text and bytes from outside meet core/base first: whatever they are, they are refused or read back as they were.

#include "core/base/bytes.h"
#include "core/base/decimal.h"
#include "core/base/time.h"

using namespace meterhall;

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

void decimalsComeBack(const QString& text, int decimals) {
    const auto scaled = parseScaled(text, decimals);
    if (scaled.ok())
        require(*parseScaled(formatScaled(*scaled, decimals), decimals) == *scaled);
    const auto decimal = Decimal::parse(text);
    if (decimal.ok())
        require(*Decimal::parse(decimal->toString()) == *decimal);
}

void datesComeBack(const QString& text) {
    const auto date = Date::parse(text);
    if (date.ok())
        require(*Date::fromNumber(date->number()) == *date);
}

void hexComesBack(const QString& text, ByteView bytes) {
    require(*fromHex(toHex(bytes)) == Bytes(bytes.begin(), bytes.end()));
    const auto parsed = fromHex(text);
    if (parsed.ok())
        require(*fromHex(toHex(*parsed)) == *parsed);
}

void readingStopsAtTheEnd(ByteView bytes) {
    ByteReader reader(bytes);
    while (const auto count = reader.takeByte()) {
        const std::size_t before = reader.left();
        const auto taken = reader.take(*count);
        require(taken.ok() ? reader.left() + *count == before : reader.left() == before);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), qsizetype(size));
    decimalsComeBack(text, size == 0 ? 0 : data[0] % 13);
    datesComeBack(text);
    hexComesBack(text, bytes);
    readingStopsAtTheEnd(bytes);
    return 0;
}
