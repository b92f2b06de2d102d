#include "core/services/correction.h"
#include "core/services/customers.h"
#include "core/services/holders.h"
#include "core/services/ingest.h"
#include "core/services/reading_work.h"
#include "core/services/use_sharing.h"
#include "core/storage/billing_store.h"
#include "core/storage/registry_store.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

/// Gas home 1 came with 290 of 300 on its ladder on 20 October, the dial at 100; up to 300 m3 cost 2.70, up to 600
/// 2.942. A shop that opened in the house is billed a share of its meter.
class UseSharingTest : public tests::SmallTownTest {
    Q_OBJECT

    static constexpr const char* shopNumber = "1010009901";

    AccountId gas(int home = 1) { return town().account(home, Commodity::Gas); }
    AccountId shop() { return accountNumbered(QString::fromLatin1(shopNumber)); }
    AccountId accountNumbered(const QString& number) {
        const auto database = town().openDirectly();
        return (*storage::RegistryStore(*database).accountByNumber(number))->account.id;
    }
    static Date october() { return *Date::of(2026, 10, 20); }
    static Date november() { return *Date::of(2026, 11, 20); }
    static Date december() { return *Date::of(2026, 12, 20); }

    void read(const char* text, int home = 1) {
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(home, Commodity::Gas, text)}));
    }
    void bill() {
        const auto run = town().draft(town().book("01"));
        VERIFY_OK(services::checkBills(as(Person::Checker), run.run));
        VERIFY_OK(services::issueBills(as(Person::Drafter), run.run));
    }
    /// "13 from 0: 35.10", bill by bill.
    QStringList billsOf(AccountId account) {
        const auto database = town().openDirectly();
        const auto standing = storage::BillingStore(*database).standingBills(account);
        QStringList bills;
        for (const storage::StoredBill& bill : *standing)
            bills +=
                QStringLiteral("%1 from %2: %3")
                    .arg(bill.content.usage.toString(), bill.content.ladderAfter.minus(bill.content.usage)->toString(),
                         bill.content.total.toString());
        return bills;
    }
    static services::Sharer newShop(UseShare share) {
        return {services::NewSharer{QString::fromLatin1(shopNumber), QStringLiteral("gas"), UseClass::NonResidential},
                share};
    }
    static UseShare percent(int of) { return {.ratio = Ratio::ofMicro(of * 10'000)}; }
    static UseShare fixed(int quantity) {
        return {.kind = UseShare::Kind::Fixed,
                .quantity = BilledQuantity::ofMicro(quantity * BilledQuantity::microPerUnit)};
    }
    services::SharingRequest agreement(Date on, std::vector<services::Sharer> sharers) {
        return {.key = as(Person::MeterKeeper).newKey(),
                .account = gas(),
                .on = on,
                .sharers = std::move(sharers),
                .document = QStringLiteral("混合用气协议 3")};
    }
    void share(const services::SharingRequest& request) {
        VERIFY_OK(services::shareUse(as(Person::MeterKeeper), request));
    }
    QString refusal(const services::SharingRequest& request) {
        const auto done = services::shareUse(as(Person::MeterKeeper), request);
        return done.ok() ? QStringLiteral("done") : done.error().toString();
    }

private Q_SLOTS:
    void eachIsBilledItsShareOnItsOwnLadder() {
        share(agreement(october(), {newShop(percent(60))}));
        read("121.90");
        bill();
        QCOMPARE(billsOf(shop()), QStringList("13 from 0: 35.10")); // 21 x 0.6 = 12.6
        QCOMPARE(billsOf(gas()), QStringList("8 from 290: 21.60"));
        town().moveTo(december());
        read("141.90");
        bill();
        QCOMPARE(billsOf(shop()).last(), QStringLiteral("12 from 13: 32.40"));
        QCOMPARE(billsOf(gas()).last(), QStringLiteral("8 from 298: 23.05")); // 2 x 2.70 + 6 x 2.942
        QCOMPARE(violations(), 0);
    }

    void whatWasAgreedBeforeHoldsUpToTheDayThatWasRead() {
        read("121.90");
        town().moveTo(december());
        read("141.90");
        share(agreement(november(), {newShop(fixed(5))}));
        bill(); // November is still the account's alone
        QCOMPARE(billsOf(gas()), QStringList("21 from 290: 59.36"));
        QVERIFY(billsOf(shop()).isEmpty() || billsOf(shop()) == QStringList("5 from 0: 13.50"));
        town().moveTo(*Date::of(2027, 1, 20));
        bill();
        QCOMPARE(billsOf(shop()), QStringList("5 from 0: 13.50"));
        QCOMPARE(billsOf(gas()).last(), QStringLiteral("15 from 311: 44.13"));
        QCOMPARE(violations(), 0);
    }

    void sharesChangeWhereTheMeterWasRead() {
        share(agreement(october(), {newShop(percent(60))}));
        read("121.90");
        bill();
        share(agreement(november(), {{shop(), fixed(5)}}));
        town().moveTo(december());
        read("141.90");
        bill();
        QCOMPARE(billsOf(shop()).last(), QStringLiteral("5 from 13: 13.50"));
        QCOMPARE(billsOf(gas()).last(), QStringLiteral("15 from 298: 43.65"));
        const auto shares = services::sharesOf(as(Person::Cashier), gas());
        VERIFY_OK(shares);
        QCOMPARE(shares->size(), std::size_t(2));
        QCOMPARE(shares->front().account, QString::fromLatin1(shopNumber));
        QCOMPARE(shares->front().share.quantity.toString(), QStringLiteral("5"));
        QVERIFY(shares->back().isRest);
        QCOMPARE(violations(), 0);
    }

    void aSharerWhoLeavesTakesNothingBehindHisLastDay() {
        share(agreement(october(), {newShop(percent(60))}));
        read("121.90");
        services::ClosingRequest closing{.key = as(Person::MeterKeeper).newKey(),
                                         .account = shop(),
                                         .on = november(),
                                         .reason = QStringLiteral("关店")};
        QCOMPARE(services::closeAccount(as(Person::MeterKeeper), closing).error().toString(),
                 QStringLiteral("holder.MeterShared(%1)").arg(town().accountNumber(1, Commodity::Gas)));
        closing.takeMeterDown = false;
        VERIFY_OK(services::closeAccount(as(Person::MeterKeeper), closing));
        town().moveTo(december());
        read("141.90");
        bill(); // both end where the shop did
        QCOMPARE(billsOf(shop()), QStringList("13 from 0: 35.10"));
        QCOMPARE(billsOf(gas()), QStringList("8 from 290: 21.60"));
        town().moveTo(*Date::of(2027, 1, 20));
        bill();
        QCOMPARE(billsOf(shop()).size(), 1);
        QCOMPARE(billsOf(gas()).last(), QStringLiteral("20 from 298: 58.36"));
        QVERIFY(services::sharesOf(as(Person::Cashier), gas())->empty());
        QCOMPARE(violations(), 0);
    }

    void whatASubMeterCountedIsBilledWhereItHangs() {
        const QString sub = (*services::findAccounts(as(Person::Cashier), town().accountNumber(2, Commodity::Gas), 1))
                                .front()
                                .account.number;
        const auto database = town().openDirectly();
        const auto segments = *storage::RegistryStore(*database).segmentsAt(
            (*storage::RegistryStore(*database).accountByNumber(sub))->account.servicePoint, november(), november());
        share(agreement(october(),
                        {{services::SubMeter{segments.back().meter.number}, {.kind = UseShare::Kind::Metered}}}));
        read("121.90");
        bill();
        QVERIFY(billsOf(gas()).isEmpty()); // the sub-meter was not read
        read("106.00", 2);
        bill();
        QCOMPARE(billsOf(gas(2)), QStringList("6 from 290: 16.20"));
        QCOMPARE(billsOf(gas()), QStringList("15 from 290: 41.71")); // 21 less 6
        town().moveTo(december());
        read("126.90");
        read("107.00", 2);
        bill();
        QCOMPARE(billsOf(gas()).last(), QStringLiteral("4 from 305: 11.77"));
        QCOMPARE(services::sharesOf(as(Person::Cashier), gas())->front().subMeter, segments.back().meter.number);
        QCOMPARE(violations(), 0);
    }

    void aTrueDialIsTrueForAllWhoShare() {
        share(agreement(october(), {newShop(percent(60))}));
        read("121.90");
        bill();
        const auto sheet = services::prepareCorrection(
            as(Person::Drafter),
            {as(Person::Drafter).newKey(), services::TrueDials{gas(), {{november(), *Decimal::parse(u"111.00")}}},
             QStringLiteral("抄错")});
        VERIFY_OK(sheet);
        VERIFY_OK(services::approveCorrection(as(Person::Checker), sheet->correction));
        QCOMPARE(billsOf(shop()), QStringList("7 from 0: 18.90")); // 11 x 0.6 = 6.6
        QCOMPARE(billsOf(gas()), QStringList("4 from 290: 10.80"));
        QCOMPARE(violations(), 0);
    }

    void theSameKeyIsOneAgreement() {
        auto request = agreement(october(), {newShop(percent(60))});
        share(request);
        const auto again = services::shareUse(as(Person::MeterKeeper), request);
        VERIFY_OK(again);
        QVERIFY(again->alreadyDone);
        QCOMPARE(again->accounts, std::vector{shop()});
        request.document = QStringLiteral("4");
        QCOMPARE(refusal(request), QStringLiteral("registry.KeyUsedForSomethingElse"));
        QCOMPARE(found(QString::fromLatin1(shopNumber)), 1);
    }

    void anAgreementIsRefusedInTheOrderOfItsGuards() {
        const auto good = agreement(october(), {newShop(percent(60))});
        QVERIFY(services::shareUse(as(Person::Cashier), good).failedWith(SecurityError::NotAllowed));
        const auto spoiled = [&](auto&& spoil) {
            auto wrong = good;
            spoil(wrong);
            return refusal(wrong);
        };
        QCOMPARE(spoiled([](auto& wrong) { wrong.document = QStringLiteral(" "); }),
                 QStringLiteral("security.ReasonMissing"));
        QVERIFY(
            spoiled([](auto& wrong) { wrong.account = AccountId::fromRaw(1); }).startsWith(u"registry.UnknownAccount"));
        QCOMPARE(spoiled([](auto& wrong) { wrong.on = december(); }), QStringLiteral("registry.BadDay(2026-12-20)"));
        QCOMPARE(spoiled([](auto& wrong) { wrong.sharers.clear(); }), QStringLiteral("sharing.BadShare"));
        QCOMPARE(spoiled([](auto& wrong) { wrong.sharers[0].share = percent(101); }),
                 QStringLiteral("sharing.BadShare"));
        QCOMPARE(spoiled([](auto& wrong) { wrong.sharers[0].share = percent(0); }), QStringLiteral("sharing.BadShare"));
        QCOMPARE(spoiled([](auto& wrong) { wrong.sharers[0].share = fixed(0); }), QStringLiteral("sharing.BadShare"));
        QCOMPARE(spoiled([&](auto& wrong) {
                     wrong.sharers.push_back({gas(2), percent(41)});
                 }),
                 QStringLiteral("sharing.BadShare"));
        QCOMPARE(spoiled([](auto& wrong) {
                     std::get<services::NewSharer>(wrong.sharers[0].who).number = QStringLiteral("12");
                 }),
                 QStringLiteral("registry.BadAccountNumber(12)"));
        QCOMPARE(spoiled([](auto& wrong) { std::get<services::NewSharer>(wrong.sharers[0].who).tariffCode.clear(); }),
                 QStringLiteral("registry.BadRow(tariff)"));
        const QString second = town().accountNumber(2, Commodity::Gas);
        QCOMPARE(spoiled([&](auto& wrong) { std::get<services::NewSharer>(wrong.sharers[0].who).number = second; }),
                 QStringLiteral("registry.AlreadyKnown(%1)").arg(second));
        QCOMPARE(spoiled([&](auto& wrong) { wrong.sharers[0].who = gas(2); }),
                 QStringLiteral("sharing.NotAtPlace(%1)").arg(second));
        QCOMPARE(spoiled([&](auto& wrong) { wrong.sharers[0].who = gas(); }), QStringLiteral("sharing.SameTwice"));
        QCOMPARE(
            spoiled([](auto& wrong) {
                wrong.sharers[0] = {services::SubMeter{QStringLiteral("nothing")}, {.kind = UseShare::Kind::Metered}};
            }),
            QStringLiteral("registry.UnknownMeter(nothing)"));
        QCOMPARE(spoiled([](auto& wrong) { wrong.on = november(); }), QStringLiteral("holder.NotSettledTo(not-read)"));
        QCOMPARE(violations(), 0);
    }

    void nobodyAtThePlaceIsLeftOutAndNoBillIsPassed() {
        share(agreement(october(), {newShop(percent(60))}));
        auto second = agreement(november(), {newShop(percent(10))});
        std::get<services::NewSharer>(second.sharers[0].who).number = QStringLiteral("1010009902");
        read("121.90");
        QCOMPARE(refusal(second), QStringLiteral("sharing.SharerLeftOut(%1)").arg(QString::fromLatin1(shopNumber)));
        bill();
        QCOMPARE(refusal(agreement(october(), {{shop(), percent(10)}})), QStringLiteral("registry.BadDay(2026-10-20)"));
        QCOMPARE(refusal(agreement(november().addDays(-1), {{shop(), percent(10)}})),
                 QStringLiteral("holder.NotSettledTo(not-read)"));
        QCOMPARE(violations(), 0);
    }

    void listsOfMetersShowASharedOneOnce() {
        const auto before = services::readingExceptions(as(Person::Supervisor), {});
        share(agreement(october(), {newShop(percent(60))}));
        read("99.00"); // went back: doubtful
        const auto waiting = services::readingExceptions(as(Person::Supervisor), {});
        VERIFY_OK(waiting);
        QCOMPARE(waiting->size(), before->size() + 1);
    }

private:
    int found(const QString& typed) { return int(services::findAccounts(as(Person::Cashier), typed, 50)->size()); }
};
METERHALL_TEST_CASE(UseSharingTest)

#include "use_sharing_test.moc"
