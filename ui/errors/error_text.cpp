#include "ui/errors/error_text.h"

#include "ui/errors/table.h"
#include "ui/errors/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace meterhall::ui {

namespace {

QString translated(const char* text) {
    return *text == '\0' ? QString() : QCoreApplication::translate("Errors", text);
}

QStringList spokenArguments(const errors::Entry& entry, const QStringList& arguments) {
    QStringList spoken;
    for (const QString& argument : arguments)
        spoken.append(errors::spoken(entry.arguments, argument));
    return spoken;
}

struct Place {
    const char* word;
    const char* text;
};
constexpr std::array numberedPlaces = std::to_array<Place>({
    {"line", QT_TRANSLATE_NOOP("Errors", "line %1")},
    {"row", QT_TRANSLATE_NOOP("Errors", "row %1")},
    {"seat", QT_TRANSLATE_NOOP("Errors", "seat %1")},
});

/// "row 12" is said in words; files and the names of fields stay as they are.
QString spokenPlace(const QString& place) {
    static const QRegularExpression numbered(QStringLiteral("\\A([a-z]+) (\\d+)\\z"));
    const auto match = numbered.match(place);
    for (const Place& known : numberedPlaces)
        if (match.captured(1) == QLatin1String(known.word))
            return translated(known.text).arg(match.captured(2));
    return place;
}

QString withPlace(const QString& happened, const QStringList& context) {
    QStringList places;
    for (const QString& place : context)
        places.append(spokenPlace(place));
    const QString joined = errors::filled(QStringLiteral("%*"), places);
    return errors::filled(translated(QT_TRANSLATE_NOOP("Errors", "%1[ Place: %2.]")), {happened, joined});
}

} // namespace

ErrorText presented(const Error& error) {
    const errors::Entry entry = errors::entryOf(error.code().area(), error.code().name());
    const QStringList arguments = spokenArguments(entry, error.arguments());
    const QString happened = errors::filled(translated(entry.text.happened), arguments);
    return {.happened = withPlace(happened, error.context()),
            .money = translated(entry.text.money),
            .todo = translated(entry.text.todo),
            .code = error.code().toString()};
}

} // namespace meterhall::ui
