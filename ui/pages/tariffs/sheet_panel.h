#pragma once

#include "core/services/tariffs.h"

#include <QWidget>

class QLabel;

namespace meterhall::ui {

class Badge;
class LedgerTable;

/// 边界表: every limit one step below, at and above it, cycle edges and change days, each with the tick of the second
/// computation; below it whether totals rise and are continuous.
class SheetPanel : public QWidget {
    Q_OBJECT

public:
    explicit SheetPanel(QWidget* parent = nullptr);
    void show(const services::BoundarySheet& sheet, const QString& unit);
    void focusTable();
    /// Place of the selected row in the sheet.
    std::optional<std::size_t> selected() const;

Q_SIGNALS:
    void selectedChanged();

private:
    Badge* m_proved;
    QLabel* m_breaks;
    LedgerTable* m_table;
};

/// "18 of 18 proved", as a badge.
void showProved(Badge& badge, const services::BoundarySheet& sheet);

} // namespace meterhall::ui
