#include "core/storage/postgres_tools.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>

#include <libpq-fe.h>

namespace meterhall::storage {

namespace {

PGconn* toolConnection(Database& database) {
    return static_cast<PGconn*>(database.driver().handle());
}

QStringList installedVersions() {
    QStringList versions = QDir(QStringLiteral("/usr/lib/postgresql")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::sort(versions.begin(), versions.end(),
              [](const QString& a, const QString& b) { return a.toInt() > b.toInt(); });
    return versions;
}

// A dump must not be made by an older program than the server; a newer one reads all older archives.
QString pathOf(const QString& program, int major) {
    QStringList versions = installedVersions();
    if (major > 0)
        versions.prepend(QString::number(major));
    for (const QString& version : versions) {
        QString path = QStringLiteral("/usr/lib/postgresql/%1/bin/%2").arg(version, program);
        if (QFile::exists(path))
            return path;
    }
    return QStandardPaths::findExecutable(program);
}

/// libpq's own variables: nothing of the connection shows in the program's arguments.
QProcessEnvironment environmentOf(PGconn* connection) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    PQconninfoOption* options = PQconninfo(connection);
    for (const PQconninfoOption* option = options; option && option->keyword; ++option) {
        if (option->envvar && option->val && *option->val)
            environment.insert(QString::fromLatin1(option->envvar), QString::fromUtf8(option->val));
    }
    PQconninfoFree(options);
    return environment;
}

Error toolFailed(const QString& program, const QProcess& process, const QByteArray& words) {
    const QString said = QString::fromUtf8(words.trimmed().left(500));
    return {StorageError::ToolFailed, {program, said.isEmpty() ? process.errorString() : said}};
}

Result<void> finish(QProcess& process, const QString& program) {
    constexpr int noLimit = -1;
    process.waitForFinished(noLimit);
    const bool done = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 &&
                      process.error() == QProcess::UnknownError;
    return done ? Result<void>() : Result<void>(toolFailed(program, process, process.readAllStandardError()));
}

} // namespace

Result<void> runPostgresTool(Database& database, const QString& program, const QStringList& arguments) {
    PGconn* connection = toolConnection(database);
    constexpr int versionsPerMajor = 10'000;
    QProcess process;
    process.setProcessEnvironment(environmentOf(connection));
    process.start(pathOf(program, PQserverVersion(connection) / versionsPerMajor), arguments, QIODevice::ReadOnly);
    return finish(process, program);
}

Result<void> readPostgresTool(const QString& program, const QStringList& arguments,
                              const std::function<void(const QByteArray&)>& line) {
    QProcess process;
    process.start(pathOf(program, 0), arguments, QIODevice::ReadOnly);
    constexpr int noLimit = -1;
    while (process.canReadLine() || process.waitForReadyRead(noLimit)) {
        while (process.canReadLine()) {
            QByteArray text = process.readLine();
            text.chop(1);
            line(text);
        }
    }
    return finish(process, program);
}

QString databaseName(Database& database) {
    return QString::fromUtf8(PQdb(toolConnection(database)));
}

} // namespace meterhall::storage
