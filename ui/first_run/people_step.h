#pragma once

#include "ui/first_run/person_fields.h"

#include <memory>

class QCheckBox;

namespace meterhall::ui {

class LedgerTable;

/// The first administrator, and whoever else is to work here from the first day.
class PeopleStep : public FirstRunStep {
    Q_OBJECT

public:
    explicit PeopleStep(QWidget* parent = nullptr);
    QString title() const override { return tr("People"); }
    QString explained() const override;
    bool isFor(Purpose purpose) const override { return purpose == Purpose::NewUtility; }
    void fill(const FirstRunAnswers& answers) override;
    void take(FirstRunAnswers& answers) const override;
    std::optional<StepProblem> problem() const override;
    QWidget* firstField() override;
    bool takeEnter() override;
    bool stepBack() override;

private:
    QWidget* buildDuties();
    void add();
    void edit(std::int64_t row);
    void removeCurrent();
    void clearEditor();
    void showList();
    Duties tickedDuties() const;
    bool isEditing() const;
    std::optional<StepProblem> editorProblem() const;
    bool isTaken(const QString& number) const;

    std::unique_ptr<PersonFields> m_first;
    LedgerTable* m_list;
    std::unique_ptr<PersonFields> m_editor;
    QWidget* m_duties = nullptr;
    std::vector<std::pair<Duty, QCheckBox*>> m_boxes;
    QAction* m_add;
    QAction* m_remove;
    std::vector<PersonAnswer> m_people;
    std::optional<std::size_t> m_edited; ///< which of them stands in the editor
    QString m_clerkNumber;               ///< of the step before
};

} // namespace meterhall::ui
