#include "core/services/inside/late_dues.h"

#include "core/base/checked.h"
#include "core/billing/late_rule_json.h"
#include "core/money/allocation.h"
#include "core/proof/proof.h"
#include "core/services/inside/price_book.h"
#include "core/storage/billing_store.h"
#include "core/storage/terms_store.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace meterhall::services {

using storage::LateStore;
using storage::RegistryStore;
using storage::StoredLateRule;

Result<LateRuleRow> lateRuleRow(const StoredLateRule& stored) {
    const QJsonObject json = QJsonDocument::fromJson(stored.content.toUtf8()).object();
    MH_TRY(const LateChargeRule rule, lateRuleFromJson(json, Currency::cny()));
    return LateRuleRow{
        stored.id,
        {{stored.commodity, stored.useClass, stored.region}, stored.effectiveFrom, stored.document, rule},
        stored.enteredBy,
        stored.activatedBy};
}

namespace {

bool isFor(const LateRuleRow& rule, const storage::AccountRow& row, UseClass useClass, Date dueOn) {
    const LateScope& scope = rule.version.scope;
    return rule.activatedBy && rule.version.effectiveFrom <= dueOn && scope.commodity == row.account.commodity &&
           (!scope.useClass || *scope.useClass == useClass) && row.bookNumber.startsWith(scope.region);
}

auto precedence(const LateRuleRow& rule) {
    const LateScope& scope = rule.version.scope;
    return std::tuple(scope.region.size(), scope.useClass.has_value(), rule.version.effectiveFrom);
}

} // namespace

/// Reads what late bills depend on; what belongs to an account once.
class LateDues::Reader {
public:
    Reader(storage::Database& database, Date day)
        : m_database(database)
        , m_late(database)
        , m_day(day) {}

    Result<void> readRules(LateDues& dues) {
        MH_TRY(const auto stored, m_late.rules());
        for (const StoredLateRule& rule : stored) {
            if (!rule.activatedBy)
                continue;
            MH_TRY(LateRuleRow row, lateRuleRow(rule));
            dues.m_rules.emplace(rule.id, std::move(row));
        }
        return {};
    }

    Result<void> read(LateDues& dues, const OpenBill& bill) {
        MH_TRY(const Home* home, homeOf(bill.account));
        MH_TRY(const LateRuleRow* rule, ruleFor(dues, *home, bill.dueOn));
        if (rule == nullptr)
            return {};
        const LateEvents events = eventsOf(*home, bill.bill);
        auto stretches = lateStretches(rule->version.rule, bill.dueOn, m_day, events);
        if (stretches.empty())
            return {};
        LateBill late{.bill = bill.bill,
                      .dueOn = bill.dueOn,
                      .stretches = std::move(stretches),
                      .earlier = {},
                      .relief = {Money::zero(bill.open.currency()), Money::zero(bill.open.currency())}};
        if (!rule->version.rule.onBehalf)
            MH_CHECK(readShares(late));
        MH_CHECK(readEarlier(dues, rule->version.rule, events, late));
        MH_CHECK(readRelief(*home, late));
        dues.m_bills.emplace(bill.bill, Known{bill.account, rule->id, std::move(late)});
        return {};
    }

private:
    struct Home {
        storage::AccountRow row;
        std::vector<storage::StoredLateStop> stops;
        std::vector<Date> reminders;
        std::vector<storage::StoredLateWaiver> waivers;
    };

    Result<const Home*> homeOf(AccountId account) {
        auto known = m_homes.find(account);
        if (known == m_homes.end()) {
            MH_TRY(auto row, RegistryStore(m_database).accountById(account));
            if (!row)
                return Error(RegistryError::UnknownAccount, {account.toString()});
            MH_TRY(auto stops, m_late.stopsFor(account));
            MH_TRY(auto reminders, m_late.remindersOf(account));
            MH_TRY(auto waivers, m_late.waiversOf(account));
            known =
                m_homes
                    .emplace(account, Home{std::move(*row), std::move(stops), std::move(reminders), std::move(waivers)})
                    .first;
        }
        return &known->second;
    }

    Result<const LateRuleRow*> ruleFor(const LateDues& dues, const Home& home, Date dueOn) const {
        MH_TRY(const AccountTerms terms, storage::TermsStore(m_database).termsOn(home.row, dueOn));
        const LateRuleRow* best = nullptr;
        for (const auto& [id, rule] : dues.m_rules)
            if (isFor(rule, home.row, terms.useClass, dueOn) && (!best || precedence(*best) < precedence(rule)))
                best = &rule;
        return best;
    }

    static LateEvents eventsOf(const Home& home, BillId bill) {
        LateEvents events{{}, home.reminders};
        for (const storage::StoredLateStop& stop : home.stops)
            if (!stop.bill || *stop.bill == bill)
                events.stops.push_back(stop.days);
        return events;
    }

    Result<void> readShares(LateBill& late) const {
        const storage::BillingStore billing(m_database);
        MH_TRY(const auto bill, billing.bill(late.bill));
        if (!bill)
            return Error(LedgerError::UnknownBill, {late.bill.toString()});
        MH_TRY(const BillingInputs inputs, decodeBillingInputs(bill->inputs));
        PriceBook book(m_database);
        MH_TRY(const auto prices, book.of(inputs));
        std::int64_t other = 0;
        for (const BillLine& line : bill->content.lines)
            if (priceOfLine(line, prices).components.at(line.component).payee == Payee::FeeOnBehalf)
                other += line.amount.minor();
        late.other = std::clamp<std::int64_t>(other, 0, bill->content.total.minor());
        late.own = bill->content.total.minor() - late.other;
        return {};
    }

    Result<void> readEarlier(const LateDues& dues, const LateChargeRule& rule, const LateEvents& events,
                             LateBill& late) const {
        const Currency currency = late.relief.taken.currency();
        MH_TRY(const auto parts, m_late.paidParts(late.bill, currency));
        for (const storage::PaidPart& part : parts) {
            auto stretches = lateStretches(rule, late.dueOn, part.on, events);
            if (stretches.empty())
                continue;
            MH_TRY(const Money owed, dues.chargedShare(late, part.amount));
            late.earlier.push_back({late.bill, late.dueOn, owed, std::move(stretches), Money::zero(currency)});
        }
        return {};
    }

    Result<void> readRelief(const Home& home, LateBill& late) const {
        MH_TRY(late.relief.taken, m_late.takenWith(late.bill, late.relief.taken.currency()));
        for (const storage::StoredLateWaiver& waiver : home.waivers)
            if (waiver.bill == late.bill && waiver.stands()) {
                MH_TRY(late.relief.waived, late.relief.waived.plus(waiver.amount));
            }
        return {};
    }

    storage::Database& m_database;
    LateStore m_late;
    Date m_day;
    std::map<AccountId, Home> m_homes;
};

Result<LateDues> LateDues::on(Session& session, std::span<const OpenBill> bills, Date day) {
    LateDues dues;
    Reader reader(session.inside().database(), day);
    bool hasRules = false;
    for (const OpenBill& bill : bills) {
        if (bill.dueOn >= day)
            continue;
        if (!hasRules)
            MH_CHECK(reader.readRules(dues));
        hasRules = true;
        if (dues.m_rules.empty())
            break;
        MH_CHECK(reader.read(dues, bill));
    }
    return dues;
}

Result<Money> LateDues::chargedShare(const LateBill& bill, Money amount) const {
    if (bill.other == 0)
        return amount;
    MH_TRY(const auto shares, allocate(amount, std::array{bill.own, bill.other}));
    return shares.front();
}

namespace {

/// What a part alone comes to, in millionths of a minor unit.
Int128 exactly(const LateChargeOfBill& part, bool once) {
    Int128 sum = 0;
    for (const LateStretch& stretch : part.stretches)
        sum += Int128(part.owed.minor()) * stretch.rate.micro() * (once ? 1 : stretch.days);
    return sum;
}

constexpr std::int64_t perMinor = 1'000'000;

std::vector<LateDebt> debtsOf(const LateChargeSum& sum) {
    std::vector<LateDebt> debts;
    debts.reserve(sum.bills.size());
    for (const LateChargeOfBill& part : sum.bills)
        debts.push_back({part.owed, part.stretches});
    return debts;
}

Result<void> compute(LateChargeSum& sum, const LateChargeRule& rule, bool traced) {
    MH_TRY(sum.charge, lateChargeLeft(rule, debtsOf(sum), sum.relief, traced ? &sum.trace : nullptr));
    return {};
}

/// Gives every bill that is paid now its share of the charge; parts paid earlier have theirs.
Result<void> shareOut(LateChargeSum& sum, std::span<const std::size_t> places, std::vector<Int128> weights) {
    constexpr Int128 most = std::int64_t(1) << 56;
    if (!sum.charge.isPositive())
        return {};
    if (std::ranges::all_of(weights, [](Int128 weight) { return weight <= 0; }))
        std::ranges::fill(weights, Int128(1));
    std::vector<std::int64_t> whole;
    whole.reserve(weights.size());
    for (const Int128 weight : weights)
        whole.push_back(std::int64_t(std::clamp<Int128>(weight, 0, most)));
    MH_TRY(const auto shares, allocate(sum.charge, whole));
    for (std::size_t i = 0; i < places.size(); ++i)
        sum.bills[places[i]].charge = shares[i];
    return {};
}

} // namespace

// What was waived of a bill is not taken off another one's charge: where several are paid together, no more than the
// bill itself comes to.
Result<void> LateDues::charge(LateChargeSum& sum, bool traced) const {
    const LateChargeRule& charging = rule(sum.rule);
    std::map<BillId, Int128> gross;
    for (const LateChargeOfBill& part : sum.bills)
        gross[part.bill] += exactly(part, charging.once);
    std::vector<std::size_t> places;
    std::vector<Int128> weights;
    for (const auto& [bill, exact] : gross) {
        const LateRelief& relief = m_bills.at(bill).bill.relief;
        Money waived = relief.waived;
        if (gross.size() > 1 && Int128(waived.minor()) * perMinor > exact)
            waived = Money::ofMinor(std::int64_t((exact + perMinor - 1) / perMinor), waived.currency());
        MH_TRY(sum.relief.taken, sum.relief.taken.plus(relief.taken));
        MH_TRY(sum.relief.waived, sum.relief.waived.plus(waived));
        // The last part of a bill is the one that is paid now.
        const auto last = std::find_if(sum.bills.rbegin(), sum.bills.rend(),
                                       [id = bill](const LateChargeOfBill& part) { return part.bill == id; });
        places.push_back(std::size_t(sum.bills.rend() - last) - 1);
        weights.push_back(exact - Int128(relief.taken.minor() + waived.minor()) * perMinor);
    }
    MH_CHECK(compute(sum, charging, traced));
    return shareOut(sum, places, std::move(weights));
}

Result<std::vector<LateChargeSum>> LateDues::chargesOf(std::span<const PaymentSplit::Part> parts, bool traced) const {
    std::map<std::pair<AccountId, LateRuleId>, LateChargeSum> sums;
    for (const PaymentSplit::Part& part : parts) {
        const auto known = m_bills.find(part.bill);
        if (known == m_bills.end())
            continue;
        const auto& [account, ruleId, bill] = known->second;
        const Money nothing = Money::zero(part.amount.currency());
        LateChargeSum& sum = sums.try_emplace(std::pair(account, ruleId), LateChargeSum{.account = account,
                                                                                        .rule = ruleId,
                                                                                        .document = {},
                                                                                        .bills = {},
                                                                                        .relief = {nothing, nothing},
                                                                                        .charge = nothing,
                                                                                        .trace = {}})
                                 .first->second;
        sum.bills.insert(sum.bills.end(), bill.earlier.begin(), bill.earlier.end());
        MH_TRY(const Money owed, chargedShare(bill, part.amount));
        sum.bills.push_back({bill.bill, bill.dueOn, owed, bill.stretches, nothing});
    }
    std::vector<LateChargeSum> charged;
    for (auto& [key, sum] : sums) {
        sum.document = m_rules.at(sum.rule).version.document;
        MH_CHECK(charge(sum, traced));
        charged.push_back(std::move(sum));
    }
    return charged;
}

Result<std::vector<PaymentSplit::Part>> LateDues::billByBill(std::span<const PaymentSplit::Part> parts) const {
    std::vector<PaymentSplit::Part> late;
    if (none())
        return late;
    MH_TRY(const auto sums, chargesOf(parts, false));
    for (const LateChargeSum& sum : sums)
        for (const LateChargeOfBill& bill : sum.bills)
            if (bill.charge.isPositive())
                late.push_back({bill.bill, sum.account, bill.charge});
    return late;
}

std::vector<PaymentSplit::Part> wholly(std::span<const OpenBill> bills) {
    std::vector<PaymentSplit::Part> parts;
    parts.reserve(bills.size());
    for (const OpenBill& bill : bills)
        parts.push_back({bill.bill, bill.account, bill.open});
    return parts;
}

QString lateInputsText(const LateChargeSum& sum) {
    QJsonArray bills;
    for (const LateChargeOfBill& bill : sum.bills) {
        QJsonArray stretches;
        for (const LateStretch& stretch : bill.stretches)
            stretches.append(QJsonArray{stretch.days, qint64(stretch.rate.micro()), stretch.stopped});
        bills.append(QJsonObject{{QStringLiteral("bill"), bill.bill.toString()},
                                 {QStringLiteral("due"), bill.dueOn.toString()},
                                 {QStringLiteral("owed"), bill.owed.toString()},
                                 {QStringLiteral("stretches"), stretches},
                                 {QStringLiteral("charge"), bill.charge.toString()}});
    }
    const QJsonObject json{{QStringLiteral("bills"), bills},
                           {QStringLiteral("taken"), sum.relief.taken.toString()},
                           {QStringLiteral("waived"), sum.relief.waived.toString()}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

namespace {

Result<LateChargeOfBill> billFrom(const QJsonObject& json, Currency currency) {
    const auto text = [&](const char* key) { return json.value(QLatin1StringView(key)).toString(); };
    MH_TRY(const BillId bill, BillId::parse(text("bill")));
    MH_TRY(const Date dueOn, Date::parse(text("due")));
    MH_TRY(const Money owed, Money::parse(text("owed"), currency));
    MH_TRY(const Money charge, Money::parse(text("charge"), currency));
    LateChargeOfBill part{bill, dueOn, owed, {}, charge};
    for (const QJsonValue value : json.value(QLatin1StringView("stretches")).toArray()) {
        const QJsonArray stretch = value.toArray();
        part.stretches.push_back(
            {stretch.at(0).toInt(), Rate::ofMicro(stretch.at(1).toInteger()), stretch.at(2).toInt()});
    }
    return part;
}

} // namespace

Result<LateChargeSum> lateSumFrom(const storage::StoredLateCharge& stored, const LateRuleRow& rule) {
    const Currency currency = stored.charge.currency();
    const QJsonObject json = QJsonDocument::fromJson(stored.inputs.toUtf8()).object();
    MH_TRY(const Money taken, Money::parse(json.value(QLatin1StringView("taken")).toString(), currency));
    MH_TRY(const Money waived, Money::parse(json.value(QLatin1StringView("waived")).toString(), currency));
    LateChargeSum sum{.account = stored.account,
                      .rule = stored.rule,
                      .document = rule.version.document,
                      .bills = {},
                      .relief = {taken, waived},
                      .charge = Money::zero(currency),
                      .trace = {}};
    for (const QJsonValue value : json.value(QLatin1StringView("bills")).toArray()) {
        MH_TRY(LateChargeOfBill bill, billFrom(value.toObject(), currency));
        sum.bills.push_back(std::move(bill));
    }
    MH_CHECK(compute(sum, rule.version.rule, true));
    return sum;
}

Result<void> proveLateCharges(std::span<const LateChargeSum> sums) {
    for (const LateChargeSum& sum : sums)
        MH_CHECK(proveTotal(sum.trace, sum.charge.toString()));
    return {};
}

} // namespace meterhall::services
