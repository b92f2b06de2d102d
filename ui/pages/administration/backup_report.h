#pragma once

#include "core/services/backup.h"
#include "ui/widgets/card.h"

class QLabel;

namespace meterhall::ui {

class Badge;

/// What became of something, and how long it took by the clock on the wall.
template <class T>
struct Timed {
    T result;
    qint64 milliseconds = 0;
};

/// What a backup or a drill gave: how much there was, what was proved, and how long it took.
class BackupReport : public Card {
    Q_OBJECT

public:
    explicit BackupReport(QWidget* parent = nullptr);
    void show(const QString& file, const Timed<services::BackupResult>& backup);
    void show(const QString& file, const Timed<services::DrillResult>& drill);
    /// Everything it says, line by line.
    QString text() const;

private:
    void say(const QString& title, State state, const QString& word, const QString& sentence);
    void sayFacts(const QStringList& facts);

    Badge* m_state;
    QLabel* m_sentence;
    QLabel* m_facts;
};

} // namespace meterhall::ui
