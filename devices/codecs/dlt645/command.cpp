#include "devices/codecs/dlt645/command.h"

#include <algorithm>

namespace meterhall::dlt645 {

namespace {
// A namespace of its own: these short names would meet others where folders are compiled as one file.
namespace layout {
constexpr Field level{Kind::Code, "NN", "", "密级", "password level"};
constexpr Field password{Kind::Code, "NNNNNN", "", "密码", "password"};
constexpr Field newLevel{Kind::Code, "NN", "", "新密级", "new password level"};
constexpr Field newPassword{Kind::Code, "NNNNNN", "", "新密码", "new password"};
constexpr Field operatorCode{Kind::Code, "NNNNNNNN", "", "操作者代码", "operator"};
constexpr Field addressField{Kind::Code, "NNNNNNNNNNNN", "", "通信地址", "address"};
constexpr Field clockField{"YYMMDDhhmmss", "", Sign::None, "时间", "time"};
constexpr Field baudRate{Kind::Bits, "NN", "", "通信速率特征字", "baud rate"};

constexpr std::array clock{clockField};
constexpr std::array address{addressField};
// 99 in a place of the time stands for each hour, day or month: no real moment, only digits.
constexpr std::array freezeTime{Field{Kind::Digits, "MMDDhhmm", "", "冻结时间", "freeze time"}};
constexpr std::array baud{baudRate};
constexpr std::array blocks{Field{Kind::Number, "NN", "", "负荷记录块数", "blocks"},
                            Field{"YYMMDDhhmm", "", Sign::None, "给定时间", "from"}};
constexpr std::array access{level, password, operatorCode};
constexpr std::array accessAndDi{level, password, operatorCode,
                                 Field{Kind::Code, "NNNNNNNN", "", "事件数据标识", "data identifier"}};
constexpr std::array control{level,
                             password,
                             operatorCode,
                             Field{Kind::Code, "NN", "", "控制命令", "command"},
                             Field{Kind::Code, "NN", "", "保留", "reserved"},
                             Field{"YYMMDDhhmmss", "", Sign::None, "命令有效截止时间", "valid until"}};
constexpr std::array operatorOnly{operatorCode};
constexpr std::array passwords{level, password, newLevel, newPassword};
constexpr std::array newPasswords{newLevel, newPassword};
constexpr std::array levelAndPassword{level, password};
constexpr std::array output{Field{Kind::Code, "NN", "", "多功能端子输出", "output signal"}};

constexpr Edition e07 = Edition::Of2007;
constexpr Edition e97 = Edition::Of1997;

constexpr std::array commands{
    Command{e07, 0x03, false, "security", true, operatorOnly, false, Behind::Cipher},
    Command{e07, 0x03, true, "security", true, {}, false, Behind::Cipher},
    Command{e07, 0x08, false, "broadcast time", false, clock},
    Command{e07, 0x11, false, "read", true, blocks, true},
    Command{e07, 0x11, true, "read", true, {}, false, Behind::Values},
    Command{e07, 0x12, false, "read following data", true, {}, false, Behind::Sequence},
    Command{e07, 0x12, true, "read following data", true, {}, false, Behind::ValuesAndSequence},
    Command{e07, 0x13, false, "read address"},
    Command{e07, 0x13, true, "read address", false, address},
    Command{e07, 0x14, false, "write", true, access, false, Behind::Values},
    Command{e07, 0x14, true, "write"},
    Command{e07, 0x15, false, "write address", false, address},
    Command{e07, 0x15, true, "write address"},
    Command{e07, 0x16, false, "freeze", false, freezeTime},
    Command{e07, 0x16, true, "freeze"},
    Command{e07, 0x17, false, "change baud rate", false, baud},
    Command{e07, 0x17, true, "change baud rate", false, baud},
    Command{e07, 0x18, false, "change password", true, passwords},
    Command{e07, 0x18, true, "change password", false, newPasswords},
    Command{e07, 0x19, false, "clear demand", false, access},
    Command{e07, 0x19, true, "clear demand"},
    Command{e07, 0x1A, false, "clear meter", false, access},
    Command{e07, 0x1A, true, "clear meter"},
    Command{e07, 0x1B, false, "clear events", false, accessAndDi},
    Command{e07, 0x1B, true, "clear events"},
    Command{e07, 0x1C, false, "trip, close, alarm, keep power", false, control},
    Command{e07, 0x1C, true, "trip, close, alarm, keep power"},
    Command{e07, 0x1D, false, "output of the multi-function terminal", false, output},
    Command{e07, 0x1D, true, "output of the multi-function terminal", false, output},
    Command{e97, 0x01, false, "read", true},
    Command{e97, 0x01, true, "read", true, {}, false, Behind::Values},
    Command{e97, 0x02, false, "read following data", true},
    Command{e97, 0x02, true, "read following data", true, {}, false, Behind::Values},
    Command{e97, 0x03, false, "read again"},
    Command{e97, 0x03, true, "read again", true, {}, false, Behind::Values},
    Command{e97, 0x04, false, "write", true, levelAndPassword, true, Behind::Values},
    Command{e97, 0x04, true, "write"},
    Command{e97, 0x08, false, "broadcast time", false, clock},
    Command{e97, 0x0A, false, "write address", false, address},
    Command{e97, 0x0A, true, "write address"},
    Command{e97, 0x0C, false, "change baud rate", false, baud},
    Command{e97, 0x0C, true, "change baud rate", false, baud},
    Command{e97, 0x0F, false, "change password", false, passwords},
    Command{e97, 0x0F, true, "change password", false, newPasswords, true},
    Command{e97, 0x10, false, "clear demand", false, levelAndPassword, true},
    Command{e97, 0x10, true, "clear demand"},
};

// Index by edition, direction and function: a frame is looked up in one step.
constexpr auto index = [] {
    std::array<std::uint8_t, 128> places{};
    places.fill(0xFF);
    for (std::size_t i = 0; i < commands.size(); ++i) {
        const Command& command = commands[i];
        const unsigned page = (command.edition == Edition::Of2007 ? 2U : 0U) | (command.isReply ? 1U : 0U);
        places[page * 32 + command.function] = static_cast<std::uint8_t>(i);
    }
    return places;
}();
} // namespace layout
} // namespace

const Command* findCommand(Edition edition, Control control) {
    const unsigned page = (edition == Edition::Of2007 ? 2U : 0U) | (control.isReply() ? 1U : 0U);
    const std::uint8_t place = layout::index[page * 32 + control.function()];
    return place == 0xFF ? nullptr : &layout::commands[place];
}

std::string_view controlCommandName(std::uint8_t n1) {
    switch (n1) {
    case 0x1A:
        return "trip";
    case 0x1B:
        return "allow close";
    case 0x1C:
        return "direct close";
    case 0x1D:
        return "trip, then close by itself";
    case 0x1E:
        return "trip, then allow close";
    case 0x2A:
        return "alarm";
    case 0x2B:
        return "alarm off";
    case 0x3A:
        return "keep power";
    case 0x3B:
        return "keep power off";
    default:
        return {};
    }
}

} // namespace meterhall::dlt645
