#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

using meterhall::tests::runCli;

class WorkplaceCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyMachineBecomesAWorkplace() {
        if (!isSqlite())
            QSKIP("logins are shared by the whole server; services are tested on both engines");
        const QString folder = inFolder("new");
        const meterhall::tests::Environment passwords{{"METERHALL_PASSWORD", "First-Administrator-1"},
                                                      {"METERHALL_NEW_PASSWORD", "Second-Operator-2"}};
        const QStringList who{"--folder", folder, "--operator", "adm1"};
        const auto made = runCli(QStringList{"workplace", "set-up"} + who, {}, passwords);
        VERIFY_EXIT(made, 0);
        const auto twice = runCli(QStringList{"workplace", "set-up"} + who, {}, passwords);
        VERIFY_EXIT(twice, 2);
        QVERIFY(twice.messages.contains("workplace.AlreadySetUp"));
        VERIFY_EXIT(runCli(QStringList{"workplace", "add-seat", "2"} + who, {}, passwords), 0);
        VERIFY_EXIT(
            runCli(QStringList{"workplace", "add-operator", "fin1", "--duties", "finance"} + who, {}, passwords), 0);
        const auto verified = runCli({"verify", "--folder", folder, "--operator", "fin1", "--seat", "2",
                                      "--password-file", file("password", "Second-Operator-2\n")});
        VERIFY_EXIT(verified, 0);
        const auto duty =
            runCli(QStringList{"workplace", "add-operator", "x1", "--duties", "king"} + who, {}, passwords);
        VERIFY_EXIT(duty, 2);
        QVERIFY(duty.messages.contains("--duties"));
    }

    void theUtilitysTimeIsSaidAtSetUp() {
        const QStringList who{"--folder", inFolder("tokyo"), "--operator", "adm1"};
        const meterhall::tests::Environment password{{"METERHALL_PASSWORD", "First-Administrator-1"}};
        const QStringList call = QStringList{"workplace", "set-up"} + who;
        for (const QStringList& wrong : {QStringList{"--zone", "Asia/Nowhere"}, QStringList{"--day-starts", "04:30"},
                                         QStringList{"--day-starts", "13:00"}})
            VERIFY_EXIT(runCli(call + wrong, {}, password), 2);
        VERIFY_EXIT(runCli(call + QStringList{"--zone", "Asia/Tokyo", "--day-starts", "04:00"}, {}, password), 0);
    }

    void specialDaysAreImportedAndListed() {
        const QString calendar =
            file("days.csv", "# source: a notice\nday,kind,name\n2026-10-01,holiday,国庆节\n2026-10-10,workday,调休\n"
                             "2026-10-11,party,x\n2027-01-01,holiday,元旦\n");
        const auto first = cli(Person::Administrator, {"workplace", "calendar", "import", calendar});
        VERIFY_EXIT(first, 1);
        QVERIFY2(first.output.contains("\"row\":5") && first.output.contains("calendar.BadCalendarLine"),
                 first.output.constData());
        QVERIFY(first.output.contains(R"({"errors":1,"known":0,"taken":3})"));
        const auto again = cli(Person::Administrator, {"workplace", "calendar", "import", calendar});
        QVERIFY(again.output.contains(R"({"errors":1,"known":3,"taken":0})"));
        const auto listed = cli(Person::Cashier, {"workplace", "calendar", "list", "--year", "2026"});
        VERIFY_EXIT(listed, 0);
        QCOMPARE(listed.output.count('\n'), 2);
        QVERIFY(listed.output.startsWith(R"({"day":"2026-10-01","kind":"holiday","name":"国庆节"})"));
        VERIFY_EXIT(cli(Person::Cashier, {"workplace", "calendar", "import", calendar}), 2);
    }

    void theHolidaysOfTheYearComeWithTheProgram() {
        const QString file = meterhall::tests::sourceFolder() + "/resources/calendars/cn-2026.csv";
        const auto taken = cli(Person::Administrator, {"workplace", "calendar", "import", file});
        VERIFY_EXIT(taken, 0);
        QVERIFY(taken.output.contains(R"({"errors":0,"known":0,"taken":39})"));
    }

    void theKeyOfPersonalDataIsChanged() {
        const auto added = cli(Person::Administrator, {"workplace", "new-key"});
        VERIFY_EXIT(added, 0);
        QCOMPARE(added.json()["key"].toInt(), 2);
        const auto early = cli(Person::Administrator, {"workplace", "drop-key", "1"});
        VERIFY_EXIT(early, 2);
        QVERIFY2(early.messages.contains("20 customers"), early.messages.constData());
        const auto done = cli(Person::Administrator, {"workplace", "reseal", "--progress"});
        VERIFY_EXIT(done, 0);
        QCOMPARE(done.json()["resealed"].toInt(), 20);
        QVERIFY2(done.messages.contains("customers: 20 of 20"), done.messages.constData());
        VERIFY_EXIT(cli(Person::Administrator, {"workplace", "drop-key", "1"}), 0);
        const auto found = cli(Person::Cashier, {"customer", "find", "13800000003"});
        VERIFY_EXIT(found, 0);
        QVERIFY2(found.output.contains("1010000003"), found.output.constData());
    }

    void nobodySignsInWithoutAPassword() {
        town().signOut();
        const auto run = runCli(QStringList{"verify"} + workplaceOf(Person::Administrator, url()));
        VERIFY_EXIT(run, 2);
        QVERIFY(run.messages.contains("METERHALL_PASSWORD"));
    }
};
METERHALL_TEST_CASE(WorkplaceCommandTest)

#include "workplace_command_test.moc"
