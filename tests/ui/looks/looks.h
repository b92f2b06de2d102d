#pragma once

#include <QStringList>

class QWidget;

namespace meterhall::ui {
class MainWindow;
}

namespace meterhall::tests {

/// What is wrong with the widgets below `root` that are shown, one sentence each; empty when nothing is.

/// Texts that do not fit: labels, buttons, headers, cells of tables whose column does not say that it may elide,
/// totals, placeholders, and sentences under a thermometer.
QStringList cutTexts(QWidget& root);
/// Widgets smaller than they may be, that stick out of their parent, or that lie on each other.
QStringList squeezedWidgets(QWidget& root);
/// What takes the focus or a click and has no name to be called by.
QStringList namelessControls(QWidget& root);
/// Two things that can be done now with one key, and actions without a text.
QStringList keyFaults(QWidget& window);

/// All of them.
QStringList faultsOf(QWidget& root);

} // namespace meterhall::tests
