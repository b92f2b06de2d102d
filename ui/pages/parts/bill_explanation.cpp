#include "ui/pages/parts/bill_explanation.h"

#include "core/services/papers.h"
#include "ui/pages/parts/difference_words.h"
#include "ui/pages/parts/explanation_steps.h"
#include "ui/pages/parts/trace_tree.h"
#include "ui/pages/parts/why_card.h"
#include "ui/printing/print_queue.h"
#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/shell/paper_preview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/combo.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_forms.h"
#include "ui/widgets/waterfall.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace meterhall::ui {

namespace {

constexpr int comparable = 36; ///< bills back to choose from: three years of months

QString choiceText(const services::BillSummary& bill) {
    return BillExplanation::tr("%1: %2").arg(bill.month.toString(), amountText(bill.total));
}

} // namespace

BillExplanation::BillExplanation(Desk& desk, BillId bill, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_bill(bill)
    , m_error(new ErrorBar)
    , m_why(new WhyCard)
    , m_tree(new TraceTree)
    , m_proof(new Badge)
    , m_other(new Combo)
    , m_steps(new Waterfall)
    , m_sentences(makeLabel(TextRole::Body)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Explain and compare"));
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(14, 14, 14, 14);
    down->setSpacing(10);
    auto* across = new QHBoxLayout;
    across->setSpacing(10);
    across->addWidget(buildTree(), 6);
    across->addWidget(buildDifference(), 5);
    down->addWidget(m_error);
    down->addWidget(m_why);
    down->addLayout(across, 1);
    down->addWidget(buildButtons());
    connect(m_tree, &TraceTree::leafChosen, this, &BillExplanation::goTo);
    connect(m_other, &QComboBox::currentIndexChanged, this, &BillExplanation::compare);
    m_proof->setObjectName(QStringLiteral("proof"));
    m_why->clear(tr("One moment …"));
    resize(parent->window()->size() * 0.94);
    m_tree->setFocus();
    askTrace();
    askOthers();
}

QWidget* BillExplanation::buildTree() {
    auto* card = new Card(tr("Step by step"));
    card->setHint(tr("Enter goes to where a number comes from"));
    card->addToTitle(m_proof);
    card->addFlush(m_tree, 1);
    return card;
}

QWidget* BillExplanation::buildDifference() {
    auto* card = new Card(tr("Why more or less"));
    m_other->setAccessibleName(tr("Compare with"));
    m_other->setMinimumContentsLength(16);
    card->addToTitle(m_other);
    m_sentences->setWordWrap(true);
    m_sentences->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card->body()->addWidget(m_steps);
    card->body()->addWidget(m_sentences);
    card->body()->addStretch(1);
    return card;
}

QWidget* BillExplanation::buildButtons() {
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    auto* choose = new KeyButton(tr("Compare with another bill"), QStringLiteral("Ctrl D"));
    auto* print = new KeyButton(tr("Print"), QStringLiteral("Ctrl P"));
    auto* back = new KeyButton(tr("Close"), QStringLiteral("Esc"));
    for (KeyButton* button : {choose, print, back})
        button->setAutoDefault(false);
    print->setKind("quiet");
    print->setVisible(mayPrint());
    back->setKind("quiet");
    connect(choose, &QPushButton::clicked, this, &BillExplanation::chooseOther);
    connect(print, &QPushButton::clicked, this, &BillExplanation::askPaper);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(choose);
    row->addWidget(print);
    row->addStretch();
    row->addWidget(back);
    return foot;
}

void BillExplanation::chooseOther() {
    m_other->setFocus();
    m_other->showPopup();
}

void BillExplanation::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers() == Qt::ControlModifier;
    if (control && event->key() == Qt::Key_D)
        chooseOther();
    else if (control && event->key() == Qt::Key_P && mayPrint())
        askPaper();
    else
        QDialog::keyPressEvent(event);
}

void BillExplanation::askTrace() {
    m_desk.read(
        this, [bill = m_bill](services::Session& session) { return services::billArithmetic(session, bill); },
        [this](const Result<services::BillArithmetic>& shown) {
            if (!shown.ok())
                return m_error->show(shown.error());
            m_arithmetic = *shown;
            m_why->show(*shown);
            showTrace();
        });
    m_desk.read(
        this, [bill = m_bill](services::Session& session) { return services::traceBill(session, bill); },
        [this](const Result<services::TracedBill>& traced) {
            if (!traced.ok())
                return m_error->show(traced.error());
            m_traced = *traced;
            showTrace();
        });
}

bool BillExplanation::mayPrint() const {
    return m_desk.hasPrinter() && m_desk.may(Service::PrintPaper);
}

TraceWords BillExplanation::wordsOfTrace() const {
    const auto meterNumber = [this](const QString& id) {
        for (const auto& [meter, number] : m_traced->meterNumbers)
            if (meter.toString() == id)
                return number;
        return id;
    };
    const auto label = [this](const QString& code) {
        for (const services::ChargeTerm& term : m_arithmetic->terms)
            if (term.code == code)
                return term.label;
        return code;
    };
    return {meterNumber, label};
}

void BillExplanation::showTrace() {
    if (!m_arithmetic || !m_traced)
        return;
    m_tree->show(m_traced->trace, wordsOfTrace());
    const bool right = m_traced->proved && m_traced->reproduced;
    m_proof->show(right ? State::Ok : State::Danger, right ? tr("Worked out twice") : tr("Does not come out"));
}

void BillExplanation::askOthers() {
    m_desk.read(
        this,
        [bill = m_bill](services::Session& session) -> Result<services::BillsPage> {
            MH_TRY(const auto shown, services::billArithmetic(session, bill));
            return services::billsPage(session, shown.bill.account, {}, comparable);
        },
        [this](const Result<services::BillsPage>& bills) {
            if (!bills.ok())
                return m_error->show(bills.error());
            showOthers(*bills);
        });
}

void BillExplanation::showOthers(const services::BillsPage& bills) {
    const QSignalBlocker quiet(m_other);
    int before = -1;
    bool passed = false;
    for (const services::BillSummary& bill : bills.bills) {
        if (bill.bill == m_bill) {
            passed = true;
            continue;
        }
        if (passed && before < 0)
            before = m_other->count();
        m_other->addItem(choiceText(bill), QVariant::fromValue(qint64(bill.bill.raw())));
    }
    m_other->setEnabled(m_other->count() > 0);
    m_other->setCurrentIndex(std::max(before, 0));
    compare();
}

void BillExplanation::compare() {
    if (m_other->count() == 0) {
        m_sentences->setText(tr("It is the account's only bill: there is nothing to compare it with."));
        return;
    }
    const BillId other = BillId::fromRaw(m_other->currentData().toLongLong());
    m_desk.read(
        this,
        [bill = m_bill, other](services::Session& session) { return services::billDifference(session, other, bill); },
        [this, other](const Result<services::BillDifferenceView>& difference) {
            if (other.raw() != m_other->currentData().toLongLong())
                return;
            if (!difference.ok())
                return m_error->show(difference.error());
            showDifference(*difference);
        });
}

void BillExplanation::showDifference(const services::BillDifferenceView& difference) {
    std::vector<WaterfallStep> steps;
    QStringList sentences{sumSentence(difference)};
    for (const DifferencePart& part : difference.parts) {
        steps.push_back({causeName(part.cause), part.amount});
        if (!part.amount.isZero())
            sentences << causeSentence(part, difference);
    }
    const auto end = [](const services::BillDifferenceView::Side& side) {
        return WaterfallStep{side.bill.bill.month.toString(), side.bill.bill.total};
    };
    m_steps->show(end(difference.earlier), std::move(steps), end(difference.later));
    m_reasons = sentences;
    m_sentences->setText(sentences.join(u'\n'));
}

void BillExplanation::askPaper() {
    if (!m_arithmetic || !m_traced)
        return;
    m_desk.read(
        this, [bill = m_bill](services::Session& session) { return services::explanationToFill(session, bill); },
        [this](const Result<papers::ExplanationPaper>& paper) {
            if (!paper.ok())
                return m_error->show(paper.error());
            showPaper(*paper);
        });
}

void BillExplanation::showPaper(papers::ExplanationPaper paper) {
    paper.steps = explanationSteps(m_traced->trace, wordsOfTrace());
    paper.proved = m_traced->proved && m_traced->reproduced;
    paper.comparison = m_reasons;
    auto* preview = new PaperPreview(paper, m_desk.printer().sheetFor(paper), this);
    connect(preview, &PaperPreview::printWanted, this, [this, paper] { m_desk.printer().print(paper, 1); });
    preview->open();
}

void BillExplanation::goTo(LeafKind kind) {
    if (!m_traced)
        return;
    const bool ofTariff = kind == LeafKind::Price || kind == LeafKind::Bound || kind == LeafKind::Policy;
    if (ofTariff && m_desk.may(Service::ShowTariffs))
        Q_EMIT visitWanted({.page = QStringLiteral("tariffs"), .text = m_traced->tariffCode});
    else
        Q_EMIT visitWanted({.page = QStringLiteral("customer"), .account = m_traced->account});
    accept();
}

void explainBill(Page& page, std::int64_t bill) {
    if (bill == 0)
        return;
    auto* explanation = new BillExplanation(page.desk(), BillId::fromRaw(bill), &page);
    QObject::connect(explanation, &BillExplanation::visitWanted, &page, &Page::visitWanted);
    explanation->open();
}

} // namespace meterhall::ui
