#include "core/base/error.h"

namespace meterhall {

QString ErrorCode::toString() const {
    return QString::fromUtf8(m_area.data(), qsizetype(m_area.size())) + u'.' +
           QString::fromUtf8(m_name.data(), qsizetype(m_name.size()));
}

QString Error::toString() const {
    QString text = m_code.toString();
    if (!m_arguments.isEmpty())
        text += u'(' + m_arguments.join(QStringLiteral(", ")) + u')';
    for (const QString& place : m_context)
        text += QStringLiteral(" in ") + place;
    return text;
}

} // namespace meterhall
