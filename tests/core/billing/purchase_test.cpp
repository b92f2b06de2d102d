#include "core/billing/purchase.h"
#include "tests/core/billing/sample_tariffs.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::tests;

class PurchaseTest : public QObject {
    Q_OBJECT

private:
    static Money yuan(const char* text) { return *Money::parse(QString::fromLatin1(text), Currency::cny()); }
    static QString bought(const char* money, const char* step, const char* before = "0") {
        const TariffVersion gas = gasTariff();
        TariffVersion exact = gas;
        exact.dialStep = BilledQuantity::ofMicro(1);
        const auto purchase =
            buyForMoney(inputsFor(exact, amount("0"), amount(before)), exact, yuan(money), amount(step));
        if (!purchase.ok())
            return purchase.error().code().toString();
        return QStringLiteral("%1 for %2, %3 left")
            .arg(purchase->volume.toString(), purchase->bill.total.toString(), purchase->left.toString());
    }

private Q_SLOTS:
    void aVolumeCostsWhatABillOfItWould() {
        const TariffVersion gas = gasTariff();
        const Purchase purchase = *buyVolume(inputsFor(gas, amount("0"), amount("290")), gas, amount("20"));
        QCOMPARE(purchase.bill.total.toString(), QStringLiteral("56.42"));
        QCOMPARE(purchase.bill.ladderAfter, amount("310"));
    }

    void moneyBecomesTheLargestVolumeItPays() {
        QCOMPARE(bought("100", "1"), QStringLiteral("37 for 99.90, 0.10 left"));
        QCOMPARE(bought("100", "0.1"), QStringLiteral("37 for 99.90, 0.10 left"));
        QCOMPARE(bought("100", "0.01"), QStringLiteral("37.03 for 99.98, 0.02 left"));
        // 10 at 2.70 and the rest at 2.942.
        QCOMPARE(bought("100", "1", "290"), QStringLiteral("34 for 97.61, 2.39 left"));
        QCOMPARE(bought("2.69", "1"), QStringLiteral("0 for 0.00, 2.69 left"));
        QCOMPARE(bought("100", "0"), QStringLiteral("quantity.BadStep"));
    }

    void whatIsDueAnywayMustBePaidFirst() {
        TariffVersion gas = gasTariff();
        gas.components.push_back(component("rent", {"8"}));
        gas.components.back().kind = (*chargeKind(u"fixed"))->id;
        const auto inputs = inputsFor(gas, amount("0"), amount("0"));
        QVERIFY(buyForMoney(inputs, gas, yuan("7.99"), amount("1")).failedWith(BillingError::TooLittleMoney));
        QCOMPARE(buyForMoney(inputs, gas, yuan("11"), amount("1"))->volume, amount("1"));
        gas.components[0].prices.assign(3, BilledPrice::ofMicro(0));
        QVERIFY(buyForMoney(inputs, gas, yuan("9"), amount("1")).failedWith(BillingError::CostsNothing));
    }

    void oneStepMoreWouldCostMoreThanTheMoney() {
        QVERIFY(rc::check([] {
            TariffVersion gas = gasTariff();
            gas.dialStep = BilledQuantity::ofMicro(1);
            const Money money = Money::ofMinor(*rc::gen::inRange<std::int64_t>(0, 500'000), Currency::cny());
            const auto step = BilledQuantity::ofMicro(*rc::gen::element<std::int64_t>(1'000'000, 100'000, 10'000));
            const auto before = *BilledQuantity::ofWhole(*rc::gen::inRange(0, 800));
            const BillingInputs inputs = inputsFor(gas, amount("0"), before);
            const Purchase purchase = *buyForMoney(inputs, gas, money, step);
            RC_ASSERT(!purchase.left.isNegative());
            RC_ASSERT(purchase.bill.total.plus(purchase.left)->minor() == money.minor());
            const auto more = *buyVolume(inputs, gas, *purchase.volume.plus(step));
            RC_ASSERT(more.bill.total.minor() > money.minor());
        }));
    }
};
METERHALL_TEST_CASE(PurchaseTest)

#include "purchase_test.moc"
