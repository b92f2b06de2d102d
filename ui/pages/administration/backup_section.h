#pragma once

#include "core/services/audit_log.h"
#include "core/services/backup.h"
#include "ui/pages/administration/section.h"

namespace meterhall::ui {

class BackupForm;
class BackupReport;
class LedgerTable;
class SafetyCard;
class ViolationBar;
class WatchedWork;

/// Backups are written, and proved by drills: each says what it found, and how long ago the last one was is shown.
class BackupSection : public Section {
    Q_OBJECT

public:
    /// `act`: the page's Ctrl+Enter.
    BackupSection(Page& page, QAction* act);

    void enter() override;
    void focusFirst() override;
    bool stepBack() override;
    QString actText() const override;
    void act() override;
    /// The drill that was begun last, or nullptr.
    WatchedWork* drill() const;

private:
    QWidget* buildLeft();
    QWidget* buildRight(QAction* act);
    void show(const std::vector<services::BackupRow>& rows);
    void chooseFile();
    void startDrill();
    void watch(WatchedWork* drill);
    void showWork();
    bool isDrilling() const;

    QAction* m_drillKey;
    QAction* m_chooseKey;
    ViolationBar* m_broken;
    SafetyCard* m_safety;
    LedgerTable* m_table;
    BackupForm* m_form = nullptr;
    BackupReport* m_report = nullptr;
    std::vector<services::BackupRow> m_rows; ///< row ids are places in it, from 1
};

} // namespace meterhall::ui
