#pragma once

#include "core/services/administration.h"
#include "ui/pages/administration/section.h"

class QStackedWidget;

namespace meterhall::ui {

class AddOperatorForm;
class Card;
class DutiesForm;
class KeyButton;
class LedgerTable;
class NewSecret;
class OperatorFacts;
class ReasonForm;

/// Who works here. Left everybody, right the selected one or the form of what is being done about him.
class OperatorsSection : public Section {
    Q_OBJECT

public:
    /// `act`: the page's Ctrl+Enter.
    OperatorsSection(Page& page, QAction* act);

    void enter() override;
    void focusFirst() override;
    bool stepBack() override;
    QString actText() const override;
    void act() override;

private:
    enum class Step : std::uint8_t { Look, Add, Duties, State, Password };

    void addKeys();
    QWidget* buildSide(QAction* act);
    void begin(Step step);
    void leave();
    void show(std::vector<services::OperatorRow> rows);
    void showSelected();
    const services::OperatorRow* selected() const;
    bool isOwn(const services::OperatorRow& row) const;
    template <class Job>
    void change(const QString& words, Job job, const QString& said);
    void add();
    void changeDuties(const services::OperatorRow& row);
    void changeState(const services::OperatorRow& row);
    void givePassword(const services::OperatorRow& row);

    QAction* m_add = nullptr;
    QAction* m_changeDuties = nullptr;
    QAction* m_changeState = nullptr;
    QAction* m_givePassword = nullptr;

    Card* m_list;
    LedgerTable* m_table;
    Card* m_side = nullptr;
    QStackedWidget* m_forms = nullptr; ///< in the order of Step
    KeyButton* m_button = nullptr;
    OperatorFacts* m_facts = nullptr;
    AddOperatorForm* m_addForm = nullptr;
    DutiesForm* m_dutiesForm = nullptr;
    ReasonForm* m_reasonForm = nullptr;
    NewSecret* m_secret = nullptr;

    std::vector<services::OperatorRow> m_rows;
    Step m_step = Step::Look;
    std::int64_t m_wanted = 0; ///< to be selected when the list is read
};

} // namespace meterhall::ui
