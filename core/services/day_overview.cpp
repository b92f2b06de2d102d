#include "core/services/day_overview.h"

#include "core/services/inside/session_inside.h"
#include "core/services/inside/staff_names.h"
#include "core/storage/audit_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

using storage::LedgerStore;

namespace {

bool seesWholeDays(const Session& session) {
    const Duties& duties = session.who().duties;
    return mayUse(duties, Service::CloseDay) || mayUse(duties, Service::VerifyBooks);
}

class Overview {
public:
    explicit Overview(Session& session)
        : m_session(session)
        , m_ledger(session.inside().database())
        , m_names(session.inside().database()) {}

    Result<DayOverview> of(Date day) {
        DayOverview overview{day, {}, {}, {}, {}, {}, {}};
        MH_TRY(const auto closing, m_ledger.closingOfDay(day));
        if (closing) {
            MH_TRY(overview.closedBy, m_names.of(std::optional(closing->by)));
            overview.closedAt = closing->at;
        }
        MH_CHECK(addShifts(overview));
        if (!seesWholeDays(m_session))
            return overview;
        if (!closing)
            MH_CHECK(addChecks(overview));
        if (!m_hasOwnDrawer)
            MH_CHECK(addTakings(overview));
        return overview;
    }

private:
    Result<void> addShifts(DayOverview& overview) {
        MH_TRY(const auto seats, storage::AuditStore(m_session.inside().database()).seats());
        MH_TRY(const auto shifts, m_ledger.shiftsOfDay(overview.day));
        for (const Shift& shift : shifts) {
            const bool own = shift.cashier == m_session.who().id;
            if (!own && !seesWholeDays(m_session))
                continue;
            MH_TRY(ShiftOfDay row, rowOf(shift));
            const auto seat = std::ranges::find(seats, shift.seat, &storage::StoredSeat::number);
            row.seatName = seat == seats.end() ? QString() : seat->name;
            m_hasOwnDrawer = m_hasOwnDrawer || (own && row.stage == ShiftStage::Open);
            overview.shifts.push_back(std::move(row));
        }
        return {};
    }

    Result<ShiftOfDay> rowOf(const Shift& shift) {
        MH_TRY(StaffName cashier, m_names.of(shift.cashier));
        ShiftOfDay row{.id = shift.id,
                       .seat = shift.seat,
                       .seatName = {},
                       .cashier = std::move(cashier),
                       .openedAt = shift.openedAt,
                       .floatGiven = shift.floatGiven};
        MH_TRY(row.count, m_ledger.countOf(shift.id));
        if (!row.count)
            return row;
        MH_TRY(const auto closing, m_ledger.closingOf(shift.id));
        if (closing) {
            row.stage = ShiftStage::Closed;
            row.expected = closing->expected;
            row.over = closing->over;
            row.shortage = closing->shortage;
            row.reason = closing->reason;
            row.closedAt = closing->at;
            MH_TRY(row.lead, m_names.of(std::optional(closing->lead)));
            return row;
        }
        row.stage = ShiftStage::Counted;
        MH_CHECK(addDifference(row, row.count->counted));
        return row;
    }

    Result<void> addDifference(ShiftOfDay& row, Money counted) {
        const Money nothing = Money::zero(counted.currency());
        MH_TRY(const Money expected, m_ledger.cashOf(row.id, {}, counted.currency()));
        MH_TRY(const Money difference, counted.minus(expected));
        row.expected = expected;
        row.over = difference.isPositive() ? difference : nothing;
        row.shortage = difference.isNegative() ? difference.negated() : nothing;
        return {};
    }

    Result<void> addChecks(DayOverview& overview) {
        DayCheck closed{.kind = DayCheckKind::ShiftsClosed};
        MH_TRY(const auto open, m_ledger.openShiftsUpTo(overview.day));
        for (const Shift& shift : open)
            closed.subjects += shift.id.toString();
        DayCheck balanced{.kind = DayCheckKind::Balanced};
        MH_TRY(const auto unbalanced, m_ledger.unbalancedJournals(overview.day));
        for (const JournalId journal : unbalanced)
            balanced.subjects += journal.toString();
        DayCheck numbers{.kind = DayCheckKind::PaperNumbers, .blocks = false};
        MH_TRY(const auto shifts, m_ledger.shiftsOfDay(overview.day));
        for (const Shift& shift : shifts) {
            MH_TRY(const auto receipts, m_ledger.receiptsOfShift(shift.id));
            const std::int64_t last = receipts.empty() ? shift.paperFrom - 1 : receipts.back().paperNumber;
            if (last - shift.paperFrom + 1 != std::int64_t(receipts.size()))
                numbers.subjects += shift.id.toString();
        }
        overview.checks = {closed, balanced, numbers};
        return {};
    }

    Result<void> addTakings(DayOverview& overview) {
        MH_TRY(const auto entities, storage::RegistryStore(m_session.inside().database()).legalEntities());
        MH_TRY(const auto sums, m_ledger.receiptSums(overview.day));
        overview.takings.emplace();
        for (const storage::ReceiptSum& sum : sums) {
            const auto entity = std::ranges::find(entities, sum.entity, &LegalEntity::id);
            const bool known = entity != entities.end();
            overview.takings->push_back({sum.entity, known ? entity->code : sum.entity.toString(),
                                         known ? entity->name : QString(), sum.method, sum.count, sum.amount});
        }
        MH_TRY(const auto papers, m_ledger.bankTenders(overview.day));
        for (const storage::BankTender& paper : papers)
            overview.bankPapers.push_back({paper.paperNumber, paper.seat, paper.tender, paper.amount});
        return {};
    }

    Session& m_session;
    LedgerStore m_ledger;
    StaffNames m_names;
    bool m_hasOwnDrawer = false;
};

} // namespace

bool DayOverview::canBeClosed() const {
    return !closedBy && !checks.empty() &&
           std::ranges::all_of(checks, [](const DayCheck& check) { return check.holds() || !check.blocks; });
}

Result<DayOverview> dayOverview(Session& session, Date businessDay) {
    MH_CHECK(require(session, Service::ShowDay));
    return Overview(session).of(businessDay);
}

} // namespace meterhall::services
