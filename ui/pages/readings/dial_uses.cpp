#include "ui/pages/readings/dial_uses.h"

#include "ui/theme/theme.h"
#include "ui/widgets/text_forms.h"

#include <QPainter>

#include <algorithm>

namespace meterhall::ui {

namespace {

constexpr int labelHeight = 16;
constexpr int numberHeight = 18;
constexpr int monthlyDays = 20; ///< from so many days on an interval is compared with bills, not with readings
constexpr std::size_t fewestBills = 2;
constexpr int widestBar = 26;

bool isHollow(const services::PastReading& past) {
    const bool accepted = past.decision == Decision::Accepted;
    return past.origin == Origin::Estimated || (past.doubts.any() && !accepted);
}

std::optional<std::int64_t> microOf(const std::optional<Decimal>& use) {
    if (!use)
        return {};
    const auto micro = use->scaledTo(6);
    return micro.ok() ? std::optional(*micro) : std::nullopt;
}

QString shortNumber(int number) {
    return QString::number(number);
}

} // namespace

DialUses dialUsesOf(const services::ReadingCard& card) {
    DialUses history{{}, card.plausible, false};
    const int days = card.previousOn ? card.receivedOn.daysSince(*card.previousOn) : 0;
    history.byBill = days >= monthlyDays && card.bills.size() >= fewestBills;
    if (history.byBill) {
        for (const services::PastBill& bill : card.bills)
            history.bars.push_back({shortNumber(bill.month.month()), bill.use.micro(), false});
    } else {
        for (const services::PastReading& past : card.past)
            history.bars.push_back({shortNumber(past.receivedOn.day()), microOf(past.use), isHollow(past)});
    }
    // The oldest reading has nothing before it.
    while (!history.byBill && !history.bars.empty() && !history.bars.back().micro)
        history.bars.pop_back();
    std::reverse(history.bars.begin(), history.bars.end());
    history.bars.push_back(
        {shortNumber(history.byBill ? card.receivedOn.month() : card.receivedOn.day()), microOf(card.use), false});
    return history;
}

DialUsesChart::DialUsesChart(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMaximumHeight(200);
}

void DialUsesChart::show(const DialUses& history) {
    m_shown = history;
    std::int64_t past = 0;
    QStringList words;
    for (std::size_t at = 0; at < m_shown.bars.size(); ++at) {
        const DialUse& bar = m_shown.bars[at];
        if (at + 1 < m_shown.bars.size())
            past = std::max(past, bar.micro.value_or(0));
        words << (bar.micro ? numberText(Decimal{*bar.micro, 6}) : QStringLiteral("—"));
    }
    const std::int64_t band = m_shown.band ? m_shown.band->mostMicro : 0;
    const std::int64_t now = m_shown.bars.empty() ? 0 : m_shown.bars.back().micro.value_or(0);
    const std::int64_t calm = std::max(past, band);
    m_top = std::max({calm > 0 ? std::min(now, calm + calm / 2) : now, calm, std::int64_t(1)});
    setAccessibleName(tr("Uses: %1").arg(words.join(QStringLiteral(", "))));
    update();
}

int DialUsesChart::heightOf(const QRect& plot, std::int64_t micro) const {
    return int(Int128(std::clamp(micro, std::int64_t(0), m_top)) * plot.height() / m_top);
}

QRect DialUsesChart::barAt(const QRect& plot, std::size_t at) const {
    const int count = int(m_shown.bars.size());
    const int slot = std::min(plot.width() / std::max(count, 1), widestBar + 8);
    const int left = plot.right() - slot * (count - int(at)) + 1;
    return {left + slot / 8, plot.top(), slot - slot / 4, plot.height()};
}

void DialUsesChart::paintBand(QPainter& painter, const QRect& plot) const {
    if (!m_shown.band)
        return;
    const int top = plot.bottom() - heightOf(plot, m_shown.band->mostMicro);
    const int bottom = plot.bottom() - heightOf(plot, m_shown.band->leastMicro);
    painter.fillRect(QRect(QPoint(plot.left(), top), QPoint(plot.right(), bottom)), tone(Token::OkSoft));
    painter.setPen(QPen(tone(Token::Ok), 1, Qt::DashLine));
    const int usual = plot.bottom() - heightOf(plot, m_shown.band->usualMicro);
    painter.drawLine(plot.left(), usual, plot.right(), usual);
}

void DialUsesChart::paintBar(QPainter& painter, const QRect& plot, std::size_t at) const {
    const DialUse& bar = m_shown.bars[at];
    const bool current = at + 1 == m_shown.bars.size();
    const QRect slot = barAt(plot, at);
    painter.setFont(fontOf(TextRole::KeyCap));
    painter.setPen(tone(current ? Token::Text : Token::Text2));
    painter.drawText(slot.adjusted(-8, plot.height() + 2, 8, labelHeight), Qt::AlignHCenter | Qt::AlignTop, bar.label);
    if (!bar.micro) {
        painter.drawText(slot.adjusted(-8, 0, 8, 0), Qt::AlignHCenter | Qt::AlignBottom, QStringLiteral("—"));
        return;
    }
    const PlausibleUse open{0, 0, std::numeric_limits<std::int64_t>::max()};
    const PlausibleUse& band = m_shown.band ? *m_shown.band : open;
    const bool odd = current && (*bar.micro < band.leastMicro || *bar.micro > band.mostMicro);
    const int height = std::max(heightOf(plot, *bar.micro), 2);
    const QRect body(slot.left(), plot.bottom() - height + 1, slot.width(), height);
    const Token fill = odd ? Token::Danger : current ? Token::Accent : Token::LineStrong;
    if (bar.hollow || odd) {
        painter.setPen(QPen(tone(fill), 1.5, odd ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(tone(odd ? Token::DangerSoft : Token::Surface));
        painter.drawRect(body.adjusted(0, 0, -1, -1));
    } else {
        painter.fillRect(body, tone(fill));
    }
    if (!current)
        return;
    painter.setPen(tone(odd ? Token::Danger : Token::Text));
    painter.setFont(fontOf(TextRole::Hint));
    const QRect above(rect().left(), body.top() - numberHeight, rect().width(), numberHeight);
    painter.drawText(above, Qt::AlignRight | Qt::AlignVCenter, numberText(Decimal{*bar.micro, 6}));
}

void DialUsesChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRect plot = rect().adjusted(0, numberHeight, 0, -labelHeight);
    if (plot.height() <= 0)
        return;
    paintBand(painter, plot);
    painter.setPen(tone(Token::LineStrong));
    painter.drawLine(plot.left(), plot.bottom() + 1, plot.right(), plot.bottom() + 1);
    for (std::size_t at = 0; at < m_shown.bars.size(); ++at)
        paintBar(painter, plot, at);
}

} // namespace meterhall::ui
