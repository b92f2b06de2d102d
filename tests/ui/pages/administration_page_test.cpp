#include "core/services/administration.h"
#include "core/services/audit_log.h"
#include "core/services/verify.h"
#include "tests/small_town/tampering.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/administration/administration_page.h"
#include "ui/pages/administration/audit_section.h"
#include "ui/pages/administration/backup_report.h"
#include "ui/pages/administration/check_card.h"
#include "ui/pages/administration/violation_words.h"
#include "ui/pages/parts/watched_work.h"
#include "ui/shell/error_bar.h"
#include "ui/shell/key_strip.h"
#include "ui/widgets/ledger_table.h"

#include <QAbstractButton>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace meterhall;
using services::OperatorRow;
using ui::AdministrationPage;

/// Eleven people and as many seats (tests/core/services); the administrator sits at the window.
class AdministrationPageTest : public tests::PageTest {
    Q_OBJECT

    static QByteArray firstWord() { return "First-Word-2026"; }

    void open(const char* section, Person person = Person::Administrator) {
        at().sitDown(person);
        at().window().go({.page = QStringLiteral("administration"), .text = QString::fromLatin1(section)});
        at().settle();
    }
    AdministrationPage& page() { return at().page<AdministrationPage>(); }
    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        at().press(pressed, modifiers);
        at().settle();
    }
    void doIt() {
        key(Qt::Key_Shift); // after something was done, Enter is dead until another key
        key(Qt::Key_Return, Qt::ControlModifier);
    }
    void typeBytes(const QByteArray& text) { at().type(QString::fromLatin1(text)); }
    /// Tab until the field or box of that name has the focus.
    void goTo(const QString& name) {
        for (int i = 0; i < 40; ++i) {
            const QWidget* focused = QApplication::focusWidget();
            const auto* button = qobject_cast<const QAbstractButton*>(focused);
            if (focused && (focused->accessibleName() == name || (button && button->text() == name)))
                return;
            at().press(Qt::Key_Tab);
        }
        QFAIL(qPrintable(QStringLiteral("nothing is called ") + name));
    }
    void tick(const char* duty) {
        goTo(QString::fromLatin1(duty));
        at().press(Qt::Key_Space);
    }
    bool isSaid(const QString& text) {
        for (const auto* label : page().findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }
    bool isOffered(const char* words) {
        QCoreApplication::processEvents();
        return at().window().keys().words().join(u'\n').contains(QLatin1String(words));
    }
    QString errorText() {
        auto* bar = page().findChild<ui::ErrorBar*>();
        return bar->isShown() ? bar->accessibleName() + u' ' + bar->accessibleDescription() : QString();
    }
    /// The table of the section that is shown.
    ui::LedgerTable& table() {
        for (auto* found : page().findChildren<ui::LedgerTable*>()) {
            if (found->isVisible())
                return *found;
        }
        qFatal("no table");
    }
    QString cell(int row, int column) {
        const ui::LedgerRow* found = table().model().row(row);
        return found ? found->cells[std::size_t(column)].text : QString();
    }
    /// Types a number into the list: only that row is left.
    void selectByNumber(const QString& number) {
        at().type(number);
        key(Qt::Key_Return);
        QCOMPARE(table().model().rowCount(), 1);
    }
    /// As the database has it; ends the session at the window.
    OperatorRow stored(const QString& number) {
        at().standUp();
        const auto rows = services::operators(town().session(Person::Administrator));
        if (!rows.ok())
            qFatal("operators: %s", qPrintable(rows.error().toString()));
        for (const OperatorRow& row : *rows) {
            if (row.who.number == number)
                return row;
        }
        qFatal("no such operator");
    }
    const ui::ViolationBar* redBar() { return page().findChild<ui::AuditSection*>()->findChild<ui::ViolationBar*>(); }
    QString report() { return page().findChild<ui::BackupReport*>()->text(); }
    QString backupFile() const { return town().folder() + QStringLiteral("/night.backup"); }
    void typeFile(const QString& file) {
        at().type(file);
        if (town().onSqlite())
            return;
        goTo(QStringLiteral("Database login that may make databases"));
        at().type(QStringLiteral("postgres"));
    }
    void spoil(const QString& name) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 middle = file.size() / 2;
        char byte = 0;
        QVERIFY(file.seek(middle) && file.getChar(&byte) && file.seek(middle) && file.putChar(char(~byte)));
    }
    /// Past the program, with all guards away.
    void changeALine() {
        at().standUp();
        const auto database = town().openDirectly();
        tests::Tampering tampering(*database);
        for (const auto& column : tampering.columns("journal_line")) {
            if (column.name != "amount_minor")
                continue;
            const auto changes = tampering.changesOf("journal_line", column);
            for (const std::string& change : changes.front()) {
                if (tampering.apply("journal_line", change))
                    return;
            }
        }
        QFAIL("nothing was changed");
    }

private Q_SLOTS:
    void somebodyIsAddedAndMustChangeTheFirstPassword() {
        const QString number = town().numberOf(Person::Cashier) + u'n';
        open("operators");
        key(Qt::Key_F7);
        at().type(number);
        at().press(Qt::Key_Return);
        at().type(QStringLiteral("Wang Fang"));
        tick("Cashier");
        goTo(QStringLiteral("First password"));
        typeBytes(firstWord());
        at().press(Qt::Key_Return);
        typeBytes(firstWord());
        doIt();
        QCOMPARE(errorText(), QString());
        QCOMPARE(table().model().rowCount(), 12);
        QVERIFY(isSaid(QStringLiteral("Must change password")) || isSaid(QStringLiteral("changed at the next")));
        const OperatorRow row = stored(number);
        QCOMPARE(row.who.name, QStringLiteral("Wang Fang"));
        QVERIFY(row.mustChangePassword && row.duties == Duties{Duty::Cashier});
        const auto entered = services::signIn(town().workplaceFor(Person::Cashier), number, firstWord());
        VERIFY_OK(entered);
        QVERIFY(entered->who().mustChangePassword);
        QCOMPARE(violations(), 0);
    }

    void whatIsMissingIsSaidUnderTheField() {
        open("operators");
        key(Qt::Key_F7);
        doIt();
        QVERIFY(isSaid(QStringLiteral("Give an operator number")));
        QVERIFY(isSaid(QStringLiteral("This person has no duty yet.")));
        at().type(town().numberOf(Person::Cashier) + u'n');
        at().press(Qt::Key_Return);
        at().type(QStringLiteral("Wang"));
        tick("Cashier");
        goTo(QStringLiteral("First password"));
        typeBytes("weak");
        doIt();
        QVERIFY(isSaid(QStringLiteral("not alike")));
        typeBytes("weak");
        at().press(Qt::Key_Return);
        typeBytes("weak");
        doIt();
        QVERIFY(isSaid(QStringLiteral("easy to guess")));
        for (const auto* edit : page().findChildren<QLineEdit*>())
            QVERIFY(edit->echoMode() == QLineEdit::Normal || edit->text().isEmpty());
        key(Qt::Key_Escape);
        QVERIFY(!isOffered("Add this operator"));
        QCOMPARE(table().model().rowCount(), 11);
    }

    void dutiesChangeWithBeforeAndAfter() {
        const QString number = town().numberOf(Person::Cashier);
        open("operators");
        selectByNumber(number);
        key(Qt::Key_F4);
        QVERIFY(isSaid(QStringLiteral("unchanged")));
        QVERIFY(!isOffered("Take over the duties"));
        tick("Shift lead");
        QVERIFY(isSaid(QStringLiteral("Cashier, shift lead")));
        QVERIFY(isOffered("Take over the duties"));
        doIt();
        QCOMPARE(errorText(), QString());
        QCOMPARE(cell(0, 1), QStringLiteral("Cashier, shift lead"));
        QCOMPARE(stored(number).duties, (Duties{Duty::Cashier, Duty::ShiftLead}));
        QCOMPARE(violations(), 0);
    }

    void dutiesThatMayNotMeetAreExplainedAndNotTaken() {
        const QString number = town().numberOf(Person::Cashier);
        open("operators");
        selectByNumber(number);
        key(Qt::Key_F4);
        tick("Finance");
        QVERIFY(isSaid(QStringLiteral("One person may not hold both duties: finance and cashier.")) ||
                isSaid(QStringLiteral("One person may not hold both duties: cashier and finance.")));
        doIt();
        QVERIFY(isSaid(QStringLiteral("may not hold both duties")));
        QCOMPARE(stored(number).duties, Duties{Duty::Cashier});
    }

    void whoeverLeavesIsDeactivatedAndReactivatedWithAReason() {
        const QString number = town().numberOf(Person::Cashier);
        open("operators");
        selectByNumber(number);
        key(Qt::Key_F8);
        doIt();
        QVERIFY(isSaid(QStringLiteral("Write why.")));
        at().type(QStringLiteral("left the company"));
        doIt();
        QCOMPARE(errorText(), QString());
        QCOMPARE(cell(0, 2), QStringLiteral("Deactivated"));
        QVERIFY(isOffered("Reactivate"));
        key(Qt::Key_F8);
        at().type(QStringLiteral("is back"));
        doIt();
        QCOMPARE(cell(0, 2), QStringLiteral("Active"));
        QVERIFY(!stored(number).deactivatedAt);
        const auto entries = services::auditRows(town().session(Person::Administrator),
                                                 {.action = QStringLiteral("manage-operators"), .limit = 2});
        QVERIFY(entries->front().details.endsWith(QStringLiteral("is back")));
        QVERIFY(entries->back().details.endsWith(QStringLiteral("left the company")));
        QCOMPARE(violations(), 0);
    }

    void whoForgotThePasswordIsGivenAFirstOne() {
        const QString number = town().numberOf(Person::Cashier);
        open("operators");
        selectByNumber(number);
        key(Qt::Key_F9);
        typeBytes(firstWord());
        at().press(Qt::Key_Return);
        typeBytes(firstWord());
        doIt();
        QCOMPARE(errorText(), QString());
        QCOMPARE(cell(0, 2), QStringLiteral("Must change password"));
        QVERIFY(stored(number).mustChangePassword);
    }

    void nobodyActsOnHimself() {
        open("operators");
        selectByNumber(town().numberOf(Person::Administrator));
        QVERIFY(isSaid(QStringLiteral("This is you.")));
        for (const char* words : {"Change duties", "Deactivate", "Give a first password"})
            QVERIFY2(!isOffered(words), words);
        key(Qt::Key_F4);
        key(Qt::Key_F8);
        QVERIFY(!isOffered("Ctrl Enter"));
        QCOMPARE(stored(town().numberOf(Person::Administrator)).duties, Duties{Duty::Administrator});
    }

    void aSeatIsAdded() {
        open("operators");
        key(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(table().model().rowCount(), 11);
        doIt();
        QVERIFY(isSaid(QStringLiteral("Give a name")));
        at().type(QStringLiteral("Window nine"));
        doIt();
        QCOMPARE(errorText(), QString());
        QCOMPARE(table().model().rowCount(), 12);
        QCOMPARE(cell(11, 1), QStringLiteral("Window nine"));
        QCOMPARE(cell(11, 3), QStringLiteral("Never"));
    }

    void theAuditShowsWhatWasDone() {
        town().moveTo(town().today(), Duration::hours(10)); // after everything that made the town
        open("operators");
        selectByNumber(town().numberOf(Person::Cashier));
        key(Qt::Key_F4);
        tick("Shift lead");
        doIt();
        key(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(cell(0, 3), QStringLiteral("Look after operators"));
        QCOMPARE(cell(0, 4), QStringLiteral("Duties of Somebody: Cashier → Cashier, shift lead"));
        key(Qt::Key_F, Qt::ControlModifier);
        at().type(QStringLiteral("activate"));
        at().settle();
        QCOMPARE(table().model().rowCount(), 2);
        QCOMPARE(cell(0, 3), QStringLiteral("Activate tariffs"));
    }

    void theChainIsCheckedAndHolds() {
        town().readAndIssueAll("121.90");
        open("audit");
        key(Qt::Key_F6);
        QCOMPARE(errorText(), QString());
        const QString said = page().findChild<ui::CheckCard*>()->sentence();
        QVERIFY2(said.contains(QStringLiteral("30 bills came out again")), qPrintable(said));
        QVERIFY(!redBar()->isVisible());
        QVERIFY(table().model().row(0)->cells.front().icon);
    }

    void aLineThatWasChangedPastTheProgramIsARedBar() {
        town().readAndIssueAll("121.90");
        changeALine();
        open("audit");
        key(Qt::Key_F6);
        QCOMPARE(errorText(), QString());
        const auto* bar = redBar();
        QVERIFY2(bar->isVisible(), qPrintable(page().findChild<ui::CheckCard*>()->sentence()));
        QVERIFY(bar->width() > page().width() * 9 / 10);
        QVERIFY2(bar->accessibleDescription().contains(QStringLiteral("journal_line")) ||
                     bar->accessibleDescription().contains(QStringLiteral("Journal")),
                 qPrintable(bar->accessibleDescription()));
        QVERIFY(!table().model().row(0)->cells.front().icon);
    }

    void aCheckIsStoppedByEscape() {
        open("audit");
        at().press(Qt::Key_F6);
        at().press(Qt::Key_Escape);
        at().settle();
        const QString said = page().findChild<ui::CheckCard*>()->sentence();
        QVERIFY2(said.contains(QStringLiteral("says nothing about the books")), qPrintable(said));
        key(Qt::Key_F6);
        QVERIFY(page().findChild<ui::AuditSection*>()->check()->answer<services::VerifyResult>());
    }

    void aBackupIsWrittenAndProvedByADrill() {
        town().readAndIssueAll("121.90");
        open("backup");
        QVERIFY(isSaid(QStringLiteral("Nothing is safe yet")));
        typeFile(backupFile());
        doIt();
        QCOMPARE(errorText(), QString());
        QVERIFY2(report().contains(QStringLiteral("Proved")), qPrintable(report()));
        QVERIFY(QFile::exists(backupFile()));
        QVERIFY(isSaid(QStringLiteral("proved on")));
        QVERIFY(isSaid(QStringLiteral("run the drill.")));
        key(Qt::Key_F10);
        QCOMPARE(errorText(), QString());
        QVERIFY2(report().contains(QStringLiteral("It holds")) && report().contains(QStringLiteral("Bills 30")),
                 qPrintable(report()));
        QCOMPARE(cell(0, 1), QStringLiteral("Drill: it holds"));
        QVERIFY(!isSaid(QStringLiteral("run the drill.")));
        QCOMPARE(violations(), 0);
    }

    void aSpoiledBackupFailsTheDrillInClearWords() {
        open("backup");
        typeFile(backupFile());
        doIt();
        spoil(backupFile());
        key(Qt::Key_F10);
        QVERIFY2(errorText().contains(QStringLiteral("changed or damaged: night.backup")), qPrintable(errorText()));
        QVERIFY2(errorText().contains(QStringLiteral("make a new backup")), qPrintable(errorText()));
        QCOMPARE(cell(0, 1), QStringLiteral("Drill: not proved"));
        QVERIFY(!isOffered("Back up now"));
    }

    void aServersBackupWithoutALoginIsNotProved() {
        if (town().onSqlite())
            QSKIP("an SQLite backup needs no login");
        open("backup");
        at().type(backupFile());
        doIt();
        QVERIFY2(report().contains(QStringLiteral("Written, not proved")), qPrintable(report()));
    }

    void anAuditorSeesSeatsAndAuditOnly() {
        at().standUp();
        auto& administrator = town().session(Person::Administrator);
        const OperatorRow inspector = stored(town().numberOf(Person::Inspector));
        VERIFY_OK(services::changeDuties(administrator, inspector.who.id, {Duty::Auditor}));
        open("", Person::Inspector);
        QCOMPARE(page().context(), QStringLiteral("Seats"));
        QVERIFY(!isOffered("Add this seat"));
        QVERIFY(isOffered("Ctrl 2 Audit") && !isOffered("Ctrl 3"));
        key(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(table().model().rowCount() > 0);
        key(Qt::Key_F6);
        QVERIFY(page().findChild<ui::CheckCard*>()->sentence().contains(QStringLiteral("bills came out again")));
    }

    void theCounterHasNoAdministration() {
        at().sitDown(Person::Cashier);
        at().window().go({.page = QStringLiteral("administration")});
        QVERIFY(!qobject_cast<AdministrationPage*>(at().window().page()));
    }
};

METERHALL_TEST_CASE(AdministrationPageTest)

#include "administration_page_test.moc"
