#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace meterhall {

/// What a token of the search table came from. Stored; numbers are never reused.
enum class TokenKind : std::uint8_t {
    Name = 1,     ///< every suffix of the holder's name: a prefix of a suffix is any part of the name
    Initials = 2, ///< suffixes of the pinyin initials, "wxy"
    Pinyin = 3,   ///< the syllables joined, from every syllable on: "wangxiuying", "xiuying", "ying"
    Address = 4,  ///< every suffix of the address
    Account = 5,  ///< account number
    Meter = 6,    ///< meter number, upper case
    Phone = 7,    ///< keyed code of a phone prefix; made by core/security, never the digits
    // Of whoever held the account before.
    FormerName = 8,
    FormerInitials = 9,
    FormerPinyin = 10,
    FormerPhone = 11,
};

/// As which a token goes on when the holder it came from holds the account no longer; itself where it came from
/// something else.
TokenKind formerKind(TokenKind kind);

struct SearchToken {
    TokenKind kind;
    QString text;
};

/// Tokens are cut to this length, and queries with them: longer input narrows no further.
constexpr int searchTokenLength = 8;
constexpr int searchPinyinLength = 24;

std::vector<SearchToken> nameTokens(const QString& name);
std::vector<SearchToken> addressTokens(const QString& address);
SearchToken accountToken(const QString& accountNumber);
SearchToken meterToken(const QString& meterNumber);

/// Syllables of the name, lower case ASCII; the first character is read as a surname. Characters without a reading
/// are left as they are.
QStringList pinyinOf(const QString& name);

/// One question to the table: tokens of these kinds that begin with `prefix`. What may be a phone is told by
/// `phoneDigits`, as it was typed, for the caller who holds the key.
struct SearchQuery {
    QString prefix;
    std::vector<TokenKind> kinds;
    QString phoneDigits;
};

/// What was typed, as questions; each word separated by blanks must match. Empty input gives no question.
std::vector<SearchQuery> searchQueries(const QString& typed);

/// The smallest text that stands behind every token beginning with `prefix`, in the byte order of both engines.
QString endOfPrefix(const QString& prefix);

} // namespace meterhall
