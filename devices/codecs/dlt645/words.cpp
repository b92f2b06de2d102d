#include "devices/codecs/dlt645/words.h"

#include "devices/codecs/describe.h"

#include <QStringView>

namespace meterhall::dlt645 {

using devices::fromView;

namespace {
struct Word {
    std::string_view zh, en;
    std::string_view in(Language language) const { return language == Language::Chinese ? zh : en; }
};

// By DI2 of 03H.
constexpr std::array recordSubjects{
    Word{},
    Word{"失压", "voltage loss"},
    Word{"欠压", "undervoltage"},
    Word{"过压", "overvoltage"},
    Word{"断相", "phase failure"},
    Word{"全失压", "loss of all voltages"},
    Word{"辅助电源失电", "auxiliary power loss"},
    Word{"电压逆相序", "reverse voltage sequence"},
    Word{"电流逆相序", "reverse current sequence"},
    Word{"电压不平衡", "voltage unbalance"},
    Word{"电流不平衡", "current unbalance"},
    Word{"失流", "current loss"},
    Word{"过流", "overcurrent"},
    Word{"断流", "current break"},
    Word{"潮流反向", "power reversal"},
    Word{"过载", "overload"},
    Word{"电压合格率", "voltage quality"},
    Word{"掉电", "power down"},
    Word{"需量超限", "demand over limit"},
};
// By DI1 of 0330H.
constexpr std::array operationSubjects{
    Word{"编程", "programming"},
    Word{"电表清零", "clearing of the meter"},
    Word{"需量清零", "clearing of demand"},
    Word{"事件清零", "clearing of events"},
    Word{"校时", "setting of the clock"},
    Word{"时段表编程", "programming of day tables"},
    Word{"时区表编程", "programming of zone tables"},
    Word{"周休日编程", "programming of weekends"},
    Word{"节假日编程", "programming of holidays"},
    Word{"有功组合方式编程", "programming of the active combination"},
    Word{"无功组合方式1编程", "programming of reactive combination 1"},
    Word{"无功组合方式2编程", "programming of reactive combination 2"},
    Word{"结算日编程", "programming of settlement days"},
    Word{"开表盖", "opening of the cover"},
    Word{"开端钮盒", "opening of the terminal box"},
    Word{"费率参数表编程", "programming of tariff prices"},
    Word{"阶梯表编程", "programming of tiers"},
    Word{"密钥更新", "key update"},
    Word{"异常插卡", "wrong card"},
    Word{"购电", "purchase"},
    Word{"退费", "refund"},
};
// By DI3, from 10H on.
constexpr std::array detailSubjects{
    Word{"失压", "voltage loss"},
    Word{"欠压", "undervoltage"},
    Word{"过压", "overvoltage"},
    Word{"断相", "phase failure"},
    Word{"电压逆相序", "reverse voltage sequence"},
    Word{"电流逆相序", "reverse current sequence"},
    Word{"电压不平衡", "voltage unbalance"},
    Word{"电流不平衡", "current unbalance"},
    Word{"失流", "current loss"},
    Word{"过流", "overcurrent"},
    Word{"断流", "current break"},
    Word{"有功功率反向", "reverse active power"},
    Word{"过载", "overload"},
    Word{"跳闸", "trip"},
    Word{"合闸", "close"},
    Word{"总功率因数超下限", "power factor below limit"},
    Word{"电流严重不平衡", "severe current unbalance"},
    Word{"潮流反向", "power reversal"},
};
// By DI2 of 05H.
constexpr std::array freezeSubjects{
    Word{"定时冻结", "timed freeze"},
    Word{"瞬时冻结", "instant freeze"},
    Word{"两套时区表切换冻结", "zone table switch freeze"},
    Word{"两套日时段表切换冻结", "day table switch freeze"},
    Word{"整点冻结", "hourly freeze"},
    Word{"两套费率电价切换冻结", "tariff price switch freeze"},
    Word{"日冻结", "daily freeze"},
    Word{"两套阶梯切换冻结", "tier switch freeze"},
};

Word subject(std::uint32_t di) {
    const auto at = [](const auto& words, std::uint32_t index) { return index < words.size() ? words[index] : Word{}; };
    constexpr std::uint32_t operations = 0x30;
    constexpr std::uint32_t firstDetail = 0x10;
    const std::uint32_t di3 = di >> 24;
    const std::uint32_t di2 = di >> 16 & 0xFFU;
    if (di3 == 0x03 && di2 == operations)
        return at(operationSubjects, di >> 8 & 0xFFU);
    if (di3 == 0x03 && di2 > operations) {
        constexpr std::array others{Word{"恒定磁场干扰", "magnetic field"}, Word{"负荷开关误动作", "relay malfunction"},
                                    Word{"电源异常", "power supply fault"}};
        return at(others, di2 - 0x35);
    }
    if (di3 == 0x03)
        return at(recordSubjects, di2);
    if (di3 == 0x05)
        return at(freezeSubjects, di2);
    return di3 >= firstDetail ? at(detailSubjects, di3 - firstDetail) : Word{};
}

// Which phase an event detail is of stands in DI2; the value may be of another phase.
QString subjectText(Edition edition, std::uint32_t di, Language language) {
    if (edition == Edition::Of1997)
        return {};
    QString name = fromView(subject(di).in(language));
    const std::uint32_t eventPhase = di >> 16 & 0xFFU;
    const bool isDetail = di >> 24 >= 0x10;
    if (!isDetail || eventPhase == 0 || eventPhase > 3)
        return name;
    const QChar letter(u'A' + char16_t(eventPhase - 1));
    return language == Language::Chinese ? letter + QStringLiteral("相") + name
                                         : QStringLiteral("phase ") + letter + u' ' + name;
}

QString phaseText(std::uint8_t phase, bool saysTotal, Language language) {
    const bool isChinese = language == Language::Chinese;
    if (phase == 0 || phase > 3)
        return !saysTotal ? QString() : isChinese ? QStringLiteral("总") : QStringLiteral("total ");
    const QChar letter(u'A' + char16_t(phase - 1));
    return isChinese ? letter + QStringLiteral("相") : QStringLiteral("phase ") + letter + u' ';
}

QString twoDigits(int number) {
    return QStringLiteral("%1").arg(number, 2, 10, QChar(u'0'));
}

QString timeText(const TimeReading& time) {
    QStringList date;
    if (time.year >= 0)
        date += QString::number(time.year);
    if (time.month >= 0)
        date += twoDigits(time.month);
    if (time.day >= 0)
        date += twoDigits(time.day);
    QStringList clock;
    if (time.hour >= 0)
        clock += twoDigits(time.hour);
    if (time.minute >= 0)
        clock += twoDigits(time.minute);
    if (time.second >= 0)
        clock += twoDigits(time.second);
    const QString between = date.isEmpty() || clock.isEmpty() ? QString() : QStringLiteral("T");
    QString text = date.join(u'-') + between + clock.join(u':');
    if (time.weekday >= 0)
        text += QStringLiteral(" weekday ") + QString::number(time.weekday);
    if (time.number >= 0)
        text += QStringLiteral(" no. ") + QString::number(time.number);
    return text;
}

QString reversedHex(ByteView raw) {
    return toHex(Bytes(raw.rbegin(), raw.rend())).toLower();
}

QString asciiText(ByteView raw) {
    QByteArray text(reinterpret_cast<const char*>(raw.data()), qsizetype(raw.size()));
    std::reverse(text.begin(), text.end());
    return QString::fromLatin1(text.replace('\0', "")).trimmed();
}

struct Bit {
    std::uint8_t word; ///< of 040005xx, 1..7
    std::uint8_t bit;
    std::string_view text;
};
constexpr std::array statusTexts{
    Bit{1, 1, "demand by interval"},
    Bit{1, 2, "clock battery low"},
    Bit{1, 3, "reading battery low"},
    Bit{1, 4, "active power reverse"},
    Bit{1, 5, "reactive power reverse"},
    Bit{1, 8, "control circuit fault"},
    Bit{1, 9, "security module fault"},
    Bit{1, 12, "internal program fault"},
    Bit{1, 13, "memory fault"},
    Bit{1, 14, "overdrawn"},
    Bit{1, 15, "clock fault"},
    Bit{2, 0, "phase A active power reverse"},
    Bit{2, 1, "phase B active power reverse"},
    Bit{2, 2, "phase C active power reverse"},
    Bit{2, 4, "phase A reactive power reverse"},
    Bit{2, 5, "phase B reactive power reverse"},
    Bit{2, 6, "phase C reactive power reverse"},
    Bit{3, 0, "second day table in use"},
    Bit{3, 1, "on auxiliary power"},
    Bit{3, 2, "on battery"},
    Bit{3, 3, "programming allowed"},
    Bit{3, 4, "relay open"},
    Bit{3, 5, "second zone table in use"},
    Bit{3, 6, "relay ordered open"},
    Bit{3, 7, "alarm before trip"},
    Bit{3, 8, "prepaid by energy"},
    Bit{3, 9, "prepaid by amount"},
    Bit{3, 10, "second tariff prices in use"},
    Bit{3, 11, "second tiers in use"},
    Bit{3, 12, "power kept"},
    Bit{3, 13, "authenticated"},
    Bit{3, 14, "opened locally"},
    Bit{3, 15, "opened remotely"},
    Bit{4, 0, "voltage loss"},
    Bit{4, 1, "undervoltage"},
    Bit{4, 2, "overvoltage"},
    Bit{4, 3, "current loss"},
    Bit{4, 4, "overcurrent"},
    Bit{4, 5, "overload"},
    Bit{4, 6, "power reversal"},
    Bit{4, 7, "phase failure"},
    Bit{4, 8, "current break"},
    Bit{7, 0, "reverse voltage sequence"},
    Bit{7, 1, "reverse current sequence"},
    Bit{7, 2, "voltage unbalance"},
    Bit{7, 3, "current unbalance"},
    Bit{7, 4, "auxiliary power loss"},
    Bit{7, 5, "power down"},
    Bit{7, 6, "demand over limit"},
    Bit{7, 7, "power factor below limit"},
    Bit{7, 8, "severe current unbalance"},
};
// C020 and C021 of 1997, as words 1 and 2.
constexpr std::array statusTexts1997{
    Bit{1, 0, "read by hand"},
    Bit{1, 1, "demand by interval"},
    Bit{1, 2, "battery low"},
    Bit{1, 4, "active power reverse"},
    Bit{1, 5, "reactive power reverse"},
    Bit{2, 0, "phase A without voltage"},
    Bit{2, 1, "phase B without voltage"},
    Bit{2, 2, "phase C without voltage"},
    Bit{2, 4, "phase A overvoltage"},
    Bit{2, 5, "phase B overvoltage"},
    Bit{2, 6, "phase C overvoltage"},
};

QStringList bitTexts(std::span<const Bit> texts, unsigned word, unsigned value) {
    constexpr unsigned bits = 16;
    QStringList set;
    for (unsigned i = 0; i < bits; ++i) {
        if ((value >> i & 1U) == 0)
            continue;
        const auto found =
            std::find_if(texts.begin(), texts.end(), [&](const Bit& bit) { return bit.word == word && bit.bit == i; });
        set += found == texts.end() ? QStringLiteral("reserved bit %1").arg(i) : fromView(found->text);
    }
    return set;
}
} // namespace

std::string_view subjectOf(std::uint32_t di, Language language) {
    return subject(di).in(language);
}

QString nameOf(const Row& row, Edition edition, std::uint32_t di, Language language) {
    const Row::Told told = row.told(edition, di);
    QString name = fromView(language == Language::Chinese ? row.zh : row.en);
    name.replace(QStringLiteral("%e"), subjectText(edition, di, language));
    name.replace(QStringLiteral("%t"), phaseText(told.phase, true, language));
    name.replace(QStringLiteral("%p"), phaseText(told.phase, false, language));
    name.replace(QStringLiteral("%n"), QString::number(told.number));
    return name;
}

QString quantityOf(const Item& item, Edition edition) {
    QString name = fromView(item.field->en);
    if (item.row) {
        QString whole = fromView(item.row->en);
        whole.remove(QStringLiteral("%t")).remove(QStringLiteral("%p"));
        whole.replace(QStringLiteral("%e"),
                      edition == Edition::Of2007 ? fromView(subjectOf(item.di, Language::English)) : QString());
        name = (whole + u' ' + name).trimmed();
    }
    return name.replace(u' ', u'_');
}

QString unitOf(const Field& field) {
    struct Unit {
        std::string_view standard, ascii;
    };
    constexpr std::array units{Unit{"分", "min"}, Unit{"秒", "s"},           Unit{"毫秒", "ms"}, Unit{"元", "CNY"},
                               Unit{"℃", "Cel"},  Unit{"元/kWh", "CNY/kWh"}, Unit{"°", "deg"}};
    const auto found =
        std::find_if(units.begin(), units.end(), [&](const Unit& unit) { return unit.standard == field.unit; });
    if (found != units.end())
        return fromView(found->ascii);
    const bool isAscii = std::all_of(field.unit.begin(), field.unit.end(), [](char c) { return c > 0; });
    return isAscii ? fromView(field.unit) : QString();
}

QString textOf(const Item& item, ByteView raw) {
    if (!item.available)
        return {};
    switch (item.field->kind) {
    case Kind::Number:
        return item.value.toString();
    case Kind::Time: {
        const auto time = readTime(item.field->format, raw);
        return time ? timeText(*time) : QString();
    }
    case Kind::Text:
        return asciiText(raw);
    case Kind::Digits:
    case Kind::Code:
    case Kind::Bits:
        return reversedHex(raw);
    case Kind::Opaque:
        return devices::lowerHex(raw);
    }
    return {};
}

QStringList statusBits(Edition edition, std::uint32_t di, ByteView raw) {
    constexpr std::uint32_t firstWord = 0x04000501;
    constexpr std::uint32_t lastWord = 0x04000507;
    constexpr std::uint32_t firstWord1997 = 0xC020;
    if (edition == Edition::Of1997 && raw.size() == 1 && (di == firstWord1997 || di == firstWord1997 + 1))
        return bitTexts(statusTexts1997, di - firstWord1997 + 1, raw[0]);
    if (edition == Edition::Of1997 || di < firstWord || di > lastWord || raw.size() != 2)
        return {};
    const std::uint32_t word = di - firstWord + 1;
    const bool isPhase = word >= 4 && word <= 6; // three words of the same bits
    return bitTexts(statusTexts, isPhase ? 4 : word, unsigned(raw[0] | raw[1] << 8));
}

QStringList errorBits(Edition edition, bool isSecurity, std::uint16_t word) {
    constexpr std::array texts2007{Bit{1, 0, "other error"},
                                   Bit{1, 1, "no such data"},
                                   Bit{1, 2, "password wrong or not authorised"},
                                   Bit{1, 3, "baud rate cannot be changed"},
                                   Bit{1, 4, "too many zones"},
                                   Bit{1, 5, "too many day periods"},
                                   Bit{1, 6, "too many tariffs"}};
    constexpr std::array texts1997{Bit{1, 0, "illegal data"},         Bit{1, 1, "data identifier wrong"},
                                   Bit{1, 2, "password wrong"},       Bit{1, 4, "too many zones"},
                                   Bit{1, 5, "too many day periods"}, Bit{1, 6, "too many tariffs"}};
    constexpr std::array textsSecurity{Bit{1, 0, "other error"},
                                       Bit{1, 1, "recharged already"},
                                       Bit{1, 2, "security module check failed"},
                                       Bit{1, 3, "authentication failed"},
                                       Bit{1, 4, "customer number does not match"},
                                       Bit{1, 5, "recharge count wrong"},
                                       Bit{1, 6, "above the hoarding limit"}};
    if (isSecurity)
        return bitTexts(textsSecurity, 1, word);
    return edition == Edition::Of2007 ? bitTexts(texts2007, 1, word) : bitTexts(texts1997, 1, word);
}

} // namespace meterhall::dlt645
