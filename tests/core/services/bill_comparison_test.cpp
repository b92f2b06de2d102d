#include "core/registry/registry.h"
#include "core/services/bill_comparison.h"
#include "core/services/ingest.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using services::BillComparison;
using services::BillComparisonCall;
using services::BillComparisonError;
using services::ComparedAs;
using services::ComparedBill;
using services::ComparisonCause;
using services::OldBill;

/// Every home is billed for 21 m3 on 20 November: gas 10 x 2.70 + 11 x 2.942 = 59.36, water 21 x 5.00 = 105.00.
class BillComparisonTest : public tests::SmallTownTest {
    Q_OBJECT

    OldBill old(int home, const char* total, Commodity commodity = Commodity::Gas) {
        return {.row = home + 1,
                .content = "a row",
                .account = town().accountNumber(home, commodity),
                .month = *AccountingMonth::of(2026, 11),
                .total = money(total)};
    }
    static Money money(const char* text) { return *Money::parse(QString::fromLatin1(text), Currency::cny()); }
    std::vector<OldBill> allOld() {
        std::vector<OldBill> bills;
        for (int home = 1; home <= tests::SmallTown::homes; ++home) {
            bills.push_back(old(home, "59.36"));
            if (home % 2 == 0)
                bills.push_back(old(home, "105.00", Commodity::Water));
        }
        return bills;
    }
    BillComparison compared(const std::vector<OldBill>& bills, BillComparisonCall call = {}) {
        m_seen.clear();
        call.visit = [this](const ComparedBill& bill) {
            m_seen.push_back(bill);
            return Result<void>();
        };
        const auto result = services::compareBills(as(Person::Finance), bills, call);
        if (!result.ok())
            qFatal("compare: %s", qPrintable(result.error().toString()));
        return *result;
    }
    static QString told(const BillComparison& result) {
        return QStringLiteral("%1 equal, %2 different, %3 here, %4 there missing, %5 bad")
            .arg(result.equal)
            .arg(result.different)
            .arg(result.missingHere)
            .arg(result.missingThere)
            .arg(result.errors.size());
    }
    /// The cause of the one difference between a row and the bill of home 1.
    QString causeOf(const OldBill& row) {
        auto bills = allOld();
        bills.front() = row;
        const BillComparison result = compared(bills);
        if (result.different != 1)
            return told(result);
        return services::codeOf(*m_seen.front().cause);
    }

    std::vector<ComparedBill> m_seen;

private Q_SLOTS:
    void theSameBillsAreEqual() {
        town().readAndIssueAll("121.90");
        const BillComparison result = compared(allOld());
        QCOMPARE(told(result), QStringLiteral("30 equal, 0 different, 0 here, 0 there missing, 0 bad"));
        QVERIFY(result.holds());
        QCOMPARE(result.theirs.toString(), QStringLiteral("2237.20")); // 20 x 59.36 + 10 x 105
        QCOMPARE(result.ours.toString(), QStringLiteral("2237.20"));
        QVERIFY(m_seen.empty());
        QCOMPARE(violations(), 0);
    }

    void aDifferenceIsToldWithItsProbableCause() {
        town().readAndIssueAll("121.90");
        OldBill row = old(1, "59.36");
        row.from = *Date::of(2026, 10, 25);
        row.total = money("50.00");
        QCOMPARE(causeOf(row), QStringLiteral("period"));
        row = old(1, "62.30");
        QCOMPARE(causeOf(row), QStringLiteral("use")); // 12 x 2.942 is 35.30
        row.use = *BilledQuantity::parse(u"21");
        QCOMPARE(causeOf(row), QStringLiteral("price"));
        row.use = *BilledQuantity::parse(u"22");
        QCOMPARE(causeOf(row), QStringLiteral("use"));
        QCOMPARE(causeOf(old(1, "59.31")), QStringLiteral("rounding"));
        QCOMPARE(causeOf(old(1, "59.30")), QStringLiteral("unknown"));
        QCOMPARE(m_seen.front().ours->toString(), QStringLiteral("59.36"));
        QCOMPARE(m_seen.front().ourDays->from().toString(), QStringLiteral("2026-10-20"));
        BillComparisonCall call;
        call.roundingMinor = 6;
        auto bills = allOld();
        bills.front() = old(1, "59.30");
        const BillComparison result = compared(bills, call);
        QCOMPARE(int(result.causes.at(ComparisonCause::Rounding).bills), 1);
        QCOMPARE(result.causes.at(ComparisonCause::Rounding).difference.toString(), QStringLiteral("0.06"));
    }

    void componentsAreComparedWhereTheFileNamesThem() {
        town().readAndIssueAll("121.90");
        auto bills = allOld();
        OldBill& water = bills[2]; // home 2
        water.components = {{QStringLiteral("water"), money("43.47")},
                            {QStringLiteral("resource"), money("32.97")},
                            {QStringLiteral("sewage"), money("28.56")}};
        QVERIFY(compared(bills).holds());
        water.components.insert_or_assign(QStringLiteral("water"), money("44.00"));
        water.components.insert_or_assign(QStringLiteral("sewage"), money("28.03"));
        water.components.insert_or_assign(QStringLiteral("garbage"), money("1.00"));
        const BillComparison result = compared(bills);
        QCOMPARE(int(result.different), 1);
        QCOMPARE(services::codeOf(*m_seen.front().cause), QStringLiteral("components"));
        QCOMPARE(m_seen.front().components.at(QStringLiteral("water")).toString(), QStringLiteral("-0.53"));
        QCOMPARE(m_seen.front().components.at(QStringLiteral("sewage")).toString(), QStringLiteral("0.53"));
        QCOMPARE(m_seen.front().components.at(QStringLiteral("garbage")).toString(), QStringLiteral("-1.00"));
    }

    void whatOnlyOneSideHasIsNamed() {
        town().readAndIssueAll("121.90");
        auto bills = allOld();
        bills.erase(bills.begin());
        const BillComparison result = compared(bills);
        QCOMPARE(told(result), QStringLiteral("29 equal, 0 different, 0 here, 1 there missing, 0 bad"));
        QCOMPARE(m_seen.front().account, town().accountNumber(1, Commodity::Gas));
        QVERIFY(m_seen.front().as == ComparedAs::MissingThere);
        // A month later nobody is read: the file has what is missing here.
        OldBill december = old(1, "59.36");
        december.month = *AccountingMonth::of(2026, 12);
        QCOMPARE(told(compared({december})), QStringLiteral("0 equal, 0 different, 1 here, 0 there missing, 0 bad"));
        QCOMPARE(m_seen.front().heldBecause, QStringLiteral("already-billed"));
    }

    void aBookIsComparedAlone() {
        town().readAndIssueAll("121.90");
        std::vector<OldBill> bills = allOld();
        std::erase_if(bills, [](const OldBill& bill) { return bill.row > 11; }); // homes of book 01
        BillComparisonCall call;
        call.book = town().book("01");
        QVERIFY(compared(bills, call).holds());
        QCOMPARE(int(compared(bills).missingThere), 15);
    }

    void badRowsAreNamedAndKeepNoneOut() {
        town().readAndIssueAll("121.90");
        auto bills = allOld();
        bills.push_back(old(1, "1.00"));
        bills.push_back(old(99, "1.00"));
        const BillComparison result = compared(bills);
        QCOMPARE(told(result), QStringLiteral("30 equal, 0 different, 0 here, 0 there missing, 2 bad"));
        QVERIFY(!result.holds());
        QVERIFY(result.errors[0].reason.is(BillComparisonError::TwiceInFile));
        QVERIFY(result.errors[1].reason.is(RegistryError::UnknownAccount));
        QCOMPARE(result.errors[1].content, QByteArray("a row"));
        OldBill foreign = old(1, "1.00");
        foreign.total = Money::ofMinor(100, *Currency::parse(u"HKD"));
        QVERIFY(compared({foreign}).errors.front().reason.is(BillComparisonError::OtherCurrency));
    }

    void whatIsNotIssuedIsComparedAsItWouldBeBilled() {
        std::vector<MeterReport> reports;
        for (int home : {1, 11})
            reports.push_back(town().report(home, Commodity::Gas, "121.90"));
        VERIFY_OK(services::ingest(as(Person::Reader), reports));
        town().draft(town().book("01")); // home 1 has a draft, home 11 a reading
        const BillComparison result = compared({old(1, "59.36"), old(11, "59.36"), old(3, "59.36")});
        QCOMPARE(told(result), QStringLiteral("2 equal, 0 different, 1 here, 0 there missing, 0 bad"));
        QCOMPARE(int(result.notIssued), 2);
        QCOMPARE(m_seen.front().heldBecause, QStringLiteral("not-read"));
    }

    void itEndsWhenItIsToldAndAsksForTheDuty() {
        const auto bills = std::vector{old(1, "1.00")};
        const auto stopped = services::compareBills(as(Person::Finance), bills, {}, [](const WorkStep&) {
            return Result<void>(Error(BillComparisonError::TwiceInFile));
        });
        QVERIFY(stopped.failedWith(BillComparisonError::TwiceInFile));
        QVERIFY(services::compareBills(as(Person::Cashier), bills, {}).failedWith(SecurityError::NotAllowed));
    }
};
METERHALL_TEST_CASE(BillComparisonTest)

#include "bill_comparison_test.moc"
