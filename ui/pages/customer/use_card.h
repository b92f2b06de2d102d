#pragma once

#include "core/services/customer_file.h"
#include "ui/widgets/card.h"
#include "ui/widgets/use_chart.h"

class QStackedLayout;

namespace meterhall::ui {

class LedgerTable;
class TierLegend;

/// Use month by month as a chart, or as a table with the same words.
class UseCard : public Card {
    Q_OBJECT

public:
    static constexpr int months = 24;

    explicit UseCard(QWidget* parent = nullptr);
    void show(const std::vector<services::MonthUse>& use, AccountingMonth last, const QString& unit);
    void clear();
    void setAsTable(bool asTable);
    bool isTable() const;
    void focusShown();

private:
    QStackedLayout* m_stack;
    UseChart* m_chart;
    LedgerTable* m_table;
    TierLegend* m_legend;
};

/// The months up to `last`, oldest first; those without a bill are not known.
std::vector<UseColumn> useColumns(const std::vector<services::MonthUse>& use, AccountingMonth last,
                                  const QString& unit);

} // namespace meterhall::ui
