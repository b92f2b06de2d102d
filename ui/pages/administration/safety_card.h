#pragma once

#include "core/services/audit_log.h"
#include "ui/widgets/card.h"

class QGridLayout;
class QLabel;

namespace meterhall::ui {

class Badge;

/// How old the last backup is, and how long nobody has proved that one can be restored.
class SafetyCard : public Card {
    Q_OBJECT

public:
    explicit SafetyCard(const UtilityZone& zone, QWidget* parent = nullptr);
    /// `rows`: newest first.
    void show(const std::vector<services::BackupRow>& rows, Instant now);

private:
    struct Line {
        Badge* age;
        QLabel* words;
    };
    Line addLine(QGridLayout* grid, const QString& title);
    void showLine(const Line& line, const services::BackupRow* row, Instant now, int oldDays, const QString& none);

    UtilityZone m_zone;
    Line m_backup{};
    Line m_drill{};
};

} // namespace meterhall::ui
