#include "ui/errors/table.h"

#include "ui/errors/phrases.h"

#include <QCoreApplication>

#include <array>

namespace meterhall::ui::errors {

namespace {

constexpr Text withoutWords{QT_TRANSLATE_NOOP("Errors", "Something went wrong that has no words of its own yet."), look,
                            callSupport};

std::array<std::span<const Entry>, 9> tables() {
    return {securityErrors(), ledgerErrors(), registryErrors(), billingErrors(), valueErrors(),
            storageErrors(),  deviceErrors(), paperErrors(),    programErrors()};
}

bool isCode(std::string_view code, std::string_view area, std::string_view name) {
    return code.size() == area.size() + 1 + name.size() && code.starts_with(area) && code[area.size()] == '.' &&
           code.ends_with(name);
}

/// A piece of a text without brackets, filled.
struct Stretch {
    QString text;
    bool isWhole = true;

    void put(const QString& argument) {
        isWhole = isWhole && !argument.isEmpty();
        text += argument;
    }
};

Stretch filledStretch(QStringView text, const QStringList& arguments) {
    const QString between = QCoreApplication::translate("Errors", ", ");
    Stretch stretch;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar place = text[at] == u'%' && at + 1 < text.size() ? text[at + 1] : QChar();
        if (place == u'*')
            stretch.put(arguments.join(between));
        else if (place >= u'1' && place <= u'9')
            stretch.put(arguments.value(place.digitValue() - 1));
        else
            stretch.text += text[at];
        if (place == u'*' || (place >= u'1' && place <= u'9'))
            ++at;
    }
    return stretch;
}

} // namespace

std::vector<Entry> allEntries() {
    std::vector<Entry> entries;
    for (const std::span<const Entry> table : tables())
        entries.insert(entries.end(), table.begin(), table.end());
    return entries;
}

Entry entryOf(std::string_view area, std::string_view name) {
    for (const std::span<const Entry> table : tables())
        for (const Entry& entry : table)
            if (isCode(entry.code, area, name))
                return entry;
    return {{}, withoutWords};
}

QString filled(const QString& text, const QStringList& arguments) {
    QString result;
    qsizetype at = 0;
    while (at < text.size()) {
        const bool isOptional = text[at] == u'[';
        const qsizetype begin = isOptional ? at + 1 : at;
        const qsizetype next = text.indexOf(isOptional ? u']' : u'[', begin);
        const qsizetype end = next < 0 ? text.size() : next;
        const Stretch stretch = filledStretch(QStringView(text).sliced(begin, end - begin), arguments);
        if (!isOptional || stretch.isWhole)
            result += stretch.text;
        at = isOptional ? end + 1 : end;
    }
    return result;
}

} // namespace meterhall::ui::errors
