#include "app/town/parts/truth.h"

#include <QJsonDocument>

namespace meterhall::town {

Result<std::unique_ptr<Truth>> Truth::open(const QString& fileName) {
    auto truth = std::unique_ptr<Truth>(new Truth);
    truth->m_file.setFileName(fileName);
    if (!fileName.isEmpty() && !truth->m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return complaint(
            TownError::CannotWrite,
            QStringLiteral("--truth: %1 cannot be written: %2").arg(fileName, truth->m_file.errorString()));
    return truth;
}

void Truth::write(Instant now, const QString& meter, const char* event, QJsonObject fields) {
    ++m_events;
    if (!m_file.isOpen())
        return;
    fields.insert(QStringLiteral("t"), now.toString());
    fields.insert(QStringLiteral("meter"), meter);
    fields.insert(QStringLiteral("event"), QLatin1String(event));
    const QByteArray line = QJsonDocument(fields).toJson(QJsonDocument::Compact) + '\n';
    m_good = m_good && m_file.write(line) == line.size();
}

void Truth::flush() {
    if (m_file.isOpen())
        m_good = m_file.flush() && m_good;
}

bool Truth::end(Instant now) {
    write(now, {}, "end", {{QStringLiteral("events"), m_events + 1}});
    flush();
    m_file.close();
    return m_good;
}

} // namespace meterhall::town
