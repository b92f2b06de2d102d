#include "core/services/arrears.h"
#include "core/services/customers.h"
#include "core/services/ingest.h"
#include "core/services/meters.h"
#include "core/storage/registry_store.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

/// Meters that come and go, and bills across it, on both engines.
class MetersTest : public tests::SmallTownTest {
    Q_OBJECT

    const QString m_newAddress = QStringLiteral("78110000009001");

    static Decimal dial(const char* text) { return *Decimal::parse(QString::fromLatin1(text)); }

    services::NewMeter newMeter() const {
        return {.number = QStringLiteral("NEW9001"),
                .digits = 5,
                .protocol = QStringLiteral("cjt188"),
                .deviceAddress = m_newAddress,
                .profile = QStringLiteral("rongtai_g25"),
                .terminal = QStringLiteral("0571-00001"),
                .port = 1};
    }
    /// The meter of home 1, billed to 100.40 on 20 October, goes on 10 November at 110.70.
    services::ExchangeRequest exchange() {
        return {.key = as(Person::MeterKeeper).newKey(),
                .oldMeter = town().meter(1, Commodity::Gas),
                .on = *Date::of(2026, 11, 10),
                .endDial = dial("110.70"),
                .next = newMeter(),
                .startDial = dial("0.00"),
                .unit = QStringLiteral("m3")};
    }
    MeterReport reportOfNew(const char* value) const {
        MeterReport report = town().report(1, Commodity::Gas, value);
        report.deviceAddress = m_newAddress;
        return report;
    }
    QString billed(const char* book = "01") {
        const auto run = town().draft(town().book(book));
        const auto checked = services::checkBills(as(Person::Checker), run.run);
        const auto issued = services::issueBills(as(Person::Drafter), run.run);
        if (!checked.ok() || !issued.ok())
            return QStringLiteral("not issued");
        const std::vector<AccountId> accounts{town().account(1, Commodity::Gas)};
        const auto dues = services::duesOf(as(Person::Cashier), accounts);
        return dues.ok() ? dues->open.toString() : dues.error().toString();
    }

private Q_SLOTS:
    void aBillAcrossAnExchangeCountsBothMetersOnOneLadder() {
        VERIFY_OK(services::exchangeMeter(as(Person::MeterKeeper), exchange()));
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{reportOfNew("11.90")}));
        // 10 m3 on the old meter, 11 on the new one; the ladder stood at 290 of 300: 10 x 2.70 + 11 x 2.942.
        QCOMPARE(billed(), QStringLiteral("59.36"));
        town().moveTo(*Date::of(2026, 12, 20));
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{reportOfNew("21.90")}));
        // And ten more of the second tier.
        QCOMPARE(billed(), QStringLiteral("88.78"));
        QCOMPARE(violations(), 0);
    }

    void aReadingOfTheOldMeterIsNoLongerOurs() {
        VERIFY_OK(services::exchangeMeter(as(Person::MeterKeeper), exchange()));
        const auto late = services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "130.00")});
        VERIFY_OK(late);
        QCOMPARE(late->stored, 0);
        const auto run = town().draft(town().book("01"));
        QCOMPARE(run.billable, 0); // the new meter was not read
    }

    void theSameKeyIsOneExchange() {
        const auto request = exchange();
        const auto first = services::exchangeMeter(as(Person::MeterKeeper), request);
        VERIFY_OK(first);
        const auto again = services::exchangeMeter(as(Person::MeterKeeper), request);
        VERIFY_OK(again);
        QVERIFY(again->alreadyDone && again->newMeter == first->newMeter);
        auto other = request;
        other.startDial = dial("1.00");
        QVERIFY(
            services::exchangeMeter(as(Person::MeterKeeper), other).failedWith(RegistryError::KeyUsedForSomethingElse));
        const auto found = services::findAccounts(as(Person::Cashier), QStringLiteral("NEW9001"), 5);
        VERIFY_OK(found);
        QCOMPARE(found->size(), std::size_t(1));
    }

    void anExchangeIsTakenBackByAnother() {
        const auto request = exchange();
        const auto done = services::exchangeMeter(as(Person::MeterKeeper), request);
        VERIFY_OK(done);
        const services::ExchangeRequest back{.key = as(Person::MeterKeeper).newKey(),
                                             .oldMeter = done->newMeter,
                                             .on = request.on,
                                             .endDial = dial("0.00"),
                                             .next = request.oldMeter,
                                             .startDial = request.endDial,
                                             .unit = QStringLiteral("m3")};
        VERIFY_OK(services::exchangeMeter(as(Person::MeterKeeper), back));
        QVERIFY(services::exchangeMeter(as(Person::MeterKeeper), back)->alreadyDone);
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "121.90")}));
        QCOMPARE(billed(), QStringLiteral("59.36"));
        QCOMPARE(violations(), 0);
    }

    void whatIsWrongWithAnExchangeIsNamed() {
        const auto refusal = [&](const services::ExchangeRequest& request) {
            const auto result = services::exchangeMeter(as(Person::MeterKeeper), request);
            return result.ok() ? QString()
                               : QString::fromLatin1(result.error().code().name().data(),
                                                     qsizetype(result.error().code().name().size()));
        };
        auto request = exchange();
        request.unit = QStringLiteral("kWh");
        QCOMPARE(refusal(request), QStringLiteral("UnitDiffers"));
        request = exchange();
        request.on = town().today().addDays(1);
        QCOMPARE(refusal(request), QStringLiteral("BadDay"));
        request.on = *Date::of(2026, 10, 20);
        QCOMPARE(refusal(request), QStringLiteral("BilledAlready"));
        request = exchange();
        request.endDial = dial("100.39");
        QCOMPARE(refusal(request), QStringLiteral("DialBelowStart"));
        request = exchange();
        std::get<services::NewMeter>(request.next).digits = 0;
        QCOMPARE(refusal(request), QStringLiteral("BadRow"));
        request = exchange();
        request.next = town().meter(3, Commodity::Gas);
        QCOMPARE(refusal(request), QStringLiteral("AlreadyInstalled"));
        request.next = town().meter(2, Commodity::Water);
        QCOMPARE(refusal(request), QStringLiteral("UnknownMeter"));
        QVERIFY(services::exchangeMeter(as(Person::Engineer), exchange()).failedWith(SecurityError::NotAllowed));
        request = exchange();
        VERIFY_OK(services::exchangeMeter(as(Person::MeterKeeper), request));
        request.key = as(Person::MeterKeeper).newKey();
        QCOMPARE(refusal(request), QStringLiteral("NotInstalled"));
        QCOMPARE(violations(), 0);
    }

    void anAccountIsOpenedReadAndBilled() {
        const auto known = services::findAccounts(as(Person::Cashier), town().accountNumber(1, Commodity::Gas), 1);
        VERIFY_OK(known);
        services::OpenAccountRequest request{
            .key = as(Person::MeterKeeper).newKey(),
            .number = QStringLiteral("1010009001"),
            .customer = {CustomerId::fromRaw(1), QStringLiteral("赵新"), QStringLiteral("13900000001"), QString()},
            .address = QStringLiteral("城西区新建路9号"),
            .commodity = Commodity::Gas,
            .legalEntity = known->front().account.legalEntity,
            .book = town().book("01"),
            .sequence = 995,
            .tariffCode = QStringLiteral("gas"),
            .meter = newMeter(),
            .on = *Date::of(2026, 11, 1),
            .startDial = dial("2.00"),
            .unit = QStringLiteral("m3")};
        auto bad = request;
        bad.number = QStringLiteral("12");
        QVERIFY(services::openAccount(as(Person::MeterKeeper), bad).failedWith(RegistryError::BadAccountNumber));
        const auto opened = services::openAccount(as(Person::MeterKeeper), request);
        VERIFY_OK(opened);
        QVERIFY(services::openAccount(as(Person::MeterKeeper), request)->alreadyDone);
        QCOMPARE(services::findAccounts(as(Person::Cashier), QStringLiteral("赵新"), 5)->size(), std::size_t(1));
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{reportOfNew("12.50")}));
        const auto database = town().openDirectly();
        const storage::RegistryStore registry(*database);
        const auto account = registry.accountById(opened->account);
        VERIFY_OK(account);
        QCOMPARE((*account)->customerNumber, ownNumber((*account)->account.customer));
        QVERIFY((*account)->premiseCode.startsWith(QLatin1String("MH")));
        (void)billed();
        const std::vector<AccountId> accounts{opened->account};
        // From 2 to 12 in the first tier of its own ladder.
        QCOMPARE(services::duesOf(as(Person::Cashier), accounts)->open.toString(), QStringLiteral("27.00"));
        QCOMPARE(violations(), 0);
    }

    void arrearsAreSortedByAge() {
        town().readAndIssueAll("121.90");
        QCOMPARE(services::arrearsTotal(as(Person::Finance))->overdue.toString(), QStringLiteral("0.00"));
        town().moveTo(*Date::of(2027, 1, 12));
        const auto all = services::accountsInArrears(as(Person::Lead));
        VERIFY_OK(all);
        QCOMPARE(all->size(), std::size_t(30));
        QCOMPARE(all->front().accountNumber, town().accountNumber(1, Commodity::Gas));
        QCOMPARE(all->front().arrears.overdue.toString(), QStringLiteral("59.36"));
        const auto total = services::arrearsTotal(as(Person::Lead));
        const auto first = services::arrearsTotal(as(Person::Lead), town().book("01"));
        const auto second = services::arrearsTotal(as(Person::Lead), town().book("02"));
        VERIFY_OK(total);
        QCOMPARE(first->owed.plus(second->owed)->toString(), total->owed.toString());
        // 20 gas bills of 59.36 and 10 water bills of 105.00.
        QCOMPARE(total->owed.toString(), QStringLiteral("2237.20"));
        QVERIFY(services::arrearsTotal(as(Person::Cashier)).failedWith(SecurityError::NotAllowed));
    }
};
METERHALL_TEST_CASE(MetersTest)

#include "meters_test.moc"
