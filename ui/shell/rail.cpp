#include "ui/shell/rail.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_cap.h"

#include <QPainter>
#include <QShortcut>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {

constexpr int wide = 84;
constexpr int narrow = 56;

// The badge lies over the button and lets the mouse through.
class CountBubble : public QWidget {
public:
    CountBubble(QWidget* over, const QHash<QString, int>& counts, QString page)
        : QWidget(over)
        , m_counts(counts)
        , m_page(std::move(page)) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const int count = m_counts.value(m_page);
        if (count == 0)
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colorOf(Token::Warn, ThemeMode::Dark));
        painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
        painter.setFont(fontOf(TextRole::KeyCap));
        painter.setPen(colorOf(Token::AccentText, ThemeMode::Dark));
        painter.drawText(rect(), Qt::AlignCenter, count > 99 ? QStringLiteral("99+") : QString::number(count));
    }

private:
    const QHash<QString, int>& m_counts;
    QString m_page;
};

// Not a checkable button: what reads a screen aloud would only tick it, and go nowhere.
void showEntry(QToolButton& button, const char* icon, bool current) {
    button.setProperty("kind", current ? "railOn" : "rail");
    button.setIcon(iconPixmap(
        icon, 22, current ? colorOf(Token::Text, ThemeMode::Dark) : colorOf(Token::RailText, ThemeMode::Light), 2));
    button.style()->unpolish(&button);
    button.style()->polish(&button);
}

} // namespace

Rail::Rail(QWidget* parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this)) {
    setProperty("role", "rail");
    setFixedWidth(wide);
    m_layout->setContentsMargins(6, 66, 6, 8);
    m_layout->setSpacing(4);
}

void Rail::setPages(const std::vector<PageDeclaration>& pages) {
    for (const Entry& entry : m_entries)
        delete entry.button;
    m_entries.clear();
    while (QLayoutItem* item = m_layout->takeAt(0))
        delete item;
    int number = 0;
    for (const PageDeclaration& page : pages) {
        ++number;
        auto* button = new QToolButton(this);
        showEntry(*button, page.icon, false);
        button->setIconSize({22, 22});
        button->setText(page.translatedTitle());
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setAccessibleName(page.translatedTitle());
        if (number <= 9) {
            const QKeySequence keys(Qt::ALT | Qt::Key(Qt::Key_0 + number));
            button->setShortcut(keys);
            button->setToolTip(tr("%1  %2").arg(page.translatedTitle(), keyText(keys)));
        }
        connect(button, &QToolButton::clicked, this, [this, id = page.id] { Q_EMIT pageChosen(id); });
        auto* bubble = new CountBubble(button, m_badges, page.id);
        bubble->setGeometry(40, 2, 26, 16);
        m_layout->addWidget(button);
        m_entries.push_back({page.id, button, page.icon});
    }
    m_layout->addStretch();
    fit();
}

void Rail::setCurrent(const QString& page) {
    for (const Entry& entry : m_entries)
        showEntry(*entry.button, entry.icon, entry.page == page);
}

void Rail::setBadge(const QString& page, int count) {
    m_badges[page] = count;
    for (const Entry& entry : m_entries) {
        if (entry.page == page)
            entry.button->setAccessibleDescription(count == 0 ? QString() : tr("%n waiting", nullptr, count));
    }
    update();
}

void Rail::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fit();
}

void Rail::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.drawPixmap((width() - 36) / 2, 12,
                       iconPixmap("meterhall", 36, colorOf(Token::Accent, ThemeMode::Dark), devicePixelRatioF()));
}

// Low windows hide the words, narrow ones the width.
void Rail::fit() {
    const bool words = height() >= 760 || m_entries.size() * 64 + 80 < std::size_t(std::max(0, height()));
    for (const Entry& entry : m_entries) {
        entry.button->setToolButtonStyle(words ? Qt::ToolButtonTextUnderIcon : Qt::ToolButtonIconOnly);
        entry.button->setFixedHeight(words ? 60 : 44);
    }
    const int wanted = window()->width() < 1280 && !words ? narrow : wide;
    if (width() != wanted)
        setFixedWidth(wanted);
}

} // namespace meterhall::ui
