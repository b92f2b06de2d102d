#pragma once

#include "core/services/day_overview.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace meterhall::ui {

class Card;
class Desk;
class KeyButton;
class LedgerTable;
class ShiftFigures;

/// The shifts of a business day, and the one that is selected with what was found in its drawer. Whoever may close
/// shifts gives the reason of a difference here.
class ShiftsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ShiftsPanel(Desk& desk, QWidget* parent = nullptr);
    /// The selection stays, and the reason that is being typed.
    void show(const services::DayOverview& overview);
    void select(ShiftId shift);
    const services::ShiftOfDay* selected() const;
    /// Whether the selected one waits for this person.
    bool canClose() const;
    /// The reason when there is one or none is needed; else it is asked for under the figures.
    std::optional<QString> takeReason();
    void focusFirst();
    void setBusy(bool busy);

Q_SIGNALS:
    void selectionChanged();
    void closeWanted(); ///< by the mouse

private:
    QWidget* buildDetail();
    void showSelected();
    QString wordsFor(const services::ShiftOfDay& shift) const;
    bool needsReason() const;

    Desk& m_desk;
    std::vector<services::ShiftOfDay> m_shifts;
    std::optional<ShiftId> m_reasonOf;
    bool m_busy = false;
    Card* m_list;
    LedgerTable* m_table;
    Card* m_detail;
    ShiftFigures* m_figures;
    QLabel* m_words;
    QLabel* m_reasonLabel;
    QLineEdit* m_reason;
    QLabel* m_problem;
    KeyButton* m_button;
};

} // namespace meterhall::ui
