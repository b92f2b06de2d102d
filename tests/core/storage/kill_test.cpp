#include "core/storage/verify_audit.h"
#include "tests/storage_support/engine_fixture.h"
#include "tests/support/test_case.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QThread>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace meterhall;
using namespace meterhall::storage;

/// A process that writes journals is killed at any moment, again and again. What it acknowledged to somebody outside is
/// there, nothing is there by half, and the chain is whole.
class KillTest : public tests::EngineTest {
    Q_OBJECT

private:
    /// The life of the child: writes until it is killed, and tells each committed journal through the pipe. It touches
    /// nothing that it inherited.
    [[noreturn]] static void writeUntilKilled(const QString& url, KillTest& test, std::int64_t firstId,
                                              int acknowledge) {
        const auto own = Database::open(url, {});
        if (!own.ok())
            ::_exit(2);
        auto claimed = Seat::claim(**own, 1, QStringLiteral("all_duties"), Instant::fromMicroseconds(1));
        for (int tries = 0; !claimed.ok() && tries < 200; ++tries) { // the server still notices that the last one died
            QThread::msleep(10);
            claimed = Seat::claim(**own, 1, QStringLiteral("all_duties"), Instant::fromMicroseconds(1));
        }
        if (!claimed.ok())
            ::_exit(3);
        for (std::int64_t id = firstId;; ++id) {
            auto work = UnitOfWork::begin(
                **own,
                {*claimed, QStringLiteral("all_duties"), QStringLiteral("pay"), Instant::fromMicroseconds(id), {}});
            if (!work.ok() || !test.writeJournal(*work, id, {{1, id}, {1, -id}}).ok() || !work->commit().ok())
                ::_exit(4);
            if (::write(acknowledge, &id, sizeof id) != ssize_t(sizeof id))
                ::_exit(5);
        }
    }

    struct Round {
        std::int64_t lastAcknowledged = 0;
        bool wasKilled = false;
    };

    Round runAndKill(std::int64_t firstId) {
        std::array<int, 2> pipe{};
        if (::pipe(pipe.data()) != 0)
            return {};
        const QString url = testDatabase().url();
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(pipe[0]);
            writeUntilKilled(url, *this, firstId, pipe[1]);
        }
        ::close(pipe[1]);
        Round round;
        std::int64_t id = 0;
        // Once it writes, it lives a few more moments.
        if (::read(pipe[0], &id, sizeof id) == ssize_t(sizeof id)) {
            round.lastAcknowledged = id;
            QThread::usleep(QRandomGenerator::global()->bounded(20'000));
        }
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        round.wasKilled = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
        while (::read(pipe[0], &id, sizeof id) == ssize_t(sizeof id))
            round.lastAcknowledged = id;
        ::close(pipe[0]);
        return round;
    }

private Q_SLOTS:
    void whatWasAcknowledgedIsThereAndNothingIsThereByHalf() {
        constexpr int rounds = 12;
        closeConnection();
        std::int64_t next = 1;
        for (int i = 0; i < rounds; ++i) {
            const Round round = runAndKill(next);
            QVERIFY2(round.wasKilled, "the writer ended by itself");
            QVERIFY(round.lastAcknowledged >= next);
            const auto after = testDatabase().open();
            // The one that was being committed may be there without an acknowledgement, and no other.
            std::int64_t journals = 0;
            const auto settled = [&] {
                journals = after->number("SELECT count(*) FROM voucher").valueOr(-1);
                return journals >= round.lastAcknowledged && journals <= round.lastAcknowledged + 1;
            };
            QTRY_VERIFY(settled());
            QCOMPARE(*after->number("SELECT max(journal_id) FROM voucher"), journals);
            QCOMPARE(*after->number("SELECT count(*) FROM voucher_line"), 2 * journals);
            QCOMPARE(*after->number("SELECT count(*) FROM audit_entry"), journals);
            const auto violations = verifyAudit(*after);
            VERIFY_OK(violations);
            QVERIFY2(violations->empty(), violations->empty() ? "" : qPrintable(violations->front().toString()));
            next = journals + 1;
        }
    }
};
METERHALL_TEST_CASE(KillTest)

/// What one process leaves behind for the next, and for others beside it.
class ProcessesTest : public tests::EngineTest {
    Q_OBJECT

private:
    /// Opens the file, counts the samples, and closes it as the last one would.
    QByteArray countedByAnotherProgram() {
        QProcess program;
        program.start(QStringLiteral("python3"),
                      {QStringLiteral("-c"),
                       QStringLiteral("import sqlite3, sys\n"
                                      "file = sqlite3.connect(sys.argv[1])\n"
                                      "print(file.execute('SELECT count(*) FROM sample').fetchone()[0])\n"
                                      "file.close()"),
                       testDatabase().url().section(u':', 1)});
        return program.waitForFinished() ? program.readAll().trimmed() : QByteArray();
    }

private Q_SLOTS:
    void keysThatWereHandedOutAndNeverSavedAreNotHandedOutAgain() {
        struct KeyTag;
        std::vector<Id<KeyTag>> keys{seat().ids().next<KeyTag>()};
        closeConnection();
        for (int life = 0; life < 3; ++life) {
            const auto own = testDatabase().open();
            auto claimed = Seat::claim(*own, 1, QStringLiteral("all_duties"), now());
            for (int tries = 0; !claimed.ok() && tries < 200; ++tries) { // the server notices a lost connection late
                QThread::msleep(10);
                claimed = Seat::claim(*own, 1, QStringLiteral("all_duties"), now());
            }
            VERIFY_OK(claimed);
            const auto key = claimed->ids().next<KeyTag>();
            QVERIFY(key > keys.back());
            keys.push_back(key);
        }
    }

    // Locks of fcntl(2) go when any descriptor of the file is closed. Without its lock the connection below would lose
    // its log to the next program that comes and goes, and with the log whatever it commits afterwards.
    void aSecondConnectionLeavesTheFirstOneItsLocks() {
        if (!isSqlite())
            QSKIP("files are locked on SQLite");
        {
            UnitOfWork work = begin();
            VERIFY_OK(writeSample(work, 1, QStringLiteral("before")));
            VERIFY_OK(work.commit());
        }
        const auto second = testDatabase().open();
        QCOMPARE(countedByAnotherProgram(), QByteArray("1"));
        UnitOfWork work = begin();
        VERIFY_OK(writeSample(work, 2, QStringLiteral("after")));
        VERIFY_OK(work.commit());
        QCOMPARE(countedByAnotherProgram(), QByteArray("2"));
    }
};
METERHALL_TEST_CASE(ProcessesTest)

#include "kill_test.moc"
