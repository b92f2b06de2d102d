#pragma once

#include "core/services/audit_log.h"
#include "ui/pages/administration/section.h"

class QLabel;
class QLineEdit;

namespace meterhall::ui {

class Card;
class DigitsEdit;
class LedgerTable;

/// Where people work: the seats, who claimed each of them last, and further ones.
class SeatsSection : public Section {
    Q_OBJECT

public:
    /// `act`: the page's Ctrl+Enter.
    SeatsSection(Page& page, QAction* act);

    void enter() override;
    void focusFirst() override;
    QString actText() const override;
    void act() override;

private:
    QWidget* buildForm(QAction* act);
    void show(std::vector<services::SeatRow> rows);
    /// What is typed as a number; nothing when it cannot be a seat's.
    std::optional<SeatNumber> number() const;
    QString problem() const;

    Card* m_list;
    LedgerTable* m_table;
    DigitsEdit* m_number = nullptr;
    QLineEdit* m_name = nullptr;
    QLabel* m_problem = nullptr;
    std::vector<services::SeatRow> m_rows;
    SeatNumber m_wanted = 0;
};

} // namespace meterhall::ui
