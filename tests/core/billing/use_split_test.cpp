#include "core/billing/use_split.h"
#include "tests/core/billing/sample_tariffs.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::tests;

class UseSplitTest : public QObject {
    Q_OBJECT

private:
    static constexpr SplitRounding whole{BilledQuantity::ofMicro(1'000'000), RoundingMode::HalfUp};

    static ReadingInterval days(const char* from, const char* to) { return *ReadingInterval::of(day(from), day(to)); }
    static QString told(const Result<UseSplit>& split) {
        return split.ok() ? QStringLiteral("%1 + %2").arg(split->before.toString(), split->after.toString())
                          : split.error().code().toString();
    }

private Q_SLOTS:
    void theBoundarysDayBelongsToTheSecondPart() {
        // 17 of 62 days: 62 m3 divide into 17 and 45.
        const auto interval = days("2025-12-15", "2026-02-15");
        QCOMPARE(told(splitByDays(amount("62"), interval, day("2026-01-01"), whole)), QStringLiteral("17 + 45"));
        QCOMPARE(told(splitByDays(amount("10"), interval, day("2026-01-01"), whole)), QStringLiteral("3 + 7"));
        QCOMPARE(told(splitByDays(amount("10"), interval, day("2025-12-15"), whole)), QStringLiteral("0 + 10"));
        QCOMPARE(told(splitByDays(amount("10"), interval, day("2026-02-15"), whole)), QStringLiteral("10 + 0"));
        QCOMPARE(told(splitByDays(amount("10"), interval, day("2030-01-01"), whole)), QStringLiteral("10 + 0"));
    }

    void aPriceChangesByReadingDateDayOrReading() {
        const auto interval = days("2026-06-20", "2026-07-20");
        const Date effective = day("2026-07-10");
        const auto by = [&](PriceChangeRule rule, std::optional<BilledQuantity> until = {}) {
            return told(splitAtPriceChange(rule, amount("61"), interval, effective, whole, until));
        };
        QCOMPARE(by(PriceChangeRule::ByReadingDate), QStringLiteral("0 + 61"));
        QCOMPARE(by(PriceChangeRule::ByDay), QStringLiteral("41 + 20"));
        QCOMPARE(by(PriceChangeRule::BySubReading, amount("50")), QStringLiteral("50 + 11"));
        QCOMPARE(by(PriceChangeRule::BySubReading), QStringLiteral("billing.MissingSubReading"));
        // A reading of the very day has the new price, one before it the old.
        const auto to = [&](const char* read) {
            return told(splitAtPriceChange(PriceChangeRule::ByReadingDate, amount("9"), days("2026-06-20", read),
                                           effective, whole));
        };
        QCOMPARE(to("2026-07-10"), QStringLiteral("0 + 9"));
        QCOMPARE(to("2026-07-09"), QStringLiteral("9 + 0"));
    }

    void aNewWindowTakesByDayAllOrNothing() {
        const auto by = [&](WindowBoundaryRule rule) {
            return told(splitAtWindow(rule, amount("62"), days("2025-12-15", "2026-02-15"), day("2026-01-01"), whole));
        };
        QCOMPARE(by(WindowBoundaryRule::ByDay), QStringLiteral("17 + 45"));
        QCOMPARE(by(WindowBoundaryRule::WholeToReadingDate), QStringLiteral("0 + 62"));
        QCOMPARE(by(WindowBoundaryRule::WholeToOldWindow), QStringLiteral("62 + 0"));
    }

    void partsAlwaysAddUp() {
        QVERIFY(rc::check([] {
            const auto use = BilledQuantity::ofMicro(*rc::gen::inRange<std::int64_t>(-5'000'000'000, 5'000'000'000));
            const Date from = day("2026-01-01");
            const int length = *rc::gen::inRange(1, 400);
            const auto interval = *ReadingInterval::of(from, from.addDays(length));
            const SplitRounding rounding{BilledQuantity::ofMicro(*rc::gen::inRange<std::int64_t>(1, 2'000'000)),
                                         RoundingMode::HalfEven};
            const auto split = *splitByDays(use, interval, from.addDays(*rc::gen::inRange(-10, 410)), rounding);
            RC_ASSERT(*split.before.plus(split.after) == use);
            RC_ASSERT(split.daysBefore + split.daysAfter == length);
        }));
    }
};
METERHALL_TEST_CASE(UseSplitTest)

#include "use_split_test.moc"
