#include "ui/shell/guide.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace meterhall::ui {

namespace {

constexpr qsizetype excerptLead = 10; ///< characters before the word that was found
constexpr qsizetype excerptLength = 90;

// A line that goes on in the next one: between Chinese characters no space comes of it.
QString withLinesJoined(QString markdown) {
    static const QRegularExpression broken(QStringLiteral(
        "(?<=[\\x{2e80}-\\x{9fff}\\x{ff00}-\\x{ffef}])\\n *(?=[\\x{2e80}-\\x{9fff}\\x{ff00}-\\x{ffef}])"));
    return markdown.remove(broken);
}

QString wordsIn(QString markdown) {
    static const QRegularExpression ruler(QStringLiteral("^\\|[-:| ]+\\|$"), QRegularExpression::MultilineOption);
    static const QRegularExpression mark(QStringLiteral("[`*|#]"));
    return markdown.remove(ruler).replace(mark, QStringLiteral(" ")).simplified();
}

QStringList typedWords(const QString& typed) {
    return typed.simplified().split(u' ', Qt::SkipEmptyParts);
}

bool holds(const QString& text, const QStringList& words) {
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

std::vector<GuideSection> guideSections(const QString& markdown) {
    static const QRegularExpression heading(QStringLiteral("^## (.+)\\n<!-- help: ([a-z-]+) -->\\n"),
                                            QRegularExpression::MultilineOption);
    static const QRegularExpression next(QStringLiteral("^## "), QRegularExpression::MultilineOption);
    static const QRegularExpression picture(QStringLiteral("^!\\[[^\\]]*\\]\\([^)]*\\)\\n+"),
                                            QRegularExpression::MultilineOption);
    std::vector<GuideSection> sections;
    for (auto it = heading.globalMatch(markdown); it.hasNext();) {
        const auto match = it.next();
        const qsizetype end = markdown.indexOf(next, match.capturedEnd());
        const QString body = markdown.mid(match.capturedEnd(), end < 0 ? -1 : end - match.capturedEnd());
        // Whoever asks for help sees the page itself.
        const QString text = withLinesJoined(QString(body).remove(picture).trimmed());
        sections.push_back({match.captured(2), match.captured(1).trimmed(), text, wordsIn(text)});
    }
    return sections;
}

std::vector<GuideSection> guideIn(const QString& language) {
    QFile file(QStringLiteral(":/guide/workstation.%1.md").arg(language));
    if (!file.exists())
        file.setFileName(QStringLiteral(":/guide/workstation.md"));
    return file.open(QIODevice::ReadOnly) ? guideSections(QString::fromUtf8(file.readAll()))
                                          : std::vector<GuideSection>();
}

std::vector<GuideSection> sectionsAbout(const QString& typed, std::vector<GuideSection> sections) {
    const QStringList words = typedWords(typed);
    std::erase_if(sections,
                  [&](const GuideSection& section) { return !holds(section.title + u' ' + section.words, words); });
    std::stable_partition(sections.begin(), sections.end(),
                          [&](const GuideSection& section) { return holds(section.title, words); });
    return sections;
}

QString excerptOf(const GuideSection& section, const QString& typed) {
    qsizetype found = -1;
    for (const QString& word : typedWords(typed)) {
        found = section.words.indexOf(word, 0, Qt::CaseInsensitive);
        if (found >= 0)
            break;
    }
    // Not in the middle of a word, where words have spaces between them.
    const qsizetype near = std::max<qsizetype>(0, found - excerptLead);
    const qsizetype space = section.words.indexOf(u' ', near);
    const qsizetype from = near > 0 && space >= 0 && space < found ? space + 1 : near;
    const QString part = section.words.mid(from, excerptLength);
    return from > 0 ? u'…' + part : part;
}

} // namespace meterhall::ui
