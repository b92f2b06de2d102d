#include "core/quantity/quantity_error.h"
#include "core/quantity/rounding.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;

namespace {
constexpr std::array roundingModes{RoundingMode::HalfUp, RoundingMode::HalfEven, RoundingMode::HalfDown,
                                   RoundingMode::Up,     RoundingMode::Down,     RoundingMode::Floor,
                                   RoundingMode::Ceiling};

Int128 distance(Int128 a, Int128 b) {
    return a < b ? b - a : a - b;
}

/// The definition of each mode, written without looking at how the code does it: `rounded` is right for `value`.
bool isRight(RoundingMode mode, Int128 value, Int128 step, Int128 rounded) {
    const Int128 at = rounded * step;
    const Int128 off = distance(at, value);
    const bool tie = off * 2 == step;
    const bool outward = value < 0 ? at < value : at > value;
    switch (mode) {
    case RoundingMode::HalfUp:
        return off * 2 < step || (tie && outward);
    case RoundingMode::HalfDown:
        return off * 2 < step || (tie && !outward);
    case RoundingMode::HalfEven:
        return off * 2 < step || (tie && rounded % 2 == 0);
    case RoundingMode::Up:
        return off < step && (off == 0 || outward);
    case RoundingMode::Down:
        return off < step && (off == 0 || !outward);
    case RoundingMode::Floor:
        return off < step && at <= value;
    case RoundingMode::Ceiling:
        return off < step && at >= value;
    }
    return false;
}
} // namespace

class RoundingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyModeHasACodeThatComesBack() {
        for (const RoundingMode mode : roundingModes)
            QVERIFY(*parseRoundingMode(QString(roundingModeCode(mode))) == mode);
        QVERIFY(parseRoundingMode(u"bankers").failedWith(QuantityError::UnknownRounding));
        QVERIFY(!parseRoundingMode(u"").ok());
    }

    // Columns: value in tenths, then what each mode makes of it.
    void theModesAreTheOnesOfTheTable_data() {
        QTest::addColumn<int>("tenths");
        QTest::addColumn<QList<int>>("expected"); // HalfUp HalfEven HalfDown Up Down Floor Ceiling
        QTest::newRow("2.4") << 24 << QList<int>{2, 2, 2, 3, 2, 2, 3};
        QTest::newRow("2.5") << 25 << QList<int>{3, 2, 2, 3, 2, 2, 3};
        QTest::newRow("2.6") << 26 << QList<int>{3, 3, 3, 3, 2, 2, 3};
        QTest::newRow("3.5") << 35 << QList<int>{4, 4, 3, 4, 3, 3, 4};
        QTest::newRow("3.0") << 30 << QList<int>{3, 3, 3, 3, 3, 3, 3};
        QTest::newRow("0.5") << 5 << QList<int>{1, 0, 0, 1, 0, 0, 1};
        QTest::newRow("-0.5") << -5 << QList<int>{-1, 0, 0, -1, 0, -1, 0};
        QTest::newRow("-2.4") << -24 << QList<int>{-2, -2, -2, -3, -2, -3, -2};
        QTest::newRow("-2.5") << -25 << QList<int>{-3, -2, -2, -3, -2, -3, -2};
        QTest::newRow("-3.5") << -35 << QList<int>{-4, -4, -3, -4, -3, -4, -3};
        QTest::newRow("0") << 0 << QList<int>{0, 0, 0, 0, 0, 0, 0};
    }
    void theModesAreTheOnesOfTheTable() {
        QFETCH(int, tenths);
        QFETCH(QList<int>, expected);
        for (std::size_t i = 0; i < roundingModes.size(); ++i)
            QCOMPARE(int(divideRounded(tenths, 10, roundingModes[i])), expected[qsizetype(i)]);
    }

    void everyModeKeepsItsDefinition() {
        QVERIFY(rc::check("a rounded value is the one its mode defines", [] {
            const Int128 value = product(*rc::gen::arbitrary<std::int64_t>(), *rc::gen::inRange<std::int64_t>(1, 1000));
            const Int128 step = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, 20),
                                                rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000));
            for (const RoundingMode mode : roundingModes)
                RC_ASSERT(isRight(mode, value, step, divideRounded(value, step, mode)));
        }));
    }

    void negativeValuesAreMirrorImages() {
        QVERIFY(rc::check("rounding -x is - rounding x; floor and ceiling change places", [] {
            const Int128 value = *rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000);
            const Int128 step = *rc::gen::inRange<std::int64_t>(1, 30);
            for (const auto mode : {RoundingMode::HalfUp, RoundingMode::HalfEven, RoundingMode::HalfDown,
                                    RoundingMode::Up, RoundingMode::Down})
                RC_ASSERT(divideRounded(-value, step, mode) == -divideRounded(value, step, mode));
            RC_ASSERT(divideRounded(-value, step, RoundingMode::Floor) ==
                      -divideRounded(value, step, RoundingMode::Ceiling));
        }));
    }

    void theLargestValuesDoNotOverflow() {
        const Int128 top = (((Int128(1) << 126) - 1) << 1) + 1;
        QVERIFY(divideRounded(top, top, RoundingMode::HalfUp) == 1);
        QVERIFY(divideRounded(top - 1, top, RoundingMode::HalfUp) == 1);
        QVERIFY(divideRounded(top / 2, top, RoundingMode::HalfUp) == 0);
        QVERIFY(divideRounded(-top, 1, RoundingMode::Floor) == -top);
        QVERIFY(divideRounded(-top - 1, 2, RoundingMode::HalfEven) == -(top / 2) - 1);
    }
};
METERHALL_TEST_CASE(RoundingTest)

#include "rounding_test.moc"
