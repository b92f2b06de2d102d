#pragma once

#include "core/calendar/utility_zone.h"
#include "core/services/reading_review.h"
#include "ui/widgets/card.h"

#include <QPointer>

class QAction;
class QLineEdit;

namespace meterhall::ui {

class Badge;
class QuantityEdit;
class DialUsesChart;

/// All a person needs to believe a reading or not, and in place the note of a rejection or the dial he believes. It
/// knows cards, not services; the page gives them.
class ExceptionCard : public Card {
    Q_OBJECT

public:
    /// The keys of the page that stand as buttons below.
    struct Keys {
        QAction* accept;
        QAction* reject;
        QAction* correct;
    };
    ExceptionCard(const Keys& keys, const UtilityZone& zone, QWidget* parent = nullptr);

    void show(const services::ReadingCard& card);
    void clear();

    /// What is typed in place.
    enum class Form : std::uint8_t { None, Reject, Correct };
    void open(Form form);
    Form form() const { return m_form; }
    QString note() const;
    Result<Decimal> dial() const;
    /// The first field that is not filled gets the focus and says so; true when nothing is missing.
    bool isFilled();

private:
    QWidget* buildHead();
    QWidget* buildDials();
    QWidget* buildForm();
    QWidget* buildKeys(const Keys& keys);
    void showState(const services::ReadingCard& card);
    void showDials(const services::ReadingCard& card);
    void showReasons(const services::ReadingCard& card);

    UtilityZone m_zone;
    Form m_form = Form::None;
    QWidget* m_inside;
    QLabel* m_holder;
    Badge* m_state;
    QLabel* m_account;
    QLabel* m_address;
    QLabel* m_lastWhen;
    QLabel* m_last;
    QLabel* m_nowWhen;
    QLabel* m_now;
    QLabel* m_use;
    QLabel* m_band;
    QLabel* m_chartWords;
    DialUsesChart* m_chart;
    QLabel* m_reasonsTitle;
    QWidget* m_reasons;
    QLabel* m_others;
    QWidget* m_formBox;
    QLabel* m_formTitle;
    QWidget* m_dialRow;
    QPointer<QuantityEdit> m_dial;
    QLineEdit* m_note;
    QLabel* m_problem;
    QWidget* m_moreKeys;
};

} // namespace meterhall::ui
