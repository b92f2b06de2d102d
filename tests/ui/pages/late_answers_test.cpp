#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/shell/key_strip.h"
#include "ui/shell/rail.h"
#include "ui/shell/search_palette.h"
#include "ui/widgets/number_edit.h"

#include <QLineEdit>
#include <QTest>
#include <QToolButton>

#include <condition_variable>
#include <mutex>

using namespace meterhall;

namespace {

/// A database that answers nothing while the gate is shut, however long that is: later than any number of seconds.
class Gate {
public:
    void shut() { set(false); }
    void open() { set(true); }
    void pass() {
        std::unique_lock held(m_mutex);
        m_moved.wait(held, [this] { return m_open; });
    }

private:
    void set(bool open) {
        {
            const std::lock_guard held(m_mutex);
            m_open = open;
        }
        m_moved.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_moved;
    bool m_open = true;
};

/// Counts how often a widget was painted.
class Painted : public QObject {
public:
    explicit Painted(QWidget* watched) { watched->installEventFilter(this); }
    int times() const { return m_times; }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        m_times += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

private:
    int m_times = 0;
};

} // namespace

/// No page waits for the database: with one that is silent every page opens, paints, takes keys and lets go.
class LateAnswersTest : public tests::PageTest {
    Q_OBJECT

    Gate m_gate;

    void sitDown(Person person) {
        m_gate.open();
        at().sitDown(person, [this] { m_gate.pass(); });
    }
    QList<QToolButton*> rail() {
        QList<QToolButton*> buttons;
        for (QToolButton* button : at().window().rail().findChildren<QToolButton*>()) {
            if (button->isVisible())
                buttons << button;
        }
        return buttons;
    }
    /// What the page is made of is on the screen, and keys are heard, though nothing was answered.
    void lives(const QString& page) {
        ui::Page* shown = at().window().page();
        QVERIFY2(shown && shown->isVisible(), qPrintable(page));
        Painted painted(shown);
        shown->update();
        QTRY_VERIFY2_WITH_TIMEOUT(painted.times() > 0, qPrintable(page), 30000);
        ui::SearchPalette& search = at().window().search();
        search.setFocus();
        search.clear();
        at().type(QStringLiteral("wxy"));
        QCOMPARE(search.text(), QStringLiteral("wxy"));
        at().press(Qt::Key_Escape);
        search.clear();
        for (QLineEdit* field : shown->findChildren<QLineEdit*>()) {
            if (!field->isVisible() || !field->isEnabled() || field->isReadOnly())
                continue;
            const QString before = field->text();
            field->setFocus();
            at().type(QStringLiteral("1"));
            QVERIFY2(field->text() != before || !field->isEnabled(), qPrintable(page + u' ' + field->accessibleName()));
            field->setText(before);
        }
    }

private Q_SLOTS:
    void cleanup() {
        m_gate.open(); // threads that wait are let go before the town is torn down
        tests::PageTest::cleanup();
    }

    void everyPageOpensAndLivesWhileTheDatabaseIsSilent() {
        town().readAndIssueAll("121.90");
        for (const Person person : {Person::Cashier, Person::Supervisor, Person::Drafter, Person::Lead, Person::Finance,
                                    Person::Reader, Person::Administrator}) {
            sitDown(person);
            m_gate.shut();
            const auto count = rail().size();
            for (qsizetype i = 0; i < count; ++i) {
                QToolButton* button = rail().at(i);
                const QString page = button->accessibleName();
                button->click();
                QTRY_COMPARE_WITH_TIMEOUT(at().window().page()->accessibleName(), page, 30000);
                lives(page);
            }
            QVERIFY(!at().desk().isQuiet()); // all this without one answer
            m_gate.open();
            at().settle();
        }
    }

    void aPaymentOnItsWayKeepsNobodyFromLookingAround() {
        town().readAndIssueAll("121.90");
        VERIFY_OK(services::openShift(town().session(Person::Cashier),
                                      {Money::ofMinor(50'000, Currency::cny()), 1001, 1010}));
        sitDown(Person::Cashier);
        at().type(town().accountNumber(1, Commodity::Gas));
        at().press(Qt::Key_Return);
        at().settle();
        at().press(Qt::Key_Return);
        m_gate.shut();
        at().press(Qt::Key_Return);
        QVERIFY(!at().desk().isQuiet());
        const QString counter = at().window().page()->accessibleName();
        for (QToolButton* button : rail()) {
            button->click();
            lives(button->accessibleName());
        }
        QVERIFY(at().printed().isEmpty());
        m_gate.open();
        at().settle();
        QCOMPARE(at().printed().size(), 1);
        QCOMPARE(violations(), 0);
    }

    void aPrinterThatIsSilentKeepsNobodyWaiting() {
        town().readAndIssueAll("121.90");
        VERIFY_OK(services::openShift(town().session(Person::Cashier),
                                      {Money::ofMinor(50'000, Currency::cny()), 1001, 1010}));
        Gate printer;
        at().usePrinter([&printer](const QByteArray&, const QString&) -> Result<void> {
            printer.pass();
            return {};
        });
        at().sitDown(Person::Cashier);
        printer.shut();
        for (const int home : {1, 3}) {
            at().type(town().accountNumber(home, Commodity::Gas));
            at().press(Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(at().desk().isQuiet(), 30000);
            auto* amount = at().window().page()->findChild<ui::MoneyEdit*>();
            QTRY_VERIFY_WITH_TIMEOUT(amount->hasFocus(), 30000);
            at().press(Qt::Key_Return);
            at().press(Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(at().desk().isQuiet() && amount->isEmpty(), 30000);
            at().press(Qt::Key_F12);
        }
        QCOMPARE(at().printer().waiting(), 2);
        printer.open();
        at().settle();
        QCOMPARE(violations(), 0);
    }
};

METERHALL_TEST_CASE(LateAnswersTest)

#include "late_answers_test.moc"
