#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <csignal>
#include <vector>

namespace meterhall::tests {

inline std::vector<QJsonObject> jsonLinesOf(const QByteArray& text) {
    std::vector<QJsonObject> lines;
    for (const QByteArray& line : text.split('\n')) {
        if (!line.isEmpty())
            lines.push_back(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

/// One `meterhall-town` in a folder of its own; ended by its process id, never by name.
class TownProcess {
public:
    ~TownProcess() {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished();
    }

    static QString program() { return qEnvironmentVariable("METERHALL_BIN") + QStringLiteral("/meterhall-town"); }
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    /// Starts with roster and truth, and with `faults` in a file; waits for the first line.
    bool start(QStringList arguments, const QByteArray& faults = QByteArrayLiteral("{}")) {
        QFile file(path("faults.json"));
        if (!file.open(QIODevice::WriteOnly) || file.write(faults) != faults.size())
            return false;
        file.close();
        arguments << QStringLiteral("--truth") << path("truth.jsonl") << QStringLiteral("--roster")
                  << path("roster.jsonl") << QStringLiteral("--faults") << path("faults.json");
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program(), arguments);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000))
            continue;
        m_announced = QJsonDocument::fromJson(m_process.readLine()).object();
        return !m_announced.isEmpty();
    }
    const QJsonObject& announced() const { return m_announced; }

    std::vector<QJsonObject> accounts() const {
        std::vector<QJsonObject> accounts;
        for (const QJsonObject& line : jsonLinesOf(contentOf("roster.jsonl"))) {
            if (line[QStringLiteral("kind")].toString() == QStringLiteral("account"))
                accounts.push_back(line);
        }
        return accounts;
    }

    /// One call on the control socket.
    QJsonObject control(const QJsonObject& call) const {
        const QStringList address = m_announced[QStringLiteral("control")].toString().split(u':');
        QTcpSocket socket;
        socket.connectToHost(address.value(0), quint16(address.value(1).toUInt()));
        if (!socket.waitForConnected(5'000))
            return {};
        socket.write(QJsonDocument(call).toJson(QJsonDocument::Compact) + '\n');
        while (!socket.canReadLine() && socket.waitForReadyRead(10'000))
            continue;
        return QJsonDocument::fromJson(socket.readLine()).object();
    }

    /// SIGTERM to this process id; the exit code, -1 when it did not end by itself.
    int terminate() {
        ::kill(pid_t(m_process.processId()), SIGTERM);
        const bool ended = m_process.waitForFinished(20'000) && m_process.exitStatus() == QProcess::NormalExit;
        return ended ? m_process.exitCode() : -1;
    }

    std::vector<QJsonObject> truth() const { return jsonLinesOf(contentOf("truth.jsonl")); }
    std::vector<QJsonObject> truthOf(const char* event) const {
        std::vector<QJsonObject> events = truth();
        std::erase_if(events, [&](const QJsonObject& line) {
            return line[QStringLiteral("event")].toString() != QLatin1String(event);
        });
        return events;
    }

private:
    QByteArray contentOf(const char* name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    QJsonObject m_announced;
};

} // namespace meterhall::tests
