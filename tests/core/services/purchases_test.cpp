#include "core/services/counter.h"
#include "core/services/ingest.h"
#include "core/services/papers.h"
#include "core/services/purchases.h"
#include "core/services/tariffs.h"
#include "core/services/verify.h"
#include "core/storage/billing_store.h"
#include "core/storage/ledger_store.h"
#include "tests/small_town/small_town_test.h"
#include "tests/small_town/tampering.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <random>

using namespace meterhall;
using services::MadePurchase;
using services::PurchaseError;
using services::PurchaseWish;
using services::Session;

/// Gas homes came with 290 of 300 on their ladder and the dial at 100.40; 2.70 and, above 300, 2.942 a cubic metre.
class PurchasesTest : public tests::SmallTownTest {
    Q_OBJECT

    static Money yuan(const char* text) { return *Money::parse(QString::fromLatin1(text), Currency::cny()); }
    static BilledQuantity cubicMetres(const char* text) { return *BilledQuantity::parse(QString::fromLatin1(text)); }
    AccountId gas(int home = 1) { return town().account(home, Commodity::Gas); }

    void prepare() override { openShift(); }
    void openShift() {
        VERIFY_OK(services::openShift(as(Person::Cashier), {yuan("100"), m_paper, m_paper + 99}));
        m_paper += 100;
    }
    void nextShiftOn(Date day) {
        const auto database = town().openDirectly();
        const auto shift = *storage::LedgerStore(*database).newestShiftAt(town().workplaceFor(Person::Cashier).seat);
        const auto cash = *storage::LedgerStore(*database).cashOf(shift->id, {}, Currency::cny());
        VERIFY_OK(services::countDrawer(as(Person::Cashier), {{1, int(cash.minor())}}));
        VERIFY_OK(services::closeShift(as(Person::Lead), shift->id, {}));
        town().moveTo(day);
        openShift();
    }
    PurchaseWish volume(const char* text) { return {.account = gas(), .volume = cubicMetres(text)}; }
    PurchaseWish money(const char* text, const char* step = "1") {
        return {.account = gas(), .money = yuan(text), .step = cubicMetres(step)};
    }
    Result<MadePurchase> made(const PurchaseWish& wish) {
        Session& cashier = as(Person::Cashier);
        MH_TRY(const auto quote, services::quotePurchase(cashier, wish));
        m_key = cashier.newKey();
        return services::makePurchase(cashier, {m_key, wish, quote.toPay, quote.toPay, {}});
    }
    Result<MadePurchase> reversed(PurchaseId purchase) {
        Session& cashier = as(Person::Cashier);
        return services::reversePurchase(cashier, {cashier.newKey(), purchase, QStringLiteral("wrong volume")});
    }
    QString creditOf(AccountId account) {
        return services::duesOf(as(Person::Cashier), std::span(&account, 1))->prepayment.toString();
    }
    QString priceOf(const PurchaseWish& wish) {
        const auto quote = services::quotePurchase(as(Person::Cashier), wish);
        return quote.ok() ? quote->price.toString() : quote.error().code().toString();
    }
    void enterDearer(const char* from) {
        const auto database = town().openDirectly();
        auto version = storage::BillingStore(*database).versionsOf(QStringLiteral("gas"))->front().version;
        const auto name = *storage::BillingStore(*database).tariffName(QStringLiteral("gas"));
        version.effectiveFrom = *Date::parse(QString::fromLatin1(from));
        for (TariffComponent& component : version.components)
            for (BilledPrice& price : component.prices)
                price = BilledPrice::ofMicro(price.micro() * 2);
        const auto entered = services::enterTariff(as(Person::Drafter),
                                                   {version.tariff, name->code, name->name, name->commodity}, version);
        VERIFY_OK(entered);
        VERIFY_OK(services::activateTariff(as(Person::Finance), *entered));
    }

    std::int64_t m_paper = 1001;
    std::int64_t m_key = 0;

private Q_SLOTS:
    void aVolumeIsBoughtOnTheLadderAsItStands() {
        const auto quote = services::quotePurchase(as(Person::Cashier), volume("12"));
        VERIFY_OK(quote);
        QCOMPARE(quote->price.toString(), QStringLiteral("32.88")); // 10 x 2.70 + 2 x 2.942
        QCOMPARE(quote->ladderBefore.toString(), QStringLiteral("290"));
        QCOMPARE(quote->ladderAfter.toString(), QStringLiteral("302"));
        QCOMPARE(int(quote->terms.size()), 2);
        const auto bought = made(volume("12"));
        VERIFY_OK(bought);
        QCOMPARE(bought->taken.toString(), QStringLiteral("32.88"));
        QCOMPARE(bought->number, 1);
        QCOMPARE(priceOf(volume("1")), QStringLiteral("2.94"));
        const auto traced = services::tracePurchase(as(Person::Cashier), bought->id);
        VERIFY_OK(traced);
        QVERIFY(traced->reproduced);
        QCOMPARE(traced->stored.total.toString(), QStringLiteral("32.88"));
        const auto paper = services::receiptToLookAt(as(Person::Cashier), bought->receipt.id);
        VERIFY_OK(paper);
        const auto& receipt = std::get<papers::ReceiptPaper>(*paper);
        QCOMPARE(receipt.total.toString(), QStringLiteral("32.88"));
        Money components = Money::zero(Currency::cny());
        for (const papers::ComponentRow& row : receipt.components)
            components = *components.plus(row.amount);
        QCOMPARE(components.toString(), QStringLiteral("32.88"));
        QCOMPARE(violations(), 0);
    }

    void moneyBuysWholeStepsAndTheRestStaysCredit() {
        const auto bought = made(money("30"));
        VERIFY_OK(bought);
        QCOMPARE(bought->volume.toString(), QStringLiteral("11"));
        QCOMPARE(bought->price.toString(), QStringLiteral("29.94"));
        QCOMPARE(bought->creditLeft.toString(), QStringLiteral("0.06"));
        QCOMPARE(creditOf(gas()), QStringLiteral("0.06"));
        // 1 m3 more is 2.94; six fen are there.
        const auto next = made(volume("1"));
        VERIFY_OK(next);
        QCOMPARE(next->creditUsed.toString(), QStringLiteral("0.06"));
        QCOMPARE(next->taken.toString(), QStringLiteral("2.88"));
        QCOMPARE(creditOf(gas()), QStringLiteral("0.00"));
        // The tariff bills whole cubic metres, so it sells no others.
        QCOMPARE(priceOf(money("30", "0.01")), QStringLiteral("purchase.BadStep"));
        QCOMPARE(priceOf(volume("1.5")), QStringLiteral("purchase.BadStep"));
        QCOMPARE(services::quotePurchase(as(Person::Cashier), money("30", "5"))->volume.toString(),
                 QStringLiteral("10"));
        QCOMPARE(violations(), 0);
    }

    void aPurchaseSaysWhyItIsRefused() {
        QCOMPARE(priceOf({.account = gas()}), QStringLiteral("purchase.BadVolume"));
        QCOMPARE(priceOf(volume("0")), QStringLiteral("purchase.BadVolume"));
        QCOMPARE(priceOf({.account = gas(), .volume = cubicMetres("1"), .money = yuan("1")}),
                 QStringLiteral("purchase.BadVolume"));
        QCOMPARE(priceOf(money("2")), QStringLiteral("purchase.NothingBought"));
        Session& cashier = as(Person::Cashier);
        QVERIFY(services::makePurchase(cashier, {cashier.newKey(), volume("1"), yuan("2.69"), yuan("2.69"), {}})
                    .failedWith(PurchaseError::PriceDiffers));
        QVERIFY(services::makePurchase(cashier, {cashier.newKey(), volume("1"), yuan("2.70"), yuan("2.69"), {}})
                    .failedWith(LedgerError::ReceivedLessThanPaid));
        QVERIFY(services::makePurchase(as(Person::Drafter), {1, volume("1"), yuan("2.70"), yuan("2.70"), {}})
                    .failedWith(SecurityError::NotAllowed));
        town().readAndIssueAll("121.90");
        QCOMPARE(priceOf(volume("1")), QStringLiteral("purchase.BilledByReadings"));
    }

    void whoBuysBeforehandIsNotBilledByReadings() {
        const auto purchase = made(volume("5"));
        VERIFY_OK(purchase);
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "121.90"),
                                                                   town().report(3, Commodity::Gas, "121.90")}));
        const auto drafted = town().draft(town().book("01"));
        QCOMPARE(drafted.held.at(QStringLiteral("prepaid")), 1);
        QCOMPARE(drafted.billable, 1);
        VERIFY_OK(reversed(purchase->id));
        const auto again = town().draft(town().book("01"));
        QVERIFY(!again.held.contains(QStringLiteral("prepaid")));
        QCOMPARE(again.billable, 2);
        QCOMPARE(violations(), 0);
    }

    void theSameKeyBuysOnce() {
        Session& cashier = as(Person::Cashier);
        const auto first = made(volume("5"));
        VERIFY_OK(first);
        const auto again = services::makePurchase(cashier, {m_key, volume("5"), yuan("13.50"), yuan("13.50"), {}});
        VERIFY_OK(again);
        QVERIFY(again->alreadyDone);
        QCOMPARE(again->receipt.paperNumber, first->receipt.paperNumber);
        QVERIFY(services::makePurchase(cashier, {m_key, volume("6"), yuan("16.20"), yuan("16.20"), {}})
                    .failedWith(LedgerError::KeyUsedForSomethingElse));
        QCOMPARE(priceOf(volume("5")), QStringLiteral("13.50"));
    }

    void onlyTheLastPurchaseIsTakenBack() {
        const auto first = made(money("30"));
        VERIFY_OK(first);
        const auto second = made(volume("1"));
        VERIFY_OK(second);
        QVERIFY(reversed(first->id).failedWith(PurchaseError::NotTheLast));
        QVERIFY(services::reversePayment(as(Person::Cashier),
                                         {as(Person::Cashier).newKey(), m_key, QStringLiteral("as a payment")})
                    .failedWith(LedgerError::NotReversible));
        const auto back = reversed(second->id);
        VERIFY_OK(back);
        QVERIFY(back->reversed);
        QCOMPARE(back->receipt.amount.toString(), QStringLiteral("-2.88"));
        QVERIFY(reversed(second->id).failedWith(PurchaseError::AlreadyReversed));
        QCOMPARE(creditOf(gas()), QStringLiteral("0.06"));
        VERIFY_OK(reversed(first->id));
        QCOMPARE(creditOf(gas()), QStringLiteral("0.00"));
        QCOMPARE(priceOf(volume("12")), QStringLiteral("32.88"));
        const auto third = made(volume("12"));
        VERIFY_OK(third);
        QCOMPARE(third->number, 3);
        QCOMPARE(violations(), 0);
    }

    void aNewPriceIsForWhatIsBoughtFromThenOn() {
        const auto before = made(volume("12"));
        VERIFY_OK(before);
        enterDearer("2026-12-01");
        QCOMPARE(priceOf(volume("1")), QStringLiteral("2.94"));
        nextShiftOn(*Date::of(2026, 12, 1));
        // The ladder goes on from 302; what is in the meter keeps its price.
        QCOMPARE(priceOf(volume("1")), QStringLiteral("5.88"));
        VERIFY_OK(made(volume("1")));
        QCOMPARE(services::tracePurchase(as(Person::Cashier), before->id)->stored.total.toString(),
                 QStringLiteral("32.88"));
        QCOMPARE(violations(), 0);
    }

    void aNewYearBeginsWithTheFirstTier() {
        VERIFY_OK(made(volume("12")));
        nextShiftOn(*Date::of(2026, 12, 31));
        QCOMPARE(priceOf(volume("1")), QStringLiteral("2.94"));
        nextShiftOn(*Date::of(2027, 1, 1));
        QCOMPARE(priceOf(volume("1")), QStringLiteral("2.70"));
        VERIFY_OK(made(volume("1")));
        QCOMPARE(services::quotePurchase(as(Person::Cashier), volume("1"))->ladderBefore.toString(),
                 QStringLiteral("1"));
        QCOMPARE(violations(), 0);
    }

    void whatIsLeftOnTheMeterIsKnownAtTheLastReading() {
        VERIFY_OK(made(volume("12")));
        const auto unread = services::meterCredit(as(Person::Cashier), gas());
        VERIFY_OK(unread);
        QCOMPARE(unread->left.toString(), QStringLiteral("12"));
        QVERIFY(!unread->readOn);
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "105.90")}));
        const auto read = services::meterCredit(as(Person::Cashier), gas());
        VERIFY_OK(read);
        QCOMPARE(read->used.toString(), QStringLiteral("5"));
        QCOMPARE(read->left.toString(), QStringLiteral("7"));
        QCOMPARE(read->readOn, std::optional(town().today()));
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "115.00")}));
        QCOMPARE(services::meterCredit(as(Person::Cashier), gas())->left.toString(), QStringLiteral("-3"));
    }

    void verifySeesAPurchaseThatDoesNotFollow() {
        VERIFY_OK(made(volume("12")));
        QCOMPARE(violations(), 0);
        const auto database = town().openDirectly();
        QVERIFY(tests::Tampering(*database).apply("purchase", "UPDATE purchase SET volume_micro = 13000000"));
        const auto books = services::verifyBooks(as(Person::Finance));
        VERIFY_OK(books);
        QVERIFY(std::ranges::any_of(books->violations,
                                    [](const auto& found) { return found.kind == QStringLiteral("purchase"); }));
    }

    /// Money in and credit used are the price of the volume and credit left, whatever is bought; and when all is taken
    /// back, nothing is left of any of it.
    void moneyInIsThePriceOfTheVolumeAndTheRest() {
        std::mt19937 random(20261121);
        const auto pick = [&](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
        std::vector<PurchaseId> all;
        for (int i = 0; i < 8; ++i) {
            const bool forMoney = pick(0, 1) == 1;
            const PurchaseWish wish{
                .account = gas(),
                .volume = forMoney ? std::nullopt
                                   : std::optional(BilledQuantity::ofMicro(pick(1, 90) * BilledQuantity::microPerUnit)),
                .money = forMoney ? std::optional(Money::ofMinor(pick(1'000, 90'000), Currency::cny())) : std::nullopt,
                .step = cubicMetres(pick(0, 1) == 1 ? "1" : "3"),
                .useCredit = pick(0, 1) == 1};
            const auto bought = made(wish);
            VERIFY_OK(bought);
            QCOMPARE(bought->taken.minor() + bought->creditUsed.minor(),
                     bought->price.minor() + bought->creditLeft.minor());
            QVERIFY(bought->creditLeft.minor() >= 0);
            all.push_back(bought->id);
        }
        QCOMPARE(violations(), 0);
        while (!all.empty()) {
            VERIFY_OK(reversed(all.back()));
            all.pop_back();
        }
        QCOMPARE(creditOf(gas()), QStringLiteral("0.00"));
        QCOMPARE(priceOf(volume("12")), QStringLiteral("32.88"));
        QCOMPARE(violations(), 0);
        const auto database = town().openDirectly();
        QCOMPARE(*database->number("SELECT CAST(COALESCE(SUM(amount_minor), 0) AS ${int64}) FROM journal_line "
                                   "WHERE ledger_account IN (3, 4, 5, 6)"),
                 std::int64_t(0));
    }
};
METERHALL_TEST_CASE(PurchasesTest)

#include "purchases_test.moc"
