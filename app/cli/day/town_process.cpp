#include "app/cli/day/town_process.h"

#include <QCoreApplication>
#include <QFile>

namespace meterhall::app {

namespace {
constexpr int startMilliseconds = 60'000;
constexpr int stopMilliseconds = 60'000;

QString loopback(std::uint16_t port) {
    return QStringLiteral("127.0.0.1:%1").arg(port);
}
} // namespace

Result<void> TownProcess::start(const TownSettings& settings) {
    m_folder = settings.folder;
    m_call =
        QStringList{QStringLiteral("--homes"),      QString::number(settings.homes), QStringLiteral("--seed"),
                    QString::number(settings.seed), QStringLiteral("--books"),       QString::number(settings.books)};
    if (!settings.faultsFile.isEmpty())
        m_call += {QStringLiteral("--faults"), settings.faultsFile};
    const QStringList words = m_call + QStringList{QStringLiteral("--roster"),      rosterFile(),
                                                   QStringLiteral("--truth"),       truthFile(),
                                                   QStringLiteral("--connect-gdw"), loopback(settings.gdwPort),
                                                   QStringLiteral("--connect-dtu"), loopback(settings.dtuPort)};
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/meterhall-town"), words);
    // Its one line says that the roster is written and the terminals dial.
    if (!m_process.waitForReadyRead(startMilliseconds))
        return Error(CallError::TownDidNotStart, {m_process.errorString()});
    return {};
}

Result<void> TownProcess::keepCall(const QString& file, Date previousReadings) const {
    const QString text = previousReadings.toString() + u'\n' + m_call.join(u'\n') + u'\n';
    QFile kept(file);
    if (!kept.open(QIODevice::WriteOnly) || kept.write(text.toUtf8()) < 0)
        return Error(CallError::CannotWrite, {file, kept.errorString()});
    return {};
}

Result<void> TownProcess::stop() {
    if (m_process.state() == QProcess::NotRunning)
        return Error(CallError::TownDidNotStart, {QStringLiteral("it ended early")});
    m_process.terminate();
    if (!m_process.waitForFinished(stopMilliseconds))
        return Error(CallError::TownDidNotStart, {QStringLiteral("it does not end")});
    return {};
}

TownProcess::~TownProcess() {
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(stopMilliseconds);
}

} // namespace meterhall::app
