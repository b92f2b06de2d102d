#include "devices/codecs/dlt645/reader.h"

#include "devices/codecs/dlt645/load_record.h"

namespace meterhall::dlt645 {

namespace {
constexpr std::uint8_t blockMark = 0xAA;

constexpr int monthDays(int year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    // A February without its year may have 29 days.
    const bool mayLeap = year < 0 || year % 4 == 0;
    return days[std::size_t(month - 1)] + (month == 2 && mayLeap ? 1 : 0);
}

bool isReal(const TimeReading& time) {
    const auto within = [](int value, int low, int high) { return value == -1 || (value >= low && value <= high); };
    if (!within(time.month, 1, 12) || !within(time.hour, 0, 23) || !within(time.minute, 0, 59) ||
        !within(time.second, 0, 59) || !within(time.weekday, 0, 6))
        return false;
    return within(time.day, 1, time.month == -1 ? 31 : monthDays(time.year, time.month));
}

int& partFor(TimeReading& time, char letter) {
    switch (letter) {
    case 'Y':
        return time.year;
    case 'M':
        return time.month;
    case 'D':
        return time.day;
    case 'h':
        return time.hour;
    case 'm':
        return time.minute;
    case 's':
        return time.second;
    case 'W':
        return time.weekday;
    default:
        return time.number;
    }
}

void readInto(Data& data, Item& item, ByteView raw) {
    const Field& field = *item.field;
    switch (field.kind) {
    case Kind::Number:
        if (const auto digits = readDigits(raw, field.sign)) {
            item.available = true;
            item.value = {*digits, field.decimals};
        } else {
            data.doubts.add(Doubt::ValueNotDigits);
        }
        return;
    case Kind::Time: {
        item.available = readTime(field.format, raw).has_value();
        const bool isUnset = std::all_of(raw.begin(), raw.end(), [](std::uint8_t byte) { return byte == 0; });
        if (!item.available && !isUnset)
            data.doubts.add(Doubt::TimeInvalid);
        return;
    }
    case Kind::Digits:
        item.available =
            std::all_of(raw.begin(), raw.end(), [](std::uint8_t byte) { return byte >> 4 < 10 && (byte & 15U) < 10; });
        if (!item.available)
            data.doubts.add(Doubt::ValueNotDigits);
        return;
    case Kind::Text:
        item.available = std::all_of(raw.begin(), raw.end(), [](std::uint8_t byte) { return byte < 0x7F; });
        return;
    case Kind::Code:
    case Kind::Bits:
    case Kind::Opaque:
        item.available = true;
        return;
    }
}

// The parts of an identifier counted through, the lowest first, from what the row begins with to what it ends with.
class BlockWalk {
public:
    BlockWalk(const Row& row, Edition edition, std::uint32_t di, std::uint32_t mask)
        : m_row(row)
        , m_bits(edition == Edition::Of2007 ? 8 : 4)
        , m_mask(mask)
        , m_di((di & ~mask) | (row.first & mask)) {}

    std::uint32_t di() const { return m_di; }
    bool next() {
        for (unsigned shift = 0; shift < 3 * m_bits; shift += m_bits) {
            const std::uint32_t part = ((1U << m_bits) - 1) << shift;
            if ((m_mask & part) == 0)
                continue;
            if ((m_di & part) < (m_row.last & part)) {
                m_di += 1U << shift;
                return true;
            }
            m_di = (m_di & ~part) | (m_row.first & part);
        }
        return false;
    }

private:
    const Row& m_row;
    unsigned m_bits;
    std::uint32_t m_mask;
    std::uint32_t m_di;
};

// 1997 closes each block with AA, 2007 divides the kinds of a freeze with it. No value begins so: it is no digit.
bool isAtMark(const Data& data, ByteView rest) {
    const bool hasMarks = data.edition == Edition::Of1997 || data.di >> 24 == 0x05;
    return hasMarks && !rest.empty() && rest[0] == blockMark;
}

enum class BlockEnd : std::uint8_t { AllRead, Marked, DataEnded, Cut };

BlockEnd readBlockRow(Reader& reader, const Row& row, std::uint32_t di, std::uint32_t mask, std::uint8_t monthsBack) {
    BlockWalk walk(row, reader.data().edition, di, mask);
    do {
        if (reader.left() == 0)
            return BlockEnd::DataEnded;
        // What is missing of a closed block is not there.
        if (isAtMark(reader.data(), reader.rest()))
            break;
        if (!reader.readRow(row, walk.di(), monthsBack))
            return BlockEnd::Cut;
    } while (walk.next());
    if (!isAtMark(reader.data(), reader.rest()))
        return BlockEnd::AllRead;
    reader.skip(1);
    return BlockEnd::Marked;
}

void giveUpBlock(Data& data) {
    data.count = 0;
    data.doubts = {};
    data.doubts.add(Doubt::NotInterpreted);
}

// A block of tariffs, months or entries ends where the data end: meters have as many as they have. With more than one
// FF, or one in DI2, which values there are is certain only when none is missing; after lists of any length only when
// marks stand between them. Phases are always three.
void readBlock(Reader& reader, std::uint32_t di, std::uint8_t monthsBack, Wild wild) {
    constexpr std::uint32_t di2 = 0x00FF0000;
    Data& data = reader.data();
    data.isBlock = true;
    const bool needsAll = data.edition == Edition::Of2007 && (wild.parts > 1 || (wild.mask & di2) != 0);
    BlockEnd end = BlockEnd::AllRead;
    BlockRows rows(data.edition, di, wild);
    const Row* row = rows.next();
    bool isCertain = row != nullptr;
    for (; row && end != BlockEnd::Cut; row = rows.next()) {
        isCertain = isCertain && (row->repeatsFrom < 0 || end == BlockEnd::Marked);
        end = readBlockRow(reader, *row, di, wild.mask, monthsBack);
        if (end == BlockEnd::DataEnded && row->told(data.edition, wild.mask).phase != row->phase)
            data.doubts.add(Doubt::LengthDiffers);
        if (reader.left() == 0 && !needsAll)
            break;
    }
    const bool isWhole = (end == BlockEnd::AllRead || end == BlockEnd::Marked) && reader.left() == 0;
    if (!isCertain || (needsAll && !isWhole))
        giveUpBlock(data);
    else if (reader.left() > 0 && !data.control.moreFollows())
        data.doubts.add(Doubt::LengthDiffers);
}
} // namespace

std::optional<std::int64_t> readDigits(ByteView raw, Sign sign) {
    std::int64_t number = 0;
    bool isNegative = false;
    for (std::size_t i = raw.size(); i > 0; --i) {
        unsigned byte = raw[i - 1];
        if (i == raw.size() && sign == Sign::TopBit) {
            isNegative = (byte & 0x80U) != 0;
            byte &= 0x7FU;
        }
        const unsigned high = byte >> 4;
        const unsigned low = byte & 15U;
        if (high > 9 || low > 9)
            return std::nullopt;
        number = number * 100 + std::int64_t(high * 10 + low);
    }
    return isNegative ? -number : number;
}

std::optional<TimeReading> readTime(std::string_view format, ByteView raw) {
    Q_ASSERT(format.size() == 2 * raw.size());
    constexpr int century = 2000;
    TimeReading time;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const auto digits = readDigits(raw.subspan(raw.size() - 1 - i, 1));
        if (!digits)
            return std::nullopt;
        const char letter = format[2 * i];
        partFor(time, letter) = static_cast<int>(*digits) + (letter == 'Y' ? century : 0);
    }
    return isReal(time) ? std::optional(time) : std::nullopt;
}

bool Reader::add(const Field& field, Item item) {
    const std::size_t size = field.size == 0 ? left() : field.size;
    if (size > left())
        return false;
    if (m_data.count == Data::maxItems) {
        m_data.doubts.add(Doubt::TooManyValues);
        m_at = m_end;
        return true;
    }
    item.field = &field;
    item.offset = static_cast<std::uint16_t>(m_at);
    item.size = static_cast<std::uint8_t>(std::min<std::size_t>(size, 255));
    readInto(m_data, item, m_data.bytes().subspan(m_at, item.size));
    m_data.items[m_data.count++] = item;
    m_at += size;
    return true;
}

bool Reader::readRow(const Row& row, std::uint32_t di, std::uint8_t monthsBack) {
    Item item;
    item.row = &row;
    item.di = di;
    const Row::Told told = row.told(m_data.edition, di);
    item.tariff = told.tariff;
    item.storage = static_cast<std::uint8_t>(told.storage + monthsBack);
    item.phase = told.phase;
    item.number = told.number;
    const auto fields = row.fields();
    for (const Field& field : fields) {
        if (!add(field, item))
            return false;
    }
    if (row.repeatsFrom < 0)
        return true;
    while (left() > 0 && !isAtMark(m_data, rest()) && item.tariff < 255) {
        ++item.tariff;
        for (const Field& field : fields.subspan(std::size_t(row.repeatsFrom))) {
            if (!add(field, item))
                return false;
        }
    }
    return true;
}

void readValues(Reader& reader) {
    Data& data = reader.data();
    const MonthOf1997 month = data.edition == Edition::Of1997 ? monthOf(data.di) : MonthOf1997{data.di, 0};
    if (data.edition == Edition::Of2007 && isLoadRecord(data.di)) {
        readLoadRecords(reader);
        return;
    }
    if (const Wild wild = wildOf(data.edition, month.di); wild.parts > 0) {
        readBlock(reader, month.di, month.monthsBack, wild);
        return;
    }
    const Row* row = findRow(data.edition, month.di);
    if (!row) {
        data.doubts.add(Doubt::NotInterpreted);
        return;
    }
    const bool isWhole = reader.readRow(*row, month.di, month.monthsBack);
    if ((!isWhole || reader.left() > 0) && !(data.control.isReply() && data.control.moreFollows()))
        data.doubts.add(Doubt::LengthDiffers);
}

} // namespace meterhall::dlt645
