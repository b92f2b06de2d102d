#pragma once

#include <QPushButton>

class QPainter;

namespace meterhall::ui {

/// A key as it looks on the keyboard, 19 px high.
int keyCapWidth(const QString& key);
constexpr int keyCapHeight = 19;
void paintKeyCap(QPainter& painter, const QPoint& topLeft, const QString& key);
/// "Ctrl Enter", "F5", "Alt ←": a key sequence as people say it.
QString keyText(const QKeySequence& keys);

/// A key and what it does, in the strip at the foot of a page. Clicking does it.
class KeyHint : public QAbstractButton {
    Q_OBJECT

public:
    KeyHint(const QString& key, const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
};

/// A button that shows its key at its right end. It takes text, key and enabledness from an action and triggers it.
class KeyButton : public QPushButton {
    Q_OBJECT

public:
    explicit KeyButton(QAction* action, QWidget* parent = nullptr);
    explicit KeyButton(const QString& text, const QString& key = {}, QWidget* parent = nullptr);
    void setKey(const QString& key);
    void setKind(const char* kind);
    /// One of several, of which one is chosen. Not a checkable button: what reads a screen aloud would only tick it.
    void setChosen(bool chosen);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int capsWidth() const;

    QString m_key;
};

} // namespace meterhall::ui
