#include "ui/pages/billing/run_card.h"

#include "ui/pages/billing/run_words.h"
#include "ui/shell/long_run.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_forms.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

namespace meterhall::ui {

using services::RunHead;
using services::RunStage;

namespace {

constexpr int stepIcon = 22;

RunStage stageOf(const RunShown& shown) {
    return shown.run ? shown.run->head.stage : RunStage::None;
}

QString issuedSentence(const RunShown& shown) {
    const RunHead& head = shown.run->head;
    const int refused = head.ready - head.issued;
    if (refused > 0)
        return RunCard::tr("Not posted because their input changed: %n account(s), %1. F7 computes them again.",
                           nullptr, refused)
            .arg(shown.refused.join(RunCard::tr(", ")));
    const QString posted =
        RunCard::tr("This is the record: %n bill(s) posted, they cannot be changed.", nullptr, head.issued);
    return head.held > 0 ? RunCard::tr("%1 F7 computes what was held as a run of its own.").arg(posted) : posted;
}

QString postingSentence(const RunShown& shown) {
    const RunHead& head = shown.run->head;
    if (shown.posting && shown.posting->phase() == LongRun::Phase::Running)
        return RunCard::tr("%1 of %2 bills are posted. Esc pauses; you may leave this page.")
            .arg(countText(shown.posting->progress().done), countText(head.ready));
    if (shown.posting)
        return RunCard::tr("Paused at %1 of %2 bills. Ctrl Enter goes on.")
            .arg(countText(shown.posting->progress().done), countText(head.ready));
    return RunCard::tr("Interrupted at %1 of %2 bills: what is posted stays, nothing is posted twice. "
                       "Ctrl Enter goes on.")
        .arg(countText(head.issued), countText(head.ready));
}

QString draftedSentence(const RunShown& shown) {
    const RunHead& head = shown.run->head;
    if (head.ready == 0)
        return RunCard::tr("There is nothing to bill: %n account(s) are held, with the reason in the list.", nullptr,
                           head.held);
    return shown.mineToCheck ? RunCard::tr("Look at the lines with a mark. F8 says that you have checked them.")
                             : RunCard::tr("A second person checks it: not whoever computed.");
}

QString checkedSentence(const RunShown& shown) {
    const RunHead& head = shown.run->head;
    if (head.ready == 0)
        return RunCard::tr("There is nothing to bill; posting only ends the run.");
    return RunCard::tr("Posts %n bill(s), total %1; they cannot be changed afterwards.", nullptr, head.ready)
        .arg(amountText(head.readyTotal));
}

QString sentenceOf(const RunShown& shown) {
    if (!shown.book)
        return {};
    const QString changed =
        shown.changed.value_or(0) > 0
            ? RunCard::tr("%n account(s) changed since and would be refused: F7 computes them again.", nullptr,
                          *shown.changed) +
                  u' '
            : QString();
    switch (stageOf(shown)) {
    case RunStage::None:
        return RunCard::tr("Nothing is computed yet. F7 computes bills from the newest readings; nothing is owed by "
                           "that.");
    case RunStage::Drafted:
        return changed + draftedSentence(shown);
    case RunStage::Checked:
        return changed + checkedSentence(shown);
    case RunStage::Issuing:
        return postingSentence(shown);
    case RunStage::Issued:
        return issuedSentence(shown);
    }
    Q_UNREACHABLE();
}

} // namespace

RunCard::RunCard(QAction* draft, QAction* check, QAction* issue, const UtilityZone& zone, QWidget* parent)
    : Card({}, parent)
    , m_zone(zone)
    , m_trust(new Badge)
    , m_sentence(makeLabel(TextRole::Body))
    , m_draftButton(new KeyButton(draft))
    , m_checkButton(new KeyButton(check))
    , m_issueButton(new KeyButton(issue))
    , m_progress(new QProgressBar) {
    body()->setContentsMargins(14, 12, 14, 12);
    body()->addWidget(buildSteps());
    body()->addWidget(makeHairline());
    body()->addWidget(buildFigures());
    // Two lines are kept for the sentence, so that nothing below moves when it changes.
    m_sentence->setWordWrap(true);
    m_sentence->setFixedHeight(2 * m_sentence->fontMetrics().lineSpacing() + 2);
    auto* said = new QHBoxLayout;
    said->setSpacing(12);
    said->addWidget(m_trust, 0, Qt::AlignVCenter);
    said->addWidget(m_sentence, 1);
    body()->addLayout(said);
    m_progress->setTextVisible(false);
    m_progress->hide();
    body()->addWidget(m_progress);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QWidget* RunCard::buildSteps() {
    auto* steps = new QWidget;
    auto* row = new QHBoxLayout(steps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    m_draft = addStep(row, tr("Compute"));
    m_check = addStep(row, tr("Check"));
    m_issue = addStep(row, tr("Post"));
    return steps;
}

RunCard::Step RunCard::addStep(QHBoxLayout* row, const QString& title) {
    const Step step{new IconLabel("waiting", stepIcon, Token::Text3), makeLabel(TextRole::Hint, {}, "text2")};
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(makeLabel(TextRole::Emphasis, title));
    words->addWidget(step.detail);
    auto* both = new QHBoxLayout;
    both->setSpacing(8);
    both->addWidget(step.icon, 0, Qt::AlignTop);
    both->addLayout(words, 1);
    row->addLayout(both, 1);
    return step;
}

QWidget* RunCard::buildFigures() {
    auto* figures = new QWidget;
    auto* row = new QHBoxLayout(figures);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    m_ready = addFigure(row, tr("Bills"));
    m_total = addFigure(row, tr("Total (yuan)"));
    m_held = addFigure(row, tr("Held accounts"));
    m_issued = addFigure(row, tr("Of these posted"));
    row->addStretch();
    for (KeyButton* button : {m_draftButton, m_checkButton, m_issueButton}) {
        button->setFocusPolicy(Qt::NoFocus);
        button->setKind("primary");
        row->addWidget(button, 0, Qt::AlignVCenter);
    }
    return figures;
}

RunCard::Figure RunCard::addFigure(QHBoxLayout* row, const QString& title) {
    const Figure figure{makeLabel(TextRole::KeyFigure, QStringLiteral("—"))};
    auto* both = new QVBoxLayout;
    both->setSpacing(0);
    both->addWidget(makeLabel(TextRole::Label, title, "text2"));
    both->addWidget(figure.value);
    row->addLayout(both);
    return figure;
}

void RunCard::show(const RunShown& shown) {
    showSteps(shown);
    showFigures(shown);
    showTrust(shown);
    showProgress(shown);
    m_sentence->setText(sentenceOf(shown));
    const RunStage stage = stageOf(shown);
    const bool changed = shown.changed.value_or(0) > 0;
    const bool left = shown.run && (shown.run->head.held > 0 || shown.run->head.ready > shown.run->head.issued);
    m_draftButton->setVisible(shown.book && (stage == RunStage::None || (stage == RunStage::Issued && left) ||
                                             (changed && stage != RunStage::Issuing)));
    m_checkButton->setVisible(stage == RunStage::Drafted && !changed);
    m_issueButton->setVisible((stage == RunStage::Checked && !changed) || stage == RunStage::Issuing);
}

QString RunCard::sentence() const {
    return m_sentence->text();
}

void RunCard::showStep(const Step& step, StepState state, const QString& detail) {
    switch (state) {
    case StepState::Done:
        step.icon->show("ok", Token::Ok);
        break;
    case StepState::Now:
        step.icon->show("play", Token::Accent);
        break;
    case StepState::Later:
        step.icon->show("waiting", Token::Text3);
        break;
    }
    step.detail->setText(detail);
}

void RunCard::showSteps(const RunShown& shown) {
    const RunStage stage = stageOf(shown);
    const RunHead* head = shown.run ? &shown.run->head : nullptr;
    showStep(m_draft, stage == RunStage::None ? StepState::Now : StepState::Done,
             head ? byWhom(head->draftedBy, head->draftedAt, m_zone) : tr("from the newest readings"));
    showStep(m_check,
             stage > RunStage::Drafted    ? StepState::Done
             : stage == RunStage::Drafted ? StepState::Now
                                          : StepState::Later,
             head && head->checkedBy ? byWhom(*head->checkedBy, head->checkedAt, m_zone) : tr("by a second person"));
    showStep(m_issue,
             stage == RunStage::Issued   ? StepState::Done
             : stage > RunStage::Drafted ? StepState::Now
                                         : StepState::Later,
             head && head->issuedBy ? byWhom(*head->issuedBy, head->issuedAt, m_zone) : tr("cannot be taken back"));
}

void RunCard::showFigures(const RunShown& shown) {
    const QString none = QStringLiteral("—");
    const RunHead* head = shown.run ? &shown.run->head : nullptr;
    m_ready.value->setText(head ? countText(head->ready) : none);
    m_total.value->setText(head ? amountText(head->readyTotal) : none);
    m_held.value->setText(head ? countText(head->held) : none);
    setTone(m_held.value, head && head->held > 0 ? "warn" : nullptr);
    const std::int64_t posted = shown.posting
                                    ? std::max<std::int64_t>(shown.posting->progress().done, head ? head->issued : 0)
                                : head ? head->issued
                                       : 0;
    m_issued.value->setText(head ? countText(posted) : none);
}

void RunCard::showTrust(const RunShown& shown) {
    const RunStage stage = stageOf(shown);
    if (stage == RunStage::Drafted || stage == RunStage::Checked) {
        if (!shown.changed)
            m_trust->show(State::Waiting, tr("Comparing with the readings"));
        else if (*shown.changed == 0)
            m_trust->show(State::Ok, tr("Input unchanged"));
        else
            m_trust->show(State::Warn, tr("%n changed since", nullptr, *shown.changed));
    } else {
        const StageLook look = stageLook(stage);
        const bool stopped = stage == RunStage::Issuing && !shown.posting;
        m_trust->show(stopped ? State::Warn : look.state, stopped ? tr("Interrupted") : look.word);
    }
    m_trust->setVisible(shown.book != nullptr);
}

void RunCard::showProgress(const RunShown& shown) {
    const bool posting = stageOf(shown) == RunStage::Issuing;
    m_progress->setVisible(posting);
    if (!posting)
        return;
    const RunHead& head = shown.run->head;
    m_progress->setMaximum(std::max(1, head.ready));
    m_progress->setValue(
        int(shown.posting ? std::max<std::int64_t>(shown.posting->progress().done, head.issued) : head.issued));
}

} // namespace meterhall::ui
