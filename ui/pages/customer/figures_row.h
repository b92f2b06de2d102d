#pragma once

#include "core/services/customer_file.h"
#include "core/services/ladder_view.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace meterhall::ui {

/// The figures people ask for first: owed, paid ahead, use on the ladder and in a year, how the meter is read, and what
/// keeps the valve open.
class FiguresRow : public QWidget {
    Q_OBJECT

public:
    explicit FiguresRow(QWidget* parent = nullptr);
    void clear();
    void showHead(const services::CustomerHead& head);
    /// Where there is no ladder to stand on, what is wrong stands in its place.
    void showLadder(const services::LadderView& view);
    void showNoLadder();
    void showUse(const std::vector<services::MonthUse>& months, AccountingMonth last, const QString& unit);
    void showMeters(const std::vector<services::MeterAtPlace>& meters, Date today);

private:
    struct Figure {
        QLabel* value;
        QLabel* hint;
    };
    Figure addFigure(const QString& title, const char* name);
    static void say(const Figure& figure, const QString& value, const QString& hint);

    QHBoxLayout* m_row;
    Figure m_owed;
    Figure m_prepayment;
    Figure m_window;
    Figure m_year;
    Figure m_read;
    Figure m_supply;
};

/// Use of twelve months against the twelve before.
struct YearUse {
    BilledQuantity now = BilledQuantity::zero();
    BilledQuantity before = BilledQuantity::zero();
    int bills = 0;
    int billsBefore = 0;

    /// "+10.0 %"; empty where there was nothing before, or another number of bills.
    QString change() const;
};
YearUse yearUse(const std::vector<services::MonthUse>& months, AccountingMonth last);

} // namespace meterhall::ui
