#pragma once

#include "core/services/tariff_replay.h"

#include <QJsonObject>
#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;

namespace meterhall::ui {

class Badge;
class LedgerTable;
class WatchedWork;

/// What a replay came to, with the text of the version it was of: a draft changes meanwhile.
struct ReplayedTariff {
    QJsonObject file;
    services::TariffReplay replay;
};

/// 用真实用量重放: a draft over what was billed: who pays more and less, revenue, use by tier, coverage.
class ReplayPanel : public QWidget {
    Q_OBJECT

public:
    ReplayPanel(QAction* replay, const UtilityZone& zone, QWidget* parent = nullptr);

    /// `work` is nullptr before the first replay; `file` is the version as it is now.
    void show(const WatchedWork* work, const QJsonObject& file, const QString& unit);
    void focusTable();
    QString sentence() const;

private:
    void showAtWork(const WatchedWork& work);
    void showEnded(const WatchedWork& work, const ReplayedTariff& found, bool isOld, const QString& unit);
    void showCoverage(const services::TariffReplay* replay);

    UtilityZone m_zone;
    Badge* m_state;
    QLabel* m_sentence;
    QProgressBar* m_progress;
    std::vector<Badge*> m_coverage; ///< of the first tier, the first two, and the accounts hit hard
    LedgerTable* m_table;
    const void* m_shown = nullptr; ///< the answer whose rows the table holds
};

/// The gate's line about it: not replayed, how far, what it came to, or that the draft has changed since.
void showReplayed(Badge& badge, const WatchedWork* work, const QJsonObject& file);

} // namespace meterhall::ui
