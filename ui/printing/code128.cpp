#include "ui/printing/code128.h"

#include <array>

namespace meterhall::ui {

namespace {

constexpr int codeC = 99;
constexpr int codeB = 100;
constexpr int startB = 104;
constexpr int startC = 105;
constexpr int stop = 106;
constexpr int checkModulus = 103;
/// At 0.25 mm a module, 40 characters fill the width of an A5 sheet.
constexpr qsizetype maxCharacters = 40;

/// Widths of bars and spaces by symbol value (ISO/IEC 15417, table 1); the stop symbol has a final bar of its own.
constexpr std::array<const char*, 107> symbolWidths{
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312",
    "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212",
    "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121",
    "111323", "131123", "131321", "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331",
    "132131", "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131", "311123",
    "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111", "111224", "111422", "121124",
    "121421", "141122", "141221", "112214", "112412", "122114", "122411", "142112", "142211", "241211", "221114",
    "413111", "241112", "134111", "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112",
    "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112"};

bool isDigit(QChar character) {
    return character >= QLatin1Char('0') && character <= QLatin1Char('9');
}

qsizetype digitsFrom(QStringView text, qsizetype position) {
    qsizetype count = 0;
    while (position + count < text.size() && isDigit(text[position + count]))
        ++count;
    return count;
}

/// Set C pays from four digits at either end of the text, from six in the middle.
bool digitsPay(QStringView text, qsizetype position, qsizetype digits) {
    const bool atAnEnd = position == 0 || position + digits == text.size();
    return digits >= (atAnEnd ? 4 : 6) || (digits == 2 && text.size() == 2);
}

class SymbolList {
public:
    void append(int value) { m_values.push_back(value); }

    void useSet(bool c) {
        if (m_values.empty())
            append(c ? startC : startB);
        else if (c != m_inC)
            append(c ? codeC : codeB);
        m_inC = c;
    }

    std::vector<int> finished() {
        int sum = m_values.front();
        for (std::size_t i = 1; i < m_values.size(); ++i)
            sum = (sum + static_cast<int>(i) * m_values[i]) % checkModulus;
        append(sum % checkModulus);
        append(stop);
        return std::move(m_values);
    }

private:
    std::vector<int> m_values;
    bool m_inC = false;
};

std::vector<int> symbolsOf(QStringView text) {
    SymbolList symbols;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype digits = digitsFrom(text, at);
        const bool startsPairs = digits % 2 == 0 || at == 0;
        if (digitsPay(text, at, digits) && startsPairs) {
            symbols.useSet(true);
            for (const qsizetype end = at + digits / 2 * 2; at < end; at += 2)
                symbols.append(text.sliced(at, 2).toInt());
        } else {
            symbols.useSet(false);
            symbols.append(text[at].unicode() - 32);
            ++at;
        }
    }
    return symbols.finished();
}

} // namespace

Result<std::vector<int>> code128Widths(QStringView text) {
    if (text.isEmpty())
        return BarcodeError::Empty;
    if (text.size() > maxCharacters)
        return Error(BarcodeError::TooLong, {QString::number(text.size())});
    for (const QChar character : text)
        if (character < QLatin1Char(' ') || character > QLatin1Char('~'))
            return BarcodeError::NotPrintableAscii;
    std::vector<int> widths;
    for (const int symbol : symbolsOf(text))
        for (const char* width = symbolWidths[static_cast<std::size_t>(symbol)]; *width != 0; ++width)
            widths.push_back(*width - '0');
    return widths;
}

} // namespace meterhall::ui
