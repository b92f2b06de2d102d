#pragma once

#include "core/services/session.h"
#include "ui/widgets/card.h"

class QAction;
class QLabel;
class QLineEdit;
class QProgressBar;

namespace meterhall::ui {

class SecretEdit;

/// Which file, and on a server which login may make the database it is opened in. The login and its password are asked
/// for each time and kept nowhere.
class BackupForm : public Card {
    Q_OBJECT

public:
    BackupForm(QAction* backUp, QAction* drill, QAction* choose, const services::Workplace& place,
               const UtilityZone& zone, QWidget* parent = nullptr);

    QString file() const;
    void setFile(const QString& file);
    /// A new file in the same folder, named by the time.
    void suggest(Instant now);
    /// The same folder, another name.
    void setName(const QString& name);
    bool isNew() const;
    bool isThere() const;
    /// Typed and not taken yet; the password leaves the form with it.
    std::optional<services::PostgresAdmin> takeAdmin();
    /// What is being done; empty: nothing.
    void showWork(const QString& words, int percent);
    /// Says anew whether the file is there and proved.
    void look();
    void focusFirst();

Q_SIGNALS:
    void changed();

private:
    QWidget* buildServer();
    QString stateOfFile() const;

    UtilityZone m_zone;
    QLineEdit* m_file;
    QLabel* m_state;
    QLineEdit* m_login = nullptr; ///< on a server only
    SecretEdit* m_password = nullptr;
    QProgressBar* m_progress;
    QLabel* m_work;
};

} // namespace meterhall::ui
