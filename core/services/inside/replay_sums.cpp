#include "core/services/inside/replay_sums.h"

#include <algorithm>

namespace meterhall::services {

namespace {

Result<void> addMoney(ReplayMoney& sum, const ReplayMoney& more) {
    MH_TRY(sum.before, sum.before.plus(more.before));
    MH_TRY(sum.after, sum.after.plus(more.after));
    return {};
}

ReplayMoney noMoney(Currency currency) {
    return {Money::zero(currency), Money::zero(currency)};
}

std::int64_t riseOf(const ReplayedAccountRow& row) {
    return row.total.after.minor() - row.total.before.minor();
}

/// The most first; the same for accounts in any order.
bool risesMore(const ReplayedAccountRow& a, const ReplayedAccountRow& b) {
    return std::pair(-riseOf(a), a.account.raw()) < std::pair(-riseOf(b), b.account.raw());
}
bool fallsMore(const ReplayedAccountRow& a, const ReplayedAccountRow& b) {
    return std::pair(riseOf(a), a.account.raw()) < std::pair(riseOf(b), b.account.raw());
}

} // namespace

AccountReplay AccountReplay::of(AccountId account, Currency currency) {
    const ReplayMoney none = noMoney(currency);
    return {
        .account = account, .own = none, .behalf = none, .levies = none, .rounding = none, .total = none, .tax = none};
}

Result<void> AccountReplay::add(const Bill& bill, BillPrices prices, bool isAfter) {
    const auto side = [isAfter](ReplayMoney& money) -> Money& { return isAfter ? money.after : money.before; };
    for (const BillLine& line : bill.lines) {
        const Payee payee = priceOfLine(line, prices).components[line.component].payee;
        Money& sum = side(payee == Payee::Tax ? levies : payee == Payee::FeeOnBehalf ? behalf : own);
        MH_TRY(sum, sum.plus(line.amount));
        MH_TRY(side(tax), side(tax).plus(line.tax));
    }
    MH_TRY(side(rounding), side(rounding).plus(bill.roundingDifference));
    MH_TRY(side(total), side(total).plus(bill.total));
    return {};
}

ReplaySums::ReplaySums(const ReplayCall& call, Currency currency)
    : m_call(&call)
    , m_sums{.first = *AccountingMonth::of(2000, 1),
             .last = *AccountingMonth::of(2000, 1),
             .winners = {0, Money::zero(currency), Money::zero(currency)},
             .losers = {0, Money::zero(currency), Money::zero(currency)},
             .ownIncome = noMoney(currency),
             .onBehalf = noMoney(currency),
             .levies = noMoney(currency),
             .rounding = noMoney(currency),
             .total = noMoney(currency),
             .taxWithin = noMoney(currency)} {}

Result<void> ReplaySums::add(const AccountReplay& account) {
    ++m_sums.accounts;
    m_sums.households += account.household ? 1 : 0;
    m_sums.bills += account.bills;
    m_sums.fromReadings += account.fromReadings;
    MH_TRY(m_sums.use, m_sums.use.plus(account.use));
    const std::pair<ReplayMoney*, const ReplayMoney*> kinds[] = {
        {&m_sums.ownIncome, &account.own},     {&m_sums.onBehalf, &account.behalf}, {&m_sums.levies, &account.levies},
        {&m_sums.rounding, &account.rounding}, {&m_sums.total, &account.total},     {&m_sums.taxWithin, &account.tax}};
    for (const auto& [sum, more] : kinds)
        MH_CHECK(addMoney(*sum, *more));
    for (std::size_t tier = 0; tier < m_tiers.size(); ++tier) {
        MH_TRY(m_tiers[tier].before, m_tiers[tier].before.plus(account.before.volumes[tier]));
        MH_TRY(m_tiers[tier].after, m_tiers[tier].after.plus(account.after.volumes[tier]));
        m_tiers[tier].reachedBefore += account.before.reached >= int(tier) ? 1 : 0;
        m_tiers[tier].reachedAfter += account.after.reached >= int(tier) ? 1 : 0;
    }
    if (account.household)
        ++m_households.at(std::size_t(account.wholeUse));
    return judge(account);
}

Result<void> ReplaySums::judge(const AccountReplay& account) {
    MH_TRY(const Money difference, account.total.difference());
    if (difference.isZero()) {
        ++m_sums.same;
        return {};
    }
    MH_CHECK(addGroup(difference.isPositive() ? m_sums.losers : m_sums.winners, difference));
    if (difference.minor() > m_call->hardRiseMinor * std::max(1, account.months))
        ++m_sums.hardHit;
    addExtreme({.account = account.account, .use = account.use, .total = account.total});
    return {};
}

Result<void> ReplaySums::addGroup(ReplayGroup& group, Money difference) {
    ++group.accounts;
    MH_TRY(group.sum, group.sum.plus(difference));
    if (difference.absolute().minor() > group.largest.absolute().minor())
        group.largest = difference;
    return {};
}

void ReplaySums::addExtreme(const ReplayedAccountRow& row) {
    const bool risen = riseOf(row) > 0;
    auto& rows = risen ? m_sums.mostRisen : m_sums.mostFallen;
    const auto before = risen ? risesMore : fallsMore;
    const auto most = std::size_t(std::max(0, m_call->extremes));
    if (rows.size() >= most && (most == 0 || !before(row, rows.back())))
        return;
    rows.insert(std::ranges::upper_bound(rows, row, before), row);
    if (rows.size() > most)
        rows.pop_back();
}

void ReplaySums::refuse(AccountId account, Error reason) {
    ++m_sums.notRated;
    ++m_sums.reasons[reason.code().toString()];
    m_sums.notRatedRows.push_back({account, {}, std::move(reason)});
    if (m_sums.notRatedRows.size() >= 2 * std::size_t(std::max(1, m_call->mostReasons)))
        keepFew();
}

void ReplaySums::keepFew() {
    auto& rows = m_sums.notRatedRows;
    std::ranges::sort(rows, {}, [](const NotReplayed& row) { return row.account.raw(); });
    const auto most = std::size_t(std::max(0, m_call->mostReasons));
    if (rows.size() > most)
        rows.erase(rows.begin() + std::ptrdiff_t(most), rows.end());
}

Result<void> ReplaySums::add(const ReplaySums& other) {
    const TariffReplay& more = other.m_sums;
    const std::pair<std::int64_t*, std::int64_t> counts[] = {
        {&m_sums.accounts, more.accounts}, {&m_sums.households, more.households},
        {&m_sums.bills, more.bills},       {&m_sums.fromReadings, more.fromReadings},
        {&m_sums.same, more.same},         {&m_sums.hardHit, more.hardHit},
        {&m_sums.notRated, more.notRated}};
    for (const auto& [count, add] : counts)
        *count += add;
    MH_TRY(m_sums.use, m_sums.use.plus(more.use));
    const std::pair<ReplayMoney*, const ReplayMoney*> kinds[] = {
        {&m_sums.ownIncome, &more.ownIncome}, {&m_sums.onBehalf, &more.onBehalf}, {&m_sums.levies, &more.levies},
        {&m_sums.rounding, &more.rounding},   {&m_sums.total, &more.total},       {&m_sums.taxWithin, &more.taxWithin}};
    for (const auto& [sum, add] : kinds)
        MH_CHECK(addMoney(*sum, *add));
    for (const auto& [group, add] :
         {std::pair(&m_sums.winners, &more.winners), std::pair(&m_sums.losers, &more.losers)}) {
        group->accounts += add->accounts;
        MH_TRY(group->sum, group->sum.plus(add->sum));
        if (add->largest.absolute().minor() > group->largest.absolute().minor())
            group->largest = add->largest;
    }
    for (std::size_t tier = 0; tier < m_tiers.size(); ++tier) {
        MH_TRY(m_tiers[tier].before, m_tiers[tier].before.plus(other.m_tiers[tier].before));
        MH_TRY(m_tiers[tier].after, m_tiers[tier].after.plus(other.m_tiers[tier].after));
        m_tiers[tier].reachedBefore += other.m_tiers[tier].reachedBefore;
        m_tiers[tier].reachedAfter += other.m_tiers[tier].reachedAfter;
        m_households[tier] += other.m_households[tier];
    }
    for (const auto* rows : {&more.mostRisen, &more.mostFallen})
        for (const ReplayedAccountRow& row : *rows)
            addExtreme(row);
    for (const auto& [code, count] : more.reasons)
        m_sums.reasons[code] += count;
    m_sums.notRatedRows.insert(m_sums.notRatedRows.end(), more.notRatedRows.begin(), more.notRatedRows.end());
    keepFew();
    return {};
}

TariffReplay ReplaySums::take(bool hasLadder) {
    for (std::size_t tier = 0; tier < m_tiers.size(); ++tier) {
        m_tiers[tier].tier = int(tier);
        const bool used = !m_tiers[tier].before.isZero() || !m_tiers[tier].after.isZero();
        if (used || (tier > 0 && m_tiers[tier].reachedBefore + m_tiers[tier].reachedAfter > 0))
            m_sums.tiers.push_back(m_tiers[tier]);
    }
    std::int64_t within = 0;
    for (std::size_t tier = 1; hasLadder && tier <= m_call->coverPercents.size() && tier < m_households.size();
         ++tier) {
        within += m_households[tier];
        m_sums.coverage.push_back({.tier = int(tier),
                                   .wantedPercent = m_call->coverPercents[tier - 1],
                                   .within = within,
                                   .households = m_sums.households});
    }
    keepFew();
    return std::move(m_sums);
}

} // namespace meterhall::services
