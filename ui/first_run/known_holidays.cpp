#include "ui/first_run/known_holidays.h"

#include <QDir>
#include <QFile>

// The resources of a static library are not linked unless somebody asks for them, and not from inside a namespace.
static void loadCalendarResources() {
    Q_INIT_RESOURCE(first_run_files);
}

namespace meterhall::ui {

namespace {

constexpr const char* calendarPrefix = "cn-";

QDir calendarFolder() {
    loadCalendarResources();
    return QDir(QStringLiteral(":/first_run/calendars"));
}

QStringList calendarNames() {
    return calendarFolder().entryList({QString::fromLatin1(calendarPrefix) + QStringLiteral("*.csv")}, QDir::Files,
                                      QDir::Name);
}

bool isSpecialDay(const QByteArray& line) {
    return !line.isEmpty() && line.front() >= '0' && line.front() <= '9'; // neither a remark nor the header
}

Result<services::CalendarRow> rowOf(const QByteArray& line, int row) {
    const QStringList fields = QString::fromUtf8(line).split(u',');
    MH_TRY(SpecialDay special, SpecialDay::parse(fields.value(0), fields.value(1), fields.value(2)));
    return services::CalendarRow{row, line, std::move(special)};
}

} // namespace

Result<std::vector<services::CalendarRow>> knownHolidays() {
    std::vector<services::CalendarRow> rows;
    for (const QString& name : calendarNames()) {
        QFile file(calendarFolder().filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray& line : file.readAll().split('\n')) {
            const QByteArray content = line.trimmed();
            if (!isSpecialDay(content))
                continue;
            MH_TRY(services::CalendarRow row, rowOf(content, int(rows.size()) + 1));
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

QString knownHolidayYears() {
    QStringList years;
    for (const QString& name : calendarNames())
        years += name.section(u'.', 0, 0).mid(qsizetype(qstrlen(calendarPrefix)));
    return years.join(QStringLiteral(", "));
}

} // namespace meterhall::ui
