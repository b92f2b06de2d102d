#include "app/workplace/workplace_file.h"
#include "tests/support/test_case.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace meterhall::app {

/// What a seat's computer keeps of its workplace.
class WorkplaceFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString place(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static WorkplaceFile someWorkplace() {
        return {.workplace = {.url = QStringLiteral("postgresql:host=db.example dbname=town"),
                              .seat = 7,
                              .keyFile = QStringLiteral("/etc/meterhall/sealing.keys"),
                              .witnessFolder = QStringLiteral("/var/lib/meterhall"),
                              .hall = {QStringLiteral("澄江营业厅"), QStringLiteral("0571-96000")},
                              .clock = {}},
                .printer = QStringLiteral("cups:Counter, left"),
                .training = true,
                .station = StationPlace{.seat = 8, .listen = QStringLiteral("10.0.0.7"), .gdwPort = 9001}};
    }

private Q_SLOTS:
    void whatWasSavedIsRead() {
        const QString file = place("deep/in/workplace.ini");
        QVERIFY(someWorkplace().save(file).ok());
        const auto read = WorkplaceFile::read(file);
        QVERIFY(read.ok());
        QCOMPARE(read->workplace.url, someWorkplace().workplace.url);
        QCOMPARE(read->workplace.seat, SeatNumber(7));
        QCOMPARE(read->workplace.keyFile, someWorkplace().workplace.keyFile);
        QCOMPARE(read->workplace.witnessFolder, someWorkplace().workplace.witnessFolder);
        QCOMPARE(read->workplace.hall.name, QStringLiteral("澄江营业厅"));
        QCOMPARE(read->workplace.hall.hotline, QStringLiteral("0571-96000"));
        QCOMPARE(read->printer, QStringLiteral("cups:Counter, left"));
        QVERIFY(read->training);
        QVERIFY(read->station);
        QCOMPARE(read->station->seat, SeatNumber(8));
        QCOMPARE(read->station->listen, QStringLiteral("10.0.0.7"));
        QCOMPARE(read->station->gdwPort, std::uint16_t(9001));
        QCOMPARE(read->station->dtuPort, StationPlace().dtuPort);
        QCOMPARE(read->station->answerMilliseconds, StationPlace().answerMilliseconds);
    }

    void aSeatWithoutAStationHasNone() {
        const QString file = place("plain.ini");
        QVERIFY(someWorkplace().save(file).ok()); // and what stood there before goes
        WorkplaceFile plain = someWorkplace();
        plain.station.reset();
        QVERIFY(plain.save(file).ok());
        const auto read = WorkplaceFile::read(file);
        QVERIFY(read.ok());
        QVERIFY(!read->station);
    }

    void aStationHasASeatOfItsOwnAndPortsThatCanBe() {
        const auto refused = [this](const char* key, const QVariant& value) {
            const QString file = place("station.ini");
            QVERIFY(someWorkplace().save(file).ok());
            {
                QSettings settings(file, QSettings::IniFormat);
                settings.setValue(QStringLiteral("station/") + QString::fromLatin1(key), value);
            }
            QCOMPARE(WorkplaceFile::read(file).error().code().toString(), QStringLiteral("workplacefile.BadStation"));
        };
        refused("seat", 0);
        refused("seat", 7); // the window's
        refused("seat", QStringLiteral("eight"));
        refused("gdwPort", 65536);
        refused("dtuPort", -1);
        refused("answerMilliseconds", 0);
    }

    void aMissingFileAndOneWithoutADatabaseAreToldApart() {
        QCOMPARE(WorkplaceFile::read(place("none.ini")).error().code().toString(),
                 QStringLiteral("workplacefile.NotThere"));
        WorkplaceFile bare = someWorkplace();
        bare.workplace.url.clear();
        QVERIFY(bare.save(place("bare.ini")).ok());
        QCOMPARE(WorkplaceFile::read(place("bare.ini")).error().code().toString(),
                 QStringLiteral("workplacefile.Incomplete"));
    }

    void aPlaceThatIsNoFolderIsRefused() {
        QFile blocked(place("blocked"));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        QCOMPARE(someWorkplace().save(place("blocked/workplace.ini")).error().code().toString(),
                 QStringLiteral("workplacefile.CannotWrite"));
    }
};

METERHALL_TEST_CASE(WorkplaceFileTest)

} // namespace meterhall::app

#include "workplace_file_test.moc"
