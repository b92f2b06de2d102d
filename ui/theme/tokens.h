#pragma once

#include <QColor>

#include <span>

namespace meterhall::ui {

enum class ThemeMode : std::uint8_t { Light, Dark };

/// Every colour of the program by its use; nothing else names a colour. The values of both modes and the least contrast
/// each pair must keep stand in tokens.cpp, and a test works the ratios out again.
enum class Token : std::uint8_t {
    Window,
    Surface,
    Surface2, ///< headers, insets
    Zebra,
    Line,       ///< hairlines: decoration only
    LineStrong, ///< outlines of controls
    Text,
    Text2, ///< labels, secondary
    Text3, ///< hints, units
    Accent,
    AccentText, ///< on Accent
    AccentSoft,
    Selection,
    SelectionText,
    Rail,
    RailText,
    RailChosen,
    CapLine, ///< edge of a key cap
    Tier1,
    Tier2,
    Tier3,
    Tier4,
    Gas,
    Water,
    Heat,
    Electricity,
    Ok,
    OkSoft,
    Warn,
    WarnSoft,
    Danger,
    DangerSoft,
    Unknown, ///< outcome not known yet
    UnknownSoft,
    OffSoft, ///< pill of what waits or is off; its text is Text2
};
constexpr int tokenCount = int(Token::OffSoft) + 1;

QColor colorOf(Token token, ThemeMode mode);
/// "surface2": the name in style sheets.
QString nameOf(Token token);

/// Two tokens that meet on the screen: text on a ground (at least 4.5) or an outline or chart fill on it (at least 3).
struct TokenPair {
    Token front;
    Token ground;
    int leastHundredths; ///< 450 or 300
};
std::span<const TokenPair> contrastPairs();

} // namespace meterhall::ui
