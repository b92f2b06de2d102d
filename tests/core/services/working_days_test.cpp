#include "core/services/ingest.h"
#include "core/services/working_days.h"
#include "core/storage/billing_store.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using meterhall::tests::SmallTown;

/// The utility's time and its working days are data of its database, on both engines.
class WorkingDaysTest : public tests::SmallTownTest {
    Q_OBJECT

    static SpecialDay special(const char* day, DayKind kind) {
        return {*Date::parse(QString::fromLatin1(day)), kind, QStringLiteral("调休")};
    }
    Result<services::ImportResult> say(const std::vector<SpecialDay>& days, Person person = Person::Administrator) {
        std::vector<services::CalendarRow> rows;
        for (const SpecialDay& day : days)
            rows.push_back({int(rows.size()) + 2, QByteArrayLiteral("row"), day});
        return services::importSpecialDays(as(person), rows);
    }
    /// Issues the bills of a book and gives the day they are due, fifteen days after `today` or later.
    QString dueOf(const char* book) {
        const auto run = town().draft(town().book(book));
        const auto checked = services::checkBills(as(Person::Checker), run.run);
        const auto issued = services::issueBills(as(Person::Drafter), run.run);
        if (!checked.ok() || !issued.ok() || issued->issued == 0)
            return QStringLiteral("nothing was issued");
        return dueOfHome(book == std::string_view("01") ? 1 : 11);
    }
    QString dueOfHome(int home) {
        const auto database = town().openDirectly();
        QString due;
        const auto read = storage::BillingStore(*database).eachBill([&](const storage::StoredBill& bill) {
            if (bill.account == town().account(home, Commodity::Gas))
                due = bill.dueOn.toString();
            return Result<void>();
        });
        return read.ok() ? due : read.error().toString();
    }
    void readAll() {
        std::vector<MeterReport> reports;
        for (int home = 1; home <= SmallTown::homes; ++home)
            reports.push_back(town().report(home, Commodity::Gas, "121.90"));
        VERIFY_OK(services::ingest(as(Person::Reader), reports));
    }

private Q_SLOTS:
    // Fifteen days after Friday 20 November 2026 is Saturday 5 December.
    void withoutSpecialDaysAWeekendMovesADueDateToMonday() {
        readAll();
        QCOMPARE(dueOf("01"), QStringLiteral("2026-12-07"));
    }

    void aDueDateOnAHolidayMovesToTheNextWorkingDay() {
        VERIFY_OK(say({special("2026-12-07", DayKind::Holiday), special("2026-12-08", DayKind::Holiday)}));
        readAll();
        QCOMPARE(dueOf("01"), QStringLiteral("2026-12-09"));
    }

    void aMakeUpSaturdayIsAWorkingDay() {
        VERIFY_OK(say({special("2026-12-05", DayKind::MakeUpDay)}));
        readAll();
        QCOMPARE(dueOf("01"), QStringLiteral("2026-12-05"));
    }

    void aChangedCalendarMovesOnlyLaterBills() {
        readAll();
        QCOMPARE(dueOf("01"), QStringLiteral("2026-12-07"));
        // The clerk's session stays open meanwhile: the calendar is read again because there is more of it.
        VERIFY_OK(say({special("2026-12-07", DayKind::Holiday)}));
        QCOMPARE(dueOf("02"), QStringLiteral("2026-12-08"));
        QCOMPARE(dueOfHome(1), QStringLiteral("2026-12-07"));
        QCOMPARE(violations(), 0);
    }

    void theLastWordOnADayCounts() {
        VERIFY_OK(say({special("2026-12-07", DayKind::Holiday)}));
        VERIFY_OK(say({special("2026-12-07", DayKind::Ordinary)}));
        QVERIFY(services::specialDays(as(Person::Cashier), {})->empty());
        readAll();
        QCOMPARE(dueOf("01"), QStringLiteral("2026-12-07"));
    }

    void goodRowsAreTakenOnce() {
        const std::vector<SpecialDay> days{special("2026-10-01", DayKind::Holiday),
                                           special("2027-01-01", DayKind::Holiday),
                                           special("2026-10-01", DayKind::MakeUpDay)};
        const auto first = say(days);
        VERIFY_OK(first);
        QCOMPARE(first->taken, 2);
        QCOMPARE(int(first->errors.size()), 1);
        QCOMPARE(first->errors.front().row, 4);
        QVERIFY(first->errors.front().reason.is(CalendarError::ConflictingDay));
        const auto again = say({days.begin(), days.begin() + 2});
        VERIFY_OK(again);
        QCOMPARE(again->taken, 0);
        QCOMPARE(again->known, 2);
        QCOMPARE(services::specialDays(as(Person::Reader), 2026)->size(), std::size_t(1));
        QCOMPARE(services::specialDays(as(Person::Reader), {})->size(), std::size_t(2));
    }

    void onlyAdministratorsSayWhatDaysAreWorked() {
        QVERIFY(say({special("2026-12-07", DayKind::Holiday)}, Person::Cashier).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::specialDays(as(Person::Cashier), {})->empty());
    }

    // Nine in the morning in Shanghai is one at night in London, and there the day begins at four.
    void everySeatHasTheDayOfTheDatabase() {
        SmallTown london(town().onSqlite(), services::UtilitySettings{QStringLiteral("Europe/London"), 4});
        for (const Person person : {Person::Administrator, Person::Cashier, Person::Reader}) {
            QCOMPARE(london.session(person).zone().id(), QStringLiteral("Europe/London"));
            QCOMPARE(london.session(person).businessDay().toString(), QStringLiteral("2026-11-19"));
        }
    }

    void aZoneNobodyKnowsSetsNothingUp() {
        auto workplace = town().workplaceFor(Person::Administrator);
        const services::FirstOperator first{QStringLiteral("z1"), QStringLiteral("Z"), SmallTown::password()};
        QVERIFY(services::setUpWorkplace(workplace, {}, first, {QStringLiteral("Asia/Nowhere"), 0})
                    .failedWith(CalendarError::UnknownZone));
        QVERIFY(services::setUpWorkplace(workplace, {}, first, {QStringLiteral("Asia/Shanghai"), 13})
                    .failedWith(CalendarError::BadDayStart));
    }

    void aDatabaseThatWasSetUpBeforeIsInShanghai() {
        town().signOut();
        const auto database = town().openDirectly();
        VERIFY_OK(database->driver().script(
            town().onSqlite() ? "DROP TRIGGER utility_settings_no_delete; DELETE FROM utility_settings"
                              : "ALTER TABLE utility_settings DISABLE TRIGGER USER; DELETE FROM utility_settings"));
        QCOMPARE(as(Person::Cashier).zone().id(), QStringLiteral("Asia/Shanghai"));
    }
};
METERHALL_TEST_CASE(WorkingDaysTest)

#include "working_days_test.moc"
