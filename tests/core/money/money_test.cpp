#include "core/money/allocation.h"
#include "core/money/money.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <numeric>
#include <rapidcheck.h>

using namespace meterhall;

namespace {
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

rc::Gen<Currency> anyCurrency() {
    return rc::gen::element(Currency::cny(), Currency::hkd(), Currency::jpy(), Currency::krw(), Currency::twd());
}

rc::Gen<std::int64_t> anyMinor() {
    const auto anywhere = rc::gen::suchThat(rc::gen::arbitrary<std::int64_t>(), [](auto v) { return v != smallest; });
    return rc::gen::oneOf(anywhere, rc::gen::inRange<std::int64_t>(-100'000, 100'000),
                          rc::gen::element<std::int64_t>(0, 1, -1, largest, -largest, largest - 1));
}

Money yuan(std::int64_t fen) {
    return Money::ofMinor(fen, Currency::cny());
}
} // namespace

class MoneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCurrencyIsKnownByItsIsoCode_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("minorDigits");
        QTest::newRow("yuan") << "CNY" << 2;
        QTest::newRow("Hong Kong") << "HKD" << 2;
        QTest::newRow("Macau") << "MOP" << 2;
        QTest::newRow("Taiwan: two by ISO, whole in daily life") << "TWD" << 2;
        QTest::newRow("yen") << "JPY" << 0;
        QTest::newRow("won") << "KRW" << 0;
        QTest::newRow("ringgit") << "MYR" << 2;
        QTest::newRow("Singapore") << "SGD" << 2;
        QTest::newRow("baht") << "THB" << 2;
        QTest::newRow("dong") << "VND" << 0;
        QTest::newRow("rupee") << "INR" << 2;
        QTest::newRow("US dollar") << "USD" << 2;
        QTest::newRow("euro") << "EUR" << 2;
        QTest::newRow("Australia") << "AUD" << 2;
        QTest::newRow("pound") << "GBP" << 2;
    }
    void aCurrencyIsKnownByItsIsoCode() {
        QFETCH(QString, code);
        QFETCH(int, minorDigits);
        const Currency currency = *Currency::parse(code);
        QCOMPARE(QString(currency.code()), code);
        QCOMPARE(currency.minorDigits(), minorDigits);
        QCOMPARE(currency.minorUnitMicro(), minorDigits == 2 ? 10'000 : 1'000'000);
    }
    // The named constructors and the table are two lists.
    void theNamedCurrenciesAreTheOnesTheyAreCalled() {
        QCOMPARE(QString(Currency::cny().code()), QStringLiteral("CNY"));
        QCOMPARE(QString(Currency::hkd().code()), QStringLiteral("HKD"));
        QCOMPARE(QString(Currency::mop().code()), QStringLiteral("MOP"));
        QCOMPARE(QString(Currency::twd().code()), QStringLiteral("TWD"));
        QCOMPARE(QString(Currency::jpy().code()), QStringLiteral("JPY"));
        QCOMPARE(QString(Currency::krw().code()), QStringLiteral("KRW"));
        QCOMPARE(QString(Currency::myr().code()), QStringLiteral("MYR"));
        QCOMPARE(QString(Currency::sgd().code()), QStringLiteral("SGD"));
        QCOMPARE(QString(Currency::thb().code()), QStringLiteral("THB"));
        QCOMPARE(QString(Currency::vnd().code()), QStringLiteral("VND"));
        QCOMPARE(QString(Currency::inr().code()), QStringLiteral("INR"));
        QCOMPARE(QString(Currency::usd().code()), QStringLiteral("USD"));
        QCOMPARE(QString(Currency::eur().code()), QStringLiteral("EUR"));
        QCOMPARE(QString(Currency::aud().code()), QStringLiteral("AUD"));
        QCOMPARE(QString(Currency::gbp().code()), QStringLiteral("GBP"));
    }
    void unknownCurrenciesAreRefused() {
        for (const char* code : {"", "cny", "RMB", "CNY ", "CNYY", "XXX"})
            QVERIFY(Currency::parse(QString::fromLatin1(code)).failedWith(MoneyError::UnknownCurrency));
    }

    void textHasTheDecimalsOfItsCurrency() {
        QCOMPARE(yuan(1234).toString(), QStringLiteral("12.34"));
        QCOMPARE(yuan(1200).toString(), QStringLiteral("12.00"));
        QCOMPARE(yuan(-5).toString(), QStringLiteral("-0.05"));
        QCOMPARE(Money::ofMinor(1234, Currency::jpy()).toString(), QStringLiteral("1234"));
        QVERIFY(*Money::parse(u"12.3400", Currency::cny()) == yuan(1234));
        QVERIFY(Money::parse(u"12.345", Currency::cny()).failedWith(BaseError::TooManyDecimals));
        QVERIFY(Money::parse(u"0.5", Currency::jpy()).failedWith(BaseError::TooManyDecimals));
        QVERIFY(Money::parse(u"-92233720368547758.08", Currency::cny()).failedWith(MoneyError::Overflow));
        QVERIFY(Money::parse(u"1,000.00", Currency::cny()).failedWith(BaseError::NotANumber));
    }

    void currenciesDoNotMix() {
        const Money dollars = Money::ofMinor(100, Currency::hkd());
        QVERIFY(yuan(100).plus(dollars).failedWith(MoneyError::CurrencyMismatch));
        QVERIFY(yuan(100).minus(dollars).failedWith(MoneyError::CurrencyMismatch));
        QVERIFY(yuan(100).compare(dollars).failedWith(MoneyError::CurrencyMismatch));
        QVERIFY(yuan(100) != dollars);
        QVERIFY(Money::zero(Currency::cny()) != Money::zero(Currency::hkd()));
        QVERIFY(Money::sum(std::array{yuan(1), dollars}, Currency::cny()).failedWith(MoneyError::CurrencyMismatch));
    }

    void amountsOfOneCurrencyHaveAnOrder() {
        QVERIFY(*yuan(1).compare(yuan(2)) == std::strong_ordering::less);
        QVERIFY(*yuan(2).compare(yuan(2)) == std::strong_ordering::equal);
        QVERIFY(*yuan(2).compare(yuan(-3)) == std::strong_ordering::greater);
        QVERIFY(yuan(1).isPositive() && yuan(-1).isNegative() && yuan(0).isZero());
        QVERIFY(!yuan(0).isPositive() && !yuan(0).isNegative());
    }

    void theEdgesAreErrorsAndNeverWrap() {
        QVERIFY(yuan(largest).plus(yuan(1)).failedWith(MoneyError::Overflow));
        QVERIFY(yuan(-largest).minus(yuan(1)).failedWith(MoneyError::Overflow));
        QVERIFY(yuan(largest).times(2).failedWith(MoneyError::Overflow));
        QVERIFY(yuan(largest / 2 + 1).times(-2).failedWith(MoneyError::Overflow)); // exactly -2^63
        QVERIFY(yuan(largest).negated() == yuan(-largest));
        QVERIFY(yuan(-largest).absolute() == yuan(largest));
        QVERIFY(Money::fromStored(smallest, u"CNY").failedWith(MoneyError::Overflow));
        QVERIFY(*Money::fromStored(5, u"CNY") == yuan(5));
        QVERIFY(Money::fromStored(5, u"C").failedWith(MoneyError::UnknownCurrency));
    }

    // Partial sums may leave the range as long as the whole does not.
    void aSumIsExactOverTheWholeList() {
        const std::array amounts{yuan(largest), yuan(largest), yuan(-largest)};
        QVERIFY(*Money::sum(amounts, Currency::cny()) == yuan(largest));
        QVERIFY(Money::sum(std::span(amounts).first(2), Currency::cny()).failedWith(MoneyError::Overflow));
        QVERIFY(Money::sum({}, Currency::cny())->isZero());
    }

    void textComesBackAsTheSameMoney() {
        QVERIFY(rc::check("parse of toString is the identity", [] {
            const Money money = Money::ofMinor(*anyMinor(), *anyCurrency());
            RC_ASSERT(*Money::parse(money.toString(), money.currency()) == money);
            RC_ASSERT(*Money::fromStored(money.minor(), QString(money.currency().code())) == money);
        }));
    }

    void sumsAreExactOrFail() {
        QVERIFY(rc::check("plus is what 128 bits say, commutes, associates and is undone by minus", [] {
            const Money a = yuan(*anyMinor());
            const Money b = yuan(*anyMinor());
            const Money c = yuan(*anyMinor());
            const Int128 exact = Int128(a.minor()) + b.minor();
            const auto sum = a.plus(b);
            RC_ASSERT(sum.ok() == (exact <= largest && exact >= -Int128(largest)));
            RC_ASSERT(b.plus(a).ok() == sum.ok());
            if (!sum.ok())
                return;
            RC_ASSERT(Int128(sum->minor()) == exact);
            RC_ASSERT(*b.plus(a) == *sum);
            RC_ASSERT(*sum->minus(b) == a);
            RC_ASSERT(*a.minus(b.negated()) == *sum);
            const auto left = sum->plus(c);
            const auto inner = b.plus(c);
            const auto right = inner.ok() ? a.plus(*inner) : inner;
            if (left.ok() && right.ok())
                RC_ASSERT(*left == *right);
        }));
    }

    void allocatedPartsAddUpToTheWhole() {
        QVERIFY(rc::check("allocate: parts sum to the total, equal weights differ by at most one fen", [] {
            const Money total = Money::ofMinor(*anyMinor(), *anyCurrency());
            const auto people = *rc::gen::inRange<std::size_t>(1, 40);
            const auto parts = *allocate(total, std::vector<std::int64_t>(people, 1));
            RC_ASSERT(parts.size() == people);
            RC_ASSERT(*Money::sum(parts, total.currency()) == total);
            RC_ASSERT(parts.front().absolute().minor() - parts.back().absolute().minor() <= 1);
            RC_ASSERT(parts.front().absolute().minor() - parts.back().absolute().minor() >=
                      0); // ties: who stands first
        }));
        QVERIFY(allocate(yuan(1), {}).failedWith(QuantityError::BadWeights));
    }
};
METERHALL_TEST_CASE(MoneyTest)

#include "money_test.moc"
