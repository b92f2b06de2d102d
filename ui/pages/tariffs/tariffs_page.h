#pragma once

#include "core/services/tariffs.h"
#include "ui/shell/enter_guard.h"
#include "ui/shell/page.h"

class QLabel;
class QStackedWidget;

namespace meterhall::ui {

class Badge;
class Card;
class ErrorBar;
class KeyButton;
class LedgerTable;
class QuantityEdit;
class ReplayPanel;
class SheetPanel;
class TariffForm;
class TemplatePanel;
class WatchedWork;
class WhyCard;

/// 价格: change a price without fear. Left the tariffs with their versions; right the chosen one as a form of its
/// charges, what differs from the version before it, its boundary sheet, its replay over real use,
/// and what some use costs. A draft saves itself;
/// what was entered is never changed; a second person puts it in force.
class TariffsPage : public Page {
    Q_OBJECT

public:
    TariffsPage(Desk& desk, QWidget* parent);

    QString context() const override;
    /// `text` of a visit is the code of a tariff.
    void enter(const Visit& visit) override;
    bool stepBack() override;
    void focusFirst() override;

    /// The draft begins from what a file says; the dialog of "Import" calls it.
    void importFile(const QString& path);
    /// The shown version in the exchange form; the dialog of "Export" calls it.
    void exportFile(const QString& path);

private:
    enum class View : std::uint8_t { Prices, Differences, Sheet, Replay };

    void addKeys();
    void addDraftKeys();
    QAction* addView(const QString& text, const QKeySequence& keys, View view);
    QWidget* buildLeft();
    QWidget* buildRight();
    QWidget* buildHead();
    QWidget* buildCost();
    void lookAgain();
    void showList(const std::vector<services::TariffRow>& rows);
    void readChosen();
    void showChosen(services::ShownTariff shown);
    void showHead();
    void showDifferences();
    void showRow();
    WatchedWork* replay() const;
    void startReplay();
    void watch(WatchedWork* replay);
    void showReplay();
    void sayWhatToChoose();
    void choose(View view);
    void allow();
    std::optional<services::TariffChoice> choice() const;

    /// One write at a time; afterwards everything is read again.
    template <class Job, class After>
    void write(const QString& words, Job job, After after);
    void save(const QString& code, const QJsonObject& file, const QString& said);
    void beginDraft();
    void dropDraft();
    void bringBack();
    void changeTiers(std::optional<QJsonObject> file);
    void act();
    void enterDraft();
    void putInForce();
    void askSecondPerson(TariffVersionId version, const QString& what, Date from);
    void beginTemplate();
    void chooseImport();
    void chooseExport();
    void askCost();

    QAction* m_do = nullptr;
    QAction* m_edit = nullptr;
    QAction* m_new = nullptr;
    QAction* m_import = nullptr;
    QAction* m_export = nullptr;
    QAction* m_drop = nullptr;
    QAction* m_bringBack = nullptr;
    QAction* m_askCost = nullptr;
    QAction* m_replay = nullptr;
    QAction* m_addTier = nullptr;
    QAction* m_removeTier = nullptr;
    std::vector<std::pair<View, KeyButton*>> m_tabs;
    EnterGuard m_enter;
    ErrorBar* m_error;
    LedgerTable* m_list;
    Card* m_head;
    Badge* m_state;
    Badge* m_proved;
    Badge* m_replayed;
    QLabel* m_facts;
    KeyButton* m_doButton = nullptr;
    QStackedWidget* m_stack;
    TariffForm* m_form;
    LedgerTable* m_differences;
    SheetPanel* m_sheet;
    ReplayPanel* m_replayPanel = nullptr;
    WatchedWork* m_watched = nullptr; ///< never followed, only compared: it may be gone
    TemplatePanel* m_template;
    QWidget* m_tabRow = nullptr;
    QWidget* m_costRow = nullptr;
    QuantityEdit* m_use;
    QuantityEdit* m_position;
    WhyCard* m_why;

    /// A draft that waits until the one before it is saved.
    struct Unsaved {
        QString code;
        QJsonObject file;
    };
    std::optional<Unsaved> m_unsaved;
    std::optional<Unsaved> m_dropped;              ///< can be brought back
    std::vector<services::TariffChoice> m_choices; ///< row ids of the list are places in it, from 1
    std::optional<services::TariffChoice> m_wanted;
    std::optional<services::ShownTariff> m_shown;
    View m_view = View::Prices;
    int m_question = 0;
    bool m_filling = false;
    bool m_busy = false;
};

} // namespace meterhall::ui
