#pragma once

#include <QFrame>
#include <QTimer>

class QHBoxLayout;

namespace meterhall::ui {

class Page;

/// The keys that work now, made from the page's actions, so that it cannot lie. Clicking one does it.
class KeyStrip : public QFrame {
    Q_OBJECT

public:
    explicit KeyStrip(QWidget* parent = nullptr);
    void showKeysOf(Page* page);
    /// What it shows, for the wall card and for tests: "F5 Cash".
    QStringList words() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();

    QHBoxLayout* m_layout;
    Page* m_page = nullptr;
    QTimer m_soon; ///< several actions change at once
};

} // namespace meterhall::ui
