#include "core/registry/search_tokens.h"

#include <memory>
#include <set>
#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace meterhall {

namespace {

// ICU transliterators are not shared between threads; making one costs milliseconds, using it microseconds.
const icu::Transliterator* hanToLatin() {
    thread_local const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(
            UNICODE_STRING_SIMPLE("Han-Latin/Names; Latin-ASCII; Lower"), UTRANS_FORWARD, status));
    }();
    return transliterator.get();
}

// Suffixes by code point, so that a character outside the basic plane is never cut in two.
std::vector<QString> suffixes(const QString& text, int length) {
    std::vector<QString> all;
    for (qsizetype start = 0; start < text.size(); ++start) {
        if (text.at(start).isLowSurrogate() || text.at(start).isSpace())
            continue;
        qsizetype end = std::min(start + length, text.size());
        if (end < text.size() && text.at(end).isLowSurrogate())
            --end;
        all.push_back(text.mid(start, end - start));
    }
    return all;
}

void append(std::vector<SearchToken>& tokens, TokenKind kind, const std::vector<QString>& texts) {
    std::set<QString> seen;
    for (const QString& text : texts)
        if (!text.isEmpty() && seen.insert(text).second)
            tokens.push_back({kind, text});
}

bool isAscii(QStringView text, bool (*accepts)(QChar)) {
    return std::all_of(text.begin(), text.end(), accepts);
}

/// Digits written as people write phones, "0571-8251 7566" or "+86(571)…": what is typed, when it has enough of them.
QString phoneIn(const QString& word) {
    constexpr int fewest = 3;
    constexpr int longest = 20;
    const auto digits = std::count_if(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const bool phone = isAscii(
        word, [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'-' || c == u'+' || c == u'(' || c == u')'; });
    return phone && digits >= fewest ? word.left(longest) : QString();
}

SearchQuery queryOf(const QString& word) {
    const bool digits = isAscii(word, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (digits)
        return {word.left(16), {TokenKind::Account, TokenKind::Meter}, word.size() >= 3 ? word.left(11) : QString()};
    const bool letters = isAscii(word, [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); });
    if (letters) {
        const QString lower = word.toLower().left(searchPinyinLength);
        return {lower, {TokenKind::Initials, TokenKind::Pinyin}, {}};
    }
    const bool meterNumber = isAscii(word, [](QChar c) { return c.unicode() < 128; });
    if (meterNumber)
        return {word.toUpper().left(32), {TokenKind::Meter}, phoneIn(word)};
    return {word.left(searchTokenLength), {TokenKind::Name, TokenKind::Address}, {}};
}

} // namespace

TokenKind formerKind(TokenKind kind) {
    switch (kind) {
    case TokenKind::Name:
        return TokenKind::FormerName;
    case TokenKind::Initials:
        return TokenKind::FormerInitials;
    case TokenKind::Pinyin:
        return TokenKind::FormerPinyin;
    case TokenKind::Phone:
        return TokenKind::FormerPhone;
    case TokenKind::Address:
    case TokenKind::Account:
    case TokenKind::Meter:
    case TokenKind::FormerName:
    case TokenKind::FormerInitials:
    case TokenKind::FormerPinyin:
    case TokenKind::FormerPhone:
        return kind;
    }
    return kind;
}

QStringList pinyinOf(const QString& name) {
    const icu::Transliterator* transliterator = hanToLatin();
    if (transliterator == nullptr)
        return {};
    icu::UnicodeString text(name.utf16(), int(name.size()));
    transliterator->transliterate(text);
    const QString latin = QString::fromUtf16(text.getBuffer(), text.length());
    return latin.split(u' ', Qt::SkipEmptyParts);
}

std::vector<SearchToken> nameTokens(const QString& name) {
    std::vector<SearchToken> tokens;
    append(tokens, TokenKind::Name, suffixes(name, searchTokenLength));
    const QStringList syllables = pinyinOf(name);
    QString initials;
    std::vector<QString> joined;
    for (qsizetype first = 0; first < syllables.size(); ++first) {
        initials += syllables.at(first).left(syllables.at(first).at(0).isHighSurrogate() ? 2 : 1);
        joined.push_back(syllables.mid(first).join(QString()).left(searchPinyinLength));
    }
    append(tokens, TokenKind::Initials, suffixes(initials, searchTokenLength));
    append(tokens, TokenKind::Pinyin, joined);
    return tokens;
}

std::vector<SearchToken> addressTokens(const QString& address) {
    std::vector<SearchToken> tokens;
    append(tokens, TokenKind::Address, suffixes(address, searchTokenLength));
    return tokens;
}

SearchToken accountToken(const QString& accountNumber) {
    return {TokenKind::Account, accountNumber};
}

SearchToken meterToken(const QString& meterNumber) {
    return {TokenKind::Meter, meterNumber.toUpper()};
}

std::vector<SearchQuery> searchQueries(const QString& typed) {
    std::vector<SearchQuery> queries;
    for (const QString& word : typed.simplified().split(u' ', Qt::SkipEmptyParts))
        queries.push_back(queryOf(word));
    return queries;
}

QString endOfPrefix(const QString& prefix) {
    constexpr char32_t last = 0x10FFFF;
    return prefix + QString::fromUcs4(&last, 1);
}

} // namespace meterhall
