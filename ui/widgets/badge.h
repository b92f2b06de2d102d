#pragma once

#include "ui/theme/icon.h"

#include <QWidget>

class QPainter;

namespace meterhall::ui {

/// A pill: the state's shape, colour and word. The same in tables, heads and lists.
QSize badgeSize(const QString& text);
void paintBadge(QPainter& painter, const QPoint& topLeft, State state, const QString& text);

class Badge : public QWidget {
    Q_OBJECT

public:
    explicit Badge(State state = State::Off, const QString& text = {}, QWidget* parent = nullptr);
    void show(State state, const QString& text);
    QString text() const { return m_text; }
    State state() const { return m_state; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    State m_state;
    QString m_text;
};

} // namespace meterhall::ui
