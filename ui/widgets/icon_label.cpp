#include "ui/widgets/icon_label.h"

#include <QPainter>

namespace meterhall::ui {

IconLabel::IconLabel(const char* name, int size, Token token, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_size(size)
    , m_token(token) {
    setFixedSize(size, size);
}

void IconLabel::show(const char* name, Token token) {
    m_name = name;
    m_token = token;
    update();
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.drawPixmap(0, 0, iconPixmap(m_name, m_size, m_token, devicePixelRatioF()));
}

} // namespace meterhall::ui
