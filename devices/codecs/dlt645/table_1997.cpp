#include "devices/codecs/dlt645/identifier.h"

// The identifiers of DL/T 645-1997, annex A, of the present month: monthOf() maps the others here. No signs.
namespace meterhall::dlt645::tables {

namespace {
constexpr Roles tariff97{.di0 = Role::Tariff};
constexpr Roles phase97{.di0 = Role::Phase};
constexpr Roles number97{.di0 = Role::Number};

constexpr Field kWh97{"XXXXXX.XX", "kWh"};
constexpr Field kvarh97{"XXXXXX.XX", "kvarh"};
constexpr Field kW97{"XX.XXXX", "kW"};
constexpr Field kvar97{"XX.XXXX", "kvar"};
constexpr Field moment97{"MMDDhhmm", "月日时分"};

constexpr std::array rows97{
    Row{0x9010, 0x901E, "正向有功电能", "energy", kWh97, tariff97},
    Row{0x9020, 0x902E, "反向有功电能", "reverse energy", kWh97, tariff97},
    Row{0x9110, 0x911E, "正向无功电能", "reactive energy", kvarh97, tariff97},
    Row{0x9120, 0x912E, "反向无功电能", "reverse reactive energy", kvarh97, tariff97},
    Row{0x9130, 0x913E, "一象限无功电能", "quadrant 1 reactive energy", kvarh97, tariff97},
    Row{0x9140, 0x914E, "四象限无功电能", "quadrant 4 reactive energy", kvarh97, tariff97},
    Row{0x9150, 0x915E, "二象限无功电能", "quadrant 2 reactive energy", kvarh97, tariff97},
    Row{0x9160, 0x916E, "三象限无功电能", "quadrant 3 reactive energy", kvarh97, tariff97},
    Row{0xA010, 0xA01E, "正向有功最大需量", "maximum demand", kW97, tariff97},
    Row{0xA020, 0xA02E, "反向有功最大需量", "reverse maximum demand", kW97, tariff97},
    Row{0xA110, 0xA11E, "正向无功最大需量", "reactive maximum demand", kvar97, tariff97},
    Row{0xA120, 0xA12E, "反向无功最大需量", "reverse reactive maximum demand", kvar97, tariff97},
    Row{0xA130, 0xA13E, "一象限无功最大需量", "quadrant 1 reactive maximum demand", kvar97, tariff97},
    Row{0xA140, 0xA14E, "四象限无功最大需量", "quadrant 4 reactive maximum demand", kvar97, tariff97},
    Row{0xA150, 0xA15E, "二象限无功最大需量", "quadrant 2 reactive maximum demand", kvar97, tariff97},
    Row{0xA160, 0xA16E, "三象限无功最大需量", "quadrant 3 reactive maximum demand", kvar97, tariff97},
    Row{0xB010, 0xB01E, "正向有功最大需量发生时间", "maximum demand time", moment97, tariff97},
    Row{0xB020, 0xB02E, "反向有功最大需量发生时间", "reverse maximum demand time", moment97, tariff97},
    Row{0xB110, 0xB11E, "正向无功最大需量发生时间", "reactive maximum demand time", moment97, tariff97},
    Row{0xB120, 0xB12E, "反向无功最大需量发生时间", "reverse reactive maximum demand time", moment97, tariff97},
    Row{0xB130, 0xB13E, "一象限无功最大需量发生时间", "quadrant 1 reactive maximum demand time", moment97, tariff97},
    Row{0xB140, 0xB14E, "四象限无功最大需量发生时间", "quadrant 4 reactive maximum demand time", moment97, tariff97},
    Row{0xB150, 0xB15E, "二象限无功最大需量发生时间", "quadrant 2 reactive maximum demand time", moment97, tariff97},
    Row{0xB160, 0xB16E, "三象限无功最大需量发生时间", "quadrant 3 reactive maximum demand time", moment97, tariff97},
    Row{0xB210, 0xB210, "最近一次编程时间", "last programming time", moment97},
    Row{0xB211, 0xB211, "最近一次最大需量清零时间", "last demand clearing time", moment97},
    Row{0xB212, 0xB212, "编程次数", "programming count", Field{"NNNN", "次"}},
    Row{0xB213, 0xB213, "最大需量清零次数", "demand clearing count", Field{"NNNN", "次"}},
    Row{0xB214, 0xB214, "电池工作时间", "battery working time", Field{Kind::Number, "NNNNNN", "分"}},
    Row{0xB310, 0xB313, "%t断相次数", "phase failure count", Field{"NNNN", "次"}, phase97},
    Row{0xB320, 0xB323, "%t断相时间累计值", "phase failure time", Field{Kind::Number, "NNNNNN", "分"}, phase97},
    Row{0xB330, 0xB333, "%t最近一次断相起始时刻", "last phase failure start", moment97, phase97},
    Row{0xB340, 0xB343, "%t最近一次断相结束时刻", "last phase failure end", moment97, phase97},
    Row{0xB611, 0xB613, "%t电压", "voltage", Field{"XXX", "V"}, phase97},
    Row{0xB621, 0xB623, "%t电流", "current", Field{"XX.XX", "A"}, phase97},
    Row{0xB630, 0xB633, "瞬时%t有功功率", "active power", kW97, phase97},
    Row{0xB634, 0xB634, "正向有功功率上限值", "forward active power limit", Field{"XX.XX", "kW"}},
    Row{0xB635, 0xB635, "反向有功功率上限值", "reverse active power limit", Field{"XX.XX", "kW"}},
    Row{0xB640, 0xB643, "瞬时%t无功功率", "reactive power", Field{"XX.XX", "kvar"}, phase97},
    Row{0xB650, 0xB653, "%t功率因数", "power factor", Field{"X.XXX"}, phase97},
    Row{0xC010, 0xC010, "日期及周次", "date and weekday", Field{"YYMMDDWW", "年月日星期"}},
    Row{0xC011, 0xC011, "时间", "time", Field{"hhmmss", "时分秒"}},
    Row{0xC020, 0xC020, "电表运行状态字", "meter status word", Field{Kind::Bits, "NN"}},
    Row{0xC021, 0xC021, "电网状态字", "grid status word", Field{Kind::Bits, "NN"}},
    Row{0xC022, 0xC022, "周休日状态字", "weekend status word", Field{Kind::Bits, "NN"}},
    Row{0xC030, 0xC030, "电表常数(有功)", "active constant", Field{Kind::Number, "NNNNNN", "p/kWh"}},
    Row{0xC031, 0xC031, "电表常数(无功)", "reactive constant", Field{Kind::Number, "NNNNNN", "p/kvarh"}},
    Row{0xC032, 0xC032, "表号", "meter number", Field{"NNNNNNNNNNNN"}},
    Row{0xC033, 0xC033, "用户号", "customer number", Field{"NNNNNNNNNNNN"}},
    Row{0xC034, 0xC034, "设备码", "device code", Field{"NNNNNNNNNNNN"}},
    Row{0xC111, 0xC111, "最大需量周期", "demand period", Field{"NN", "分"}},
    Row{0xC112, 0xC112, "滑差时间", "sliding time", Field{"NN", "分"}},
    Row{0xC113, 0xC113, "循显时间", "cyclic display time", Field{"NN", "秒"}},
    Row{0xC114, 0xC114, "停显时间", "display pause", Field{"NN", "秒"}},
    Row{0xC115, 0xC115, "显示电能小数位数", "energy decimals shown", Field{"NN", "位"}},
    Row{0xC116, 0xC116, "显示功率(最大需量)小数位数", "power decimals shown", Field{"NN", "位"}},
    Row{0xC117, 0xC117, "自动抄表日期", "reading day", Field{"DDhh", "日时"}},
    Row{0xC118, 0xC118, "负荷代表日", "load day", Field{"DD", "日"}},
    Row{0xC119, 0xC119, "有功电能起始读数", "active start register", Field{"NNNNNN.N", "kWh"}},
    Row{0xC11A, 0xC11A, "无功电能起始读数", "reactive start register", Field{"NNNNNN.N", "kvarh"}},
    Row{0xC211, 0xC211, "输出脉冲宽度", "pulse width", Field{"NNNN", "毫秒"}},
    Row{0xC212, 0xC212, "密码权限及密码", "password", Field{"NNNNNNNN"}},
    Row{0xC310, 0xC310, "年时区数P", "zone count", Field{"NN", "个"}},
    Row{0xC311, 0xC311, "日时段表数q", "day table count", Field{"NN", "个"}},
    Row{0xC312, 0xC312, "日时段(每日切换数)m", "day period count", Field{"NN", "个"}},
    Row{0xC313, 0xC313, "费率数k", "tariff count", Field{"NN", "个"}},
    Row{0xC314, 0xC314, "公共假日数n", "holiday count", Field{"NN", "个"}},
    Row{0xC321, 0xC32E, "第%n时区起始日期及日时段表号", "zone start", Field{"MMDDNN"}, number97},
    Row{0xC331, 0xC3AE, "第%n时段起始时间及费率号", "period start", Field{"hhmmNN"}, number97},
    Row{0xC411, 0xC4EE, "第%n公共假日日期及日时段表号", "holiday", Field{"MMDDNN"}, number97},
    Row{0xC510, 0xC510, "负荷记录起始时间", "load record start", moment97},
    Row{0xC511, 0xC511, "负荷记录间隔时间", "load record interval", Field{"NNNN", "分"}},
};

constexpr auto keys97 = keysOf(Edition::Of1997, rows97);
} // namespace

Table of1997() {
    return {rows97, keys97};
}

} // namespace meterhall::dlt645::tables
