#pragma once

#include "ui/pages/administration/audit_words.h"
#include "ui/pages/administration/section.h"

class QComboBox;

namespace meterhall::ui {

class CheckCard;
class HistoryCard;
class ViolationBar;
class WatchedWork;

/// What everybody did, newest first, and the check that nobody changed anything of it or of the books.
class AuditSection : public Section {
    Q_OBJECT

public:
    explicit AuditSection(Page& page);

    void enter() override;
    void focusFirst() override;
    bool stepBack() override;
    /// The check that was begun last, or nullptr.
    WatchedWork* check() const;

private:
    struct Portion {
        std::vector<services::AuditRow> rows;
        StaffNames names;
    };
    static Result<Portion> read(services::Session& session, const services::AuditWanted& wanted);

    QComboBox* buildFilter();
    void readMore(const PageMark& after);
    void take(const Portion& portion);
    void startCheck();
    void watch(WatchedWork* check);
    void showCheck();

    QAction* m_checkKey;
    CheckCard* m_check;
    ViolationBar* m_broken;
    HistoryCard* m_list;
    QComboBox* m_filter;
    int m_question = 0;
};

} // namespace meterhall::ui
