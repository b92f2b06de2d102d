#include "core/registry/registry.h"

namespace meterhall {

Result<QString> parseAccountNumber(QStringView text) {
    const QStringView trimmed = text.trimmed();
    const bool digitsOnly = std::all_of(trimmed.begin(), trimmed.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (trimmed.size() < 6 || trimmed.size() > 16 || !digitsOnly)
        return Error(RegistryError::BadAccountNumber, {trimmed.left(20).toString()});
    return trimmed.toString();
}

} // namespace meterhall
