#pragma once

#include "ui/first_run/person_fields.h"
#include "ui/first_run/tariff_text.h"

#include <memory>

class QComboBox;
class QLabel;

namespace meterhall::ui {

/// Tariffs to begin with, as drafts, and the review clerk who enters them.
class TariffStep : public FirstRunStep {
    Q_OBJECT

public:
    explicit TariffStep(const FirstRunPlaces& places, QWidget* parent = nullptr);
    QString title() const override { return tr("Tariffs"); }
    QString explained() const override;
    bool isFor(Purpose purpose) const override { return purpose == Purpose::NewUtility; }
    void fill(const FirstRunAnswers& answers) override;
    void take(FirstRunAnswers& answers) const override;
    std::optional<StepProblem> problem() const override;
    QWidget* firstField() override;

private:
    /// One commodity: later, or one of its templates from a day.
    struct Choice {
        std::vector<services::TariffTemplate> templates;
        QComboBox* which;
        QLabel* tiers;
        QLineEdit* from;
        QLineEdit* priceOrder;
    };
    void addChoice(std::vector<services::TariffTemplate> templates);
    void showFields();
    static const services::TariffTemplate* chosenOf(const Choice& choice);
    bool isAnyChosen() const;

    std::vector<Choice> m_choices;
    QWidget* m_clerkHeading = nullptr;
    std::unique_ptr<PersonFields> m_clerk;
    QString m_firstOfNextMonth;
};

} // namespace meterhall::ui
