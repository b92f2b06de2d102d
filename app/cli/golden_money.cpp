#include "app/cli/golden_house.h"
#include "core/billing/golden_late.h"
#include "core/billing/golden_purchase.h"
#include "core/services/counter.h"
#include "core/services/late_charges.h"
#include "core/services/open_bills.h"
#include "core/services/purchases.h"
#include "core/services/working_days.h"

#include <QJsonArray>
#include <QScopeGuard>

#include <algorithm>

// What a house takes at its window: late charges and purchases.
namespace meterhall::app {

using golden::LateCase;
using golden::LateCaseBill;
using services::Session;

namespace {

constexpr int daysToPay = 15; // of a bill, before its due day moves to a working day
constexpr int papersOfShift = 100;

Error lacksService(const QString& what) {
    return {GoldenError::NoService, {what}};
}

/// A tariff by which a bill of so many units is so many fen.
Result<TariffVersion> oneFenAUnit() {
    return trialVersion({{"id", "one-fen"},
                         {"commodity", "water"},
                         {"currency", "CNY"},
                         {"unit", "m3"},
                         {"cycle", QJsonObject{{"kind", "none"}}},
                         {"tier_mode", "flat"},
                         {"components", QJsonArray{QJsonObject{{"code", "water"}, {"prices", QJsonArray{"0.01"}}}}}});
}

/// The days on which bills are issued so that they are due when the case says: of two that are due on one day the
/// earlier is due on a day that is no working day, and moves.
std::vector<Date> issueDays(const std::vector<LateCaseBill>& byDue) {
    std::vector<Date> days(byDue.size(), byDue.front().lastDue->addDays(-daysToPay));
    for (std::size_t i = byDue.size(); i-- > 0;) {
        days[i] = byDue[i].lastDue->addDays(-daysToPay);
        if (i + 1 < byDue.size())
            days[i] = std::min(days[i], days[i + 1].addDays(-1));
    }
    return days;
}

bool isWeekend(Date day) {
    constexpr int friday = 5;
    return day.dayOfWeek() > friday;
}

} // namespace

// The due day is a working day, and the days between it and where it would fall without holidays are none.
Result<void> GoldenHouse::makeDue(Date issued, Date due) {
    std::vector<services::CalendarRow> rows;
    const auto say = [&](Date day, DayKind kind) {
        rows.push_back({int(rows.size()) + 1, {}, {day, kind, QStringLiteral("golden")}});
    };
    for (Date day = issued.addDays(daysToPay); day < due; day = day.addDays(1))
        say(day, DayKind::Holiday);
    say(due, isWeekend(due) ? DayKind::MakeUpDay : DayKind::Ordinary);
    MH_TRY(Session * administrator, as(Person::Administrator));
    MH_TRY(const auto result, services::importSpecialDays(*administrator, rows));
    return result.errors.empty() ? Result<void>() : result.errors.front().reason;
}

Result<void> GoldenHouse::enterLateRule(const LateChargeRule& rule, const QString& book, Commodity commodity) {
    MH_TRY(Session * drafter, as(Person::Drafter));
    MH_TRY(Session * finance, as(Person::Finance));
    MH_TRY(const Date always, Date::of(1900, 1, 1));
    MH_TRY(const LateRuleId id, services::enterLateRule(*drafter, {{commodity, {}, book}, always, book, rule}));
    return services::activateLateRule(*finance, id);
}

Result<void> GoldenHouse::openDrawer() {
    MH_TRY(Session * cashier, as(Person::Cashier));
    const std::int64_t first = m_papers + 1;
    m_papers += papersOfShift;
    MH_TRY(m_shift, services::openShift(*cashier, {Money::ofMinor(papersOfShift, Currency::cny()), first, m_papers}));
    return {};
}

// So many fen and nothing else are in it.
Result<void> GoldenHouse::closeDrawer(Money taken) {
    MH_TRY(Session * cashier, as(Person::Cashier));
    MH_TRY(Session * lead, as(Person::Lead));
    const std::int64_t fen = papersOfShift + taken.minor();
    if (fen > std::numeric_limits<int>::max())
        return lacksService(QStringLiteral("so much money in one drawer"));
    MH_CHECK(services::countDrawer(*cashier, {{1, int(fen)}}));
    MH_CHECK(services::closeShift(*lead, *m_shift, QStringLiteral("golden")));
    return {};
}

/// Issues the bills of a case to one account, one after another.
Result<GoldenHouse::Home> GoldenHouse::owing(std::vector<LateCaseBill> bills) {
    std::ranges::stable_sort(bills, {}, [](const LateCaseBill& bill) { return *bill.lastDue; });
    const std::vector<Date> days = issueDays(bills);
    MH_TRY(const TariffVersion version, oneFenAUnit());
    MH_TRY(const golden::Rateable rateable,
           golden::rateableOf({{"tariff", "one-fen"}, {"usage", "1"}},
                              [&](const QString&) -> Result<TariffVersion> { return version; }));
    MH_TRY(const QString tariff, tariffFor(version));
    m_today = days.front().addDays(-1);
    MH_TRY(const RunTerms terms, openingTerms(rateable, m_today));
    MH_TRY(Home home, open(rateable, tariff, terms));
    BilledQuantity dial = BilledQuantity::zero();
    AccountingMonth month = AccountingMonth::containing(days.front());
    for (std::size_t i = 0; i < bills.size(); ++i) {
        m_today = days[i];
        MH_CHECK(makeDue(days[i], *bills[i].lastDue));
        MH_TRY(const BilledQuantity fen, BilledQuantity::parse(QString::number(bills[i].owed.minor())));
        MH_TRY(dial, dial.plus(fen));
        MH_CHECK(report(home.meter, dial));
        MH_CHECK(issueIn(home, month));
        MH_TRY(month, month.next());
    }
    return home;
}

/// What paying all that is owed on that day is charged. The house lives on other days meanwhile.
Result<CaseResult> GoldenHouse::chargedLate(const LateCase& late) {
    const auto today = qScopeGuard([this, now = m_today] { m_today = now; });
    CaseResult result;
    if (late.bills.empty())
        return result;
    MH_TRY(const Home home, owing(late.bills));
    MH_CHECK(enterLateRule(late.rule, home.book, home.commodity));
    MH_TRY(Session * cashier, as(Person::Cashier));
    const std::vector<AccountId> accounts{home.account};
    MH_TRY(const auto listed, services::openBills(*cashier, accounts));
    std::vector<Date> due;
    for (const services::OpenBillItem& item : listed.bills)
        due.push_back(item.bill.dueOn);
    std::vector<Date> wanted;
    for (const LateCaseBill& bill : late.bills)
        wanted.push_back(*bill.lastDue);
    std::ranges::sort(wanted);
    if (due != wanted)
        return lacksService(QStringLiteral("due days that stand so close"));
    m_today = std::max(m_today, *late.paid);
    MH_CHECK(openDrawer());
    MH_TRY(const services::Dues dues, services::duesOf(*cashier, accounts));
    MH_TRY(const Money toPay, dues.open.plus(dues.late));
    const std::int64_t key = cashier->newKey();
    MH_TRY(const auto paid,
           services::takePayment(*cashier, {.key = key, .accounts = accounts, .toPay = toPay, .received = toPay}));
    MH_TRY(const services::LateCharges charges, services::lateChargesOfPayment(*cashier, key));
    MH_CHECK(closeDrawer(toPay));
    result.total = ExactAmount::of(paid.late);
    if (charges.sums.size() == 1)
        result.trace = charges.sums.front().trace;
    return result;
}

// Bills that state their days and rates, and that no one rule charges so, are of accounts with rules of their own.
Result<CaseResult> GoldenHouse::lateFee(const QJsonObject& inputs, const FindTariff&) {
    MH_TRY(LateCase late, golden::lateCaseOf(inputs));
    // What falls due when the rest is paid, or later, may be issued behind it.
    std::erase_if(late.bills, [&](const LateCaseBill& bill) {
        return !bill.owed.isPositive() || (bill.lastDue && late.paid && *bill.lastDue >= *late.paid);
    });
    const auto isDated = [](const LateCaseBill& bill) { return bill.lastDue.has_value(); };
    if (std::ranges::all_of(late.bills, isDated))
        return chargedLate(late);
    if (std::ranges::any_of(late.bills, isDated))
        return lacksService(QStringLiteral("late days that are stated of some bills only"));
    if (const auto dated = golden::datedCase(late))
        return chargedLate(*dated);
    if (late.rule.cap || late.rule.minimum || late.rule.rounding)
        return lacksService(QStringLiteral("one limit of charges by several rules"));
    CaseResult result;
    for (const LateCaseBill& bill : late.bills) {
        const auto dated = golden::datedCase({late.rule, {bill}});
        if (!dated)
            return lacksService(QStringLiteral("late days at rates that are no rule's"));
        MH_TRY(const CaseResult one, chargedLate(*dated));
        MH_TRY(result.total, result.total.plus(one.total));
    }
    // Each rule rounds its own sum.
    std::vector<LateDebt> debts;
    for (const LateCaseBill& bill : late.bills)
        debts.push_back({bill.owed, bill.stated});
    MH_TRY(const Money together, lateCharge(late.rule, debts, Currency::cny()));
    if (result.total != ExactAmount::of(together))
        return lacksService(QStringLiteral("one rounding of charges by several rules"));
    return result;
}

namespace {

/// A purchase is rated as one of today.
Result<void> checkBuyer(const golden::Rateable& rateable) {
    const LadderCycle& cycle = rateable.version.ladder.cycle;
    const bool perBill = cycle.counting == LadderCounting::PerBill && rateable.version.ladder.mode != LadderMode::Flat;
    if (perBill && !rateable.inputs.ladderBefore.isZero())
        return lacksService(QStringLiteral("a position on a ladder that begins with every purchase"));
    if (perBill && (cycle.unit != SpanUnit::Months || cycle.length != 1))
        return lacksService(QStringLiteral("a purchase on the ladder of a bill of several months"));
    const auto months = factOf(rateable.inputs.facts, FactKind::Months);
    const auto days = factOf(rateable.inputs.facts, FactKind::Days);
    const BilledQuantity one = BilledQuantity::ofMicro(BilledQuantity::microPerUnit);
    if (rateable.inputs.choice.season != 0 || rateable.inputs.proration != BoundScale{} ||
        !rateable.inputs.peopleMonths.empty() || !rateable.version.registers.empty())
        return lacksService(QStringLiteral("a purchase by season, factor or register"));
    if ((months && *months != one) || (days && *days != one) || rateable.inputs.boundScale != BoundScale{})
        return lacksService(QStringLiteral("a purchase that covers months or days"));
    return {};
}

/// Too little for one step: nothing is sold, and the money stays the customer's.
CaseResult nothingBought(Money money) {
    CaseResult result;
    result.figures = {{QStringLiteral("volume"), QStringLiteral("0")},
                      {QStringLiteral("charged"), QStringLiteral("0")},
                      {QStringLiteral("credit_left"), money.toString()}};
    return result;
}

} // namespace

Result<CaseResult> GoldenHouse::bought(const golden::PurchaseCase& wanted) {
    MH_CHECK(checkBuyer(wanted.rateable));
    MH_TRY(const RunTerms terms, openingTerms(wanted.rateable, m_today));
    MH_TRY(const QString tariff, tariffFor(terms.version));
    MH_TRY(const Home home, open(wanted.rateable, tariff, terms));
    MH_TRY(Session * cashier, as(Person::Cashier));
    const services::PurchaseWish wish{
        .account = home.account, .volume = wanted.volume, .money = wanted.money, .step = wanted.step};
    const auto asked = services::quotePurchase(*cashier, wish);
    if (wanted.money && asked.failedWith(services::PurchaseError::NothingBought))
        return nothingBought(*wanted.money);
    MH_TRY(const services::PurchaseQuote quote, asked);
    MH_CHECK(openDrawer());
    MH_TRY(const services::MadePurchase made,
           services::makePurchase(*cashier, {cashier->newKey(), wish, quote.toPay, quote.toPay, {}}));
    MH_CHECK(closeDrawer(made.taken));
    MH_TRY(services::TracedPurchase traced, services::tracePurchase(*cashier, made.id));
    if (!traced.reproduced)
        return Error(BillingError::BadBill, {made.id.toString()});
    CaseResult result;
    result.total = ExactAmount::of(traced.stored.total);
    if (wanted.money)
        result.figures = {{QStringLiteral("volume"), made.volume.toString()},
                          {QStringLiteral("charged"), made.price.toString()},
                          {QStringLiteral("credit_left"), made.creditLeft.toString()}};
    result.bills.push_back(
        {wanted.rateable.inputs, std::move(traced.version), std::move(traced.stored), std::move(traced.trace)});
    return result;
}

Result<CaseResult> GoldenHouse::boughtVolume(const QJsonObject& inputs, const FindTariff& find) {
    MH_TRY(const golden::PurchaseCase wanted, golden::volumeCaseOf(inputs, find));
    if (wanted.volume && wanted.volume->isZero())
        return lacksService(QStringLiteral("a purchase of nothing"));
    return bought(wanted);
}

Result<CaseResult> GoldenHouse::boughtForMoney(const QJsonObject& inputs, const FindTariff& find) {
    MH_TRY(const golden::PurchaseCase wanted, golden::moneyCaseOf(inputs, find));
    return bought(wanted);
}

} // namespace meterhall::app
