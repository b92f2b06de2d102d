#include "ui/pages/parts/form_card.h"

#include "ui/theme/theme.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/number_edit.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace meterhall::ui {

FormCard::FormCard(const QString& title, QWidget* parent)
    : Card(title, parent)
    , m_problem(makeLabel(TextRole::Label, {}, "danger")) {
    m_problem->setWordWrap(true);
    m_problem->hide();
}

void FormCard::addField(const QString& title, QWidget* field) {
    addTitled(body(), title, field);
}

void FormCard::addFields(const std::vector<Field>& fields) {
    constexpr int between = 8;
    auto* across = new QHBoxLayout;
    across->setSpacing(between);
    for (const auto& [title, field] : fields) {
        auto* down = new QVBoxLayout;
        down->setSpacing(body()->spacing());
        addTitled(down, title, field);
        across->addLayout(down, 1);
    }
    body()->addLayout(across);
}

void FormCard::finish(QAction* post) {
    body()->addWidget(m_problem);
    if (post != nullptr) {
        auto* button = new KeyButton(post);
        button->setKind("primary");
        button->setFocusPolicy(Qt::NoFocus);
        body()->addWidget(button);
    }
    body()->addStretch();
}

std::nullopt_t FormCard::missing(const QString& words, QWidget* field) {
    m_problem->setText(words);
    m_problem->show();
    field->setFocus();
    return std::nullopt;
}

void FormCard::clearMissing() {
    m_problem->hide();
}

bool FormCard::take(QuantityEdit* field, std::optional<Decimal>& value) {
    if (field->isEmpty())
        return true;
    const auto number = field->value();
    if (!number.ok()) {
        missing(field->problem(), field);
        return false;
    }
    value = *number;
    return true;
}

void addTitled(QVBoxLayout* down, const QString& title, QWidget* field) {
    field->setAccessibleName(title);
    auto* words = makeLabel(TextRole::Label, title, "text2");
    words->setWordWrap(true);
    down->addWidget(words);
    down->addWidget(field);
}

} // namespace meterhall::ui
