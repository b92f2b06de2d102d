#include "core/services/use_sharing.h"

#include "core/services/inside/billing_inputs_of.h"
#include "core/services/inside/known_account.h"
#include "core/services/inside/personal_data.h"
#include "core/services/inside/place_shares.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/holder_store.h"
#include "core/storage/ledger_store.h"

#include <algorithm>

namespace meterhall::services {

using storage::AccountRow;
using storage::LedgerStore;
using storage::PlaceShare;
using storage::RegistryStore;
using storage::ShareStore;
using storage::Sharing;
using storage::UnitOfWork;

namespace {

bool isSubMeter(const Sharer& sharer) {
    return std::holds_alternative<SubMeter>(sharer.who);
}

Result<void> checkShares(const std::vector<Sharer>& sharers) {
    std::int64_t ratios = 0;
    bool isGood = !sharers.empty() && sharers.size() < UseShare::most;
    for (const Sharer& sharer : sharers) {
        const bool byRatio = sharer.share.kind == UseShare::Kind::ByRatio;
        const std::int64_t ratio = sharer.share.ratio.micro();
        const bool says =
            byRatio ? ratio > 0 && ratio <= Ratio::microPerUnit : sharer.share.quantity > BilledQuantity::zero();
        isGood = isGood && (isSubMeter(sharer) || says) &&
                 (sharer.share.kind == UseShare::Kind::Metered) == isSubMeter(sharer);
        ratios += byRatio ? std::max<std::int64_t>(ratio, 0) : 0;
    }
    return isGood && ratios <= Ratio::microPerUnit ? Result<void>() : SharingError::BadShare;
}

Result<void> checkDay(Session& session, storage::Database& database, const AccountRow& row, Date on) {
    const Error badDay(RegistryError::BadDay, {on.toString()});
    if (on > session.businessDay())
        return badDay;
    MH_TRY(const auto before, ShareStore(database).sharingsAt(row.account.servicePoint));
    return !before.empty() && on <= before.back().on ? Result<void>(badDay) : Result<void>();
}

/// What the meter showed on the last day of what was agreed before; a new account begins there.
struct BeginDial {
    MeterId meter;
    BilledQuantity dial;
};
Result<BeginDial> beginDial(storage::Database& database, const AccountRow& row, Date on) {
    MH_TRY(const auto hanging, hangingAt(database, row, on));
    if (!hanging)
        return Error(RegistryError::NotInstalled, {row.account.number});
    const auto begin = [&](const Decimal& dial) -> Result<BeginDial> {
        MH_TRY(const BilledQuantity quantity, dialQuantity(dial));
        return BeginDial{hanging->meter.id, quantity};
    };
    MH_TRY(const auto read,
           storage::ReadingStore(database).newest(hanging->meter.id, billedRegister(), on.addDays(-1), on));
    if (read && read->waits())
        return Error(HolderError::NotSettledTo, {codeOf(Hold::DoubtfulReading)});
    if (read && read->billable())
        return begin(read->reading.value);
    MH_TRY(const auto opening, RegistryStore(database).opening(row.account.id));
    if (opening && opening->readOn == on && opening->meter == hanging->meter.id) {
        MH_TRY(const BilledQuantity dial, BilledQuantity::fromStored(opening->dialMicro));
        return BeginDial{hanging->meter.id, dial};
    }
    if (hanging->installation.from == on)
        return begin(hanging->installation.startDial);
    return Error(HolderError::NotSettledTo, {codeOf(Hold::NotRead)});
}

/// Puts an agreement together, opening the accounts that are new.
class Agreeing {
public:
    Agreeing(Session& session, UnitOfWork& work, const SharingRequest& request, const AccountRow& row)
        : m_session(session)
        , m_work(work)
        , m_request(request)
        , m_row(row) {}

    Result<Sharing> agree() {
        MH_TRY(const BeginDial begin, beginDial(m_work.database(), m_row, m_request.on));
        Sharing sharing{m_request.key, m_row.account.servicePoint, m_request.on, m_request.document.trimmed(), {}};
        for (const Sharer& sharer : m_request.sharers) {
            PlaceShare share{.share = sharer.share};
            if (const auto* sub = std::get_if<SubMeter>(&sharer.who)) {
                MH_TRY(share.subPlace, placeOf(*sub));
            } else if (const auto* made = std::get_if<NewSharer>(&sharer.who)) {
                MH_TRY(share.account, opened(*made, begin));
            } else {
                MH_TRY(share.account, known(std::get<AccountId>(sharer.who)));
            }
            const auto same = [&](const PlaceShare& other) {
                return other.account == share.account && other.subPlace == share.subPlace;
            };
            if (share.account == m_row.account.id || std::ranges::any_of(sharing.shares, same))
                return SharingError::SameTwice;
            sharing.shares.push_back(share);
        }
        sharing.shares.push_back({.account = m_row.account.id});
        return sharing;
    }

private:
    Result<ServicePointId> placeOf(const SubMeter& sub) {
        MH_TRY(const ServicePointId place, placeOfMeter(m_work.database(), sub.number));
        return place == m_row.account.servicePoint
                   ? Result<ServicePointId>(Error(SharingError::SubMeterHere, {sub.number}))
                   : place;
    }

    Result<AccountId> known(AccountId id) {
        MH_TRY(const AccountRow other, knownAccount(m_session, id));
        if (other.account.servicePoint != m_row.account.servicePoint || other.closedOn)
            return Error(SharingError::NotAtPlace, {other.account.number});
        return id;
    }

    Result<AccountId> opened(const NewSharer& made, const BeginDial& begin) {
        MH_CHECK(parseAccountNumber(made.number));
        if (made.tariffCode.trimmed().isEmpty())
            return Error(RegistryError::BadRow, {QStringLiteral("tariff")});
        const RegistryStore registry(m_work.database());
        MH_TRY(const auto taken, registry.accountByNumber(made.number));
        if (taken)
            return Error(RegistryError::AlreadyKnown, {made.number});
        Account account = m_row.account;
        account.id = nextId<AccountTag>(m_session);
        account.number = made.number;
        account.useClass = made.useClass;
        account.householdSize = 0;
        account.tariffCode = made.tariffCode.trimmed();
        MH_CHECK(RegistryStore::insert(m_work, account));
        MH_CHECK(RegistryStore::insert(m_work, AccountOpening{.account = account.id,
                                                              .meter = begin.meter,
                                                              .readOn = m_request.on,
                                                              .dialMicro = begin.dial.micro(),
                                                              .ladderFrom = m_request.on}));
        MH_CHECK(insertWords(account, begin.meter));
        return account.id;
    }

    Result<void> insertWords(const Account& account, MeterId meterId) {
        const RegistryStore registry(m_work.database());
        MH_TRY(const auto sealed, registry.customer(account.customer));
        MH_TRY(const Customer holder, openCustomer(m_session, sealed));
        MH_TRY(const auto meter, registry.meter(meterId));
        MH_TRY(const auto tokens,
               accountTokens(m_session, {holder.name, holder.phone, m_row.address, account.number, meter->number}));
        return RegistryStore::insertTokens(m_work, account.id, tokens);
    }

    Session& m_session;
    UnitOfWork& m_work;
    const SharingRequest& m_request;
    const AccountRow& m_row;
};

std::vector<AccountId> accountsIn(const Sharing& sharing) {
    std::vector<AccountId> accounts;
    for (const PlaceShare& share : sharing.shares)
        if (share.account)
            accounts.push_back(*share.account);
    return accounts;
}

/// Nobody at the place is left to be billed the whole, and nobody's bills reach behind the day.
Result<void> checkSharers(Session& session, UnitOfWork& work, const Sharing& sharing) {
    const auto accounts = accountsIn(sharing);
    MH_TRY(const auto open, openAccountsAt(session, sharing.place));
    for (const AccountRow& row : open) {
        if (std::ranges::find(accounts, row.account.id) == accounts.end())
            return Error(SharingError::SharerLeftOut, {row.account.number});
        MH_CHECK(checkNotBilledBehind(work.database(), row.account.id, sharing.on));
    }
    return {};
}

Result<SharingResult> sameSharing(const Sharing& done, const SharingRequest& request) {
    const auto accounts = accountsIn(done);
    const bool same = accounts.back() == request.account && done.on == request.on &&
                      done.shares.size() == request.sharers.size() + 1 && done.document == request.document.trimmed();
    if (!same)
        return RegistryError::KeyUsedForSomethingElse;
    return SharingResult{{accounts.begin(), accounts.end() - 1}, true};
}

} // namespace

Result<SharingResult> shareUse(Session& session, const SharingRequest& request) {
    MH_CHECK(require(session, Service::ShareUse));
    if (request.document.trimmed().isEmpty())
        return SecurityError::ReasonMissing;
    MH_TRY(UnitOfWork work, beginUnit(session, Service::ShareUse, request.account.toString()));
    storage::Database& database = work.database();
    MH_TRY(const AccountRow row, knownAccount(session, request.account));
    MH_TRY(auto locked, RegistryStore(database).accountsAt(row.account.servicePoint));
    MH_CHECK(LedgerStore::lock(work, std::move(locked)));
    MH_TRY(const auto done, ShareStore(database).sharing(request.key));
    if (done)
        return sameSharing(*done, request);
    if (row.closedOn)
        return Error(HolderError::AccountClosed, {row.closedOn->toString()});
    MH_CHECK(checkDay(session, database, row, request.on));
    MH_CHECK(checkShares(request.sharers));
    MH_TRY(const Sharing sharing, Agreeing(session, work, request, row).agree());
    MH_CHECK(checkSharers(session, work, sharing));
    MH_CHECK(ShareStore::insert(work, sharing, session.who().id));
    MH_CHECK(work.commit());
    auto accounts = accountsIn(sharing);
    accounts.pop_back();
    return SharingResult{std::move(accounts)};
}

Result<std::vector<SharedUse>> sharesOf(Session& session, AccountId account) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    MH_TRY(const AccountRow row, knownAccount(session, account));
    MH_TRY(const PlaceShares shares, PlaceShares::of(database, row));
    std::vector<SharedUse> used;
    for (const PlaceShare& share : shares.behind(session.businessDay())) {
        SharedUse use{.account = {}, .share = share.share};
        if (share.account) {
            MH_TRY(const AccountRow sharer, knownAccount(session, *share.account));
            use.account = sharer.account.number;
            use.accountId = share.account;
        } else {
            MH_TRY(use.subMeter, meterNumberAt(database, *share.subPlace, session.businessDay()));
        }
        used.push_back(use);
    }
    if (!used.empty())
        used.back().isRest = true;
    return used;
}

} // namespace meterhall::services
