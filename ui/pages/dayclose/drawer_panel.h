#pragma once

#include "core/services/counter.h"
#include "core/services/day_overview.h"
#include "core/services/seat_desk.h"

#include <QWidget>

class QAction;
class QLabel;

namespace meterhall::ui {

class Card;
class CountPanel;
class Desk;
class KeyButton;
class ShiftFigures;
class StartPanel;

/// How the drawer of this seat stands, for whoever works at it.
struct DrawerStanding {
    std::optional<services::ShiftAtSeat> shift;
    std::optional<services::BlindCount> count; ///< for whoever may count
    std::optional<services::ShiftOfDay> own;   ///< the shift at this seat, when it is one's own
    bool dayClosed = false;                    ///< today: no shift opens any more
};

/// The left side of Day close: the shift of this seat is opened, counted, and then waits for the lead.
class DrawerPanel : public QWidget {
    Q_OBJECT

public:
    explicit DrawerPanel(Desk& desk, QWidget* parent = nullptr);

    enum class Step : std::uint8_t { Nothing, Open, Count };
    void show(const DrawerStanding& standing);
    Step step() const { return m_step; }
    /// The own shift is counted, and nobody has closed it.
    bool waitsForLead() const { return m_waitsForLead; }
    /// A button of this action stands where that is said.
    void offer(QAction* lead);
    StartPanel& start() { return *m_start; }
    CountPanel& count() { return *m_count; }
    void focusFirst();
    void setBusy(bool busy);

Q_SIGNALS:
    void wanted(); ///< by the mouse

private:
    Step stepFor(const DrawerStanding& standing) const;
    void showNote(const DrawerStanding& standing);

    Desk& m_desk;
    Step m_step = Step::Nothing;
    bool m_waitsForLead = false;
    StartPanel* m_start;
    CountPanel* m_count;
    Card* m_note;
    QLabel* m_words;
    QLabel* m_rest;
    ShiftFigures* m_figures;
    KeyButton* m_leadButton = nullptr;
};

} // namespace meterhall::ui
