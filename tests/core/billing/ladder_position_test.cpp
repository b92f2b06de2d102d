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
                                                 event("2026-05-01", LadderEventKind::Adjustment, "-150"),
                                                 event("2025-05-01", LadderEventKind::Adjustment, "999")};
        const Date june = day("2026-06-01");
        QCOMPARE(*ladderPosition(year, issued, {}, june), amount("30"));
        QCOMPARE(*ladderPosition(year, issued, events, june), amount("0"));
        QCOMPARE(*ladderPosition(year, {}, {}, june), amount("0"));
    }

    void aLadderThatBeginsAnewLeavesWhatWasCountedBefore() {
        const LadderWindow year = *LadderWindow::yearOf(day("2026-06-01"));
        const std::vector<IssuedUse> issued = {{day("2026-03-05"), amount("200")},
                                               {day("2026-05-10"), amount("20")},
                                               {day("2026-06-05"), amount("7")},
                                               {day("2026-09-05"), amount("8")}};
        const auto event = [](const char* on, LadderEventKind kind, const char* moves) {
            return LadderEvent{AccountId::fromRaw(1), ServicePointId::fromRaw(2), day(on), kind, amount(moves)};
        };
        const std::vector<LadderEvent> events = {
            event("2026-01-01", LadderEventKind::Imported, "120"), event("2026-05-10", LadderEventKind::Transfer, "0"),
            event("2026-07-01", LadderEventKind::Adjustment, "1"), event("2026-08-01", LadderEventKind::Transfer, "0")};
        // The former holder's last bill, the new one's first, and one of the third holder.
        QCOMPARE(*ladderPosition(year, std::span(issued).first(1), events, day("2026-03-05")), amount("321"));
        QCOMPARE(*ladderPosition(year, std::span(issued).first(2), events, day("2026-05-10")), amount("1"));
        QCOMPARE(*ladderPosition(year, std::span(issued).first(3), events, day("2026-06-05")), amount("8"));
        QCOMPARE(*ladderPosition(year, issued, events, day("2026-09-05")), amount("8"));
        QCOMPARE(ladderBegan(events, day("2026-05-09")), std::optional<Date>());
        QCOMPARE(ladderBegan(events, day("2026-05-10")), std::optional(day("2026-05-10")));
    }

    void aSumThatDoesNotFitIsAnError() {
        const LadderWindow year = *LadderWindow::yearOf(day("2026-06-01"));
        const std::vector<IssuedUse> issued(2, {day("2026-01-01"), amount("9000000000000")});
        QVERIFY(ladderPosition(year, issued, {}, day("2026-06-01")).failedWith(QuantityError::Overflow));
    }
};
METERHALL_TEST_CASE(LadderPositionTest)

#include "ladder_position_test.moc"
