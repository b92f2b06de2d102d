#include "tests/ui/errors/text_rules.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace meterhall::tests {

namespace {

QString contentOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The macro itself and what is said of it are no declarations.
QString codeOnly(QString text) {
    static const QRegularExpression noCode(QStringLiteral("//[^\\n]*|^#define(?:[^\\n]*\\\\\\n)*[^\\n]*"),
                                           QRegularExpression::MultilineOption);
    return text.remove(noCode);
}

QSet<QString> codesIn(const QString& text) {
    static const QRegularExpression declaration(
        QStringLiteral("\\bMETERHALL_ERRORS\\(\\s*\\w+\\s*,\\s*\"([^\"]*)\"\\s*,([^)]*)\\)"));
    QSet<QString> codes;
    auto found = declaration.globalMatch(text);
    while (found.hasNext()) {
        const auto match = found.next();
        for (const QString& name : match.captured(2).split(u','))
            codes.insert(match.captured(1) + u'.' + name.trimmed());
    }
    return codes;
}

/// "1", "*" where they must stand, "[1]" where they may be left out; sorted.
QStringList placesOf(const QString& text) {
    QStringList places;
    bool isOptional = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'[' || text[at] == u']')
            isOptional = text[at] == u'[';
        else if (text[at] == u'%' && at + 1 < text.size())
            places.append(isOptional ? QStringLiteral("[%1]").arg(text[at + 1]) : QString(text[at + 1]));
    }
    places.sort();
    return places;
}

bool bracketsMatch(const QString& text) {
    int depth = 0;
    for (const QChar c : text) {
        depth += c == u'[' ? 1 : c == u']' ? -1 : 0;
        if (depth < 0 || depth > 1)
            return false;
    }
    return depth == 0;
}

} // namespace

QSet<QString> declaredCodes(const QString& root, const QStringList& folders) {
    QSet<QString> codes;
    for (const QString& folder : folders) {
        QDirIterator files(root + u'/' + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            codes.unite(codesIn(codeOnly(contentOf(files.next()))));
    }
    return codes;
}

QMap<QString, QString> translationsIn(const QString& tsFile) {
    QFile file(tsFile);
    QMap<QString, QString> translations;
    if (!file.open(QIODevice::ReadOnly))
        return translations;
    QXmlStreamReader xml(&file);
    QString context;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation") && context == QLatin1String("Errors")) {
            const bool isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            translations.insert(source, isFinished ? text : QString());
        }
    }
    return translations;
}

QStringList codeBreaches(const QSet<QString>& declared, const std::vector<ui::errors::Entry>& entries) {
    QStringList breaches;
    QSet<QString> told;
    for (const ui::errors::Entry& entry : entries) {
        const QString code = QString::fromUtf8(entry.code.data(), qsizetype(entry.code.size()));
        if (told.contains(code))
            breaches.append(code + QStringLiteral(" has two texts"));
        if (!declared.contains(code))
            breaches.append(code + QStringLiteral(" has a text and is declared nowhere"));
        told.insert(code);
    }
    for (const QString& code : declared)
        if (!told.contains(code))
            breaches.append(code + QStringLiteral(" has no text"));
    return breaches;
}

QStringList formBreaches(const QString& text) {
    // What clerks are tired of reading (ui.md, words), and what says nothing.
    static const QRegularExpression tired(
        QStringLiteral("\\b(please|successful(ly)?|operation|failed|invalid|illegal|exception|fatal)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression place(QStringLiteral("%(?![1-9*])"));
    QStringList breaches;
    if (const auto match = tired.match(text); match.hasMatch())
        breaches.append(QStringLiteral("\"%1\" says \"%2\"").arg(text, match.captured()));
    if (text.contains(place))
        breaches.append(QStringLiteral("\"%1\" has a place that is none").arg(text));
    if (!bracketsMatch(text))
        breaches.append(QStringLiteral("\"%1\" has brackets that do not match").arg(text));
    return breaches;
}

QStringList translationBreaches(const QString& text, const QMap<QString, QString>& translations) {
    static const QRegularExpression halfWidth(
        QStringLiteral("[\\x{4e00}-\\x{9fff}](?:\\s*[,;:!?()]|\\.(?![\\w/]))|[,;:!?(]\\s*[\\x{4e00}-\\x{9fff}]"));
    static const QRegularExpression tired(QStringLiteral("成功|失败|请稍|非法|异常|操作错误"));
    const QString translated = translations.value(text);
    if (translated.isEmpty())
        return {QStringLiteral("\"%1\" is not translated").arg(text)};
    QStringList breaches;
    if (placesOf(text) != placesOf(translated))
        breaches.append(QStringLiteral("\"%1\" and \"%2\" have other places").arg(text, translated));
    if (!bracketsMatch(translated))
        breaches.append(QStringLiteral("\"%1\" has brackets that do not match").arg(translated));
    if (translated.contains(halfWidth))
        breaches.append(QStringLiteral("\"%1\" has half-width punctuation").arg(translated));
    if (const auto match = tired.match(translated); match.hasMatch())
        breaches.append(QStringLiteral("\"%1\" says \"%2\"").arg(translated, match.captured()));
    return breaches;
}

} // namespace meterhall::tests
