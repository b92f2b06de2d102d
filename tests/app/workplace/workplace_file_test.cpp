#include "app/workplace/workplace_file.h"
#include "tests/support/test_case.h"

#include <QDir>
#include <QFile>
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
                .training = true};
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
