#include "app/town/parts/household.h"

#include <array>

namespace meterhall::town {

namespace {
// The commonest surnames come first and are drawn more often.
constexpr std::u16string_view surnames =
    u"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
    u"苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段";
constexpr std::array doubleSurnames{u"欧阳", u"上官", u"司马", u"诸葛", u"东方", u"尉迟"};
constexpr std::u16string_view givenCharacters =
    u"伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲红建华国玉金凤海燕春梅林建波志斌晓峰雪琴淑珍鹏飞"
    u"宇轩梓涵浩然子怡欣悦佳琪思远嘉懿博雅俊熙雨桐若曦一诺天佑书瑶景行";
// Characters that many input methods and old fonts do not have; two of them lie beyond the first plane.
constexpr std::array rareCharacters{u"㛃", u"䶮", u"堃", u"喆", u"\U00020C41", u"\U0002B5AF"};

constexpr std::array districts{u"澄江区", u"云台区"};
constexpr std::array streets{u"柳溪街道", u"长桥街道", u"青石街道", u"望湖街道"};
constexpr std::array communities{u"锦绣花园", u"碧水湾",   u"阳光里",   u"桂花苑", u"梧桐小区", u"春晓家园",
                                 u"和平新村", u"教师公寓", u"河畔人家", u"银杏园", u"向阳里",   u"龙泉新苑"};
constexpr std::array mobilePrefixes{"130", "133", "136", "138", "139", "150", "152", "158", "159", "177", "186", "189"};

constexpr int unitsOfBuilding = 2;
constexpr int floorsOfBuilding = 12;
constexpr int roomsOfFloor = 2;
constexpr int homesOfBuilding = unitsOfBuilding * floorsOfBuilding * roomsOfFloor;

QString drawnFrom(std::u16string_view characters, Dice& dice) {
    return QString(QChar(characters[static_cast<std::size_t>(dice.below(std::int64_t(characters.size())))]));
}

template <class Table>
QString drawnOf(const Table& table, Dice& dice) {
    return QString::fromUtf16(table[static_cast<std::size_t>(dice.below(std::int64_t(table.size())))]);
}

QString surname(Dice& dice) {
    if (dice.oneIn(120))
        return drawnOf(doubleSurnames, dice);
    const std::size_t reach = dice.oneIn(2) ? 20 : surnames.size();
    return drawnFrom(surnames.substr(0, reach), dice);
}

QString personName(Dice& dice) {
    QString name = surname(dice);
    if (dice.oneIn(150))
        return name + drawnOf(rareCharacters, dice);
    name += drawnFrom(givenCharacters, dice);
    if (!dice.oneIn(5))
        name += drawnFrom(givenCharacters, dice);
    return name;
}

QString padded(std::int64_t value, int width) {
    return QStringLiteral("%1").arg(value, width, 10, QChar(u'0'));
}

// Mobile numbers, and a few old landlines.
QString phoneNumber(Dice& dice) {
    if (dice.oneIn(25))
        return QStringLiteral("0571-8%1").arg(padded(dice.below(10'000'000), 7));
    const auto* prefix = mobilePrefixes[static_cast<std::size_t>(dice.below(mobilePrefixes.size()))];
    return QString::fromLatin1(prefix) + padded(dice.below(100'000'000), 8);
}

// GB 11643: weights 2^(17-i) mod 11; area 990102 belongs to nobody.
QString identityNumber(Dice& dice) {
    const Date birthday = Date::of(1940, 1, 1)->addDays(static_cast<int>(dice.below(23'000)));
    const QString front = QStringLiteral("990102%1%2").arg(birthday.number()).arg(padded(dice.between(1, 998), 3));
    constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * front[qsizetype(i)].digitValue();
    return front + QLatin1Char("10X98765432"[sum % 11]);
}
} // namespace

QString communityOf(int book) {
    const auto count = static_cast<int>(communities.size());
    const QString name = QString::fromUtf16(communities[static_cast<std::size_t>(book % count)]);
    return book < count ? name : QStringLiteral("%1%2期").arg(name).arg(book / count + 1);
}

QString readerNumberOf(int book) {
    return QStringLiteral("R%1").arg(book / 2 + 1, 2, 10, QChar(u'0'));
}

QString readerNameOf(const TownPlan& plan, int book) {
    Dice dice(plan.seed, {purpose::reader, static_cast<std::uint64_t>(book / 2)});
    return personName(dice);
}

Household householdOf(const TownPlan& plan, const Home& home) {
    Dice dice(plan.seed, {purpose::customer, static_cast<std::uint64_t>(home.index)});
    Household household;
    household.customerNumber = QStringLiteral("C%1").arg(padded(home.index + 1, 7));
    household.name = personName(dice);
    household.phone = phoneNumber(dice);
    household.idNumber = identityNumber(dice);
    household.premiseCode = QStringLiteral("P%1").arg(padded(home.index + 1, 7));
    household.district = QString::fromUtf16(districts[static_cast<std::size_t>(home.book / 4 % 2)]);
    household.street = QString::fromUtf16(streets[static_cast<std::size_t>(home.book / 2 % 4)]);
    household.community = communityOf(home.book);

    const int inBuilding = home.placeInBook % homesOfBuilding;
    const int inUnit = inBuilding % (floorsOfBuilding * roomsOfFloor);
    const int floor = inUnit / roomsOfFloor + 1;
    household.building = QString::number(home.placeInBook / homesOfBuilding + 1);
    household.unit = QString::number(inBuilding / (floorsOfBuilding * roomsOfFloor) + 1);
    household.floor = QString::number(floor);
    household.room = QStringLiteral("%1%2").arg(floor).arg(padded(inUnit % roomsOfFloor + 1, 2));
    return household;
}

} // namespace meterhall::town
