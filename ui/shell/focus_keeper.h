#pragma once

#include <QPointer>
#include <QWidget>

namespace meterhall::ui {

/// Where the keys went before something came over the page. They go there again afterwards, and what was half typed
/// is typed on, not typed over.
class FocusKeeper {
public:
    void keep(QWidget* focused);
    /// False when what had the focus is gone, or cannot take it.
    bool giveBack();

private:
    QPointer<QWidget> m_focused;
    int m_cursor = 0;
};

} // namespace meterhall::ui
