#pragma once

#include "ui/pages/readings/exception_card.h"
#include "ui/pages/readings/reading_queue.h"
#include "ui/shell/page.h"

class QLabel;

namespace meterhall::ui {

class ErrorBar;
class LedgerTable;

/// 抄表复核: to believe a reading or not, fast and with reasons. Left why readings wait and in which books, in the
/// middle the queue, right all that is known of the selected one.
class ReadingsPage : public Page {
    Q_OBJECT

public:
    ReadingsPage(Desk& desk, QWidget* parent);

    QString context() const override;
    /// `subject` of a visit is a reading: it is selected, or shown when it does not wait.
    void enter(const Visit& visit) override;
    void describe(Visit& visit) const override;
    bool stepBack() override;
    void focusFirst() override;

    const ReadingQueue& queue() const { return m_queue; }
    const ExceptionCard& card() const { return *m_card; }

private:
    /// What became of readings that were ticked.
    struct Accepted {
        std::vector<ReadingId> readings;
        std::optional<Error> error; ///< of the one the rest waits behind
    };

    void addKeys();
    QWidget* buildLeft();
    QWidget* buildMiddle();

    void readCounts();
    void showCounts(std::vector<services::BookExceptions> counts);
    void readQueue();
    void showQueue();
    void showReasons();
    void showBooks();
    void readCards();
    void cardsCame(std::vector<services::ReadingCard> cards);
    void showSelected();
    void showForeign(ReadingId reading);
    void showTicked();
    void allow();

    void confirm();
    void decide(Decision decision, const QString& note);
    void correct();
    void acceptTicked();
    void undo();
    void tickRight();
    void leave(ReadingId reading);
    void failed(const Error& error);
    std::optional<ReadingId> selected() const;
    int waiting() const;
    void noteProgress();
    QString doneWords() const;

    QAction* m_accept = nullptr;
    QAction* m_acceptTicked = nullptr;
    QAction* m_reject = nullptr;
    QAction* m_correct = nullptr;
    QAction* m_tick = nullptr;
    QAction* m_tickRight = nullptr;
    QAction* m_undo = nullptr;

    ErrorBar* m_error;
    LedgerTable* m_reasons;
    LedgerTable* m_books;
    Card* m_queueCard;
    LedgerTable* m_table;
    QLabel* m_sum;
    QLabel* m_undoWords;
    ExceptionCard* m_card = nullptr;

    ReadingQueue m_queue;
    std::vector<services::BookExceptions> m_counts;
    std::optional<BookId> m_book; ///< empty: all books
    bool m_bookChosen = false;
    QString m_reason; ///< name of a rule; empty: all
    std::vector<QString> m_reasonNames;
    std::optional<ReadingId> m_wanted; ///< to be selected when it comes
    std::vector<std::vector<ReadingId>> m_undoable;
    int m_accepted = 0;
    int m_rejected = 0;
    int m_corrected = 0;
    int m_question = 0;
    bool m_filling = false;
    bool m_busy = false; ///< a correction or the ticked ones are on their way
};

} // namespace meterhall::ui
