#include "core/services/purchases.h"

#include "core/billing/rate.h"
#include "core/ledger/purchase_journal.h"
#include "core/proof/proof.h"
#include "core/registry/holders.h"
#include "core/services/inside/billing_inputs_of.h"
#include "core/services/inside/drawer.h"
#include "core/services/inside/known_account.h"
#include "core/services/inside/last_day.h"
#include "core/storage/ledger_store.h"
#include "core/storage/purchase_store.h"

namespace meterhall::services {

using storage::LedgerStore;
using storage::PurchaseStore;
using storage::StoredPurchase;
using storage::UnitOfWork;

namespace {

/// A purchase as it would be made now.
struct Quoted {
    storage::AccountRow row;
    TariffVersion version;
    BillingInputs inputs; ///< with the volume
    Bill bill;
    Trace trace;
    Money toPay;
    Money creditUsed;
    Money creditLeft;
};

Result<void> checkWish(const PurchaseWish& wish) {
    const bool hasVolume = wish.volume && wish.volume->micro() > 0;
    const bool hasMoney = wish.money && wish.money->isPositive() && wish.step.micro() > 0;
    const bool isOne = wish.volume.has_value() != wish.money.has_value();
    return isOne && (hasVolume || hasMoney) ? Result<void>() : Result<void>(PurchaseError::BadVolume);
}

/// What the tariff would cut off a dial it does not sell either.
Result<void> checkStep(const PurchaseWish& wish, const TariffVersion& version) {
    const std::int64_t sold = wish.volume ? wish.volume->micro() : wish.step.micro();
    return sold % version.dialStep.micro() == 0
               ? Result<void>()
               : Result<void>(Error(PurchaseError::BadStep, {version.dialStep.toString()}));
}

/// What a purchase of today is rated from, but for the volume. It covers no days: the price and the window are today's.
Result<ReadyInputs> inputsToday(Session& session, BillingInputsSource& source, const storage::AccountRow& row) {
    storage::Database& database = session.inside().database();
    const storage::BillingStore billing(database);
    const Account& account = row.account;
    MH_TRY(const auto bills, billing.billsOfAccount(account.id));
    if (!bills.empty())
        return PurchaseError::BilledByReadings;
    if (row.closedOn)
        return Error(HolderError::AccountClosed, {row.closedOn->toString()});
    const Date today = session.businessDay();
    MH_CHECK(checkSupplied(database, row));
    MH_TRY(const ReadingInterval interval, ReadingInterval::of(today.addDays(-1), today));
    BillRequest request{.account = account.id,
                        .servicePoint = account.servicePoint,
                        .month = AccountingMonth::containing(today),
                        .interval = interval,
                        .segments = {}};
    request.allOn = today;
    MH_TRY(request.issued, PurchaseStore(database).boughtUse(account.id, account.servicePoint));
    MH_TRY(const AccountTerms terms, storage::TermsStore(database).termsOn(row, today));
    MH_TRY(const auto versions, source.versionsFor(terms.tariffCode));
    return source.decide(row, std::move(request), terms, versions);
}

Result<Quoted> quoted(Session& session, const PurchaseWish& wish) {
    MH_CHECK(checkWish(wish));
    MH_TRY(storage::AccountRow row, knownAccount(session, wish.account));
    BillingInputsSource source(session.inside().database());
    MH_TRY(ReadyInputs ready, inputsToday(session, source, row));
    MH_CHECK(checkStep(wish, ready.version()));
    const Currency currency = ready.version().currency;
    const Money nothing = Money::zero(currency);
    Money credit = nothing;
    if (wish.useCredit) {
        MH_TRY(credit, LedgerStore(session.inside().database()).prepaymentOf(wish.account, currency));
    }
    Quoted quote{std::move(row), ready.version(), ready.inputs, Bill::empty(currency), {}, nothing, nothing, nothing};
    BilledQuantity volume = wish.volume.value_or(BilledQuantity::zero());
    if (wish.money) {
        MH_TRY(const Money available, wish.money->plus(credit));
        MH_TRY(const Purchase bought, buyForMoney(ready.inputs, quote.version, available, wish.step));
        volume = bought.volume;
        quote.toPay = *wish.money;
        quote.creditUsed = credit;
        quote.creditLeft = bought.left;
    }
    if (volume.isZero())
        return PurchaseError::NothingBought;
    quote.inputs = inputsOfVolume(std::move(ready.inputs), volume);
    MH_CHECK(rate(quote.inputs, quote.version, quote.bill, &quote.trace));
    MH_CHECK(proveTotal(quote.trace, quote.bill.total.toString()));
    if (wish.volume) {
        quote.creditUsed = Money::ofMinor(std::min(credit.minor(), quote.bill.total.minor()), currency);
        MH_TRY(quote.toPay, quote.bill.total.minus(quote.creditUsed));
    }
    return quote;
}

StoredPurchase storedOf(const Quoted& quote, std::int64_t key, const PurchaseWish& wish, Date on) {
    return {.id = PurchaseId::fromRaw(key),
            .account = quote.row.account.id,
            .servicePoint = quote.row.account.servicePoint,
            .entity = quote.row.account.legalEntity,
            .boughtOn = on,
            .tariffVersion = quote.version.id,
            .ruleVersion = quote.inputs.ruleVersion,
            .inputs = encodeBillingInputs(quote.inputs),
            .inputsDigest = hashOfInputs(quote.inputs),
            .step = wish.money ? wish.step : BilledQuantity::zero(),
            .content = quote.bill,
            .taken = quote.toPay,
            .creditUsed = quote.creditUsed,
            .creditLeft = quote.creditLeft,
            .journal = JournalId::fromRaw(0)};
}

Result<MadePurchase> madeOf(Session& session, const StoredPurchase& stored, bool alreadyDone) {
    const LedgerStore ledger(session.inside().database());
    MH_TRY(const auto receipt, ledger.receiptOf(stored.reversedBy.value_or(stored.journal)));
    if (!receipt)
        return LedgerError::UnknownJournal;
    return MadePurchase{.id = stored.id,
                        .number = stored.number,
                        .account = stored.account,
                        .boughtOn = stored.boughtOn,
                        .volume = stored.content.usage,
                        .price = stored.content.total,
                        .taken = stored.taken,
                        .creditUsed = stored.creditUsed,
                        .creditLeft = stored.creditLeft,
                        .receipt = *receipt,
                        .change = receipt->change,
                        .reversed = !stored.stands(),
                        .alreadyDone = alreadyDone};
}

Result<MadePurchase> samePurchaseAgain(Session& session, const StoredPurchase& known, const PurchaseRequest& request) {
    const PurchaseWish& wish = request.wish;
    const bool sameThing = wish.volume ? known.step.isZero() && known.content.usage == *wish.volume
                                       : known.step == wish.step && known.taken == wish.money;
    const bool same = known.account == wish.account && sameThing && known.taken == request.toPay;
    return same ? madeOf(session, known, true) : Result<MadePurchase>(LedgerError::KeyUsedForSomethingElse);
}

Result<void> checkMoney(const PurchaseRequest& request, const Quoted& quote) {
    if (request.toPay != quote.toPay)
        return Error(PurchaseError::PriceDiffers, {quote.toPay.toString()});
    MH_TRY(const auto order, request.received.compare(request.toPay));
    if (order == std::strong_ordering::less)
        return LedgerError::ReceivedLessThanPaid;
    if (order == std::strong_ordering::greater && !request.tender.isCash())
        return LedgerError::NoChangeBack;
    return {};
}

/// Writes it down: journal, purchase, receipt.
Result<MadePurchase> post(Session& session, UnitOfWork& work, const PurchaseRequest& request, const Quoted& quote,
                          const Shift& shift) {
    const PurchaseStore store(work.database());
    const LegalEntityId entity = quote.row.account.legalEntity;
    StoredPurchase stored = storedOf(quote, request.key, request.wish, shift.businessDay);
    MH_TRY(const int before, store.count(stored.account));
    stored.number = before + 1;
    // Nothing that came was in no terminal.
    const Tender tender = quote.toPay.isZero() ? Tender{} : request.tender;
    MH_TRY(const Journal journal,
           purchaseJournal(placeIn(session, shift, entity), stored.account, quote.bill, quote.version,
                           {quote.toPay, tender.method, quote.creditUsed, quote.creditLeft}));
    stored.journal = journal.id;
    MH_CHECK(LedgerStore::insertTender(work, request.key, tender));
    MH_CHECK(LedgerStore::insert(work, journal));
    MH_CHECK(PurchaseStore::insert(work, stored));
    MH_TRY(PaperNumbers numbers, PaperNumbers::of(session, shift));
    MH_TRY(const std::int64_t number, numbers.next());
    MH_TRY(const Money change, request.received.minus(request.toPay));
    MH_CHECK(LedgerStore::insert(work, Receipt{.id = nextId<ReceiptTag>(session),
                                               .payment = request.key,
                                               .journal = journal.id,
                                               .paperNumber = number,
                                               .entity = entity,
                                               .account = stored.account,
                                               .received = request.received,
                                               .change = change,
                                               .amount = request.toPay,
                                               .shift = shift.id,
                                               .issuedAt = session.now()}));
    MH_CHECK(work.commit());
    return madeOf(session, stored, false);
}

Result<StoredPurchase> knownPurchase(storage::Database& database, PurchaseId id) {
    MH_TRY(auto known, PurchaseStore(database).purchase(id));
    return known ? Result<StoredPurchase>(std::move(*known)) : Error(PurchaseError::UnknownPurchase, {id.toString()});
}

} // namespace

Result<PurchaseQuote> quotePurchase(Session& session, const PurchaseWish& wish) {
    MH_CHECK(require(session, Service::FindCustomer));
    MH_TRY(const auto view, storage::ReadView::begin(session.inside().database()));
    MH_TRY(Quoted quote, quoted(session, wish));
    return PurchaseQuote{.account = wish.account,
                         .accountNumber = quote.row.account.number,
                         .version = quote.version.id,
                         .priceOrder = quote.version.priceOrder,
                         .volume = quote.bill.usage,
                         .ladderBefore = quote.inputs.ladderBefore,
                         .ladderAfter = quote.bill.ladderAfter,
                         .terms = termsOf(quote.bill, std::array{&quote.version}),
                         .price = quote.bill.total,
                         .toPay = quote.toPay,
                         .creditUsed = quote.creditUsed,
                         .creditLeft = quote.creditLeft,
                         .trace = std::move(quote.trace)};
}

Result<MadePurchase> makePurchase(Session& session, const PurchaseRequest& asked) {
    MH_CHECK(require(session, Service::TakePayment));
    PurchaseRequest request = asked;
    MH_TRY(request.tender, tenderAtWindow(session, asked.tender));
    MH_TRY(UnitOfWork work, beginUnit(session, Service::TakePayment, QString::number(request.key)));
    MH_CHECK(LedgerStore::lock(work, {request.wish.account}));
    MH_TRY(const auto known, PurchaseStore(work.database()).purchase(PurchaseId::fromRaw(request.key)));
    if (known)
        return samePurchaseAgain(session, *known, request);
    MH_TRY(const auto receipts, LedgerStore(work.database()).receiptsOfPayment(request.key));
    if (!receipts.empty())
        return LedgerError::KeyUsedForSomethingElse;
    MH_TRY(const Shift shift, ownOpenShift(session));
    MH_TRY(const Quoted quote, quoted(session, request.wish));
    MH_CHECK(checkMoney(request, quote));
    return post(session, work, request, quote, shift);
}

Result<MadePurchase> reversePurchase(Session& session, const PurchaseReversal& request) {
    MH_CHECK(require(session, Service::ReversePayment));
    const QString reason = request.reason.trimmed();
    if (reason.isEmpty())
        return LedgerError::ReasonMissing;
    MH_TRY(UnitOfWork work,
           beginUnit(session, Service::ReversePayment, request.purchase.toString() + QStringLiteral(": ") + reason));
    const PurchaseStore store(work.database());
    const LedgerStore ledger(work.database());
    MH_TRY(const StoredPurchase purchase, knownPurchase(work.database(), request.purchase));
    MH_CHECK(LedgerStore::lock(work, {purchase.account}));
    MH_TRY(const auto earlier, ledger.receiptsOfPayment(request.key));
    if (!earlier.empty())
        return purchase.reversedBy == earlier.front().journal
                   ? madeOf(session, purchase, true)
                   : Result<MadePurchase>(LedgerError::KeyUsedForSomethingElse);
    if (!purchase.stands())
        return PurchaseError::AlreadyReversed;
    MH_TRY(const auto last, store.lastStanding(purchase.account));
    if (last->id != purchase.id)
        return PurchaseError::NotTheLast;
    MH_TRY(const Shift shift, ownOpenShift(session));
    MH_TRY(const auto original, ledger.receiptOf(purchase.journal));
    MH_TRY(PaperNumbers numbers, PaperNumbers::of(session, shift));
    MH_TRY(const std::int64_t number, numbers.next());
    MH_TRY(const Receipt receipt, reverseReceipt(session, work, shift, *original, request.key, number));
    MH_CHECK(PurchaseStore::insertReversal(work, purchase.id, receipt.journal, shift.businessDay, reason));
    MH_CHECK(LedgerStore::releaseTender(work, purchase.id.raw(), request.key));
    MH_CHECK(work.commit());
    MH_TRY(const StoredPurchase reversed, knownPurchase(session.inside().database(), request.purchase));
    return madeOf(session, reversed, false);
}

Result<TracedPurchase> tracePurchase(Session& session, PurchaseId id) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    MH_TRY(const StoredPurchase stored, knownPurchase(database, id));
    MH_TRY(const auto version, storage::BillingStore(database).version(stored.tariffVersion));
    MH_TRY(const BillingInputs inputs, decodeBillingInputs(stored.inputs));
    Bill again = Bill::empty(version.version.currency);
    Trace trace;
    MH_CHECK(rate(inputs, version.version, again, &trace));
    MH_TRY(const MadePurchase made, madeOf(session, stored, false));
    return TracedPurchase{made, stored.content, version.version, std::move(trace), again == stored.content};
}

Result<MeterCredit> meterCredit(Session& session, AccountId id) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    MH_TRY(const auto view, storage::ReadView::begin(database));
    MH_TRY(const storage::AccountRow row, knownAccount(session, id));
    const PurchaseStore store(database);
    MeterCredit credit{BilledQuantity::zero(), BilledQuantity::zero(), BilledQuantity::zero()};
    MH_TRY(credit.bought, store.boughtInAll(id, row.account.servicePoint));
    MH_TRY(const auto last, store.lastStanding(id));
    if (last)
        credit.boughtOn = last->boughtOn;
    const Date today = session.businessDay();
    BillingInputsSource source(database);
    MH_TRY(const auto read, source.inputsOf(row, AccountingMonth::containing(today), today, InputsFor::Preview));
    if (const auto* ready = std::get_if<ReadyInputs>(&read)) {
        MH_TRY(const Bill used, rated(ready->inputs, ready->prices));
        credit.used = used.usage;
        credit.readOn = ready->inputs.interval.to();
    }
    MH_TRY(credit.left, credit.bought.minus(credit.used));
    return credit;
}

} // namespace meterhall::services
