#include "core/services/late_charges.h"

#include "core/billing/late_rule_json.h"
#include "core/services/inside/known_account.h"
#include "core/services/inside/late_dues.h"
#include "core/services/inside/staff_names.h"
#include "core/storage/billing_store.h"
#include "core/storage/ledger_store.h"

#include <QJsonDocument>

namespace meterhall::services {

using storage::LateStore;
using storage::LedgerStore;
using storage::StoredLateRule;
using storage::StoredLateWaiver;

namespace {

struct LateStopTag;
struct ReminderTag;
struct LateWaiverTag;

LateStore lateOf(Session& session) {
    return LateStore(session.inside().database());
}

Result<StoredLateRule> knownRule(Session& session, LateRuleId id) {
    MH_TRY(const auto rule, lateOf(session).rule(id));
    return rule ? Result<StoredLateRule>(*rule) : Error(LateError::UnknownRule, {id.toString()});
}

Result<void> checkDayIsFree(Session& session, const LateScope& scope, Date from) {
    MH_TRY(const auto rules, lateOf(session).rules());
    const bool isTaken = std::ranges::any_of(rules, [&](const StoredLateRule& rule) {
        return rule.activatedBy && rule.effectiveFrom == from &&
               LateScope{rule.commodity, rule.useClass, rule.region} == scope;
    });
    return isTaken ? Result<void>(Error(LateError::DateTaken, {from.toString()})) : Result<void>();
}

Result<void> requireReason(const QString& reason) {
    return reason.trimmed().isEmpty() ? Result<void>(SecurityError::ReasonMissing) : Result<void>();
}

Result<storage::StoredBill> knownBill(Session& session, BillId id) {
    MH_TRY(auto bill, storage::BillingStore(session.inside().database()).bill(id));
    return bill ? Result<storage::StoredBill>(std::move(*bill)) : Error(LedgerError::UnknownBill, {id.toString()});
}

Result<LateCharges> withSum(std::vector<LateChargeSum> sums) {
    LateCharges charges{std::move(sums), Money::zero(Currency::cny())};
    for (const LateChargeSum& sum : charges.sums) {
        MH_TRY(charges.charge, charges.charge.plus(sum.charge));
    }
    return charges;
}

} // namespace

int LateChargeOfBill::days() const {
    int sum = 0;
    for (const LateStretch& stretch : stretches)
        sum += stretch.days;
    return sum;
}

Result<LateRuleId> enterLateRule(Session& session, const LateRuleVersion& version) {
    MH_CHECK(require(session, Service::EnterLateRule));
    const QJsonObject json = toJson(version.rule);
    MH_CHECK(lateRuleFromJson(json, Currency::cny())); // what cannot be read again is not written
    MH_CHECK(checkDayIsFree(session, version.scope, version.effectiveFrom));
    const auto id = nextId<LateRuleTag>(session);
    MH_TRY(auto work, beginUnit(session, Service::EnterLateRule, version.document.trimmed()));
    MH_CHECK(LateStore::insert(
        work, StoredLateRule{.id = id,
                             .commodity = version.scope.commodity,
                             .useClass = version.scope.useClass,
                             .region = version.scope.region.trimmed(),
                             .effectiveFrom = version.effectiveFrom,
                             .document = version.document.trimmed(),
                             .content = QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)),
                             .enteredBy = session.who().id}));
    MH_CHECK(work.commit());
    return id;
}

Result<void> activateLateRule(Session& session, LateRuleId id) {
    MH_CHECK(require(session, Service::ActivateLateRule));
    MH_TRY(const StoredLateRule rule, knownRule(session, id));
    if (rule.enteredBy == session.who().id)
        return SecurityError::SamePerson;
    if (rule.activatedBy)
        return {};
    MH_CHECK(checkDayIsFree(session, {rule.commodity, rule.useClass, rule.region}, rule.effectiveFrom));
    MH_TRY(auto work, beginUnit(session, Service::ActivateLateRule, id.toString()));
    MH_CHECK(LateStore::activate(work, id, session.who().id));
    return work.commit();
}

Result<std::vector<LateRuleLine>> lateRules(Session& session) {
    MH_CHECK(require(session, Service::ShowLateCharges));
    MH_TRY(const auto stored, lateOf(session).rules());
    StaffNames names(session.inside().database());
    std::vector<LateRuleLine> lines;
    lines.reserve(stored.size());
    for (const StoredLateRule& rule : stored) {
        MH_TRY(LateRuleRow row, lateRuleRow(rule));
        MH_TRY(StaffName enteredBy, names.of(row.enteredBy));
        MH_TRY(auto activatedBy, names.of(row.activatedBy));
        lines.push_back({std::move(row), std::move(enteredBy), std::move(activatedBy)});
    }
    return lines;
}

Result<LateCharges> lateChargesOn(Session& session, std::span<const AccountId> accounts, Date day) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    MH_TRY(const auto view, storage::ReadView::begin(database));
    std::vector<OpenBill> open;
    for (const AccountId account : accounts) {
        MH_CHECK(knownAccount(session, account));
        MH_TRY(const auto bills, LedgerStore(database).openBillsOf(account));
        open.insert(open.end(), bills.begin(), bills.end());
    }
    MH_TRY(const LateDues dues, LateDues::on(session, open, day));
    MH_TRY(auto sums, dues.chargesOf(wholly(open), true));
    MH_CHECK(proveLateCharges(sums));
    return withSum(std::move(sums));
}

Result<LateCharges> lateChargesOfPayment(Session& session, std::int64_t payment) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    MH_TRY(const auto receipts, LedgerStore(database).receiptsOfPayment(payment));
    if (receipts.empty())
        return LedgerError::UnknownJournal;
    std::vector<LateChargeSum> sums;
    for (const Receipt& receipt : receipts) {
        MH_TRY(const auto charges, LateStore(database).chargesOf(receipt.journal));
        for (const storage::StoredLateCharge& stored : charges) {
            MH_TRY(const StoredLateRule rule, knownRule(session, stored.rule));
            MH_TRY(const LateRuleRow row, lateRuleRow(rule));
            MH_TRY(LateChargeSum sum, lateSumFrom(stored, row));
            sums.push_back(std::move(sum));
        }
    }
    return withSum(std::move(sums));
}

Result<std::int64_t> stopLateCharge(Session& session, const LateStop& stop) {
    MH_CHECK(require(session, Service::StopLateCharge));
    std::optional<AccountId> account = stop.account;
    if (account)
        MH_CHECK(knownAccount(session, *account));
    if (stop.bill) {
        MH_TRY(const auto bill, knownBill(session, *stop.bill));
        account = bill.account;
    }
    MH_CHECK(requireReason(stop.reason));
    if (stop.days.last && *stop.days.last < stop.days.first)
        return LateError::BadDays;
    const std::int64_t id = nextId<LateStopTag>(session).raw();
    MH_TRY(auto work, beginUnit(session, Service::StopLateCharge, stop.reason.trimmed()));
    MH_CHECK(LateStore::insert(work, storage::StoredLateStop{.id = id,
                                                             .account = account,
                                                             .bill = stop.bill,
                                                             .kind = storage::LateStopKind(stop.kind),
                                                             .days = stop.days,
                                                             .reason = stop.reason.trimmed(),
                                                             .by = session.who().id}));
    MH_CHECK(work.commit());
    return id;
}

Result<void> endLateStop(Session& session, std::int64_t id, Date lastDay) {
    MH_CHECK(require(session, Service::StopLateCharge));
    MH_TRY(auto work, beginUnit(session, Service::StopLateCharge, QString::number(id)));
    MH_TRY(const auto stop, LateStore(work.database()).stop(id));
    if (!stop)
        return LateError::UnknownStop;
    if (stop->days.last || lastDay < stop->days.first)
        return LateError::BadDays;
    MH_CHECK(LateStore::endStop(work, id, lastDay, session.who().id));
    return work.commit();
}

Result<std::vector<LateStopRow>> lateStops(Session& session, AccountId account) {
    MH_CHECK(require(session, Service::FindCustomer));
    MH_CHECK(knownAccount(session, account));
    MH_TRY(const auto stops, lateOf(session).stopsFor(account));
    std::vector<LateStopRow> rows;
    rows.reserve(stops.size());
    for (const storage::StoredLateStop& stop : stops)
        rows.push_back(
            {stop.id, {stop.account, stop.bill, LateStopReason(stop.kind), stop.days, stop.reason}, stop.by});
    return rows;
}

Result<void> noteReminder(Session& session, AccountId account, Date servedOn, const QString& proof) {
    MH_CHECK(require(session, Service::StopLateCharge));
    MH_CHECK(knownAccount(session, account));
    MH_CHECK(requireReason(proof));
    if (servedOn > session.businessDay())
        return LateError::BadDays;
    const std::int64_t id = nextId<ReminderTag>(session).raw();
    MH_TRY(auto work, beginUnit(session, Service::StopLateCharge, servedOn.toString()));
    MH_CHECK(LateStore::insertReminder(work, id, account, servedOn, proof.trimmed(), session.who().id));
    return work.commit();
}

namespace {

LateWaiverRow rowOf(const StoredLateWaiver& stored) {
    return {stored.id,     stored.account,  stored.bill,    stored.amount,
            stored.reason, stored.stands(), stored.askedBy, stored.approvedBy};
}

/// What may still be waived of a bill today, and from which sum on a second person is asked.
struct Waivable {
    Money due;
    std::optional<Money> secondPersonAbove;
};
Result<Waivable> waivableOf(Session& session, const storage::StoredBill& bill) {
    storage::Database& database = session.inside().database();
    const Currency currency = bill.content.total.currency();
    MH_TRY(const Money open, LedgerStore(database).openOf(bill.id, currency));
    const std::vector<OpenBill> bills{{bill.id, bill.account, bill.entity, bill.dueOn, open}};
    MH_TRY(const LateDues dues, LateDues::on(session, bills, session.businessDay()));
    MH_TRY(const auto sums, dues.chargesOf(wholly(bills), false));
    if (!open.isPositive() || sums.empty())
        return Waivable{Money::zero(currency), {}};
    return Waivable{sums.front().charge, dues.rule(sums.front().rule).secondPersonAbove};
}

Result<bool> needsSecond(storage::Database& database, const storage::StoredBill& bill, Money amount,
                         const std::optional<Money>& limit) {
    if (!limit)
        return false;
    MH_TRY(const auto waivers, LateStore(database).waiversOf(bill.account));
    Money sum = amount;
    for (const StoredLateWaiver& waiver : waivers)
        if (waiver.bill == bill.id) {
            MH_TRY(sum, sum.plus(waiver.amount));
        }
    return sum.minor() > limit->minor();
}

} // namespace

Result<LateWaiverRow> waiveLateCharge(Session& session, const LateWaiver& waiver) {
    MH_CHECK(require(session, Service::WaiveLateCharge));
    MH_TRY(const auto bill, knownBill(session, waiver.bill));
    MH_CHECK(requireReason(waiver.reason));
    MH_TRY(auto work, beginUnit(session, Service::WaiveLateCharge, waiver.bill.toString()));
    MH_CHECK(LedgerStore::lock(work, {bill.account}));
    MH_TRY(const Waivable waivable, waivableOf(session, bill));
    if (!waivable.due.isPositive())
        return LateError::NothingToWaive;
    const Money amount = waiver.amount.value_or(waivable.due);
    if (!amount.isPositive())
        return LedgerError::AmountNotPositive;
    if (amount.minor() > waivable.due.minor())
        return Error(LateError::MoreThanDue, {waivable.due.toString()});
    MH_TRY(const bool second, needsSecond(work.database(), bill, amount, waivable.secondPersonAbove));
    const StoredLateWaiver stored{.id = nextId<LateWaiverTag>(session).raw(),
                                  .account = bill.account,
                                  .bill = bill.id,
                                  .amount = amount,
                                  .reason = waiver.reason.trimmed(),
                                  .needsSecond = second,
                                  .askedBy = session.who().id,
                                  .askedAt = session.now()};
    MH_CHECK(LateStore::insert(work, stored));
    MH_CHECK(work.commit());
    return rowOf(stored);
}

Result<void> approveLateWaiver(Session& session, std::int64_t id) {
    MH_CHECK(require(session, Service::ApproveLateWaiver));
    MH_TRY(auto work, beginUnit(session, Service::ApproveLateWaiver, QString::number(id)));
    MH_TRY(const auto waiver, LateStore(work.database()).waiver(id));
    if (!waiver)
        return LateError::UnknownWaiver;
    if (waiver->stands())
        return LateError::AlreadyApproved;
    if (waiver->askedBy == session.who().id)
        return SecurityError::SamePerson;
    MH_CHECK(LateStore::approve(work, id, session.who().id));
    return work.commit();
}

Result<std::vector<LateWaiverRow>> lateWaivers(Session& session, AccountId account) {
    MH_CHECK(require(session, Service::FindCustomer));
    MH_CHECK(knownAccount(session, account));
    MH_TRY(const auto waivers, lateOf(session).waiversOf(account));
    std::vector<LateWaiverRow> rows;
    rows.reserve(waivers.size());
    for (const StoredLateWaiver& waiver : waivers)
        rows.push_back(rowOf(waiver));
    return rows;
}

Result<std::vector<LateWaiverWaiting>> lateWaiversWaiting(Session& session) {
    MH_CHECK(require(session, Service::ShowLateCharges));
    storage::Database& database = session.inside().database();
    MH_TRY(const auto view, storage::ReadView::begin(database));
    MH_TRY(const auto waiting, lateOf(session).waiversWaiting());
    StaffNames names(database);
    std::vector<LateWaiverWaiting> rows;
    for (const storage::WaitingLateWaiver& row : waiting) {
        const StoredLateWaiver& waiver = row.waiver;
        MH_TRY(const Money open, LedgerStore(database).openOf(waiver.bill, waiver.amount.currency()));
        if (!open.isPositive())
            continue;
        MH_TRY(StaffName askedBy, names.of(waiver.askedBy));
        rows.push_back({rowOf(waiver), row.accountNumber, row.month, row.dueOn, std::move(askedBy), waiver.askedAt});
    }
    return rows;
}

} // namespace meterhall::services
