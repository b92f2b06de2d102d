#include "app/town/parts/answers.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using namespace meterhall::town;

namespace {
const CivilTime now{2026, 11, 20, 8, 15, 30};

Meter meterOf(int model) {
    Meter meter;
    meter.model = &meterModels()[std::size_t(model)];
    meter.address = *addressFromShown(u"78112100100017");
    meter.litres = 1'834'279;
    meter.settled[0] = 1'800'500;
    meter.settled[1] = 1'790'000;
    meter.batteryLow = true;
    meter.ownSer = 0x40;
    meter.valveNoise = 0x21;
    return meter;
}

Cjt188Frame requestTo(const Meter& meter, std::uint8_t control, const char* data) {
    return {meter.model->type, meter.address, control, *fromHex(QString::fromLatin1(data))};
}

QString dataOf(const std::optional<Answer>& answer) {
    return answer ? toHex(answer->frame.data) : QStringLiteral("silence");
}

QString askedOf(Meter& meter, std::uint8_t control, const char* data) {
    return dataOf(answerOf(meter, requestTo(meter, control, data), now));
}
} // namespace

class AnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCurrentValueIsTheDialCutToHundredths() {
        Meter meter = meterOf(rongtaiGas);
        const auto answer = answerOf(meter, requestTo(meter, cjt::read, "901F09"), now);
        QCOMPARE(dataOf(answer), QStringLiteral("901F09273418002C500018002C301508201126200400"));
        QCOMPARE(answer->frame.control, std::uint8_t(0x81));
        QCOMPARE(answer->hundredths, std::optional<std::int64_t>(183427));
        QCOMPARE(answer->ser, 9);
    }

    void oneMakerCountsItsOwnAnswersAndSendsTheClockBackwards() {
        Meter meter = meterOf(beichuanGas);
        QCOMPARE(askedOf(meter, cjt::read, "901F09"), QStringLiteral("901F40273418002C500018002C202611200815300400"));
        QCOMPARE(askedOf(meter, cjt::read, "901F09").mid(4, 2), QStringLiteral("41"));
    }

    void theWaterMeterKnowsItsItemsLowByteFirstOnly() {
        Meter meter = meterOf(sanheWater);
        QCOMPARE(askedOf(meter, cjt::read, "1F9009"), QStringLiteral("1F9009273418002C500018002C301508201126202500"));
        const auto refused = answerOf(meter, requestTo(meter, cjt::read, "901F09"), now);
        QCOMPARE(refused->frame.control, std::uint8_t(0xC1));
        QCOMPARE(dataOf(refused), QStringLiteral("092500"));
    }

    void historyAndDaysAreKnown() {
        Meter meter = meterOf(rongtaiGas);
        QCOMPARE(askedOf(meter, cjt::read, "D12001"), QStringLiteral("D12001500018002C"));
        QCOMPARE(askedOf(meter, cjt::read, "D12101"), QStringLiteral("D12101009017002C"));
        QCOMPARE(askedOf(meter, cjt::read, "810301"), QStringLiteral("81030101"));
        QCOMPARE(askedOf(meter, cjt::readAddress, "810A01"), QStringLiteral("810A01"));
        QCOMPARE(askedOf(meter, cjt::read, "810201"), QStringLiteral("010400"));
    }

    void aNewSettlementDayIsKept() {
        Meter meter = meterOf(rongtaiGas);
        QCOMPARE(askedOf(meter, cjt::write, "A0110115"), QStringLiteral("A01101"));
        QCOMPARE(askedOf(meter, cjt::read, "810301"), QStringLiteral("81030115"));
        QCOMPARE(askedOf(meter, cjt::write, "A0110131"), QStringLiteral("010400"));
    }

    void theValveMovesAndSaysSo() {
        Meter meter = meterOf(rongtaiGas);
        const auto closed = answerOf(meter, requestTo(meter, cjt::write, "A0170299"), now);
        QVERIFY(closed->valveMoved && meter.valveClosed);
        QCOMPARE(dataOf(closed), QStringLiteral("A017020500"));
        QVERIFY(!answerOf(meter, requestTo(meter, cjt::write, "A0170399"), now)->valveMoved);
        QVERIFY(answerOf(meter, requestTo(meter, cjt::write, "A0170455"), now)->valveMoved);
        QVERIFY(!meter.valveClosed);
    }

    void withoutAValveNothingMoves() {
        Meter meter = meterOf(sanheWater);
        const auto answer = answerOf(meter, requestTo(meter, cjt::write, "A0170299"), now);
        QVERIFY(answer->refused && !meter.valveClosed);
        QCOMPARE(answer->frame.control, std::uint8_t(0xC4));
    }

    void aClosedValveHoldsTheRegister() {
        Meter meter = meterOf(rongtaiGas);
        QVERIFY(countedLitres(meter, *Date::of(2026, 11, 20), 0, 24) > 0);
        meter.valveClosed = true;
        QCOMPARE(countedLitres(meter, *Date::of(2026, 11, 20), 0, 24), 0);
    }

    void writesToEverybodyAreObeyedByNobody() {
        Meter meter = meterOf(rongtaiGas);
        Cjt188Frame request = requestTo(meter, cjt::write, "A0170299");
        request.address.fill(0xAA);
        QVERIFY(!answerOf(meter, request, now));
        QVERIFY(!meter.valveClosed);
        request.control = cjt::readAddress;
        request.data = *fromHex(u"810A02");
        QCOMPARE(answerOf(meter, request, now)->frame.address, meter.address);
    }

    void registerAddressPricesAndPurchasesAreClosed_data() {
        QTest::addColumn<int>("control");
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("register") << int(cjt::setRegister) << QByteArray("A01601000000002C");
        QTest::newRow("address") << int(cjt::writeAddress) << QByteArray("A0180101020304050607");
        QTest::newRow("price table") << int(cjt::write) << QByteArray("A01001000000000000000000000000000000");
        QTest::newRow("purchase") << int(cjt::write) << QByteArray("A0130101000000");
        QTest::newRow("no item") << int(cjt::write) << QByteArray("A0");
    }
    void registerAddressPricesAndPurchasesAreClosed() {
        QFETCH(int, control);
        QFETCH(QByteArray, data);
        Meter meter = meterOf(rongtaiGas);
        const auto answer = answerOf(meter, requestTo(meter, std::uint8_t(control), data.constData()), now);
        QVERIFY(answer && answer->refused);
        QCOMPARE(int(answer->frame.control), control | 0xC0);
        QCOMPARE(meter.litres, std::int64_t(1'834'279));
    }

    void settingTheClockRightsIt() {
        Meter meter = meterOf(rongtaiGas);
        meter.clockFault = ClockFault::NeverSet;
        QCOMPARE(answerOf(meter, requestTo(meter, cjt::read, "901F01"), now)->clock,
                 QStringLiteral("2000-01-01T08:15:30"));
        QVERIFY(answerOf(meter, requestTo(meter, cjt::write, "A0150230150820112620"), now)->clockSet);
        QCOMPARE(answerOf(meter, requestTo(meter, cjt::read, "901F03"), now)->clock, now.toString());
    }

    void wrongClocksAreWrongInTheirOwnWays() {
        Meter meter = meterOf(rongtaiGas);
        const auto clock = [&](ClockFault fault) {
            meter.clockFault = fault;
            return answerOf(meter, requestTo(meter, cjt::read, "901F01"), now)->clock;
        };
        QCOMPARE(clock(ClockFault::EightHoursOff), QStringLiteral("2026-11-20T00:15:30"));
        QCOMPARE(clock(ClockFault::YearAhead), QStringLiteral("2027-11-20T08:15:30"));
        QCOMPARE(clock(ClockFault::SecondSixty), QStringLiteral("2026-11-20T08:15:60"));
    }

    void othersAreNotAnsweredFor() {
        Meter meter = meterOf(rongtaiGas);
        Cjt188Frame request = requestTo(meter, cjt::read, "901F09");
        request.address[0] = 0x18;
        QVERIFY(!answerOf(meter, request, now));
        request = requestTo(meter, cjt::read, "901F09");
        request.type = 0x10;
        QVERIFY(!answerOf(meter, request, now));
        request = requestTo(meter, 0x81, "901F09");
        QVERIFY(!answerOf(meter, request, now));
    }

    void theDialTurnsOverAtItsDigits() {
        Meter meter = meterOf(rongtaiGas);
        meter.litres = 100'000'000 + 1'230;
        QCOMPARE(shownText(meter.shownNow()), QStringLiteral("1.23"));
        meter.litres = -10;
        QCOMPARE(shownText(meter.shownNow()), QStringLiteral("99999.99"));
    }
};
METERHALL_TEST_CASE(AnswersTest)

#include "answers_test.moc"
