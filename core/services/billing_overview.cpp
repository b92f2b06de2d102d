#include "core/services/billing_overview.h"

#include "core/billing/rate.h"
#include "core/services/inside/drafting.h"
#include "core/services/inside/price_book.h"
#include "core/services/inside/staff_names.h"
#include "core/storage/reading_store.h"

#include <set>

namespace meterhall::services {

using storage::BillingStore;
using storage::Draft;
using storage::DraftRow;
using storage::RegistryStore;
using storage::RunState;

namespace {

constexpr int mostRows = 500;
const QString heldRegister = QStringLiteral("volume");

RunStage stageOf(RunState state) {
    switch (state) {
    case RunState::Drafted:
        return RunStage::Drafted;
    case RunState::Checked:
        return RunStage::Checked;
    case RunState::Issuing:
        return RunStage::Issuing;
    case RunState::Issued:
        return RunStage::Issued;
    }
    return RunStage::None;
}

Result<RunHead> headOf(StaffNames& names, const storage::RunRow& row) {
    MH_TRY(StaffName draftedBy, names.of(row.run.draftedBy));
    MH_TRY(auto checkedBy, names.of(row.run.checkedBy));
    MH_TRY(auto issuedBy, names.of(row.issuedBy));
    const bool checked = checkedBy.has_value();
    return RunHead{.run = row.run.number,
                   .stage = stageOf(row.run.state),
                   .book = row.run.book,
                   .month = row.run.month,
                   .ready = row.sums.ready,
                   .readyTotal = row.sums.readyTotal,
                   .held = row.sums.held,
                   .issued = row.sums.issued,
                   .issuedTotal = row.sums.issuedTotal,
                   .readTo = row.run.readTo,
                   .dueOn = row.run.dueOn,
                   .draftedBy = std::move(draftedBy),
                   .draftedAt = row.draftedAt,
                   .checkedBy = std::move(checkedBy),
                   .checkedAt = checked ? row.checkedAt : std::nullopt,
                   .issuedBy = std::move(issuedBy),
                   .issuedAt = row.issuedAt};
}

storage::DraftFilter filterOf(RunRowFilter filter) {
    switch (filter) {
    case RunRowFilter::All:
        return storage::DraftFilter::All;
    case RunRowFilter::Held:
        return storage::DraftFilter::Held;
    case RunRowFilter::Ready:
        return storage::DraftFilter::Ready;
    case RunRowFilter::Issued:
        return storage::DraftFilter::Issued;
    }
    return storage::DraftFilter::All;
}

/// Makes rows of a page out of what is stored.
class RowsOfRun {
public:
    RowsOfRun(storage::Database& database, const storage::BillingRun& run)
        : m_run(run)
        , m_billing(database)
        , m_registry(database)
        , m_readings(database)
        , m_prices(database) {}

    Result<RunRow> rowOf(const DraftRow& stored) {
        RunRow row{.ordinal = stored.draft.ordinal,
                   .account = stored.draft.account,
                   .accountNumber = stored.accountNumber,
                   .holder = stored.holder,
                   .address = stored.address,
                   .state = stateOf(stored),
                   .use = {},
                   .total = stored.draft.total,
                   .bill = stored.bill,
                   .previousBill = stored.previous,
                   .previousMonth = stored.previousMonth,
                   .previousTotal = stored.previousTotal,
                   .heldBecause = stored.draft.heldBecause};
        if (row.state == RunRowState::Held) {
            MH_TRY(row.about, about(stored));
        } else {
            MH_TRY(row.use, useOf(stored.draft));
        }
        return row;
    }

private:
    RunRowState stateOf(const DraftRow& stored) const {
        if (stored.bill)
            return RunRowState::Issued;
        if (!stored.draft.total)
            return RunRowState::Held;
        return m_run.state == RunState::Issued ? RunRowState::Refused : RunRowState::Ready;
    }

    // Rated as issuing will: the same inputs give the same use.
    Result<BilledQuantity> useOf(const Draft& draft) {
        MH_TRY(const BillingInputs inputs, decodeBillingInputs(draft.inputs));
        MH_TRY(const auto prices, m_prices.of(inputs));
        MH_TRY(const Bill bill, rated(inputs, prices));
        return bill.usage;
    }

    Result<HeldAbout> about(const DraftRow& stored) {
        HeldAbout about{.meterNumber = {}, .tariffCode = stored.tariffCode};
        MH_TRY(about.billedTo, m_billing.billedTo(stored.draft.account));
        if (!about.billedTo) {
            MH_TRY(const auto opening, m_registry.opening(stored.draft.account));
            if (opening)
                about.billedTo = opening->readOn;
        }
        MH_TRY(const auto segments, m_registry.segmentsAt(stored.servicePoint, m_run.readTo.addDays(-1), m_run.readTo));
        if (segments.empty())
            return about;
        const Meter& meter = segments.back().meter;
        about.meterNumber = meter.number;
        MH_TRY(const Date longAgo, Date::of(1900, 1, 1));
        MH_TRY(const auto newest, m_readings.newest(meter.id, heldRegister, longAgo, m_run.readTo));
        if (newest) {
            about.reading = newest->reading.id;
            about.dial = newest->reading.value;
            about.receivedOn = newest->reading.receivedOn;
            about.doubts = newest->reading.doubts;
        }
        return about;
    }

    const storage::BillingRun& m_run;
    BillingStore m_billing;
    RegistryStore m_registry;
    storage::ReadingStore m_readings;
    PriceBook m_prices;
};

} // namespace

Result<std::vector<BookRun>> bookRuns(Session& session, AccountingMonth month) {
    MH_CHECK(require(session, Service::ShowBillingRuns));
    storage::Database& database = session.inside().database();
    StaffNames names(database);
    MH_TRY(const auto rows, BillingStore(database).runsOfMonth(month));
    std::vector<BookRun> runs;
    runs.reserve(rows.size());
    for (const storage::BookRunRow& row : rows) {
        const Currency currency = row.newest ? row.newest->sums.issuedTotal.currency() : Currency::cny();
        BookRun run{row.book, row.number, row.reader, {}, row.issued, Money::ofMinor(row.issuedMinor, currency)};
        if (row.newest) {
            MH_TRY(run.newest, headOf(names, *row.newest));
        }
        runs.push_back(std::move(run));
    }
    return runs;
}

Result<RunOverview> runOverview(Session& session, std::int64_t number) {
    MH_CHECK(require(session, Service::ShowBillingRuns));
    storage::Database& database = session.inside().database();
    MH_TRY(const auto row, BillingStore(database).runRow(number));
    if (!row)
        return BillingRunError::UnknownRun;
    StaffNames names(database);
    MH_TRY(RunHead head, headOf(names, *row));
    MH_TRY(auto held, BillingStore(database).heldOf(number));
    return RunOverview{std::move(head), std::move(held)};
}

Result<std::vector<RunRow>> runRows(Session& session, const RunRowsWanted& wanted) {
    MH_CHECK(require(session, Service::ShowBillingRuns));
    storage::Database& database = session.inside().database();
    MH_TRY(const auto run, knownRun(session, wanted.run));
    MH_TRY(const auto stored, BillingStore(database).draftRows({.run = wanted.run,
                                                                .filter = filterOf(wanted.filter),
                                                                .heldBecause = wanted.heldBecause,
                                                                .after = wanted.after,
                                                                .limit = std::clamp(wanted.limit, 1, mostRows)}));
    RowsOfRun maker(database, run);
    std::vector<RunRow> rows;
    rows.reserve(stored.size());
    for (const DraftRow& entry : stored) {
        MH_TRY(RunRow row, maker.rowOf(entry));
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::vector<ChangedAccount>> changedSinceDraft(Session& session, std::int64_t number) {
    MH_CHECK(require(session, Service::ShowBillingRuns));
    storage::Database& database = session.inside().database();
    MH_TRY(const auto run, knownRun(session, number));
    std::vector<ChangedAccount> changed;
    if (run.state == RunState::Issued)
        return changed;
    MH_TRY(const auto drafts, BillingStore(database).withoutBill(number));
    BillingInputsSource source(database);
    const RegistryStore registry(database);
    for (const Draft& draft : drafts) {
        MH_TRY(const auto row, registry.accountById(draft.account));
        if (!row)
            return RegistryError::UnknownAccount;
        MH_TRY(const Draft now, draftOf(source, *row, run, draft.ordinal));
        if (now.inputsDigest != draft.inputsDigest || now.heldBecause != draft.heldBecause)
            changed.push_back(
                {draft.ordinal, draft.account, row->account.number, draft.total, now.total, now.heldBecause});
    }
    return changed;
}

} // namespace meterhall::services
