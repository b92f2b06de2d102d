#include "ui/theme/theme.h"

#include "ui/theme/program_style.h"
#include "ui/theme/style_sheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QVariant>

namespace meterhall::ui {

namespace {

constexpr const char* modeKey = "meterhall.themeMode";
constexpr const char* densityKey = "meterhall.density";
constexpr const char* familiesKey = "meterhall.fontFamilies";

QStringList families() {
    const QVariant chosen = qApp ? qApp->property(familiesKey) : QVariant();
    return chosen.isValid() ? chosen.toStringList()
                            : QStringList{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("WenQuanYi Micro Hei")};
}

struct RoleToken {
    QPalette::ColorRole role;
    Token token;
};
constexpr std::array roleTokens = std::to_array<RoleToken>({
    {QPalette::Window, Token::Window},
    {QPalette::WindowText, Token::Text},
    {QPalette::Text, Token::Text},
    {QPalette::ButtonText, Token::Text},
    {QPalette::Base, Token::Surface},
    {QPalette::Button, Token::Surface},
    {QPalette::AlternateBase, Token::Zebra},
    {QPalette::ToolTipBase, Token::Surface},
    {QPalette::ToolTipText, Token::Text},
    {QPalette::Light, Token::Surface2},
    {QPalette::Midlight, Token::Surface2},
    {QPalette::Mid, Token::Line},
    {QPalette::Dark, Token::LineStrong},
    {QPalette::Highlight, Token::Selection},
    {QPalette::HighlightedText, Token::SelectionText},
    {QPalette::PlaceholderText, Token::Text3},
    {QPalette::Link, Token::Accent},
    {QPalette::LinkVisited, Token::Accent},
    {QPalette::BrightText, Token::Danger},
});

struct RoleFont {
    int pixels;
    QFont::Weight weight;
};
RoleFont roleFont(TextRole role) {
    switch (role) {
    case TextRole::ToPay:
        return {50, QFont::Bold};
    case TextRole::Change:
        return {40, QFont::Bold};
    case TextRole::Difference:
        return {30, QFont::Bold};
    case TextRole::AmountInput:
        return {32, QFont::DemiBold};
    case TextRole::KeyFigure:
        return {22, QFont::DemiBold};
    case TextRole::PageTitle:
        return {18, QFont::DemiBold};
    case TextRole::CardTitle:
        return {15, QFont::DemiBold};
    case TextRole::Body:
        return {14, QFont::Normal};
    case TextRole::Emphasis:
        return {14, QFont::DemiBold};
    case TextRole::Label:
        return {13, QFont::Normal};
    case TextRole::Hint:
    case TextRole::Frames:
        return {12, QFont::Normal};
    case TextRole::KeyCap:
        return {11, QFont::Medium};
    }
    Q_UNREACHABLE();
}

} // namespace

QPalette Theme::palette() const {
    QPalette palette;
    for (const RoleToken& entry : roleTokens)
        palette.setColor(QPalette::All, entry.role, color(entry.token));
    palette.setColor(QPalette::All, QPalette::Shadow, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Token::Text3));
    return palette;
}

QString Theme::styleSheet() const {
    return styleSheetFor(*this);
}

void Theme::apply() const {
    qApp->setProperty(modeKey, int(m_mode));
    qApp->setProperty(densityKey, int(m_density));
    QApplication::setStyle(new ProgramStyle);
    QApplication::setPalette(palette());
    QApplication::setFont(fontOf(TextRole::Body));
    qApp->setStyleSheet(styleSheet());
}

Theme Theme::applied() {
    if (!qApp)
        return {};
    return {ThemeMode(qApp->property(modeKey).toInt()), Density(qApp->property(densityKey).toInt())};
}

QFont fontOf(TextRole role) {
    const RoleFont wanted = roleFont(role);
    QFont font;
    font.setFamilies(role == TextRole::Frames ? QStringList{QStringLiteral("DejaVu Sans Mono")} + families()
                                              : families());
    font.setPixelSize(wanted.pixels);
    font.setWeight(wanted.weight);
    return font;
}

void chooseFontFamilies(const QString& language) {
    const bool traditional = language.startsWith(QLatin1String("zh_TW")) || language.startsWith(QLatin1String("zh_HK"));
    qApp->setProperty(familiesKey,
                      QStringList{traditional ? QStringLiteral("Noto Sans CJK TC") : QStringLiteral("Noto Sans CJK SC"),
                                  QStringLiteral("WenQuanYi Micro Hei")});
}

Measures measures() {
    if (Theme::applied().density() == Density::Compact)
        return {.control = 30,
                .largeButton = 40,
                .mainAction = 48,
                .row = 32,
                .counterRow = 34,
                .twoLineRow = 46,
                .header = 28};
    return {.control = 34,
            .largeButton = 44,
            .mainAction = 54,
            .row = 36,
            .counterRow = 38,
            .twoLineRow = 50,
            .header = 30};
}

} // namespace meterhall::ui
