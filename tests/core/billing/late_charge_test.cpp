#include "core/billing/late_charge.h"
#include "core/proof/proof.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;

/// Rates: homes 1 per mille a day, others 2 and, in a later year, 3 per mille (source: 供电营业规则 art. 98, as quoted
/// by kuaihz.com/tid1/tid90_1420111).
class LateChargeTest : public QObject {
    Q_OBJECT

private:
    static Money yuan(const char* text) { return *Money::parse(QString::fromLatin1(text), Currency::cny()); }
    static Date day(const char* text) { return *Date::parse(QString::fromLatin1(text)); }
    static LateChargeRule enterprise(LateYearRule years) {
        LateChargeRule rule;
        rule.sameYear = Rate::ofMicro(2'000);
        rule.laterYear = Rate::ofMicro(3'000);
        rule.years = years;
        return rule;
    }
    static QString charged(const LateChargeRule& rule, const char* owed, const char* due, const char* paid) {
        const std::vector<LateDebt> debts{{yuan(owed), lateStretches(rule, day(due), day(paid))}};
        Trace trace;
        const auto charge = lateCharge(rule, debts, Currency::cny(), &trace);
        if (!charge.ok())
            return charge.error().code().toString();
        const auto proved = proveTotal(trace, charge->toString());
        return proved.ok() ? charge->toString() : proved.error().toString();
    }

private Q_SLOTS:
    void theDayAfterTheLastDayToPayIsTheFirstLateOne() {
        const LateChargeRule rule;
        QCOMPARE(charged(rule, "1000", "2026-03-15", "2026-03-15"), QStringLiteral("0.00"));
        QCOMPARE(charged(rule, "1000", "2026-03-15", "2026-03-16"), QStringLiteral("1.00"));
        QCOMPARE(charged(rule, "1000", "2026-03-15", "2026-03-30"), QStringLiteral("15.00"));
        LateChargeRule patient;
        patient.graceDays = 5;
        QCOMPARE(charged(patient, "1000", "2026-03-15", "2026-03-20"), QStringLiteral("0.00"));
        QCOMPARE(charged(patient, "1000", "2026-03-15", "2026-03-21"), QStringLiteral("1.00"));
    }

    void aNewYearMayHaveItsOwnRate() {
        // 18 days of the old year and 16 of the new one.
        const auto cost = [](LateYearRule years) {
            return charged(enterprise(years), "2000", "2025-12-13", "2026-01-16");
        };
        QCOMPARE(cost(LateYearRule::OneRate), QStringLiteral("136.00"));
        QCOMPARE(cost(LateYearRule::ByDays), QStringLiteral("168.00"));
        QCOMPARE(cost(LateYearRule::AtPayment), QStringLiteral("204.00"));
        QCOMPARE(charged(enterprise(LateYearRule::AtPayment), "2000", "2025-12-13", "2025-12-31"),
                 QStringLiteral("72.00"));
        QCOMPARE(charged(enterprise(LateYearRule::ByDays), "2000", "2025-12-31", "2026-01-01"), QStringLiteral("6.00"));
    }

    void itIsCappedRoundedAndAtLeastTheMinimum() {
        LateChargeRule rule;
        rule.sameYear = Rate::ofMicro(5'000);
        rule.cap = Rate::ofMicro(1'000'000);
        rule.minimum = yuan("1");
        QCOMPARE(charged(rule, "84.50", "2026-01-10", "2026-09-01"), QStringLiteral("84.50"));
        QCOMPARE(charged(rule, "84.50", "2026-01-10", "2026-01-20"), QStringLiteral("4.23")); // 4.225
        QCOMPARE(charged(rule, "20", "2026-01-10", "2026-01-11"), QStringLiteral("1.00"));
        QCOMPARE(charged(rule, "20", "2026-01-10", "2026-01-10"), QStringLiteral("0.00")); // nothing is not filled up
    }

    void itMayBeChargedOnce() {
        LateChargeRule rule;
        rule.sameYear = Rate::ofMicro(50'000);
        rule.once = true;
        QCOMPARE(charged(rule, "300", "2026-01-10", "2026-01-11"), QStringLiteral("15.00"));
        QCOMPARE(charged(rule, "300", "2026-01-10", "2026-03-11"), QStringLiteral("15.00"));
    }

    void debtsPaidTogetherAreRoundedTogether() {
        LateChargeRule rule;
        const auto stretches = lateStretches(rule, day("2026-03-01"), day("2026-03-02"));
        const std::vector<LateDebt> debts(3, {yuan("4.40"), stretches}); // 0.0044 each
        QCOMPARE(lateCharge(rule, debts, Currency::cny())->toString(), QStringLiteral("0.01"));
    }

    void moreDaysNeverCostLess() {
        QVERIFY(rc::check([] {
            const LateChargeRule rule =
                enterprise(*rc::gen::element(LateYearRule::OneRate, LateYearRule::ByDays, LateYearRule::AtPayment));
            const Money owed = Money::ofMinor(*rc::gen::inRange<std::int64_t>(0, 10'000'000), Currency::cny());
            const Date due = day("2025-06-01").addDays(*rc::gen::inRange(0, 400));
            const int late = *rc::gen::inRange(0, 500);
            const auto cost = [&](int days) {
                const std::vector<LateDebt> debts{{owed, lateStretches(rule, due, due.addDays(days))}};
                return lateCharge(rule, debts, Currency::cny())->minor();
            };
            RC_ASSERT(cost(late + 1) >= cost(late));
        }));
    }
};
METERHALL_TEST_CASE(LateChargeTest)

#include "late_charge_test.moc"
