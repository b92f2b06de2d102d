#include "core/services/customers.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "ui/printing/print_queue.h"
#include "ui/shell/desk.h"
#include "ui/shell/preferences.h"

#include <QApplication>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace meterhall;
using ui::Desk;
using ui::LongRun;

class DeskTest : public tests::SmallTownTest {
    Q_OBJECT

    std::unique_ptr<Desk> signedIn(Person person, std::function<void()> before = {}) {
        town().signOut();
        auto desk = std::make_unique<Desk>(town().workplaceFor(person), ui::DeskOptions{2, std::move(before)});
        bool done = false;
        desk->signIn(town().numberOf(person), tests::SmallTown::password(),
                     [&](const Result<services::SignedIn>& who) { done = who.ok(); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(done, 20000); }();
        return desk;
    }
    static Result<Date> today(services::Session& session) { return session.businessDay(); }

private Q_SLOTS:
    void aWrongPasswordLeavesNobodySignedIn() {
        if (!town().onSqlite())
            QSKIP("the throw-away server of the tests believes everybody");
        town().signOut();
        Desk desk(town().workplaceFor(Person::Cashier));
        std::optional<Result<services::SignedIn>> answer;
        desk.signIn(town().numberOf(Person::Cashier), "wrong",
                    [&](Result<services::SignedIn> who) { answer = std::move(who); });
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20000);
        QVERIFY(!answer->ok());
        QVERIFY(!desk.isSignedIn());
    }

    void answersComeOnTheInterfaceThread() {
        const auto desk = signedIn(Person::Cashier);
        QThread* answered = nullptr;
        QThread* worked = nullptr;
        desk->read(
            this,
            [&](services::Session& session) {
                worked = QThread::currentThread();
                return today(session);
            },
            [&](const Result<Date>& day) {
                QVERIFY(day.ok());
                answered = QThread::currentThread();
            });
        QTRY_VERIFY(answered);
        QCOMPARE(answered, QThread::currentThread());
        QVERIFY(worked != answered);
    }

    void theAnswerOfAReadIsDroppedWithItsPage() {
        const auto desk = signedIn(Person::Cashier, [] { QThread::msleep(30); });
        bool told = false;
        auto page = std::make_unique<QObject>();
        desk->read(page.get(), today, [&](const Result<Date>&) { told = true; });
        page.reset();
        QTest::qWait(200);
        QVERIFY(!told);
    }

    void theAnswerOfAWriteWithoutItsPageStaysInTheOutbox() {
        const auto desk = signedIn(Person::Cashier, [] { QThread::msleep(30); });
        auto page = std::make_unique<QObject>();
        desk->write(
            QStringLiteral("Payment of 1.00"), page.get(),
            [](services::Session&) -> Result<Date> { return LedgerError::DayClosed; }, [](const Result<Date>&) {});
        QVERIFY(desk->isWriting());
        page.reset();
        QTRY_VERIFY(!desk->isWriting());
        QCOMPARE(desk->outbox().size(), 1U);
        QVERIFY(desk->outbox().front().error->is(LedgerError::DayClosed));
        desk->forget(desk->outbox().front().number);
        QVERIFY(desk->outbox().empty());
    }

    void keysAreThereBeforeTheyAreNeeded() {
        const auto desk = signedIn(Person::Cashier);
        QTRY_VERIFY(desk->hasKey());
        std::set<std::int64_t> keys;
        for (int i = 0; i < 100; ++i) {
            QTRY_VERIFY(desk->hasKey());
            keys.insert(desk->newKey());
        }
        QCOMPARE(keys.size(), 100U);
    }

    void aReaderCannotWrite() {
        const auto desk = signedIn(Person::Administrator);
        std::optional<Error> error;
        desk->read(
            this,
            [](services::Session& session) -> Result<void> {
                return services::addSeat(session, 99, QStringLiteral("x"));
            },
            [&](const Result<void>& answer) { error = answer.error(); });
        QTRY_VERIFY(error.has_value());
        QVERIFY(error->is(services::WorkplaceError::ReadOnlySession));
    }

    void urgentWorkGoesBeforeTheNextStepOfALongRun() {
        const auto desk = signedIn(Person::Administrator);
        QStringList order;
        LongRun* run =
            desk->start(QStringLiteral("Long"), [n = 0](services::Session&) mutable -> Result<LongRun::Progress> {
                QThread::msleep(20);
                ++n;
                return LongRun::Progress{.done = n, .total = 10, .finished = n == 10};
            });
        connect(run, &LongRun::changed, this, [&] { order += QString::number(run->progress().done); });
        desk->write(QStringLiteral("Payment"), this, today,
                    [&](const Result<Date>&) { order += QStringLiteral("paid"); });
        QTRY_COMPARE(run->phase(), LongRun::Phase::Finished);
        QVERIFY2(order.indexOf(QStringLiteral("paid")) <= 2, qPrintable(order.join(u' ')));
        QCOMPARE(run->percent(), 100);
    }

    void aLongRunIsPausedResumedAndCancelled() {
        const auto desk = signedIn(Person::Administrator);
        std::atomic_int steps = 0;
        LongRun* run = desk->start(QStringLiteral("Long"), [&](services::Session&) -> Result<LongRun::Progress> {
            QThread::msleep(5);
            return LongRun::Progress{.done = ++steps};
        });
        QTRY_VERIFY(steps > 3);
        run->pause();
        QTest::qWait(60);
        const int paused = steps;
        QTest::qWait(100);
        QCOMPARE(steps.load(), paused);
        run->resume();
        QTRY_VERIFY(steps > paused);
        run->cancel();
        QTest::qWait(60);
        const int cancelled = steps;
        QTest::qWait(100);
        QCOMPARE(steps.load(), cancelled);
        QCOMPARE(run->phase(), LongRun::Phase::Cancelled);
    }

    void aLongRunThatOnlyReadsLeavesOneReaderFree() {
        const auto desk = signedIn(Person::Administrator);
        std::atomic_bool go = false;
        LongRun* run = desk->start(
            QStringLiteral("Long"),
            [&](services::Session& session) -> Result<LongRun::Progress> {
                while (!go)
                    QThread::msleep(5);
                return LongRun::Progress{.done = session.readOnly() ? 1 : 0, .finished = true};
            },
            Desk::RunOn::Reader);
        const auto letGo = qScopeGuard([&] { go = true; });
        QTest::qWait(100); // it is at work
        int answered = 0;
        for (int i = 0; i < 4; ++i)
            desk->read(this, today, [&](const Result<Date>&) { ++answered; });
        QTRY_COMPARE(answered, 4);
        run->pause(); // a step at hand is not begun a second time
        run->resume();
        go = true;
        QTRY_COMPARE(run->phase(), LongRun::Phase::Finished);
        QCOMPARE(run->progress().done, std::int64_t(1));
    }

    void workThatWaitsAtSignOutIsToldSo() {
        const auto desk = signedIn(Person::Cashier, [] { QThread::msleep(50); });
        std::optional<Error> error;
        for (int i = 0; i < 5; ++i)
            desk->write(QStringLiteral("w"), this, today, [&](const Result<Date>& day) {
                if (!day.ok())
                    error = day.error();
            });
        desk->signOut();
        QTRY_VERIFY(error.has_value());
        QVERIFY(error->is(ui::DeskError::Cancelled));
    }

    void aPaperThatDidNotComeOutIsPrintedAgain() {
        std::atomic_bool broken = true;
        ui::PrintQueue queue([&](const QByteArray& pdf, const QString&) -> Result<void> {
            if (broken)
                return ui::PrinterError::DidNotAnswer;
            return pdf.isEmpty() ? Result<void>(ui::PrinterError::NotTaken) : Result<void>();
        });
        papers::ReceiptPaper paper;
        paper.head.paperNumber = QStringLiteral("1001");
        const std::int64_t job = queue.print(paper, 1);
        QTRY_COMPARE(queue.failed(), 1);
        broken = false;
        queue.retry(job);
        QTRY_COMPARE(queue.failed(), 0);
        QTRY_COMPARE(queue.waiting(), 0);
        QCOMPARE(queue.jobs().front().phase, ui::PrintQueue::Phase::Printed);
    }

    void theWordsOfTheWindowAreReallyTranslated() {
        QVERIFY(ui::useLanguage(QStringLiteral("zh_CN")));
        QCOMPARE(QCoreApplication::translate("Pages", "Counter"), QStringLiteral("收费台"));
        QVERIFY(ui::useLanguage(QStringLiteral("en")));
        QCOMPARE(QCoreApplication::translate("Pages", "Counter"), QStringLiteral("Counter"));
        QVERIFY(!ui::useLanguage(QStringLiteral("fr")));
    }
};

METERHALL_TEST_APPLICATION(QApplication)
METERHALL_TEST_CASE(DeskTest)

#include "desk_test.moc"
