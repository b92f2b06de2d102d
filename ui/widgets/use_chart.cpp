#include "ui/widgets/use_chart.h"

#include "core/base/decimal.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text_forms.h"
#include "ui/widgets/tier_look.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace meterhall::ui {

namespace {

constexpr int axisSteps = 4;
constexpr int markLine = 18;    // words of the marks
constexpr int axisHeight = 20;  // names of the months
constexpr int readingLine = 20; // the chosen month in words

std::int64_t useOf(const UseColumn& column) {
    std::int64_t sum = 0;
    for (const UsePart& part : column.parts)
        sum += std::max<std::int64_t>(0, part.micro);
    return sum;
}

QString axisNumber(std::int64_t micro) {
    return numberText(Decimal{micro, 6});
}

} // namespace

UseChart::UseChart(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

std::int64_t UseChart::topOf(std::int64_t micro) {
    std::int64_t unit = 1;
    while (unit <= micro / 40)
        unit *= 10;
    for (const std::int64_t factor : {4, 6, 8, 10, 12, 16, 20, 24, 32, 40}) {
        if (unit * factor >= micro)
            return unit * factor;
    }
    return micro;
}

void UseChart::show(std::vector<UseColumn> columns, const QString& gapWords) {
    m_columns = std::move(columns);
    m_gapWords = gapWords;
    std::int64_t most = 4'000'000; // a place that uses nothing still has an axis
    m_chosen.reset();
    for (std::size_t at = 0; at < m_columns.size(); ++at) {
        most = std::max(most, useOf(m_columns[at]));
        if (m_columns[at].known)
            m_chosen = at;
    }
    m_top = topOf(most);
    setAccessibleDescription(reading());
    update();
}

QString UseChart::reading() const {
    return m_chosen ? m_columns[*m_chosen].words : QString();
}

void UseChart::choose(int column) {
    if (m_columns.empty())
        return;
    m_chosen = std::size_t(std::clamp(column, 0, int(m_columns.size()) - 1));
    setAccessibleDescription(reading());
    update();
}

QRect UseChart::plot() const {
    const QFontMetrics metrics(fontOf(TextRole::Hint));
    const int left = metrics.horizontalAdvance(axisNumber(m_top)) + 8;
    return {left, markLine, width() - left - 2, height() - markLine - axisHeight - readingLine};
}

QRect UseChart::slot(std::size_t column) const {
    const QRect area = plot();
    const int count = std::max(1, int(m_columns.size()));
    const int from = area.left() + area.width() * int(column) / count;
    const int to = area.left() + area.width() * (int(column) + 1) / count;
    return {from, area.top(), to - from, area.height()};
}

int UseChart::heightOf(std::int64_t micro) const {
    return int(Int128(plot().height()) * micro / m_top);
}

std::optional<std::size_t> UseChart::columnAt(const QPoint& point) const {
    for (std::size_t at = 0; at < m_columns.size(); ++at) {
        if (slot(at).adjusted(0, -markLine, 0, axisHeight).contains(point))
            return at;
    }
    return std::nullopt;
}

void UseChart::paintEvent(QPaintEvent*) {
    if (m_columns.empty())
        return;
    QPainter painter(this);
    painter.setFont(fontOf(TextRole::Hint));
    paintAxis(painter);
    if (m_chosen) {
        const QRect ground = slot(*m_chosen);
        painter.fillRect(ground, tone(hasFocus() ? Token::Selection : Token::Surface2));
        if (hasFocus()) {
            painter.setPen(QPen(tone(Token::Accent), 2));
            painter.drawLine(ground.bottomLeft() + QPoint(1, 2), ground.bottomRight() + QPoint(-1, 2));
        }
    }
    paintBars(painter);
    paintGaps(painter);
    paintMarks(painter);
    painter.setFont(fontOf(TextRole::Label));
    painter.setPen(tone(Token::Text));
    painter.drawText(QRect(0, height() - readingLine, width(), readingLine), Qt::AlignVCenter, reading());
}

void UseChart::paintAxis(QPainter& painter) const {
    const QRect area = plot();
    for (int step = 0; step <= axisSteps; ++step) {
        const std::int64_t value = m_top / axisSteps * step;
        const int y = area.bottom() + 1 - heightOf(value);
        painter.setPen(tone(step == 0 ? Token::LineStrong : Token::Line));
        painter.drawLine(area.left(), y, area.right(), y);
        painter.setPen(tone(Token::Text2));
        if (step % 2 == 0 || area.height() > 90)
            painter.drawText(QRect(0, y - 8, area.left() - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                             axisNumber(value));
    }
    // Names that would touch are left out, counted from the newest, which is moved in from the edge.
    const int names = int(m_columns.size());
    const int wide = painter.fontMetrics().horizontalAdvance(QStringLiteral("00-00")) + 8;
    const int step = std::max(1, (wide * 3 / 2 * names + area.width() - 1) / std::max(1, area.width()));
    for (int at = names - 1; at >= 0; at -= step) {
        const QRect below(slot(std::size_t(at)).center().x() - wide / 2, area.bottom() + 4, wide, axisHeight - 4);
        const QRect inside = below.translated(std::min(0, width() - below.right() - 1), 0);
        painter.drawText(inside, Qt::AlignCenter, m_columns[std::size_t(at)].axis);
    }
}

void UseChart::paintBars(QPainter& painter) const {
    for (std::size_t at = 0; at < m_columns.size(); ++at) {
        const QRect whole = slot(at);
        const int side = std::max(1, whole.width() / 6);
        int bottom = whole.bottom() + 1;
        for (const UsePart& part : m_columns[at].parts) {
            const int tall = std::max(part.micro > 0 ? 2 : 0, heightOf(part.micro));
            if (tall > 0)
                paintTier(painter, QRect(whole.left() + side, bottom - tall, whole.width() - 2 * side, tall),
                          part.tier);
            bottom -= tall;
        }
    }
}

void UseChart::paintGaps(QPainter& painter) const {
    painter.setPen(tone(Token::Text3));
    for (std::size_t at = 0; at < m_columns.size();) {
        std::size_t end = at;
        while (end < m_columns.size() && !m_columns[end].known)
            ++end;
        if (end == at) {
            ++at;
            continue;
        }
        const QRect box(slot(at).left(), plot().bottom() - 17, slot(end - 1).right() - slot(at).left() + 1, 16);
        const bool fits = painter.fontMetrics().horizontalAdvance(m_gapWords) < box.width();
        painter.drawText(box, Qt::AlignCenter, fits ? m_gapWords : QStringLiteral("–"));
        at = end;
    }
}

void UseChart::paintMarks(QPainter& painter) const {
    int free = 0; // words never touch those of the mark before; the tool tip says them all
    for (std::size_t at = 0; at < m_columns.size(); ++at) {
        if (m_columns[at].marks.empty())
            continue;
        QStringList words;
        bool dashed = false;
        for (const UseMark& mark : m_columns[at].marks) {
            words << mark.words;
            dashed = dashed || mark.dashed;
        }
        const int x = slot(at).left();
        painter.setPen(QPen(tone(dashed ? Token::Accent : Token::Text2), 1, dashed ? Qt::DashLine : Qt::DotLine));
        painter.drawLine(x, 4, x, plot().bottom());
        const QString text = words.join(QStringLiteral(", "));
        const int wide = painter.fontMetrics().horizontalAdvance(text);
        const bool right = x + 4 + wide <= width();
        const int left = right ? x + 4 : x - 4 - wide;
        if (left < free)
            continue;
        painter.setPen(tone(dashed ? Token::Accent : Token::Text2));
        painter.drawText(QRect(left, 0, wide + 2, markLine - 2), Qt::AlignVCenter, text);
        free = left + wide + 8;
    }
}

void UseChart::keyPressEvent(QKeyEvent* event) {
    const int now = m_chosen ? int(*m_chosen) : int(m_columns.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        choose(now - 1);
        return;
    case Qt::Key_Right:
        choose(now + 1);
        return;
    case Qt::Key_Home:
        choose(0);
        return;
    case Qt::Key_End:
        choose(int(m_columns.size()) - 1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void UseChart::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void UseChart::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void UseChart::mousePressEvent(QMouseEvent* event) {
    if (const auto column = columnAt(event->pos()))
        choose(int(*column));
}

bool UseChart::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto column = columnAt(help->pos());
        QStringList lines;
        if (column) {
            lines << m_columns[*column].words;
            for (const UseMark& mark : m_columns[*column].marks)
                lines << mark.words;
        }
        QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace meterhall::ui
