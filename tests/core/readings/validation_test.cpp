#include "core/readings/rules.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;

namespace {

Reading readingOf(const char* value) {
    return Reading{.id = ReadingId::fromRaw(1),
                   .meter = MeterId::fromRaw(1),
                   .registerCode = QStringLiteral("volume"),
                   .value = *Decimal::parse(QString::fromLatin1(value)),
                   .unit = QStringLiteral("m3"),
                   .meterTime = {},
                   .clockTrust = ClockTrust::Plausible,
                   .receivedAt = Instant::fromMicroseconds(0),
                   .receivedOn = *Date::of(2026, 11, 20),
                   .origin = Origin::Remote,
                   .terminal = {},
                   .profile = {},
                   .doubts = {},
                   .frame = {},
                   .supersedes = {}};
}

// 100 m3 a month ago, 1 m3 a day.
ReadingHistory history() {
    return {.previousDialMicro = 100'000'000,
            .previousOn = *Date::of(2026, 10, 20),
            .usualPerDayMicro = 1'000'000,
            .dialDigits = 6,
            .billedUnit = QStringLiteral("m3")};
}

} // namespace

class ValidationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachRuleRaisesItsOwnDoubt_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("usual use") << "131.5" << QStringList();
        QTest::newRow("five times the usual use is still plausible") << "255" << QStringList();
        QTest::newRow("more is not") << "255.01" << QStringList("high-use");
        QTest::newRow("zero") << "100" << QStringList("zero-use");
        QTest::newRow("backwards") << "99.99" << QStringList("lower-than-previous");
    }
    void eachRuleRaisesItsOwnDoubt() {
        QFETCH(QString, value);
        QFETCH(QStringList, expected);
        const auto doubts = validate(readingOf(value.toLatin1().constData()), history(), {});
        QVERIFY(doubts.ok());
        QCOMPARE(doubts->names(), expected);
    }

    void aRolloverIsUseAndIsLookedAtOnce() {
        ReadingHistory nearTheEnd = history();
        nearTheEnd.previousDialMicro = 999'990'000'000;
        QCOMPARE(validate(readingOf("15"), nearTheEnd, {})->names(), QStringList("rollover"));
    }

    void aWrongClockAndAStrangeFrameStayVisible() {
        Reading reading = readingOf("130");
        reading.clockTrust = ClockTrust::Wrong;
        reading.doubts.add(Doubt::FrameDoubt);
        QCOMPARE(validate(reading, history(), {})->names(), (QStringList{"wrong-clock", "frame-doubt"}));
    }

    void aForeignUnitIsDoubtful() {
        Reading reading = readingOf("130");
        reading.unit = QStringLiteral("L");
        QCOMPARE(validate(reading, history(), {})->names(), QStringList("unknown-unit"));
    }

    void theFirstReadingHasNothingToBeComparedWith() {
        ReadingHistory none;
        none.billedUnit = QStringLiteral("m3");
        QVERIFY(!validate(readingOf("5"), none, {})->any());
    }

    void everyDoubtHasOneRule() {
        std::uint32_t seen = 0;
        for (const ReadingRule& rule : readingRules()) {
            const auto bit = static_cast<std::uint32_t>(rule.doubt);
            QVERIFY2((seen & bit) == 0, rule.name);
            seen |= bit;
        }
        QCOMPARE(seen, (1u << 7) - 1);
    }

    void useOfADialIsWhatWasAddedModuloItsRange() {
        const bool holds = rc::check("dial step", [] {
            const auto previous = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
            const auto use = *rc::gen::inRange<std::int64_t>(0, 499'999'999'999);
            const auto step = dialStep(previous, (previous + use) % 1'000'000'000'000, 6);
            RC_ASSERT(step.has_value());
            RC_ASSERT(step->useMicro == use);
        });
        QVERIFY(holds);
    }
};
METERHALL_TEST_CASE(ValidationTest)

#include "validation_test.moc"
