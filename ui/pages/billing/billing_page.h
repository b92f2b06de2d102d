#pragma once

#include "core/services/billing_overview.h"
#include "ui/shell/page.h"

#include <QPointer>

namespace meterhall::ui {

class Card;
class ErrorBar;
class LedgerTable;
class LongRun;
class MonthEdit;
class RowCard;
class RunCard;
class RunRows;
class WhyCard;

/// 出账: bill everyone once, and see the odd ones first. Left the books of a month, right the run of the chosen one
/// with its accounts: computed, checked by a second person, posted chunk by chunk.
class BillingPage : public Page {
    Q_OBJECT

public:
    BillingPage(Desk& desk, QWidget* parent);

    QString context() const override;
    /// `subject`: a run to show.
    void enter(const Visit& visit) override;
    void describe(Visit& visit) const override;
    bool stepBack() override;
    void focusFirst() override;

    /// What posts the run that is shown, begun in this program and not over; or nullptr.
    LongRun* posting() const;

private:
    void addKeys();
    QWidget* buildLeft();
    QWidget* buildRight();

    void findMonth();
    void openRun(std::int64_t run);
    void setMonth(AccountingMonth month);
    void readBooks();
    void showBooks(std::vector<services::BookRun> books);
    void openBook(std::int64_t book);
    void readRun(std::int64_t run);
    void showRun(services::RunOverview run);
    void noteProgress();
    void look();
    void showHead();
    void showRow();
    void enableKeys();
    const services::BookRun* book() const;

    void draft();
    void drafted(const Result<services::RunSummary>& run);
    void check();
    void post();
    void watch(LongRun* posting);
    void postingChanged(LongRun* posting);
    void openCustomer();
    void explainRow();

    QAction* m_draft = nullptr;
    QAction* m_check = nullptr;
    QAction* m_post = nullptr;
    QAction* m_customer = nullptr;
    QAction* m_compare = nullptr;

    MonthEdit* m_monthEdit;
    LedgerTable* m_books;
    ErrorBar* m_error;
    RunCard* m_head = nullptr;
    Card* m_rowsCard = nullptr;
    LedgerTable* m_table;
    RunRows* m_rows;
    RowCard* m_row;
    WhyCard* m_why;

    AccountingMonth m_month;
    bool m_monthKnown = false;
    std::vector<services::BookRun> m_bookRuns;
    std::optional<BookId> m_book;
    std::optional<services::RunOverview> m_run;
    std::optional<std::vector<services::ChangedAccount>> m_changed;
    bool m_looking = false;
    bool m_writing = false;
    int m_question = 0;
};

} // namespace meterhall::ui
