#include "devices/codecs/dlt645/identifier.h"

// Table A.3 (variables) of DL/T 645-2007. Direction of current, power, power factor and demand is the top bit, below
// zero that of the temperature.
namespace meterhall::dlt645::tables {

namespace {
constexpr Roles variablePhase{.di1 = Role::Phase};
constexpr Roles phaseAndHarmonic{.di1 = Role::Phase, .di0 = Role::Number};

constexpr Field voltage{"XXX.X", "V"};
constexpr Field current{"XXX.XXX", "A", Sign::TopBit};
constexpr Field activePower{"XX.XXXX", "kW", Sign::TopBit};
constexpr Field reactivePower{"XX.XXXX", "kvar", Sign::TopBit};
constexpr Field apparentPower{"XX.XXXX", "kVA", Sign::TopBit};
constexpr Field percent{"XX.XX", "%"};
constexpr Field price{"XXXX.XXXX", "元/kWh"};

constexpr std::array variableRows{
    Row{0x02010100, 0x02010300, "%t电压", "%tvoltage", voltage, variablePhase},
    Row{0x02020100, 0x02020300, "%t电流", "%tcurrent", current, variablePhase},
    Row{0x02030000, 0x02030300, "瞬时%t有功功率", "%tactive power", activePower, variablePhase},
    Row{0x02040000, 0x02040300, "瞬时%t无功功率", "%treactive power", reactivePower, variablePhase},
    Row{0x02050000, 0x02050300, "瞬时%t视在功率", "%tapparent power", apparentPower, variablePhase},
    Row{0x02060000, 0x02060300, "%t功率因数", "%tpower factor", Field{"X.XXX", "", Sign::TopBit}, variablePhase},
    Row{0x02070100, 0x02070300, "%t相角", "%tphase angle", Field{"XXX.X", "°"}, variablePhase},
    Row{0x02080100, 0x02080300, "%t电压波形失真度", "%tvoltage distortion", percent, variablePhase},
    Row{0x02090100, 0x02090300, "%t电流波形失真度", "%tcurrent distortion", percent, variablePhase},
    Row{0x020A0101, 0x020A0315, "%t电压%n次谐波含量", "%tvoltage harmonic", percent, phaseAndHarmonic},
    Row{0x020B0101, 0x020B0315, "%t电流%n次谐波含量", "%tcurrent harmonic", percent, phaseAndHarmonic},
    Row{0x02800001, 0x02800001, "零线电流", "neutral current", current},
    Row{0x02800002, 0x02800002, "电网频率", "frequency", Field{"XX.XX", "Hz"}},
    Row{0x02800003, 0x02800003, "一分钟有功总平均功率", "one-minute average active power", activePower},
    Row{0x02800004, 0x02800004, "当前有功需量", "present active demand", activePower},
    Row{0x02800005, 0x02800005, "当前无功需量", "present reactive demand", reactivePower},
    Row{0x02800006, 0x02800006, "当前视在需量", "present apparent demand", apparentPower},
    Row{0x02800007, 0x02800007, "表内温度", "meter temperature", Field{"XXX.X", "℃", Sign::TopBit}},
    Row{0x02800008, 0x02800008, "时钟电池电压(内部)", "clock battery voltage", Field{"XX.XX", "V"}},
    Row{0x02800009, 0x02800009, "停电抄表电池电压(内部)", "reading battery voltage", Field{"XX.XX", "V"}},
    Row{0x0280000A, 0x0280000A, "内部电池工作时间", "battery working time", Field{"XXXXXXXX", "分"}},
    Row{0x0280000B, 0x0280000B, "当前阶梯电价", "present tier price", price},
    Row{0x02800020, 0x02800020, "当前电价", "present price", price},
    Row{0x02800021, 0x02800021, "当前费率电价", "present tariff price", price},
    Row{0x02800022, 0x02800022, "当前阶梯电价", "present tier price", price},
    Row{0x02800023, 0x02800023, "身份认证时效剩余时间", "authentication time left", Field{"XXXX", "分"}},
};

constexpr auto variableKeys = keysOf(Edition::Of2007, variableRows);
} // namespace

Table variables() {
    return {variableRows, variableKeys};
}

} // namespace meterhall::dlt645::tables
