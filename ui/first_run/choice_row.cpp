#include "ui/first_run/choice_row.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace meterhall::ui {

ChoiceRow::ChoiceRow(const QStringList& texts, QWidget* parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (const QString& text : texts) {
        auto* button = new QPushButton(text);
        button->setProperty("kind", "choice");
        button->setCheckable(true);
        button->setAutoDefault(false);
        m_buttons->addButton(button, int(m_buttons->buttons().size()));
        layout->addWidget(button);
    }
    layout->addStretch();
    choose(0);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (on) {
            setFocusProxy(m_buttons->button(index));
            Q_EMIT changed(index);
        }
    });
}

int ChoiceRow::chosen() const {
    return m_buttons->checkedId();
}

void ChoiceRow::choose(int index) {
    if (QAbstractButton* button = m_buttons->button(index)) {
        button->setChecked(true);
        setFocusProxy(button);
    }
}

} // namespace meterhall::ui
