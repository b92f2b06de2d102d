#include "ui/first_run/printer_step.h"

#include "ui/first_run/choice_row.h"
#include "ui/first_run/test_page.h"
#include "ui/printing/print_queue.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/combo.h"
#include "ui/widgets/key_cap.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPrinterInfo>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {
enum PrinterKind { SystemDefault, NamedQueue, Folder };
} // namespace

PrinterStep::PrinterStep(const FirstRunPlaces& places, QWidget* parent)
    : FirstRunStep(parent)
    , m_places(places)
    , m_kind(new ChoiceRow({tr("The system's printer"), tr("A named printer"), tr("A folder")}))
    , m_queue(new Combo)
    , m_badge(new Badge)
    , m_words(makeLabel(TextRole::Body)) {
    const QStringList queues = QPrinterInfo::availablePrinterNames();
    m_queue->addItems(queues);
    form().addField(tr("Papers go to"), m_kind);
    form().addField(tr("Printer"), m_queue,
                    queues.isEmpty() ? tr("No printer is set up on this computer.") : QString());
    m_folder = form().addText(tr("Folder"), tr("Papers become PDF files there: for computers without a printer."));
    m_folder->setText(places.dataFolder + QStringLiteral("/papers"));
    auto* result = new QWidget;
    auto* lines = new QVBoxLayout(result);
    lines->setContentsMargins(0, 4, 0, 0);
    auto* across = new QHBoxLayout;
    auto* print = new KeyButton(addKey(tr("Print a test page"), Qt::Key_F9, [this] { printTest(); }));
    print->setAutoDefault(true);
    across->addWidget(print);
    across->addWidget(m_badge);
    across->addStretch();
    lines->addLayout(across);
    m_words->setWordWrap(true);
    lines->addWidget(m_words);
    form().addWide(result);
    m_badge->hide();
    connect(m_kind, &ChoiceRow::changed, this, &PrinterStep::showFields);
    showFields();
}

PrinterStep::~PrinterStep() = default;

QString PrinterStep::explained() const {
    return tr("Receipts, bills and reports come out of it. It can be changed later in the workplace file.");
}

QString PrinterStep::printer() const {
    switch (m_kind->chosen()) {
    case NamedQueue:
        return QStringLiteral("cups:") + m_queue->currentText();
    case Folder: {
        const QString path = m_folder->text().trimmed();
        return QStringLiteral("folder:") +
               (path.startsWith(QLatin1String("~/")) ? QDir::homePath() + path.mid(1) : path);
    }
    default:
        return QStringLiteral("cups:");
    }
}

void PrinterStep::fill(const FirstRunAnswers& answers) {
    m_answers = answers;
    m_answers.wipePasswords();
    const QString named = answers.printer.section(u':', 1);
    if (answers.printer.startsWith(QLatin1String("folder:"))) {
        m_kind->choose(Folder);
        m_folder->setText(named);
    } else {
        m_kind->choose(named.isEmpty() ? SystemDefault : NamedQueue);
        m_queue->setCurrentText(named);
    }
    showFields();
}

void PrinterStep::take(FirstRunAnswers& answers) const {
    answers.printer = printer();
}

std::optional<StepProblem> PrinterStep::problem() const {
    if (m_kind->chosen() == NamedQueue && m_queue->currentText().isEmpty())
        return StepProblem{m_queue, tr("No printer is set up on this computer: choose another way.")};
    if (m_kind->chosen() == Folder && !QDir::isAbsolutePath(printer().section(u':', 1)))
        return StepProblem{m_folder, tr("Name the folder with its whole path.")};
    return {};
}

void PrinterStep::showFields() {
    form().setShown(m_queue, m_kind->chosen() == NamedQueue);
    form().setShown(m_folder, m_kind->chosen() == Folder);
}

void PrinterStep::printTest() {
    form().clearComplaint();
    if (const auto wrong = problem()) {
        wrong->field->setFocus();
        form().complain(wrong->field, wrong->words);
        return;
    }
    m_prints = std::make_unique<PrintQueue>(printTo(printer()));
    connect(m_prints.get(), &PrintQueue::changed, this, &PrinterStep::showTest);
    m_prints->print(testPage(m_answers, m_places.clock()), 1);
    showTest();
}

void PrinterStep::showTest() {
    if (m_prints->jobs().empty())
        return;
    const PrintQueue::Job& job = m_prints->jobs().back();
    m_badge->setVisible(true);
    switch (job.phase) {
    case PrintQueue::Phase::Printing:
        m_badge->show(State::Running, tr("printing …"));
        m_words->clear();
        break;
    case PrintQueue::Phase::Printed:
        m_badge->show(State::Ok, tr("handed over"));
        m_words->setText(m_kind->chosen() == Folder ? tr("The test page lies in the folder.")
                                                    : tr("The printer has taken the test page. Is it there?"));
        break;
    case PrintQueue::Phase::Failed:
        m_badge->show(State::Danger, tr("not printed"));
        m_words->setText(wordsOf(*job.error));
        break;
    }
}

QWidget* PrinterStep::firstField() {
    return m_kind;
}

QString PrinterStep::tested() const {
    return m_words->text();
}

} // namespace meterhall::ui
