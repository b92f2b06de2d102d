#include "ui/widgets/ledger_delegate.h"

#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/ledger_model.h"

#include <QMouseEvent>
#include <QPainter>

namespace meterhall::ui {

namespace {
constexpr int padding = 10;
constexpr int cellIconSize = 18;
constexpr int tickSize = 18;
constexpr int edge = 3;
constexpr int afterIcon = 6;
constexpr int barWidth = 38;
constexpr int afterBar = 8;

void paintTick(QPainter& painter, const QRect& cell, bool ticked) {
    const int top = cell.center().y() - tickSize / 2;
    const QRectF box(cell.left() + padding + 0.5, top + 0.5, tickSize - 1, tickSize - 1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tone(ticked ? Token::Accent : Token::LineStrong), 1.2));
    painter.setBrush(tone(ticked ? Token::Accent : Token::Surface));
    painter.drawRoundedRect(box, 4, 4);
    if (ticked) {
        painter.setPen(QPen(tone(Token::AccentText), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF{{box.left() + 4, box.center().y()},
                                       {box.left() + 7.5, box.center().y() + 3.5},
                                       {box.right() - 4, box.center().y() - 4}});
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintShare(QPainter& painter, const QRect& bar, int percent) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone(Token::OffSoft));
    painter.drawRoundedRect(bar, 3, 3);
    painter.setBrush(tone(Token::Accent));
    painter.drawRoundedRect(QRect(bar.topLeft(), QSize(bar.width() * percent / 100, bar.height())), 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
}
} // namespace

int LedgerDelegate::widthOf(const Cell& cell) {
    if (cell.badge)
        return 2 * padding + badgeSize(cell.text).width();
    const int before = (cell.icon ? cellIconSize + afterIcon : 0) + (cell.percent ? barWidth + afterBar : 0);
    const int first = QFontMetrics(fontOf(TextRole::Body)).horizontalAdvance(cell.text);
    const int second = cell.second.isEmpty() ? 0 : QFontMetrics(fontOf(TextRole::Hint)).horizontalAdvance(cell.second);
    return 2 * padding + before + std::max(first, second);
}

int LedgerDelegate::widthOfTitle(const QString& title) {
    return 2 * padding + QFontMetrics(fontOf(TextRole::Label)).horizontalAdvance(title);
}

void LedgerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* model = qobject_cast<const LedgerModel*>(index.model());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (selected)
        painter->fillRect(option.rect, tone(Token::Selection));
    if (selected && index.column() == 0)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(edge, option.rect.height())), tone(Token::Accent));
    painter->setPen(tone(Token::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    QRect box = option.rect.adjusted(padding, 0, -padding, -1);
    if (model && model->isTickable() && index.column() == 0) {
        paintTick(*painter, option.rect, index.data(LedgerModel::TickedRole).toBool());
        box.setLeft(option.rect.left() + padding + tickWidth);
    }
    const auto* cell = index.data(LedgerModel::CellRole).value<const Cell*>();
    if (cell)
        paintCell(*painter, box, *cell, model && model->columns()[std::size_t(index.column())].number, selected);
    else // on its way
        painter->fillRect(QRect(box.left(), box.center().y() - 3, box.width() / 2, 6), tone(Token::Line));
    painter->restore();
}

void LedgerDelegate::paintCell(QPainter& painter, QRect box, const Cell& cell, bool number, bool selected) const {
    if (cell.badge) {
        const QSize size = badgeSize(cell.text);
        paintBadge(painter, {box.left(), box.center().y() - size.height() / 2 + 1}, *cell.badge, cell.text);
        return;
    }
    if (cell.icon) {
        painter.drawPixmap(box.left(), box.center().y() - cellIconSize / 2 + 1,
                           iconPixmap(cell.icon, cellIconSize, cell.iconTone, painter.device()->devicePixelRatioF()));
        box.setLeft(box.left() + cellIconSize + afterIcon);
    }
    if (cell.percent) {
        paintShare(painter, QRect(box.left(), box.center().y() - 2, barWidth, 6), *cell.percent);
        box.setLeft(box.left() + barWidth + afterBar);
    }
    const int side = number ? Qt::AlignRight : Qt::AlignLeft;
    painter.setFont(fontOf(TextRole::Body));
    painter.setPen(tone(cell.tone));
    const QFontMetrics metrics(painter.font());
    const QString first = metrics.elidedText(cell.text, Qt::ElideRight, box.width());
    if (cell.second.isEmpty()) {
        painter.drawText(box, side | Qt::AlignVCenter, first);
        return;
    }
    const int half = box.height() / 2;
    painter.drawText(box.adjusted(0, 2, 0, -half + 2), side | Qt::AlignVCenter, first);
    painter.setFont(fontOf(TextRole::Hint));
    painter.setPen(tone(selected ? Token::Text2 : Token::Text3));
    painter.drawText(box.adjusted(0, half - 1, 0, -3), side | Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(cell.second, Qt::ElideRight, box.width()));
}

bool LedgerDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) {
    auto* ledger = qobject_cast<LedgerModel*>(model);
    if (!ledger || !ledger->isTickable() || index.column() != 0 || event->type() != QEvent::MouseButtonRelease)
        return false;
    const int x = static_cast<QMouseEvent*>(event)->position().toPoint().x() - option.rect.left();
    if (x > padding + tickWidth)
        return false;
    const std::int64_t id = ledger->idAt(index.row());
    ledger->setTicked(id, !ledger->isTicked(id));
    return true;
}

} // namespace meterhall::ui
