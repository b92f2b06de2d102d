#include "core/ledger/arrears.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;

namespace {

const Date today = *Date::of(2026, 11, 20);

OpenBill bill(int daysLate, std::int64_t minor) {
    return {BillId::fromRaw(1), AccountId::fromRaw(1), LegalEntityId::fromRaw(1), today.addDays(-daysLate),
            Money::ofMinor(minor, Currency::cny())};
}

} // namespace

class ArrearsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyBoundBelongsToTheYoungerAge_data() {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("age");
        const auto row = [](int days, const char* age) {
            QTest::addRow("%d days", days) << days << QString::fromLatin1(age);
        };
        row(-5, "not-due");
        row(0, "not-due");
        row(1, "0-30");
        row(30, "0-30");
        row(31, "31-90");
        row(90, "31-90");
        row(91, "91-180");
        row(180, "91-180");
        row(181, "181-360");
        row(360, "181-360");
        row(361, "1-2y");
        row(720, "1-2y");
        row(721, "2-3y");
        row(1080, "2-3y");
        row(1081, "over-3y");
        row(9000, "over-3y");
    }
    void everyBoundBelongsToTheYoungerAge() {
        QFETCH(int, days);
        QFETCH(QString, age);
        QCOMPARE(codeOf(ageOf(today.addDays(-days), today)), age);
    }

    void theAgesAddUpToWhatIsOwed() {
        QVERIFY(rc::check("parts sum to the whole", [] {
            std::vector<OpenBill> bills;
            for (int i = *rc::gen::inRange(0, 20); i > 0; --i)
                bills.push_back(bill(*rc::gen::inRange(-40, 1500), *rc::gen::inRange(1, 1'000'000)));
            const auto arrears = arrearsOf(bills, today, Currency::cny());
            RC_ASSERT(arrears.ok());
            std::int64_t all = 0;
            std::int64_t sum = 0;
            for (const OpenBill& one : bills)
                all += one.open.minor();
            for (const Money& part : arrears->byAge)
                sum += part.minor();
            RC_ASSERT(sum == all && arrears->owed.minor() == all);
            RC_ASSERT(arrears->overdue.minor() == all - arrears->of(ArrearsAge::NotDue).minor());
        }));
    }

    void anOverflowIsAnError() {
        const std::vector<OpenBill> bills{bill(40, std::numeric_limits<std::int64_t>::max()), bill(41, 1)};
        QVERIFY(!arrearsOf(bills, today, Currency::cny()).ok());
    }
};
METERHALL_TEST_CASE(ArrearsTest)

#include "arrears_test.moc"
