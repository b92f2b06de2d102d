#include "app/cli/seed/invented_town.h"

#include <array>
#include <numeric>

namespace meterhall::app {

namespace {

constexpr std::int64_t homesInBook = 4'000;
constexpr std::int64_t homesInEstate = 480;
constexpr std::int64_t micro = 1'000'000;

struct Surname {
    const char16_t* text;
    int share; ///< of 1000
};

// Roughly as unequal as in China: the short queries of a search meet a surname that every tenth person bears.
constexpr std::array<Surname, 54> surnames{
    {{u"王", 95}, {u"李", 93}, {u"张", 90}, {u"刘", 68}, {u"陈", 60},  {u"杨", 40}, {u"黄", 30}, {u"赵", 30},
     {u"吴", 26}, {u"周", 26}, {u"徐", 20}, {u"孙", 20}, {u"马", 18},  {u"朱", 17}, {u"胡", 16}, {u"郭", 16},
     {u"何", 15}, {u"高", 15}, {u"林", 15}, {u"罗", 14}, {u"郑", 13},  {u"梁", 12}, {u"谢", 11}, {u"宋", 11},
     {u"唐", 10}, {u"许", 10}, {u"韩", 10}, {u"冯", 9},  {u"邓", 9},   {u"曹", 9},  {u"彭", 8},  {u"曾", 8},
     {u"肖", 8},  {u"田", 8},  {u"董", 8},  {u"袁", 8},  {u"潘", 7},   {u"于", 7},  {u"蒋", 7},  {u"蔡", 7},
     {u"余", 7},  {u"杜", 7},  {u"叶", 6},  {u"程", 6},  {u"苏", 6},   {u"魏", 6},  {u"吕", 6},  {u"丁", 6},
     {u"任", 6},  {u"沈", 6},  {u"姚", 5},  {u"卢", 5},  {u"欧阳", 3}, {u"诸葛", 1}}};

constexpr std::u16string_view givenCharacters =
    u"伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文志海燕梅林春生辉鹏飞宇浩欣怡佳琪子轩雨涵梓豪俊峰"
    u"晓东雪婷慧颖倩凯波斌宁龙成康健民庆祥荣福贵珍凤莲云月琴素淑贞永利新全德仁义礼信忠孝";

constexpr std::array<const char16_t*, 24> streets{u"人民路", u"解放路", u"建设路", u"中山路", u"和平路", u"新华路",
                                                  u"文化路", u"滨江路", u"青年路", u"胜利路", u"友谊路", u"光明路",
                                                  u"朝阳路", u"东风路", u"长江路", u"黄河路", u"学府街", u"站前街",
                                                  u"南湖街", u"北环路", u"西园路", u"东城路", u"环城路", u"工农路"};

constexpr std::array<const char16_t*, 20> estates{u"澄江花园", u"锦绣苑",   u"翠湖新村", u"阳光城",   u"金桂园",
                                                  u"梧桐里",   u"银杏小区", u"江南名府", u"紫荆公寓", u"丽景湾",
                                                  u"书香门第", u"东方家园", u"御景台",   u"幸福里",   u"清水湾",
                                                  u"怡和苑",   u"星河湾",   u"凤凰城",   u"绿洲家园", u"玫瑰园"};

/// SplitMix64: every (number, question) has its own, well mixed answer.
std::uint64_t chance(std::int64_t number, std::uint64_t question) {
    std::uint64_t z = std::uint64_t(number) * 0x9E3779B97F4A7C15u + question * 0xD1B54A32D192ED03u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

std::int64_t below(std::int64_t limit, std::int64_t number, std::uint64_t question) {
    return std::int64_t(chance(number, question) % std::uint64_t(limit));
}

enum Question : std::uint64_t {
    ForSurname = 1,
    ForLength,
    ForFirst,
    ForSecond,
    ForPhone,
    ForYear,
    ForDial,
    ForUse,
    ForPeople,
    ForMonth
};

QString surnameOf(std::int64_t number) {
    constexpr int all =
        std::accumulate(surnames.begin(), surnames.end(), 0, [](int sum, const Surname& s) { return sum + s.share; });
    std::int64_t place = below(all, number, ForSurname);
    for (const Surname& surname : surnames) {
        if (place < surname.share)
            return QString::fromUtf16(surname.text);
        place -= surname.share;
    }
    return {};
}

QChar givenCharacter(std::int64_t number, Question question) {
    return QChar(givenCharacters[std::size_t(below(std::int64_t(givenCharacters.size()), number, question))]);
}

QString nameOf(std::int64_t number) {
    QString name = surnameOf(number) + givenCharacter(number, ForFirst);
    if (below(3, number, ForLength) != 0)
        name += givenCharacter(number, ForSecond);
    return name;
}

QString phoneOf(std::int64_t number) {
    const std::int64_t digits = below(7'000'000'000, number, ForPhone);
    return QString::number(13'000'000'000 + digits);
}

// Estates are filled home by home: ten buildings of three stairs, eight floors and two doors.
QString addressOf(std::int64_t number) {
    const std::int64_t estate = number / homesInEstate;
    const std::int64_t home = number % homesInEstate;
    const std::int64_t door = home % 2 + 1;
    const std::int64_t floor = home / 2 % 8 + 1;
    const std::int64_t stair = home / 16 % 3 + 1;
    const std::int64_t building = home / 48 + 1;
    const std::size_t street = std::size_t(estate) % streets.size();
    const std::size_t name = std::size_t(estate / 3) % estates.size();
    return QStringLiteral("%1%2号%3%4幢%5单元%6室")
        .arg(QString::fromUtf16(streets.at(street)))
        .arg(estate / std::int64_t(streets.size()) * 2 + 1)
        .arg(QString::fromUtf16(estates.at(name)))
        .arg(building)
        .arg(stair)
        .arg(floor * 100 + door);
}

QString bookNumber(std::int64_t book) {
    return QStringLiteral("B%1").arg(book + 1, 4, 10, QChar(u'0'));
}

std::int64_t usePerMonth(std::int64_t number) {
    return 8 + below(33, number, ForUse);
}

std::int64_t firstDial(std::int64_t number) {
    return 300 + below(2'000, number, ForDial);
}

} // namespace

ArchivedEntity InventedTown::entity() {
    return {QStringLiteral("CJGAS"), QStringLiteral("澄江燃气有限公司")};
}

std::vector<ArchivedBook> InventedTown::books() const {
    std::vector<ArchivedBook> books;
    for (std::int64_t book = 0; book * homesInBook < m_customers; ++book)
        books.push_back({bookNumber(book), nameOf(-1 - book)});
    return books;
}

ArchivedAccount InventedTown::account(std::int64_t number) const {
    const QString serial = QStringLiteral("%1%2").arg(2014 + below(9, number, ForYear)).arg(number, 8, 10, QChar(u'0'));
    ArchivedMeter meter{.number = serial,
                        .protocol = QStringLiteral("cjt188"),
                        .deviceAddress = QStringLiteral("00") + serial,
                        .profile = QStringLiteral("beichuan_g4"),
                        .terminal = {},
                        .port = 0,
                        .digits = 6,
                        .multiplierMicro = micro,
                        .installed = m_firstReadOn.addMonths(-24),
                        .startDialMicro = 0};
    const Date ladderFrom = m_firstReadOn.addDays(1 - m_firstReadOn.day()).addMonths(1 - m_firstReadOn.month());
    return {.number = QString::number(3'100'000'000 + number),
            .commodity = Commodity::Gas,
            .entityCode = entity().code,
            .useClass = UseClass::Residential,
            .householdSize = int(below(5, number, ForPeople)) + 1,
            .customer = {CustomerId::fromRaw(0), nameOf(number), phoneOf(number), QString(), QString::number(number)},
            .premiseCode = QString::number(number),
            .address = addressOf(number),
            .bookNumber = bookNumber(number / homesInBook),
            .sequence = int(number % homesInBook) + 1,
            .meter = std::move(meter),
            .previousReadOn = m_firstReadOn,
            .previousDialMicro = firstDial(number) * micro,
            .ladderFrom = ladderFrom,
            .ladderUseMicro = usePerMonth(number) * (m_firstReadOn.month() - 1) * micro};
}

Decimal InventedTown::dialAfter(std::int64_t number, int months) {
    std::int64_t dial = firstDial(number);
    for (int month = 0; month < months; ++month)
        dial += usePerMonth(number) + below(5, number, ForMonth + std::uint64_t(month));
    return {dial, 0};
}

} // namespace meterhall::app
