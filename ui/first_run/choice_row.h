#pragma once

#include <QWidget>

class QButtonGroup;

namespace meterhall::ui {

/// One of a few, side by side: the arrow keys move, the chosen one is framed.
class ChoiceRow : public QWidget {
    Q_OBJECT

public:
    explicit ChoiceRow(const QStringList& texts, QWidget* parent = nullptr);
    int chosen() const;
    void choose(int index);

Q_SIGNALS:
    void changed(int index);

private:
    QButtonGroup* m_buttons;
};

} // namespace meterhall::ui
