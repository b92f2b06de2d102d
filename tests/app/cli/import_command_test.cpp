#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

using meterhall::Commodity;
using meterhall::tests::runCli;

class ImportCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

    static QByteArray readingsCsv(const char* dial) {
        QByteArray csv("meter,value,date\n");
        for (int home = 1; home <= meterhall::tests::SmallTown::homes; ++home)
            csv += QByteArray("GAS") + QByteArray::number(home).rightJustified(4, '0') + ',' + dial + ',' +
                   yesterday() + '\n';
        return csv;
    }
    static QByteArray yesterday() { return QDate::currentDate().addDays(-1).toString(Qt::ISODate).toLatin1(); }

private Q_SLOTS:
    void goodRowsAreTakenOnceAndBadOnesNamed() {
        const QString good = file("readings.csv", readingsCsv("110.00"));
        const auto first = cli(Person::Reader, {"import", "readings", good});
        VERIFY_EXIT(first, 0);
        QCOMPARE(first.json()["stored"].toInt(), 20);
        const auto again = cli(Person::Reader, {"import", "readings", good});
        VERIFY_EXIT(again, 0);
        QCOMPARE(again.json()["stored"].toInt(), 0);
        QCOMPARE(again.json()["known"].toInt(), 20);

        const QString mixed = file("mixed.csv", "meter,value,date\nGAS0001,111.00," + yesterday() +
                                                    "\nNOBODY,1.00,\nGAS0002,many,\nGAS0003,112.00,tomorrow\n"
                                                    "\"GAS0004\",112.00,2199-01-01\nGAS0005\n");
        const auto run = cli(Person::Reader, {"import", "readings", mixed});
        VERIFY_EXIT(run, 1);
        QCOMPARE(run.json()["stored"].toInt(), 1);
        QCOMPARE(run.json()["errors"].toInt(), 5);
        std::map<int, QString> rows;
        for (const QJsonObject& line : run.jsonLines())
            if (line.contains("row"))
                rows[line["row"].toInt()] = line["reason"].toString() + line["content"].toString();
        QCOMPARE(rows.size(), std::size_t(5));
        QVERIFY(rows[3].contains("UnknownMeter") && rows[3].contains("NOBODY,1.00"));
        QVERIFY(rows[4].contains("value"));
        QVERIFY(rows[5].contains("date"));
        QVERIFY(rows[6].contains("date"));
        QVERIFY(rows[7].contains("BadRow"));
    }

    void jsonLinesFromStandardInputAreReadingsToo() {
        const auto run = cli(Person::Reader, {"import", "readings", "-"},
                             R"({"meter":"GAS0007","value":"108.50"})"
                             "\n\n"
                             R"({"meter":"WATER0002","value":"101","unit":"m3"})");
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.json()["stored"].toInt(), 2);
    }

    void whatWasExportedIsKnownAndFillsAnEmptyWorkplace() {
        for (const char* name : {"archive.jsonl", "archive.csv"}) {
            const QString exported = inFolder(name);
            const auto written = cli(Person::Administrator, {"export", "customers", exported});
            VERIFY_EXIT(written, 0);
            const auto again = cli(Person::Administrator, {"import", "customers", exported});
            VERIFY_EXIT(again, 0);
            QCOMPARE(again.json()["taken"].toInt(), 0);
        }
        QFile exported(inFolder("archive.csv"));
        QVERIFY(exported.open(QIODevice::ReadOnly));
        QByteArray other = exported.readAll();
        QVERIFY(other.contains("王秀英") && !other.contains("1380000"));
        // The same homes under other numbers, with a book and a company that are not there yet.
        other.replace("\n10", "\n30").replace("\n20", "\n40").replace(",GAS0", ",G0").replace(",WATER0", ",W0");
        other.replace("0571-00001", "0571-00009")
            .replace("gas-co", "new-co")
            .replace(",01,", ",91,")
            .replace(",02,", ",92,");
        const auto run = cli(Person::Administrator, {"import", "customers", file("other.csv", other)});
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.json()["taken"].toInt(), 30 + 1 + 2 + 1);
        const auto verified = cli(Person::Administrator, {"verify"});
        VERIFY_EXIT(verified, 0);
    }

    void aBadAccountKeepsNoOtherOut() {
        const QString exported = inFolder("archive.jsonl");
        const auto written = cli(Person::Administrator, {"export", "customers", "-"});
        VERIFY_EXIT(written, 0);
        QByteArray line;
        for (const QByteArray& one : written.output.split('\n'))
            if (one.contains("\"account\":\"1010000001\""))
                line = one;
        QVERIFY(!line.isEmpty());
        QByteArray good = line;
        good.replace("1010000001", "7010000001").replace("GAS0001", "G7").replace("78110000000001", "78110000009991");
        QByteArray bad = good;
        bad.replace("7010000001", "7010000002").replace("\"G7\"", "\"G8\"").replace("\"01\"", "\"nobody's\"");
        const auto run =
            cli(Person::Administrator, {"import", "customers", file("two.jsonl", bad + "\n" + good + "\nnonsense\n")});
        VERIFY_EXIT(run, 1);
        QCOMPARE(run.json()["taken"].toInt(), 1);
        QCOMPARE(run.json()["errors"].toInt(), 2);
    }

    void metersComeBeforeTheyHangAnywhere() {
        const QByteArray csv("meter,commodity,digits,multiplier,protocol,device_address,profile,terminal,port\n"
                             "STOCK1,gas,5,1,cjt188,78110000099001,rongtai_g25,,0\n"
                             "STOCK2,steam,5,1,cjt188,78110000099002,rongtai_g25,,0\n"
                             "GAS0001,gas,6,1,cjt188,78110000099003,rongtai_g25,,0\n");
        const auto run = cli(Person::Administrator, {"import", "meters", file("meters.csv", csv)});
        VERIFY_EXIT(run, 1);
        QCOMPARE(run.json()["taken"].toInt(), 1);
        QCOMPARE(run.json()["errors"].toInt(), 2);
        const auto again = cli(Person::Administrator, {"import", "meters", file("meters.csv", csv)});
        QCOMPARE(again.json()["known"].toInt(), 1);
        const auto exported = cli(Person::Administrator, {"export", "meters", "-"});
        VERIFY_EXIT(exported, 0);
        QVERIFY(exported.output.contains("\"STOCK1\""));
    }

    void aTariffIsADraftUntilSomebodyElseActivatesIt() {
        const QByteArray json(
            R"({"id":"gas-2027","name":"管道燃气",
 "commodity":"gas","unit":"m3","currency":"CNY","effective_from":"2027-01-01",
 "price_order":"2027-1","dial_step":"1","cycle":{"kind":"year","reset":"01-01"},"tier_mode":"graduated",
 "tiers":[{"upto":300,"price":"3.00"},{"upto":null,"price":"4.00"}],
 "components":[{"code":"gas","label":"燃气费","prices":["3.00","4.00"]}]})");
        const auto run = cli(Person::Drafter, {"import", "tariff", file("tariff.json", json)});
        VERIFY_EXIT(run, 0);
        const QString version = run.json()["version"].toString();
        const auto samePerson = cli(Person::Drafter, {"tariff", "activate", version});
        VERIFY_EXIT(samePerson, 2);
        const auto activated = cli(Person::Finance, {"tariff", "activate", version});
        VERIFY_EXIT(activated, 0);
        const auto exported = cli(
            Person::Drafter, {"export", "tariff", inFolder("again.json"), "--code", "gas-2027", "--on", "2027-02-01"});
        VERIFY_EXIT(exported, 0);
        QFile again(inFolder("again.json"));
        QVERIFY(again.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(again.readAll())["name"].toString(), QStringLiteral("管道燃气"));
        const auto nonsense = cli(Person::Drafter, {"import", "tariff", file("nonsense.json", "{\"id\":\"x\"}")});
        VERIFY_EXIT(nonsense, 2);
        QVERIFY(nonsense.messages.contains("nonsense.json"));
    }

    void whoMayNotIsRefusedAndWrongCallsAreNamed() {
        const QString good = file("readings.csv", readingsCsv("110.00"));
        const auto cashier = cli(Person::Cashier, {"import", "readings", good});
        VERIFY_EXIT(cashier, 2);
        QVERIFY(cashier.messages.contains("security.NotAllowed"));
        const auto nothing = cli(Person::Reader, {"import", "readings", inFolder("missing.csv")});
        VERIFY_EXIT(nothing, 2);
        QVERIFY(nothing.messages.contains("missing.csv"));
        const auto form = cli(Person::Reader, {"import", "cats", good});
        VERIFY_EXIT(form, 2);
        QVERIFY(form.messages.contains("cats"));
        const auto quote = cli(Person::Reader, {"import", "readings", file("quote.csv", "meter,value\n\"GAS0001,1\n")});
        VERIFY_EXIT(quote, 2);
        QVERIFY(quote.messages.contains("line 2"));
    }
};
METERHALL_TEST_CASE(ImportCommandTest)

#include "import_command_test.moc"
