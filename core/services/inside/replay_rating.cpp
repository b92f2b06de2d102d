#include "core/services/inside/replay_rating.h"

#include "core/billing/rate.h"

#include <algorithm>

namespace meterhall::services {

namespace {

/// Months between the readings; one at least.
int replayedMonths(const ReadingInterval& days) {
    constexpr int inYear = 12;
    const int months = (days.to().year() - days.from().year()) * inYear + days.to().month() - days.from().month();
    return std::max(1, months);
}

ReplayedAccount broughtBy(const storage::PortionAccount& account) {
    ReplayedAccount brought;
    if (account.openedOn) {
        brought.opened = account.ladderFrom;
        brought.events.push_back(
            {account.id, account.place, *account.openedOn, LadderEventKind::Imported, account.ladderUse});
    }
    for (const Date anew : account.ladderAnew)
        brought.events.push_back({account.id, account.place, anew, LadderEventKind::Transfer, BilledQuantity::zero()});
    return brought;
}

} // namespace

void ReplayPortion::add(std::size_t account, const storage::PortionBill& bill) {
    bills.push_back({.account = account,
                     .version = bill.version,
                     .month = bill.month,
                     .use = {bill.ladderOn, bill.usage},
                     .totalMinor = bill.totalMinor,
                     .divided = bill.divided,
                     .from = inputs.size(),
                     .size = bill.inputs.size()});
    inputs.insert(inputs.end(), bill.inputs.begin(), bill.inputs.end());
}

PortionRater::PortionRater(const ReplayPlan& plan)
    : m_plan(plan)
    , m_replay(plan.draft)
    , m_sums(plan.call, plan.draft.currency) {}

Result<void> PortionRater::rate(const ReplayPortion& portion) {
    Bills left = portion.bills;
    for (std::size_t place = 0; place < portion.accounts.size(); ++place) {
        const auto end = std::ranges::find_if(left, [place](const auto& bill) { return bill.account != place; });
        const auto count = std::size_t(end - left.begin());
        MH_CHECK(rateAccount(portion, portion.accounts[place], left.first(count)));
        left = left.subspan(count);
    }
    for (const auto& [account, reason] : portion.held)
        m_sums.refuse(account, reason);
    return {};
}

Result<void> PortionRater::rateAccount(const ReplayPortion& portion, const storage::PortionAccount& account,
                                       Bills bills) {
    const auto isRated = [this](const ReplayPortion::BillRef& bill) {
        return bill.month >= m_plan.first && m_plan.rated.contains(bill.version);
    };
    if (std::ranges::none_of(bills, isRated))
        return {};
    m_days.reset();
    m_replay.begin(broughtBy(account));
    AccountReplay sum = AccountReplay::of(account.id, m_plan.draft.currency);
    sum.household = account.useClass == UseClass::Residential;
    for (const ReplayPortion::BillRef& bill : bills) {
        const auto done = isRated(bill) ? rateBill(portion, bill, sum) : pass(portion, bill);
        if (!done.ok()) {
            m_sums.refuse(account.id, done.error());
            return {};
        }
    }
    sum.months = replayedMonths(*m_days);
    MH_TRY(sum.wholeUse, m_replay.tierOf(sum.use, sum.months));
    return m_sums.add(sum);
}

Result<void> PortionRater::rateBill(const ReplayPortion& portion, const ReplayPortion::BillRef& bill,
                                    AccountReplay& account) {
    MH_TRY(const BillingInputs inputs, decodeBillingInputs(portion.inputsOf(bill)));
    const auto only = inputs.parts() == 1 ? m_plan.prices.find(inputs.tariffVersion) : m_plan.prices.end();
    std::vector<const TariffVersion*> several;
    if (only == m_plan.prices.end()) {
        MH_TRY(several, pricesOf(inputs));
    }
    const BillPrices prices = several.empty() ? BillPrices(&only->second, 1) : BillPrices(several);
    const TariffVersion& version = *prices.back();
    if (version.currency != m_plan.draft.currency || version.unit != m_plan.draft.unit)
        return TariffReplayError::OtherMeasure;
    MH_CHECK(m_replay.replay(inputs, prices));
    if (bill.stored && m_replay.before().total.minor() != bill.totalMinor)
        return Error(TariffReplayError::NotReproduced, {bill.month.toString()});
    MH_CHECK(account.add(m_replay.before(), prices, false));
    const std::vector<const TariffVersion*> drafted(std::max<std::size_t>(1, m_replay.after().parts.size()),
                                                    &m_replay.draft());
    MH_CHECK(account.add(m_replay.after(), drafted, true));
    MH_TRY(account.use, account.use.plus(m_replay.before().usage));
    MH_TRY(const TierVolumes before, m_replay.tiersBefore(inputs, prices));
    MH_TRY(const TierVolumes after, m_replay.tiersAfter());
    MH_CHECK(account.before.add(before));
    MH_CHECK(account.after.add(after));
    ++account.bills;
    account.fromReadings += bill.stored ? 0 : 1;
    MH_TRY(m_days, ReadingInterval::of(m_days ? m_days->from() : inputs.interval.from(), inputs.interval.to()));
    return {};
}

// It only stands on the ladder; a divided one in more windows than one.
Result<void> PortionRater::pass(const ReplayPortion& portion, const ReplayPortion::BillRef& bill) {
    if (!bill.divided) {
        m_replay.pass({&bill.use, 1});
        return {};
    }
    MH_TRY(const BillingInputs inputs, decodeBillingInputs(portion.inputsOf(bill)));
    MH_TRY(const auto prices, pricesOf(inputs));
    MH_TRY(const Bill content, rated(inputs, prices));
    m_replay.pass(usesOf(inputs, content));
    return {};
}

Result<std::vector<const TariffVersion*>> PortionRater::pricesOf(const BillingInputs& inputs) const {
    std::vector<const TariffVersion*> prices;
    for (std::size_t part = 0; part < inputs.parts(); ++part) {
        const auto known = m_plan.prices.find(inputs.versionOf(part));
        if (known == m_plan.prices.end())
            return Error(BillingError::OtherTariffVersion, {inputs.versionOf(part).toString(), QString()});
        prices.push_back(known->second);
    }
    return prices;
}

ReplayWorkers::ReplayWorkers(const ReplayPlan& plan, int count)
    : m_plan(plan) {
    for (int i = 0; i < count; ++i)
        m_raters.push_back(std::make_unique<PortionRater>(plan));
    for (const auto& rater : m_raters)
        m_threads.emplace_back([this, &rater] { work(*rater); });
}

ReplayWorkers::~ReplayWorkers() {
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.clear();
    }
    end();
}

void ReplayWorkers::end() {
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
    m_threads.clear();
}

Result<void> ReplayWorkers::hand(ReplayPortion portion) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_state.ok() || m_waiting.size() < m_raters.size(); });
    if (!m_state.ok())
        return m_state.error();
    m_waiting.push_back(std::move(portion));
    lock.unlock();
    m_changed.notify_all();
    return {};
}

void ReplayWorkers::work(PortionRater& rater) {
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_ended || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        const ReplayPortion portion = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        m_changed.notify_all();
        auto done = rater.rate(portion);
        if (done.ok())
            continue;
        lock.lock();
        if (m_state.ok())
            m_state = std::move(done);
        m_waiting.clear();
        lock.unlock();
        m_changed.notify_all();
    }
}

Result<ReplaySums> ReplayWorkers::finish() {
    end();
    MH_CHECK(m_state);
    ReplaySums all(m_plan.call, m_plan.draft.currency);
    for (const auto& rater : m_raters)
        MH_CHECK(all.add(rater->sums()));
    return all;
}

} // namespace meterhall::services
