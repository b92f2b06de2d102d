#include "app/workstation/workplace_file.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace meterhall::app {

Result<WorkplaceFile> WorkplaceFile::read(const QString& file) {
    if (!QFileInfo(file).isReadable())
        return Error(WorkplaceFileError::NotThere, {file});
    QSettings settings(file, QSettings::IniFormat);
    settings.beginGroup(QStringLiteral("workplace"));
    const auto text = [&](const char* key) { return settings.value(QString::fromLatin1(key)).toString(); };
    WorkplaceFile read;
    read.workplace = {.url = text("url"),
                      .seat = SeatNumber(settings.value(QStringLiteral("seat"), 1).toUInt()),
                      .keyFile = text("keyFile"),
                      .witnessFolder = text("witnessFolder"),
                      .hall = {text("hall"), text("hotline")},
                      .clock = [] { return Instant::fromMicroseconds(QDateTime::currentMSecsSinceEpoch() * 1000); }};
    read.printer = settings.value(QStringLiteral("printer"), QStringLiteral("cups:")).toString();
    read.training = settings.value(QStringLiteral("training"), false).toBool();
    if (read.workplace.url.isEmpty() || read.workplace.keyFile.isEmpty() || read.workplace.seat == 0)
        return Error(WorkplaceFileError::Incomplete, {file});
    return read;
}

QString WorkplaceFile::usualPlace() {
    return QStandardPaths::writableLocation(QStandardPaths::ConfigLocation) +
           QStringLiteral("/meterhall/workplace.ini");
}

} // namespace meterhall::app
