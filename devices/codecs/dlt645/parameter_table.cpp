#include "devices/codecs/dlt645/identifier.h"

// Table A.5 (parameters) of DL/T 645-2007, with the prepayment identifiers that its supplement added.
namespace meterhall::dlt645::tables {

namespace {
constexpr Roles entryNumber{.di0 = Role::Number};

constexpr Field ascii(std::string_view format) {
    return {Kind::Text, format};
}
constexpr Field bits(std::string_view format) {
    return {Kind::Bits, format};
}
constexpr Field counted(std::string_view unit) {
    return {"NN", unit};
}
constexpr std::string_view text32 = "NNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNN";
constexpr std::string_view text16 = "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX";
constexpr std::string_view text10 = "XXXXXXXXXXXXXXXXXXXX";
constexpr Field switching{"YYMMDDhhmm", "年月日时分"};
constexpr Field interval{"NNNN", "分"};
constexpr Field settlementDay{"DDhh", "日时"};
constexpr Field zoneStart{"MMDDNN"};
constexpr Field periodStart{"hhmmNN"};
constexpr Field tariffPrice{"NNNN.NNNN", "元/kWh"};
constexpr Field tierBound{"NNNNNN.NN", "kWh"};
constexpr Field energyLimit{"NNNNNN.NN", "kWh"};
constexpr Field amountLimit{"NNNNNN.NN", "元"};
constexpr Field voltageLimit{"NNN.N", "V"};
constexpr Field currentLimit{"NN.NNNN", "A"};
constexpr Field powerLimit{"NN.NNNN", "kW"};
constexpr Field delay{"NN", "秒"};
constexpr Field rate{"NN.NN", "%"};
constexpr std::array screenItem{Field{Kind::Code, "NNNNNNNN", "", "显示数据项", "data identifier"},
                                Field{Kind::Number, "NN", "", "序号", "sequence"}};

constexpr std::array parameterRows{
    Row{0x04000101, 0x04000101, "日期及星期(其中0代表星期天)", "date and weekday", Field{"YYMMDDWW", "年月日星期"}},
    Row{0x04000102, 0x04000102, "时间", "time", Field{"hhmmss", "时分秒"}},
    Row{0x04000103, 0x04000103, "最大需量周期", "demand period", counted("分")},
    Row{0x04000104, 0x04000104, "滑差时间", "sliding time", counted("分")},
    Row{0x04000105, 0x04000105, "校表脉冲宽度", "pulse width", Field{"XXXX", "毫秒"}},
    Row{0x04000106, 0x04000106, "两套时区表切换时间", "zone table switch", switching},
    Row{0x04000107, 0x04000107, "两套日时段表切换时间", "day table switch", switching},
    Row{0x04000108, 0x04000108, "两套费率电价切换时间", "tariff price switch", switching},
    Row{0x04000109, 0x04000109, "两套阶梯切换时间", "tier switch", switching},
    Row{0x0400010C, 0x0400010C, "日期、星期及时间", "date and time", Field{"YYMMDDWWhhmmss", "年月日星期时分秒"}},
    Row{0x04000201, 0x04000201, "年时区数p<=14", "zone count", counted("个")},
    Row{0x04000202, 0x04000202, "日时段表数q<=8", "day table count", counted("个")},
    Row{0x04000203, 0x04000203, "日时段数(每日切换数)m<=14", "day period count", counted("个")},
    Row{0x04000204, 0x04000204, "费率数k<=63", "tariff count", counted("个")},
    Row{0x04000205, 0x04000205, "公共假日数n<=254", "holiday count", Field{"NNNN", "个"}},
    Row{0x04000206, 0x04000206, "谐波分析次数", "harmonics analysed", counted("次")},
    Row{0x04000207, 0x04000207, "阶梯数", "tier count", counted("个")},
    Row{0x04000208, 0x04000208, "密钥总条数", "key count", counted("个")},
    Row{0x04000301, 0x04000301, "自动循环显示屏数", "cyclic screens", counted("个")},
    Row{0x04000302, 0x04000302, "每屏显示时间", "screen time", counted("秒")},
    Row{0x04000303, 0x04000303, "显示电能小数位数", "energy decimals shown", counted("位")},
    Row{0x04000304, 0x04000304, "显示功率(最大需量)小数位数", "power decimals shown", counted("位")},
    Row{0x04000305, 0x04000305, "按键循环显示屏数", "key screens", counted("个")},
    Row{0x04000306, 0x04000306, "电流互感器变比", "current transformer ratio", Field{Kind::Number, "NNNNNN"}},
    Row{0x04000307, 0x04000307, "电压互感器变比", "voltage transformer ratio", Field{Kind::Number, "NNNNNN"}},
    Row{0x04000401, 0x04000401, "通讯地址", "device address", Field{"NNNNNNNNNNNN"}},
    Row{0x04000402, 0x04000402, "表号", "meter number", Field{"NNNNNNNNNNNN"}},
    Row{0x04000403, 0x04000403, "资产管理编码(ASCII码)", "asset number", ascii(text32)},
    Row{0x04000404, 0x04000404, "额定电压(ASCII码)", "rated voltage", ascii("XXXXXXXXXXXX")},
    Row{0x04000405, 0x04000405, "额定电流/基本电流(ASCII码)", "rated current", ascii("XXXXXXXXXXXX")},
    Row{0x04000406, 0x04000406, "最大电流(ASCII码)", "maximum current", ascii("XXXXXXXXXXXX")},
    Row{0x04000407, 0x04000407, "有功准确度等级(ASCII码)", "active accuracy class", ascii("XXXXXXXX")},
    Row{0x04000408, 0x04000408, "无功准确度等级(ASCII码)", "reactive accuracy class", ascii("XXXXXXXX")},
    Row{0x04000409, 0x04000409, "电表有功常数", "active constant", Field{"XXXXXX", "imp/kWh"}},
    Row{0x0400040A, 0x0400040A, "电表无功常数", "reactive constant", Field{"XXXXXX", "imp/kvarh"}},
    Row{0x0400040B, 0x0400040B, "电表型号(ASCII码)", "meter model", ascii(text10)},
    Row{0x0400040C, 0x0400040C, "生产日期(ASCII码)", "production date", ascii(text10)},
    Row{0x0400040D, 0x0400040D, "协议版本号(ASCII码)", "protocol version", ascii(text16)},
    Row{0x0400040E, 0x0400040E, "客户编号", "customer number", Field{"NNNNNNNNNNNN"}},
    Row{0x0400040F, 0x0400040F, "电表位置信息", "meter position", Field{"NNNNNNNNNNNNNNNNNNNNNN"}},
    Row{0x04000501, 0x04000507, "电表运行状态字%n", "status word", bits("XXXX"), entryNumber},
    Row{0x04000508, 0x04000508, "密钥状态字", "key status word", bits("XXXXXXXX")},
    Row{0x04000601, 0x04000601, "有功组合方式特征字", "active combination word", bits("NN")},
    Row{0x04000602, 0x04000602, "无功组合方式1特征字", "reactive combination word 1", bits("NN")},
    Row{0x04000603, 0x04000603, "无功组合方式2特征字", "reactive combination word 2", bits("NN")},
    Row{0x04000701, 0x04000701, "调制型红外光口通信速率特征字", "infrared baud rate word", bits("NN")},
    Row{0x04000702, 0x04000702, "接触型红外光口通信速率特征字", "optical baud rate word", bits("NN")},
    Row{0x04000703, 0x04000703, "通信口1通信速率特征字", "port 1 baud rate word", bits("NN")},
    Row{0x04000704, 0x04000704, "通信口2通信速率特征字", "port 2 baud rate word", bits("NN")},
    Row{0x04000705, 0x04000705, "通信口3通信速率特征字", "port 3 baud rate word", bits("NN")},
    Row{0x04000801, 0x04000801, "周休日特征字", "weekend word", bits("NN")},
    Row{0x04000802, 0x04000802, "周休日采用的日时段表号", "weekend day table", Field{"NN"}},
    Row{0x04000901, 0x04000901, "负荷记录模式字", "load record mode word", bits("NN")},
    Row{0x04000902, 0x04000902, "冻结数据模式字", "freeze mode word", bits("NN")},
    Row{0x04000903, 0x04000906, "冻结数据模式字%n", "freeze mode word", bits("NN"), entryNumber},
    Row{0x04000A01, 0x04000A01, "负荷记录起始时间", "load record start", Field{"MMDDhhmm", "月日时分"}},
    Row{0x04000A02, 0x04000A02, "第1类负荷记录时间间隔", "load record 1 interval", interval},
    Row{0x04000A03, 0x04000A03, "第2类负荷记录时间间隔", "load record 2 interval", interval},
    Row{0x04000A04, 0x04000A04, "第3类负荷记录时间间隔", "load record 3 interval", interval},
    Row{0x04000A05, 0x04000A05, "第4类负荷记录时间间隔", "load record 4 interval", interval},
    Row{0x04000A06, 0x04000A06, "第5类负荷记录时间间隔", "load record 5 interval", interval},
    Row{0x04000A07, 0x04000A07, "第6类负荷记录时间间隔", "load record 6 interval", interval},
    Row{0x04000B01, 0x04000B03, "每月第%n结算日", "settlement day", settlementDay, entryNumber},
    Row{0x04000C01, 0x04000C0A, "密码%n", "password", Field{Kind::Code, "NNNNNNNN"}, entryNumber},
    Row{0x04000D01, 0x04000D0C, "线路及变压器参数%n", "line and transformer parameter", Field{"N.NNN"}, entryNumber},
    Row{0x04000E01, 0x04000E01, "正向有功功率上限值", "forward active power limit", powerLimit},
    Row{0x04000E02, 0x04000E02, "反向有功功率上限值", "reverse active power limit", powerLimit},
    Row{0x04000E03, 0x04000E03, "电压上限值", "voltage upper limit", voltageLimit},
    Row{0x04000E04, 0x04000E04, "电压下限值", "voltage lower limit", voltageLimit},
    Row{0x04000F01, 0x04000F01, "报警电量1限值", "energy alarm 1", energyLimit},
    Row{0x04000F02, 0x04000F02, "报警电量2限值", "energy alarm 2", energyLimit},
    Row{0x04000F03, 0x04000F03, "囤积电量限值", "energy hoarding limit", energyLimit},
    Row{0x04000F04, 0x04000F04, "透支电量限值", "energy overdraft limit", energyLimit},
    Row{0x04001001, 0x04001001, "报警金额1限值", "amount alarm 1", amountLimit},
    Row{0x04001002, 0x04001002, "报警金额2限值", "amount alarm 2", amountLimit},
    Row{0x04001003, 0x04001003, "透支金额限值", "amount overdraft limit", amountLimit},
    Row{0x04001004, 0x04001004, "囤积金额限值", "amount hoarding limit", amountLimit},
    Row{0x04001005, 0x04001005, "合闸允许金额限值", "amount that allows closing", amountLimit},
    Row{0x04001101, 0x04001101, "电表运行特征字1", "operation word 1", bits("NN")},
    Row{0x04001104, 0x04001104, "主动上报模式字", "report mode word", bits("NNNNNNNNNNNNNNNN")},
    Row{0x04001201, 0x04001201, "整点冻结起始时间", "hourly freeze start", switching},
    Row{0x04001202, 0x04001202, "整点冻结时间间隔", "hourly freeze interval", Field{"NN", "分"}},
    Row{0x04001203, 0x04001203, "日冻结时间", "daily freeze time", Field{"hhmm", "时分"}},
    Row{0x04001301, 0x04001301, "无线通信在线及信号强弱指示", "wireless signal", Field{"NN"}},
    Row{0x04001401, 0x04001401, "跳闸延时时间", "trip delay", interval},
    Row{0x04001402, 0x04001402, "继电器拉闸控制电流门限值", "trip current limit", Field{"NNN.NNN", "A"}},
    Row{0x04010000, 0x04010000, "第一套时区表数据", "first zone table", zoneStart}.repeated(),
    Row{0x04010001, 0x04010008, "第一套第%n日时段表数据", "first day table", periodStart, entryNumber}.repeated(),
    Row{0x04020000, 0x04020000, "第二套时区表数据", "second zone table", zoneStart}.repeated(),
    Row{0x04020001, 0x04020008, "第二套第%n日时段表数据", "second day table", periodStart, entryNumber}.repeated(),
    Row{0x04030001, 0x040300FE, "第%n公共假日日期及日时段表号", "holiday", Field{"YYMMDDNN"}, entryNumber},
    Row{0x04040101, 0x040401FE, "自动循环显示第%n屏显示数据项", "cyclic screen", screenItem, entryNumber},
    Row{0x04040201, 0x040402FE, "按键循环显示第%n屏显示数据项", "key screen", screenItem, entryNumber},
    Row{0x04050101, 0x0405013F, "第一套费率%n电价", "first tariff price", tariffPrice, {.di0 = Role::Tariff}},
    Row{0x04050201, 0x0405023F, "第二套费率%n电价", "second tariff price", tariffPrice, {.di0 = Role::Tariff}},
    Row{0x04060001, 0x0406003F, "第一套第%n阶梯值", "first tier bound", tierBound, entryNumber},
    Row{0x04060101, 0x0406013F, "第一套第%n阶梯电价", "first tier price", tariffPrice, entryNumber},
    Row{0x04060201, 0x0406023F, "第二套第%n阶梯值", "second tier bound", tierBound, entryNumber},
    Row{0x04060301, 0x0406033F, "第二套第%n阶梯电价", "second tier price", tariffPrice, entryNumber},
    Row{0x04090101, 0x04090101, "失压事件电压触发上限", "voltage loss trigger", voltageLimit},
    Row{0x04090102, 0x04090102, "失压事件电压恢复下限", "voltage loss recovery", voltageLimit},
    Row{0x04090103, 0x04090103, "失压事件电流触发下限", "voltage loss current", currentLimit},
    Row{0x04090104, 0x04090104, "失压事件判定延时时间", "voltage loss delay", delay},
    Row{0x04090201, 0x04090201, "欠压事件电压触发上限", "undervoltage trigger", voltageLimit},
    Row{0x04090202, 0x04090202, "欠压事件判定延时时间", "undervoltage delay", delay},
    Row{0x04090301, 0x04090301, "过压事件电压触发下限", "overvoltage trigger", voltageLimit},
    Row{0x04090302, 0x04090302, "过压事件判定延时时间", "overvoltage delay", delay},
    Row{0x04090401, 0x04090401, "断相事件电压触发上限", "phase failure trigger", voltageLimit},
    Row{0x04090402, 0x04090402, "断相事件电流触发上限", "phase failure current", currentLimit},
    Row{0x04090403, 0x04090403, "断相事件判定延时时间", "phase failure delay", delay},
    Row{0x04090501, 0x04090501, "电压不平衡率限值", "voltage unbalance limit", rate},
    Row{0x04090502, 0x04090502, "电压不平衡率判定延时时间", "voltage unbalance delay", delay},
    Row{0x04090601, 0x04090601, "电流不平衡率限值", "current unbalance limit", rate},
    Row{0x04090602, 0x04090602, "电流不平衡率判定延时时间", "current unbalance delay", delay},
    Row{0x04090701, 0x04090701, "失流事件电压触发下限", "current loss voltage", voltageLimit},
    Row{0x04090702, 0x04090702, "失流事件电流触发上限", "current loss trigger", currentLimit},
    Row{0x04090703, 0x04090703, "失流事件电流触发下限", "current loss recovery", currentLimit},
    Row{0x04090704, 0x04090704, "失流事件判定延时时间", "current loss delay", delay},
    Row{0x04090801, 0x04090801, "过流事件电流触发下限", "overcurrent trigger", Field{"NNN.N", "A"}},
    Row{0x04090802, 0x04090802, "过流事件判定延时时间", "overcurrent delay", delay},
    Row{0x04090901, 0x04090901, "断流事件电压触发下限", "current break voltage", voltageLimit},
    Row{0x04090902, 0x04090902, "断流事件电流触发上限", "current break trigger", currentLimit},
    Row{0x04090903, 0x04090903, "断流事件判定延时时间", "current break delay", delay},
    Row{0x04090A01, 0x04090A01, "潮流反向事件有功功率触发下限", "power reversal trigger", powerLimit},
    Row{0x04090A02, 0x04090A02, "潮流反向事件判定延时时间", "power reversal delay", delay},
    Row{0x04090B01, 0x04090B01, "过载事件有功功率触发下限", "overload trigger", powerLimit},
    Row{0x04090B02, 0x04090B02, "过载事件判定延时时间", "overload delay", delay},
    Row{0x04090C01, 0x04090C01, "电压考核上限", "voltage upper bound", voltageLimit},
    Row{0x04090C02, 0x04090C02, "电压考核下限", "voltage lower bound", voltageLimit},
    Row{0x04090D01, 0x04090D01, "有功需量超限事件需量触发下限", "active demand trigger", powerLimit},
    Row{0x04090D02, 0x04090D02, "无功需量超限事件需量触发下限", "reactive demand trigger", Field{"NN.NNNN", "kvar"}},
    Row{0x04090D03, 0x04090D03, "需量超限事件判定延时时间", "demand delay", delay},
    Row{0x04090E01, 0x04090E01, "总功率因数超下限阀值", "power factor limit", Field{"N.NNN"}},
    Row{0x04090E02, 0x04090E02, "总功率因数超下限判定延时时间", "power factor delay", delay},
    Row{0x04090F01, 0x04090F01, "电流严重不平衡限值", "severe unbalance limit", rate},
    Row{0x04090F02, 0x04090F02, "电流严重不平衡触发延时时间", "severe unbalance delay", delay},
    Row{0x04800001, 0x04800001, "厂家软件版本号(ASCII码)", "maker's software version", ascii(text32)},
    Row{0x04800002, 0x04800002, "厂家硬件版本号(ASCII码)", "maker's hardware version", ascii(text32)},
    Row{0x04800003, 0x04800003, "厂家编号(ASCII码)", "maker's number", ascii(text32)},
};

constexpr auto parameterKeys = keysOf(Edition::Of2007, parameterRows);
} // namespace

Table parameters() {
    return {parameterRows, parameterKeys};
}

} // namespace meterhall::dlt645::tables
