#include "app/workplace/workplace_file.h"

#include <QDateTime>
#include <QDir>
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

Result<void> WorkplaceFile::save(const QString& file) const {
    QDir().mkpath(QFileInfo(file).absolutePath());
    QSettings settings(file, QSettings::IniFormat);
    settings.beginGroup(QStringLiteral("workplace"));
    settings.setValue(QStringLiteral("url"), workplace.url);
    settings.setValue(QStringLiteral("seat"), workplace.seat);
    settings.setValue(QStringLiteral("keyFile"), workplace.keyFile);
    settings.setValue(QStringLiteral("witnessFolder"), workplace.witnessFolder);
    settings.setValue(QStringLiteral("hall"), workplace.hall.name);
    settings.setValue(QStringLiteral("hotline"), workplace.hall.hotline);
    settings.setValue(QStringLiteral("printer"), printer);
    settings.setValue(QStringLiteral("training"), training);
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return Error(WorkplaceFileError::CannotWrite, {file});
    return {};
}

QString WorkplaceFile::usualPlace() {
    return QStandardPaths::writableLocation(QStandardPaths::ConfigLocation) +
           QStringLiteral("/meterhall/workplace.ini");
}

} // namespace meterhall::app
