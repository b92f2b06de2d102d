#include "ui/shell/rail.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_cap.h"

#include <QPainter>
#include <QShortcut>
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

QIcon railIcon(const char* name) {
    QIcon picture;
    picture.addPixmap(iconPixmap(name, 22, colorOf(Token::RailText, ThemeMode::Light), 2), QIcon::Normal, QIcon::Off);
    picture.addPixmap(iconPixmap(name, 22, colorOf(Token::Text, ThemeMode::Dark), 2), QIcon::Normal, QIcon::On);
    return picture;
}

} // namespace

Rail::Rail(QWidget* parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this)) {
    setProperty("role", "rail");
    setFixedWidth(wide);
    m_layout->setContentsMargins(8, 66, 8, 8);
    m_layout->setSpacing(4);
}

void Rail::setPages(const std::vector<PageDeclaration>& pages) {
    for (const auto& [id, button] : m_buttons)
        delete button;
    m_buttons.clear();
    while (QLayoutItem* item = m_layout->takeAt(0))
        delete item;
    int number = 0;
    for (const PageDeclaration& page : pages) {
        ++number;
        auto* button = new QToolButton(this);
        button->setProperty("kind", "rail");
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setIcon(railIcon(page.icon));
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
        m_buttons.emplace_back(page.id, button);
    }
    m_layout->addStretch();
    fit();
}

void Rail::setCurrent(const QString& page) {
    for (const auto& [id, button] : m_buttons)
        button->setChecked(id == page);
}

void Rail::setBadge(const QString& page, int count) {
    m_badges[page] = count;
    for (const auto& [id, button] : m_buttons) {
        if (id == page)
            button->setAccessibleDescription(count == 0 ? QString() : tr("%n waiting", nullptr, count));
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
    const bool words = height() >= 760 || m_buttons.size() * 62 + 80 < std::size_t(std::max(0, height()));
    for (const auto& [id, button] : m_buttons) {
        button->setToolButtonStyle(words ? Qt::ToolButtonTextUnderIcon : Qt::ToolButtonIconOnly);
        button->setFixedHeight(words ? 56 : 44);
    }
    const int wanted = window()->width() < 1280 && !words ? narrow : wide;
    if (width() != wanted)
        setFixedWidth(wanted);
}

} // namespace meterhall::ui
