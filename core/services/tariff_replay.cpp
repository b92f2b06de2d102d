#include "core/services/tariff_replay.h"

#include "core/security/masking.h"
#include "core/services/inside/billing_inputs_of.h"
#include "core/services/inside/chosen_tariff.h"
#include "core/services/inside/replay_rating.h"
#include "core/services/inside/session_inside.h"

#include <algorithm>

namespace meterhall::services {

using storage::PortionAccount;
using storage::ReplayStore;

namespace {

constexpr int monthsReplayed = 12;
constexpr int portionAccounts = 1'000;
constexpr int longestBillDays = 70;

/// The months that are asked for, or the last twelve that have bills.
struct ReplayMonths {
    AccountingMonth first;
    AccountingMonth last;
};

Result<ReplayMonths> monthsOf(const ReplayCall& call, const ReplayStore& store) {
    std::optional<AccountingMonth> last = call.last;
    if (!last) {
        MH_TRY(last, store.lastMonth());
        if (!last)
            return TariffReplayError::NothingBilled;
    }
    MH_TRY(const AccountingMonth twelfth, last->plusMonths(1 - monthsReplayed));
    const ReplayMonths months{call.first.value_or(twelfth), *last};
    if (months.last < months.first)
        return Error(TariffReplayError::BadSpan, {months.first.toString(), months.last.toString()});
    return months;
}

/// Reads portion after portion and hands them to the threads.
class Replay {
public:
    Replay(Session& session, const ReplayCall& call, const ChosenTariff& draft, ReplayMonths months)
        : m_session(session)
        , m_call(call)
        , m_months(months)
        , m_store(session.inside().database())
        , m_source(session.inside().database())
        , m_tariff(call.ofTariff.isEmpty() ? draft.tariff.code : call.ofTariff)
        , m_plan{call, draft.version, {}, {}, months.first} {}

    Result<TariffReplay> run(const WorkProgress& progress) {
        MH_CHECK(loadPrices());
        MH_TRY(const AccountingMonth from, firstMonthRead());
        const ReplayStore::Scope scope{m_call.useClass, m_call.book};
        MH_TRY(const std::int64_t total, m_store.accountCount(scope));
        ReplayWorkers workers(m_plan, workersWanted());
        std::int64_t done = 0;
        std::optional<AccountId> after;
        for (;;) {
            MH_TRY(auto accounts, m_store.accounts({scope, m_tariff, after, portionAccounts}));
            if (accounts.empty())
                break;
            after = accounts.back().id;
            done += std::int64_t(accounts.size());
            MH_TRY(ReplayPortion portion, portionOf(std::move(accounts), from));
            MH_CHECK(workers.hand(std::move(portion)));
            MH_CHECK(tell(progress, {QStringLiteral("accounts"), done, total}));
        }
        MH_TRY(ReplaySums sums, workers.finish());
        TariffReplay replay = sums.take(m_plan.draft.ladder.mode != LadderMode::Flat);
        replay.first = m_months.first;
        replay.last = m_months.last;
        MH_CHECK(nameAll(replay));
        return replay;
    }

private:
    int workersWanted() const {
        return m_call.workers > 0 ? m_call.workers : std::max(1, int(std::thread::hardware_concurrency()));
    }

    Result<void> loadPrices() {
        MH_TRY(m_versions, storage::BillingStore(m_session.inside().database()).allVersions());
        for (const storage::StoredTariffVersion& entry : m_versions) {
            m_plan.prices.emplace(entry.version.id, &entry.version);
            if (entry.code == m_tariff)
                m_plan.rated.insert(entry.version.id);
        }
        return {};
    }

    /// Where the draft counts in other windows than the bills did, what stands in the first of them has to be read too.
    Result<AccountingMonth> firstMonthRead() const {
        const DraftReplay replay(m_plan.draft);
        const bool allAlike = std::ranges::all_of(
            m_plan.rated, [&](TariffVersionId id) { return replay.isAlike(*m_plan.prices.at(id)); });
        if (allAlike)
            return m_months.first;
        const Date begin = m_months.first.firstDay().addDays(-longestBillDays);
        MH_TRY(const auto window, m_plan.draft.ladder.cycle.windowOf(begin));
        return std::min(m_months.first, window ? AccountingMonth::containing(window->from()) : m_months.first);
    }

    Result<ReplayPortion> portionOf(std::vector<PortionAccount> accounts, AccountingMonth from) {
        ReplayPortion portion;
        portion.accounts = std::move(accounts);
        std::vector<bool> billed(portion.accounts.size());
        std::size_t place = 0;
        const auto& all = portion.accounts;
        MH_CHECK(m_store.eachBill({all.front().id, all.back().id, from, m_months.last},
                                  [&](const storage::PortionBill& bill) -> Result<void> {
                                      while (place < all.size() && all[place].id < bill.account)
                                          ++place;
                                      if (place == all.size() || all[place].id != bill.account)
                                          return {}; // out of the scope
                                      portion.add(place, bill);
                                      billed[place] = billed[place] || bill.month >= m_months.first;
                                      return {};
                                  }));
        if (m_call.readings)
            MH_CHECK(addUnbilled(portion, billed));
        return portion;
    }

    Result<void> addUnbilled(ReplayPortion& portion, const std::vector<bool>& billed) {
        for (std::size_t place = 0; place < billed.size(); ++place)
            if (!billed[place] && portion.accounts[place].onTariff)
                MH_CHECK(addUnbilled(portion, place));
        std::ranges::stable_sort(portion.bills, {}, &ReplayPortion::BillRef::account);
        return {};
    }

    /// All that was used since the account was billed last, in one.
    Result<void> addUnbilled(ReplayPortion& portion, std::size_t place) {
        const AccountId id = portion.accounts[place].id;
        MH_TRY(const auto row, storage::RegistryStore(m_session.inside().database()).accountById(id));
        if (!row)
            return RegistryError::UnknownAccount;
        const Date readTo = std::min(m_months.last.lastDay(), m_session.businessDay());
        auto next = m_source.inputsOf(*row, m_months.last, readTo, InputsFor::Preview);
        if (!next.ok()) {
            portion.held.emplace_back(id, next.error());
            return {};
        }
        if (const Hold* hold = std::get_if<Hold>(&*next)) {
            portion.held.emplace_back(id, Error(TariffReplayError::Held, {codeOf(*hold)}));
            return {};
        }
        const BillingInputs& inputs = std::get<ReadyInputs>(*next).inputs;
        const Bytes bytes = encodeBillingInputs(inputs);
        portion.bills.push_back({.account = place,
                                 .version = inputs.tariffVersion,
                                 .month = m_months.last,
                                 .use = {inputs.interval.to(), BilledQuantity::zero()},
                                 .stored = false,
                                 .from = portion.inputs.size(),
                                 .size = bytes.size()});
        portion.inputs.insert(portion.inputs.end(), bytes.begin(), bytes.end());
        return {};
    }

    Result<void> nameAll(TariffReplay& replay) const {
        const storage::RegistryStore registry(m_session.inside().database());
        for (auto* rows : {&replay.mostRisen, &replay.mostFallen})
            for (ReplayedAccountRow& row : *rows) {
                MH_TRY(const auto account, registry.accountById(row.account));
                if (account) {
                    row.number = account->account.number;
                    row.holder = maskedName(account->holder);
                }
            }
        for (NotReplayed& row : replay.notRatedRows) {
            MH_TRY(const auto account, registry.accountById(row.account));
            if (account)
                row.number = account->account.number;
        }
        return {};
    }

    Session& m_session;
    const ReplayCall& m_call;
    ReplayMonths m_months;
    ReplayStore m_store;
    BillingInputsSource m_source;
    QString m_tariff;
    std::vector<storage::StoredTariffVersion> m_versions; ///< what m_plan.prices points to
    ReplayPlan m_plan;
};

} // namespace

Result<TariffReplay> replayTariff(Session& session, const ReplayCall& call, const WorkProgress& progress) {
    MH_CHECK(require(session, Service::ShowTariffs));
    storage::Database& database = session.inside().database();
    MH_TRY(const storage::ReadView view, storage::ReadView::begin(database));
    MH_TRY(const ChosenTariff draft, chosenTariff(session, call.draft));
    MH_TRY(const ReplayMonths months, monthsOf(call, ReplayStore(database)));
    return Replay(session, call, draft, months).run(progress);
}

} // namespace meterhall::services
