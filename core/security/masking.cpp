#include "core/security/masking.h"

#include <algorithm>

namespace meterhall {

namespace {

/// Keeps so many characters at either end. By code points: rare characters take two units of UTF-16.
QString masked(QStringView text, qsizetype first, qsizetype last) {
    auto characters = text.trimmed().toString().toUcs4();
    const qsizetype end = std::max<qsizetype>(characters.size() - last, first);
    for (qsizetype i = first; i < std::min(end, characters.size()); ++i)
        characters[i] = U'*';
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(characters.constData()), characters.size());
}

} // namespace

QString maskedName(QStringView name) {
    const qsizetype length = name.trimmed().toString().toUcs4().size();
    return masked(name, length > 1 ? 1 : 0, length > 2 ? 1 : 0);
}

QString maskedPhone(QStringView phone) {
    const qsizetype length = phone.trimmed().size();
    return masked(phone, length >= 10 ? 3 : 0, length >= 7 ? 4 : 0);
}

QString maskedIdentity(QStringView number) {
    const qsizetype length = number.trimmed().size();
    return masked(number, length > 10 ? 3 : 0, length >= 5 ? 2 : 0);
}

} // namespace meterhall
