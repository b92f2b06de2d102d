#pragma once

#include "core/base/trace.h"
#include "core/billing/purchase.h"
#include "core/ledger/shift.h"
#include "core/ledger/tender.h"
#include "core/services/open_bills.h"
#include "core/services/session.h"

namespace meterhall::services {

/// NothingBought: the money does not buy a step. NotTheLast: a later purchase of the account stands, at prices that
/// came after it.
METERHALL_ERRORS(PurchaseError, "purchase", UnknownPurchase, NothingBought, NotTheLast, AlreadyReversed, BadVolume,
                 BadStep, BilledByReadings, PriceDiffers)

// Prepaid homes (购气): a volume, or as much as some money buys, is bought beforehand. It is rated on the account's
// ladder as it stands that day, counted in the window of that day and paid at once; a later price changes nothing of
// it. The next purchase goes on from there, in a new window from zero. No card is written here.

/// Either a volume or money. Money buys the largest whole number of `step`s (what the meter can be told) that costs no
/// more; what is left of it is credit of the account.
struct PurchaseWish {
    AccountId account;
    std::optional<BilledQuantity> volume{};
    std::optional<Money> money{};
    BilledQuantity step = BilledQuantity::ofMicro(BilledQuantity::microPerUnit);
    bool useCredit = true; ///< what the account has in credit pays first
};
struct PurchaseQuote {
    AccountId account;
    QString accountNumber;
    TariffVersionId version;
    QString priceOrder;
    BilledQuantity volume;
    BilledQuantity ladderBefore;
    BilledQuantity ladderAfter;
    std::vector<ChargeTerm> terms;
    Money price;
    Money toPay; ///< asked of the customer now
    Money creditUsed;
    Money creditLeft; ///< becomes credit again
    Trace trace;      ///< of the price; proved
};
/// Service::FindCustomer. Guards: BadVolume (neither or both, not above zero), UnknownAccount, BilledByReadings (an
/// account that is billed afterwards), HolderError::AccountClosed, TariffError (NoVersionOnDate, MissingFact), BadStep
/// (the tariff bills whole multiples of its own step only, and so it sells), BillingError::TooLittleMoney,
/// NothingBought.
Result<PurchaseQuote> quotePurchase(Session& session, const PurchaseWish& wish);

/// `key` is made by Session::newKey and becomes the purchase's number and the payment of its receipt.
struct PurchaseRequest {
    std::int64_t key = 0;
    PurchaseWish wish;
    Money toPay; ///< as it was quoted
    Money received;
    Tender tender{};
};
struct MadePurchase {
    PurchaseId id;
    int number = 0;
    AccountId account;
    Date boughtOn;
    BilledQuantity volume;
    Money price;
    Money taken;
    Money creditUsed;
    Money creditLeft;
    Receipt receipt;
    Money change;
    bool reversed = false;
    bool alreadyDone = false;
};
/// Service::TakePayment. Guards in this order: duty, KeyUsedForSomethingElse, those of takePayment() for tender and
/// shift, those of quotePurchase(), PriceDiffers(now), ReceivedLessThanPaid, NoChangeBack, papers.
Result<MadePurchase> makePurchase(Session& session, const PurchaseRequest& request);

/// Takes the last purchase of the account back with a reason: the journal mirrored, the volume off the ladder, the
/// money out of the drawer. Service::ReversePayment.
struct PurchaseReversal {
    std::int64_t key = 0;
    PurchaseId purchase;
    QString reason;
};
Result<MadePurchase> reversePurchase(Session& session, const PurchaseReversal& request);

/// How a stored purchase came about, rated again from its inputs. Service::FindCustomer.
struct TracedPurchase {
    MadePurchase purchase;
    Bill stored;
    TariffVersion version;
    Trace trace;
    bool reproduced = false; ///< what was rated again is the stored bill
};
Result<TracedPurchase> tracePurchase(Session& session, PurchaseId purchase);

/// What should be left on the meter (表内余量): bought in all less what its dial counted, as known at the last reading
/// or the last purchase, whichever is later. Less than nothing is overdraft (透支).
struct MeterCredit {
    BilledQuantity bought;
    BilledQuantity used;
    BilledQuantity left;
    std::optional<Date> readOn{};
    std::optional<Date> boughtOn{};
};
/// Service::FindCustomer.
Result<MeterCredit> meterCredit(Session& session, AccountId account);

} // namespace meterhall::services
