#include "devices/codecs/json_lines.h"

#include "devices/codecs/decode.h"

#include <QFile>
#include <QJsonDocument>

namespace meterhall::devices {

Result<std::vector<JsonLine>> readJsonLines(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(DecodeError::NoFile, {path});
    std::vector<JsonLine> lines;
    for (int number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (!document.isObject())
            return Error(DecodeError::BadLine, {path, QString::number(number)});
        lines.push_back({number, document.object()});
    }
    return lines;
}

} // namespace meterhall::devices
