#include "core/calendar/accounting_month.h"
#include "core/calendar/financial_period.h"
#include "core/calendar/ladder_window.h"
#include "core/calendar/reading_interval.h"
#include "core/calendar/utility_zone.h"
#include "core/calendar/working_calendar.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

class CalendarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBusinessDayIsTheUtilitysOwn() {
        const auto zone = *UtilityZone::of(u"Asia/Shanghai", 0);
        // 2026-11-20T16:00Z is midnight in Shanghai.
        const Date next = *Date::of(2026, 11, 21);
        QVERIFY(*zone.businessDate(zone.startOf(next)) == next);
        QVERIFY(*zone.businessDate(zone.startOf(next) - Duration::microseconds(1)) == next.addDays(-1));
    }
};
METERHALL_TEST_CASE(CalendarTest)

#include "calendar_test.moc"
