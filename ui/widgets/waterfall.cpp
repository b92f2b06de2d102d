#include "ui/widgets/waterfall.h"

#include "ui/theme/theme.h"
#include "ui/widgets/text_forms.h"

#include <QPainter>

#include <algorithm>

namespace meterhall::ui {

namespace {

constexpr int stepHeight = 26;
constexpr int barThickness = 14;
constexpr int between = 10;
constexpr int leastBar = 90;
} // namespace

Waterfall::Waterfall(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Waterfall::show(WaterfallStep first, std::vector<WaterfallStep> steps, WaterfallStep last) {
    m_bars.clear();
    std::int64_t at = first.amount.minor();
    m_bars.push_back({std::move(first.name), amountText(first.amount), 0, at, true});
    for (WaterfallStep& step : steps) {
        const std::int64_t next = at + step.amount.minor();
        m_bars.push_back({std::move(step.name), changeText(step.amount), at, next, false});
        at = next;
    }
    m_bars.push_back({std::move(last.name), amountText(last.amount), 0, last.amount.minor(), true});
    QStringList words;
    for (const Bar& bar : m_bars)
        words << bar.name + u' ' + bar.amount;
    setAccessibleName(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

void Waterfall::clear() {
    m_bars.clear();
    setAccessibleName({});
    updateGeometry();
    update();
}

int Waterfall::nameWidth() const {
    const QFontMetrics metrics(fontOf(TextRole::Label));
    int width = 0;
    for (const Bar& bar : m_bars)
        width = std::max(width, metrics.horizontalAdvance(bar.name));
    return width;
}

int Waterfall::amountWidth() const {
    const QFontMetrics metrics(fontOf(TextRole::Label));
    int width = 0;
    for (const Bar& bar : m_bars)
        width = std::max(width, metrics.horizontalAdvance(bar.amount));
    return width;
}

QSize Waterfall::sizeHint() const {
    return minimumSizeHint();
}

QSize Waterfall::minimumSizeHint() const {
    return {nameWidth() + between + leastBar + between + amountWidth(), int(m_bars.size()) * stepHeight};
}

void Waterfall::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontOf(TextRole::Label));
    for (std::size_t at = 0; at < m_bars.size(); ++at)
        paintBar(painter, m_bars[at], {0, int(at) * stepHeight, width(), stepHeight});
}

void Waterfall::paintBar(QPainter& painter, const Bar& bar, const QRect& row) const {
    std::int64_t low = 0;
    std::int64_t high = 1;
    for (const Bar& one : m_bars) {
        low = std::min({low, one.from, one.to});
        high = std::max({high, one.from, one.to});
    }
    const int left = nameWidth() + between;
    const int room = std::max(1, row.width() - left - between - amountWidth());
    const auto place = [&](std::int64_t minor) {
        return left + int(double(minor - low) / double(high - low) * double(room));
    };
    painter.setPen(tone(bar.whole ? Token::Text : Token::Text2));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, bar.name);
    painter.setPen(tone(Token::Text));
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, bar.amount);
    const int from = place(std::min(bar.from, bar.to));
    const int to = place(std::max(bar.from, bar.to));
    const QRect shape(from, row.center().y() - barThickness / 2, std::max(1, to - from), barThickness);
    const Token colour = bar.whole ? Token::Accent : bar.to > bar.from ? Token::Tier2 : Token::Tier1;
    painter.fillRect(shape, tone(bar.from == bar.to && !bar.whole ? Token::Line : colour));
}

} // namespace meterhall::ui
