#include "devices/codecs/dlt645/identifier.h"

// Table A.6 (frozen data) of DL/T 645-2007 and the identifiers of its security functions. DI2 says what the meter froze
// at, DI0 how many freezes ago.
namespace meterhall::dlt645::tables {

namespace {
constexpr Roles freezeStorage{.di0 = Role::Storage};
constexpr Field frozenTime{"YYMMDDhhmm", "年月日时分"};

constexpr Field frozenEnergy(std::string_view unit, Sign sign = Sign::None) {
    return Field{"XXXXXX.XX", unit, sign};
}
constexpr std::array frozenDemand{Field{"XX.XXXX", "kW"},
                                  Field{"YYMMDDhhmm", "年月日时分", Sign::None, "发生时间", "time"}};
constexpr std::array frozenPowers{
    Field{"XX.XXXX", "kW", Sign::TopBit, "总有功功率", "total active power"},
    Field{"XX.XXXX", "kW", Sign::TopBit, "A相有功功率", "phase A active power"},
    Field{"XX.XXXX", "kW", Sign::TopBit, "B相有功功率", "phase B active power"},
    Field{"XX.XXXX", "kW", Sign::TopBit, "C相有功功率", "phase C active power"},
    Field{"XX.XXXX", "kvar", Sign::TopBit, "总无功功率", "total reactive power"},
    Field{"XX.XXXX", "kvar", Sign::TopBit, "A相无功功率", "phase A reactive power"},
    Field{"XX.XXXX", "kvar", Sign::TopBit, "B相无功功率", "phase B reactive power"},
    Field{"XX.XXXX", "kvar", Sign::TopBit, "C相无功功率", "phase C reactive power"},
};

constexpr std::array freezeRows{
    // Each hour: only the totals, before the ranges below that would take them for lists of tariffs.
    Row{0x05040001, 0x050400FE, "%e时间", "%e time", frozenTime, freezeStorage},
    Row{0x05040101, 0x050401FE, "%e正向有功总电能", "%e forward active energy", frozenEnergy("kWh"), freezeStorage},
    Row{0x05040201, 0x050402FE, "%e反向有功总电能", "%e reverse active energy", frozenEnergy("kWh"), freezeStorage},
    Row{0x05000001, 0x0507003E, "%e时间", "%e time", frozenTime, freezeStorage},
    Row{0x05000101, 0x0507013E, "%e正向有功电能", "%e forward active energy", frozenEnergy("kWh"), freezeStorage}
        .repeated(),
    Row{0x05000201, 0x0507023E, "%e反向有功电能", "%e reverse active energy", frozenEnergy("kWh"), freezeStorage}
        .repeated(),
    Row{0x05000301, 0x0507033E, "%e组合无功1电能", "%e combined reactive energy 1", frozenEnergy("kvarh", Sign::TopBit),
        freezeStorage}
        .repeated(),
    Row{0x05000401, 0x0507043E, "%e组合无功2电能", "%e combined reactive energy 2", frozenEnergy("kvarh", Sign::TopBit),
        freezeStorage}
        .repeated(),
    Row{0x05000501, 0x0507053E, "%e第一象限无功电能", "%e quadrant 1 reactive energy", frozenEnergy("kvarh"),
        freezeStorage}
        .repeated(),
    Row{0x05000601, 0x0507063E, "%e第二象限无功电能", "%e quadrant 2 reactive energy", frozenEnergy("kvarh"),
        freezeStorage}
        .repeated(),
    Row{0x05000701, 0x0507073E, "%e第三象限无功电能", "%e quadrant 3 reactive energy", frozenEnergy("kvarh"),
        freezeStorage}
        .repeated(),
    Row{0x05000801, 0x0507083E, "%e第四象限无功电能", "%e quadrant 4 reactive energy", frozenEnergy("kvarh"),
        freezeStorage}
        .repeated(),
    Row{0x05000901, 0x0507093E, "%e正向有功最大需量", "%e forward active maximum demand", frozenDemand, freezeStorage}
        .repeated(),
    Row{0x05000A01, 0x05070A3E, "%e反向有功最大需量", "%e reverse active maximum demand", frozenDemand, freezeStorage}
        .repeated(),
    Row{0x05001001, 0x0507103E, "%e变量", "%e variables", frozenPowers, freezeStorage},
};

constexpr Field cipherText{Kind::Opaque, ""};
constexpr std::array securityRows{
    Row{0x070000FF, 0x070000FF, "身份认证", "identity authentication", cipherText},
    Row{0x070001FF, 0x070001FF, "身份认证时效设置", "authentication time", cipherText},
    Row{0x070002FF, 0x070002FF, "身份认证失效", "end of authentication", cipherText},
    Row{0x070101FF, 0x070101FF, "开户", "opening the account", cipherText},
    Row{0x070102FF, 0x070102FF, "充值", "recharge", cipherText},
    Row{0x070103FF, 0x070103FF, "钱包初始化", "setting the purse", cipherText},
    Row{0x070201FF, 0x070204FF, "密钥更新", "key update", cipherText},
    Row{0x070301FF, 0x070302FF, "数据清零", "clearing of data", cipherText},
    Row{0x078001FF, 0x078001FF, "数据回抄", "reading back data", cipherText},
    Row{0x078002FF, 0x078002FF, "状态查询", "query of the state", cipherText},
    Row{0x078102FF, 0x078102FF, "状态查询", "query of the state", cipherText},
};

constexpr auto freezeKeys = keysOf(Edition::Of2007, freezeRows);
constexpr auto securityKeys = keysOf(Edition::Of2007, securityRows);
} // namespace

Table freezes() {
    return {freezeRows, freezeKeys};
}

Table security() {
    return {securityRows, securityKeys};
}

} // namespace meterhall::dlt645::tables
