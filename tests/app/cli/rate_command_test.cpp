#include "tests/app/cli/cli_process.h"
#include "tests/support/test_case.h"

#include <QJsonArray>
#include <QTest>

using meterhall::tests::runCli;

class RateCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCaseFromStandardInputIsRated() {
        const QString tariff = meterhall::tests::sourceFolder() + QStringLiteral("/resources/tariffs/sandbox-gas.json");
        const auto run =
            runCli({"rate", "--tariff", tariff, "--case", "-"},
                   R"({"id":"own","op":"bill","inputs":{"tariff":"sandbox-gas","usage":"21","prior":"290"}})");
        QVERIFY2(run.exitCode == 0, run.messages.constData());
        // 10 x 2.70 + 11 x 2.942 = 27.00 + 32.36.
        QCOMPARE(run.json()["total"].toString(), QStringLiteral("59.36"));
        QCOMPARE(run.json()["lines"].toArray().size(), 2);
        QVERIFY(run.json()["trace"].isObject());
    }

    void aMissingTariffIsAWrongCall() { QCOMPARE(runCli({"rate", "--case", "-"}, "{}").exitCode, 2); }
};
METERHALL_TEST_CASE(RateCommandTest)

#include "rate_command_test.moc"
