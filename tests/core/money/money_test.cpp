#include "core/money/allocation.h"
#include "core/money/capitals.h"
#include "core/money/price.h"
#include "core/money/rate.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

class MoneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPriceTimesItsQuantityIsRoundedOnce() {
        const auto rule = RoundingRule::toMinorUnit(Currency::cny(), RoundingMode::HalfUp);
        const auto amount = VolumePrice::parse(u"2.07")->of(*Volume::parse(u"12.5"), Currency::cny(), rule);
        QCOMPARE(amount->toString(), QStringLiteral("25.88"));
    }
    void capitals() {
        QCOMPARE(chineseCapitals(Money::ofMinor(100530, Currency::cny())), QStringLiteral("壹仟零伍元叁角整"));
    }
};
METERHALL_TEST_CASE(MoneyTest)

#include "money_test.moc"
