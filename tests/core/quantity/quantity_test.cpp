#include "core/quantity/dial.h"
#include "core/quantity/quantity.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

class QuantityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDialIsCutTowardZeroToTheStep() {
        const Volume reading = *Volume::parse(u"12.987");
        QCOMPARE(reading.cutToStep(*Volume::ofWhole(1))->toString(), QStringLiteral("12"));
        QCOMPARE(reading.cutToStep(*Volume::parse(u"0.1"))->toString(), QStringLiteral("12.9"));
        QVERIFY(reading.cutToStep(Volume::zero()).failedWith(QuantityError::BadStep));
    }
};
METERHALL_TEST_CASE(QuantityTest)

#include "quantity_test.moc"
