#pragma once

#include "core/papers/explanation_paper.h"
#include "core/services/bill_difference.h"
#include "core/services/customer_file.h"
#include "core/services/trace_bill.h"
#include "ui/shell/page.h"

#include <QDialog>

class QComboBox;
class QLabel;

namespace meterhall::ui {

class Badge;
class ErrorBar;
class TraceTree;
class TraceWords;
class Waterfall;
class WhyCard;

/// 账单说明: how one bill came about, line by line down to dials, prices and bounds, and why it comes to another sum
/// than an earlier one. Over the page, which stays as it is; Enter on a number goes where it comes from.
class BillExplanation : public QDialog {
    Q_OBJECT

public:
    BillExplanation(Desk& desk, BillId bill, QWidget* parent);

Q_SIGNALS:
    void visitWanted(const meterhall::ui::Visit& visit);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildTree();
    QWidget* buildDifference();
    QWidget* buildButtons();
    void askTrace();
    void askOthers();
    void chooseOther();
    void compare();
    void showTrace();
    void showOthers(const services::BillsPage& bills);
    void showDifference(const services::BillDifferenceView& difference);
    void goTo(LeafKind kind);
    TraceWords wordsOfTrace() const;
    bool mayPrint() const;
    /// Shows the paper; Enter there prints it.
    void askPaper();
    void showPaper(papers::ExplanationPaper paper);

    Desk& m_desk;
    BillId m_bill;
    ErrorBar* m_error;
    WhyCard* m_why;
    TraceTree* m_tree;
    Badge* m_proof;
    QComboBox* m_other;
    Waterfall* m_steps;
    QLabel* m_sentences;
    std::optional<services::BillArithmetic> m_arithmetic;
    std::optional<services::TracedBill> m_traced;
    QStringList m_reasons; ///< why it is more or less than the other bill, as shown
};

/// Opens it over a page, which goes where the explanation leads. Nothing for no bill.
void explainBill(Page& page, std::int64_t bill);

} // namespace meterhall::ui
