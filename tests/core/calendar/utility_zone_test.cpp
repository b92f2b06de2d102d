#include "core/calendar/utility_zone.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;

namespace {
Instant utc(int year, int month, int day, int hour) {
    const int days = Date::of(year, month, day)->daysSince(*Date::of(1970, 1, 1));
    return Instant::fromMicroseconds(0) + Duration::hours(std::int64_t(days) * 24 + hour);
}
} // namespace

class UtilityZoneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBusinessDayIsTheUtilitysOwn() {
        const auto zone = *UtilityZone::of(u"Asia/Shanghai", 0);
        QCOMPARE(zone.id(), QStringLiteral("Asia/Shanghai"));
        QCOMPARE(zone.businessDate(utc(2026, 11, 20, 15))->toString(), QStringLiteral("2026-11-20"));
        QCOMPARE(zone.businessDate(utc(2026, 11, 20, 16))->toString(), QStringLiteral("2026-11-21"));
        QVERIFY(zone.startOf(*Date::of(2026, 11, 21)) == utc(2026, 11, 20, 16));
        QCOMPARE(zone.localText(utc(2026, 11, 20, 16)), QStringLiteral("2026-11-21 00:00:00"));
    }

    void aDayMayBeginLaterThanMidnight() {
        const auto zone = *UtilityZone::of(u"Asia/Shanghai", 4);
        QCOMPARE(zone.businessDate(utc(2026, 11, 20, 19))->toString(), QStringLiteral("2026-11-20")); // 03:00
        QCOMPARE(zone.businessDate(utc(2026, 11, 20, 20))->toString(), QStringLiteral("2026-11-21")); // 04:00
    }

    void theLastMicrosecondBefore1970BelongsTo1969() {
        const auto zone = *UtilityZone::of(u"UTC", 0);
        QCOMPARE(zone.businessDate(Instant::fromMicroseconds(-1))->toString(), QStringLiteral("1969-12-31"));
        QCOMPARE(zone.businessDate(Instant::fromMicroseconds(0))->toString(), QStringLiteral("1970-01-01"));
    }

    void aDayIsAsLongAsTheClocksMakeIt() {
        const auto zone = *UtilityZone::of(u"Europe/Berlin", 0);
        const auto hours = [&](const Date& date) {
            return int((zone.startOf(date.addDays(1)) - zone.startOf(date)).inMilliseconds() / 3'600'000);
        };
        QCOMPARE(hours(*Date::of(2026, 3, 29)), 23);
        QCOMPARE(hours(*Date::of(2026, 10, 25)), 25);
        QCOMPARE(hours(*Date::of(2026, 11, 20)), 24);
    }

    void impossibleZonesAreRefused() {
        QVERIFY(UtilityZone::of(u"Asia/Atlantis", 0).failedWith(CalendarError::UnknownZone));
        QVERIFY(UtilityZone::of(u"", 0).failedWith(CalendarError::UnknownZone));
        QVERIFY(UtilityZone::of(u"Asia/Shanghai", -1).failedWith(CalendarError::BadDayStart));
        QVERIFY(UtilityZone::of(u"Asia/Shanghai", 13).failedWith(CalendarError::BadDayStart));
    }

    void anInstantFarFromOurTimeHasNoBusinessDay() {
        const auto zone = *UtilityZone::of(u"Asia/Shanghai", 0);
        QVERIFY(!zone.businessDate(Instant::fromMicroseconds(std::numeric_limits<std::int64_t>::max())).ok());
        QVERIFY(!zone.businessDate(Instant::fromMicroseconds(std::numeric_limits<std::int64_t>::min())).ok());
    }

    void businessDaysTileTheTimeLine() {
        QVERIFY(rc::check("a day holds its first microsecond and not the one before it", [] {
            const auto id = *rc::gen::element<QString>(
                QStringLiteral("Asia/Shanghai"), QStringLiteral("Europe/Berlin"), QStringLiteral("America/New_York"),
                QStringLiteral("America/Havana"), QStringLiteral("Australia/Lord_Howe"), QStringLiteral("Asia/Beirut"));
            const auto zone = *UtilityZone::of(id, *rc::gen::inRange(0, 13));
            const Date date = Date::of(2000, 1, 1)->addDays(*rc::gen::inRange(0, 12'000));
            const Instant start = zone.startOf(date);
            RC_ASSERT(*zone.businessDate(start) == date);
            RC_ASSERT(*zone.businessDate(start - Duration::microseconds(1)) == date.addDays(-1));
            const auto within =
                *rc::gen::inRange<std::int64_t>(0, (zone.startOf(date.addDays(1)) - start).inMicroseconds());
            RC_ASSERT(*zone.businessDate(start + Duration::microseconds(within)) == date);
        }));
    }

    // Random dates rarely meet the two days a year on which clocks change; here the day begins in that very hour.
    void noHourOfAYearGoesBackToAnEarlierDay_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("dayStart");
        QTest::newRow("the hour that comes twice") << "Europe/Berlin" << 2;
        QTest::newRow("the hour that is missing") << "America/New_York" << 2;
        QTest::newRow("the first hour that comes twice") << "America/New_York" << 1;
        QTest::newRow("midnight comes twice") << "America/Havana" << 0;
        QTest::newRow("midnight is missing") << "Asia/Beirut" << 0;
        QTest::newRow("half an hour") << "Australia/Lord_Howe" << 2;
    }
    void noHourOfAYearGoesBackToAnEarlierDay() {
        QFETCH(QString, id);
        QFETCH(int, dayStart);
        const auto zone = *UtilityZone::of(id, dayStart);
        Date last = *zone.businessDate(utc(2020, 1, 1, 0));
        for (int halfHours = 0; halfHours < 366 * 48; ++halfHours) {
            const Instant now = utc(2020, 1, 1, 0) + Duration::minutes(std::int64_t(30) * halfHours);
            const Date date = *zone.businessDate(now);
            QVERIFY2(date == last || date == last.addDays(1), qPrintable(zone.localText(now)));
            if (date != last)
                QVERIFY2(zone.startOf(date) == now, qPrintable(zone.localText(now)));
            last = date;
        }
    }
};
METERHALL_TEST_CASE(UtilityZoneTest)

#include "utility_zone_test.moc"
