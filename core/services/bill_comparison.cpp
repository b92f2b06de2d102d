#include "core/services/bill_comparison.h"

#include "core/billing/rate.h"
#include "core/services/inside/billing_inputs_of.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/replay_store.h"

#include <QHash>

#include <array>

namespace meterhall::services {

using storage::ReplayStore;

namespace {

constexpr int stepsTried = 5;

/// A bill of ours, with what it was rated from.
struct OurBill {
    Money total;
    BillingInputs inputs;
    std::vector<const TariffVersion*> prices;
    bool issued = true;
};

/// By the code of the component.
std::map<QString, Money> componentsOf(const Bill& bill, BillPrices prices) {
    std::map<QString, Money> sums;
    for (const BillLine& line : bill.lines) {
        const QString& code = priceOfLine(line, prices).components[line.component].code;
        const auto known = sums.try_emplace(code, Money::zero(line.amount.currency())).first;
        if (const auto sum = known->second.plus(line.amount); sum.ok())
            known->second = *sum;
    }
    return sums;
}

/// What differs of the components that the old bill names; one that ours does not have is nothing.
std::map<QString, Money> differingComponents(const OldBill& old, const Bill& bill, BillPrices prices) {
    std::map<QString, Money> differing;
    const auto ours = componentsOf(bill, prices);
    for (const auto& [code, amount] : old.components) {
        const auto found = ours.find(code);
        const Money own = found == ours.end() ? Money::zero(amount.currency()) : found->second;
        if (const auto difference = own.minus(amount); difference.ok() && !difference->isZero())
            differing.emplace(code, *difference);
    }
    return differing;
}

/// Whether some use near ours gives their total.
bool isNearUse(const OurBill& ours, Money theirs) {
    const std::int64_t step = ours.prices.back()->dialStep.micro();
    for (int steps = -stepsTried; steps <= stepsTried; ++steps) {
        BillingInputs other = ours.inputs;
        UsageSegment& last = other.segments.back();
        last.currentDial = BilledQuantity::ofMicro(last.currentDial.micro() + steps * step);
        const auto bill = rated(other, ours.prices);
        if (bill.ok() && bill->total == theirs)
            return true;
    }
    return false;
}

class Comparing {
public:
    Comparing(Session& session, std::span<const OldBill> bills, const BillComparisonCall& call)
        : m_session(session)
        , m_bills(bills)
        , m_call(call)
        , m_store(session.inside().database())
        , m_result{.theirs = Money::zero(currencyOf(bills)), .ours = Money::zero(currencyOf(bills))} {}

    Result<BillComparison> run(const WorkProgress& progress) {
        MH_TRY(m_versions, storage::BillingStore(m_session.inside().database()).allVersions());
        for (const storage::StoredTariffVersion& entry : m_versions)
            m_prices.emplace(entry.version.id, &entry.version);
        std::map<AccountingMonth, Rows> months = byMonth();
        std::int64_t done = 0;
        for (auto& [month, rows] : months) {
            done += rows.size();
            MH_CHECK(compareMonth(month, rows));
            MH_CHECK(tell(progress, {QStringLiteral("bills"), done, std::int64_t(m_bills.size())}));
        }
        return std::move(m_result);
    }

private:
    using Rows = QHash<QString, const OldBill*>; ///< by account; those that are compared leave

    static Currency currencyOf(std::span<const OldBill> bills) {
        return bills.empty() ? Currency::cny() : bills.front().total.currency();
    }

    std::map<AccountingMonth, Rows> byMonth() {
        std::map<AccountingMonth, Rows> months;
        for (const OldBill& bill : m_bills) {
            Rows& rows = months[bill.month];
            if (rows.contains(bill.account))
                refuse(bill, Error(BillComparisonError::TwiceInFile, {bill.account, bill.month.toString()}));
            else
                rows.insert(bill.account, &bill);
        }
        return months;
    }

    void refuse(const OldBill& bill, Error reason) {
        m_result.errors.push_back({bill.row, std::move(reason), bill.content});
    }

    Result<void> compareMonth(AccountingMonth month, Rows& rows) {
        MH_CHECK(m_store.eachBillOf({month, m_call.book}, [&](const storage::MonthBill& bill) -> Result<void> {
            const OldBill* old = rows.take(bill.account);
            if (old == nullptr)
                return tellMissingThere(bill, month);
            MH_TRY(const OurBill ours, ourBill(bill.inputs, bill.total, true));
            return compare(*old, ours);
        }));
        if (rows.isEmpty())
            return {};
        MH_CHECK(m_store.eachDraftOf(month, [&](const storage::MonthDraft& draft) -> Result<void> {
            const OldBill* old = rows.take(draft.account);
            if (old == nullptr)
                return {};
            MH_TRY(const OurBill ours, ourBill(draft.inputs, draft.total, false));
            return compare(*old, ours);
        }));
        return compareUnbilled(rows);
    }

    /// In the order of the file.
    Result<void> compareUnbilled(const Rows& rows) {
        std::vector<const OldBill*> left(rows.begin(), rows.end());
        std::ranges::sort(left, {}, &OldBill::row);
        for (const OldBill* old : left)
            MH_CHECK(compareUnbilled(*old));
        return {};
    }

    Result<void> compareUnbilled(const OldBill& old) {
        storage::Database& database = m_session.inside().database();
        MH_TRY(const auto row, storage::RegistryStore(database).accountByNumber(old.account));
        if (!row) {
            refuse(old, Error(RegistryError::UnknownAccount, {old.account}));
            return {};
        }
        BillingInputsSource source(database);
        const Date readTo = std::min(old.month.lastDay(), m_session.businessDay());
        MH_TRY(const auto next, source.inputsOf(*row, old.month, readTo));
        if (const Hold* hold = std::get_if<Hold>(&next))
            return tellMissingHere(old, codeOf(*hold));
        const auto& ready = std::get<ReadyInputs>(next);
        MH_TRY(const Bill bill, rated(ready.inputs, ready.prices));
        return compare(old, {bill.total, ready.inputs, ready.prices, false});
    }

    Result<OurBill> ourBill(ByteView bytes, Money total, bool issued) const {
        MH_TRY(BillingInputs inputs, decodeBillingInputs(bytes));
        OurBill ours{total, std::move(inputs), {}, issued};
        for (std::size_t part = 0; part < ours.inputs.parts(); ++part) {
            const auto known = m_prices.find(ours.inputs.versionOf(part));
            if (known == m_prices.end())
                return Error(BillingError::OtherTariffVersion, {ours.inputs.versionOf(part).toString(), QString()});
            ours.prices.push_back(known->second);
        }
        return ours;
    }

    Result<void> compare(const OldBill& old, const OurBill& ours) {
        if (old.total.currency() != ours.total.currency()) {
            refuse(old, Error(BillComparisonError::OtherCurrency, {ours.total.currency().code()}));
            return {};
        }
        m_result.notIssued += ours.issued ? 0 : 1;
        MH_TRY(m_result.theirs, m_result.theirs.plus(old.total));
        MH_TRY(m_result.ours, m_result.ours.plus(ours.total));
        if (old.total == ours.total && old.components.empty()) {
            ++m_result.equal;
            return {};
        }
        MH_TRY(const Bill bill, rated(ours.inputs, ours.prices));
        ComparedBill found{.as = ComparedAs::Different,
                           .row = old.row,
                           .account = old.account,
                           .month = old.month,
                           .theirs = old.total,
                           .ours = ours.total,
                           .issued = ours.issued,
                           .theirUse = old.use,
                           .ourUse = bill.usage,
                           .ourDays = ours.inputs.interval,
                           .components = differingComponents(old, bill, ours.prices)};
        if (old.total == ours.total && found.components.empty()) {
            ++m_result.equal;
            return {};
        }
        found.cause = causeOf(old, ours, bill);
        return count(found);
    }

    ComparisonCause causeOf(const OldBill& old, const OurBill& ours, const Bill& bill) const {
        const ReadingInterval& days = ours.inputs.interval;
        const std::int64_t difference = ours.total.minor() - old.total.minor();
        if (difference == 0)
            return ComparisonCause::Components;
        if ((old.from && *old.from != days.from()) || (old.to && *old.to != days.to()))
            return ComparisonCause::Period;
        if (old.use && *old.use != bill.usage)
            return ComparisonCause::Use;
        if (std::abs(difference) <= m_call.roundingMinor)
            return ComparisonCause::Rounding;
        if (old.use)
            return ComparisonCause::Price;
        return isNearUse(ours, old.total) ? ComparisonCause::Use : ComparisonCause::Unknown;
    }

    Result<void> count(const ComparedBill& found) {
        ++m_result.different;
        const auto sum =
            m_result.causes.try_emplace(*found.cause, BillComparison::Sum{0, Money::zero(found.ours->currency())})
                .first;
        ++sum->second.bills;
        MH_TRY(const Money difference, found.ours->minus(*found.theirs));
        MH_TRY(sum->second.difference, sum->second.difference.plus(difference));
        return visited(found);
    }

    Result<void> tellMissingHere(const OldBill& old, const QString& heldBecause) {
        ++m_result.missingHere;
        return visited({.as = ComparedAs::MissingHere,
                        .row = old.row,
                        .account = old.account,
                        .month = old.month,
                        .theirs = old.total,
                        .theirUse = old.use,
                        .heldBecause = heldBecause});
    }

    Result<void> tellMissingThere(const storage::MonthBill& bill, AccountingMonth month) {
        ++m_result.missingThere;
        return visited({.as = ComparedAs::MissingThere,
                        .account = bill.account,
                        .month = month,
                        .ours = bill.total,
                        .ourUse = bill.usage});
    }

    Result<void> visited(const ComparedBill& found) const {
        return m_call.visit ? m_call.visit(found) : Result<void>();
    }

    Session& m_session;
    std::span<const OldBill> m_bills;
    const BillComparisonCall& m_call;
    ReplayStore m_store;
    std::vector<storage::StoredTariffVersion> m_versions; ///< what m_prices points to
    std::map<TariffVersionId, const TariffVersion*> m_prices;
    BillComparison m_result;
};

} // namespace

QString codeOf(ComparisonCause cause) {
    constexpr std::array codes{"period", "use", "rounding", "components", "price", "unknown"};
    return QString::fromLatin1(codes.at(std::size_t(cause)));
}

Result<BillComparison> compareBills(Session& session, std::span<const OldBill> bills, const BillComparisonCall& call,
                                    const WorkProgress& progress) {
    MH_CHECK(require(session, Service::VerifyBooks));
    MH_TRY(const auto view, storage::ReadView::begin(session.inside().database()));
    return Comparing(session, bills, call).run(progress);
}

} // namespace meterhall::services
