#include "core/services/customer_file.h"
#include "core/services/inside/known_account.h"
#include "core/services/inside/readings_at_place.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/account_file_store.h"
#include "core/storage/command_store.h"
#include "core/storage/holder_store.h"

namespace meterhall::services {

using storage::AccountFileStore;
using storage::ReadView;
using storage::RegistryStore;

namespace {

/// Gathers what happened to one account, at most so many of each kind.
class Timeline {
public:
    Timeline(Session& session, const storage::AccountRow& row, int limit)
        : m_session(session)
        , m_row(row)
        , m_account(row.account)
        , m_store(session.inside().database())
        , m_limit(limit) {}

    Result<std::vector<TimelineEntry>> gather() {
        MH_TRY(const ReadingsAtPlace readings, ReadingsAtPlace::of(m_session.inside().database(), m_account));
        MH_CHECK(addBills());
        MH_CHECK(addPayments());
        MH_CHECK(addNoticesAndFlags());
        MH_CHECK(addHolders());
        addMeters(readings.stretches());
        MH_CHECK(addCommands(readings.stretches()));
        cut();
        MH_CHECK(addDoubts(readings));
        cut();
        return std::move(m_entries);
    }

private:
    template <class What>
    void add(Date day, What what) {
        m_entries.push_back({day, {}, std::move(what)});
    }
    template <class What>
    Result<void> add(Instant at, What what) {
        MH_TRY(const Date day, m_session.zone().businessDate(at));
        m_entries.push_back({day, at, std::move(what)});
        return {};
    }

    Result<void> addBills() {
        MH_TRY(const auto bills, m_store.bills(m_account.id, {}, m_limit));
        for (const storage::ListedBill& bill : bills)
            add(bill.issuedOn, BillIssued{bill.id, bill.month, bill.usage, bill.total, bill.dueOn});
        return {};
    }

    Result<void> addPayments() {
        MH_TRY(const auto payments, m_store.payments(m_account.id, {}, m_limit));
        for (const storage::ListedPayment& paid : payments) {
            if (paid.kind == JournalKind::Reversal)
                MH_CHECK(add(paid.at, MoneyGivenBack{paid.receipt, paid.paperNumber, paid.amount.negated()}));
            else
                MH_CHECK(
                    add(paid.at, MoneyTaken{paid.receipt, paid.paperNumber, paid.amount, paid.reversedBy.has_value()}));
        }
        return {};
    }

    Result<void> addNoticesAndFlags() {
        MH_TRY(const auto notices, m_store.notices(m_account.id, m_limit));
        for (const storage::ListedNotice& notice : notices)
            m_entries.push_back({notice.servedOn, notice.at, NoticeServed{notice.overdue}});
        MH_TRY(const auto flags, m_store.flagChanges(m_account.id, m_limit));
        for (const storage::ListedFlag& change : flags)
            MH_CHECK(add(change.at, FlagChanged{change.flag, change.raised, change.until}));
        return {};
    }

    Result<void> addHolders() {
        const storage::HolderStore store(m_session.inside().database());
        if (m_row.transfers > 0) {
            MH_TRY(const auto transfers, store.transfersOf(m_account.id));
            MH_TRY(const auto former, store.formerHolders(m_account.id)); // the other way round
            for (std::size_t i = 0; i < transfers.size(); ++i) {
                const bool isLast = i + 1 == transfers.size();
                const QString& to = isLast ? m_row.holder : former[former.size() - 2 - i].name;
                add(transfers[i].on, HolderChanged{former[former.size() - 1 - i].name, to, transfers[i].ladderAnew});
            }
        }
        if (m_row.suspensions > 0) {
            MH_TRY(const auto suspensions, store.suspensionsOf(m_account.id));
            for (const AccountSuspension& suspension : suspensions) {
                add(suspension.on, SupplySuspended{});
                if (suspension.resumedOn)
                    add(*suspension.resumedOn, SupplyResumed{});
            }
        }
        if (m_row.closedOn) {
            MH_TRY(const auto closing, store.closingOf(m_account.id));
            add(*m_row.closedOn, AccountEnded{closing && closing->meterTakenDown});
        }
        return {};
    }

    // The stretch before, on the same place, says which meter it took the place of.
    void addMeters(const std::vector<RegistryStore::Segment>& newestFirst) {
        for (std::size_t i = 0; i < newestFirst.size(); ++i) {
            const RegistryStore::Segment& hung = newestFirst[i];
            MeterHung what{hung.meter.number, hung.installation.startDial, {}, {}};
            if (i + 1 < newestFirst.size() && newestFirst[i + 1].removal) {
                what.oldNumber = newestFirst[i + 1].meter.number;
                what.oldEndDial = newestFirst[i + 1].removal->endDial;
            }
            add(hung.installation.from, std::move(what));
        }
    }

    Result<void> addCommands(const std::vector<RegistryStore::Segment>& stretches) {
        const storage::CommandStore store(m_session.inside().database());
        std::set<MeterId> asked;
        for (const RegistryStore::Segment& stretch : stretches) {
            if (!asked.insert(stretch.meter.id).second)
                continue;
            MH_TRY(const auto commands, store.newestOf(stretch.meter.id, m_account.servicePoint, m_limit));
            for (const storage::StoredCommand& stored : commands)
                MH_CHECK(add(stored.command.requestedAt, CommandAsked{stored.command.id, stored.command.kind,
                                                                      stored.life.state(), stretch.meter.number}));
        }
        return {};
    }

    // Readings lie in many tables; what would fall off the end of the list anyway is not looked for.
    Result<void> addDoubts(const ReadingsAtPlace& readings) {
        MH_TRY(Date since, Date::of(1900, 1, 1));
        if (int(m_entries.size()) >= m_limit)
            since = m_entries.back().day;
        MH_TRY(const auto doubted, readings.doubtedSince(since, m_limit));
        for (const ReadingsAtPlace::Doubted& one : doubted) {
            const ReadingRow& reading = one.reading;
            m_entries.push_back({reading.receivedOn, reading.receivedAt,
                                 ReadingDoubted{reading.reading, reading.dial, reading.doubts}});
            if (reading.decision && one.decidedAt)
                MH_CHECK(add(*one.decidedAt, ReadingDecided{reading.reading, reading.dial, *reading.decision}));
        }
        return {};
    }

    /// The newest first. Of a day without a moment nobody knows more than that it began.
    void cut() {
        const auto moment = [this](const TimelineEntry& entry) {
            return entry.at.value_or(m_session.zone().startOf(entry.day));
        };
        std::stable_sort(m_entries.begin(), m_entries.end(), [&](const TimelineEntry& a, const TimelineEntry& b) {
            return std::pair(a.day, moment(a)) > std::pair(b.day, moment(b));
        });
        if (int(m_entries.size()) > m_limit)
            m_entries.erase(m_entries.begin() + m_limit, m_entries.end());
    }

    Session& m_session;
    const storage::AccountRow& m_row;
    const Account& m_account;
    AccountFileStore m_store;
    int m_limit;
    std::vector<TimelineEntry> m_entries;
};

} // namespace

Result<std::vector<TimelineEntry>> timelineOf(Session& session, AccountId id, int limit) {
    MH_CHECK(require(session, Service::FindCustomer));
    MH_TRY(const ReadView view, ReadView::begin(session.inside().database()));
    MH_TRY(const storage::AccountRow row, knownAccount(session, id));
    return Timeline(session, row, limit).gather();
}

} // namespace meterhall::services
