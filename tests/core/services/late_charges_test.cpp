#include "core/services/counter.h"
#include "core/services/day_close.h"
#include "core/services/late_charges.h"
#include "core/services/open_bills.h"
#include "core/services/papers.h"
#include "core/services/verify.h"
#include "core/storage/ledger_store.h"
#include "core/storage/registry_store.h"
#include "tests/small_town/small_town_test.h"
#include "tests/small_town/tampering.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <random>

using namespace meterhall;
using services::LateCharges;
using services::LateError;
using services::Session;

/// Bills of 20 November 2026 are due on Monday 7 December: gas 59.36, water 105.00.
class LateChargesTest : public tests::SmallTownTest {
    Q_OBJECT

    static Money yuan(const char* text) { return *Money::parse(QString::fromLatin1(text), Currency::cny()); }
    static Date day(const char* text) { return *Date::parse(QString::fromLatin1(text)); }
    static LateChargeRule perMille(int rate) {
        LateChargeRule rule;
        rule.sameYear = rule.laterYear = Rate::ofMicro(rate * 1'000);
        return rule;
    }

    void prepare() override { town().readAndIssueAll("121.90"); }
    AccountId gas(int home = 2) { return town().account(home, Commodity::Gas); }

    LateRuleId inForce(const LateChargeRule& rule, const services::LateScope& scope = {Commodity::Gas, {}, {}},
                       const char* from = "2026-01-01") {
        const auto entered =
            services::enterLateRule(as(Person::Drafter), {scope, day(from), QStringLiteral("order 7"), rule});
        if (!entered.ok())
            qFatal("enter: %s", qPrintable(entered.error().toString()));
        if (const auto done = services::activateLateRule(as(Person::Finance), *entered); !done.ok())
            qFatal("activate: %s", qPrintable(done.error().toString()));
        return *entered;
    }
    LateCharges chargesOn(AccountId account, const char* on) {
        auto charges = services::lateChargesOn(as(Person::Cashier), std::span(&account, 1), day(on));
        if (!charges.ok())
            qFatal("charges: %s", qPrintable(charges.error().toString()));
        return std::move(*charges);
    }
    QString chargeOn(const char* on, int home = 2) { return chargesOn(gas(home), on).charge.toString(); }
    BillId billOf(AccountId account) {
        return services::openBills(as(Person::Cashier), std::span(&account, 1))->bills.front().bill.bill;
    }
    void moveTo(const char* on) {
        town().moveTo(day(on));
        const auto opened = services::openShift(as(Person::Cashier), {yuan("100"), m_paper, m_paper + 99});
        m_paper += 100;
        if (!opened.ok())
            qFatal("shift: %s", qPrintable(opened.error().toString()));
    }
    void endShift() {
        const auto database = town().openDirectly();
        const auto shift = *storage::LedgerStore(*database).newestShiftAt(town().workplaceFor(Person::Cashier).seat);
        const auto cash = *storage::LedgerStore(*database).cashOf(shift->id, {}, Currency::cny());
        VERIFY_OK(services::countDrawer(as(Person::Cashier), {{1, int(cash.minor())}}));
        VERIFY_OK(services::closeShift(as(Person::Lead), shift->id, {}));
    }
    Result<services::PaymentResult> paid(AccountId account, const char* amount,
                                         std::optional<std::vector<BillId>> bills = {}) {
        Session& cashier = as(Person::Cashier);
        m_lastKey = cashier.newKey();
        return services::takePayment(cashier, {.key = m_lastKey,
                                               .accounts = {account},
                                               .toPay = yuan(amount),
                                               .received = yuan(amount),
                                               .bills = std::move(bills)});
    }
    QString openOf(AccountId account) {
        return services::duesOf(as(Person::Cashier), std::span(&account, 1))->open.toString();
    }
    QString creditOf(AccountId account) {
        return services::duesOf(as(Person::Cashier), std::span(&account, 1))->prepayment.toString();
    }
    std::int64_t lateIncome() {
        const auto database = town().openDirectly();
        return -*database->number("SELECT CAST(COALESCE(SUM(amount_minor), 0) AS ${int64}) FROM journal_line "
                                  "WHERE ledger_account = 12");
    }

    std::int64_t m_paper = 1001;
    std::int64_t m_lastKey = 0;

private Q_SLOTS:
    void withoutARuleInForceNothingIsCharged() {
        QCOMPARE(chargeOn("2027-03-01"), QStringLiteral("0.00"));
        const auto entered = services::enterLateRule(
            as(Person::Drafter), {{Commodity::Gas, {}, {}}, day("2026-01-01"), QStringLiteral("order"), perMille(1)});
        VERIFY_OK(entered);
        QCOMPARE(chargeOn("2027-03-01"), QStringLiteral("0.00"));
        QVERIFY(services::activateLateRule(as(Person::Drafter), *entered).failedWith(SecurityError::NotAllowed));
        VERIFY_OK(services::activateLateRule(as(Person::Finance), *entered));
        QCOMPARE(chargeOn("2026-12-07"), QStringLiteral("0.00"));
        QCOMPARE(chargeOn("2026-12-08"), QStringLiteral("0.06"));
        QCOMPARE(chargeOn("2026-12-17"), QStringLiteral("0.59")); // 59.36 x 10 x 0.001
        QVERIFY(
            services::enterLateRule(as(Person::Drafter),
                                    {{Commodity::Gas, {}, {}}, day("2026-01-01"), QStringLiteral("order"), perMille(2)})
                .failedWith(LateError::DateTaken));
    }

    void aBillIsChargedByTheRuleOfItsDueDayAndOfItsClassAndRegion() {
        inForce(perMille(1));
        inForce(perMille(9), {Commodity::Gas, {}, {}}, "2026-12-08"); // not for bills due before
        inForce(perMille(9), {Commodity::Gas, UseClass::NonResidential, {}});
        inForce(perMille(9), {Commodity::Water, {}, {}});
        QCOMPARE(chargeOn("2026-12-17"), QStringLiteral("0.59"));
        inForce(perMille(2), {Commodity::Gas, UseClass::Residential, {}});
        QCOMPARE(chargeOn("2026-12-17"), QStringLiteral("1.19"));
        inForce(perMille(5), {Commodity::Gas, {}, QStringLiteral("no such book")});
        QCOMPARE(chargeOn("2026-12-17"), QStringLiteral("1.19"));
        const auto database = town().openDirectly();
        const auto row = *storage::RegistryStore(*database).accountById(gas());
        inForce(perMille(5), {Commodity::Gas, {}, row->bookNumber.left(1)});
        QCOMPARE(chargeOn("2026-12-17"), QStringLiteral("2.97"));
        inForce(perMille(0), {Commodity::Gas, {}, row->bookNumber});
        QCOMPARE(chargeOn("2026-12-17"), QStringLiteral("0.00"));
    }

    void aLatePaymentTakesTheChargeWithItAndItsReversalGivesItBack() {
        const LateRuleId rule = inForce(perMille(1));
        moveTo("2026-12-17");
        const AccountId account = gas();
        const auto listed = services::openBills(as(Person::Cashier), std::span(&account, 1));
        QCOMPARE(listed->open.toString(), QStringLiteral("59.36"));
        QCOMPARE(listed->late.toString(), QStringLiteral("0.59"));
        QCOMPARE(listed->bills.front().late.toString(), QStringLiteral("0.59"));
        const auto result = paid(account, "59.95");
        VERIFY_OK(result);
        QCOMPARE(result->late.toString(), QStringLiteral("0.59"));
        QCOMPARE(openOf(account), QStringLiteral("0.00"));
        QCOMPARE(creditOf(account), QStringLiteral("0.00"));
        QCOMPARE(lateIncome(), 59);
        const auto paper = services::receiptToLookAt(as(Person::Cashier), result->receipts.front().id);
        VERIFY_OK(paper);
        const auto& receipt = std::get<papers::ReceiptPaper>(*paper);
        QCOMPARE(receipt.lateCharge.toString(), QStringLiteral("0.59"));
        QCOMPARE(receipt.settled.front().lateCharge.toString(), QStringLiteral("0.59"));
        QCOMPARE(receipt.settled.front().amount.toString(), QStringLiteral("59.36"));
        const auto explained = services::lateChargesOfPayment(as(Person::Cashier), m_lastKey);
        VERIFY_OK(explained);
        QCOMPARE(explained->charge.toString(), QStringLiteral("0.59"));
        QCOMPARE(explained->sums.front().rule, rule);
        QCOMPARE(explained->sums.front().bills.front().days(), 10);
        QVERIFY(explained->sums.front().trace.root() != Trace::none);
        QCOMPARE(violations(), 0);
        const auto back = services::reversePayment(
            as(Person::Cashier), {as(Person::Cashier).newKey(), m_lastKey, QStringLiteral("wrong account")});
        VERIFY_OK(back);
        QCOMPARE(back->late.toString(), QStringLiteral("-0.59"));
        QCOMPARE(openOf(account), QStringLiteral("59.36"));
        QCOMPARE(lateIncome(), 0);
        QCOMPARE(chargeOn("2026-12-17"), QStringLiteral("0.59"));
        QCOMPARE(violations(), 0);
    }

    void theDayReportHasThemApart() {
        inForce(perMille(1));
        moveTo("2026-12-17");
        VERIFY_OK(paid(gas(), "59.95"));
        endShift();
        for (const char* on : {"2026-11-20", "2026-12-17"})
            VERIFY_OK(services::closeDay(as(Person::Lead), day(on)));
        const auto report = services::printDayReport(as(Person::Lead), day("2026-12-17"));
        VERIFY_OK(report);
        QCOMPARE(std::get<papers::DayReportPaper>(report->paper).lateCharges.toString(), QStringLiteral("0.59"));
        QCOMPARE(std::get<papers::DayReportPaper>(report->paper).total.toString(), QStringLiteral("59.95"));
    }

    void onePaymentOfTwoCommoditiesIsChargedByBothRules() {
        inForce(perMille(1));
        inForce(perMille(5), {Commodity::Water, {}, {}});
        moveTo("2026-12-17");
        Session& cashier = as(Person::Cashier);
        const std::vector<AccountId> accounts{gas(), town().account(2, Commodity::Water)};
        const auto dues = services::duesOf(cashier, accounts);
        QCOMPARE(dues->open.toString(), QStringLiteral("164.36"));
        QCOMPARE(dues->late.toString(), QStringLiteral("5.84")); // 0.59 + 105.00 x 10 x 0.005
        const Money all = *dues->open.plus(dues->late);
        const auto result = services::takePayment(
            cashier, {.key = cashier.newKey(), .accounts = accounts, .toPay = all, .received = all});
        VERIFY_OK(result);
        QCOMPARE(services::duesOf(cashier, accounts)->open.toString(), QStringLiteral("0.00"));
        QCOMPARE(lateIncome(), 584);
        QCOMPARE(violations(), 0);
    }

    void partsAreChargedAsTheWholeWouldBe() {
        LateChargeRule rule = perMille(1);
        rule.minimum = yuan("1");
        inForce(rule);
        moveTo("2026-12-17");
        QCOMPARE(chargeOn("2026-12-17"), QStringLiteral("1.00"));
        // 20.00 with the minimum, then the rest: the minimum is not asked for again.
        const auto first = paid(gas(), "21.00");
        VERIFY_OK(first);
        QCOMPARE(first->late.toString(), QStringLiteral("1.00"));
        QCOMPARE(openOf(gas()), QStringLiteral("39.36"));
        QCOMPARE(chargeOn("2026-12-17"), QStringLiteral("0.00"));
        // 20.00 x 10 days and 39.36 x 50 days: 0.20 + 1.97 less 1.00.
        QCOMPARE(chargeOn("2027-01-26"), QStringLiteral("1.17"));
        endShift();
        moveTo("2027-01-26");
        const auto second = paid(gas(), "40.53");
        VERIFY_OK(second);
        QCOMPARE(second->late.toString(), QStringLiteral("1.17"));
        QCOMPARE(openOf(gas()), QStringLiteral("0.00"));
        QCOMPARE(violations(), 0);
    }

    void whatIsTooLittleForTheChargeLeavesTheBillOpen() {
        inForce(perMille(10));
        moveTo("2026-12-17"); // 5.94
        const auto result = paid(gas(), "59.36");
        VERIFY_OK(result);
        // x + x / 10 = 59.36
        QCOMPARE(result->late.toString(), QStringLiteral("5.40"));
        QCOMPARE(openOf(gas()), QStringLiteral("5.40"));
        QCOMPARE(creditOf(gas()), QStringLiteral("0.00"));
        QCOMPARE(chargeOn("2026-12-17"), QStringLiteral("0.54"));
        QCOMPARE(violations(), 0);
    }

    void stoppedDaysAreNotCounted() {
        inForce(perMille(1));
        QCOMPARE(chargeOn("2026-12-27"), QStringLiteral("1.19")); // 20 days
        Session& lead = as(Person::Lead);
        const auto dispute = services::stopLateCharge(lead, {gas(),
                                                             {},
                                                             services::LateStopReason::Dispute,
                                                             {day("2026-12-10"), {}},
                                                             QStringLiteral("letter of 10 December")});
        VERIFY_OK(dispute);
        QCOMPARE(chargeOn("2026-12-27"), QStringLiteral("0.12"));
        QCOMPARE(chargeOn("2026-12-27", 4), QStringLiteral("1.19"));
        VERIFY_OK(services::endLateStop(lead, *dispute, day("2026-12-12")));
        QVERIFY(services::endLateStop(lead, *dispute, day("2026-12-13")).failedWith(LateError::BadDays));
        QCOMPARE(chargeOn("2026-12-27"), QStringLiteral("1.01")); // 17 days
        VERIFY_OK(services::stopLateCharge(lead, {{},
                                                  {},
                                                  services::LateStopReason::Holidays,
                                                  {day("2026-12-12"), day("2026-12-16")},
                                                  QStringLiteral("typhoon")}));
        QCOMPARE(chargeOn("2026-12-27"), QStringLiteral("0.77")); // 13 days: the 12th is stopped twice
        QCOMPARE(chargeOn("2026-12-27", 4), QStringLiteral("0.89"));
        VERIFY_OK(services::stopLateCharge(lead, {{},
                                                  billOf(gas(4)),
                                                  services::LateStopReason::InFlight,
                                                  {day("2026-12-08"), day("2026-12-27")},
                                                  QStringLiteral("batch 4")}));
        QCOMPARE(chargeOn("2026-12-27", 4), QStringLiteral("0.00"));
        QCOMPARE(int(services::lateStops(as(Person::Cashier), gas())->size()), 2);
        QVERIFY(services::stopLateCharge(lead, {gas(),
                                                {},
                                                services::LateStopReason::Other,
                                                {day("2026-12-12"), day("2026-12-11")},
                                                QStringLiteral("x")})
                    .failedWith(LateError::BadDays));
        QVERIFY(
            services::stopLateCharge(lead, {gas(), {}, services::LateStopReason::Other, {day("2026-12-12"), {}}, {}})
                .failedWith(SecurityError::ReasonMissing));
        const LateCharges charges = chargesOn(gas(), "2026-12-27");
        const LateStretch stretch = charges.sums.front().bills.front().stretches.front();
        QCOMPARE(stretch.days, 13);
        QCOMPARE(stretch.stopped, 7);
        QCOMPARE(violations(), 0);
    }

    void aChargeMayWaitForReminders() {
        LateChargeRule rule = perMille(1);
        rule.start = LateStart::Both;
        rule.graceDays = 5;
        rule.reminders = 2;
        inForce(rule);
        town().moveTo(day("2026-12-27"));
        QCOMPARE(chargeOn("2026-12-27"), QStringLiteral("0.00"));
        Session& lead = as(Person::Lead);
        VERIFY_OK(services::noteReminder(lead, gas(), day("2026-12-01"), QStringLiteral("before it was due")));
        VERIFY_OK(services::noteReminder(lead, gas(), day("2026-12-09"), QStringLiteral("SMS receipt 1")));
        QCOMPARE(chargeOn("2026-12-27"), QStringLiteral("0.00"));
        VERIFY_OK(services::noteReminder(lead, gas(), day("2026-12-17"), QStringLiteral("signed")));
        QCOMPARE(chargeOn("2026-12-27"), QStringLiteral("0.59"));
        QVERIFY(services::noteReminder(lead, gas(), day("2026-12-28"), QStringLiteral("tomorrow"))
                    .failedWith(LateError::BadDays));
    }

    void aWaiverAboveTheLimitWaitsForASecondPerson() {
        LateChargeRule rule = perMille(10);
        rule.secondPersonAbove = yuan("2");
        inForce(rule);
        town().moveTo(day("2026-12-17")); // 5.94
        const BillId bill = billOf(gas());
        Session& lead = as(Person::Lead);
        QVERIFY(services::waiveLateCharge(as(Person::Cashier), {bill, yuan("1"), QStringLiteral("no")})
                    .failedWith(SecurityError::NotAllowed));
        QVERIFY(services::waiveLateCharge(lead, {bill, yuan("1"), {}}).failedWith(SecurityError::ReasonMissing));
        QVERIFY(services::waiveLateCharge(lead, {bill, yuan("5.95"), QStringLiteral("x")})
                    .failedWith(LateError::MoreThanDue));
        const auto small = services::waiveLateCharge(lead, {bill, yuan("1.50"), QStringLiteral("ill")});
        VERIFY_OK(small);
        QVERIFY(small->stands);
        QCOMPARE(chargeOn("2026-12-17"), QStringLiteral("4.44"));
        // 1.50 and 0.60 of the same bill are above the limit together.
        const auto split = services::waiveLateCharge(lead, {bill, yuan("0.60"), QStringLiteral("ill")});
        VERIFY_OK(split);
        QVERIFY(!split->stands);
        QCOMPARE(chargeOn("2026-12-17"), QStringLiteral("4.44"));
        QVERIFY(services::approveLateWaiver(lead, split->id).failedWith(SecurityError::SamePerson));
        VERIFY_OK(services::approveLateWaiver(as(Person::Finance), split->id));
        QVERIFY(services::approveLateWaiver(as(Person::Finance), split->id).failedWith(LateError::AlreadyApproved));
        QCOMPARE(chargeOn("2026-12-17"), QStringLiteral("3.84"));
        const auto rest = services::waiveLateCharge(lead, {bill, {}, QStringLiteral("our fault")});
        VERIFY_OK(rest);
        QCOMPARE(rest->amount.toString(), QStringLiteral("3.84"));
        VERIFY_OK(services::approveLateWaiver(as(Person::Finance), rest->id));
        QCOMPARE(chargeOn("2026-12-17"), QStringLiteral("0.00"));
        QVERIFY(services::waiveLateCharge(lead, {bill, {}, QStringLiteral("x")}).failedWith(LateError::NothingToWaive));
        QCOMPARE(int(services::lateWaivers(as(Person::Cashier), gas())->size()), 3);
        moveTo("2026-12-17");
        const auto result = paid(gas(), "59.36");
        VERIFY_OK(result);
        QCOMPARE(result->late.toString(), QStringLiteral("0.00"));
        QCOMPARE(openOf(gas()), QStringLiteral("0.00"));
        QCOMPARE(violations(), 0);
    }

    void whatWaitsForASecondPersonIsListedUntilItIsApprovedOrTheBillIsPaid() {
        LateChargeRule rule = perMille(10);
        rule.secondPersonAbove = yuan("2");
        inForce(rule);
        moveTo("2026-12-17"); // 5.94
        const auto waiting = [this](Person person) { return services::lateWaiversWaiting(as(person)); };
        QVERIFY(waiting(Person::Reader).failedWith(SecurityError::NotAllowed));
        VERIFY_OK(waiting(Person::Cashier));
        Session& lead = as(Person::Lead);
        VERIFY_OK(services::waiveLateCharge(lead, {billOf(gas()), yuan("1.50"), QStringLiteral("ill")}));
        QVERIFY(waiting(Person::Finance)->empty()); // it counts at once
        const auto first = services::waiveLateCharge(lead, {billOf(gas()), yuan("3"), QStringLiteral("our fault")});
        VERIFY_OK(first);
        VERIFY_OK(services::waiveLateCharge(lead, {billOf(gas(4)), yuan("4"), QStringLiteral("ill")}));
        const auto rows = waiting(Person::Finance);
        VERIFY_OK(rows);
        QCOMPARE(int(rows->size()), 2);
        const services::LateWaiverWaiting& row = rows->front();
        QCOMPARE(row.waiver.id, first->id);
        QCOMPARE(row.waiver.amount.toString(), QStringLiteral("3.00"));
        QCOMPARE(row.waiver.reason, QStringLiteral("our fault"));
        QVERIFY(!row.waiver.stands);
        QCOMPARE(row.accountNumber, town().accountNumber(2, Commodity::Gas));
        QCOMPARE(row.month.toString(), QStringLiteral("2026-11"));
        QCOMPARE(row.dueOn, day("2026-12-07"));
        QCOMPARE(row.askedBy.number, town().numberOf(Person::Lead));
        VERIFY_OK(services::approveLateWaiver(as(Person::Finance), first->id));
        QCOMPARE(int(waiting(Person::Finance)->size()), 1);
        VERIFY_OK(paid(gas(4), "65.30")); // with its charge: nothing is left to waive
        QCOMPARE(openOf(gas(4)), QStringLiteral("0.00"));
        QVERIFY(waiting(Person::Finance)->empty());
        QCOMPARE(violations(), 0);
    }

    void rulesAreListedWithWhoEnteredThemAndWhoPutThemInForce() {
        inForce(perMille(1));
        VERIFY_OK(services::enterLateRule(
            as(Person::Drafter), {{Commodity::Gas, {}, {}}, day("2027-01-01"), QStringLiteral("order"), perMille(2)}));
        const auto rules = services::lateRules(as(Person::Inspector));
        VERIFY_OK(rules);
        QCOMPARE(int(rules->size()), 2);
        QCOMPARE(rules->front().enteredBy.number, town().numberOf(Person::Drafter));
        QVERIFY(rules->front().activatedBy);
        QCOMPARE(rules->front().activatedBy->number, town().numberOf(Person::Finance));
        QVERIFY(!rules->back().activatedBy);
        QVERIFY(services::lateRules(as(Person::Reader)).failedWith(SecurityError::NotAllowed));
    }

    void aNewYearCountsByDays() {
        LateChargeRule rule = perMille(2);
        rule.laterYear = Rate::ofMicro(3'000);
        rule.years = LateYearRule::ByDays;
        inForce(rule);
        // 24 days of December at 2, 10 of January at 3 per mille.
        QCOMPARE(chargeOn("2027-01-10"), QStringLiteral("4.63"));
    }

    void verifySeesAChargeThatDoesNotFollow() {
        inForce(perMille(1));
        moveTo("2026-12-17");
        VERIFY_OK(paid(gas(), "59.95"));
        QCOMPARE(violations(), 0);
        const auto database = town().openDirectly();
        QVERIFY(tests::Tampering(*database).apply("late_charge", "UPDATE late_charge SET charge_minor = 58"));
        const auto books = services::verifyBooks(as(Person::Finance));
        VERIFY_OK(books);
        QVERIFY(std::ranges::any_of(books->violations,
                                    [](const auto& found) { return found.kind == QStringLiteral("late-charge"); }));
    }

    /// Any payments of any sizes on any days, and all taken back again: nothing is left of any charge. What was taken
    /// in is what was paid, charged and kept.
    void chargesAndTheirReversalsLeaveNothing() {
        LateChargeRule rule = perMille(3);
        rule.minimum = yuan("0.50");
        rule.cap = Rate::ofMicro(100'000);
        inForce(rule);
        std::mt19937 random(20261121);
        const auto pick = [&](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
        Date on = day("2026-12-05");
        std::vector<std::int64_t> payments;
        for (int step = 0; step < 6; ++step) {
            on = on.addDays(pick(0, 20));
            moveTo(qPrintable(on.toString()));
            const AccountId account = gas();
            const auto before = services::duesOf(as(Person::Cashier), std::span(&account, 1));
            const Money amount = Money::ofMinor(pick(1, 3'000), Currency::cny());
            const auto result = paid(account, qPrintable(amount.toString()));
            VERIFY_OK(result);
            payments.push_back(m_lastKey);
            const auto after = services::duesOf(as(Person::Cashier), std::span(&account, 1));
            QCOMPARE(before->open.minor() - after->open.minor() + result->late.minor() + after->prepayment.minor() -
                         before->prepayment.minor(),
                     amount.minor());
            QCOMPARE(violations(), 0);
            endShift();
        }
        moveTo(qPrintable(on.addDays(1).toString()));
        for (const std::int64_t payment : payments)
            VERIFY_OK(services::reversePayment(
                as(Person::Cashier), {as(Person::Cashier).newKey(), payment, QStringLiteral("all of it back")}));
        QCOMPARE(openOf(gas()), QStringLiteral("59.36"));
        QCOMPARE(creditOf(gas()), QStringLiteral("0.00"));
        QCOMPARE(lateIncome(), 0);
        QCOMPARE(violations(), 0);
    }
};
METERHALL_TEST_CASE(LateChargesTest)

#include "late_charges_test.moc"
