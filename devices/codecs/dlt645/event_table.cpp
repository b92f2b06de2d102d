#include "devices/codecs/dlt645/identifier.h"

// Table A.4 (event records) of DL/T 645-2007: the records as a whole (03H) and their single values (10H..21H).
namespace meterhall::dlt645::tables {

namespace {
constexpr Roles recordStorage{.di0 = Role::Storage};
constexpr Roles phaseAndRecord{.di1 = Role::Phase, .di0 = Role::Storage};

constexpr Field countField{"XXXXXX", "次", Sign::None, "总次数", "count"};
constexpr Field minutesField{"XXXXXX", "分", Sign::None, "总累计时间", "total time"};
constexpr Field startField{"YYMMDDhhmmss", "", Sign::None, "发生时刻", "start"};
constexpr Field endField{"YYMMDDhhmmss", "", Sign::None, "结束时刻", "end"};
constexpr Field operatorField{Kind::Code, "NNNNNNNN", "", "操作者代码", "operator code"};
constexpr Field identifierField{Kind::Code, "NNNNNNNN", "", "数据标识", "data identifier"};
constexpr Field unbalanceField{"XX.XX", "%", Sign::None, "最大不平衡率", "maximum unbalance"};

struct PhaseNames {
    std::array<std::string_view, 4> zh, en;
};
// Increments during the event: two of active energy, two of combined reactive energy.
constexpr std::array incrementNames{
    PhaseNames{{"正向有功总电能增量", "反向有功总电能增量", "组合无功1总电能增量", "组合无功2总电能增量"},
               {"forward active energy increment", "reverse active energy increment",
                "combined reactive energy 1 increment", "combined reactive energy 2 increment"}},
    PhaseNames{{"A相正向有功电能增量", "A相反向有功电能增量", "A相组合无功1电能增量", "A相组合无功2电能增量"},
               {"phase A forward active energy increment", "phase A reverse active energy increment",
                "phase A combined reactive energy 1 increment", "phase A combined reactive energy 2 increment"}},
    PhaseNames{{"B相正向有功电能增量", "B相反向有功电能增量", "B相组合无功1电能增量", "B相组合无功2电能增量"},
               {"phase B forward active energy increment", "phase B reverse active energy increment",
                "phase B combined reactive energy 1 increment", "phase B combined reactive energy 2 increment"}},
    PhaseNames{{"C相正向有功电能增量", "C相反向有功电能增量", "C相组合无功1电能增量", "C相组合无功2电能增量"},
               {"phase C forward active energy increment", "phase C reverse active energy increment",
                "phase C combined reactive energy 1 increment", "phase C combined reactive energy 2 increment"}},
};
constexpr std::array<std::array<std::array<std::string_view, 2>, 5>, 3> momentNames{{
    {{{"A相电压", "phase A voltage"},
      {"A相电流", "phase A current"},
      {"A相有功功率", "phase A active power"},
      {"A相无功功率", "phase A reactive power"},
      {"A相功率因数", "phase A power factor"}}},
    {{{"B相电压", "phase B voltage"},
      {"B相电流", "phase B current"},
      {"B相有功功率", "phase B active power"},
      {"B相无功功率", "phase B reactive power"},
      {"B相功率因数", "phase B power factor"}}},
    {{{"C相电压", "phase C voltage"},
      {"C相电流", "phase C current"},
      {"C相有功功率", "phase C active power"},
      {"C相无功功率", "phase C reactive power"},
      {"C相功率因数", "phase C power factor"}}},
}};
constexpr std::array momentFields{Field{"XXX.X", "V"}, Field{"XXX.XXX", "A", Sign::TopBit},
                                  Field{"XX.XXXX", "kW", Sign::TopBit}, Field{"XX.XXXX", "kvar", Sign::TopBit},
                                  Field{"X.XXX", "", Sign::TopBit}};

constexpr Field named(Field field, std::string_view zh, std::string_view en) {
    field.zh = zh;
    field.en = en;
    return field;
}

/// Fields of a record, put together one after the other.
template <std::size_t N>
class RecordMaker {
public:
    constexpr RecordMaker& add(const Field& field) {
        m_fields[m_count++] = field;
        return *this;
    }
    constexpr RecordMaker& increments(std::size_t phase) {
        for (std::size_t i = 0; i < 4; ++i)
            add(named({"XXXXXX.XX", i < 2 ? "kWh" : "kvarh"}, incrementNames[phase].zh[i],
                      incrementNames[phase].en[i]));
        return *this;
    }
    constexpr RecordMaker& moment(std::size_t phase) {
        for (std::size_t i = 0; i < momentFields.size(); ++i)
            add(named(momentFields[i], momentNames[phase - 1][i][0], momentNames[phase - 1][i][1]));
        return *this;
    }
    constexpr RecordMaker& phasesWithMoment() {
        for (std::size_t phase = 1; phase <= 3; ++phase)
            increments(phase).moment(phase);
        return *this;
    }
    constexpr RecordMaker& allIncrements() {
        for (std::size_t phase = 0; phase <= 3; ++phase)
            increments(phase);
        return *this;
    }
    constexpr std::array<Field, N> done() const { return m_fields; }

private:
    std::array<Field, N> m_fields{};
    std::size_t m_count = 0;
};

constexpr auto voltageRecord = RecordMaker<37>()
                                   .add(startField)
                                   .add(endField)
                                   .increments(0)
                                   .phasesWithMoment()
                                   .add({"XXXXXX.XX", "Ah", Sign::None, "总安时数", "ampere hours"})
                                   .add({"XXXXXX.XX", "Ah", Sign::None, "A相安时数", "phase A ampere hours"})
                                   .add({"XXXXXX.XX", "Ah", Sign::None, "B相安时数", "phase B ampere hours"})
                                   .add({"XXXXXX.XX", "Ah", Sign::None, "C相安时数", "phase C ampere hours"})
                                   .done();
constexpr auto currentRecord = RecordMaker<33>().add(startField).add(endField).increments(0).phasesWithMoment().done();
constexpr auto incrementRecord = RecordMaker<18>().add(startField).add(endField).allIncrements().done();
constexpr auto unbalanceRecord =
    RecordMaker<19>().add(startField).add(endField).add(unbalanceField).allIncrements().done();

constexpr std::array phaseCounts{
    Field{"XXXXXX", "次", Sign::None, "A相总次数", "phase A count"},
    Field{"XXXXXX", "分", Sign::None, "A相总累计时间", "phase A total time"},
    Field{"XXXXXX", "次", Sign::None, "B相总次数", "phase B count"},
    Field{"XXXXXX", "分", Sign::None, "B相总累计时间", "phase B total time"},
    Field{"XXXXXX", "次", Sign::None, "C相总次数", "phase C count"},
    Field{"XXXXXX", "分", Sign::None, "C相总累计时间", "phase C total time"},
};
constexpr std::array countAndTime{countField, minutesField};
constexpr std::array allLostRecord{startField, Field{"XXX.XXX", "A", Sign::None, "电流值", "current"}, endField};
constexpr std::array fromTo{startField, endField};
constexpr std::array voltageQuality{
    Field{"XXXXXX", "分", Sign::None, "电压监测时间", "time watched"},
    Field{"XXXX.XX", "%", Sign::None, "电压合格率", "rate within limits"},
    Field{"XXXX.XX", "%", Sign::None, "电压超限率", "rate outside limits"},
    Field{"XXXXXX", "分", Sign::None, "电压超上限时间", "time above"},
    Field{"XXXXXX", "分", Sign::None, "电压超下限时间", "time below"},
    Field{"XXX.X", "V", Sign::None, "最高电压", "highest voltage"},
    Field{"MMDDhhmm", "", Sign::None, "最高电压出现时间", "time of the highest voltage"},
    Field{"XXX.X", "V", Sign::None, "最低电压", "lowest voltage"},
    Field{"MMDDhhmm", "", Sign::None, "最低电压出现时间", "time of the lowest voltage"},
};
constexpr std::array demandCounts{
    Field{"XXXXXX", "次", Sign::None, "正向有功总次数", "forward active count"},
    Field{"XXXXXX", "次", Sign::None, "反向有功总次数", "reverse active count"},
    Field{"XXXXXX", "次", Sign::None, "第1象限无功总次数", "quadrant 1 reactive count"},
    Field{"XXXXXX", "次", Sign::None, "第2象限无功总次数", "quadrant 2 reactive count"},
    Field{"XXXXXX", "次", Sign::None, "第3象限无功总次数", "quadrant 3 reactive count"},
    Field{"XXXXXX", "次", Sign::None, "第4象限无功总次数", "quadrant 4 reactive count"},
};
constexpr std::array demandRecord{
    startField, endField, Field{"XX.XXXX", "", Sign::None, "最大需量", "maximum demand"},
    Field{"YYMMDDhhmm", "", Sign::None, "最大需量发生时间", "time of the maximum demand"}};

// What a clearing or opening of the meter writes down: two of active, four of reactive energy, for each phase.
constexpr std::array<std::array<std::string_view, 3>, 6> registerNames{{
    {"正向有功", "forward active", "k"},
    {"反向有功", "reverse active", "k"},
    {"第一象限无功", "quadrant 1 reactive", "r"},
    {"第二象限无功", "quadrant 2 reactive", "r"},
    {"第三象限无功", "quadrant 3 reactive", "r"},
    {"第四象限无功", "quadrant 4 reactive", "r"},
}};
constexpr Field registerField(std::size_t index) {
    const auto& name = registerNames[index % registerNames.size()];
    return named({"XXXXXX.XX", name[2] == "k" ? "kWh" : "kvarh"}, name[0], name[1]);
}
constexpr auto clearRecord = [] {
    RecordMaker<26> record;
    record.add(startField).add(operatorField);
    for (std::size_t i = 0; i < 24; ++i)
        record.add(registerField(i));
    return record.done();
}();
constexpr auto demandClearRecord = [] {
    RecordMaker<50> record;
    record.add(startField).add(operatorField);
    for (std::size_t i = 0; i < 24; ++i) {
        const auto& name = registerNames[i % registerNames.size()];
        record.add(named({"XX.XXXX", name[2] == "k" ? "kW" : "kvar", Sign::None}, name[0], name[1]));
        record.add({"YYMMDDhhmm", "", Sign::None, "发生时间", "time"});
    }
    return record.done();
}();
constexpr auto openingRecord = [] {
    RecordMaker<14> record;
    record.add(startField).add(endField);
    for (std::size_t i = 0; i < 12; ++i)
        record.add(registerField(i));
    return record.done();
}();
constexpr std::array programmingRecord{startField, operatorField, identifierField};
constexpr std::array clockRecord{operatorField, Field{"YYMMDDhhmmss", "", Sign::None, "校时前时间", "time before"},
                                 Field{"YYMMDDhhmmss", "", Sign::None, "校时后时间", "time after"}};
constexpr std::array periodRecord{startField, operatorField,
                                  Field{"hhmmNN", "", Sign::None, "起始时间及费率号", "start and tariff"}};
constexpr std::array zoneRecord{startField, operatorField,
                                Field{"MMDDNN", "", Sign::None, "起始日期及日时段表号", "start and day table"}};
constexpr std::array holidayRecord{startField, operatorField, Field{"YYMMDDNN", "", Sign::None, "公共假日", "holiday"}};
constexpr std::array byteRecord{startField, operatorField, Field{Kind::Bits, "NN", "", "编程前", "before"}};
constexpr std::array settlementRecord{startField, operatorField,
                                      Field{"DDhh", "", Sign::None, "编程前结算日", "settlement day before"}};

constexpr std::array recordRows{
    Row{0x03010000, 0x03040000, "%e", "%e", phaseCounts},
    Row{0x030B0000, 0x030F0000, "%e", "%e", phaseCounts},
    Row{0x03050000, 0x030A0000, "%e", "%e", countAndTime},
    Row{0x03010101, 0x0304030A, "%t%e记录", "%t%e record", voltageRecord, phaseAndRecord},
    Row{0x03050001, 0x0305000A, "%e记录", "%e record", allLostRecord, recordStorage},
    Row{0x03060001, 0x0306000A, "%e记录", "%e record", fromTo, recordStorage},
    Row{0x03070001, 0x0308000A, "%e记录", "%e record", incrementRecord, recordStorage},
    Row{0x03090001, 0x030A000A, "%e记录", "%e record", unbalanceRecord, recordStorage},
    Row{0x030B0101, 0x030D030A, "%t%e记录", "%t%e record", currentRecord, phaseAndRecord},
    Row{0x030E0101, 0x030F030A, "%t%e记录", "%t%e record", incrementRecord, phaseAndRecord},
    Row{0x03100000, 0x0310030C, "%t电压合格率统计数据", "%tvoltage quality", voltageQuality, phaseAndRecord},
    Row{0x03110000, 0x03110000, "%e", "%e", countField},
    Row{0x03110001, 0x0311000A, "%e记录", "%e record", fromTo, recordStorage},
    Row{0x03120000, 0x03120000, "%e", "%e", demandCounts},
    Row{0x03120101, 0x0312060A, "%e记录", "%e record", demandRecord, recordStorage},
    Row{0x03300000, 0x03301F00, "%e", "%e", countField},
    Row{0x03300001, 0x0330000A, "%e记录", "%e record", programmingRecord, recordStorage}.repeated(2),
    Row{0x03300101, 0x0330010A, "%e记录", "%e record", clearRecord, recordStorage},
    Row{0x03300201, 0x0330020A, "%e记录", "%e record", demandClearRecord, recordStorage},
    Row{0x03300301, 0x0330030A, "%e记录", "%e record", programmingRecord, recordStorage},
    Row{0x03300401, 0x0330040A, "%e记录", "%e record", clockRecord, recordStorage},
    Row{0x03300501, 0x0330050A, "%e记录", "%e record", periodRecord, recordStorage}.repeated(2),
    Row{0x03300601, 0x0330060A, "%e记录", "%e record", zoneRecord, recordStorage}.repeated(2),
    Row{0x03300701, 0x0330070A, "%e记录", "%e record", byteRecord, recordStorage},
    Row{0x03300801, 0x0330080A, "%e记录", "%e record", holidayRecord, recordStorage}.repeated(2),
    Row{0x03300901, 0x03300B0A, "%e记录", "%e record", byteRecord, recordStorage},
    Row{0x03300C01, 0x03300C0A, "%e记录", "%e record", settlementRecord, recordStorage}.repeated(2),
    Row{0x03300D01, 0x03300E0A, "%e记录", "%e record", openingRecord, recordStorage},
    Row{0x03350000, 0x03370000, "%e", "%e", countField},
};

constexpr std::array<std::array<std::string_view, 2>, 4> startEnergyNames{{
    {"%e发生时刻%p正向有功电能", "%e start %pforward active energy"},
    {"%e发生时刻%p反向有功电能", "%e start %preverse active energy"},
    {"%e发生时刻%p组合无功1电能", "%e start %pcombined reactive energy 1"},
    {"%e发生时刻%p组合无功2电能", "%e start %pcombined reactive energy 2"},
}};
constexpr std::array<std::array<std::string_view, 2>, 4> endEnergyNames{{
    {"%e结束时刻%p正向有功电能", "%e end %pforward active energy"},
    {"%e结束时刻%p反向有功电能", "%e end %preverse active energy"},
    {"%e结束时刻%p组合无功1电能", "%e end %pcombined reactive energy 1"},
    {"%e结束时刻%p组合无功2电能", "%e end %pcombined reactive energy 2"},
}};
constexpr std::array<std::array<std::string_view, 2>, 5> startMomentNames{{
    {"%e发生时刻%p电压", "%e start %pvoltage"},
    {"%e发生时刻%p电流", "%e start %pcurrent"},
    {"%e发生时刻%p有功功率", "%e start %pactive power"},
    {"%e发生时刻%p无功功率", "%e start %preactive power"},
    {"%e发生时刻%p功率因数", "%e start %ppower factor"},
}};
constexpr Field eventMoment{"YYMMDDhhmmss"};

/// The values of one record, DI1 counting them from 01 on, for events DI3 = `first`..`last`.
template <std::size_t N>
class DetailMaker {
public:
    constexpr DetailMaker(std::uint32_t firstEvent, std::uint32_t lastEvent, bool hasPhases)
        : m_first(firstEvent << 24 | (hasPhases ? 0x010000U : 0U) | 1U)
        , m_last(lastEvent << 24 | (hasPhases ? 0x030000U : 0U) | 0x0AU) {}

    constexpr DetailMaker& add(std::string_view zh, std::string_view en, const Field& field, std::uint8_t phase = 0) {
        const std::uint32_t code = std::uint32_t(m_count + 1) << 8;
        m_rows[m_count++] = Row{m_first | code, m_last | code, zh, en, field, recordStorage, phase};
        return *this;
    }
    constexpr DetailMaker& start() { return add("%e发生时刻", "%e start", eventMoment); }
    constexpr DetailMaker& end() { return add("%e结束时刻", "%e end", eventMoment); }
    constexpr DetailMaker& energies(const std::array<std::array<std::string_view, 2>, 4>& names, std::uint8_t phase) {
        for (std::size_t i = 0; i < names.size(); ++i)
            add(names[i][0], names[i][1], {"XXXXXX.XX", i < 2 ? "kWh" : "kvarh", i < 2 ? Sign::None : Sign::TopBit},
                phase);
        return *this;
    }
    constexpr DetailMaker& allEnergies(const std::array<std::array<std::string_view, 2>, 4>& names) {
        for (std::uint8_t phase = 0; phase <= 3; ++phase)
            energies(names, phase);
        return *this;
    }
    constexpr DetailMaker& startWithMoments() {
        start().energies(startEnergyNames, 0);
        for (std::uint8_t phase = 1; phase <= 3; ++phase) {
            energies(startEnergyNames, phase);
            for (std::size_t i = 0; i < momentFields.size(); ++i)
                add(startMomentNames[i][0], startMomentNames[i][1], momentFields[i], phase);
        }
        return *this;
    }
    constexpr DetailMaker& ampereHours() {
        for (std::uint8_t phase = 0; phase <= 3; ++phase)
            add("%e期间%p安时数", "%e %pampere hours", {"XXXXXX.XX", "Ah"}, phase);
        return *this;
    }
    constexpr std::array<Row, N> done() const { return m_rows; }

private:
    std::uint32_t m_first;
    std::uint32_t m_last;
    std::array<Row, N> m_rows{};
    std::size_t m_count = 0;
};

constexpr std::array detailCounts{
    Row{0x10000001, 0x21030001, "%e总次数", "%e count", Field{"XXXXXX", "次"}},
    Row{0x10000002, 0x21030002, "%e总累计时间", "%e total time", Field{"XXXXXX", "分"}},
    Row{0x10000101, 0x13000101, "最近1次%e发生时刻", "last %e start", eventMoment},
    Row{0x10000201, 0x13000201, "最近1次%e结束时刻", "last %e end", eventMoment},
    Row{0x18000101, 0x1C000101, "最近1次%e发生时刻", "last %e start", eventMoment},
    Row{0x18000201, 0x1C000201, "最近1次%e结束时刻", "last %e end", eventMoment},
};
constexpr auto voltageDetails =
    DetailMaker<53>(0x10, 0x13, true).startWithMoments().ampereHours().end().allEnergies(endEnergyNames).done();
constexpr auto currentDetails =
    DetailMaker<49>(0x18, 0x1A, true).startWithMoments().end().allEnergies(endEnergyNames).done();
constexpr auto directionDetails =
    DetailMaker<34>(0x1B, 0x1C, true).start().allEnergies(startEnergyNames).end().allEnergies(endEnergyNames).done();
constexpr auto sequenceDetails =
    DetailMaker<34>(0x14, 0x15, false).start().allEnergies(startEnergyNames).end().allEnergies(endEnergyNames).done();
constexpr auto makeUnbalanceDetails(std::uint32_t first, std::uint32_t last) {
    return DetailMaker<35>(first, last, false)
        .start()
        .allEnergies(startEnergyNames)
        .add("%e最大不平衡率", "%e maximum unbalance", {"XX.XX", "%"})
        .end()
        .allEnergies(endEnergyNames)
        .done();
}
constexpr auto unbalanceDetails = makeUnbalanceDetails(0x16, 0x17);
constexpr auto severeDetails = makeUnbalanceDetails(0x20, 0x20);
constexpr auto factorDetails =
    DetailMaker<10>(0x1F, 0x1F, false).start().energies(startEnergyNames, 0).end().energies(endEnergyNames, 0).done();
constexpr auto relayDetails =
    DetailMaker<8>(0x1D, 0x1E, false)
        .start()
        .add("%e操作者代码", "%e operator code", {Kind::Code, "NNNNNNNN"})
        .add("%e时正向有功总电能", "%e forward active energy", {"XXXXXX.XX", "kWh"})
        .add("%e时反向有功总电能", "%e reverse active energy", {"XXXXXX.XX", "kWh"})
        .add("%e时第一象限无功总电能", "%e quadrant 1 reactive energy", {"XXXXXX.XX", "kvarh"})
        .add("%e时第二象限无功总电能", "%e quadrant 2 reactive energy", {"XXXXXX.XX", "kvarh"})
        .add("%e时第三象限无功总电能", "%e quadrant 3 reactive energy", {"XXXXXX.XX", "kvarh"})
        .add("%e时第四象限无功总电能", "%e quadrant 4 reactive energy", {"XXXXXX.XX", "kvarh"})
        .done();

template <std::size_t... Sizes>
constexpr auto joined(const std::array<Row, Sizes>&... parts) {
    std::array<Row, (Sizes + ...)> all{};
    std::size_t count = 0;
    const auto append = [&](const auto& part) {
        for (const Row& row : part)
            all[count++] = row;
    };
    (append(parts), ...);
    return all;
}
constexpr auto detailRows = joined(detailCounts, voltageDetails, currentDetails, directionDetails, sequenceDetails,
                                   unbalanceDetails, severeDetails, factorDetails, relayDetails);

constexpr auto recordKeys = keysOf(Edition::Of2007, recordRows);
constexpr auto detailKeys = keysOf(Edition::Of2007, detailRows);
} // namespace

Table events() {
    return {recordRows, recordKeys};
}

Table eventDetails() {
    return {detailRows, detailKeys};
}

} // namespace meterhall::dlt645::tables
