#include "devices/codecs/dlt645/identifier.h"

// Tables A.1 (energy) and A.2 (maximum demand) of DL/T 645-2007.
namespace meterhall::dlt645::tables {

namespace {
struct Register {
    std::uint8_t code; ///< DI2 of all phases together; a phase has 14H more for each
    std::string_view zh, en;
    std::string_view unit;
    Sign sign = Sign::None;
};

constexpr std::array energyRegisters{
    Register{0x00, "组合有功电能", "combined active energy", "kWh", Sign::TopBit},
    Register{0x01, "%p正向有功电能", "%pforward active energy", "kWh"},
    Register{0x02, "%p反向有功电能", "%preverse active energy", "kWh"},
    Register{0x03, "%p组合无功1电能", "%pcombined reactive energy 1", "kvarh", Sign::TopBit},
    Register{0x04, "%p组合无功2电能", "%pcombined reactive energy 2", "kvarh", Sign::TopBit},
    Register{0x05, "%p第一象限无功电能", "%pquadrant 1 reactive energy", "kvarh"},
    Register{0x06, "%p第二象限无功电能", "%pquadrant 2 reactive energy", "kvarh"},
    Register{0x07, "%p第三象限无功电能", "%pquadrant 3 reactive energy", "kvarh"},
    Register{0x08, "%p第四象限无功电能", "%pquadrant 4 reactive energy", "kvarh"},
    Register{0x09, "%p正向视在电能", "%pforward apparent energy", "kVAh"},
    Register{0x0A, "%p反向视在电能", "%preverse apparent energy", "kVAh"},
    Register{0x80, "%p关联电能", "%plinked energy", "kWh", Sign::TopBit},
    Register{0x81, "%p正向有功基波电能", "%pforward active fundamental energy", "kWh"},
    Register{0x82, "%p反向有功基波电能", "%preverse active fundamental energy", "kWh"},
    Register{0x83, "%p正向有功谐波电能", "%pforward active harmonic energy", "kWh"},
    Register{0x84, "%p反向有功谐波电能", "%preverse active harmonic energy", "kWh"},
    Register{0x85, "%p铜损有功电能补偿量", "%pcopper loss compensation", "kWh"},
    Register{0x86, "%p铁损有功电能补偿量", "%piron loss compensation", "kWh"},
};

constexpr std::array demandRegisters{
    Register{0x01, "%p正向有功最大需量", "%pforward active maximum demand", "kW"},
    Register{0x02, "%p反向有功最大需量", "%preverse active maximum demand", "kW"},
    Register{0x03, "%p组合无功1最大需量", "%pcombined reactive maximum demand 1", "kvar", Sign::TopBit},
    Register{0x04, "%p组合无功2最大需量", "%pcombined reactive maximum demand 2", "kvar", Sign::TopBit},
    Register{0x05, "%p第一象限无功最大需量", "%pquadrant 1 reactive maximum demand", "kvar"},
    Register{0x06, "%p第二象限无功最大需量", "%pquadrant 2 reactive maximum demand", "kvar"},
    Register{0x07, "%p第三象限无功最大需量", "%pquadrant 3 reactive maximum demand", "kvar"},
    Register{0x08, "%p第四象限无功最大需量", "%pquadrant 4 reactive maximum demand", "kvar"},
    Register{0x09, "%p正向视在最大需量", "%pforward apparent maximum demand", "kVA"},
    Register{0x0A, "%p反向视在最大需量", "%preverse apparent maximum demand", "kVA"},
};

constexpr std::uint32_t phases = 4; // together, A, B, C
constexpr std::uint32_t phaseStep = 0x14;
constexpr std::uint32_t lastTariff = 0x3F;
constexpr std::uint32_t lastStorage = 0x0C;
constexpr Roles tariffAndStorage{.di1 = Role::Tariff, .di0 = Role::Storage};
constexpr Roles storageOnly{.di0 = Role::Storage};

// A phase has no tariffs; combined active energy has no phases.
constexpr Row rowOf(const Register& of, std::uint32_t page, std::uint32_t phase) {
    const std::uint32_t first = page << 24 | (of.code + phase * phaseStep) << 16;
    const std::uint32_t last = first | (phase == 0 ? lastTariff << 8 : 0U) | lastStorage;
    return {first, last, of.zh, of.en, Field(), tariffAndStorage, static_cast<std::uint8_t>(phase)};
}

constexpr std::array prepaidRows{
    Row{0x000B0000, 0x000B000C, "结算周期组合有功总累计用电量", "combined active energy of the billing period",
        Field{"XXXXXX.XX", "kWh", Sign::TopBit}, storageOnly},
    Row{0x000C0000, 0x000C000C, "月度组合有功总累计用电量", "combined active energy of the month",
        Field{"XXXXXX.XX", "kWh", Sign::TopBit}, storageOnly},
    Row{0x00900100, 0x00900100, "剩余电量", "remaining energy", Field{"XXXXXX.XX", "kWh"}},
    Row{0x00900101, 0x00900101, "透支电量", "overdrawn energy", Field{"XXXXXX.XX", "kWh"}},
    Row{0x00900200, 0x00900200, "剩余金额", "remaining amount", Field{"XXXXXX.XX", "元"}},
    Row{0x00900201, 0x00900201, "透支金额", "overdrawn amount", Field{"XXXXXX.XX", "元"}},
};

constexpr std::size_t energyCount = 1 + (energyRegisters.size() - 1) * phases + prepaidRows.size();
constexpr auto energyRows = [] {
    std::array<Row, energyCount> rows{};
    std::size_t count = 0;
    for (std::uint32_t phase = 0; phase < phases; ++phase) {
        for (const Register& of : energyRegisters) {
            if (phase > 0 && of.code == 0)
                continue;
            rows[count] = rowOf(of, 0x00, phase);
            rows[count++].single = Field{"XXXXXX.XX", of.unit, of.sign};
        }
    }
    for (const Row& row : prepaidRows)
        rows[count++] = row;
    return rows;
}();

constexpr std::array<std::array<Field, 2>, demandRegisters.size()> demandRecords = [] {
    std::array<std::array<Field, 2>, demandRegisters.size()> records{};
    for (std::size_t i = 0; i < records.size(); ++i)
        records[i] = {Field{"XX.XXXX", demandRegisters[i].unit, demandRegisters[i].sign},
                      Field{"YYMMDDhhmm", "年月日时分", Sign::None, "发生时间", "time"}};
    return records;
}();

constexpr auto demandRows = [] {
    std::array<Row, demandRegisters.size() * phases> rows{};
    std::size_t count = 0;
    for (std::uint32_t phase = 0; phase < phases; ++phase) {
        for (std::size_t i = 0; i < demandRegisters.size(); ++i) {
            rows[count] = rowOf(demandRegisters[i], 0x01, phase);
            rows[count++].record = demandRecords[i];
        }
    }
    return rows;
}();

constexpr auto energyKeys = keysOf(Edition::Of2007, energyRows);
constexpr auto demandKeys = keysOf(Edition::Of2007, demandRows);
} // namespace

Table energies() {
    return {energyRows, energyKeys};
}

Table demands() {
    return {demandRows, demandKeys};
}

} // namespace meterhall::dlt645::tables
