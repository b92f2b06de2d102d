#include "ui/pages/administration/backup_section.h"

#include "core/security/password.h"
#include "ui/pages/administration/backup_form.h"
#include "ui/pages/administration/backup_report.h"
#include "ui/pages/administration/safety_card.h"
#include "ui/pages/administration/violation_words.h"
#include "ui/pages/parts/watched_work.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/text_forms.h"

#include <QElapsedTimer>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace meterhall::ui {

using services::BackupAct;
using services::BackupRow;
using services::Session;

namespace {

constexpr int backupSideWidth = 420;
const QString drillName = QStringLiteral("restore-drill");

/// What a drill found, and in which file.
struct DrillDone {
    QString file;
    Timed<services::DrillResult> drill;
};

std::vector<Column> backupColumns() {
    return {{.title = BackupSection::tr("When"), .width = 150},
            {.title = BackupSection::tr("What"), .width = 180},
            {.title = BackupSection::tr("File"), .width = 160, .flexible = true},
            {.title = BackupSection::tr("By"), .width = 90}};
}

Cell actCell(const BackupRow& row) {
    switch (row.act) {
    case BackupAct::Written:
        return {.text = BackupSection::tr("Backup"), .badge = State::Info};
    case BackupAct::Restored:
        return {.text = BackupSection::tr("Restored"), .badge = State::Warn};
    case BackupAct::Drilled:
        return row.held ? Cell{.text = BackupSection::tr("Drill: it holds"), .badge = State::Ok}
                        : Cell{.text = BackupSection::tr("Drill: not proved"), .badge = State::Danger};
    }
    Q_UNREACHABLE();
}

} // namespace

BackupSection::BackupSection(Page& page, QAction* act)
    : Section(page, tr("Backup"))
    , m_drillKey(addKey(
          tr("Restore drill"), Qt::Key_F10, [this] { startDrill(); }, "restore"))
    , m_chooseKey(addKey(
          tr("Choose a file"), Qt::CTRL | Qt::Key_O, [this] { chooseFile(); }, "search"))
    , m_broken(new ViolationBar)
    , m_safety(new SafetyCard(desk().zone()))
    , m_table(new LedgerTable(backupColumns())) {
    auto* across = new QHBoxLayout;
    across->setSpacing(10);
    across->addWidget(buildLeft(), 1);
    across->addWidget(buildRight(act));
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(10);
    down->addWidget(m_broken);
    down->addLayout(across, 1);
    connect(m_table, &LedgerTable::activated, this, [this](std::int64_t id) {
        m_form->setName(m_rows[std::size_t(id - 1)].file);
        m_form->focusFirst();
    });
    connect(m_form, &BackupForm::changed, this, &Section::changed);
    connect(this, &Section::changed, this, &BackupSection::showWork);
    if (WatchedWork* begun = drill())
        watch(begun);
    m_form->suggest(desk().now());
    showWork();
}

QWidget* BackupSection::buildLeft() {
    auto* list = new Card(tr("Backups, restores and drills"));
    list->setHint(tr("from the audit; Enter takes the name of the file"));
    list->addFlush(m_table, 1);
    m_table->setEmptyText(tr("No backup yet. Ctrl Enter makes one."));
    auto* left = new QWidget;
    auto* down = new QVBoxLayout(left);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(10);
    m_report = new BackupReport;
    down->addWidget(m_safety);
    down->addWidget(m_report);
    down->addWidget(list, 1);
    return left;
}

QWidget* BackupSection::buildRight(QAction* act) {
    m_form = new BackupForm(act, m_drillKey, m_chooseKey, desk().workplace(), desk().zone());
    auto* right = new QWidget;
    right->setFixedWidth(backupSideWidth);
    auto* down = new QVBoxLayout(right);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(10);
    down->addWidget(m_form);
    down->addStretch();
    return right;
}

WatchedWork* BackupSection::drill() const {
    return WatchedWork::latest(desk(), drillName);
}

bool BackupSection::isDrilling() const {
    const WatchedWork* begun = drill();
    return begun && begun->isAtWork();
}

void BackupSection::enter() {
    m_form->look();
    readShown([](Session& session) { return services::backupRows(session); },
              [this](const std::vector<BackupRow>& rows) { show(rows); });
}

void BackupSection::show(const std::vector<BackupRow>& rows) {
    m_rows = rows;
    std::vector<LedgerRow> lines;
    lines.reserve(m_rows.size());
    for (const BackupRow& row : m_rows)
        lines.push_back({.id = std::int64_t(lines.size()) + 1,
                         .cells = {{.text = momentText(row.at, desk().zone())},
                                   actCell(row),
                                   {.text = row.file},
                                   {.text = row.operatorNumber}}});
    const QSignalBlocker quiet(m_table);
    m_table->model().setRows(std::move(lines));
    m_table->selectRow(0);
    m_safety->show(m_rows, desk().now());
}

void BackupSection::focusFirst() {
    m_form->focusFirst();
}

void BackupSection::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Backup file"), QFileInfo(m_form->file()).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->selectFile(QFileInfo(m_form->file()).fileName());
    connect(dialog, &QFileDialog::fileSelected, m_form, &BackupForm::setFile);
    dialog->open();
}

QString BackupSection::actText() const {
    return !isBusy() && !isDrilling() && m_form->isNew() ? tr("Back up now") : QString();
}

void BackupSection::act() {
    services::BackupRequest request{.file = m_form->file(), .admin = m_form->takeAdmin()};
    const QString file = request.file;
    write(
        tr("Backup into %1").arg(QFileInfo(file).fileName()),
        [request = std::move(request)](Session& session) mutable -> Result<Timed<services::BackupResult>> {
            QElapsedTimer clock;
            clock.start();
            auto made = services::backUp(session, request);
            if (request.admin)
                wipe(request.admin->password);
            if (!made.ok())
                return made.error();
            return Timed<services::BackupResult>{std::move(*made), clock.elapsed()};
        },
        [this, file](const Result<Timed<services::BackupResult>>& made) {
            m_report->show(file, *made);
            m_broken->show(tr("The books in the backup do not hold. Found: %1.").arg(made->result.violations.size()),
                           made->result.violations);
            Q_EMIT done(tr("The backup is written."));
            enter();
        });
}

void BackupSection::startDrill() {
    if (WatchedWork* begun = drill(); begun && begun->isAtWork()) {
        begun->run().resume();
        return;
    }
    Q_EMIT solved();
    m_report->hide();
    m_broken->hide();
    // The run outlives this page, its password does not outlive the drill.
    auto request = std::make_shared<services::DrillRequest>(
        services::DrillRequest{.file = m_form->file(), .admin = m_form->takeAdmin()});
    watch(WatchedWork::begin<DrillDone>(desk(), drillName, tr("Restore drill"), Desk::RunOn::Writer,
                                        [request](Session& session, const WorkProgress& progress) -> Result<DrillDone> {
                                            QElapsedTimer clock;
                                            clock.start();
                                            auto drilled = services::drillBackup(session, *request, progress);
                                            if (request->admin)
                                                wipe(request->admin->password);
                                            if (!drilled.ok())
                                                return drilled.error();
                                            return DrillDone{request->file, {std::move(*drilled), clock.elapsed()}};
                                        }));
    Q_EMIT changed();
}

void BackupSection::watch(WatchedWork* drill) {
    connect(drill, &WatchedWork::changed, this, [this, drill] {
        Q_EMIT changed();
        if (drill->isAtWork())
            return;
        if (const auto& error = drill->run().error())
            Q_EMIT failed(*error);
        enter();
    });
}

void BackupSection::showWork() {
    const WatchedWork* begun = drill();
    const bool drilling = begun && begun->isAtWork();
    const bool paused = drilling && begun->run().phase() == LongRun::Phase::Paused;
    m_drillKey->setEnabled((!drilling && !isBusy() && m_form->isThere()) || paused);
    m_chooseKey->setEnabled(!drilling && !isBusy());
    if (drilling)
        m_form->showWork(paused ? tr("The drill waits. F10 goes on, Esc stops it.")
                                : tr("Restoring it into a place of its own and verifying it. Esc stops it."),
                         begun->run().percent());
    else
        m_form->showWork(isBusy() ? tr("Writing the backup and opening it again. Work goes on meanwhile.") : QString(),
                         -1);
    const auto* found = begun ? begun->answer<DrillDone>() : nullptr;
    if (!found || drilling || m_report->isVisibleTo(this))
        return;
    m_report->show(found->file, found->drill);
    m_broken->show(
        tr("The books in the backup do not hold. Found: %1.").arg(found->drill.result.verified.violations.size()),
        found->drill.result.verified.violations);
}

bool BackupSection::stepBack() {
    const WatchedWork* begun = drill();
    if (!begun || !begun->isAtWork())
        return false;
    begun->run().cancel();
    return true;
}

} // namespace meterhall::ui
