#include "core/calendar/working_calendar.h"
#include "tests/support/test_case.h"

#include <QFile>
#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;

namespace {
Date day(const char* text) {
    return Date::parse(QString::fromLatin1(text)).value();
}

WorkingCalendar chinaIn2026() {
    QFile file(tests::sourceFolder() + QStringLiteral("/resources/calendars/cn-2026.csv"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the calendar of 2026 is missing");
    return WorkingCalendar::parse(QString::fromUtf8(file.readAll())).value();
}
} // namespace

class WorkingCalendarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dueDatesMoveToTheNextWorkingDay_data() {
        QTest::addColumn<QString>("due");
        QTest::addColumn<QString>("moved");
        QTest::newRow("an ordinary Friday") << "2026-11-20"
                                            << "2026-11-20";
        QTest::newRow("a Saturday") << "2026-11-21"
                                    << "2026-11-23";
        QTest::newRow("the hall is shut on 31 October") << "2026-10-31"
                                                        << "2026-11-02";
        QTest::newRow("first day of the National Day week") << "2026-10-01"
                                                            << "2026-10-08";
        QTest::newRow("a Saturday that is worked") << "2026-10-10"
                                                   << "2026-10-10";
        QTest::newRow("the Sunday after it") << "2026-10-11"
                                             << "2026-10-12";
        QTest::newRow("Spring Festival") << "2026-02-15"
                                         << "2026-02-24";
        QTest::newRow("the Sunday that New Year borrowed") << "2026-01-04"
                                                           << "2026-01-04";
        QTest::newRow("a Monday holiday") << "2026-04-06"
                                          << "2026-04-07";
    }
    void dueDatesMoveToTheNextWorkingDay() {
        QFETCH(QString, due);
        QFETCH(QString, moved);
        QCOMPARE(chinaIn2026().nextWorkingDay(*Date::parse(due))->toString(), moved);
    }

    void aTableSaysWhereItCameFromAndHowFarItGoes() {
        const auto calendar = chinaIn2026();
        QVERIFY(calendar.source().contains(QStringLiteral("State Council")));
        QVERIFY(calendar.covers(day("2026-12-31")));
        QVERIFY(!calendar.covers(day("2027-01-01"))); // published in November of the year before
        QCOMPARE(calendar.nameOf(day("2026-10-01")), QStringLiteral("国庆节"));
        QVERIFY(calendar.nameOf(day("2026-11-20")).isEmpty());
        QVERIFY(!WorkingCalendar::weekendsOnly().covers(day("2026-01-01")));
    }

    // 365 days, 104 of them weekend days; 33 listed as holidays, 14 of those on weekends; 6 weekend days worked.
    void theYearHasAsManyWorkingDaysAsTheNoticeLeaves() {
        QCOMPARE(chinaIn2026().workingDaysBetween(day("2026-01-01"), day("2027-01-01")), 365 - 104 - (33 - 14) + 6);
    }

    void workingDaysAreCountedAcrossHolidays() {
        const auto calendar = chinaIn2026();
        QCOMPARE(calendar.addWorkingDays(day("2026-09-30"), 1)->toString(), QStringLiteral("2026-10-08"));
        QCOMPARE(calendar.addWorkingDays(day("2026-09-30"), 3)->toString(), QStringLiteral("2026-10-10"));
        QCOMPARE(calendar.addWorkingDays(day("2026-10-08"), -1)->toString(), QStringLiteral("2026-09-30"));
        QCOMPARE(calendar.addWorkingDays(day("2026-10-03"), 0)->toString(), QStringLiteral("2026-10-03"));
        // 1000 weeks of five days: the search for one day is bounded, the count is not.
        QVERIFY(*WorkingCalendar::weekendsOnly().addWorkingDays(day("2026-11-20"), 5000) ==
                day("2026-11-20").addDays(7000));
    }

    void daysCanBeSaidOneByOne() {
        const std::vector<SpecialDay> days{*SpecialDay::parse(u"2026-10-05", u"holiday", u"国庆节"),
                                           *SpecialDay::parse(u" 2026-10-10", u"workday ", u""),
                                           *SpecialDay::parse(u"2027-01-01", u"ordinary", u"元旦")};
        const auto calendar = WorkingCalendar::of(days);
        QVERIFY(!calendar.isWorkingDay(day("2026-10-05")));
        QVERIFY(calendar.isWorkingDay(day("2026-10-10")));
        QVERIFY(calendar.isWorkingDay(day("2027-01-01")));
        QVERIFY(!calendar.isWorkingDay(day("2026-10-11")));
        QVERIFY(calendar.covers(day("2026-12-31")) && !calendar.covers(day("2025-12-31")));
        QVERIFY(SpecialDay::parse(u"2026-10-05", u"party", u"").failedWith(CalendarError::BadCalendarLine));
        QVERIFY(
            SpecialDay::parse(u"2026-10-05", u"holiday", QString(61, u'x')).failedWith(CalendarError::BadCalendarLine));
        for (const DayKind kind : {DayKind::Holiday, DayKind::MakeUpDay, DayKind::Ordinary})
            QVERIFY(SpecialDay::parse(u"2026-10-05", codeOf(kind), u"")->kind == kind);
    }

    void badTablesAreRefused_data() {
        QTest::addColumn<QString>("lines");
        QTest::newRow("no source") << "2026-10-01,holiday,x";
        QTest::newRow("no date") << "# source: s\n2026-02-30,holiday,x";
        QTest::newRow("unknown kind") << "# source: s\n2026-10-01,vacation,x";
        QTest::newRow("no kind") << "# source: s\n2026-10-01";
        QTest::newRow("too many fields") << "# source: s\n2026-10-01,holiday,x,y";
        QTest::newRow("the same day twice") << "# source: s\n2026-10-01,holiday,x\n2026-10-01,workday,x";
        QTest::newRow("a week without work") << "# source: s\n# weekend: 1 2 3 4 5 6 7";
        QTest::newRow("an eighth weekday") << "# source: s\n# weekend: 8";
        QTest::newRow("a year in words") << "# source: s\n# covers: next";
    }
    void badTablesAreRefused() {
        QFETCH(QString, lines);
        QVERIFY(!WorkingCalendar::parse(lines).ok());
    }
    void anErrorNamesItsLine() {
        const auto refused = WorkingCalendar::parse(u"# source: s\n\n2026-10-01,vacation,x");
        QCOMPARE(refused.error().toString(),
                 QStringLiteral("calendar.BadCalendarLine(2026-10-01,vacation,x) in line 3"));
    }

    void otherCountriesHaveOtherWeekends() {
        const auto calendar = *WorkingCalendar::parse(u"# source: s\r\n# weekend: 5 6\r\n# covers: 2026 2027\r\n");
        QVERIFY(calendar.isWorkingDay(day("2026-11-22")));  // a Sunday
        QVERIFY(!calendar.isWorkingDay(day("2026-11-20"))); // a Friday
        QVERIFY(calendar.covers(day("2027-06-01")));
    }

    void theEndOfTimeIsAnErrorAndNotALoop() {
        const auto calendar = *WorkingCalendar::parse(u"# source: s\n2199-12-31,holiday,x");
        QVERIFY(calendar.nextWorkingDay(day("2199-12-31")).failedWith(CalendarError::OutOfRange));
        QVERIFY(calendar.addWorkingDays(day("2199-12-01"), 1000).failedWith(CalendarError::OutOfRange));
        QVERIFY(calendar.addWorkingDays(day("1900-01-10"), -1000).failedWith(CalendarError::OutOfRange));
        QString endless = QStringLiteral("# source: s\n");
        for (int i = 0; i < 500; ++i)
            endless += day("2026-01-01").addDays(i).toString() + QStringLiteral(",holiday,x\n");
        const auto shut = *WorkingCalendar::parse(endless);
        QVERIFY(shut.nextWorkingDay(day("2026-01-01")).failedWith(CalendarError::NoWorkingDay));
        QVERIFY(shut.addWorkingDays(day("2026-01-01"), 1).failedWith(CalendarError::NoWorkingDay));
    }

    void addingWorkingDaysIsCounting() {
        const auto calendar = chinaIn2026();
        QVERIFY(rc::check("n days on are n working days; back again; the next working day is on or after", [&] {
            const Date start = day("2025-06-01").addDays(*rc::gen::inRange(0, 800));
            const int n = *rc::gen::inRange(1, 200);
            const Date later = *calendar.addWorkingDays(start, n);
            RC_ASSERT(calendar.isWorkingDay(later) && later > start);
            RC_ASSERT(calendar.workingDaysBetween(start.addDays(1), later.addDays(1)) == n);
            if (calendar.isWorkingDay(start))
                RC_ASSERT(*calendar.addWorkingDays(later, -n) == start);
            const Date next = *calendar.nextWorkingDay(start);
            RC_ASSERT(next >= start && calendar.isWorkingDay(next));
            RC_ASSERT(calendar.workingDaysBetween(start, next) == 0);
        }));
    }
};
METERHALL_TEST_CASE(WorkingCalendarTest)

#include "working_calendar_test.moc"
