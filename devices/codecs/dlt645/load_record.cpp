#include "devices/codecs/dlt645/load_record.h"

#include <numeric>

namespace meterhall::dlt645 {

namespace {
constexpr std::uint8_t recordMark = 0xA0;
constexpr std::uint8_t classEnd = 0xAA;
constexpr std::uint8_t recordEnd = 0xE5;
constexpr std::size_t recordHeadSize = 3; // A0 A0 count
constexpr std::size_t recordTailSize = 2; // sum E5

constexpr Field recordTime{"YYMMDDhhmm", "", Sign::None, "存储时间", "time"};
constexpr std::array loadClass1{
    Field{"XXX.X", "V", Sign::None, "A相电压", "phase A voltage"},
    Field{"XXX.X", "V", Sign::None, "B相电压", "phase B voltage"},
    Field{"XXX.X", "V", Sign::None, "C相电压", "phase C voltage"},
    Field{"XXX.XXX", "A", Sign::TopBit, "A相电流", "phase A current"},
    Field{"XXX.XXX", "A", Sign::TopBit, "B相电流", "phase B current"},
    Field{"XXX.XXX", "A", Sign::TopBit, "C相电流", "phase C current"},
    Field{"XX.XX", "Hz", Sign::None, "频率", "frequency"},
};
constexpr std::array loadClass2{
    Field{"XX.XXXX", "kW", Sign::TopBit, "总有功功率", "total active power"},
    Field{"XX.XXXX", "kW", Sign::TopBit, "A相有功功率", "phase A active power"},
    Field{"XX.XXXX", "kW", Sign::TopBit, "B相有功功率", "phase B active power"},
    Field{"XX.XXXX", "kW", Sign::TopBit, "C相有功功率", "phase C active power"},
    Field{"XX.XXXX", "kvar", Sign::TopBit, "总无功功率", "total reactive power"},
    Field{"XX.XXXX", "kvar", Sign::TopBit, "A相无功功率", "phase A reactive power"},
    Field{"XX.XXXX", "kvar", Sign::TopBit, "B相无功功率", "phase B reactive power"},
    Field{"XX.XXXX", "kvar", Sign::TopBit, "C相无功功率", "phase C reactive power"},
};
constexpr std::array loadClass3{
    Field{"X.XXX", "", Sign::TopBit, "总功率因数", "total power factor"},
    Field{"X.XXX", "", Sign::TopBit, "A相功率因数", "phase A power factor"},
    Field{"X.XXX", "", Sign::TopBit, "B相功率因数", "phase B power factor"},
    Field{"X.XXX", "", Sign::TopBit, "C相功率因数", "phase C power factor"},
};
constexpr std::array loadClass4{
    Field{"XXXXXX.XX", "kWh", Sign::None, "正向有功总电能", "forward active energy"},
    Field{"XXXXXX.XX", "kWh", Sign::None, "反向有功总电能", "reverse active energy"},
    Field{"XXXXXX.XX", "kvarh", Sign::TopBit, "组合无功1总电能", "combined reactive energy 1"},
    Field{"XXXXXX.XX", "kvarh", Sign::TopBit, "组合无功2总电能", "combined reactive energy 2"},
};
constexpr std::array loadClass5{
    Field{"XXXXXX.XX", "kvarh", Sign::None, "第一象限无功总电能", "quadrant 1 reactive energy"},
    Field{"XXXXXX.XX", "kvarh", Sign::None, "第二象限无功总电能", "quadrant 2 reactive energy"},
    Field{"XXXXXX.XX", "kvarh", Sign::None, "第三象限无功总电能", "quadrant 3 reactive energy"},
    Field{"XXXXXX.XX", "kvarh", Sign::None, "第四象限无功总电能", "quadrant 4 reactive energy"},
};
constexpr std::array loadClass6{
    Field{"XX.XXXX", "kW", Sign::TopBit, "当前有功需量", "present active demand"},
    Field{"XX.XXXX", "kvar", Sign::TopBit, "当前无功需量", "present reactive demand"},
};
constexpr std::array<std::span<const Field>, 6> loadClasses{loadClass1, loadClass2, loadClass3,
                                                            loadClass4, loadClass5, loadClass6};
constexpr Row loadRow{0x06000000, 0x06FFFFFF, "负荷记录", "load record", loadClass1};

std::size_t sizeOf(std::span<const Field> fields) {
    return std::accumulate(fields.begin(), fields.end(), std::size_t(0),
                           [](std::size_t sum, const Field& field) { return sum + field.size; });
}

bool isWholeRecord(ByteView rest) {
    if (rest.size() < recordHeadSize || rest[0] != recordMark || rest[1] != recordMark)
        return false;
    const std::size_t size = recordHeadSize + rest[2] + recordTailSize;
    return rest.size() >= size && rest[size - 1] == recordEnd;
}

// False when a class is not divided as the annex says.
bool readClass(Reader& reader, std::span<const Field> fields, const Item& item) {
    if (reader.left() == 0)
        return false;
    if (reader.rest()[0] != classEnd) {
        const std::size_t size = sizeOf(fields);
        if (reader.left() <= size || reader.rest()[size] != classEnd)
            return false;
        for (const Field& field : fields)
            reader.add(field, item);
    }
    reader.skip(1);
    return true;
}

void readContent(Reader reader, const Item& item) {
    if (!reader.add(recordTime, item)) {
        reader.data().doubts.add(Doubt::LengthDiffers);
        return;
    }
    for (const auto& fields : loadClasses) {
        if (!readClass(reader, fields, item)) {
            reader.data().doubts.add(Doubt::LengthDiffers);
            return;
        }
    }
}
} // namespace

void readLoadRecords(Reader& reader) {
    Data& data = reader.data();
    Item item;
    item.row = &loadRow;
    item.di = data.di;
    bool hasRecord = false;
    while (isWholeRecord(reader.rest())) {
        hasRecord = true;
        const ByteView rest = reader.rest();
        const std::size_t size = recordHeadSize + rest[2] + recordTailSize;
        if (devices::sum8(rest.first(size - recordTailSize)) != rest[size - recordTailSize])
            data.doubts.add(Doubt::RecordSumDiffers);
        const auto at = std::size_t(rest.data() - data.buffer.data());
        ++item.number;
        readContent(Reader(data, at + recordHeadSize, at + size - recordTailSize), item);
        reader.skip(size);
    }
    if (!hasRecord && reader.left() > 0)
        data.doubts.add(Doubt::NotInterpreted);
    else if (reader.left() > 0 && !(data.control.isReply() && data.control.moreFollows()))
        data.doubts.add(Doubt::LengthDiffers);
}

} // namespace meterhall::dlt645
