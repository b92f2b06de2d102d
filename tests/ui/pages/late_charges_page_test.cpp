#include "core/services/late_charges.h"
#include "core/services/open_bills.h"
#include "core/storage/database.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/customer/customer_page.h"
#include "ui/pages/late_charges/late_charges_page.h"
#include "ui/shell/approval.h"
#include "ui/shell/error_bar.h"
#include "ui/shell/key_strip.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/ledger_table.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace meterhall;
using ui::LateChargesPage;

/// A review clerk enters rules, finance puts them in force; a lead's waiver above the limit waits for somebody else.
class LateChargesPageTest : public tests::PageTest {
    Q_OBJECT

    static Money yuan(const char* text) { return *Money::parse(QString::fromLatin1(text), Currency::cny()); }
    static Date day(const char* text) { return *Date::parse(QString::fromLatin1(text)); }
    void open(Person person) {
        at().sitDown(person);
        at().window().go({.page = QStringLiteral("late-charges")});
        at().settle();
    }
    LateChargesPage& page() { return at().page<LateChargesPage>(); }
    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        at().press(pressed, modifiers);
        at().settle();
    }
    void doIt() { key(Qt::Key_Return, Qt::ControlModifier); }
    template <class Field>
    Field* field(const QString& name) {
        for (auto* edit : page().findChildren<Field*>())
            if (edit->accessibleName() == name && edit->isVisible())
                return edit;
        qFatal("no field %s", qPrintable(name));
    }
    void put(const QString& name, const QString& text) {
        auto* edit = field<QLineEdit>(name);
        edit->setFocus();
        edit->selectAll();
        at().type(text);
    }
    void choose(const QString& name, const QString& words) {
        auto* combo = field<QComboBox>(name);
        QVERIFY2(combo->findText(words) >= 0, qPrintable(words));
        combo->setCurrentIndex(combo->findText(words));
    }
    QString cell(const char* table, int row, int column) {
        const auto* found = page().findChild<ui::LedgerTable*>(QString::fromLatin1(table));
        const ui::LedgerRow* line = found ? found->model().row(row) : nullptr;
        return line ? line->cells[std::size_t(column)].text : QString();
    }
    bool isSaid(const QString& text) {
        for (const auto* label : page().findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }
    bool isOffered(const char* words) {
        QCoreApplication::processEvents();
        return at().window().keys().words().join(u'\n').contains(QLatin1String(words));
    }
    void sign(Person person) {
        QVERIFY(at().window().approval());
        at().type(town().numberOf(person));
        at().press(Qt::Key_Tab);
        at().type(QString::fromLatin1(tests::SmallTown::password()));
        key(Qt::Key_Return);
    }
    LateRuleId entered(const LateChargeRule& rule) {
        const auto id =
            services::enterLateRule(town().session(Person::Drafter),
                                    {{Commodity::Gas, {}, {}}, day("2026-01-01"), QStringLiteral("order 7"), rule});
        if (!id.ok())
            qFatal("enter: %s", qPrintable(id.error().toString()));
        return *id;
    }
    /// Ten days late at 1 per cent a day: 5.94 of 59.36, of which the lead waives 3.00 though 2.00 is the limit.
    void aWaiverWaits() {
        town().readAndIssueAll("121.90");
        LateChargeRule rule;
        rule.sameYear = rule.laterYear = Rate::ofMicro(10'000);
        rule.secondPersonAbove = yuan("2");
        VERIFY_OK(services::activateLateRule(town().session(Person::Finance), entered(rule)));
        town().moveTo(day("2026-12-17"));
        const AccountId account = town().account(2, Commodity::Gas);
        services::Session& lead = town().session(Person::Lead);
        const auto bills = services::openBills(lead, std::span(&account, 1));
        VERIFY_OK(services::waiveLateCharge(
            lead, {bills->bills.front().bill.bill, yuan("3"), QStringLiteral("our bill came late")}));
        town().signOut();
    }
    std::int64_t count(const char* query) { return *town().openDirectly()->number(query, {}); }

private Q_SLOTS:
    void aRuleIsEnteredByOnePersonAndPutInForceByAnother() {
        open(Person::Drafter);
        QVERIFY(isSaid(QStringLiteral("F4 enters one")));
        key(Qt::Key_F4);
        doIt(); // in which document?
        QVERIFY(isSaid(QStringLiteral("Name the order or the contract")));
        put(QStringLiteral("Document: order or contract"), QStringLiteral("order 12"));
        choose(QStringLiteral("Use class"), QStringLiteral("Residential"));
        put(QStringLiteral("Due from"), QStringLiteral("2026-01-01"));
        put(QStringLiteral("Rate a day"), QStringLiteral("1.2345"));
        doIt();
        QVERIFY(isSaid(QStringLiteral("at most three decimals")));
        put(QStringLiteral("Rate a day"), QStringLiteral("0.5"));
        choose(QStringLiteral("Begins"), QStringLiteral("after the later of both"));
        put(QStringLiteral("Free days after the due day"), QStringLiteral("15"));
        doIt(); // after which reminder?
        QVERIFY(isSaid(QStringLiteral("A whole number, 1 or more.")));
        put(QStringLiteral("Which reminder: 1, 2, …"), QStringLiteral("2"));
        put(QStringLiteral("At most, of what is owed"), QStringLiteral("100"));
        put(QStringLiteral("At least, yuan"), QStringLiteral("1"));
        put(QStringLiteral("Waivers above these yuan wait for a second person"), QStringLiteral("50"));
        doIt();
        QCOMPARE(cell("rules", 0, 1), QStringLiteral("2026-01-01"));
        QCOMPARE(cell("rules", 0, 2), QStringLiteral("0.5 ‰"));
        QCOMPARE(cell("rules", 0, 4), QStringLiteral("Entered"));
        QVERIFY(isSaid(QStringLiteral("Gas, Residential, all books")));
        QVERIFY(
            isSaid(QStringLiteral("the later of: after 15 free days behind the due day; once reminder 2 was served")));
        QVERIFY(isSaid(QStringLiteral("100 % of what is owed")));
        QVERIFY(isSaid(QStringLiteral("1.00 once anything is charged")));
        QVERIFY(isSaid(QStringLiteral("above 50.00 wait for a second person")));
        QVERIFY(isSaid(QStringLiteral("nobody yet")));
        key(Qt::Key_F9); // finance comes to this seat
        sign(Person::Drafter);
        QVERIFY(at().window().approval()); // not the same person
        key(Qt::Key_Escape);
        key(Qt::Key_F9);
        sign(Person::Finance);
        QVERIFY(!at().window().approval());
        QCOMPARE(cell("rules", 0, 4), QStringLiteral("In force"));
        QVERIFY(!isOffered("Put in force"));
        at().standUp();
        const auto rules = services::lateRules(town().session(Person::Finance));
        VERIFY_OK(rules);
        const LateChargeRule& rule = rules->front().rule.version.rule;
        QCOMPARE(rule.sameYear, Rate::ofMicro(500));
        QCOMPARE(rule.graceDays, 15);
        QCOMPARE(rule.reminders, 2);
        QCOMPARE(rule.cap, std::optional(Rate::ofMicro(1'000'000)));
        QCOMPARE(rule.minimum, std::optional(yuan("1")));
        QCOMPARE(rule.secondPersonAbove, std::optional(yuan("50")));
        QCOMPARE(rules->front().activatedBy->number, town().numberOf(Person::Finance));
        QCOMPARE(violations(), 0);
    }

    void financePutsARuleInForceAloneAndEntersNone() {
        entered(LateChargeRule());
        open(Person::Finance);
        QVERIFY(!isOffered("Enter a rule"));
        QVERIFY(isOffered("Put in force"));
        key(Qt::Key_F9);
        QCOMPARE(cell("rules", 0, 4), QStringLiteral("In force"));
        key(Qt::Key_F9);
        QVERIFY(!page().findChild<ui::ErrorBar*>()->isShown());
    }

    void anotherRuleOfTheSameDayIsRefusedInWords() {
        VERIFY_OK(services::activateLateRule(town().session(Person::Finance), entered(LateChargeRule())));
        open(Person::Drafter);
        key(Qt::Key_F4); // begins with what the chosen one says
        put(QStringLiteral("Due from"), QStringLiteral("2026-01-01"));
        put(QStringLiteral("Document: order or contract"), QStringLiteral("order 8"));
        doIt();
        auto* bar = page().findChild<ui::ErrorBar*>();
        QVERIFY(bar->isShown());
        QVERIFY(bar->accessibleName().contains(QStringLiteral("counts from that day")));
        key(Qt::Key_Escape); // the form
        QVERIFY(isSaid(QStringLiteral("The rule in words")));
        QCOMPARE(count("SELECT count(*) FROM late_rule"), std::int64_t(1));
    }

    void aWaiverIsApprovedByWhoDidNotAskForIt() {
        aWaiverWaits();
        open(Person::Lead);
        QCOMPARE(cell("waivers", 0, 0), town().accountNumber(2, Commodity::Gas));
        QCOMPARE(cell("waivers", 0, 1), QStringLiteral("2026-11"));
        QCOMPARE(cell("waivers", 0, 2), QStringLiteral("3.00"));
        QCOMPARE(cell("waivers", 0, 3), QStringLiteral("our bill came late"));
        key(Qt::Key_F8); // who asked for it calls somebody else
        sign(Person::Finance);
        QCOMPARE(cell("waivers", 0, 0), QString());
        at().standUp();
        QCOMPARE(count("SELECT count(*) FROM late_waiver_approval"), std::int64_t(1));
        QCOMPARE(violations(), 0);
    }

    void financeApprovesAlone() {
        aWaiverWaits();
        open(Person::Finance);
        key(Qt::Key_2, Qt::ControlModifier);
        key(Qt::Key_F8);
        QCOMPARE(cell("waivers", 0, 0), QString());
        QCOMPARE(count("SELECT count(*) FROM late_waiver_approval"), std::int64_t(1));
    }

    void whoMayOnlyLookIsOfferedNothingElse() {
        aWaiverWaits();
        open(Person::Cashier);
        for (const char* words : {"Enter a rule", "Put in force", "Approve the waiver"})
            QVERIFY2(!isOffered(words), words);
        QCOMPARE(cell("rules", 0, 4), QStringLiteral("In force"));
        key(Qt::Key_2, Qt::ControlModifier);
        key(Qt::Key_G, Qt::ControlModifier);
        QVERIFY(at().window().page()->inherits("meterhall::ui::CustomerPage"));
        QVERIFY(at().page<ui::CustomerPage>().account().has_value());
    }
};

METERHALL_TEST_CASE(LateChargesPageTest)

#include "late_charges_page_test.moc"
