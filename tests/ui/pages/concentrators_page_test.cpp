#include "core/services/reading_work.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/fake_station.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/concentrators/concentrators_page.h"
#include "ui/pages/concentrators/frame_words.h"
#include "ui/pages/concentrators/frames_panel.h"
#include "ui/pages/concentrators/station_card.h"
#include "ui/pages/concentrators/terminal_words.h"
#include "ui/shell/error_bar.h"
#include "ui/shell/key_strip.h"
#include "ui/shell/toast.h"
#include "ui/widgets/ledger_table.h"

#include <QLabel>
#include <QTest>

using namespace meterhall;
using tests::FakeStation;
using ui::ConcentratorsPage;

/// Thirty meters hang behind one terminal; the first ones of a run do not answer.
class ConcentratorsPageTest : public tests::PageTest {
    Q_OBJECT

    std::unique_ptr<FakeStation> m_station;

    FakeStation& station() {
        m_station = std::make_unique<FakeStation>();
        m_station->tellOpen({QStringLiteral("127.0.0.1"), 7376, 7377});
        at().setStation(m_station.get());
        return *m_station;
    }
    bool says(const QString& words) {
        const auto labels = at().window().page()->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    }
    bool hasKey(const QString& words) { return at().window().keys().words().contains(words); }
    /// The line of what is on its way; the last one.
    ui::LongRun* line() { return at().desk().runs().empty() ? nullptr : at().desk().runs().back().data(); }

    void run(std::size_t silent) {
        services::Session& supervisor = town().session(Person::Supervisor);
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
    void sitDown(Person person) {
        at().sitDown(person);
        at().window().go({.page = QStringLiteral("concentrators")});
        at().settle();
    }
    /// The table that has a row with this text in its first column or below it.
    ui::LedgerTable* tableWith(int column, const QString& text) {
        for (ui::LedgerTable* table : at().window().page()->findChildren<ui::LedgerTable*>()) {
            const ui::LedgerRow* row = table->model().row(0);
            if (row && row->cells.size() > std::size_t(column) && row->cells[std::size_t(column)].text == text)
                return table;
        }
        return nullptr;
    }

private Q_SLOTS:
    void theUnreadMetersStandWithTheirCause() {
        run(2);
        sitDown(Person::Supervisor);
        QVERIFY(at().page<ConcentratorsPage>().context().contains(u'2'));
        const ui::LedgerTable* unread = tableWith(1, ui::causeText(QStringLiteral("no answer")));
        QVERIFY(unread);
        QCOMPARE(unread->model().rowCount(), 2);
        QCOMPARE(unread->model().row(0)->cells[1].second, QStringLiteral("silent for 3 s"));
        QVERIFY(tableWith(0, QStringLiteral("0571-00001")));
    }

    void aRunThatReadAllSaysSoAndF5LooksAgain() {
        sitDown(Person::Engineer);
        QVERIFY(at().page<ConcentratorsPage>().context().isEmpty());
        QCOMPARE(tableWith(0, QStringLiteral("0571-00001"))->model().row(0)->cells[2].text, QStringLiteral("—"));
        run(0);
        at().press(Qt::Key_F5);
        at().settle();
        QCOMPARE(tableWith(0, QStringLiteral("0571-00001"))->model().row(0)->cells[2].text, QStringLiteral("30"));
        QVERIFY(!tableWith(1, ui::causeText(QStringLiteral("no answer"))));
    }

    void withoutAStationThePageSaysHowToGetOne() {
        sitDown(Person::Supervisor);
        QVERIFY(says(QStringLiteral("[station]")));
        QVERIFY(!at().window().page()->findChild<ui::FramesPanel*>());
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().press(Qt::Key_F6);
        at().settle();
        QVERIFY(at().desk().runs().empty());
    }

    void ctrlEnterReadsAllAndTheUnreadAreShownAnew() {
        FakeStation& fake = station();
        sitDown(Person::Engineer);
        QVERIFY(hasKey(QStringLiteral("Ctrl Enter Read all")));
        QVERIFY(says(QStringLiteral("7376")));
        at().press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(fake.begun.size(), std::size_t(1));
        QVERIFY(fake.begun.front().terminal.isEmpty() && fake.begun.front().meter.isEmpty());
        at().press(Qt::Key_Return, Qt::ControlModifier); // one run at a time
        QCOMPARE(fake.begun.size(), std::size_t(1));
        fake.tellProgress(30, 10, 1);
        QVERIFY(says(QStringLiteral("10 of 30 read")));
        QVERIFY(line());
        QCOMPARE(line()->percent(), 36);
        QVERIFY(!line()->canPause());
        // Another page: the run goes on, and its line stays.
        at().window().go({.page = QStringLiteral("readings")});
        run(2);
        fake.tellFinished(30, 28, 2);
        QCOMPARE(line()->phase(), ui::LongRun::Phase::Finished);
        at().window().go({.page = QStringLiteral("concentrators")});
        at().settle();
        QCOMPARE(tableWith(1, ui::causeText(QStringLiteral("no answer")))->model().rowCount(), 2);
    }

    void oneConcentratorAndOneMeterAreRead() {
        run(2);
        FakeStation& fake = station();
        sitDown(Person::Engineer);
        at().press(Qt::Key_F6);
        QCOMPARE(fake.begun.back().terminal, QStringLiteral("0571-00001"));
        fake.tellFinished(30, 28, 2);
        at().settle();
        at().press(Qt::Key_F7);
        QCOMPARE(fake.begun.size(), std::size_t(2));
        QVERIFY(!fake.begun.back().meter.isEmpty());
        QVERIFY(fake.begun.back().terminal.isEmpty());
    }

    void aRunIsEndedFromThePageAndFromEveryOtherPage() {
        FakeStation& fake = station();
        sitDown(Person::Supervisor);
        at().press(Qt::Key_Return, Qt::ControlModifier);
        fake.tellProgress(30, 1, 0);
        at().press(Qt::Key_F8);
        QCOMPARE(fake.ended, 1);
        QCOMPARE(line()->phase(), ui::LongRun::Phase::Cancelled);
        fake.tellFinished(30, 3, 27);
        at().settle();
        QVERIFY(hasKey(QStringLiteral("Ctrl Enter Read all")));
        at().press(Qt::Key_Return, Qt::ControlModifier);
        line()->cancel(); // as the panel of what is on its way does
        QCOMPARE(fake.ended, 2);
        QVERIFY(fake.run()->cancelled);
    }

    void whatWentWrongIsSaidAndTheNextRunMayBegin() {
        FakeStation& fake = station();
        sitDown(Person::Supervisor);
        at().press(Qt::Key_Return, Qt::ControlModifier);
        fake.tellFailed(Error(SecurityError::NotAllowed));
        at().settle();
        QVERIFY(at().window().page()->findChild<ui::ErrorBar*>()->isShown());
        QCOMPARE(line()->phase(), ui::LongRun::Phase::Failed);
        QVERIFY(hasKey(QStringLiteral("Ctrl Enter Read all")));
        fake.tellClosed(Error(SecurityError::NotAllowed));
        QVERIFY(says(QStringLiteral("security.NotAllowed")));
    }

    void whoeverMayNotStartARunSeesNoActionForIt() {
        FakeStation& fake = station();
        sitDown(Person::Reader);
        QVERIFY(qobject_cast<ConcentratorsPage*>(at().window().page()));
        for (const QString& words : at().window().keys().words())
            QVERIFY2(!words.contains(QStringLiteral("Read")), qPrintable(words));
        at().press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(fake.begun.empty());
    }

    void framesAreToldInWordsTheNewestFirst() {
        using Kind = ui::HeardFrame::Kind;
        FakeStation& fake = station();
        sitDown(Person::Engineer);
        fake.tellOnline({QStringLiteral("0571-00001")});
        QVERIFY(says(QStringLiteral("connected to the station of this seat")));
        const Instant now = at().desk().now();
        ui::HeardFrame logIn{.at = now, .terminal = QStringLiteral("0571-00001"), .fromTerminal = true};
        logIn.kind = Kind::LogIn;
        ui::HeardFrame answer = logIn;
        answer.kind = Kind::Answer;
        answer.meter = QStringLiteral("78110000000001");
        answer.values = {{QStringLiteral("current"), QStringLiteral("123.45"), QStringLiteral("m3")},
                         {QStringLiteral("status"), QStringLiteral("closed"), {}}};
        answer.hex = QStringLiteral("6810");
        fake.tellFrames({logIn, answer});
        const auto* panel = at().window().page()->findChild<ui::FramesPanel*>();
        auto* table = panel->findChild<ui::LedgerTable*>();
        QCOMPARE(table->model().rowCount(), 2);
        const QString words = QStringLiteral("Meter 78110000000001: reading 123.45 m³, valve closed");
        QCOMPARE(table->model().row(0)->cells[1].text, words);
        QCOMPARE(table->model().row(0)->cells[1].second, QStringLiteral("68 10"));
        QCOMPARE(table->model().row(1)->cells[1].text, QStringLiteral("0571-00001 logs in"));
        at().press(Qt::Key_M, Qt::ControlModifier); // somebody reads: it stands still
        fake.tellFrames({logIn});
        QCOMPARE(table->model().rowCount(), 2);
        for (int i = 0; i < 300; ++i)
            fake.tellFrames({logIn});
        QCOMPARE(fake.frames().size(), ui::ReadingStation::framesKept);
    }

    void everyKindOfFrameHasWords() {
        for (int kind = 0; kind <= int(ui::HeardFrame::Kind::Bytes); ++kind) {
            for (const bool fromTerminal : {false, true}) {
                const ui::HeardFrame frame{
                    .terminal = {}, .fromTerminal = fromTerminal, .kind = ui::HeardFrame::Kind(kind)};
                QVERIFY(!ui::frameText(frame).isEmpty());
            }
        }
    }

    void aCashierHasNoSuchPage() {
        at().sitDown(Person::Cashier);
        at().window().go({.page = QStringLiteral("concentrators")});
        at().settle();
        QVERIFY(!qobject_cast<ConcentratorsPage*>(at().window().page()));
    }
};

METERHALL_TEST_CASE(ConcentratorsPageTest)

#include "concentrators_page_test.moc"
