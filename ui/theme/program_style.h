#pragma once

#include <QProxyStyle>

namespace meterhall::ui {

/// Fusion with check boxes whose outline is seen on every ground, as no style sheet can draw them.
class ProgramStyle : public QProxyStyle {
    Q_OBJECT

public:
    ProgramStyle();
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

} // namespace meterhall::ui
