#include "ui/widgets/card.h"

#include "ui/theme/theme.h"
#include "ui/widgets/ledger_table.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace meterhall::ui {

namespace {
constexpr QMargins cardPadding(14, 12, 14, 12);
constexpr int titleGap = 10;
} // namespace

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_titleRow(new QHBoxLayout)
    , m_title(makeLabel(TextRole::CardTitle, title))
    , m_hint(makeLabel(TextRole::Hint, {}, "text3"))
    , m_outer(new QVBoxLayout(this))
    , m_body(new QVBoxLayout) {
    setProperty("role", "card");
    m_outer->setContentsMargins(1, 1, 1, 1);
    m_outer->setSpacing(0);
    m_titleRow->setContentsMargins(cardPadding.left(), cardPadding.top(), cardPadding.right(), 0);
    m_titleRow->setSpacing(8);
    m_titleRow->addWidget(m_title, 0, Qt::AlignBaseline);
    m_titleRow->addWidget(m_hint, 0, Qt::AlignBaseline);
    m_titleRow->addStretch();
    m_body->setContentsMargins(cardPadding.left(), titleGap, cardPadding.right(), cardPadding.bottom());
    m_body->setSpacing(8);
    m_outer->addLayout(m_titleRow);
    m_outer->addLayout(m_body);
    setTitle(title);
    setHint({});
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_titleRow->setContentsMargins(cardPadding.left(), title.isEmpty() ? 0 : cardPadding.top(), cardPadding.right(), 0);
    setAccessibleName(title);
    nameTables();
}

void Card::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    nameTables();
}

// A table is called what its card is called, unless its page has said otherwise.
void Card::nameTables() {
    for (LedgerTable* table : findChildren<LedgerTable*>()) {
        if (table->accessibleName().isEmpty() || table->accessibleName() == m_tableName)
            table->setName(m_title->text());
    }
    m_tableName = m_title->text();
}

void Card::setHint(const QString& hint) {
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void Card::addToTitle(QWidget* widget) {
    m_titleRow->addWidget(widget);
}

void Card::addFlush(QWidget* widget, int stretch) {
    const int at = m_outer->indexOf(m_body);
    m_outer->insertSpacing(at, titleGap);
    m_outer->insertWidget(at + 1, widget, stretch);
    if (m_body->isEmpty())
        m_body->setContentsMargins(cardPadding.left(), 0, cardPadding.right(), 6);
}

QLabel* makeLabel(TextRole role, const QString& text, const char* tone, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setFont(fontOf(role));
    if (tone)
        label->setProperty("tone", tone);
    return label;
}

void setTone(QLabel* label, const char* tone) {
    label->setProperty("tone", tone ? QVariant(QString::fromLatin1(tone)) : QVariant());
    label->style()->unpolish(label);
    label->style()->polish(label);
}

QFrame* makeHairline(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setProperty("role", "hairline");
    line->setFixedHeight(1);
    return line;
}

} // namespace meterhall::ui
