#include "core/services/tariffs.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/tariffs/tariffs_page.h"
#include "ui/shell/approval.h"
#include "ui/shell/error_bar.h"
#include "ui/shell/key_strip.h"
#include "ui/shell/toast.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/ledger_table.h"

#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace meterhall;
using services::TariffState;
using ui::TariffsPage;

/// The town has "gas" (300 / 600) and "water" in force. A review clerk drafts, finance puts in force.
class TariffsPageTest : public tests::PageTest {
    Q_OBJECT

    void open(Person person) {
        at().sitDown(person);
        at().window().go({.page = QStringLiteral("tariffs")});
        at().settle();
    }
    TariffsPage& page() { return at().page<TariffsPage>(); }
    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        at().press(pressed, modifiers);
        at().settle();
    }
    void doIt() {
        key(Qt::Key_Shift); // after something was done, Enter is dead until another key
        key(Qt::Key_Return, Qt::ControlModifier);
    }
    QLineEdit* field(const QString& name) {
        for (auto* edit : page().findChildren<QLineEdit*>())
            if (edit->accessibleName() == name && edit->isVisible())
                return edit;
        return nullptr;
    }
    void put(const QString& name, const QString& text) {
        QLineEdit* edit = field(name);
        QVERIFY2(edit, qPrintable(name));
        edit->setFocus();
        edit->selectAll();
        at().type(text);
        key(Qt::Key_Return);
    }
    ui::LedgerTable& table(const QString& name) {
        for (auto* found : page().findChildren<ui::LedgerTable*>())
            if (found->accessibleName() == name)
                return *found;
        qFatal("no table %s", qPrintable(name));
    }
    ui::LedgerTable& list() { return table(QStringLiteral("Tariffs and versions")); }
    QString cell(ui::LedgerTable& of, int row, int column) {
        const ui::LedgerRow* found = of.model().row(row);
        return found ? found->cells[std::size_t(column)].text : QString();
    }
    bool isSaid(const QString& text) {
        for (const auto* label : page().findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }
    bool badgeSays(const QString& text) {
        for (const auto* badge : page().findChildren<ui::Badge*>())
            if (badge->isVisible() && badge->text() == text)
                return true;
        return false;
    }
    bool isOffered(const char* words) {
        QCoreApplication::processEvents();
        return at().window().keys().words().join(u'\n').contains(QLatin1String(words));
    }
    void draft(const char* price = "2.80") {
        key(Qt::Key_F4);
        QCOMPARE(cell(list(), 0, 2), QStringLiteral("Draft"));
        put(QStringLiteral("In force from"), QStringLiteral("2027-01-01"));
        put(QStringLiteral("Tier 1, 燃气费"), QString::fromLatin1(price));
    }
    void sign(Person person) {
        at().type(town().numberOf(person));
        at().press(Qt::Key_Tab);
        at().type(QString::fromLatin1(tests::SmallTown::password()));
        key(Qt::Key_Return);
        at().settle();
    }
    TariffState stored(int place) {
        at().standUp();
        const auto rows = services::tariffs(town().session(Person::Finance));
        if (!rows.ok())
            qFatal("tariffs: %s", qPrintable(rows.error().toString()));
        return rows->front().versions.at(std::size_t(place)).state;
    }

private Q_SLOTS:
    void theListShowsEveryVersionAndTheFormItsPrices() {
        open(Person::Finance);
        QCOMPARE(list().model().rowCount(), 2);
        QCOMPARE(cell(list(), 0, 2), QStringLiteral("In force"));
        QVERIFY(field(QStringLiteral("Tier 1, 燃气费")));
        QCOMPARE(field(QStringLiteral("Tier 2, up to (inclusive)"))->text(), QStringLiteral("600"));
        QVERIFY(field(QStringLiteral("Tier 1, 燃气费"))->isReadOnly());
        QVERIFY(!isOffered("Change as a draft"));
        QVERIFY(isSaid(QStringLiteral("20 accounts are on this tariff")));
    }

    void aDraftSavesItselfAndSaysWhatDiffers() {
        open(Person::Drafter);
        draft();
        key(Qt::Key_D, Qt::ControlModifier);
        ui::LedgerTable& differences = table(QStringLiteral("Differences"));
        QStringList said;
        for (int row = 0; row < differences.model().rowCount(); ++row)
            said << cell(differences, row, 0) + u' ' + cell(differences, row, 1) + u' ' + cell(differences, row, 2);
        said.sort();
        QCOMPARE(said.join(u'\n'), QStringLiteral("in force from 2026-01-01 2027-01-01\n"
                                                  "燃气费: price in tier 1 2.7 2.8"));
        QCOMPARE(field(QStringLiteral("Tier 1, 燃气费")), nullptr); // another view is shown
        QCOMPARE(stored(0), TariffState::Draft);
    }

    void theBoundarySheetProvesEveryRowAndShowsItsArithmetic() {
        open(Person::Finance);
        key(Qt::Key_B, Qt::ControlModifier);
        ui::LedgerTable& sheet = table(QStringLiteral("Boundary sheet"));
        bool seen = false;
        for (int row = 0; row < sheet.model().rowCount(); ++row) {
            QCOMPARE(cell(sheet, row, 6), QStringLiteral("Proved"));
            seen = seen ||
                   (cell(sheet, row, 0) == QLatin1String("limit 1") && cell(sheet, row, 4) == QLatin1String("810.00"));
        }
        QVERIFY(seen);
        for (int row = 0; row < 4; ++row)
            key(Qt::Key_Down);
        QVERIFY(isSaid(QStringLiteral("came about")));
        QVERIFY(isSaid(QStringLiteral("It is continuous at every limit.")));
    }

    void theClerkEntersAndFinancePutsInForceAtTheSameSeat() {
        open(Person::Drafter);
        draft();
        QVERIFY(isOffered("Enter, and ask the second person"));
        doIt();
        QVERIFY(at().window().approval());
        sign(Person::Finance);
        QVERIFY(!at().window().approval());
        at().settle();
        QCOMPARE(cell(list(), 0, 2), QStringLiteral("Scheduled"));
        QCOMPARE(stored(0), TariffState::Scheduled);
        QCOMPARE(violations(), 0);
    }

    void whatTheSecondPersonLeftWaitsForFinance() {
        open(Person::Drafter);
        draft();
        doIt();
        key(Qt::Key_Escape);
        QCOMPARE(cell(list(), 0, 2), QStringLiteral("Proved, waits"));
        open(Person::Finance);
        QVERIFY(isOffered("Put in force from 2027-01-01"));
        doIt();
        QCOMPARE(cell(list(), 0, 2), QStringLiteral("Scheduled"));
    }

    // Planted: a price below zero.
    void anUnprovedDraftCannotBeEntered() {
        open(Person::Drafter);
        draft("-9");
        QVERIFY(!isOffered("Enter, and ask the second person"));
        key(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(isSaid(QStringLiteral("The total falls though more is used.")));
        doIt();
        QCOMPARE(stored(0), TariffState::Draft);
    }

    void aWrongNumberIsSaidUnderTheFormAndNotSaved() {
        open(Person::Drafter);
        draft();
        put(QStringLiteral("Tier 2, 燃气费"), QStringLiteral("2.8.8"));
        QVERIFY(isSaid(QStringLiteral("Not a number.")));
        put(QStringLiteral("Tier 2, 燃气费"), QStringLiteral("2.95"));
        QVERIFY(!isSaid(QStringLiteral("Not a number.")));
        // What could not be rated is refused with its error.
        put(QStringLiteral("Tier 1, up to (inclusive)"), QStringLiteral("900"));
        auto* bar = page().findChild<ui::ErrorBar*>();
        QVERIFY(bar->isShown());
        QVERIFY(bar->accessibleName().contains(QStringLiteral("The tier bounds do not rise")));
    }

    void tiersComeAndGo() {
        open(Person::Drafter);
        draft();
        key(Qt::Key_Down, Qt::AltModifier);
        QVERIFY(field(QStringLiteral("Tier 4, 燃气费")));
        QCOMPARE(field(QStringLiteral("Tier 3, up to (inclusive)"))->text(), QStringLiteral("900"));
        key(Qt::Key_Up, Qt::AltModifier);
        QVERIFY(QApplication::focusWidget());
        QVERIFY(!field(QStringLiteral("Tier 4, 燃气费")));
    }

    void aDroppedDraftComesBackWithUndo() {
        open(Person::Drafter);
        draft();
        key(Qt::Key_F8);
        QCOMPARE(cell(list(), 0, 2), QStringLiteral("In force"));
        QVERIFY(at().window().toast().isVisible());
        key(Qt::Key_Z, Qt::ControlModifier);
        at().settle();
        QCOMPARE(cell(list(), 0, 2), QStringLiteral("Draft"));
    }

    void aTemplateBeginsADraft() {
        open(Person::Drafter);
        key(Qt::Key_F6);
        key(Qt::Key_Return); // to the code
        at().type(QStringLiteral("gas-new"));
        doIt();
        bool seen = false;
        for (int row = 0; row < list().model().rowCount(); ++row)
            seen = seen || cell(list(), row, 2) == QLatin1String("Draft");
        QVERIFY(seen);
        QCOMPARE(list().model().rowCount(), 3);
    }

    void anExportedFileIsImportedAsADraft() {
        open(Person::Drafter);
        const QString file = town().folder() + QStringLiteral("/gas.json");
        page().exportFile(file);
        QVERIFY(QFile::exists(file));
        page().importFile(file);
        at().settle();
        QCOMPARE(cell(list(), 0, 2), QStringLiteral("Draft"));
        key(Qt::Key_D, Qt::ControlModifier);
        page().importFile(town().folder() + QStringLiteral("/no-such-file.json"));
        QVERIFY(page().findChild<ui::ErrorBar*>()->isShown());
    }

    void whatSomeUseCostsStandsInOneLine() {
        open(Person::Finance);
        key(Qt::Key_F9);
        at().type(QStringLiteral("20"));
        key(Qt::Key_Tab);
        at().type(QStringLiteral("290"));
        key(Qt::Key_Return);
        QVERIFY(isSaid(QStringLiteral("56.42"))); // 10 x 2.70 + 10 x 2.942
    }

    // Every home used 20 m3: 10 at 2.70 and 10 at 2.942; the draft takes 2.80.
    void aDraftIsReplayedOverWhatWasBilled() {
        town().readAndIssueAll("120.90");
        at().standUp();
        open(Person::Drafter);
        draft();
        QVERIFY(isOffered("Replay"));
        key(Qt::Key_R, Qt::ControlModifier);
        ui::LedgerTable& outcome = table(QStringLiteral("Replay"));
        QTRY_VERIFY(outcome.model().rowCount() > 0);
        QCOMPARE(cell(outcome, 0, 0), QStringLiteral("Revenue"));
        QCOMPARE(cell(outcome, 0, 1), QStringLiteral("1,128.40"));
        QCOMPARE(cell(outcome, 0, 3), QStringLiteral("+20.00"));
        QVERIFY(isSaid(QStringLiteral("20 pay more (together 20.00, at most 1.00)")));
        QVERIFY(badgeSays(QStringLiteral("Replayed: +20.00")));
        QVERIFY(badgeSays(QStringLiteral("Tier 1 covers 100 % (wanted 80)")));
        // The page goes and comes: the outcome stays.
        at().window().go({.page = QStringLiteral("billing")});
        at().settle();
        at().window().go({.page = QStringLiteral("tariffs")});
        at().settle();
        QVERIFY(badgeSays(QStringLiteral("Replayed: +20.00")));
        // Another price: it was of an earlier draft.
        key(Qt::Key_2, Qt::ControlModifier);
        put(QStringLiteral("Tier 1, 燃气费"), QStringLiteral("2.90"));
        QVERIFY(badgeSays(QStringLiteral("Changed since the replay")));
        key(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(badgeSays(QStringLiteral("Replayed: +40.00")));
        QCOMPARE(violations(), 0);
    }

    void aReplayWithoutBillsSaysSo() {
        open(Person::Finance);
        QVERIFY(badgeSays(QStringLiteral("Not replayed")));
        key(Qt::Key_R, Qt::ControlModifier);
        auto* bar = page().findChild<ui::ErrorBar*>();
        QTRY_VERIFY(bar->isShown());
        QVERIFY(bar->accessibleName().contains(QStringLiteral("nothing to replay")));
    }

    void whoMayNotSeeItHasNoSuchPage() {
        at().sitDown(Person::Cashier);
        at().window().go({.page = QStringLiteral("tariffs")});
        at().settle();
        QVERIFY(!qobject_cast<TariffsPage*>(at().window().page()));
    }
};
METERHALL_TEST_CASE(TariffsPageTest)

#include "tariffs_page_test.moc"
