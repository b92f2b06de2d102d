#include "ui/theme/style_sheet.h"

#include "ui/theme/theme.h"

#include <QRegularExpression>

namespace meterhall::ui {

namespace {

// A focused edge is one pixel thicker and the padding one smaller, so that nothing moves.
constexpr const char* sheet = R"(
* { outline: 0 }
QToolTip { background: @surface; color: @text; border: 1px solid @lineStrong; padding: 4px 6px }

QFrame[role="card"] { background: @surface; border: 1px solid @line; border-radius: 8px }
QFrame[role="card"]:focus { border-color: @accent }
QFrame[role="inset"] { background: @surface2; border: 0; border-radius: 6px }
QFrame[role="rail"] { background: @rail; border: 0 }
QFrame[role="bar"] { background: @surface; border: 0; border-bottom: 1px solid @line }
QFrame[role="keys"] { background: @surface; border: 0; border-top: 1px solid @line }
QFrame[role="status"] { background: @window; border: 0; border-top: 1px solid @line }
QFrame[role="hairline"] { background: @line; border: 0 }
QFrame[role="change"] { background: @okSoft; border: 0; border-radius: 8px }
QFrame[role="problem"] { background: @dangerSoft; border: 1px solid @danger; border-radius: 8px }
QFrame[role="doubt"] { background: @unknownSoft; border: 0 }
QFrame[role="toast"] { background: @text; border: 0; border-radius: 8px }
QFrame[role="toast"] QLabel { color: @surface }
QFrame[role="popup"] { background: @surface; border: 1px solid @lineStrong; border-radius: 8px }

QLabel { background: transparent }
QLabel[tone="text2"] { color: @text2 }
QLabel[tone="text3"] { color: @text3 }
QLabel[tone="accent"] { color: @accent }
QLabel[tone="ok"] { color: @ok }
QLabel[tone="warn"] { color: @warn }
QLabel[tone="danger"] { color: @danger }
QLabel[tone="unknown"] { color: @unknown }
QLabel[tone="rail"] { color: @railText }

QPushButton { background: @surface; color: @text; border: 1px solid @lineStrong; border-radius: 6px; padding: 5px 12px;
              min-height: @control_inner }
QPushButton:hover { border-color: @accent }
QPushButton:focus { border: 2px solid @accent; padding: 4px 11px }
QPushButton:pressed { background: @surface2 }
QPushButton:disabled { background: @surface2; color: @text3; border-color: @line }
QPushButton[kind="primary"] { background: @accent; color: @accentText; border-color: @accent; font-weight: 600 }
QPushButton[kind="primary"]:focus { border: 2px solid @text; padding: 4px 11px }
QPushButton[kind="primary"]:disabled { background: @surface2; color: @text3; border-color: @line }
QPushButton[kind="quiet"] { background: transparent; color: @accent; border: 1px solid transparent; padding: 5px 8px }
QPushButton[kind="quiet"]:hover { border-color: @line }
QPushButton[kind="quiet"]:focus { border: 2px solid @accent; padding: 4px 7px }
QPushButton[kind="quiet"]:disabled { color: @text3 }
QPushButton[kind="on"], QPushButton[kind="choice"]:checked { background: @accentSoft; color: @text; border: 2px solid @accent; padding: 4px 11px }
QPushButton[kind="busy"] { background: @accentSoft; color: @accent; border-color: @accentSoft }
QPushButton[kind="danger"] { color: @danger; border-color: @danger }
QPushButton[kind="main"] { background: @accent; color: @accentText; border: 1px solid @accent; border-radius: 8px;
                           font-size: 18px; font-weight: 600; min-height: @mainAction }
QPushButton[kind="main"]:focus { border: 2px solid @text }
QPushButton[kind="main"]:disabled { background: @surface2; color: @text3; border-color: @line }
QPushButton[kind="link"] { background: transparent; color: @accent; border: 0; padding: 0; min-height: 24px; text-align: left }
QPushButton[kind="link"]:hover, QPushButton[kind="link"]:focus { text-decoration: underline }
QPushButton[kind="status"] { background: transparent; color: @text2; border: 0; padding: 0 8px; min-height: 24px; font-size: 12px }
QPushButton[kind="status"]:hover, QPushButton[kind="status"]:focus { color: @accent }
QToolButton[kind="rail"], QToolButton[kind="railOn"] { background: transparent; color: @railText; border: 0; border-radius: 8px; font-size: 12px;
                           padding: 6px 0 }
QToolButton[kind="rail"]:hover { color: @railWhite }
QToolButton[kind="rail"]:focus, QToolButton[kind="railOn"]:focus { border: 1px solid @railText }
QToolButton[kind="railOn"] { background: @railChosen; color: @railWhite; font-weight: 600; border-left: 3px solid @accentRail }

QLineEdit, QComboBox, QSpinBox, QDateEdit, QPlainTextEdit {
    background: @surface; color: @text; border: 1px solid @lineStrong; border-radius: 6px; padding: 4px 8px;
    selection-background-color: @selection; selection-color: @selectionText; min-height: @control_inner }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QPlainTextEdit:focus { border: 2px solid @accent; padding: 3px 7px }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { background: @surface2; color: @text3; border-color: @line }
QComboBox, QComboBox:focus { padding-right: 30px }
QComboBox::drop-down { border: 0; width: 28px }
QLineEdit[changed="1"] { background: @warnSoft }
QLineEdit[bad="1"] { border: 2px solid @danger; padding: 3px 7px }
QLineEdit[kind="search"] { background: @surface2; border-color: @line }
QLineEdit[kind="search"]:focus { border-color: @accent }
QLineEdit[kind="amount"] { font-size: 32px; font-weight: 600; padding: 4px 12px }
QLineEdit[kind="amount"]:focus { padding: 3px 11px }

QTableView { background: @surface; border: 0; gridline-color: transparent; selection-background-color: transparent }
QTreeView { background: @surface; color: @text; border: 0; padding: 4px 8px; selection-background-color: @selection; selection-color: @selectionText }
QTreeView::item { min-height: 26px }
QTreeView::item:selected { background: @selection; color: @selectionText }
QHeaderView { background: @surface2; border: 0 }
QHeaderView::section { background: @surface2; color: @text2; border: 0; border-bottom: 1px solid @line; padding: 0 10px; font-size: 13px; font-weight: 400 }
QProgressBar { background: @offSoft; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px }
QProgressBar::chunk { background: @accent; border-radius: 3px }
QCheckBox { spacing: 8px; min-height: 24px }
QCheckBox:focus { color: @accent }

QScrollBar { background: transparent; border: 0 }
QScrollBar:vertical { width: 12px }
QScrollBar:horizontal { height: 12px }
QScrollBar::handle { background: @lineStrong; border-radius: 3px; margin: 3px }
QScrollBar::handle:hover { background: @accent }
QScrollBar::handle:vertical { min-height: 24px }
QScrollBar::handle:horizontal { min-width: 24px }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0 }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent }
)";

QString heightText(int pixels) {
    return QString::number(pixels) + QStringLiteral("px");
}

QString valueOf(const QString& name, const QHash<QString, QString>& colors) {
    const Measures heights = measures();
    if (name == QLatin1String("control_inner")) // border and padding come on top
        return heightText(heights.control - 12);
    if (name == QLatin1String("mainAction"))
        return heightText(heights.mainAction - 12);
    if (name == QLatin1String("railWhite")) // the rail is dark in both modes
        return colorOf(Token::Text, ThemeMode::Dark).name();
    if (name == QLatin1String("accentRail"))
        return colorOf(Token::Accent, ThemeMode::Dark).name();
    Q_ASSERT_X(colors.contains(name), "styleSheetFor", qPrintable(name));
    return colors.value(name);
}

} // namespace

QString styleSheetFor(const Theme& theme) {
    QHash<QString, QString> colors;
    for (int i = 0; i < tokenCount; ++i)
        colors.insert(nameOf(Token(i)), theme.color(Token(i)).name());
    static const QRegularExpression variable(QStringLiteral("@([a-zA-Z0-9_]+)"));
    const QString text = QString::fromLatin1(sheet);
    QString filled;
    qsizetype end = 0;
    for (auto it = variable.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        filled += text.mid(end, match.capturedStart() - end) + valueOf(match.captured(1), colors);
        end = match.capturedEnd();
    }
    return filled + text.mid(end);
}

} // namespace meterhall::ui
