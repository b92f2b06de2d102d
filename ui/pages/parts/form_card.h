#pragma once

#include "core/base/decimal.h"
#include "ui/widgets/card.h"

#include <optional>
#include <utility>
#include <vector>

class QAction;

namespace meterhall::ui {

class QuantityEdit;

/// A form at the side of a page: fields under their titles, a line that says what is missing, and the key that posts.
class FormCard : public Card {
    Q_OBJECT

protected:
    using Field = std::pair<QString, QWidget*>;

    explicit FormCard(const QString& title, QWidget* parent = nullptr);

    void addField(const QString& title, QWidget* field);
    /// Side by side.
    void addFields(const std::vector<Field>& fields);
    /// Below all fields: what is missing, and `post` as a button where there is one.
    void finish(QAction* post = nullptr);

    /// Says so, and goes to the field. Returned where a value was wanted.
    std::nullopt_t missing(const QString& words, QWidget* field);
    void clearMissing();
    /// Takes what is in a field that may stay empty; false, and said, where it is no number.
    bool take(QuantityEdit* field, std::optional<Decimal>& value);

private:
    QLabel* m_problem;
};

/// A field under its title, for screen readers as well.
void addTitled(QVBoxLayout* down, const QString& title, QWidget* field);

} // namespace meterhall::ui
