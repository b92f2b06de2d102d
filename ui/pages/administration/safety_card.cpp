#include "ui/pages/administration/safety_card.h"

#include "core/services/alarms.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/text_forms.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace meterhall::ui {

using services::BackupAct;
using services::BackupRow;

namespace {

// A policy of the house: a drill each month.
constexpr int oldDrillDays = 31;

int wholeDays(Duration time) {
    return int(time.inMilliseconds() / Duration::hours(24).inMilliseconds());
}

int daysBetween(Instant from, Instant to) {
    return wholeDays(to - from);
}

QString ageText(int days) {
    return days <= 0   ? SafetyCard::tr("Less than a day ago")
           : days == 1 ? SafetyCard::tr("A day ago")
                       : SafetyCard::tr("%1 days ago").arg(days);
}

} // namespace

SafetyCard::SafetyCard(const UtilityZone& zone, QWidget* parent)
    : Card({}, parent)
    , m_zone(zone) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    m_backup = addLine(grid, tr("Last backup"));
    m_drill = addLine(grid, tr("Last drill that held"));
    body()->setContentsMargins(14, 12, 14, 12);
    body()->addLayout(grid);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

SafetyCard::Line SafetyCard::addLine(QGridLayout* grid, const QString& title) {
    const int row = grid->rowCount();
    const Line line{new Badge, makeLabel(TextRole::Body, {}, "text2")};
    grid->addWidget(makeLabel(TextRole::Emphasis, title), row, 0);
    grid->addWidget(line.age, row, 1);
    grid->addWidget(line.words, row, 2);
    return line;
}

void SafetyCard::showLine(const Line& line, const BackupRow* row, Instant now, int oldDays, const QString& none) {
    if (!row) {
        line.age->show(State::Warn, tr("Never"));
        line.words->setText(none);
        return;
    }
    const int days = daysBetween(row->at, now);
    line.age->show(days >= oldDays ? State::Warn : State::Ok, ageText(days));
    line.words->setText(tr("%1, %2, by %3").arg(row->file, momentText(row->at, m_zone), row->operatorNumber));
}

void SafetyCard::show(const std::vector<BackupRow>& rows, Instant now) {
    const auto newest = [&rows](BackupAct act) -> const BackupRow* {
        const auto found = std::ranges::find_if(
            rows, [act](const BackupRow& row) { return row.act == act && (act != BackupAct::Drilled || row.held); });
        return found == rows.end() ? nullptr : &*found;
    };
    showLine(m_backup, newest(BackupAct::Written), now, wholeDays(services::AlarmLimits().backupOld),
             tr("Nothing is safe yet: make a backup."));
    showLine(m_drill, newest(BackupAct::Drilled), now, oldDrillDays,
             tr("Nobody has tried to restore a backup: run the drill."));
}

} // namespace meterhall::ui
