#include "ui/first_run/answers.h"

#include <QFileInfo>
#include <QUrl>

namespace meterhall::ui {

namespace {

QString encoded(const QString& part) {
    return QString::fromLatin1(QUrl::toPercentEncoding(part, "/"));
}

void wipe(QByteArray& secret) {
    secret.fill('\0');
    secret.clear();
}

} // namespace

QString FirstRunPlaces::folder() const {
    return QFileInfo(workplaceFile).absolutePath();
}

QString FirstRunPlaces::draftFile() const {
    return folder() + QStringLiteral("/first-run.ini");
}

QString FirstRunAnswers::url() const {
    if (!onPostgres)
        return QStringLiteral("sqlite:") + sqliteFile;
    if (host.startsWith(u'/'))
        return QStringLiteral("postgresql:///%1?host=%2&port=%3")
            .arg(encoded(database), encoded(host), QString::number(port));
    const QString named = host.contains(u':') ? u'[' + host + u']' : encoded(host);
    return QStringLiteral("postgresql://%1:%2/%3").arg(named, QString::number(port), encoded(database));
}

services::Workplace FirstRunAnswers::workplace(const FirstRunPlaces& places) const {
    return {.url = url(),
            .seat = seat,
            .keyFile = keyFile,
            .witnessFolder = places.dataFolder,
            .hall = hall,
            .clock = places.clock,
            .passwordCost = places.passwordCost};
}

void FirstRunAnswers::wipePasswords() {
    wipe(admin.password);
    wipe(opener.password);
    wipe(clerk.password);
    wipe(first.password);
    for (PersonAnswer& person : people)
        wipe(person.password);
}

FirstRunAnswers firstAnswers(const FirstRunPlaces& places) {
    FirstRunAnswers answers;
    answers.sqliteFile = places.dataFolder + QStringLiteral("/meterhall.db");
    answers.keyFile = places.dataFolder + QStringLiteral("/sealing.keys");
    answers.clerk.duties = {Duty::ReviewClerk};
    answers.first.duties = {Duty::Administrator};
    return answers;
}

} // namespace meterhall::ui
