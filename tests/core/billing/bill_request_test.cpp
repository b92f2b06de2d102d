#include "core/billing/bill_request.h"
#include "tests/core/billing/sample_tariffs.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using namespace meterhall::tests;

class BillRequestTest : public QObject {
    Q_OBJECT

private:
    static BillRequest request(const char* from, const char* to) {
        return {AccountId::fromRaw(1),
                ServicePointId::fromRaw(2),
                *AccountingMonth::of(2026, 7),
                *ReadingInterval::of(day(from), day(to)),
                {segment("100", "150")}};
    }

    /// The same tariff from two dates, the second with a dearer first tier.
    static std::vector<TariffVersion> versions() {
        std::vector<TariffVersion> both(2, gasTariff());
        both[1].id = TariffVersionId::fromRaw(8);
        both[1].effectiveFrom = day("2026-07-10");
        both[1].components[0].prices[0] = *BilledPrice::parse(u"3");
        return both;
    }

private Q_SLOTS:
    void theReadingDateDecidesThePrice() {
        const auto known = versions();
        QCOMPARE(inputsOf(request("2026-06-09", "2026-07-09"), known)->tariffVersion, known[0].id);
        QCOMPARE(inputsOf(request("2026-06-10", "2026-07-10"), known)->tariffVersion, known[1].id);
        QVERIFY(inputsOf(request("2025-06-10", "2025-07-10"), known).failedWith(TariffError::NoVersionOnDate));
    }

    void theLadderOutlivesThePriceVersion() {
        const auto known = versions();
        BillRequest due = request("2026-06-20", "2026-07-20");
        due.issued = {
            {day("2025-12-20"), amount("999")}, {day("2026-03-20"), amount("200")}, {day("2026-06-20"), amount("80")}};
        due.events = {{due.account, due.servicePoint, day("2026-01-01"), LadderEventKind::Imported, amount("5")}};
        const BillingInputs inputs = *inputsOf(due, known);
        QCOMPARE(inputs.ladderBefore, amount("285"));
        QCOMPARE(inputs.window->toString(), QStringLiteral("2026-01-01..2027-01-01"));
        // 15 m3 of tier 1 at 3.00 and 35 of tier 2 at 2.942.
        QCOMPARE(rated(inputs, known[1])->total.toString(), QStringLiteral("147.97"));
    }

    void aReadingOnTheResetDayBeginsTheNewWindow() {
        const auto known = versions();
        BillRequest due = request("2026-12-01", "2027-01-01");
        due.issued = {{day("2026-12-01"), amount("500")}};
        QCOMPARE(inputsOf(due, known)->ladderBefore, amount("0"));
    }

    void boundsAreCutForAnAccountThatIsNew() {
        BillRequest due = request("2026-07-01", "2026-07-20");
        due.opened = day("2026-07-01");
        auto known = versions();
        QCOMPARE(inputsOf(due, known)->boundScale, (BoundScale{1, 1}));
        known[1].policy.partialWindow = PartialWindowRule::ByMonths;
        QCOMPARE(inputsOf(due, known)->boundScale, (BoundScale{1, 2}));
        due.closed = day("2026-12-01");
        QCOMPARE(inputsOf(due, known)->boundScale, (BoundScale{5, 12}));
    }

    void whatAnAccountCameWithCountsOnTheBillItCameIn() {
        TariffVersion monthly = gasTariff();
        monthly.ladder.cycle = {.counting = LadderCounting::PerBill, .length = 1};
        const auto before = [&](const char* from, const char* opened) {
            BillRequest due = request(from, "2026-07-20");
            due.facts = {{FactKind::Months, amount("1")}};
            due.opened = day(opened);
            due.events = {{due.account, due.servicePoint, day("2026-07-05"), LadderEventKind::Imported, amount("40")}};
            return inputsOf(due, {&monthly, 1})->ladderBefore.toString();
        };
        QCOMPARE(before("2026-07-05", "2026-07-05"), QStringLiteral("40"));
        QCOMPARE(before("2026-07-10", "2026-07-05"), QStringLiteral("0"));
        QCOMPARE(before("2026-07-05", "2026-01-01"), QStringLiteral("0")); // of the year, which is no bill's
    }

    void aMonthlyLadderGrowsWithTheMonthsOfTheBill() {
        auto known = versions();
        known[1].ladder.cycle = {LadderCounting::PerBill, SpanUnit::Months, 1, 1, 1};
        BillRequest due = request("2026-05-20", "2026-07-20");
        due.issued = {{day("2026-05-20"), amount("500")}};
        QVERIFY(inputsOf(due, known).failedWith(TariffError::MissingFact));
        due.facts = {{FactKind::Months, amount("2")}};
        QCOMPARE(inputsOf(due, known)->boundScale, (BoundScale{2, 1}));
        QCOMPARE(inputsOf(due, known)->ladderBefore, amount("0"));
        known[1].ladder.cycle.unit = SpanUnit::Days;
        QCOMPARE(inputsOf(due, known)->boundScale, (BoundScale{61, 1}));
    }
};
METERHALL_TEST_CASE(BillRequestTest)

#include "bill_request_test.moc"
