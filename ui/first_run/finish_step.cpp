#include "ui/first_run/finish_step.h"

#include "ui/errors/words.h"
#include "ui/first_run/tariff_text.h"
#include "ui/shell/error_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace meterhall::ui {

namespace {

constexpr int summaryLabelWidth = 130;

void clearGrid(QGridLayout* grid) {
    while (QLayoutItem* item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

State lookOfTask(TaskState state) {
    switch (state) {
    case TaskState::Running:
        return State::Running;
    case TaskState::Done:
    case TaskState::StoodAlready:
        return State::Ok;
    case TaskState::Failed:
        return State::Danger;
    case TaskState::Waiting:
        break;
    }
    return State::Waiting;
}

QString wordOfTask(TaskState state) {
    switch (state) {
    case TaskState::Running:
        return FinishStep::tr("under way");
    case TaskState::Done:
        return FinishStep::tr("done");
    case TaskState::StoodAlready:
        return FinishStep::tr("stood already");
    case TaskState::Failed:
        return FinishStep::tr("failed");
    case TaskState::Waiting:
        break;
    }
    return FinishStep::tr("waits");
}

QString personWords(const PersonAnswer& person) {
    QStringList duties;
    for (const Duty duty : person.duties)
        duties += errors::spoken(errors::Words::Duties, codeOf(duty));
    return FinishStep::tr("%1 %2 (%3)").arg(person.number, person.name, duties.join(QStringLiteral(", ")));
}

QString tariffWords(const TariffAnswer& tariff) {
    const auto templates = services::tariffTemplates();
    const auto known = std::find_if(templates.begin(), templates.end(),
                                    [&](const services::TariffTemplate& t) { return t.file == tariff.file; });
    return FinishStep::tr("%1 from %2, %3")
        .arg(known == templates.end() ? tariff.file : known->name, tariff.from.toString(), tariff.priceOrder);
}

QString printerWords(const QString& printer) {
    const QString named = printer.section(u':', 1);
    if (printer.startsWith(QLatin1String("folder:")))
        return FinishStep::tr("the folder %1").arg(named);
    return named.isEmpty() ? FinishStep::tr("the system's printer") : named;
}

} // namespace

FinishStep::FinishStep(QWidget* parent)
    : FirstRunStep(parent)
    , m_summary(new QGridLayout)
    , m_tasks(new QGridLayout)
    , m_error(new ErrorBar)
    , m_stands(makeLabel(TextRole::Label, {}, "text2"))
    , m_reminder(makeLabel(TextRole::Label)) {
    auto* all = new QWidget;
    auto* across = new QHBoxLayout(all);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(28);
    for (QGridLayout* part : {m_summary, m_tasks}) {
        auto* column = new QVBoxLayout;
        column->addLayout(part);
        column->addStretch();
        across->addLayout(column, part == m_summary ? 3 : 2);
        part->setVerticalSpacing(6);
        part->setHorizontalSpacing(12);
    }
    m_summary->setColumnMinimumWidth(0, summaryLabelWidth);
    m_summary->setColumnStretch(1, 1);
    m_tasks->setColumnStretch(0, 1);
    m_stands->setWordWrap(true);
    m_reminder->setWordWrap(true);
    m_stands->hide();
    form().addWide(m_error);
    form().addWide(m_stands);
    form().addWide(all);
    form().addWide(m_reminder);
    setFocusPolicy(Qt::StrongFocus);
}

QString FinishStep::explained() const {
    return tr("Nothing has been made so far. Ctrl Enter does it now; it takes a few seconds.");
}

void FinishStep::addLine(const QString& what, const QString& answer) {
    const int at = m_summary->rowCount();
    auto* label = makeLabel(TextRole::Label, what, "text2");
    auto* words = makeLabel(TextRole::Body, answer);
    words->setWordWrap(true);
    m_summary->addWidget(label, at, 0, Qt::AlignTop);
    m_summary->addWidget(words, at, 1);
}

void FinishStep::fill(const FirstRunAnswers& answers) {
    clearGrid(m_summary);
    const bool isNew = answers.purpose == Purpose::NewUtility;
    addLine(tr("This computer"), isNew ? tr("a new utility, seat 1") : tr("seat %1").arg(answers.seat));
    addLine(tr("Database"), answers.onPostgres ? answers.url() : answers.sqliteFile);
    addLine(tr("Key file"), answers.keyFile);
    addLine(tr("Hall"), answers.hall.hotline.isEmpty() ? answers.hall.name
                                                       : tr("%1, %2").arg(answers.hall.name, answers.hall.hotline));
    if (isNew)
        fillUtility(answers);
    addLine(tr("Printer"), printerWords(answers.printer));
    m_reminder->setText(isNew ? tr("Afterwards copy the key file to a stick and keep it apart from the backups: "
                                   "without it nobody can read "
                                   "telephones and identity numbers again, and every further seat needs a copy.")
                              : QString());
    m_titles = firstRunTasks(answers);
    fillTasks();
    setAccessibleName(m_titles.join(QStringLiteral(", ")));
}

void FinishStep::fillUtility(const FirstRunAnswers& answers) {
    addLine(tr("Time"), tr("%1, a day begins at %2:00")
                            .arg(answers.settings.zone)
                            .arg(answers.settings.dayStartHour, 2, 10, QChar(u'0')));
    QStringList names;
    for (const CodedName& company : answers.companies)
        names += company.name;
    if (!names.isEmpty())
        addLine(tr("Companies"), names.join(QStringLiteral(", ")));
    names.clear();
    for (const CodedName& book : answers.books)
        names += book.code;
    if (!names.isEmpty())
        addLine(tr("Books"), names.join(QStringLiteral(", ")));
    QStringList tariffs;
    for (const TariffAnswer& tariff : answers.tariffs)
        tariffs += tariffWords(tariff);
    addLine(tr("Tariffs"), tariffs.isEmpty() ? tr("later") : tariffs.join(u'\n'));
    QStringList people{personWords(answers.first)};
    if (!answers.tariffs.empty())
        people += personWords(answers.clerk);
    for (const PersonAnswer& person : answers.people)
        people += personWords(person);
    addLine(tr("People"), people.join(u'\n'));
}

void FinishStep::fillTasks() {
    clearGrid(m_tasks);
    m_badges.clear();
    m_states.assign(std::size_t(m_titles.size()), TaskState::Waiting);
    for (int i = 0; i < m_titles.size(); ++i) {
        auto* title = makeLabel(TextRole::Body, m_titles.at(i));
        title->setWordWrap(true);
        m_tasks->addWidget(title, i, 0);
        m_badges.push_back(new Badge(State::Waiting, wordOfTask(TaskState::Waiting)));
        m_tasks->addWidget(m_badges.back(), i, 1, Qt::AlignLeft | Qt::AlignVCenter);
    }
}

void FinishStep::begin() {
    m_error->clear();
    m_stands->hide();
    for (int i = 0; i < int(m_states.size()); ++i)
        showTask(i, TaskState::Waiting);
}

void FinishStep::showTask(int task, TaskState state) {
    if (std::size_t(task) >= m_states.size())
        return;
    m_states[std::size_t(task)] = state;
    m_badges[std::size_t(task)]->show(lookOfTask(state), wordOfTask(state));
}

void FinishStep::failed(const Error& error) {
    m_error->show(error);
    const auto done = std::count_if(m_states.begin(), m_states.end(), [](TaskState state) {
        return state == TaskState::Done || state == TaskState::StoodAlready;
    });
    m_stands->setText(done == 0
                          ? tr("Nothing has been made. Ctrl Enter tries again; Alt ← goes back to change something.")
                          : tr("What is ticked stands. Ctrl Enter goes on after it; Alt ← goes back to change "
                               "something."));
    m_stands->show();
}

void FinishStep::succeeded() {
    m_error->clear();
    m_stands->setText(tr("Everything stands. Ctrl Enter goes on to the sign-in."));
    m_stands->show();
}

QString FinishStep::failure() const {
    return m_error->isShown() ? m_error->accessibleName() : QString();
}

QWidget* FinishStep::firstField() {
    return this; // has the focus itself: there is nothing to type
}

} // namespace meterhall::ui
