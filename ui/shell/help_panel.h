#pragma once

#include "ui/shell/guide.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

class QAction;
class QLabel;
class QTextBrowser;

namespace meterhall::ui {

/// 帮助: a section of the user guide over the right side of the page, the keys of the page first. The page stays as it
/// is; Esc closes.
class HelpPanel : public QFrame {
    Q_OBJECT

public:
    explicit HelpPanel(QWidget* parent);
    /// `keys` are the actions of the page the section is about; those without a key, or that are not there for whoever
    /// is signed in, are left out. What they say is kept up to date.
    void show(const GuideSection& section, const QList<QAction*>& keys);
    void open();
    void close();
    /// What can be read in it.
    QString text() const;

Q_SIGNALS:
    void opened(); ///< before it takes the focus
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Only when something has changed, so that the place that is read stays.
    void refresh();
    void render();

    QLabel* m_title;
    QTextBrowser* m_text;
    QList<QPointer<QAction>> m_keys;
    QString m_section;
    QString m_markdown; ///< keys and section
    QTimer m_soon;      ///< several actions change at once
};

/// A table of keys and what they do, as markdown; empty without any.
QString keysAsMarkdown(const QList<QAction*>& actions);

} // namespace meterhall::ui
