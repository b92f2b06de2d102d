#include "app/workplace/workplace_file.h"
#include "core/services/administration.h"
#include "core/services/customers.h"
#include "core/services/tariffs.h"
#include "core/services/working_days.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/first_run/first_run_town.h"
#include "ui/first_run/database_step.h"
#include "ui/first_run/finish_step.h"
#include "ui/first_run/people_step.h"
#include "ui/first_run/printer_step.h"
#include "ui/printing/print_queue.h"
#include "ui/shell/desk.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace meterhall;
using tests::FirstRunTown;
using ui::TaskState;

namespace {

const QString adminWord = QStringLiteral("Admin-Word-2026");
const QString clerkWord = QStringLiteral("Clerk-Word-2026");
const QString cashierWord = QStringLiteral("Cashier-Word-2026");

enum Step { Machine, Database, Utility, Tariffs, People, Printer, Finish };

} // namespace

/// The first start with keys only, on both engines: a computer that knows nothing becomes seat 1 of a utility.
class FirstRunWindowTest : public QObject {
    Q_OBJECT

    std::unique_ptr<FirstRunTown> m_town;

    FirstRunTown& at() { return *m_town; }
    QString number(char letter) { return at().place().number(letter); }

    void toUtility() {
        QVERIFY(at().nextIs(Database));
        at().nameDatabase();
        QVERIFY(at().nextIs(Utility));
    }
    void sayUtility() {
        at().type(QStringLiteral("Hall One"));
        QVERIFY(at().fillIn(QStringLiteral("Hotline"), QStringLiteral("0571-96000")));
        QVERIFY(at().fillIn(QStringLiteral("Code, e.g. gas"), QStringLiteral("gas-co")));
        QVERIFY(at().fillIn(QStringLiteral("Name of the company"), QStringLiteral("Gas Company")));
        QVERIFY(at().fillIn(QStringLiteral("Book, e.g. 01"), QStringLiteral("01")));
        QVERIFY(at().fillIn(QStringLiteral("Reader"), QStringLiteral("Zhang")));
        QVERIFY(at().nextIs(Tariffs));
    }
    void sayTariff() {
        QVERIFY(at().tabTo(QStringLiteral("Gas")));
        at().press(Qt::Key_Down);
        QVERIFY(at().fillIn(QStringLiteral("Price document"), QStringLiteral("Doc 2026-17")));
        sayPerson('k', QStringLiteral("Clerk"), clerkWord);
        QVERIFY(at().nextIs(People));
    }
    void sayPerson(char letter, const QString& name, const QString& word) {
        QVERIFY(at().fillIn(QStringLiteral("Operator number"), number(letter)));
        QVERIFY(at().fillIn(QStringLiteral("Name"), name));
        QVERIFY(at().fillIn(QStringLiteral("Password"), word));
        QVERIFY(at().fillIn(QStringLiteral("Password again"), word));
    }
    void sayCashier() {
        at().press(Qt::Key_Tab);
        sayPerson('c', QStringLiteral("Cashier"), cashierWord);
        at().press(Qt::Key_Tab); // the first duty is the cashier's
        at().press(Qt::Key_Space);
        at().press(Qt::Key_F7);
    }
    void sayPeople() {
        sayPerson('a', QStringLiteral("Administrator"), adminWord);
        sayCashier();
        QVERIFY(at().nextIs(Printer));
    }
    void sayPrinter() {
        at().press(Qt::Key_Right);
        at().press(Qt::Key_Right);
        QVERIFY(at().nextIs(Finish));
    }
    void toFinish() {
        toUtility();
        sayUtility();
        sayTariff();
        sayPeople();
        sayPrinter();
    }
    bool doIt() {
        at().press(Qt::Key_Return, Qt::ControlModifier);
        return QTest::qWaitFor([&] { return !at().window().isWorking(); }, 60000) && at().window().isDone();
    }
    services::Workplace kept() {
        const auto file = app::WorkplaceFile::read(at().workplaceFile());
        if (!file.ok())
            qFatal("%s", qPrintable(file.error().toString()));
        auto workplace = file->workplace;
        workplace.passwordCost = {.logN = 10};
        return workplace;
    }
    Result<services::Session> enter(char letter, const QString& word) {
        return services::signIn(kept(), number(letter), word.toUtf8());
    }
    static QByteArray contentOf(const QString& name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// As the program goes on: the file is read, and somebody signs in at the window.
    void signInAtTheWindow() {
        ui::PrintQueue printer(ui::printToFolder(at().place().folder()));
        ui::Desk desk(kept());
        desk.setPrinter(&printer);
        ui::MainWindow window(desk, {}, at().place().folder() + QStringLiteral("/conf/preferences.ini"));
        window.resize(1440, 900);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        at().type(number('a'));
        at().press(Qt::Key_Tab);
        at().type(adminWord);
        at().press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isSignedIn(), 30000);
        QCOMPARE(desk.who().name, QStringLiteral("Administrator"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.isQuiet(), 30000);
    }

private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("sqlite");
        QTest::newRow("sqlite") << true;
        QTest::newRow("postgresql") << false;
    }
    void init() {
        QFETCH_GLOBAL(bool, sqlite);
        m_town = std::make_unique<FirstRunTown>(sqlite);
        m_town->open();
    }
    void cleanup() { m_town.reset(); }

    void keysAloneLeadToASignInThatWorks() {
        toFinish();
        QSignalSpy finished(&at().window(), &ui::FirstRunWindow::finished);
        QVERIFY2(doIt(), qPrintable(at().step<ui::FinishStep>().failure()));
        for (const TaskState state : at().step<ui::FinishStep>().states())
            QCOMPARE(state, TaskState::Done);
        QVERIFY(finished.isEmpty());
        at().press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(finished.size(), 1);
        QVERIFY(!QFile::exists(at().draftFile()));
        at().close();
        signInAtTheWindow();
    }

    void everythingThatWasSaidStandsInTheDatabase() {
        toFinish();
        QVERIFY2(doIt(), qPrintable(at().step<ui::FinishStep>().failure()));
        QCOMPARE(kept().hall.name, QStringLiteral("Hall One"));
        QCOMPARE(kept().hall.hotline, QStringLiteral("0571-96000"));
        {
            auto session = enter('a', adminWord);
            VERIFY_OK(session);
            QCOMPARE(services::operators(*session)->size(), std::size_t(3));
            QVERIFY(services::specialDays(*session, 2026)->size() > 20);
        }
        {
            auto session = enter('c', cashierWord);
            VERIFY_OK(session);
            QVERIFY(session->who().mustChangePassword);
        }
        auto session = enter('k', clerkWord);
        VERIFY_OK(session);
        QVERIFY(!session->who().mustChangePassword);
        const auto companies = services::legalEntities(*session);
        VERIFY_OK(companies);
        QCOMPARE(companies->front().code, QStringLiteral("gas-co"));
        const auto versions = services::tariffVersions(*session, QStringLiteral("gas"));
        VERIFY_OK(versions);
        QCOMPARE(versions->size(), std::size_t(1));
        QCOMPARE(versions->front().priceOrder, QStringLiteral("Doc 2026-17"));
        QVERIFY(!versions->front().active);
        QVERIFY(services::activateTariff(*session, versions->front().id).failedWith(SecurityError::NotAllowed));
    }

    void noPasswordAndNoKeyStandsInAnyOtherFile() {
        if (!at().place().onSqlite()) {
            QVERIFY(at().nextIs(Database));
            at().nameDatabase();
            QVERIFY(at().fillIn(QStringLiteral("Its password"), QStringLiteral("Server-Word-2026")));
            QVERIFY(at().nextIs(Utility));
        } else {
            toUtility();
        }
        sayUtility();
        sayTariff();
        sayPeople();
        sayPrinter();
        QVERIFY(QFile::exists(at().draftFile()));
        const QByteArrayList words{adminWord.toUtf8(), clerkWord.toUtf8(), cashierWord.toUtf8(), "Server-Word-2026"};
        for (const QByteArray& word : words)
            QCOMPARE(at().filesWith(word), QStringList());
        QVERIFY2(doIt(), qPrintable(at().step<ui::FinishStep>().failure()));
        for (const QByteArray& word : words)
            QCOMPARE(at().filesWith(word), QStringList());
        const QByteArray key = contentOf(kept().keyFile).split('\n').value(1).split(' ').value(1);
        QCOMPARE(key.size(), 64);
        QCOMPARE(at().filesWith(key), QStringList(kept().keyFile));
        QCOMPARE(QFile::permissions(kept().keyFile) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        for (const QLineEdit* field : at().window().findChildren<QLineEdit*>())
            QVERIFY(field->echoMode() != QLineEdit::Password || field->text().isEmpty());
    }

    void whatFailsInTheMiddleIsGoneOnWith() {
        toFinish();
        QVERIFY(QDir().mkpath(at().workplaceFile())); // a folder where the file should be
        QVERIFY(!doIt());
        auto& finish = at().step<ui::FinishStep>();
        QVERIFY(finish.failure().contains(QLatin1String("cannot be written")));
        QCOMPARE(finish.states().back(), TaskState::Failed);
        QCOMPARE(finish.states().front(), TaskState::Done);
        QVERIFY(QDir().rmdir(at().workplaceFile()));
        QVERIFY2(doIt(), qPrintable(finish.failure()));
        const auto states = finish.states();
        QCOMPARE(states.back(), TaskState::Done);
        QVERIFY(
            std::all_of(states.begin(), states.end() - 1, [](TaskState s) { return s == TaskState::StoodAlready; }));
        at().close();
        signInAtTheWindow();
    }

    void aPlaceForTheKeyThatCannotBeWrittenMakesNothing() {
        QVERIFY(at().nextIs(Database));
        at().nameDatabase();
        QFile blocked(at().place().folder() + QStringLiteral("/blocked"));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        QVERIFY(at().fillIn(QStringLiteral("Key file here"), blocked.fileName() + QStringLiteral("/keys")));
        QVERIFY(at().nextIs(Utility));
        sayUtility();
        QVERIFY(at().nextIs(People));
        sayPeople();
        sayPrinter();
        QVERIFY(!doIt());
        QVERIFY(!at().step<ui::FinishStep>().failure().isEmpty());
        QVERIFY(!QFile::exists(at().place().file()));
        while (at().window().at() > Database)
            at().press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(at().fillIn(QStringLiteral("Key file here"), at().place().folder() + QStringLiteral("/keys")));
        QVERIFY(at().nextIs(Utility));
        for (const int step : {Tariffs, People, Printer, Finish})
            QVERIFY(at().nextIs(step));
        QVERIFY2(doIt(), qPrintable(at().step<ui::FinishStep>().failure()));
    }

    void aDatabaseOfSomebodyElsesIsRefusedInWords() {
        {
            const auto database = at().place().openDirectly();
            VERIFY_OK(database->driver().script(at().place().onSqlite() ? "CREATE TABLE notes (a)"
                                                                        : "CREATE TABLE public.notes (a INTEGER)"));
        }
        QVERIFY(at().nextIs(Database));
        at().nameDatabase();
        at().press(Qt::Key_F5);
        auto& step = at().step<ui::DatabaseStep>();
        QTRY_VERIFY_WITH_TIMEOUT(!step.isTesting(), 20000);
        QVERIFY2(step.found().contains(QLatin1String("something else")), qPrintable(step.found()));
        at().press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!step.isTesting(), 20000);
        QCOMPARE(at().window().at(), int(Database));
    }

    void aServerThatDoesNotAnswerIsSaidSo() {
        QVERIFY(at().nextIs(Database));
        at().press(Qt::Key_Right);
        QVERIFY(at().fillIn(QStringLiteral("Host"), QStringLiteral("127.0.0.1")));
        QVERIFY(at().fillIn(QStringLiteral("Port"), QStringLiteral("1")));
        at().press(Qt::Key_F5);
        auto& step = at().step<ui::DatabaseStep>();
        QTRY_VERIFY_WITH_TIMEOUT(!step.isTesting(), 20000);
        QVERIFY2(step.found().contains(QLatin1String("No database server answers there")), qPrintable(step.found()));
    }

    void theTestSaysWhatItFound() {
        QVERIFY(at().nextIs(Database));
        at().nameDatabase();
        at().press(Qt::Key_F5);
        auto& step = at().step<ui::DatabaseStep>();
        QTRY_VERIFY_WITH_TIMEOUT(!step.isTesting(), 20000);
        QVERIFY2(step.found().contains(QLatin1String(at().place().onSqlite() ? "no file yet" : "PostgreSQL 15")),
                 qPrintable(step.found()));
        QVERIFY(!QFile::exists(at().place().file()));
    }

    void closedHalfWayItComesBackWithWhatWasTyped() {
        toUtility();
        at().type(QStringLiteral("Hall Half"));
        at().window().close();
        at().open();
        QCOMPARE(at().window().at(), int(Utility));
        QCOMPARE(qobject_cast<QLineEdit*>(QApplication::focusWidget())->text(), QStringLiteral("Hall Half"));
        at().press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(at().window().at(), int(Database));
        ui::FirstRunAnswers answers;
        at().step<ui::DatabaseStep>().take(answers);
        QCOMPARE(answers.url(), at().place().url());
    }

    void passwordsThatWereNotKeptAreAskedForAgain() {
        toFinish();
        at().window().close();
        at().open();
        QCOMPARE(at().window().at(), int(Finish));
        at().press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(at().window().at(), int(Tariffs)); // the clerk's is the first that is missing
        QVERIFY(!at().window().step()->form().complaint().isEmpty());
    }

    void enterGoesToTheNextEmptyFieldAndThenOn() {
        toUtility();
        sayUtility();
        at().press(Qt::Key_Return);
        QCOMPARE(at().window().at(), int(People));
        at().type(number('a'));
        at().press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Name"));
        QVERIFY(at().window().step()->form().complaint().isEmpty());
        at().type(QStringLiteral("Administrator"));
        at().press(Qt::Key_Return);
        at().type(QStringLiteral("short"));
        at().press(Qt::Key_Return);
        QVERIFY(at().window().step()->form().complaint().contains(QLatin1String("easy to guess")));
        at().press(Qt::Key_A, Qt::ControlModifier);
        at().type(adminWord);
        at().press(Qt::Key_Return);
        at().type(adminWord);
        at().press(Qt::Key_Return);
        QCOMPARE(at().window().at(), int(Printer));
    }

    void aTestPageComesOutAsAPaper() {
        toUtility();
        sayUtility();
        QVERIFY(at().nextIs(People));
        sayPerson('a', QStringLiteral("Administrator"), adminWord);
        QVERIFY(at().nextIs(Printer));
        at().press(Qt::Key_Right);
        at().press(Qt::Key_Right);
        at().press(Qt::Key_F9);
        auto& step = at().step<ui::PrinterStep>();
        QTRY_VERIFY_WITH_TIMEOUT(step.tested().contains(QLatin1String("lies in the folder")), 20000);
        const QDir papers(at().places().dataFolder + QStringLiteral("/papers"));
        const QStringList files = papers.entryList({QStringLiteral("*.pdf")});
        QCOMPARE(files.size(), 1);
        QVERIFY(contentOf(papers.filePath(files.front())).startsWith("%PDF"));
    }

    void theLanguageChangesWithoutLosingWhatWasTyped() {
        toUtility();
        at().type(QStringLiteral("Hall One"));
        at().press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(at().window().at(), int(Utility));
        QCOMPARE(at().window().step()->title(), QStringLiteral("公司"));
        QCOMPARE(qobject_cast<QLineEdit*>(QApplication::focusWidget())->text(), QStringLiteral("Hall One"));
        ui::useLanguage(QStringLiteral("en"));
    }
};

METERHALL_TEST_CASE(FirstRunWindowTest)

#include "first_run_test.moc"
