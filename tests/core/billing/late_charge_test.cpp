#include "core/billing/late_charge.h"
#include "core/billing/late_rule_json.h"
#include "core/proof/proof.h"
#include "tests/support/test_case.h"

#include <QJsonArray>
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

    void daysThatAreNotCountedBeginWithTheNewYearToo() {
        LateChargeRule rule = enterprise(LateYearRule::ByDays);
        rule.graceDays = 15;
        // 4 January is the first late day, and no day of the old year is.
        QCOMPARE(charged(rule, "1000", "2025-12-20", "2026-01-10"), QStringLiteral("18.00"));
    }

    void aChargeBeginsWhenReminded() {
        LateChargeRule rule;
        rule.graceDays = 10;
        rule.reminders = 2;
        const std::vector<Date> served{day("2026-03-30"), day("2026-03-10"), day("2026-03-20")};
        const auto after = [&](LateStart start, std::span<const Date> reminders) {
            rule.start = start;
            const auto last = lateAfter(rule, day("2026-03-15"), reminders);
            return last ? last->toString() : QStringLiteral("never");
        };
        QCOMPARE(after(LateStart::Days, served), QStringLiteral("2026-03-25"));
        QCOMPARE(after(LateStart::Reminders, served), QStringLiteral("2026-03-30"));
        QCOMPARE(after(LateStart::Both, served), QStringLiteral("2026-03-30"));
        QCOMPARE(after(LateStart::Either, served), QStringLiteral("2026-03-25"));
        const std::span<const Date> two(served.data(), 2); // one of them before it was due
        QCOMPARE(after(LateStart::Reminders, two), QStringLiteral("never"));
        QCOMPARE(after(LateStart::Both, two), QStringLiteral("never"));
        QCOMPARE(after(LateStart::Either, two), QStringLiteral("2026-03-25"));
    }

    void stoppedDaysStandInTheDerivation() {
        const LateChargeRule rule;
        const LateEvents events{{{day("2026-03-18"), day("2026-03-20")}, {day("2026-03-20"), day("2026-03-21")}}, {}};
        const auto stretches = lateStretches(rule, day("2026-03-15"), day("2026-03-25"), events);
        QCOMPARE(stretches, (std::vector<LateStretch>{{6, rule.sameYear, 4}}));
        const std::vector<LateDebt> debts{{yuan("1000"), stretches}};
        Trace trace;
        QCOMPARE(lateCharge(rule, debts, Currency::cny(), &trace)->toString(), QStringLiteral("6.00"));
        QVERIFY(proveTotal(trace, QStringLiteral("6.00")).ok());
    }

    void whatWasTakenAndWaivedIsNotAskedForAgain() {
        LateChargeRule rule;
        rule.minimum = yuan("1");
        const std::vector<LateDebt> debts{{yuan("100"), {{20, rule.sameYear}}}, {yuan("50"), {{40, rule.sameYear}}}};
        const auto left = [&](const char* taken, const char* waived) {
            Trace trace;
            const auto charge = lateChargeLeft(rule, debts, {yuan(taken), yuan(waived)}, &trace);
            const auto proved = proveTotal(trace, charge->toString());
            return proved.ok() ? charge->toString() : proved.error().toString();
        };
        QCOMPARE(left("0", "0"), QStringLiteral("4.00"));
        QCOMPARE(left("1.50", "0.25"), QStringLiteral("2.25"));
        QCOMPARE(left("4", "0"), QStringLiteral("0.00"));
        QCOMPARE(left("3", "2"), QStringLiteral("0.00"));
    }

    /// A debt paid in two parts on two days is charged, part by part, what both parts together come to.
    void partsAreChargedAsTheWhole() {
        QVERIFY(rc::check([] {
            LateChargeRule rule = enterprise(LateYearRule::ByDays);
            if (*rc::gen::arbitrary<bool>())
                rule.minimum = yuan("1");
            if (*rc::gen::arbitrary<bool>())
                rule.cap = Rate::ofMicro(*rc::gen::inRange(1, 200'000));
            const auto part = [&](int days) {
                return LateDebt{Money::ofMinor(*rc::gen::inRange<std::int64_t>(1, 100'000), Currency::cny()),
                                lateStretches(rule, day("2025-11-01"), day("2025-11-01").addDays(days))};
            };
            const std::vector<LateDebt> both{part(*rc::gen::inRange(1, 100)), part(*rc::gen::inRange(1, 300))};
            const Money nothing = Money::zero(Currency::cny());
            const Money first = *lateChargeLeft(rule, std::span(both).first(1), {nothing, nothing});
            const Money second = *lateChargeLeft(rule, both, {first, nothing});
            RC_ASSERT(*first.plus(second) == *lateCharge(rule, both, Currency::cny()));
        }));
    }

    void aRuleComesBackFromItsExchangeForm() {
        const QJsonObject json{{"rate", "0.002"},    {"rate_later_year", "0.003"},
                               {"years", "by_days"}, {"start", "both"},
                               {"grace_days", 15},   {"reminders", 2},
                               {"once", false},      {"cap_percent", "100"},
                               {"minimum", "1"},     {"round", QJsonArray{"0.1", "half_up"}},
                               {"on_behalf", false}, {"second_person_above", "50"}};
        const auto rule = lateRuleFromJson(json, Currency::cny());
        QVERIFY(rule.ok());
        QCOMPARE(rule->laterYear.micro(), std::int64_t(3'000));
        QCOMPARE(rule->cap->micro(), std::int64_t(1'000'000));
        const auto again = lateRuleFromJson(toJson(*rule), Currency::cny());
        QVERIFY(again.ok());
        QVERIFY(*again == *rule);
        const auto with = [&](const char* key, const QJsonValue& value) {
            QJsonObject other = json;
            other.insert(QString::fromLatin1(key), value);
            return lateRuleFromJson(other, Currency::cny()).ok();
        };
        QVERIFY(!with("rate", "1.1"));
        QVERIFY(!with("rate", "-0.1"));
        QVERIFY(!with("years", "never"));
        QVERIFY(!with("reminders", 0));
        QVERIFY(!with("start", "days")); // but reminders are named
        QVERIFY(!with("once", "yes"));
        QVERIFY(!with("minimum", "-1"));
        QVERIFY(!with("surprise", 1));
        QVERIFY(!lateRuleFromJson({}, Currency::cny()).ok());
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
