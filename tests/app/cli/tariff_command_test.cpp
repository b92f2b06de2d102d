#include "core/services/tariffs.h"
#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

#include <QJsonArray>

class TariffCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

private Q_SLOTS:
    void versionsAreListed() {
        const auto run = cli(Person::Finance, {"tariff", "list", "gas"});
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.json()["active"].toBool(), true);
        QCOMPARE(run.json()["effective_from"].toString(), QStringLiteral("2026-01-01"));
        const auto cashier = cli(Person::Cashier, {"tariff", "list", "gas"});
        VERIFY_EXIT(cashier, 2);
        const auto activate = cli(Person::Finance, {"tariff", "activate", "gas"});
        VERIFY_EXIT(activate, 2);
        QVERIFY(activate.messages.contains("VERSION"));
    }

    // Every home is billed for 10 m3 at 2.70; the draft takes 2.80.
    void aDraftIsReplayedOverWhatWasBilled() {
        using namespace meterhall;
        town().readAndIssueAll("110.00");
        const auto rows = services::tariffs(town().session(Person::Drafter));
        const auto shown =
            services::shownTariff(town().session(Person::Drafter), {"gas", rows->front().versions.front().id});
        QJsonObject file = shown->file;
        file["effective_from"] = "2027-02-01";
        QJsonArray components = file["components"].toArray();
        QJsonObject first = components[0].toObject();
        QJsonArray prices = first["prices"].toArray();
        prices[0] = "2.80";
        first["prices"] = prices;
        components[0] = first;
        file["components"] = components;
        QVERIFY(services::saveTariffDraft(town().session(Person::Drafter), "gas", file).ok());

        const auto run = cli(Person::Finance, {"tariff", "replay", "gas", "--json", "--top", "2", "--progress"});
        VERIFY_EXIT(run, 0);
        const QJsonObject revenue = run.json()["revenue"].toObject();
        QCOMPARE(revenue["total"].toObject()["before"].toString(), QStringLiteral("540.00"));
        QCOMPARE(revenue["own"].toObject()["difference"].toString(), QStringLiteral("20.00"));
        QCOMPARE(run.json()["losers"].toObject()["accounts"].toInt(), 20);
        QCOMPARE(run.json()["coverage"].toArray().size(), 2);
        QCOMPARE(run.json()["most_risen"].toArray().size(), 2);
        QVERIFY(run.messages.contains("accounts: "));
        const auto text = cli(Person::Finance, {"tariff", "replay", "gas", "--book", "01", "--class", "residential"});
        VERIFY_EXIT(text, 0);
        QVERIFY2(text.output.contains("losers 10, together 10.00, at most 1.00"), text.output.constData());
        const auto wrong = cli(Person::Finance, {"tariff", "replay", "gas", "--cover", "80,950"});
        VERIFY_EXIT(wrong, 2);
        QVERIFY(wrong.messages.contains("--cover"));
        const auto nothing = cli(Person::Finance, {"tariff", "replay", "water"});
        VERIFY_EXIT(nothing, 2);
        QVERIFY(nothing.messages.contains("tariffdesk.NoDraft"));
    }
};
METERHALL_TEST_CASE(TariffCommandTest)

#include "tariff_command_test.moc"
