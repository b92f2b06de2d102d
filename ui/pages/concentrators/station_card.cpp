#include "ui/pages/concentrators/station_card.h"

#include "ui/errors/error_text.h"
#include "ui/shell/desk.h"
#include "ui/shell/station_line.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/text_forms.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

namespace meterhall::ui {

StationCard::StationCard(const Desk& desk, QWidget* parent)
    : Card(tr("Station of this seat"), parent)
    , m_desk(desk)
    , m_state(new Badge)
    , m_words(makeLabel(TextRole::Label))
    , m_progress(new QProgressBar) {
    addToTitle(m_state);
    m_words->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("How far the run is"));
    body()->addWidget(m_words);
    body()->addWidget(m_progress);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    refresh();
}

void StationCard::refresh() {
    const ReadingStation* station = m_desk.station();
    m_progress->setVisible(station && station->run());
    if (!station) {
        m_state->show(State::Off, tr("None"));
        m_words->setText(tr("No station works beside this window: runs are started by meterhall-collector or "
                            "meterhall-cli read. Write a group [station] with a seat of its own into the workplace "
                            "file of this computer, and they are started here."));
        return;
    }
    if (station->run())
        showRun();
    else
        showPlace();
}

void StationCard::showRun() {
    const ReadingStation::Run& run = *m_desk.station()->run();
    m_state->show(State::Running, run.cancelled ? tr("Ending") : tr("Reading"));
    const QString what = StationLine::titleOf(run.scope);
    m_words->setText(run.total == 0 ? tr("%1: it begins.").arg(what)
                                    : tr("%1: %2 of %3 read, %4 not read so far.")
                                          .arg(what, countText(run.read), countText(run.total), countText(run.failed)));
    m_progress->setMaximum(std::max(1, run.total));
    m_progress->setValue(run.read + run.failed);
}

void StationCard::showPlace() {
    const ReadingStation& station = *m_desk.station();
    switch (station.phase()) {
    case ReadingStation::Phase::Opening:
        m_state->show(State::Running, tr("Opening"));
        m_words->setText(tr("It signs in at its seat and opens its ports."));
        return;
    case ReadingStation::Phase::Open:
        m_state->show(State::Ok, tr("Open"));
        m_words->setText(
            tr("%1, port %2 for 376.1 and %3 for DTUs. %n connected.", nullptr, int(station.online().size()))
                .arg(station.place().address)
                .arg(station.place().gdwPort)
                .arg(station.place().dtuPort));
        return;
    case ReadingStation::Phase::Closed:
        break;
    }
    if (!station.trouble()) {
        m_state->show(State::Off, tr("Closed"));
        m_words->setText(tr("It is open while a reading supervisor or an engineer is signed in."));
        return;
    }
    const ErrorText text = presented(*station.trouble());
    m_state->show(State::Danger, tr("Closed"));
    m_words->setText((text.happened + u' ' + text.todo + u' ' + text.code).simplified());
}

} // namespace meterhall::ui
