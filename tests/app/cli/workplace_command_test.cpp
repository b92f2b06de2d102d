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

    void nobodySignsInWithoutAPassword() {
        town().signOut();
        const auto run = runCli(QStringList{"verify"} + workplaceOf(Person::Administrator, url()));
        VERIFY_EXIT(run, 2);
        QVERIFY(run.messages.contains("METERHALL_PASSWORD"));
    }
};
METERHALL_TEST_CASE(WorkplaceCommandTest)

#include "workplace_command_test.moc"
