#include "core/services/archive.h"
#include "core/services/customers.h"
#include "core/services/export.h"
#include "core/services/import_readings.h"
#include "core/services/meters.h"
#include "core/services/stations.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace meterhall;
using meterhall::tests::SmallTown;

/// What another system hands over, on both engines.
class ArchiveTest : public tests::SmallTownTest {
    Q_OBJECT

    static QByteArray terminalLine(const char* name, const char* carrier) {
        return QJsonDocument(QJsonObject{{"kind", "terminal"}, {"terminal", name}, {"carrier", carrier}}).toJson();
    }
    /// A gas home that is not there yet: everything of home 1 under other numbers, changed by `find` and `replace`.
    QByteArray newHome(const QByteArray& find = "x", const QByteArray& replace = "x") const {
        for (QByteArray line : town().archive()) {
            if (!line.contains("\"1010000001\""))
                continue;
            line.replace("1010000001", "7010000001")
                .replace("GAS0001", "G7")
                .replace("78110000000001", "78110000009991");
            Q_ASSERT(find == "x" || line.contains(find));
            return line.replace(find, replace);
        }
        return {};
    }
    services::ImportResult import(const QList<QByteArray>& lines) {
        const auto result =
            services::importArchive(as(Person::Administrator), lines, {{{Commodity::Gas, QStringLiteral("gas")}}});
        if (!result.ok())
            qFatal("import: %s", qPrintable(result.error().toString()));
        return *result;
    }
    QString reasonsOf(const services::ImportResult& result) const {
        QStringList reasons;
        for (const services::RowError& error : result.errors)
            reasons += QStringLiteral("%1 %2").arg(error.row).arg(error.reason.toString());
        return reasons.join(u'\n');
    }

    std::size_t accountsOfHolderOf(const QString& account) {
        const auto accounts = services::accountsOfSameCustomer(as(Person::Cashier), account);
        return accounts.ok() ? accounts->size() : 0;
    }
    /// Every line of the archive with all personal data, by somebody who may hand them out.
    static QByteArray exported(SmallTown& where) {
        const QString number = QStringLiteral("both") + where.numberOf(Person::Reader);
        const auto added = services::addOperator(
            where.session(Person::Administrator),
            {number, QStringLiteral("Somebody"), {Duty::MeterKeeper, Duty::ShiftLead}, SmallTown::password()});
        auto session = services::signIn(where.workplaceFor(Person::Reader), number, SmallTown::password());
        if (!added.ok() || !session.ok())
            qFatal("export: nobody to do it");
        QByteArray lines;
        const auto done =
            services::exportArchive(*session, {.personal = true, .line = [&](const QJsonObject& line) {
                                                   lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
                                                   return Result<void>();
                                               }});
        if (!done.ok())
            qFatal("export: %s", qPrintable(done.error().toString()));
        return lines;
    }

private Q_SLOTS:
    void aTerminalSpeaksWhatTheArchiveSays() {
        const auto result = import({terminalLine("0571-00007", "dtu"), terminalLine("0571-00001", "gdw376")});
        QCOMPARE(reasonsOf(result), QString());
        QCOMPARE(result.taken, 1);
        QCOMPARE(result.known, 1);
        const auto served = services::servedTerminals(as(Person::Engineer));
        VERIFY_OK(served);
        QCOMPARE(served->size(), std::size_t(2));
        QCOMPARE(served->front().name, QStringLiteral("0571-00001"));
        QVERIFY(served->front().carrier == Carrier::Gdw376);
        QVERIFY(served->back().carrier == Carrier::Dtu);
    }

    void aTerminalKnownWithAnotherCarrierIsABadRow() {
        const auto result = import({terminalLine("0571-00001", "dtu"), terminalLine("0571-00002", "pigeon")});
        QCOMPARE(result.taken, 0);
        QVERIFY2(reasonsOf(result).contains("1 registry.TerminalDiffers(0571-00001, gdw376)"),
                 qPrintable(reasonsOf(result)));
        QVERIFY(reasonsOf(result).contains("BadRow(carrier)"));
    }

    void aMeterBehindATerminalNobodyKnowsIsABadRow() {
        const QByteArray home = newHome("0571-00001", "0571-00044");
        const auto result =
            import({home, newHome("G7", "G8").replace("7010000001", "7010000002").replace("9991", "9992")});
        QCOMPARE(result.taken, 1);
        QVERIFY2(reasonsOf(result).contains("1 registry.UnknownTerminal(0571-00044)"), qPrintable(reasonsOf(result)));
        QCOMPARE(import({terminalLine("0571-00044", "gdw376"), home}).taken, 2);
    }

    void aCustomerIsKnownAgainInAnotherFile() {
        const QString account = town().accountNumber(1, Commodity::Gas);
        QCOMPARE(accountsOfHolderOf(account), std::size_t(1));
        QCOMPARE(import({newHome()}).taken, 1);
        QCOMPARE(accountsOfHolderOf(account), std::size_t(2));
        QCOMPARE(import({newHome()}).taken, 0);
        const auto database = town().openDirectly();
        const std::string schema = town().onSqlite() ? "" : "meterhall.";
        QCOMPARE(*database->number("SELECT count(*) FROM " + schema + "customer"), 20);
        QCOMPARE(*database->number("SELECT count(*) FROM " + schema + "premise"), 20);
    }

    void aCustomerOrPremiseThatDiffersIsABadRow_data() {
        QTest::addColumn<QByteArray>("find");
        QTest::addColumn<QByteArray>("replace");
        QTest::addColumn<QString>("reason");
        QTest::newRow("name") << QByteArray("王秀英") << QByteArray("王小英") << "CustomerDiffers(C0001, name)";
        QTest::newRow("phone") << QByteArray("13800000001") << QByteArray("13800000002")
                               << "CustomerDiffers(C0001, phone)";
        QTest::newRow("identity number") << QByteArray("330102196001010001") << QByteArray("330102196001010002")
                                         << "CustomerDiffers(C0001, id_number)";
        QTest::newRow("no phone given") << QByteArray("13800000001") << QByteArray() << QString();
        QTest::newRow("another person") << QByteArray("C0001") << QByteArray("C9001") << QString();
        QTest::newRow("address") << QByteArray("和平路") << QByteArray("战争路") << "PremiseDiffers(P0001,";
        QTest::newRow("no number") << QByteArray("\"C0001\"") << QByteArray("\"\"") << "BadRow(number)";
    }
    void aCustomerOrPremiseThatDiffersIsABadRow() {
        QFETCH(QByteArray, find);
        QFETCH(QByteArray, replace);
        QFETCH(QString, reason);
        const auto result = import({newHome(find, replace)});
        QCOMPARE(result.taken, reason.isEmpty() ? 1 : 0);
        QVERIFY2(reasonsOf(result).contains(reason), qPrintable(reasonsOf(result)));
    }

    // The address of a meter is not looked at before it is stored: the whole group fails, and is taken in halves.
    void aRowThatOnlyTheDatabaseRefusesKeepsNoOtherOut() {
        QList<QByteArray> lines;
        for (int home = 1; home <= 21; ++home) {
            const QByteArray number = QByteArray::number(home).rightJustified(3, '0');
            lines += newHome("7010000001", "7010000" + number)
                         .replace("\"G7\"", "\"G7" + number + '"')
                         .replace("78110000009991", home == 7 ? "78110000000003" : "78110000009" + number)
                         .replace("C0001", "C9" + number);
        }
        lines.insert(3, terminalLine("0571-00005", "gdw376"));
        lines += lines.at(4);
        const auto result = import(lines);
        QCOMPARE(result.taken, 20 + 1);
        QCOMPARE(result.known, 1);
        QCOMPARE(result.errors.size(), std::size_t(1));
        QCOMPARE(result.errors.front().row, 8);
        QVERIFY(result.errors.front().content.contains("7010000007"));
        const auto again = import(lines);
        QCOMPARE(again.taken, 0);
        QCOMPARE(again.known, 22);
        QCOMPARE(services::findAccounts(as(Person::Cashier), QStringLiteral("7010000021"), 5)->size(), std::size_t(1));
        QCOMPARE(violations(), 0);
    }

    void aMeterHangsInOneHomeOnly() {
        const auto result = import({newHome("\"G7\"", "\"GAS0002\""), newHome(), newHome("7010000001", "7010000002")});
        QCOMPARE(result.taken, 1);
        QCOMPARE(reasonsOf(result), QStringLiteral("1 registry.AlreadyKnown(GAS0002)\n3 registry.AlreadyKnown(G7)"));
    }

    void whatIsExportedMakesTheSameArchiveElsewhere() {
        QCOMPARE(import({newHome("13800000001", "")}).taken, 1);
        const QByteArray lines = exported(town());
        QVERIFY(lines.contains("\"C0001\"") && lines.contains("\"P0001\"") && lines.contains("13800000001"));
        const QString roster = town().folder() + QStringLiteral("/exported.jsonl");
        QFile file(roster);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size());
        file.close();
        SmallTown elsewhere(town().onSqlite(), roster);
        QCOMPARE(exported(elsewhere), lines);
    }

    void aMeterFromABoxNamesAKnownTerminalToo() {
        const Meter meter{.id = MeterId::fromRaw(0),
                          .number = QStringLiteral("BOX1"),
                          .commodity = Commodity::Gas,
                          .protocol = QStringLiteral("cjt188"),
                          .deviceAddress = QStringLiteral("78110000009901"),
                          .profile = QStringLiteral("rongtai_g25"),
                          .terminal = QStringLiteral("0571-00044")};
        const std::vector<services::DeliveredMeter> delivered{{1, "row", meter}};
        const auto result = services::importMeters(as(Person::MeterKeeper), delivered);
        VERIFY_OK(result);
        QCOMPARE(reasonsOf(*result), QStringLiteral("1 registry.UnknownTerminal(0571-00044)"));
    }
};
METERHALL_TEST_CASE(ArchiveTest)

#include "archive_test.moc"
