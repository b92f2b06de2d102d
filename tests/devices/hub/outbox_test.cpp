#include "devices/hub/report_outbox.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>
#include <set>

using namespace meterhall;
using namespace meterhall::devices;

namespace {
Instant at(int milliseconds) {
    return Instant::fromMicroseconds(0) + Duration::milliseconds(milliseconds);
}

UnstoredReport report(int target, int since = 0, int giveUpAt = 1'000'000) {
    UnstoredReport made;
    made.target = std::size_t(target);
    made.report.deviceAddress = QString::number(target);
    made.since = at(since);
    made.giveUpAt = at(giveUpAt);
    return made;
}
} // namespace

class OutboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBatchLeavesWhenItIsFullOrOld() {
        ReportOutbox outbox(3, Duration::milliseconds(100));
        outbox.add(report(1));
        outbox.add(report(2));
        QVERIFY(outbox.due(at(99), false).empty());
        QCOMPARE(outbox.due(at(100), false).size(), std::size_t(2));
        QVERIFY(outbox.due(at(200), true).empty()); // one at a time
        QCOMPARE(outbox.accepted().size(), std::size_t(2));
        for (int i = 3; i <= 6; ++i)
            outbox.add(report(i, 200));
        QCOMPARE(outbox.due(at(200), false).size(), std::size_t(3));
        (void)outbox.accepted();
        QCOMPARE(outbox.due(at(200), true).size(), std::size_t(1)); // nobody waits for more
    }

    void whatIsRefusedComesAgainLater() {
        ReportOutbox outbox(2, Duration::milliseconds(0));
        outbox.add(report(1));
        outbox.add(report(2));
        QCOMPARE(outbox.due(at(0), false).size(), std::size_t(2));
        outbox.refused(QStringLiteral("busy"), at(0));
        QVERIFY(outbox.due(at(1), true).empty());
        QCOMPARE(outbox.due(at(10'000), true).size(), std::size_t(2));
        QCOMPARE(outbox.accepted().size(), std::size_t(2));
        QCOMPARE(outbox.size(), std::size_t(0));
    }

    void whatTheSinkIsLookingAtDoesNotExpire() {
        ReportOutbox outbox(1, Duration::milliseconds(0));
        outbox.add(report(1, 0, 50));
        outbox.add(report(2, 0, 50));
        QCOMPARE(outbox.due(at(0), false).size(), std::size_t(1));
        const auto gone = outbox.expired(at(60));
        QCOMPARE(gone.size(), std::size_t(1));
        QCOMPARE(gone[0].target, std::size_t(2));
        QCOMPARE(outbox.accepted().at(0).target, std::size_t(1));
    }

    void everyReportIsSettledOnceWhateverTheSinkDoes() {
        QVERIFY(rc::check("stored and expired reports together are all reports, each once", [] {
            ReportOutbox outbox(*rc::gen::inRange<std::size_t>(1, 20),
                                Duration::milliseconds(*rc::gen::inRange(0, 50)));
            std::multiset<std::size_t> settled;
            int added = 0;
            int now = 0;
            const auto settle = [&](const std::vector<UnstoredReport>& reports) {
                for (const UnstoredReport& one : reports)
                    settled.insert(one.target);
            };
            const int steps = *rc::gen::inRange(1, 200);
            for (int step = 0; step < steps; ++step) {
                now += *rc::gen::inRange(0, 2'000);
                for (int more = *rc::gen::inRange(0, 4); more > 0; --more, ++added)
                    outbox.add(report(added, now, now + *rc::gen::inRange(0, 60'000)));
                settle(outbox.expired(at(now)));
                if (outbox.due(at(now), *rc::gen::arbitrary<bool>()).empty())
                    continue;
                if (*rc::gen::arbitrary<bool>())
                    settle(outbox.accepted());
                else
                    outbox.refused(QStringLiteral("no"), at(now));
            }
            settle(outbox.takeAll());
            RC_ASSERT(settled.size() == std::size_t(added));
            for (int i = 0; i < added; ++i)
                RC_ASSERT(settled.count(std::size_t(i)) == 1U);
        }));
    }

    void aReportThatIsNeverTakenDoesNotKeepTheOthers() {
        ReportOutbox outbox(8, Duration::milliseconds(0));
        for (int i = 0; i < 40; ++i)
            outbox.add(report(i));
        std::set<std::size_t> stored;
        for (int now = 0; now < 600'000 && stored.size() < 39; now += 100) {
            const auto batch = outbox.due(at(now), true);
            if (batch.empty())
                continue;
            const bool hasPoison = std::any_of(batch.begin(), batch.end(), [](const MeterReport& one) {
                return one.deviceAddress == QStringLiteral("17");
            });
            if (hasPoison) {
                outbox.refused(QStringLiteral("poison"), at(now));
                continue;
            }
            for (const UnstoredReport& one : outbox.accepted())
                stored.insert(one.target);
        }
        QCOMPARE(stored.size(), std::size_t(39));
        QCOMPARE(outbox.takeAll().at(0).target, std::size_t(17));
    }
};

METERHALL_TEST_CASE(OutboxTest)
#include "outbox_test.moc"
