#include "ui/pages/counter/cash_helper.h"

#include "ui/theme/theme.h"
#include "ui/widgets/text_forms.h"

#include <QPainter>

#include <algorithm>

namespace meterhall::ui {

namespace {
constexpr int gap = 5;

QString faceText(std::int64_t face, Currency currency) {
    QString text = Money::ofMinor(face, currency).toString();
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.')))
        text.chop(1);
    return text;
}
} // namespace

CashHelper::CashHelper(Currency currency, QWidget* parent)
    : QWidget(parent)
    , m_currency(currency)
    , m_mix{{}, Money::zero(currency)} {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CashHelper::show(const ChangeMix& mix) {
    m_mix = mix;
    setAccessibleName(mixText(mix));
    update();
}

void CashHelper::paintEvent(QPaintEvent*) {
    const auto faces = cashPieces(m_currency);
    if (faces.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int count = int(faces.size());
    const int each = (width() - (count - 1) * gap) / count;
    for (int at = 0; at < count; ++at) {
        const std::int64_t face = faces[std::size_t(at)];
        const auto used = std::find_if(m_mix.pieces.begin(), m_mix.pieces.end(),
                                       [face](const ChangeMix::Pieces& p) { return p.face == face; });
        const bool on = used != m_mix.pieces.end();
        const QRectF box(at * (each + gap) + 0.5, 0.5, each - 1, height() - 1);
        painter.setPen(QPen(tone(on ? Token::Accent : Token::Line), on ? 2 : 1));
        painter.setBrush(tone(on ? Token::AccentSoft : Token::Surface2));
        painter.drawRoundedRect(box, 6, 6);
        painter.setFont(fontOf(TextRole::Label));
        painter.setPen(tone(on ? Token::Text : Token::Text3));
        painter.drawText(box.adjusted(0, 6, 0, -box.height() / 2), Qt::AlignCenter, faceText(face, m_currency));
        if (!on)
            continue;
        painter.setFont(fontOf(TextRole::CardTitle));
        painter.setPen(tone(Token::Accent));
        painter.drawText(box.adjusted(0, box.height() / 2 - 4, 0, -4), Qt::AlignCenter,
                         QStringLiteral("×%1").arg(used->count));
    }
}

QString mixText(const ChangeMix& mix) {
    QStringList words;
    for (const ChangeMix::Pieces& pieces : mix.pieces)
        words << QStringLiteral("%1 × %2").arg(pieces.count).arg(faceText(pieces.face, mix.rest.currency()));
    return words.join(QStringLiteral(", "));
}

} // namespace meterhall::ui
