#include "ui/theme/tokens.h"

#include <array>

namespace meterhall::ui {

namespace {

struct TokenRow {
    Token token;
    const char* name;
    QRgb light;
    QRgb dark;
};

constexpr QRgb hex(QRgb rgb) {
    return 0xFF000000u | rgb;
}

constexpr std::array<TokenRow, tokenCount> rows{{
    {Token::Window, "window", hex(0xEEF2F5), hex(0x12181E)},
    {Token::Surface, "surface", hex(0xFFFFFF), hex(0x1A222A)},
    {Token::Surface2, "surface2", hex(0xF5F8FA), hex(0x212B34)},
    {Token::Zebra, "zebra", hex(0xF9FBFC), hex(0x1D262F)},
    {Token::Line, "line", hex(0xDCE3E9), hex(0x303C47)},
    {Token::LineStrong, "lineStrong", hex(0x75838F), hex(0x738595)},
    {Token::Text, "text", hex(0x14212C), hex(0xE8EEF3)},
    {Token::Text2, "text2", hex(0x445462), hex(0xB4C1CC)},
    {Token::Text3, "text3", hex(0x546471), hex(0x9FAEBB)},
    {Token::Accent, "accent", hex(0x0B5A8F), hex(0x63B3EA)},
    {Token::AccentText, "accentText", hex(0xFFFFFF), hex(0x06202F)},
    {Token::AccentSoft, "accentSoft", hex(0xDDECF8), hex(0x17374D)},
    {Token::Selection, "selection", hex(0xD2E6F6), hex(0x1A3F59)},
    {Token::SelectionText, "selectionText", hex(0x14212C), hex(0xE8EEF3)},
    {Token::Rail, "rail", hex(0x10293B), hex(0x0C1116)},
    {Token::RailText, "railText", hex(0xC3D3DF), hex(0x9FB0BE)},
    {Token::RailChosen, "railChosen", hex(0x1D4A69), hex(0x17374D)},
    {Token::CapLine, "capLine", hex(0xB8C4CE), hex(0x4A5A69)},
    {Token::Tier1, "tier1", hex(0x27796D), hex(0x4DB6A5)},
    {Token::Tier2, "tier2", hex(0xA06804), hex(0xE0A63C)},
    {Token::Tier3, "tier3", hex(0xBC4B2B), hex(0xE07B58)},
    {Token::Tier4, "tier4", hex(0x7C2F52), hex(0xC86F9A)},
    {Token::Gas, "gas", hex(0x2F6FB3), hex(0x6FA8E8)},
    {Token::Water, "water", hex(0x0F7A92), hex(0x4FB9D0)},
    {Token::Heat, "heat", hex(0xB9502F), hex(0xE58A66)},
    {Token::Electricity, "electricity", hex(0x8A6A00), hex(0xD9B640)},
    {Token::Ok, "ok", hex(0x17693C), hex(0x6FCF97)},
    {Token::OkSoft, "okSoft", hex(0xDDF2E5), hex(0x16372A)},
    {Token::Warn, "warn", hex(0x7E4F00), hex(0xF0B94F)},
    {Token::WarnSoft, "warnSoft", hex(0xFFEFCC), hex(0x3B2E12)},
    {Token::Danger, "danger", hex(0xAE1F1A), hex(0xFF8F85)},
    {Token::DangerSoft, "dangerSoft", hex(0xFCE4E1), hex(0x47211F)},
    {Token::Unknown, "unknown", hex(0x62389B), hex(0xC3A3F2)},
    {Token::UnknownSoft, "unknownSoft", hex(0xEDE4F9), hex(0x322649)},
    {Token::OffSoft, "offSoft", hex(0xE6EBEF), hex(0x2A343D)},
}};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (std::size_t(rows[i].token) != i)
            return false;
    }
    return true;
}
static_assert(inOrder());

constexpr int text = 450;
constexpr int shape = 300;

constexpr std::array pairs = std::to_array<TokenPair>({
    {Token::Text, Token::Window, text},
    {Token::Text, Token::Surface, text},
    {Token::Text, Token::Surface2, text},
    {Token::Text, Token::Zebra, text},
    {Token::SelectionText, Token::Selection, text},
    {Token::Text2, Token::Window, text},
    {Token::Text2, Token::Surface, text},
    {Token::Text2, Token::Surface2, text},
    {Token::Text2, Token::Selection, text},
    {Token::Text2, Token::OffSoft, text},
    {Token::Text3, Token::Window, text},
    {Token::Text3, Token::Surface, text},
    {Token::Text3, Token::Surface2, text},
    {Token::Text3, Token::Selection, text},
    {Token::LineStrong, Token::Surface, shape},
    {Token::LineStrong, Token::Window, shape},
    {Token::Accent, Token::Surface, text},
    {Token::Accent, Token::Window, text},
    {Token::Accent, Token::AccentSoft, text},
    {Token::Accent, Token::Selection, text},
    {Token::AccentText, Token::Accent, text},
    {Token::Text, Token::AccentSoft, text},
    {Token::RailText, Token::Rail, text},
    {Token::AccentText, Token::Tier1, text},
    {Token::Tier1, Token::Surface, shape},
    {Token::Tier2, Token::Surface, shape},
    {Token::Tier3, Token::Surface, shape},
    {Token::Tier4, Token::Surface, shape},
    {Token::Gas, Token::Surface, shape},
    {Token::Water, Token::Surface, shape},
    {Token::Heat, Token::Surface, shape},
    {Token::Electricity, Token::Surface, shape},
    {Token::Ok, Token::OkSoft, text},
    {Token::Ok, Token::Surface, text},
    {Token::Warn, Token::WarnSoft, text},
    {Token::Warn, Token::Surface, text},
    {Token::Text, Token::WarnSoft, text},
    {Token::Danger, Token::DangerSoft, text},
    {Token::Danger, Token::Surface, text},
    {Token::Danger, Token::Selection, text},
    {Token::Text, Token::DangerSoft, text},
    {Token::Unknown, Token::UnknownSoft, text},
    {Token::Unknown, Token::Surface, text},
    {Token::Text, Token::UnknownSoft, text},
});

} // namespace

QColor colorOf(Token token, ThemeMode mode) {
    const TokenRow& row = rows[std::size_t(token)];
    return QColor::fromRgb(mode == ThemeMode::Light ? row.light : row.dark);
}

QString nameOf(Token token) {
    return QString::fromLatin1(rows[std::size_t(token)].name);
}

std::span<const TokenPair> contrastPairs() {
    return pairs;
}

} // namespace meterhall::ui
