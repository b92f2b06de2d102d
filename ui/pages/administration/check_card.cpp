#include "ui/pages/administration/check_card.h"

#include "ui/pages/parts/watched_work.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_forms.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include <algorithm>

namespace meterhall::ui {

using services::VerifyResult;

namespace {

QString checkAreaText(const QString& area) {
    if (area == QLatin1String("audit entries"))
        return CheckCard::tr("audit entries");
    if (area == QLatin1String("rows"))
        return CheckCard::tr("rows");
    if (area == QLatin1String("ledger"))
        return CheckCard::tr("ledger");
    if (area == QLatin1String("bills"))
        return CheckCard::tr("bills");
    if (area == QLatin1String("commands"))
        return CheckCard::tr("device commands");
    return CheckCard::tr("structure of the database");
}

} // namespace

CheckCard::CheckCard(QAction* check, const UtilityZone& zone, QWidget* parent)
    : Card({}, parent)
    , m_zone(zone)
    , m_state(new Badge)
    , m_sentence(makeLabel(TextRole::Body))
    , m_progress(new QProgressBar) {
    auto* button = new KeyButton(check);
    button->setFocusPolicy(Qt::NoFocus);
    m_sentence->setWordWrap(true);
    m_progress->setTextVisible(false);
    auto* across = new QHBoxLayout;
    across->setSpacing(12);
    across->addWidget(m_state, 0, Qt::AlignVCenter);
    across->addWidget(m_sentence, 1);
    across->addWidget(button, 0, Qt::AlignVCenter);
    body()->setContentsMargins(14, 12, 14, 12);
    body()->addLayout(across);
    body()->addWidget(m_progress);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    show(nullptr);
}

QString CheckCard::sentence() const {
    return m_sentence->text();
}

void CheckCard::show(const WatchedWork* check) {
    m_progress->setVisible(check && check->isAtWork());
    if (!check) {
        m_state->show(State::Waiting, tr("Not checked"));
        m_sentence->setText(tr("Nothing was checked since the program was started. The check works everything out "
                               "again: audit chains, every guarded row, journals, balances, bills and ladders. It "
                               "changes nothing."));
    } else if (check->isAtWork()) {
        showAtWork(*check);
    } else {
        showEnded(*check);
    }
}

void CheckCard::showAtWork(const WatchedWork& check) {
    const bool paused = check.run().phase() == LongRun::Phase::Paused;
    m_state->show(paused ? State::Waiting : State::Running, paused ? tr("Paused") : tr("Checking"));
    const WorkStep& step = check.step();
    const QString area = checkAreaText(step.area);
    const QString far = step.total      ? tr("%1: %2 of %3").arg(area, countText(step.done), countText(*step.total))
                        : step.done > 0 ? tr("%1: %2").arg(area, countText(step.done))
                                        : area;
    m_sentence->setText(tr("Checking %1. Esc stops it; you may leave this page.").arg(far));
    const int percent = check.run().percent();
    m_progress->setRange(0, percent < 0 ? 0 : 100);
    m_progress->setValue(std::max(0, percent));
}

void CheckCard::showEnded(const WatchedWork& check) {
    const auto* result = check.answer<VerifyResult>();
    if (!result) {
        m_state->show(State::Warn, tr("Stopped"));
        m_sentence->setText(tr("The check was stopped before its end: it says nothing about the books."));
        return;
    }
    const QString checked =
        tr("Checked at %1: %2 bills came out again to the cent, %3 journals.")
            .arg(momentText(*check.endedAt(), m_zone), countText(result->bills), countText(result->journals));
    const bool holds = result->violations.empty();
    m_state->show(holds ? State::Ok : State::Danger, holds ? tr("Everything holds") : tr("Broken"));
    m_sentence->setText(holds ? tr("%1 Every journal balances, every row is as its audit entry says, and no link of "
                                   "the chains is missing.")
                                    .arg(checked)
                              : checked);
}

} // namespace meterhall::ui
