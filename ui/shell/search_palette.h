#pragma once

#include "core/services/customers.h"
#include "core/services/seat_desk.h"
#include "ui/shell/guide.h"
#include "ui/shell/page.h"
#include "ui/widgets/ledger_table.h"

#include <QLineEdit>

namespace meterhall::ui {

/// One box for everything: customers by account number, name, pinyin initials, phone, address or meter number; `>`
/// first for commands and pages; `?` first for the guide and keys. Typing is never blocked: answers come when they
/// come, and Enter pressed before they are there opens the first one as soon as it is.
class SearchPalette : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchPalette(Desk& desk, QWidget* parent = nullptr);

    void setPages(std::vector<PageDeclaration> pages) { m_pages = std::move(pages); }
    /// Whose keys the `>` list offers, and whose section of the guide comes first.
    void setPage(Page* page, const QString& id);
    void setGuide(std::vector<GuideSection> guide) { m_guide = std::move(guide); }
    /// Commands of the whole program.
    void setCommands(const QList<QAction*>& commands) { m_commands = commands; }
    bool isOpen() const { return m_popup->isVisible(); }
    void close();

Q_SIGNALS:
    /// `counter`: Ctrl+Enter, open it at the counter whatever page is shown.
    void accountChosen(meterhall::AccountId account, bool counter);
    void pageChosen(const QString& page);
    void helpChosen(const QString& section);
    /// Something was chosen, and it left the focus to nobody.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Offer {
        QString title;
        QString detail;
        const char* icon = "customers";
        std::function<void(bool counter)> open;
    };
    struct Found {
        std::vector<services::FoundAccount> accounts;
        std::optional<services::DeskReceipt> receipt;
    };
    void look();
    static Result<Found> lookUp(services::Session& session, const QString& typed);
    std::vector<Offer> offersOf(const Found& found);
    void lookForAccounts(const QString& typed);
    void offer(std::vector<Offer> offers, const QString& ifNone);
    std::vector<Offer> commandsNamed(const QString& typed);
    std::vector<Offer> helpAbout(const QString& typed);
    void offerCommands(const QString& typed);
    void offerHelp(const QString& typed);
    void offerRecent();
    Offer customer(const services::FoundAccount& one);
    void choose(bool counter);
    void place();

    Desk& m_desk;
    std::vector<PageDeclaration> m_pages;
    Page* m_page = nullptr;
    QString m_pageId;
    std::vector<GuideSection> m_guide;
    QList<QAction*> m_commands;
    QFrame* m_popup;
    LedgerTable* m_list;
    std::vector<Offer> m_offers;
    int m_question = 0;           ///< the answer to an older one is not shown
    bool m_waiting = false;       ///< an answer is on its way
    std::optional<bool> m_chosen; ///< Enter was pressed meanwhile; true with Ctrl
};

} // namespace meterhall::ui
