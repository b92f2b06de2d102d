#pragma once

#include <QComboBox>

namespace meterhall::ui {

/// A choice of one, with the program's own arrow at its right end.
class Combo : public QComboBox {
    Q_OBJECT

public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace meterhall::ui
