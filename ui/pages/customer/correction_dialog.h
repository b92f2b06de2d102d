#pragma once

#include "core/services/bill_summary.h"
#include "core/services/correction.h"
#include "ui/shell/page.h"

#include <QDialog>

class QLabel;

namespace meterhall::ui {

class CorrectionForm;
class ErrorBar;
class KeyButton;
class LedgerTable;

/// 更正账单: what is true of a bill that was issued, what follows from it bill by bill, and the second person who does
/// it. Over the customer's page; until the second person says yes nothing has changed.
class CorrectionDialog : public QDialog {
    Q_OBJECT

public:
    CorrectionDialog(Desk& desk, BillId bill, QWidget* parent);

Q_SIGNALS:
    /// Whoever shows the task prints the sheet of that correction when it was done.
    void secondPersonWanted(const meterhall::ui::SecondPersonTask& task, std::int64_t correction);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void askBill(BillId bill);
    void showForm(const services::BillSummary& bill);
    QWidget* buildButtons();
    void workOut();
    void show(const services::SettlementSheet& sheet);
    void askSecondPerson();

    Desk& m_desk;
    ErrorBar* m_error;
    QWidget* m_left;
    CorrectionForm* m_form = nullptr;
    LedgerTable* m_bills;
    QLabel* m_sum;
    KeyButton* m_approve = nullptr;
    std::optional<services::SettlementSheet> m_sheet;
    bool m_busy = false;
};

} // namespace meterhall::ui
