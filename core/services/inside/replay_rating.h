#pragma once

#include "core/services/inside/replay_sums.h"
#include "core/storage/replay_store.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace meterhall::services {

/// Every version there is, by id; only read while threads rate.
using ReplayPrices = std::map<TariffVersionId, const TariffVersion*>;

/// What a replay is about, the same for all portions.
struct ReplayPlan {
    const ReplayCall& call;
    const TariffVersion& draft;
    ReplayPrices prices;             ///< of everybody's bills
    std::set<TariffVersionId> rated; ///< those whose bills are rated again
    AccountingMonth first;           ///< bills of earlier months only stand on the ladder
};

/// Some accounts with their bills, in their order; owns its bytes.
struct ReplayPortion {
    struct BillRef {
        std::size_t account; ///< place in `accounts`
        TariffVersionId version;
        AccountingMonth month;
        IssuedUse use;
        std::int64_t totalMinor = 0;
        bool divided = false;
        bool stored = true; ///< else made of readings nobody billed
        std::size_t from = 0;
        std::size_t size = 0;
    };
    std::vector<storage::PortionAccount> accounts;
    std::vector<BillRef> bills;
    std::vector<std::pair<AccountId, Error>> held; ///< never billed, and not now
    Bytes inputs;

    void add(std::size_t account, const storage::PortionBill& bill);
    ByteView inputsOf(const BillRef& bill) const { return ByteView(inputs).subspan(bill.from, bill.size); }
};

/// Rates portions, one after the other, in one thread.
class PortionRater {
public:
    explicit PortionRater(const ReplayPlan& plan);
    Result<void> rate(const ReplayPortion& portion);
    const ReplaySums& sums() const { return m_sums; }

private:
    using Bills = std::span<const ReplayPortion::BillRef>;
    Result<void> rateAccount(const ReplayPortion& portion, const storage::PortionAccount& account, Bills bills);
    Result<void> rateBill(const ReplayPortion& portion, const ReplayPortion::BillRef& bill, AccountReplay& account);
    Result<void> pass(const ReplayPortion& portion, const ReplayPortion::BillRef& bill);
    Result<std::vector<const TariffVersion*>> pricesOf(const BillingInputs& inputs) const;

    const ReplayPlan& m_plan;
    DraftReplay m_replay;
    ReplaySums m_sums;
    std::optional<ReadingInterval> m_days; ///< of the account at work
};

/// Threads that rate what is handed to them. Whoever hands over waits while enough lies there.
class ReplayWorkers {
public:
    ReplayWorkers(const ReplayPlan& plan, int count);
    ~ReplayWorkers();
    ReplayWorkers(const ReplayWorkers&) = delete;
    ReplayWorkers& operator=(const ReplayWorkers&) = delete;

    /// What went wrong in a thread meanwhile.
    Result<void> hand(ReplayPortion portion);
    /// Waits for the end; the sums of all.
    Result<ReplaySums> finish();

private:
    void work(PortionRater& rater);
    void end();

    const ReplayPlan& m_plan;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<ReplayPortion> m_waiting;
    bool m_ended = false;
    Result<void> m_state;
    std::vector<std::unique_ptr<PortionRater>> m_raters;
    std::vector<std::thread> m_threads;
};

} // namespace meterhall::services
