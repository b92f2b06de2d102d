#include "core/money/rate.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;

namespace {
Money money(const char* text, Currency currency) {
    return Money::parse(QString::fromLatin1(text), currency).value();
}

RoundingRule halfUpFen() {
    return RoundingRule::toMinorUnit(Currency::cny(), RoundingMode::HalfUp);
}
} // namespace

class TaxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTaxInsideAGrossPriceIsRoundedOnce_data() {
        QTest::addColumn<QString>("gross");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("percent");
        QTest::addColumn<QString>("roundingRule");
        QTest::addColumn<QString>("tax");
        QTest::newRow("gas at 9 %") << "109.00"
                                    << "CNY"
                                    << "9"
                                    << "half_up:0.01"
                                    << "9.00";
        QTest::newRow("a fen either way") << "25.88"
                                          << "CNY"
                                          << "9"
                                          << "half_up:0.01"
                                          << "2.14"; // 2.13688
        QTest::newRow("negative mirrors") << "-25.88"
                                          << "CNY"
                                          << "9"
                                          << "half_up:0.01"
                                          << "-2.14";
        QTest::newRow("Okayama: floor(gross x 10/110)") << "2999"
                                                        << "JPY"
                                                        << "10"
                                                        << "down:1"
                                                        << "272"; // 272.63
        QTest::newRow("nothing to round") << "0.53"
                                          << "CNY"
                                          << "6"
                                          << "half_up:0.01"
                                          << "0.03";
        QTest::newRow("tie to even") << "0.09"
                                     << "CNY"
                                     << "20"
                                     << "half_even:0.01"
                                     << "0.02"; // 0.015
        QTest::newRow("tie to even, down") << "0.03"
                                           << "CNY"
                                           << "20"
                                           << "half_even:0.01"
                                           << "0.00"; // 0.005
        QTest::newRow("no tax") << "12.34"
                                << "CNY"
                                << "0"
                                << "half_up:0.01"
                                << "0.00";
        QTest::newRow("to ten won") << "11999"
                                    << "KRW"
                                    << "10"
                                    << "down:10"
                                    << "1090"; // 1090.8
    }
    void theTaxInsideAGrossPriceIsRoundedOnce() {
        QFETCH(QString, gross);
        QFETCH(QString, currency);
        QFETCH(QString, percent);
        QFETCH(QString, roundingRule);
        QFETCH(QString, tax);
        const Money whole = *Money::parse(gross, *Currency::parse(currency));
        const auto split = taxInside(whole, *Rate::parsePercent(percent), *RoundingRule::parse(roundingRule));
        QVERIFY(split.ok());
        QCOMPARE(split->tax.toString(), tax);
        QVERIFY(*split->net.plus(split->tax) == whole);
    }

    void theTaxOnTopIsRoundedOnce() {
        const auto nine = *Rate::parsePercent(u"9");
        QCOMPARE(taxOnTop(money("23.74", Currency::cny()), nine, halfUpFen())->tax.toString(), QStringLiteral("2.14"));
        QCOMPARE(taxOnTop(money("0.50", Currency::cny()), *Rate::parsePercent(u"1"), halfUpFen())->tax.toString(),
                 QStringLiteral("0.01")); // 0.005
    }

    // One thousandth of the principal a day, for forty days, summed exactly and rounded once.
    void aLateChargeIsADailyShare() {
        const auto perMille = *Rate::parsePercent(u"0.1");
        const auto perDay = *perMille.of(money("87.65", Currency::cny()));
        QCOMPARE(perDay.toString(), QStringLiteral("0.08765"));
        QCOMPARE(perDay.times(40)->rounded(Currency::cny(), halfUpFen())->toString(), QStringLiteral("3.51"));
    }

    void theShareOfAnExactAmountNamesItsRounding() {
        const auto base = *ExactAmount::parse(u"0.000000000005");
        QCOMPARE(Rate::parsePercent(u"50")->of(base, RoundingMode::HalfUp)->toString(),
                 QStringLiteral("0.000000000003"));
        QCOMPARE(Rate::parsePercent(u"50")->of(base, RoundingMode::Down)->toString(), QStringLiteral("0.000000000002"));
    }

    void impossibleRatesAreRefused() {
        const Money gross = money("1.00", Currency::cny());
        QVERIFY(taxInside(gross, Rate::ofMicro(-1), halfUpFen()).failedWith(MoneyError::BadRate));
        QVERIFY(taxOnTop(gross, Rate::ofMicro(-1), halfUpFen()).failedWith(MoneyError::BadRate));
        const auto endless = Rate::ofMicro(std::numeric_limits<std::int64_t>::max());
        QVERIFY(taxInside(gross, endless, halfUpFen()).failedWith(MoneyError::BadRate));
        QVERIFY(taxInside(gross, Rate::ofMicro(90'000), *RoundingRule::parse(u"half_up:0.001"))
                    .failedWith(MoneyError::StepFinerThanMinorUnit));
        QVERIFY(Rate::parsePercent(u"0.00001").failedWith(BaseError::TooManyDecimals));
        QVERIFY(Rate::parsePercent(u"9 %").failedWith(BaseError::NotANumber));
        const Money most = Money::ofMinor(std::numeric_limits<std::int64_t>::max(), Currency::cny());
        QVERIFY(taxOnTop(most, Rate::ofMicro(90'000), halfUpFen()).failedWith(MoneyError::Overflow));
        QVERIFY(taxInside(most, Rate::ofMicro(90'000), halfUpFen()).ok());
    }

    void percentTextComesBack() {
        for (const char* text : {"9", "13", "0.5", "-2.25", "0.0001", "300"})
            QCOMPARE(Rate::parsePercent(QString::fromLatin1(text))->toPercentString(), QString::fromLatin1(text));
    }

    void netAndTaxAlwaysAddUpToTheGross() {
        QVERIFY(rc::check("taxInside splits without loss, within half a fen, and taxOnTop leads back", [] {
            const Money gross =
                Money::ofMinor(*rc::gen::inRange<std::int64_t>(-100'000'000, 100'000'000), Currency::cny());
            const Rate rate = Rate::ofMicro(*rc::gen::inRange<std::int64_t>(0, 300'000));
            const TaxSplit split = *taxInside(gross, rate, halfUpFen());
            RC_ASSERT(*split.net.plus(split.tax) == gross);
            // |tax x (1 + rate) - gross x rate| <= half a fen x (1 + rate), all in millionths of a fen.
            const Int128 one = 1'000'000 + rate.micro();
            const Int128 off = split.tax.minor() * one - product(gross.minor(), rate.micro());
            RC_ASSERT((off < 0 ? -off : off) * 2 <= one);
            const TaxSplit again = *taxOnTop(split.net, rate, halfUpFen());
            RC_ASSERT(again.tax.minus(split.tax)->absolute().minor() <= 1);
        }));
    }
};
METERHALL_TEST_CASE(TaxTest)

#include "tax_test.moc"
