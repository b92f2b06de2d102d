#pragma once

#include "ui/shell/page.h"

#include <QFrame>
#include <QHash>

class QBoxLayout;
class QToolButton;

namespace meterhall::ui {

/// The pages somebody may open, in the order of the day, which never changes. Alt+1 … Alt+9 jump.
class Rail : public QFrame {
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);
    void setPages(const std::vector<PageDeclaration>& pages);
    void setCurrent(const QString& page);
    /// How many things on that page need me; 0 hides it.
    void setBadge(const QString& page, int count);

Q_SIGNALS:
    void pageChosen(const QString& page);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry {
        QString page;
        QToolButton* button;
        const char* icon;
    };
    void fit();

    QBoxLayout* m_layout;
    std::vector<Entry> m_entries;
    QHash<QString, int> m_badges;
};

} // namespace meterhall::ui
