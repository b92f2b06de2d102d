#pragma once

#include "ui/theme/icon.h"

#include <QWidget>

namespace meterhall::ui {

/// An icon that stands by itself. Drawn when painted, so that it follows the theme.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    IconLabel(const char* name, int size, Token token = Token::Text2, QWidget* parent = nullptr);
    void show(const char* name, Token token);
    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const char* m_name;
    int m_size;
    Token m_token;
};

} // namespace meterhall::ui
