#include "tests/ui/looks/scenes.h"

#include "core/services/counter.h"
#include "core/services/customers.h"
#include "core/services/day_close.h"
#include "core/services/ingest.h"
#include "core/services/late_charges.h"
#include "core/services/open_bills.h"
#include "core/services/reading_work.h"
#include "tests/storage_support/database_fixture.h"
#include "ui/pages/pages.h"
#include "ui/shell/search_palette.h"

#include <QDialog>
#include <QTest>

namespace meterhall::tests {

using Person = SmallTown::Person;

namespace {

void readTheBooks(SmallTown& town) {
    std::vector<MeterReport> reports;
    for (int home = 1; home <= SmallTown::homes; ++home) {
        const char* dial = home % 7 == 3 ? "120.00" : home % 7 == 5 ? "980.40" : "133.00";
        reports.push_back(town.report(home, Commodity::Gas, dial));
    }
    VERIFY_OK(services::ingest(town.session(Person::Reader), reports));
}

void runWithSilentMeters(SmallTown& town) {
    constexpr std::size_t silent = 4;
    services::Session& supervisor = town.session(Person::Supervisor);
    const auto begun = services::startReadingRun(supervisor, {});
    VERIFY_OK(begun);
    std::vector<services::MeterOutcome> outcomes;
    for (const services::MeterToRead& meter : begun->meters) {
        const bool read = outcomes.size() >= silent;
        outcomes.push_back({meter.meter, read, read ? QString() : QStringLiteral("no answer"),
                            read ? QString() : QStringLiteral("silent for 3 s"), read ? 1 : 3});
    }
    VERIFY_OK(services::finishReadingRun(supervisor, begun->run, outcomes));
}

/// A rule is in force and one with all its limits waits for finance; a waiver of home 6 waits for a second person, the
/// charge of home 8 is stopped.
void chargeTheLate(SmallTown& town) {
    services::Session& clerk = town.session(Person::Drafter);
    services::Session& lead = town.session(Person::Lead);
    LateChargeRule rule; // 1 per mille a day
    rule.secondPersonAbove = Money::ofMinor(10, Currency::cny());
    const auto inForce = services::enterLateRule(
        clerk, {{Commodity::Gas, {}, {}}, *Date::of(2026, 1, 1), QStringLiteral("order 7"), rule});
    VERIFY_OK(inForce);
    VERIFY_OK(services::activateLateRule(town.session(Person::Finance), *inForce));
    rule.laterYear = Rate::ofMicro(1'500);
    rule.years = LateYearRule::ByDays;
    rule.start = LateStart::Both;
    rule.graceDays = 15;
    rule.reminders = 2;
    rule.cap = Rate::ofMicro(1'000'000);
    rule.minimum = Money::ofMinor(100, Currency::cny());
    VERIFY_OK(services::enterLateRule(clerk, {{Commodity::Water, UseClass::NonResidential, QStringLiteral("01")},
                                              *Date::of(2027, 1, 1),
                                              QStringLiteral("supply contract of 2027, article 12"),
                                              rule}));
    const AccountId home = town.account(6, Commodity::Gas);
    const auto open = services::openBills(lead, std::span(&home, 1));
    VERIFY_OK(open);
    VERIFY_OK(services::waiveLateCharge(
        lead, {open->bills.front().bill.bill, {}, QStringLiteral("the bill came a week after its date")}));
    VERIFY_OK(services::stopLateCharge(lead, {.account = town.account(8, Commodity::Gas),
                                              .kind = services::LateStopReason::Dispute,
                                              .days = {.first = *Date::of(2026, 12, 8)},
                                              .reason = QStringLiteral("the meter is tested")}));
}

/// To the page, with a home's gas account.
std::function<void(PageTown&)> openHome(const char* page, int home) {
    return [page, home](PageTown& at) {
        const QString number = at.town().accountNumber(home, Commodity::Gas);
        std::optional<AccountId> account;
        using Found = Result<std::vector<services::FoundAccount>>;
        at.desk().read(
            &at.window(), [number](services::Session& session) { return services::findAccounts(session, number, 1); },
            [&account](const Found& found) { account = found->front().account.id; });
        at.settle();
        at.window().go({.page = QString::fromLatin1(page), .account = account});
        at.settle();
    };
}

std::function<void(PageTown&)> press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    return [key, modifiers](PageTown& at) {
        at.press(key, modifiers);
        at.settle();
    };
}

std::function<void(PageTown&)> both(std::function<void(PageTown&)> first, std::function<void(PageTown&)> then) {
    return [first = std::move(first), then = std::move(then)](PageTown& at) {
        first(at);
        then(at);
    };
}

std::vector<Scene> lateScenes() {
    const auto id = [](const char* page) { return QString::fromLatin1(page); };
    return {
        {id("customer, the late charge"), id("customer"), Person::Lead,
         both(openHome("customer", 6), press(Qt::Key_F4))},
        {id("customer, the late charge looked at"), id("customer"), Person::Inspector,
         both(openHome("customer", 8), press(Qt::Key_F4))},
        {id("customer, stopping the late charge"), id("customer"), Person::Lead,
         both(openHome("customer", 8), both(press(Qt::Key_F4), press(Qt::Key_Down)))},
        {id("late-charges"), id("late-charges"), Person::Lead},
        {id("late-charges, finance's"), id("late-charges"), Person::Finance, press(Qt::Key_Down)},
        {id("late-charges, a new rule"), id("late-charges"), Person::Drafter,
         both(press(Qt::Key_Down), press(Qt::Key_F4))},
    };
}

bool opens(const ui::PageDeclaration& page, Person person) {
    static const std::map<Person, Duty> duties{{Person::Administrator, Duty::Administrator},
                                               {Person::Lead, Duty::ShiftLead},
                                               {Person::Finance, Duty::Finance},
                                               {Person::Supervisor, Duty::ReadingSupervisor},
                                               {Person::Drafter, Duty::ReviewClerk},
                                               {Person::Cashier, Duty::Cashier},
                                               {Person::Engineer, Duty::Engineer},
                                               {Person::Inspector, Duty::RevenueInspector},
                                               {Person::MeterKeeper, Duty::MeterKeeper}};
    return page.anyOf.empty() || std::any_of(page.anyOf.begin(), page.anyOf.end(),
                                             [&](Service service) { return mayUse({duties.at(person)}, service); });
}

} // namespace

std::vector<Scene> scenes() {
    const auto id = [](const char* page) { return QString::fromLatin1(page); };
    std::vector<Scene> all{
        {id("home"), id("home"), Person::Supervisor},
        {id("home, the lead's"), id("home"), Person::Lead},
        {id("home, the cashier's"), id("home"), Person::Cashier,
         both(both(openHome("counter", 6), press(Qt::Key_F9)),
              [](PageTown& at) {
                  at.window().go({.page = QStringLiteral("home")});
                  at.settle();
              })},
        {id("counter, nobody there"), id("counter"), Person::Cashier},
        {id("counter"), id("counter"), Person::Cashier, openHome("counter", 2)},
        {id("counter, change"), id("counter"), Person::Cashier,
         both(openHome("counter", 4), [](PageTown& at) { at.type(QStringLiteral("300")); })},
        {id("counter, cheque"), id("counter"), Person::Cashier,
         both(openHome("counter", 4), both(press(Qt::Key_F10), press(Qt::Key_F10)))},
        {id("customer, nobody there"), id("customer"), Person::Lead},
        {id("customer"), id("customer"), Person::Inspector, openHome("customer", 2)},
        {id("customer, why"), id("customer"), Person::Lead,
         both(openHome("customer", 6), press(Qt::Key_I, Qt::ControlModifier))},
        {id("customer, explained"), id("customer"), Person::Lead,
         both(openHome("customer", 6), press(Qt::Key_D, Qt::ControlModifier))},
        {id("customer, correcting"), id("customer"), Person::Drafter,
         both(openHome("customer", 6), press(Qt::Key_E, Qt::ControlModifier))},
        {id("customer, transferring"), id("customer"), Person::MeterKeeper,
         both(openHome("customer", 6), press(Qt::Key_F9))},
        {id("customer, closing"), id("customer"), Person::MeterKeeper,
         both(openHome("customer", 6), press(Qt::Key_F10))},
        {id("customer, sharing"), id("customer"), Person::MeterKeeper,
         both(openHome("customer", 6), press(Qt::Key_F11))},
        {id("customer, sharing a loss"), id("customer"), Person::MeterKeeper,
         both(openHome("customer", 6), press(Qt::Key_F11, Qt::ShiftModifier))},
        {id("customer, suspending"), id("customer"), Person::MeterKeeper,
         both(openHome("customer", 6), press(Qt::Key_F12))},
        {id("readings"), id("readings"), Person::Supervisor},
        {id("readings, rejecting"), id("readings"), Person::Supervisor, press(Qt::Key_F6)},
        {id("readings, correcting"), id("readings"), Person::Supervisor, press(Qt::Key_F8)},
        {id("concentrators"), id("concentrators"), Person::Engineer},
        {id("tariffs"), id("tariffs"), Person::Finance},
        {id("tariffs, a draft"), id("tariffs"), Person::Drafter, press(Qt::Key_F4)},
        {id("tariffs, the boundary sheet"), id("tariffs"), Person::Drafter, press(Qt::Key_B, Qt::ControlModifier)},
        {id("tariffs, a template"), id("tariffs"), Person::Drafter, press(Qt::Key_F6)},
        {id("billing"), id("billing"), Person::Checker},
        {id("billing, the drafter's"), id("billing"), Person::Drafter},
        {id("day-close, the cashier's"), id("day-close"), Person::Cashier},
        {id("day-close, the lead's"), id("day-close"), Person::Lead},
    };
    for (Scene& scene : lateScenes())
        all.push_back(std::move(scene));
    for (const ui::PageDeclaration& page : ui::allPages()) {
        if (std::any_of(all.begin(), all.end(), [&](const Scene& scene) { return scene.page == page.id; }))
            continue;
        for (const Person person : {Person::Administrator, Person::Lead, Person::Finance, Person::Supervisor,
                                    Person::Engineer, Person::MeterKeeper}) {
            if (opens(page, person)) {
                all.push_back({page.id, page.id, person});
                break;
            }
        }
    }
    return all;
}

void fillTown(SmallTown& town) {
    town.readAndIssueAll("121.90");
    constexpr int days = 30;
    town.moveTo(town.today().addDays(days));
    readTheBooks(town);
    runWithSilentMeters(town);
    town.draft(town.book("01"));
    services::Session& cashier = town.session(Person::Cashier);
    const auto yuan = [](int whole) { return Money::ofMinor(whole * 100, Currency::cny()); };
    VERIFY_OK(services::openShift(cashier, {yuan(500), 1001, 1100}));
    for (const int home : {1, 3}) {
        const std::vector<AccountId> accounts{town.account(home, Commodity::Gas)};
        VERIFY_OK(services::takePayment(cashier, {cashier.newKey(), accounts, yuan(20), yuan(50)}));
    }
    chargeTheLate(town);
    town.signOut();
}

void show(PageTown& at, const Scene& scene) {
    at.window().search().close();
    for (QDialog* over : at.window().findChildren<QDialog*>())
        over->close();
    at.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&at.window()));
    if (at.window().page() && !at.window().page()->isEnabled()) // somebody is asked for
        at.press(Qt::Key_Escape);
    at.window().go({.page = scene.page});
    at.settle();
    if (scene.arrange)
        scene.arrange(at);
}

} // namespace meterhall::tests
