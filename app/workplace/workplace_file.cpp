#include "app/workplace/workplace_file.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace meterhall::app {

namespace {

Result<std::optional<StationPlace>> stationOf(QSettings& settings, const WorkplaceFile& workplace) {
    if (!settings.childGroups().contains(QStringLiteral("station")))
        return std::optional<StationPlace>();
    settings.beginGroup(QStringLiteral("station"));
    StationPlace place;
    bool fits = true;
    const auto number = [&](const char* key, int usual, int least, int most) {
        bool isNumber = false;
        const int value = settings.value(QString::fromLatin1(key), usual).toInt(&isNumber);
        fits = fits && isNumber && value >= least && value <= most;
        return value;
    };
    constexpr int lastPort = 65'535;
    constexpr int longest = 3'600'000;
    place.seat = SeatNumber(number("seat", 0, 1, idlayout::maxSeat));
    place.listen = settings.value(QStringLiteral("listen"), place.listen).toString();
    place.gdwPort = std::uint16_t(number("gdwPort", place.gdwPort, 0, lastPort));
    place.dtuPort = std::uint16_t(number("dtuPort", place.dtuPort, 0, lastPort));
    place.answerMilliseconds = number("answerMilliseconds", place.answerMilliseconds, 1, longest);
    place.terminalSeconds = number("terminalSeconds", place.terminalSeconds, 0, longest);
    settings.endGroup();
    if (!fits || place.seat == workplace.workplace.seat)
        return Error(WorkplaceFileError::BadStation, {settings.fileName()});
    return std::optional(place);
}

void save(const StationPlace& place, QSettings& settings) {
    settings.beginGroup(QStringLiteral("station"));
    settings.setValue(QStringLiteral("seat"), place.seat);
    settings.setValue(QStringLiteral("listen"), place.listen);
    settings.setValue(QStringLiteral("gdwPort"), place.gdwPort);
    settings.setValue(QStringLiteral("dtuPort"), place.dtuPort);
    settings.setValue(QStringLiteral("answerMilliseconds"), place.answerMilliseconds);
    settings.setValue(QStringLiteral("terminalSeconds"), place.terminalSeconds);
    settings.endGroup();
}

} // namespace

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
    settings.endGroup();
    MH_TRY(read.station, stationOf(settings, read));
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
    settings.endGroup();
    settings.remove(QStringLiteral("station"));
    if (station)
        app::save(*station, settings);
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
