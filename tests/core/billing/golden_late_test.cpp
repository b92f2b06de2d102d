#include "core/billing/golden_late.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

/// Cases state days and rates; a rule is told due days. Each must come out of the other.
class GoldenLateTest : public QObject {
    Q_OBJECT

    static golden::LateCase stated(const std::vector<std::vector<LateStretch>>& bills) {
        golden::LateCase late;
        for (const auto& stretches : bills)
            late.bills.push_back({Money::ofMinor(10'000, Currency::cny()), {}, stretches});
        return late;
    }
    static LateStretch days(int count, int perMille) { return {count, Rate::ofMicro(perMille * 1'000)}; }

private Q_SLOTS:
    void oneRateNeedsNoYear() {
        const auto dated = golden::datedCase(stated({{days(400, 5)}, {days(10, 5)}, {days(0, 5)}}));
        QVERIFY(dated.has_value());
        QCOMPARE(lateStretches(dated->rule, *dated->bills[0].lastDue, *dated->paid),
                 (std::vector<LateStretch>{days(400, 5)}));
        QVERIFY(lateStretches(dated->rule, *dated->bills[2].lastDue, *dated->paid).empty());
    }
    void twoRatesAreTwoYears() {
        const auto split = golden::datedCase(stated({{days(3, 2)}, {days(18, 3), days(16, 2)}}));
        QVERIFY(split.has_value());
        QCOMPARE(split->rule.years, LateYearRule::ByDays);
        QCOMPARE(split->rule.laterYear.micro(), std::int64_t(3'000));
        const auto atPayment = golden::datedCase(stated({{days(34, 3)}, {days(3, 2)}}));
        QVERIFY(atPayment.has_value());
        QCOMPARE(lateStretches(atPayment->rule, *atPayment->bills[0].lastDue, *atPayment->paid),
                 (std::vector<LateStretch>{days(34, 3)}));
        QCOMPARE(lateStretches(atPayment->rule, *atPayment->bills[1].lastDue, *atPayment->paid),
                 (std::vector<LateStretch>{days(3, 2)}));
    }
    void whatNoRuleDoesIsNotMadeUp() {
        QVERIFY(!golden::datedCase(stated({{days(3, 1)}, {days(3, 2)}, {days(3, 3)}})).has_value());
        QVERIFY(!golden::datedCase(stated({{days(3, 2), days(3, 3)}, {days(4, 2), days(5, 3)}})).has_value());
    }
};
METERHALL_TEST_CASE(GoldenLateTest)

#include "golden_late_test.moc"
