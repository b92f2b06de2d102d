#pragma once

#include "core/services/tariff_templates.h"
#include "ui/widgets/card.h"

class QLineEdit;

namespace meterhall::ui {

class LedgerTable;

/// A new tariff from a published one: which, under which code, from when.
class TemplatePanel : public Card {
    Q_OBJECT

public:
    explicit TemplatePanel(QWidget* parent = nullptr);
    /// Begins anew; `from` is the day it proposes.
    void begin(Date from);
    void focusFirst();

    struct Wanted {
        QString code;
        QJsonObject file;
    };
    /// Nothing when a field is wrong; its message says why.
    std::optional<Wanted> take();

private:
    const services::TariffTemplate* chosen() const;
    void showChosen();

    std::vector<services::TariffTemplate> m_templates;
    LedgerTable* m_table;
    QLineEdit* m_code;
    QLineEdit* m_from;
    QLineEdit* m_order;
    QLabel* m_source;
    QLabel* m_problem;
};

} // namespace meterhall::ui
