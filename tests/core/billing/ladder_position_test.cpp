#include "core/billing/ladder_position.h"
#include "tests/core/billing/sample_tariffs.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using namespace meterhall::tests;

class LadderPositionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsTheSumOfWhatWasIssuedAndMoved() {
        const LadderWindow year = *LadderWindow::yearOf(day("2026-06-01"));
        const std::vector<IssuedUse> issued = {{day("2025-12-31"), amount("400")},
                                               {day("2026-01-01"), amount("30")},
                                               {day("2026-03-05"), amount("45.5")},
                                               {day("2026-03-06"), amount("-45.5")},
                                               {day("2027-01-01"), amount("7")}};
        const auto event = [](const char* on, LadderEventKind kind, const char* moves) {
            return LadderEvent{AccountId::fromRaw(1), ServicePointId::fromRaw(2), day(on), kind, amount(moves)};
        };
        const std::vector<LadderEvent> events = {event("2026-01-01", LadderEventKind::Imported, "120"),
                                                 event("2026-05-01", LadderEventKind::Transfer, "-150"),
                                                 event("2025-05-01", LadderEventKind::Adjustment, "999")};
        QCOMPARE(*ladderPosition(year, issued, {}), amount("30"));
        QCOMPARE(*ladderPosition(year, issued, events), amount("0"));
        QCOMPARE(*ladderPosition(year, {}, {}), amount("0"));
    }

    void aSumThatDoesNotFitIsAnError() {
        const LadderWindow year = *LadderWindow::yearOf(day("2026-06-01"));
        const std::vector<IssuedUse> issued(2, {day("2026-01-01"), amount("9000000000000")});
        QVERIFY(ladderPosition(year, issued, {}).failedWith(QuantityError::Overflow));
    }
};
METERHALL_TEST_CASE(LadderPositionTest)

#include "ladder_position_test.moc"
