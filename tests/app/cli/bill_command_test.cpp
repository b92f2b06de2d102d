#include "core/services/ingest.h"
#include "tests/app/cli/cli_town.h"
#include "tests/small_town/tampering.h"
#include "tests/support/test_case.h"

#include <QJsonArray>

using namespace meterhall;

class BillCommandTest : public tests::CliTownTest {
    Q_OBJECT

    void readAll(const char* dial) {
        std::vector<MeterReport> reports;
        for (int home = 1; home <= tests::SmallTown::homes; ++home)
            reports.push_back(town().report(home, Commodity::Gas, dial));
        QVERIFY(services::ingest(town().session(Person::Reader), reports).ok());
    }

private Q_SLOTS:
    void aBookIsPreviewedCheckedIssuedAndProved() {
        readAll("110.00");
        const auto preview = cli(Person::Drafter, {"bill", "preview", "--book", "01"});
        VERIFY_EXIT(preview, 0);
        QCOMPARE(preview.json()["billable"].toInt(), 10);
        QCOMPARE(preview.json()["total"].toString(), QStringLiteral("270.00"));
        QCOMPARE(preview.json()["held"].toObject()["not-read"].toInt(), 5);
        const auto unchecked = cli(Person::Drafter, {"bill", "run", "--book", "01"});
        VERIFY_EXIT(unchecked, 2);
        QVERIFY(unchecked.messages.contains("billingrun.NotChecked"));
        const auto samePerson = cli(Person::Drafter, {"bill", "check", "--book", "01"});
        VERIFY_EXIT(samePerson, 2);
        const auto checked = cli(Person::Checker, {"bill", "check", "--book", "01"});
        VERIFY_EXIT(checked, 0);
        QCOMPARE(checked.json()["total"], preview.json()["total"]);
        const auto nothingStopped = cli(Person::Drafter, {"bill", "resume", "--book", "01"});
        VERIFY_EXIT(nothingStopped, 2);
        const auto issued = cli(Person::Drafter, {"bill", "run", "--book", "01"});
        VERIFY_EXIT(issued, 0);
        QCOMPARE(issued.json()["issued"].toInt(), 10);
        const auto again = cli(Person::Drafter, {"bill", "run", "--book", "01"});
        VERIFY_EXIT(again, 2);
        QVERIFY(again.messages.contains("billingrun.UnknownRun"));
        const auto proved = cli(Person::Finance, {"bill", "prove", "--book", "01"});
        VERIFY_EXIT(proved, 0);
        QCOMPARE(proved.json()["proved"].toInt(), 10);
        const auto other = cli(Person::Finance, {"bill", "prove", "--book", "02"});
        QCOMPARE(other.json()["proved"].toInt(), 0);
    }

    void anAccountWhoseReadingChangedIsRefusedAndNamed() {
        readAll("110.00");
        VERIFY_EXIT(cli(Person::Drafter, {"bill", "preview", "--book", "01"}), 0);
        VERIFY_EXIT(cli(Person::Checker, {"bill", "check", "--book", "01"}), 0);
        const auto changed = town().report(3, Commodity::Gas, "111.00");
        QVERIFY(services::ingest(town().session(Person::Reader), std::span(&changed, 1)).ok());
        const auto run = cli(Person::Drafter, {"bill", "run", "--book", "01"});
        VERIFY_EXIT(run, 1);
        QCOMPARE(run.json()["issued"].toInt(), 9);
        QCOMPARE(run.json()["refused"].toArray().at(0).toString(), town().accountNumber(3, Commodity::Gas));
    }

    void aChangedBillIsNotProved() {
        town().readAndIssueAll("110.00");
        {
            const auto direct = town().openDirectly();
            tests::Tampering tampering(*direct);
            QVERIFY(tampering.apply("bill", "UPDATE bill SET usage_micro = usage_micro + 1 WHERE id = "
                                            "(SELECT MIN(id) FROM bill)"));
        }
        const auto run = cli(Person::Finance, {"bill", "prove"});
        VERIFY_EXIT(run, 1);
        QCOMPARE(run.json()["broken"].toArray().size(), 1);
    }

    void wrongCallsAreNamed() {
        const auto noBook = cli(Person::Drafter, {"bill", "preview"});
        VERIFY_EXIT(noBook, 2);
        QVERIFY(noBook.messages.contains("--book"));
        const auto otherBook = cli(Person::Drafter, {"bill", "preview", "--book", "77"});
        VERIFY_EXIT(otherBook, 2);
        QVERIFY(otherBook.messages.contains("77"));
        const auto month = cli(Person::Drafter, {"bill", "preview", "--book", "01", "--month", "next"});
        VERIFY_EXIT(month, 2);
        QVERIFY(month.messages.contains("--month"));
        const auto cashier = cli(Person::Cashier, {"bill", "preview", "--book", "01"});
        VERIFY_EXIT(cashier, 2);
        QVERIFY(cashier.messages.contains("security.NotAllowed"));
    }

    // Gas 27.00 and water 50.00 for 10 m3.
    void anotherSystemsBillsAreComparedRowByRow() {
        town().readAndIssueAll("110.00");
        const QString month = AccountingMonth::containing(town().today()).toString();
        const auto account = [this](int home) { return town().accountNumber(home, Commodity::Gas); };
        QByteArray csv = "account,month,total,use,component.gas\n";
        const auto add = [&](int home, const char* rest) {
            csv += (account(home) + u',' + month + u',').toLatin1() + rest + '\n';
        };
        add(1, "27.00,10,27.00");
        add(3, "29.70,11,");
        add(5, "27.03,,");
        add(5, "27.03,,");
        add(7, "no number,,");
        csv += ("nobody," + month + ",1.00,,\n").toLatin1();
        const auto run = cli(Person::Finance, {"bill", "compare", file("old.csv", csv), "--book", "01"});
        VERIFY_EXIT(run, 1);
        const QJsonObject sums = run.json();
        QCOMPARE(sums["equal"].toInt(), 1);
        QCOMPARE(sums["different"].toInt(), 2);
        QCOMPARE(sums["missing_there"].toInt(), 12); // 15 bills of the book
        QCOMPARE(sums["errors"].toInt(), 3);
        QCOMPARE(sums["difference"].toString(), QStringLiteral("-2.73"));
        QCOMPARE(sums["causes"].toObject()["use"].toObject()["difference"].toString(), QStringLiteral("-2.70"));
        QCOMPARE(sums["causes"].toObject()["rounding"].toObject()["bills"].toInt(), 1);
        const auto lines = run.jsonLines();
        QCOMPARE(lines.front()["row"].toInt(), 6); // a bad row is told first
        QVERIFY(run.output.contains("billcomparison.TwiceInFile"));
        QVERIFY(run.output.contains("registry.UnknownAccount"));
    }
};
METERHALL_TEST_CASE(BillCommandTest)

#include "bill_command_test.moc"
