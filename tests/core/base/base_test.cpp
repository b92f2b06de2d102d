#include "core/base/bytes.h"
#include "core/base/decimal.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

class BaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anErrorNamesItsAreaAndItself() {
        QCOMPARE(Error(BaseError::Overflow).code().toString(), QStringLiteral("base.Overflow"));
        QCOMPARE(Error(BaseError::NotANumber).code().toString(), QStringLiteral("base.NotANumber"));
        QVERIFY(Error(BaseError::Overflow).is(BaseError::Overflow));
        QVERIFY(!Error(BaseError::Overflow).is(BaseError::BadHex));
    }

    void contextGrowsFromTheInsideOut() {
        const auto inner = [] { return Result<int>(Error(BaseError::BadHex, {QStringLiteral("zz")})); };
        const auto failed = inner().within(QStringLiteral("row 3")).within(QStringLiteral("file x"));
        QCOMPARE(failed.error().toString(), QStringLiteral("base.BadHex(zz) in row 3 in file x"));
    }

    void decimalTextIsExact_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<qlonglong>("scaled");
        QTest::newRow("whole") << "12" << 2 << 1200LL;
        QTest::newRow("fraction") << "12.34" << 2 << 1234LL;
        QTest::newRow("negative") << "-0.01" << 2 << -1LL;
        QTest::newRow("surplus zeros") << "5.0000000000000000000" << 2 << 500LL;
        QTest::newRow("zero") << "0" << 6 << 0LL;
        QTest::newRow("largest") << "9223372036854775807" << 0 << std::numeric_limits<qlonglong>::max();
    }
    void decimalTextIsExact() {
        QFETCH(QString, text);
        QFETCH(int, decimals);
        QFETCH(qlonglong, scaled);
        const auto parsed = parseScaled(text, decimals);
        QVERIFY(parsed.ok());
        QCOMPARE(qlonglong(*parsed), scaled);
    }

    void badDecimalTextIsRefused_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "-", ".", "1.", ".5", "1e3", "+1", "1,000", " 1", "１", "1.234", "0x10", "--1",
                                 "9223372036854775808"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void badDecimalTextIsRefused() {
        QFETCH(QString, text);
        QVERIFY(!parseScaled(text, 2).ok());
    }

    void formattingKeepsTheAskedDecimals() {
        QCOMPARE(formatScaled(1200, 2), QStringLiteral("12"));
        QCOMPARE(formatScaled(1200, 2, 2), QStringLiteral("12.00"));
        QCOMPARE(formatScaled(-1, 6), QStringLiteral("-0.000001"));
        QCOMPARE(formatScaled(std::numeric_limits<std::int64_t>::min(), 0), QStringLiteral("-9223372036854775808"));
    }

    void aDeviceDecimalKeepsItsScale() {
        QCOMPARE(Decimal::parse(u"556677.00")->toString(), QStringLiteral("556677.00"));
        QCOMPARE(*(Decimal{556677, 2}.scaledTo(6)), std::int64_t(5566770000));
        QVERIFY((Decimal{556677, 2}.scaledTo(1)).failedWith(BaseError::TooManyDecimals));
    }

    void idsOfASeatGrowAndIdsOfARunRepeat() {
        struct BillTag;
        SeatIds ids(7, 41);
        const auto first = ids.next<BillTag>();
        QCOMPARE(first.raw() >> idlayout::counterBits, std::int64_t(7));
        QVERIFY(ids.next<BillTag>() > first);
        QCOMPARE(ids.lastCounter(), std::int64_t(43));
        QVERIFY(idInRun<BillTag>(3, 9) == idInRun<BillTag>(3, 9));
        QVERIFY(idInRun<BillTag>(3, 9) < idInRun<BillTag>(4, 0));
        QVERIFY(first < idInRun<BillTag>(1, 0));
    }

    void monthArithmeticIsCutToTheMonth() {
        const Date lastOfJanuary = *Date::of(2027, 1, 31);
        QCOMPARE(lastOfJanuary.addMonths(1).toString(), QStringLiteral("2027-02-28"));
        QCOMPARE(lastOfJanuary.addDays(1).daysSince(lastOfJanuary), 1);
        QCOMPARE(Date::fromNumber(20261120)->dayOfWeek(), 5);
        QVERIFY(!Date::parse(u"2026-02-30").ok());
        QVERIFY(!Date::of(1899, 12, 31).ok());
    }

    void instantsPrintTheirMicroseconds() {
        QCOMPARE(Instant::fromMicroseconds(1).toString(), QStringLiteral("1970-01-01T00:00:00.000001Z"));
        QCOMPARE(Instant::fromMicroseconds(-1).toString(), QStringLiteral("1969-12-31T23:59:59.999999Z"));
    }

    void bytesNeverReadPastTheEnd() {
        const Bytes bytes = *fromHex(u"01 02 03");
        ByteReader reader(bytes);
        QCOMPARE(*reader.takeLittleEndian(2), std::uint64_t(0x0201));
        QVERIFY(reader.take(2).failedWith(BaseError::Truncated));
        QCOMPARE(*reader.takeByte(), std::uint8_t(3));
        QVERIFY(!fromHex(u"0").ok());
        QVERIFY(!fromHex(u"0g").ok());
        QCOMPARE(toHex(bytes), QStringLiteral("010203"));
    }
};
METERHALL_TEST_CASE(BaseTest)

#include "base_test.moc"
