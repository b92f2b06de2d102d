#include "core/money/capitals.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;

namespace {
/// Reads capitals back, by the meaning of the words and not by the way they are made.
class CapitalsReader {
public:
    explicit CapitalsReader(QString text)
        : m_text(std::move(text)) {}

    /// In hundredths of a yuan.
    Int128 hundredths() {
        const bool negative = m_text.startsWith(u'负');
        if (negative)
            m_text.remove(0, 1);
        const qsizetype yuanAt = m_text.indexOf(u'元');
        Int128 total = yuanAt < 0 ? 0 : whole(m_text.left(yuanAt)) * 100;
        const QString rest = m_text.mid(yuanAt + 1);
        for (qsizetype i = 1; i < rest.size(); ++i) {
            if (rest[i] == u'角')
                total += digit(rest[i - 1]) * 10;
            if (rest[i] == u'分')
                total += digit(rest[i - 1]);
        }
        return negative ? -total : total;
    }

private:
    static int digit(QChar c) { return int(QStringLiteral("零壹贰叁肆伍陆柒捌玖").indexOf(c)); }

    static Int128 whole(const QString& text) {
        if (const qsizetype at = text.lastIndexOf(u'亿'); at >= 0)
            return whole(text.left(at)) * 100'000'000 + whole(text.mid(at + 1));
        if (const qsizetype at = text.lastIndexOf(u'万'); at >= 0)
            return whole(text.left(at)) * 10'000 + whole(text.mid(at + 1));
        Int128 total = 0;
        int waiting = 0;
        for (const QChar c : text) {
            const qsizetype place = QStringLiteral("拾佰仟").indexOf(c);
            if (place < 0)
                waiting = digit(c);
            else
                total += waiting * powerOfTen(int(place) + 1), waiting = 0;
        }
        return total + waiting;
    }

    QString m_text;
};
} // namespace

class CapitalsTest : public QObject {
    Q_OBJECT

private:
    static void compareCapitals() {
        QFETCH(QString, amount);
        QFETCH(QString, capitals);
        QCOMPARE(chineseCapitals(*Money::parse(amount, Currency::cny())), capitals);
    }

private Q_SLOTS:
    void theExamplesOfTheRuleAreWrittenAsItWritesThem_data() {
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("capitals");
        // Printed in the rule itself (its form for 1409.50 leaves the optional 整 out).
        QTest::newRow("one zero inside") << "1409.50"
                                         << "壹仟肆佰零玖元伍角整";
        QTest::newRow("several zeros inside") << "6007.14"
                                              << "陆仟零柒元壹角肆分";
        QTest::newRow("yuan digit zero") << "1680.32"
                                         << "壹仟陆佰捌拾元零叁角贰分";
        QTest::newRow("zeros up to the yuan digit") << "107000.53"
                                                    << "壹拾万柒仟元零伍角叁分";
        QTest::newRow("jiao digit zero") << "16409.02"
                                         << "壹万陆仟肆佰零玖元零贰分";
        QTest::newRow("jiao digit zero, short") << "325.04"
                                                << "叁佰贰拾伍元零肆分";
    }
    void theExamplesOfTheRuleAreWrittenAsItWritesThem() { compareCapitals(); }

    void smallAmountsFollowTheWordsOfTheRule_data() {
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("capitals");
        QTest::newRow("zero") << "0.00"
                              << "零元整";
        QTest::newRow("one fen") << "0.01"
                                 << "壹分";
        QTest::newRow("one jiao") << "0.10"
                                  << "壹角整";
        QTest::newRow("jiao and fen") << "0.15"
                                      << "壹角伍分";
        QTest::newRow("one yuan") << "1.00"
                                  << "壹元整";
        QTest::newRow("ten is one ten") << "10.00"
                                        << "壹拾元整";
        QTest::newRow("fifteen") << "15.00"
                                 << "壹拾伍元整";
        QTest::newRow("ten and a half") << "10.50"
                                        << "壹拾元零伍角整";
        QTest::newRow("ten and a fen: one zero") << "10.01"
                                                 << "壹拾元零壹分";
        QTest::newRow("a hundred and one") << "101.00"
                                           << "壹佰零壹元整";
        QTest::newRow("a hundred and ten") << "110.00"
                                           << "壹佰壹拾元整";
        QTest::newRow("a receipt") << "1005.30"
                                   << "壹仟零伍元叁角整";
    }
    void smallAmountsFollowTheWordsOfTheRule() { compareCapitals(); }

    void zerosBetweenTheLargePlacesAreOneWord_data() {
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("capitals");
        QTest::newRow("ten thousand and one") << "10001.00"
                                              << "壹万零壹元整";
        QTest::newRow("ten thousand one thousand") << "11000.00"
                                                   << "壹万壹仟元整";
        QTest::newRow("ten thousand one hundred") << "10100.00"
                                                  << "壹万零壹佰元整";
        QTest::newRow("a hundred thousand") << "100000.00"
                                            << "壹拾万元整";
        QTest::newRow("zero inside the ten thousands") << "10050000.00"
                                                       << "壹仟零伍万元整";
        QTest::newRow("both sides of 万") << "1000010.00"
                                          << "壹佰万零壹拾元整";
        QTest::newRow("亿 then 万") << "100500000.00"
                                    << "壹亿零伍拾万元整";
        QTest::newRow("亿 then yuan") << "100000001.00"
                                      << "壹亿零壹元整";
        QTest::newRow("亿 alone") << "100000000.00"
                                  << "壹亿元整";
        QTest::newRow("every place") << "123456789.12"
                                     << "壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元壹角贰分";
        QTest::newRow("万 of 亿") << "1234500000000.00"
                                  << "壹万贰仟叁佰肆拾伍亿元整";
        QTest::newRow("万亿 alone") << "1000000000000.00"
                                    << "壹万亿元整";
        QTest::newRow("万亿 and one") << "1000000000001.00"
                                      << "壹万亿零壹元整";
        QTest::newRow("negative") << "-1005.30"
                                  << "负壹仟零伍元叁角整";
        QTest::newRow("negative fen") << "-0.05"
                                      << "负伍分";
    }
    void zerosBetweenTheLargePlacesAreOneWord() { compareCapitals(); }

    void aCurrencyWithoutFenEndsWithItsYuan() {
        QCOMPARE(chineseCapitals(Money::ofMinor(1230, Currency::jpy())), QStringLiteral("壹仟贰佰叁拾元整"));
    }

    void theLargestAmountsCanStillBeWritten() {
        const std::int64_t most = std::numeric_limits<std::int64_t>::max();
        for (const std::int64_t minor : {most, -most}) {
            const QString text = chineseCapitals(Money::ofMinor(minor, Currency::cny()));
            QVERIFY(CapitalsReader(text).hundredths() == minor);
        }
    }

    void capitalsReadBackAsTheAmount() {
        QVERIFY(rc::check("an independent reader finds the amount; no double, leading or trailing zero word", [] {
            const auto upTo =
                *rc::gen::element<std::int64_t>(100, 10'000, 100'000'000, 1'000'000'000'000, 900'000'000'000'000'000);
            std::int64_t minor = *rc::gen::inRange<std::int64_t>(-upTo, upTo);
            // Amounts with long runs of zeros are where the rule is hard.
            const std::int64_t hole = powerOfTen(*rc::gen::inRange(0, 12));
            minor -= minor / hole % 1000 * hole;
            const QString text = chineseCapitals(Money::ofMinor(minor, Currency::cny()));
            RC_ASSERT(CapitalsReader(text).hundredths() == Int128(minor));
            RC_ASSERT(!text.contains(QStringLiteral("零零")));
            RC_ASSERT(!text.contains(QStringLiteral("零万")) && !text.contains(QStringLiteral("零亿")));
            RC_ASSERT(text == QStringLiteral("零元整") || !text.contains(QStringLiteral("零元")));
            RC_ASSERT(text.endsWith(u'整') != text.endsWith(u'分'));
        }));
    }
};
METERHALL_TEST_CASE(CapitalsTest)

#include "capitals_test.moc"
