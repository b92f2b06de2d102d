#include "devices/hub/frame_log.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using devices::FrameLog;

/// What is kept of the lines for whoever watches them.
class FrameLogTest : public QObject {
    Q_OBJECT

    static void add(FrameLog& log, std::uint8_t first, std::size_t size = 1) {
        Bytes bytes(size, 0);
        bytes.front() = first;
        log.add(Instant::fromMicroseconds(first), QStringLiteral("0571-00001"), true, bytes);
    }

private Q_SLOTS:
    void theOldestAreGivenUp() {
        FrameLog log(2);
        for (const std::uint8_t byte : {1, 2, 3})
            add(log, byte);
        const auto frames = log.take();
        QCOMPARE(frames.size(), std::size_t(2));
        QCOMPARE(frames[0].bytes.front(), std::uint8_t(2));
        QCOMPARE(frames[1].bytes.front(), std::uint8_t(3));
    }

    void whatWasTakenIsNotGivenAgain() {
        FrameLog log(2);
        add(log, 1);
        QCOMPARE(log.take().size(), std::size_t(1));
        QVERIFY(log.take().empty());
    }

    void aFloodIsCut() {
        FrameLog log(1);
        add(log, 1, 10 * FrameLog::mostBytes);
        QCOMPARE(log.take().front().bytes.size(), FrameLog::mostBytes);
    }

    void nothingIsKeptForNobody() {
        FrameLog log(0);
        add(log, 1);
        QVERIFY(log.take().empty());
    }
};
METERHALL_TEST_CASE(FrameLogTest)

#include "frame_log_test.moc"
