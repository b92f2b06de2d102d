#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QPalette>

class QApplication;

namespace meterhall::ui {

/// Heights of controls and rows; fonts stay.
enum class Density : std::uint8_t { Normal, Compact };

/// How the program looks. Like Qt's own palette and font it belongs to the application: applied once, asked for by
/// whoever paints.
class Theme {
public:
    Theme() = default;
    Theme(ThemeMode mode, Density density)
        : m_mode(mode)
        , m_density(density) {}

    ThemeMode mode() const { return m_mode; }
    Density density() const { return m_density; }
    bool operator==(const Theme&) const = default;

    QColor color(Token token) const { return colorOf(token, m_mode); }
    QPalette palette() const;
    QString styleSheet() const;

    /// Sets style, palette, font and style sheet. Needs a QApplication.
    void apply() const;
    /// What was applied last.
    static Theme applied();

private:
    ThemeMode m_mode = ThemeMode::Light;
    Density m_density = Density::Normal;
};

/// The colour of a token in the theme that is applied.
inline QColor tone(Token token) {
    return Theme::applied().color(token);
}

/// What a text is, which decides its size and weight (px).
enum class TextRole : std::uint8_t {
    ToPay,       ///< 50, bold
    Change,      ///< 40, bold
    Difference,  ///< 30, bold
    AmountInput, ///< 32, demi-bold
    KeyFigure,   ///< 22, demi-bold: customer name, key figures
    PageTitle,   ///< 18, demi-bold
    CardTitle,   ///< 15, demi-bold
    Body,        ///< 14
    Emphasis,    ///< 14, demi-bold
    Label,       ///< 13
    Hint,        ///< 12
    KeyCap,      ///< 11, medium
    Frames,      ///< 12, monospace: bytes
};
QFont fontOf(TextRole role);
/// The families the program is set in, by the script of the language: Noto Sans CJK SC, or TC.
void chooseFontFamilies(const QString& language);

/// Heights in px in the density that is applied.
struct Measures {
    int control;     ///< 34
    int largeButton; ///< 44
    int mainAction;  ///< 54
    int row;         ///< 36
    int counterRow;  ///< 38
    int twoLineRow;  ///< 50
    int header;      ///< 30
};
Measures measures();

} // namespace meterhall::ui
