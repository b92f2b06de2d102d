#include "core/money/price.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;

namespace {
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

ExactAmount exact(const char* text) {
    return ExactAmount::parse(QString::fromLatin1(text)).value();
}

RoundingRule rule(const char* text) {
    return RoundingRule::parse(QString::fromLatin1(text)).value();
}

rc::Gen<ExactAmount> anyAmount() {
    return rc::gen::apply(
        [](std::int64_t price, std::int64_t quantity) { return ExactAmount::ofProduct(price, quantity); },
        rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-20'000'000, 20'000'000), rc::gen::arbitrary<std::int64_t>()),
        rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-9'000'000'000, 9'000'000'000),
                       rc::gen::arbitrary<std::int64_t>()));
}
} // namespace

class PriceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPriceTimesItsQuantityIsExactAndRoundedOnce() {
        const auto halfUp = RoundingRule::toMinorUnit(Currency::cny(), RoundingMode::HalfUp);
        const VolumePrice price = *VolumePrice::parse(u"2.07");
        QCOMPARE(price.of(*Volume::parse(u"12.5")).toString(), QStringLiteral("25.875"));
        QCOMPARE(price.of(*Volume::parse(u"12.5"), Currency::cny(), halfUp)->toString(), QStringLiteral("25.88"));
        QCOMPARE(price.of(*Volume::parse(u"-12.5"), Currency::cny(), halfUp)->toString(), QStringLiteral("-25.88"));
        QCOMPARE(EnergyPrice::parse(u"0.488325")->of(*Energy::parse(u"0.000001")).toString(),
                 QStringLiteral("0.000000488325"));
    }

    // Three lines of a third of a fen: nothing if rounded each, one fen if rounded once.
    void roundingPerLineAndPerBillDiffer() {
        const auto line = exact("0.004");
        const auto halfUp = rule("half_up:0.01");
        QVERIFY(line.rounded(Currency::cny(), halfUp)->isZero());
        QCOMPARE(line.plus(line)->plus(line)->rounded(Currency::cny(), halfUp)->toString(), QStringLiteral("0.01"));
    }

    void everyCountryRoundsItsOwnWay_data() {
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("roundingRule");
        QTest::addColumn<QString>("money");
        QTest::newRow("half up to fen") << "30.305"
                                        << "CNY"
                                        << "half_up:0.01"
                                        << "30.31";
        QTest::newRow("half up to fen, negative") << "-30.305"
                                                  << "CNY"
                                                  << "half_up:0.01"
                                                  << "-30.31";
        QTest::newRow("just below the tie") << "30.304999999999"
                                            << "CNY"
                                            << "half_up:0.01"
                                            << "30.30";
        QTest::newRow("banker's tie down") << "30.305"
                                           << "CNY"
                                           << "half_even:0.01"
                                           << "30.30";
        QTest::newRow("banker's tie up") << "30.315"
                                         << "CNY"
                                         << "half_even:0.01"
                                         << "30.32";
        QTest::newRow("truncated to yen") << "1234.99"
                                          << "JPY"
                                          << "down:1"
                                          << "1234";
        QTest::newRow("truncated to yen, negative") << "-1234.99"
                                                    << "JPY"
                                                    << "down:1"
                                                    << "-1234";
        QTest::newRow("truncated to ten won") << "45679.9"
                                              << "KRW"
                                              << "down:10"
                                              << "45670";
        QTest::newRow("half up to won") << "45679.5"
                                        << "KRW"
                                        << "half_up:1"
                                        << "45680";
        QTest::newRow("five sen, down") << "57.42"
                                        << "MYR"
                                        << "half_up:0.05"
                                        << "57.40";
        QTest::newRow("five sen, tie up") << "57.425"
                                          << "MYR"
                                          << "half_up:0.05"
                                          << "57.45";
        QTest::newRow("whole Taiwan dollars") << "812.5"
                                              << "TWD"
                                              << "half_up:1"
                                              << "813.00";
        QTest::newRow("jiao") << "12.35"
                              << "CNY"
                              << "half_up:0.1"
                              << "12.40";
        QTest::newRow("jiao, in the payer's favour") << "12.39"
                                                     << "CNY"
                                                     << "floor:0.1"
                                                     << "12.30";
    }
    void everyCountryRoundsItsOwnWay() {
        QFETCH(QString, amount);
        QFETCH(QString, currency);
        QFETCH(QString, roundingRule);
        QFETCH(QString, money);
        const auto rounded =
            ExactAmount::parse(amount)->rounded(*Currency::parse(currency), *RoundingRule::parse(roundingRule));
        QVERIFY(rounded.ok());
        QCOMPARE(rounded->toString(), money);
    }

    void aRuleFinerThanTheMinorUnitMakesNoMoney() {
        QVERIFY(exact("1.2345")
                    .rounded(Currency::cny(), rule("half_up:0.001"))
                    .failedWith(MoneyError::StepFinerThanMinorUnit));
        QVERIFY(
            exact("1.2").rounded(Currency::jpy(), rule("half_up:0.01")).failedWith(MoneyError::StepFinerThanMinorUnit));
        QVERIFY(exact("1.2")
                    .rounded(Currency::cny(), rule("half_up:0.015"))
                    .failedWith(MoneyError::StepFinerThanMinorUnit));
        QCOMPARE(exact("1.2345").roundedToStep(rule("half_up:0.001"))->toString(), QStringLiteral("1.235"));
    }

    void aRuleIsWrittenAndReadBack() {
        for (const char* text : {"half_up:0.01", "half_even:0.05", "down:10", "ceiling:0.000001", "floor:1"})
            QCOMPARE(rule(text).toString(), QString::fromLatin1(text));
        QVERIFY(*RoundingRule::toMinorUnits(Currency::myr(), 5, RoundingMode::HalfUp) == rule("half_up:0.05"));
        QVERIFY(RoundingRule::toMinorUnit(Currency::jpy(), RoundingMode::Down) == rule("down:1"));
        for (const char* text : {"", "half_up", "half_up:", ":0.01", "half_up:0", "half_up:-0.01", "nearest:0.01",
                                 "half_up:0.0000001", "half_up:0.01:x"})
            QVERIFY2(!RoundingRule::parse(QString::fromLatin1(text)).ok(), text);
        QVERIFY(
            RoundingRule::toMinorUnits(Currency::cny(), 0, RoundingMode::HalfUp).failedWith(MoneyError::BadRounding));
        QVERIFY(RoundingRule::toMinorUnits(Currency::cny(), largest, RoundingMode::HalfUp)
                    .failedWith(MoneyError::BadRounding));
        QVERIFY(RoundingRule::toStepMicro(-1, RoundingMode::Up).failedWith(MoneyError::BadRounding));
    }

    void theLargestProductIsStillExact() {
        const auto top = ExactAmount::ofProduct(smallest, smallest);
        QVERIFY(top.scaled() == Int128(1) << 126);
        QCOMPARE(top.toString(), QStringLiteral("85070591730234615865843651.857942052864"));
        QVERIFY(top.plus(top).failedWith(MoneyError::Overflow));
        QVERIFY(top.times(2).failedWith(MoneyError::Overflow));
        QVERIFY(top.times(-2).ok()); // -2^127 is the last one
        QVERIFY(top.times(-2)->minus(ExactAmount::fromScaled(1)).failedWith(MoneyError::Overflow));
        QVERIFY(top.rounded(Currency::cny(), rule("half_up:0.01")).failedWith(MoneyError::Overflow));
        QVERIFY(top.timesRatio(3, 2, RoundingMode::HalfUp).ok() == false);
        QVERIFY(exact("1").timesRatio(1, 0, RoundingMode::HalfUp).failedWith(MoneyError::BadRate));
        QVERIFY(ExactAmount::fromScaled(top.times(-2)->scaled()).roundedToStep(rule("floor:7")).ok() == false);
        QVERIFY(ExactAmount::of(Money::ofMinor(largest, Currency::jpy()))
                    .plus(exact("1"))
                    ->rounded(Currency::jpy(), rule("down:1"))
                    .failedWith(MoneyError::Overflow));
    }

    void partOfAMonthIsRoundedAtTheTwelfthDecimalByName() {
        QCOMPARE(exact("10").timesRatio(10, 30, RoundingMode::HalfUp)->toString(), QStringLiteral("3.333333333333"));
        QCOMPARE(exact("20").timesRatio(10, 30, RoundingMode::HalfUp)->toString(), QStringLiteral("6.666666666667"));
        QCOMPARE(exact("20").timesRatio(10, 30, RoundingMode::Down)->toString(), QStringLiteral("6.666666666666"));
    }

    void textComesBackAsTheSameAmount() {
        QVERIFY(rc::check("parse of toString is the identity for amounts, prices and rules", [] {
            const ExactAmount amount = *anyAmount();
            RC_ASSERT(*ExactAmount::parse(amount.toString()) == amount);
            const auto price = VolumePrice::ofMicro(*rc::gen::arbitrary<std::int64_t>());
            RC_ASSERT(*VolumePrice::parse(price.toString()) == price);
        }));
    }

    void moneyIsItsOwnExactAmount() {
        QVERIFY(rc::check("of then rounded is the identity, under every mode", [] {
            const auto currency = *rc::gen::element(Currency::cny(), Currency::jpy());
            const auto minor =
                *rc::gen::suchThat(rc::gen::arbitrary<std::int64_t>(), [](auto v) { return v != smallest; });
            const Money money = Money::ofMinor(minor, currency);
            for (const auto mode : {RoundingMode::HalfUp, RoundingMode::HalfEven, RoundingMode::HalfDown,
                                    RoundingMode::Up, RoundingMode::Down, RoundingMode::Floor, RoundingMode::Ceiling})
                RC_ASSERT(*ExactAmount::of(money).rounded(currency, RoundingRule::toMinorUnit(currency, mode)) ==
                          money);
        }));
    }

    void aBillIsTheSameInWhateverOrderItIsSummed() {
        QVERIFY(rc::check("exact sums commute and associate; price distributes over quantity", [] {
            const auto price = VolumePrice::ofMicro(*rc::gen::inRange<std::int64_t>(-10'000'000, 10'000'000));
            const auto a = Volume::ofMicro(*rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000));
            const auto b = Volume::ofMicro(*rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000));
            const auto c = *anyAmount();
            RC_ASSERT(*price.of(a).plus(price.of(b)) == price.of(*a.plus(b)));
            RC_ASSERT(*price.of(a).plus(price.of(b)) == *price.of(b).plus(price.of(a)));
            RC_ASSERT(price.of(a.negated()).scaled() == -price.of(a).scaled());
            const auto left = price.of(a).plus(c);
            RC_PRE(left.ok() && left->plus(price.of(b)).ok());
            RC_ASSERT(*left->plus(price.of(b)) == *c.plus(*price.of(a).plus(price.of(b))));
        }));
    }
};
METERHALL_TEST_CASE(PriceTest)

#include "price_test.moc"
