#include "core/calendar/accounting_month.h"
#include "core/calendar/financial_period.h"
#include "core/calendar/ladder_window.h"
#include "core/calendar/reading_interval.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;

// Four things that all look like "a month" and are not the same; none may be given for another.
static_assert(!std::is_convertible_v<ReadingInterval, LadderWindow>);
static_assert(!std::is_convertible_v<LadderWindow, ReadingInterval>);
static_assert(!std::is_convertible_v<AccountingMonth, FinancialPeriod>);
static_assert(!std::is_convertible_v<FinancialPeriod, AccountingMonth>);
static_assert(!std::is_constructible_v<AccountingMonth, Date> && !std::is_constructible_v<AccountingMonth, int>);
static_assert(!std::is_constructible_v<LadderWindow, ReadingInterval>);

namespace {
Date date(const char* text) {
    return Date::parse(QString::fromLatin1(text)).value();
}

rc::Gen<Date> anyDate() {
    return rc::gen::map(rc::gen::inRange(0, 300 * 365 - 24'000),
                        [](int days) { return Date::of(1930, 1, 1)->addDays(days); });
}
} // namespace

class SpansTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anIntervalEndsBeforeTheLaterReading() {
        const auto interval = *ReadingInterval::of(date("2026-10-03"), date("2026-11-05"));
        QCOMPARE(interval.days(), 33);
        QVERIFY(interval.contains(date("2026-10-03")) && interval.contains(date("2026-11-04")));
        QVERIFY(!interval.contains(date("2026-11-05")) && !interval.contains(date("2026-10-02")));
        QVERIFY(interval.lastDay() == date("2026-11-04"));
        QCOMPARE(interval.toString(), QStringLiteral("2026-10-03..2026-11-05"));
        QVERIFY(ReadingInterval::of(date("2026-10-03"), date("2026-10-03")).failedWith(CalendarError::EmptyInterval));
        QVERIFY(ReadingInterval::of(date("2026-10-04"), date("2026-10-03")).failedWith(CalendarError::EmptyInterval));
    }

    void theDayOfAPriceChangeBelongsToTheNewPrice() {
        const auto interval = *ReadingInterval::of(date("2026-12-20"), date("2027-01-20"));
        const auto halves = *interval.splitAt(date("2027-01-01"));
        QCOMPARE(halves.before.days(), 12);
        QCOMPARE(halves.after.days(), 19);
        QVERIFY(halves.after.contains(date("2027-01-01")) && !halves.before.contains(date("2027-01-01")));
        QVERIFY(interval.splitAt(interval.from()).failedWith(CalendarError::OutsideInterval));
        QVERIFY(interval.splitAt(interval.to()).failedWith(CalendarError::OutsideInterval));
    }

    void aSplitLosesNoDay() {
        QVERIFY(rc::check("days before + days after = days", [] {
            const Date from = *anyDate();
            const int days = *rc::gen::inRange(2, 800);
            const auto interval = *ReadingInterval::of(from, from.addDays(days));
            const auto halves = *interval.splitAt(from.addDays(*rc::gen::inRange(1, days)));
            RC_ASSERT(halves.before.days() + halves.after.days() == interval.days());
            RC_ASSERT(halves.before.from() == from && halves.before.to() == halves.after.from());
            RC_ASSERT(halves.after.to() == interval.to());
        }));
    }

    void aMonthIsANumberAndComesBack() {
        const auto month = *AccountingMonth::of(2026, 11);
        QCOMPARE(month.number(), 202611);
        QCOMPARE(month.toString(), QStringLiteral("2026-11"));
        QVERIFY(*AccountingMonth::parse(u"2026-11") == month);
        QVERIFY(*AccountingMonth::fromNumber(202611) == month);
        QVERIFY(AccountingMonth::containing(date("2026-11-30")) == month);
        QVERIFY(month.firstDay() == date("2026-11-01") && month.lastDay() == date("2026-11-30"));
        QCOMPARE(month.plusMonths(2)->number(), 202701);
        QCOMPARE(month.plusMonths(-11)->number(), 202512);
        QCOMPARE(AccountingMonth::fromNumber(202701)->monthsSince(month), 2);
    }

    void badMonthsAreRefused() {
        for (const std::int64_t number :
             {0LL, 2026LL, 202600LL, 202613LL, 189912LL, 220001LL, -202611LL, 4294967296202611LL})
            QVERIFY(AccountingMonth::fromNumber(number).failedWith(CalendarError::BadMonth));
        for (const char* text : {"", "2026", "2026-13", "2026-1", "2026-11-01", "202611", "2026/11"})
            QVERIFY2(AccountingMonth::parse(QString::fromLatin1(text)).failedWith(CalendarError::BadMonth), text);
        QVERIFY(AccountingMonth::fromNumber(219912)->next().failedWith(CalendarError::BadMonth));
        QVERIFY(AccountingMonth::fromNumber(190001)->previous().failedWith(CalendarError::BadMonth));
        QVERIFY(AccountingMonth::fromNumber(190001)->plusMonths(-2'000'000).failedWith(CalendarError::BadMonth));
    }

    void monthArithmeticIsConsistent() {
        QVERIFY(rc::check("plusMonths is undone, monthsSince counts it, a month tiles the calendar", [] {
            const auto month = AccountingMonth::containing(*anyDate());
            const int n = *rc::gen::inRange(-300, 300);
            const auto other = *month.plusMonths(n);
            RC_ASSERT(*other.plusMonths(-n) == month);
            RC_ASSERT(other.monthsSince(month) == n);
            RC_ASSERT(*AccountingMonth::parse(month.toString()) == month);
            RC_ASSERT(month.lastDay().addDays(1) == month.next()->firstDay());
            RC_ASSERT(month.contains(month.firstDay()) && month.contains(month.lastDay()));
        }));
    }

    void aLadderWindowIsFoundFromAnyAnchor_data() {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("anchor");
        QTest::addColumn<int>("months");
        QTest::addColumn<QString>("window");
        QTest::newRow("year, inside") << "2026-11-20"
                                      << "2020-01-01" << 12 << "2026-01-01..2027-01-01";
        QTest::newRow("year, first day") << "2026-01-01"
                                         << "2020-01-01" << 12 << "2026-01-01..2027-01-01";
        QTest::newRow("year, last day") << "2026-12-31"
                                        << "2020-01-01" << 12 << "2026-01-01..2027-01-01";
        QTest::newRow("anchor in the future") << "2026-11-20"
                                              << "2030-01-01" << 12 << "2026-01-01..2027-01-01";
        QTest::newRow("heating year") << "2026-11-14"
                                      << "2015-11-15" << 12 << "2025-11-15..2026-11-15";
        QTest::newRow("heating year begins") << "2026-11-15"
                                             << "2015-11-15" << 12 << "2026-11-15..2027-11-15";
        QTest::newRow("two months") << "2026-11-20"
                                    << "2026-02-01" << 2 << "2026-10-01..2026-12-01";
        QTest::newRow("half year") << "2026-06-30"
                                   << "2026-01-01" << 6 << "2026-01-01..2026-07-01";
        QTest::newRow("month from the 31st, short month") << "2026-02-28"
                                                          << "2026-01-31" << 1 << "2026-02-28..2026-03-31";
        QTest::newRow("month from the 31st, day before") << "2026-02-27"
                                                         << "2026-01-31" << 1 << "2026-01-31..2026-02-28";
        QTest::newRow("leap day anchor, common year") << "2026-02-28"
                                                      << "2024-02-29" << 12 << "2026-02-28..2027-02-28";
        QTest::newRow("leap day anchor, leap year") << "2028-02-28"
                                                    << "2024-02-29" << 12 << "2027-02-28..2028-02-29";
    }
    void aLadderWindowIsFoundFromAnyAnchor() {
        QFETCH(QString, day);
        QFETCH(QString, anchor);
        QFETCH(int, months);
        QFETCH(QString, window);
        QCOMPARE(LadderWindow::containing(*Date::parse(day), *Date::parse(anchor), months)->toString(), window);
    }

    void ladderWindowsTileTheTimeLine() {
        QVERIFY(rc::check("the window holds its date; the next begins where it ends; all its days name it", [] {
            const Date day = *anyDate();
            const Date anchor = *anyDate();
            const int months = *rc::gen::oneOf(rc::gen::element(1, 2, 3, 6, 12), rc::gen::inRange(1, 25));
            const auto window = *LadderWindow::containing(day, anchor, months);
            RC_ASSERT(window.contains(day));
            RC_ASSERT(*LadderWindow::containing(window.from(), anchor, months) == window);
            RC_ASSERT(*LadderWindow::containing(window.to().addDays(-1), anchor, months) == window);
            RC_ASSERT(LadderWindow::containing(window.to(), anchor, months)->from() == window.to());
            RC_ASSERT(LadderWindow::containing(window.from().addDays(-1), anchor, months)->to() == window.from());
            // The windows of an anchor do not depend on which of its windows is named as the anchor, from day 1 to 28.
            if (anchor.day() <= 28)
                RC_ASSERT(*LadderWindow::containing(day, window.to(), months) == window);
        }));
    }

    void impossibleWindowsAreRefused() {
        const Date day = date("2026-11-20");
        QVERIFY(LadderWindow::containing(day, day, 0).failedWith(CalendarError::BadWindow));
        QVERIFY(LadderWindow::containing(day, day, 121).failedWith(CalendarError::BadWindow));
        QVERIFY(
            LadderWindow::containing(date("2199-12-31"), date("2020-01-01"), 12).failedWith(CalendarError::OutOfRange));
        QVERIFY(
            LadderWindow::containing(date("1900-01-01"), date("2020-07-01"), 12).failedWith(CalendarError::OutOfRange));
        QCOMPARE(LadderWindow::yearOf(day)->toString(), QStringLiteral("2026-01-01..2027-01-01"));
    }

    void financialPeriodsFollowTheCompanysClosing_data() {
        QTest::addColumn<int>("firstMonth");
        QTest::addColumn<int>("closingDay");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("period");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("calendar") << 1 << 31 << "2026-11-20"
                                  << "2026/11"
                                  << "2026-11-01"
                                  << "2026-12-01";
        QTest::newRow("calendar, last day") << 1 << 31 << "2026-12-31"
                                            << "2026/12"
                                            << "2026-12-01"
                                            << "2027-01-01";
        QTest::newRow("closing the 25th, on it") << 1 << 25 << "2026-11-25"
                                                 << "2026/11"
                                                 << "2026-10-26"
                                                 << "2026-11-26";
        QTest::newRow("closing the 25th, after it") << 1 << 25 << "2026-12-26"
                                                    << "2027/01"
                                                    << "2026-12-26"
                                                    << "2027-01-26";
        QTest::newRow("year from April") << 4 << 31 << "2027-03-31"
                                         << "2026/12"
                                         << "2027-03-01"
                                         << "2027-04-01";
        QTest::newRow("year from April, first") << 4 << 31 << "2027-04-01"
                                                << "2027/01"
                                                << "2027-04-01"
                                                << "2027-05-01";
        QTest::newRow("28 February") << 1 << 28 << "2026-02-28"
                                     << "2026/02"
                                     << "2026-01-29"
                                     << "2026-03-01";
        QTest::newRow("29 February") << 1 << 28 << "2028-02-29"
                                     << "2028/03"
                                     << "2028-02-29"
                                     << "2028-03-29";
    }
    void financialPeriodsFollowTheCompanysClosing() {
        QFETCH(int, firstMonth);
        QFETCH(int, closingDay);
        QFETCH(QString, day);
        const auto found = FinancialCalendar::of(firstMonth, closingDay)->periodOf(*Date::parse(day));
        QVERIFY(found.ok());
        QTEST(found->toString(), "period");
        QTEST(found->from().toString(), "from");
        QTEST(found->to().toString(), "to");
    }

    void financialPeriodsTileTheTimeLine() {
        QVERIFY(rc::check("every day is in one period; twelve follow each other in a year", [] {
            const auto calendar = *FinancialCalendar::of(*rc::gen::inRange(1, 13),
                                                         *rc::gen::oneOf(rc::gen::just(31), rc::gen::inRange(1, 29)));
            const Date day = *anyDate();
            const auto period = *calendar.periodOf(day);
            RC_ASSERT(period.contains(day));
            RC_ASSERT(*calendar.periodOf(period.from()) == period);
            RC_ASSERT(*calendar.periodOf(period.to().addDays(-1)) == period);
            const auto next = *calendar.periodOf(period.to());
            RC_ASSERT(next.from() == period.to());
            const int expected = period.ordinal() == 12 ? (period.year() + 1) * 100 + 1 : period.number() + 1;
            RC_ASSERT(next.number() == expected);
        }));
        QVERIFY(FinancialCalendar::of(0, 31).failedWith(CalendarError::BadPeriod));
        QVERIFY(FinancialCalendar::of(13, 31).failedWith(CalendarError::BadPeriod));
        QVERIFY(FinancialCalendar::of(1, 29).failedWith(CalendarError::BadPeriod));
        QVERIFY(FinancialCalendar::of(1, 0).failedWith(CalendarError::BadPeriod));
        QVERIFY(FinancialCalendar::calendarMonths() == *FinancialCalendar::of(1, 31));
        QVERIFY(!FinancialCalendar::calendarMonths().periodOf(date("2199-12-31")).ok());
        QVERIFY(!FinancialCalendar::calendarMonths().periodOf(date("1900-01-01")).ok());
    }
};
METERHALL_TEST_CASE(SpansTest)

#include "spans_test.moc"
