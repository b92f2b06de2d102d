#include "core/ledger/journal.h"
#include "core/proof/proof.h"
#include "core/services/billing_run.h"
#include "core/services/correction.h"
#include "core/services/customer_file.h"
#include "core/services/ingest.h"
#include "core/services/ladder_view.h"
#include "core/services/open_bills.h"
#include "core/services/papers.h"
#include "core/services/tariffs.h"
#include "core/services/trace_bill.h"
#include "core/storage/billing_store.h"
#include "tests/small_town/small_town_test.h"
#include "tests/small_town/tampering.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace meterhall;

/// Gas homes came with 290 of 300 on their ladder on 20 October, the dial at 100; up to 300 m3 cost 2.70, beyond 2.942.
/// They are read on 20 November, after 31 days. The new price is 3.00 and 3.20.
class DividedBillsTest : public tests::SmallTownTest {
    Q_OBJECT

    AccountId gas(int home = 1) { return town().account(home, Commodity::Gas); }
    static Date november() { return *Date::of(2026, 11, 20); }
    static Decimal dial(const char* text) { return *Decimal::parse(QString::fromLatin1(text)); }

    void enter(const char* from, const char* policy, const char* rule) {
        QJsonObject json{{"id", "gas"},      {"commodity", "gas"},       {"unit", "m3"},           {"currency", "CNY"},
                         {"dial_step", "1"}, {"tier_mode", "graduated"}, {"price_order", "2026-5"}};
        json.insert(QStringLiteral("effective_from"), QString::fromLatin1(from));
        json.insert(QStringLiteral("cycle"), QJsonObject{{"kind", "year"}, {"reset", "01-01"}});
        json.insert(QString::fromLatin1(policy), QString::fromLatin1(rule));
        json.insert(QStringLiteral("tiers"), QJsonArray{QJsonObject{{"upto", 300}, {"price", "3.00"}},
                                                        QJsonObject{{"upto", 600}, {"price", "3.20"}},
                                                        QJsonObject{{"upto", QJsonValue::Null}, {"price", "3.668"}}});
        const auto version = services::enterTariffFile(as(Person::Drafter), QStringLiteral("gas"), json);
        VERIFY_OK(version);
        VERIFY_OK(services::activateTariff(as(Person::Finance), *version));
    }
    void report(const char* text) {
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, text)}));
    }
    std::vector<storage::StoredBill> standing() {
        const auto database = town().openDirectly();
        return *storage::BillingStore(*database).standingBills(gas());
    }
    static QStringList linesOf(const Bill& bill) {
        QStringList lines;
        for (const BillLine& line : bill.lines)
            lines += QStringLiteral("%1: %2 x %3")
                         .arg(QString::number(line.part), line.quantity.toString(), line.price.toString());
        return lines;
    }
    services::SettlementSheet corrected(const services::Truth& truth) {
        const auto sheet = services::prepareCorrection(as(Person::Drafter),
                                                       {as(Person::Drafter).newKey(), truth, QStringLiteral("抄错")});
        if (!sheet.ok())
            qFatal("prepare: %s", qPrintable(sheet.error().toString()));
        const auto done = services::approveCorrection(as(Person::Checker), sheet->correction);
        if (!done.ok())
            qFatal("approve: %s", qPrintable(done.error().toString()));
        return *done;
    }

private Q_SLOTS:
    void aPriceThatChangedBetweenTwoReadingsIsBilledByDays() {
        enter("2026-11-01", "price_change", "by_day");
        town().readAndIssueAll("121.90");
        const auto bills = standing();
        QCOMPARE(bills.size(), std::size_t(1));
        const Bill& bill = bills[0].content;
        // 12 of 31 days: 8 of the 21 m3. The ladder runs on under the new price.
        QCOMPARE(linesOf(bill), QStringList({"1: 8 x 2.7", "2: 2 x 3", "2: 11 x 3.2"}));
        QCOMPARE(bill.total.toString(), QStringLiteral("62.80"));
        QCOMPARE(bill.ladderAfter.toString(), QStringLiteral("311"));
        QCOMPARE(bill.parts[0].total.toString(), QStringLiteral("21.60"));
        const auto traced = services::traceBill(as(Person::Cashier), bills[0].id);
        QVERIFY(traced->reproduced);
        QVERIFY(proveTotal(traced->trace, QStringLiteral("62.80")).ok());
        QCOMPARE(traced->inputs.endOf(0), *Date::of(2026, 11, 1));
        const auto arithmetic = services::billArithmetic(as(Person::Cashier), bills[0].id);
        QCOMPARE(arithmetic->terms.size(), std::size_t(3));
        QCOMPARE(arithmetic->terms[2].part, 2);
        VERIFY_OK(services::billToLookAt(as(Person::Cashier), bills[0].id));
        const auto use = services::useByMonth(as(Person::Cashier), gas(), 2);
        QCOMPARE(use->front().tiers.front().quantity.toString(), QStringLiteral("10"));
        QCOMPARE(services::ladderView(as(Person::Cashier), gas())->billed.position.toString(), QStringLiteral("311"));
        QCOMPARE(violations(), 0);
    }

    void aDividedBillIsCorrectedAndPutBack() {
        enter("2026-11-01", "price_change", "by_day");
        town().readAndIssueAll("121.90");
        // 11 m3: 4 of them old.
        corrected(services::TrueDials{gas(), {{november(), dial("111.50")}}});
        QCOMPARE(linesOf(standing()[0].content), QStringList({"1: 4 x 2.7", "2: 6 x 3", "2: 1 x 3.2"}));
        QCOMPARE(standing()[0].content.total.toString(), QStringLiteral("32.00"));
        QCOMPARE(violations(), 0);
        const auto sheet = corrected(services::TrueDials{gas(), {{november(), dial("121.90")}}});
        QCOMPARE(sheet.difference.toString(), QStringLiteral("30.80"));
        QCOMPARE(standing()[0].content.total.toString(), QStringLiteral("62.80"));
        AccountTerms terms{.householdSize = 3, .tariffCode = QStringLiteral("water")};
        corrected(services::TrueTerms{gas(), november(), terms});
        QVERIFY(standing()[0].content.parts.empty());
        terms.tariffCode = QStringLiteral("gas");
        corrected(services::TrueTerms{gas(), november(), terms});
        QCOMPARE(standing()[0].content.total.toString(), QStringLiteral("62.80"));
        QCOMPARE(violations(), 0);
    }

    void aPolicyThatWantsAReadingOfTheDayHoldsWhoeverHasNone() {
        enter("2026-11-01", "price_change", "by_sub_reading");
        report("121.90");
        const auto run = town().draft(town().book("01"));
        QCOMPARE(run.held.at(QStringLiteral("no-sub-reading")), 1);
        QCOMPARE(run.billable, 0);
    }

    void theReadingOfTheDayDividesTheBillAndItsCorrection() {
        enter("2026-11-01", "price_change", "by_sub_reading");
        town().moveTo(*Date::of(2026, 11, 1));
        report("105.00");
        town().moveTo(november());
        town().readAndIssueAll("121.90");
        QCOMPARE(linesOf(standing()[0].content), QStringList({"1: 5 x 2.7", "2: 5 x 3", "2: 11 x 3.2"}));
        corrected(services::TrueDials{gas(), {{november(), dial("111.50")}}});
        QCOMPARE(linesOf(standing()[0].content), QStringList({"1: 5 x 2.7", "2: 5 x 3", "2: 1 x 3.2"}));
        QCOMPARE(violations(), 0);
    }

    void aYearThatBeginsBetweenTwoReadingsBeginsAtZero() {
        enter("2026-11-10", "window_boundary", "by_day");
        town().readAndIssueAll("121.90");
        town().moveTo(*Date::of(2027, 1, 19));
        town().readAndIssueAll("181.90");
        // 60 m3 over 60 days, 42 of them in the old year, which stood at 311.
        QCOMPARE(linesOf(standing()[1].content), QStringList({"1: 42 x 3.2", "2: 18 x 3"}));
        QCOMPARE(services::ladderView(as(Person::Cashier), gas())->billed.position.toString(), QStringLiteral("18"));
        QCOMPARE(violations(), 0);
        // November was 105: 295 of the old year, and 76 m3 behind it, 53 of them old.
        corrected(services::TrueDials{gas(), {{november(), dial("105.20")}}});
        QCOMPARE(linesOf(standing()[1].content), QStringList({"1: 5 x 3", "1: 48 x 3.2", "2: 23 x 3"}));
        QCOMPARE(services::ladderView(as(Person::Cashier), gas())->billed.position.toString(), QStringLiteral("23"));
        town().moveTo(*Date::of(2027, 2, 19));
        town().readAndIssueAll("201.90");
        QCOMPARE(standing()[2].content.ladderAfter.toString(), QStringLiteral("43"));
        QCOMPARE(violations(), 0);
    }

    void useOfTheOldYearCountsThereWhereThePolicySaysSo() {
        enter("2026-11-10", "window_boundary", "whole_to_old_window");
        town().readAndIssueAll("121.90");
        town().moveTo(*Date::of(2027, 1, 19));
        town().readAndIssueAll("181.90");
        QCOMPARE(linesOf(standing()[1].content), QStringList({"0: 60 x 3.2"}));
        QCOMPARE(services::ladderView(as(Person::Cashier), gas())->billed.position.toString(), QStringLiteral("0"));
        QCOMPARE(violations(), 0);
    }

    void aPartThatWasChangedBehindTheProgramsBackIsSeen() {
        enter("2026-11-01", "price_change", "by_day");
        town().readAndIssueAll("121.90");
        const auto database = town().openDirectly();
        QVERIFY(tests::Tampering(*database).apply("bill_part", "UPDATE bill_part SET usage_micro = usage_micro + 1"));
        const auto proved = services::proveBills(as(Person::Finance));
        VERIFY_OK(proved);
        QVERIFY(!proved->broken.empty());
    }
};
METERHALL_TEST_CASE(DividedBillsTest)

#include "divided_bills_test.moc"
