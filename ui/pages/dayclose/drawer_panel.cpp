#include "ui/pages/dayclose/drawer_panel.h"

#include "ui/pages/dayclose/count_panel.h"
#include "ui/pages/dayclose/shift_figures.h"
#include "ui/pages/dayclose/start_panel.h"
#include "ui/shell/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_forms.h"

#include <QLabel>
#include <QVBoxLayout>

namespace meterhall::ui {

DrawerPanel::DrawerPanel(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_start(new StartPanel(Currency::cny()))
    , m_count(new CountPanel)
    , m_note(new Card(tr("Drawer of this seat")))
    , m_words(makeLabel(TextRole::Emphasis))
    , m_rest(makeLabel(TextRole::Body, {}, "text2"))
    , m_figures(new ShiftFigures) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_start);
    layout->addWidget(m_count);
    layout->addWidget(m_note);
    for (QLabel* text : {m_words, m_rest}) {
        text->setWordWrap(true);
        m_note->body()->addWidget(text);
    }
    m_note->body()->addWidget(m_figures);
    m_note->body()->addStretch();
    m_start->hide();
    m_count->hide();
    m_note->hide();
    connect(m_start, &StartPanel::wanted, this, &DrawerPanel::wanted);
    connect(m_count, &CountPanel::wanted, this, &DrawerPanel::wanted);
}

void DrawerPanel::offer(QAction* lead) {
    m_leadButton = new KeyButton(lead);
    m_leadButton->setFocusPolicy(Qt::NoFocus);
    m_leadButton->hide();
    m_note->body()->insertWidget(m_note->body()->count() - 1, m_leadButton); // above the stretch
}

DrawerPanel::Step DrawerPanel::stepFor(const DrawerStanding& standing) const {
    if (!standing.shift)
        return m_desk.may(Service::OpenShift) && !standing.dayClosed ? Step::Open : Step::Nothing;
    return standing.count && !standing.count->block ? Step::Count : Step::Nothing;
}

void DrawerPanel::show(const DrawerStanding& standing) {
    m_step = stepFor(standing);
    m_waitsForLead = standing.own && standing.own->stage == services::ShiftStage::Counted && standing.own->expected;
    if (m_leadButton)
        m_leadButton->setVisible(m_waitsForLead);
    m_start->setVisible(m_step == Step::Open);
    m_count->setVisible(m_step == Step::Count);
    m_note->setVisible(m_step == Step::Nothing);
    if (m_step == Step::Count)
        m_count->show(*standing.count);
    else if (m_step == Step::Nothing)
        showNote(standing);
}

void DrawerPanel::showNote(const DrawerStanding& standing) {
    m_figures->setVisible(false);
    if (!standing.shift) {
        m_words->setText(tr("No shift is open at this seat."));
        m_rest->setText(standing.dayClosed ? tr("Today's books are closed. A shift opens on the next business day.")
                                           : QString());
        return;
    }
    const QString since = momentText(standing.shift->since, m_desk.zone());
    if (!standing.shift->isMine) {
        m_words->setText(tr("The shift at this seat is that of %1.").arg(standing.shift->cashierName));
        m_rest->setText(standing.shift->countedAt
                            ? tr("Open since %1, counted, waiting for the shift lead.").arg(since)
                            : tr("Open since %1. Work at your own seat, or let this shift be counted and closed first.")
                                  .arg(since));
        return;
    }
    m_words->setText(standing.shift->countedAt ? tr("Counted. Waiting for the shift lead.")
                                               : tr("Your shift is open."));
    m_rest->setText(tr("Open since %1. The lead closes the shift; then you can open the next one.").arg(since));
    if (standing.own)
        m_figures->show(*standing.own);
}

void DrawerPanel::focusFirst() {
    if (m_step == Step::Open)
        m_start->focusFirst();
    else if (m_step == Step::Count)
        m_count->focusFirst();
}

void DrawerPanel::setBusy(bool busy) {
    m_start->setBusy(busy);
    m_count->setBusy(busy);
}

} // namespace meterhall::ui
