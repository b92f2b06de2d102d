// The window at work: a million-row table scrolled, the counter opened for one customer after another, and whether the
// interface ever stands still, each with a million customers in the database while a billing run issues.
//
// --customers N (1,000,000); --engine sqlite|postgresql measures one of them.

#include "app/cli/seed/invented_town.h"
#include "core/services/customers.h"
#include "tests/bench/bench.h"
#include "tests/bench/bench_place.h"
#include "tests/bench/issuing_run.h"
#include "ui/pages/pages.h"
#include "ui/printing/print_queue.h"
#include "ui/shell/desk.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/ledger_table.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>

namespace meterhall::bench {

namespace {

METERHALL_ERRORS(UiBenchError, "ui-bench", BadOption, DidNotSignIn, NotFound)

constexpr int seatedCustomers = 1'000'000;
constexpr int rows = 1'000'000;
constexpr int frames = 600;
constexpr int visits = 200;
constexpr double frameMilliseconds = 16;
constexpr double pageMilliseconds = 150;
constexpr double stallMilliseconds = 50;

std::vector<ui::LedgerRow> pageOfRows(int page) {
    std::vector<ui::LedgerRow> made;
    for (int at = 0; at < ui::LedgerModel::pageRows; ++at) {
        const std::int64_t id = std::int64_t(page) * ui::LedgerModel::pageRows + at + 1;
        made.push_back(
            {.id = id,
             .cells = {{.text = QString::number(3'100'000'000 + id)},
                       {.text = QStringLiteral("王秀英"), .second = QStringLiteral("春熙里 7 幢 2 单元 1103 室")},
                       {.text = QString::number(id % 90)},
                       {.text = QStringLiteral("125.56")},
                       {.text = QStringLiteral("逾期"), .badge = ui::State::Warn}}});
    }
    return made;
}

/// Milliseconds of each frame: three rows on, and now and then a jump to anywhere.
std::vector<double> scrolledFrames() {
    ui::Theme().apply();
    ui::LedgerTable table({ui::Column{.title = QStringLiteral("户号"), .width = 130},
                           ui::Column{.title = QStringLiteral("户名"), .width = 200, .flexible = true},
                           ui::Column{.title = QStringLiteral("用量"), .width = 90, .number = true},
                           ui::Column{.title = QStringLiteral("金额"), .width = 110, .number = true},
                           ui::Column{.title = QStringLiteral("状态"), .width = 110}},
                          ui::RowHeight::TwoLine);
    table.model().setWindow(rows, [&](int page) { table.model().setPage(page, pageOfRows(page)); });
    table.resize(1280, 800);
    table.show();
    QApplication::processEvents();
    std::vector<double> times;
    QScrollBar* bar = table.view().verticalScrollBar();
    for (int frame = 0; frame < frames; ++frame) {
        const bool jump = frame % 20 == 19;
        times.push_back(1000 * secondsOf([&] {
                            bar->setValue(jump ? int(std::int64_t(frame) * 7'919 * 131 % rows) : bar->value() + 3);
                            table.view().viewport()->repaint();
                        }));
    }
    return times;
}

/// How long the interface thread was away from its loop, each time it was away.
class StallWatch {
public:
    StallWatch()
        : m_awake(QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake,
                                   [this] { m_busy.start(); }))
        , m_sleeps(
              QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, [this] {
                  if (m_busy.isValid())
                      m_times.push_back(double(m_busy.nsecsElapsed()) / 1e6);
                  m_busy.invalidate();
              })) {}
    ~StallWatch() {
        QObject::disconnect(m_awake);
        QObject::disconnect(m_sleeps);
    }
    int over(double milliseconds) const {
        return int(std::count_if(m_times.begin(), m_times.end(), [&](double time) { return time > milliseconds; }));
    }
    double longest() const { return m_times.empty() ? 0 : *std::max_element(m_times.begin(), m_times.end()); }

private:
    QElapsedTimer m_busy;
    std::vector<double> m_times;
    QMetaObject::Connection m_awake;
    QMetaObject::Connection m_sleeps;
};

void waitUntil(const std::function<bool()>& done) {
    QElapsedTimer waited;
    waited.start();
    while (!done() && waited.elapsed() < 60'000)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
}

/// Somebody at a window of the place.
class Workstation {
public:
    explicit Workstation(const BenchPlace& place)
        : m_printer(ui::printToFolder(place.folder() + QStringLiteral("/papers")))
        , m_desk(place.workplace(2)) {
        m_desk.setPrinter(&m_printer);
    }
    Result<void> open(const QString& number) {
        bool answered = false;
        m_desk.signIn(number, ("Sandbox-Town-" + number).toUtf8(),
                      [&](const Result<services::SignedIn>&) { answered = true; });
        waitUntil([&] { return answered; });
        if (!m_desk.isSignedIn())
            return UiBenchError::DidNotSignIn;
        m_window = std::make_unique<ui::MainWindow>(m_desk, ui::allPages(), QString());
        m_window->resize(1440, 900);
        m_window->show();
        waitUntil([&] { return m_desk.isQuiet(); });
        return {};
    }
    /// Milliseconds until the counter shows everything of the account.
    double visit(const QString& page, AccountId account) {
        QElapsedTimer time;
        time.start();
        m_window->go({.page = page, .account = account});
        waitUntil([&] { return m_desk.isQuiet(); });
        m_window->repaint();
        return double(time.nsecsElapsed()) / 1e6;
    }
    ui::Desk& desk() { return m_desk; }

private:
    ui::PrintQueue m_printer;
    ui::Desk m_desk;
    std::unique_ptr<ui::MainWindow> m_window;
};

/// The pages of somebody, and the milliseconds until each is complete when it was open before.
Result<Figures> pagesOf(const BenchPlace& place, const char* number, AccountId account, const QString& name) {
    Workstation workstation(place);
    MH_CHECK(workstation.open(QString::fromLatin1(number)));
    constexpr int times = 10;
    Figures figures;
    for (const ui::PageDeclaration& page : ui::allPages()) {
        if (!ui::mayOpen(workstation.desk(), page))
            continue;
        workstation.visit(page.id, account);
        std::vector<double> complete;
        for (int time = 0; time < times; ++time)
            complete.push_back(workstation.visit(page.id, account));
        figures.push_back({QStringLiteral("%1page %2 of %3 complete, the slowest of %4")
                               .arg(name, page.id, QString::fromLatin1(number))
                               .arg(times),
                           *std::max_element(complete.begin(), complete.end()), QStringLiteral("ms"), std::nullopt,
                           Goal::atMost(pageMilliseconds)});
    }
    return figures;
}

Result<std::vector<AccountId>> someAccounts(const BenchPlace& place, int customers) {
    MH_TRY(services::Session lead, place.signIn("l01", 7));
    std::vector<AccountId> accounts;
    for (int visit = 0; visit < visits; ++visit) {
        const QString number = QString::number(3'100'000'000 + std::int64_t(visit) * 7919 % customers);
        MH_TRY(const auto found, services::findAccounts(lead, number, 1));
        if (found.empty())
            return Error(UiBenchError::NotFound, {number});
        accounts.push_back(found.front().account.id);
    }
    return accounts;
}

Result<Figures> windowOn(bool sqlite, int customers) {
    MH_TRY(const auto place, BenchPlace::make(sqlite, {.customers = customers, .months = 1}));
    MH_TRY(const auto accounts, someAccounts(*place, customers));
    auto workstation = std::make_unique<Workstation>(*place);
    MH_CHECK(workstation->open(QStringLiteral("c01")));
    workstation->visit(QStringLiteral("counter"), accounts.front());

    IssuingRun run(*place);
    run.waitUntilIssuing();
    const int before = run.issued();
    std::vector<double> times;
    StallWatch stalls;
    for (const AccountId account : accounts)
        times.push_back(workstation->visit(QStringLiteral("counter"), account));
    const int issued = run.issued() - before;
    MH_CHECK(run.end());
    workstation.reset(); // the seat is the next one's

    const QString name = QStringLiteral("window, %1, %2 customers, ")
                             .arg(sqlite ? QStringLiteral("SQLite") : QStringLiteral("PostgreSQL"))
                             .arg(customers);
    const QString unit = QStringLiteral("ms");
    Figures figures{{name + QStringLiteral("counter complete while a run issues, p95"), percentile95(times), unit,
                     std::nullopt, Goal::atMost(pageMilliseconds)},
                    {name + QStringLiteral("stalls of the interface over 50 ms"),
                     double(stalls.over(stallMilliseconds)), QStringLiteral("stalls"), std::nullopt, Goal::atMost(0)},
                    {name + QStringLiteral("longest the interface was busy"), stalls.longest(), unit},
                    {name + QStringLiteral("bills issued meanwhile"), double(issued), QStringLiteral("bills"),
                     std::nullopt, Goal::atLeast(1)}};
    for (const char* number : {"c01", "l01", "s01", "k02", "a01"}) {
        MH_TRY(const Figures pages, pagesOf(*place, number, accounts.front(), name));
        figures.insert(figures.end(), pages.begin(), pages.end());
    }
    return figures;
}

} // namespace

Result<Figures> runUiBench(const QStringList& options) {
    const int customers = optionOf(options, QStringLiteral("--customers"), QString::number(seatedCustomers)).toInt();
    if (customers < 10'000)
        return Error(UiBenchError::BadOption, {QStringLiteral("--customers")});
    const std::vector<double> scrolled = scrolledFrames();
    Figures figures{{QStringLiteral("a table of 1,000,000 rows, a frame of scrolling, p95"), percentile95(scrolled),
                     QStringLiteral("ms"), std::nullopt, Goal::atMost(frameMilliseconds)},
                    {QStringLiteral("a table of 1,000,000 rows, the longest frame"),
                     *std::max_element(scrolled.begin(), scrolled.end()), QStringLiteral("ms")}};
    tell(figures);
    for (const bool sqlite : {true, false}) {
        if (!wants(options, sqlite))
            continue;
        MH_TRY(const Figures measured, windowOn(sqlite, customers));
        tell(measured);
        figures.insert(figures.end(), measured.begin(), measured.end());
    }
    return figures;
}

} // namespace meterhall::bench
