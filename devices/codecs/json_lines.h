#pragma once

#include "core/base/result.h"

#include <QJsonObject>

#include <vector>

namespace meterhall::devices {

struct JsonLine {
    int number = 0; ///< of the line in its file, from 1
    QJsonObject object;
};

/// Objects of a JSON lines file in their order, blank lines left out. A line that is no object is
/// DecodeError::BadLine with file and line number, a file that cannot be read DecodeError::NoFile.
Result<std::vector<JsonLine>> readJsonLines(const QString& path);

} // namespace meterhall::devices
