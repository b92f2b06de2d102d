#include "core/papers/paper_parts.h"

#include <QDateTime>

namespace meterhall::papers {

QString PaperTime::toString() const {
    const qint64 local = at.microseconds() / 1'000 + qint64(utcOffsetMinutes) * 60'000;
    return QDateTime::fromMSecsSinceEpoch(local, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

Decimal printedFigure(std::int64_t micro, int keep) {
    Decimal figure{micro, 6};
    for (; figure.scale > keep && figure.digits % 10 == 0; --figure.scale)
        figure.digits /= 10;
    return figure;
}

} // namespace meterhall::papers
