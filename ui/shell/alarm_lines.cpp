#include "ui/shell/alarm_lines.h"

#include "ui/widgets/text_forms.h"

#include <QCoreApplication>

namespace meterhall::ui {

namespace {
struct AlarmWords {
    Q_DECLARE_TR_FUNCTIONS(AlarmWords)
};
} // namespace

AlarmLine lineOf(const services::Alarm& alarm, const UtilityZone& zone) {
    const QString since = alarm.since ? momentText(*alarm.since, zone) : QString();
    switch (alarm.kind) {
    case services::AlarmKind::SilentTerminals:
        return {AlarmWords::tr("%n terminal(s) silent for more than a day", nullptr, alarm.count),
                AlarmWords::tr("%1 was last heard %2.").arg(alarm.subject, since), QStringLiteral("concentrators")};
    case services::AlarmKind::UnclearCommands:
        return {AlarmWords::tr("%n command(s) without a known outcome", nullptr, alarm.count),
                AlarmWords::tr("Meter %1, asked for %2: look at the meter before anything else is sent to it.")
                    .arg(alarm.subject, since),
                {}};
    case services::AlarmKind::OldBackup:
        return {since.isEmpty() ? AlarmWords::tr("There is no backup") : AlarmWords::tr("The last backup is old"),
                since.isEmpty() ? AlarmWords::tr("Nothing is safe yet: make a backup.")
                                : AlarmWords::tr("%1, %2").arg(alarm.subject, since),
                QStringLiteral("administration")};
    }
    Q_UNREACHABLE();
}

} // namespace meterhall::ui
