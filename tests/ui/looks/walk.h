#pragma once

#include "tests/ui/looks/scenes.h"

#include <QAccessible>

#include <set>

namespace meterhall::tests {

/// Presses everything that can be pressed in a scene, through accessibility as a screen reader would, and once each:
/// the buttons, and the commands of the window and the page that have no button. Afterwards something has to be
/// different: rows, texts, the focus, what is enabled, the clipboard, printed papers, what is on its way. What leads
/// away is followed one step, then the scene is opened again; what used itself up gets a fresh town.
class Walk {
public:
    /// `shell`: also what stands around the page and is the same on every one.
    Walk(bool onSqlite, Scene scene, bool shell);
    ~Walk();

    /// Called for every window: a test plants something in it.
    void setPlanted(std::function<void(ui::MainWindow&)> plant) { m_plant = std::move(plant); }
    void go();
    const QStringList& silent() const { return m_silent; }
    /// What was there at the beginning and could never be pressed.
    const QStringList& unreached() const { return m_unreached; }
    int pressed() const { return int(m_pressed.size()); }

private:
    struct Handle {
        QString name;
        std::function<void()> press;
    };
    std::vector<Handle> handles();
    void addButtons(QAccessibleInterface* node, std::vector<Handle>& found);
    bool belongs(const QWidget& widget) const;
    void begin();
    void open();
    bool isAtScene();
    void press(const Handle& handle);
    bool answers(const Handle& handle);
    QStringList seen();

    bool m_onSqlite;
    Scene m_scene;
    bool m_shell;
    std::function<void(ui::MainWindow&)> m_plant;
    std::unique_ptr<PageTown> m_at;
    bool m_seated = false;
    QString m_page; ///< title of the scene's
    std::set<QString> m_pressed;
    QStringList m_silent;
    QStringList m_unreached;
};

} // namespace meterhall::tests
