#include "core/quantity/commodity.h"
#include "core/quantity/dial.h"
#include "core/quantity/quantity.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;

namespace {
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

rc::Gen<std::int64_t> anyMicro() {
    const auto anywhere = rc::gen::suchThat(rc::gen::arbitrary<std::int64_t>(), [](auto v) { return v != smallest; });
    const auto edges = rc::gen::element<std::int64_t>(0, 1, -1, largest, -largest, largest - 1, 999'999, 1'000'000);
    return rc::gen::oneOf(anywhere, rc::gen::inRange<std::int64_t>(-5'000'000, 5'000'000), edges);
}

rc::Gen<Volume> anyVolume() {
    return rc::gen::map(anyMicro(), [](std::int64_t micro) { return Volume::ofMicro(micro); });
}
} // namespace

template <class Q>
concept CanBeAdded = requires(Q q) {
    q.plus(q);
};
static_assert(CanBeAdded<Volume> && CanBeAdded<Energy> && CanBeAdded<Area>);
static_assert(!CanBeAdded<Temperature> && !CanBeAdded<Pressure>);

class QuantityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyUnitAndCommodityHasACodeThatComesBack() {
        for (const char* code : {"m3", "kWh", "GJ", "m2", "m3/h", "kW", "Cel", "kPa", "h"}) {
            const QString text = QString::fromLatin1(code);
            QCOMPARE(QString(unitCode(*parseUnit(text))), text);
        }
        for (const char* code : {"gas", "water", "heat", "electricity"}) {
            const QString text = QString::fromLatin1(code);
            const Commodity commodity = *parseCommodity(text);
            QCOMPARE(QString(commodityCode(commodity)), text);
            QVERIFY(*commodityFromNumber(std::int64_t(commodity)) == commodity);
        }
        QVERIFY(parseUnit(u"M3").failedWith(QuantityError::UnknownUnit));
        QVERIFY(parseUnit(u"").failedWith(QuantityError::UnknownUnit));
        QVERIFY(parseCommodity(u"steam").failedWith(QuantityError::UnknownCommodity));
        QVERIFY(commodityFromNumber(0).failedWith(QuantityError::UnknownCommodity));
        QVERIFY(commodityFromNumber(257).failedWith(QuantityError::UnknownCommodity));
    }

    void textIsExactAndHasNoRoom_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("seven decimals") << "0.0000001";
        QTest::newRow("too large") << "9223372036854.775808";
        QTest::newRow("the value without a negative") << "-9223372036854.775808";
        QTest::newRow("exponent") << "1e3";
        QTest::newRow("unit") << "5 m3";
    }
    void textIsExactAndHasNoRoom() {
        QFETCH(QString, text);
        QVERIFY(!Volume::parse(text).ok());
    }

    void theEdgesAreErrorsAndNeverWrap() {
        const Volume top = Volume::ofMicro(largest);
        const Volume one = Volume::ofMicro(1);
        QVERIFY(top.plus(one).failedWith(QuantityError::Overflow));
        QVERIFY(top.negated().minus(one).failedWith(QuantityError::Overflow));
        QVERIFY(top.times(2).failedWith(QuantityError::Overflow));
        QVERIFY(top.times(-1).ok());
        QVERIFY(Volume::fromStored(smallest).failedWith(QuantityError::Overflow));
        QVERIFY(Volume::ofWhole(9'223'372'036'855).failedWith(QuantityError::Overflow));
        QVERIFY(top.roundedToStep(*Volume::ofWhole(1), RoundingMode::Up).failedWith(QuantityError::Overflow));
        QVERIFY(top.timesRatio(31, 30, RoundingMode::HalfUp).failedWith(QuantityError::Overflow));
        QVERIFY(top.timesRatio(31, 31, RoundingMode::HalfUp).ok());
        QVERIFY(top.timesRatio(1, 0, RoundingMode::HalfUp).failedWith(QuantityError::BadStep));
        QVERIFY(toEnergy(HeatEnergy::ofMicro(largest), RoundingMode::HalfUp).failedWith(QuantityError::Overflow));
    }

    void aDevicesDecimalIsTakenExactlyOrNotAtAll() {
        QCOMPARE(Volume::fromDecimal(Decimal{556677, 2})->toString(), QStringLiteral("5566.77"));
        QVERIFY(Volume::fromDecimal(Decimal{1, 7}).failedWith(BaseError::TooManyDecimals));
    }

    void theReadingIsCutTowardZeroToTheStep_data() {
        QTest::addColumn<QString>("reading");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("cut");
        QTest::newRow("whole cubic metres") << "12.987"
                                            << "1"
                                            << "12";
        QTest::newRow("tenths") << "12.987"
                                << "0.1"
                                << "12.9";
        QTest::newRow("already on the step") << "12"
                                             << "1"
                                             << "12";
        QTest::newRow("below one step") << "0.999999"
                                        << "1"
                                        << "0";
        QTest::newRow("a correction below zero") << "-12.987"
                                                 << "1"
                                                 << "-12";
        QTest::newRow("tens") << "129"
                              << "10"
                              << "120";
    }
    void theReadingIsCutTowardZeroToTheStep() {
        QFETCH(QString, reading);
        QFETCH(QString, step);
        QFETCH(QString, cut);
        QCOMPARE(Volume::parse(reading)->cutToStep(*Volume::parse(step))->toString(), cut);
        QVERIFY(Volume::parse(reading)->cutToStep(Volume::zero()).failedWith(QuantityError::BadStep));
    }

    // Cutting differences would lose 0.9 here every month.
    void cuttingReadingsLosesNothingBetweenBills() {
        QVERIFY(rc::check("cut differences of readings add up to the cut difference", [] {
            const auto micros =
                *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000));
            RC_PRE(micros.size() >= 2U);
            const Volume step = *Volume::ofWhole(1);
            Volume billed = Volume::zero();
            for (std::size_t i = 1; i < micros.size(); ++i) {
                const Volume before = *Volume::ofMicro(micros[i - 1]).cutToStep(step);
                billed = *billed.plus(*Volume::ofMicro(micros[i]).cutToStep(step)->minus(before));
            }
            const Volume first = *Volume::ofMicro(micros.front()).cutToStep(step);
            RC_ASSERT(billed == *Volume::ofMicro(micros.back()).cutToStep(step)->minus(first));
        }));
    }

    void textComesBackAsTheSameQuantity() {
        QVERIFY(rc::check("parse of toString is the identity", [] {
            const Volume volume = *anyVolume();
            RC_ASSERT(*Volume::parse(volume.toString()) == volume);
            RC_ASSERT(*Volume::fromStored(volume.micro()) == volume);
        }));
    }

    void sumsAreExactOrFail() {
        QVERIFY(rc::check("plus is what 128 bits say, commutes and is undone by minus", [] {
            const Volume a = *anyVolume();
            const Volume b = *anyVolume();
            const Int128 exact = Int128(a.micro()) + b.micro();
            const auto sum = a.plus(b);
            RC_ASSERT(sum.ok() == (exact <= largest && exact >= -Int128(largest)));
            RC_ASSERT(b.plus(a).ok() == sum.ok());
            RC_ASSERT(a.minus(b.negated()).ok() == sum.ok());
            if (sum.ok()) {
                RC_ASSERT(Int128(sum->micro()) == exact);
                RC_ASSERT(*b.plus(a) == *sum);
                RC_ASSERT(*sum->minus(b) == a);
            }
        }));
    }

    void heatAndEnergyDifferOnlyByTheRounding() {
        QCOMPARE(toHeatEnergy(*Energy::ofWhole(1000), RoundingMode::HalfUp)->toString(), QStringLiteral("3.6"));
        QCOMPARE(toEnergy(*HeatEnergy::ofWhole(1), RoundingMode::HalfUp)->toString(), QStringLiteral("277.777778"));
        QCOMPARE(toEnergy(*HeatEnergy::ofWhole(1), RoundingMode::Down)->toString(), QStringLiteral("277.777777"));
        QVERIFY(rc::check("heat to energy and back is the same heat", [] {
            const auto heat = HeatEnergy::ofMicro(*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000));
            RC_ASSERT(*toHeatEnergy(*toEnergy(heat, RoundingMode::HalfUp), RoundingMode::HalfUp) == heat);
        }));
    }

    void aDialRollsOverAtItsLastNumber() {
        const auto dial = *Dial<units::CubicMetre>::ofDigits(5);
        QCOMPARE(dial.capacity().toString(), QStringLiteral("100000"));
        const auto over = *dial.advance(*Volume::parse(u"99998.5"), *Volume::parse(u"3.25"));
        QCOMPARE(over.by.toString(), QStringLiteral("4.75"));
        QVERIFY(over.rolledOver);
        const auto plain = *dial.advance(*Volume::parse(u"3.25"), *Volume::parse(u"99998.5"));
        QCOMPARE(plain.by.toString(), QStringLiteral("99995.25"));
        QVERIFY(!plain.rolledOver);
        const auto still = *dial.advance(*Volume::ofWhole(7), *Volume::ofWhole(7));
        QVERIFY(still.by.isZero() && !still.rolledOver);
        QVERIFY(dial.advance(Volume::zero(), dial.capacity()).failedWith(QuantityError::OutsideDial));
        QVERIFY(dial.advance(Volume::ofMicro(-1), Volume::zero()).failedWith(QuantityError::OutsideDial));
        QVERIFY(Dial<units::CubicMetre>::ofDigits(0).failedWith(QuantityError::OutsideDial));
        QVERIFY(Dial<units::CubicMetre>::ofDigits(13).failedWith(QuantityError::OutsideDial));
    }

    void aDialTurnedByLessThanItsCapacityIsReadRight() {
        QVERIFY(rc::check("advance finds how far the dial was turned", [] {
            const auto dial = *Dial<units::CubicMetre>::ofDigits(*rc::gen::inRange(1, 13));
            const std::int64_t capacity = dial.capacity().micro();
            const auto start = *rc::gen::inRange<std::int64_t>(0, capacity);
            const auto turned = *rc::gen::inRange<std::int64_t>(0, capacity);
            const auto end = std::int64_t((Int128(start) + turned) % capacity);
            const auto advance = *dial.advance(Volume::ofMicro(start), Volume::ofMicro(end));
            RC_ASSERT(advance.by.micro() == turned);
            RC_ASSERT(advance.rolledOver == (Int128(start) + turned >= capacity));
        }));
    }
};
METERHALL_TEST_CASE(QuantityTest)

#include "quantity_test.moc"
