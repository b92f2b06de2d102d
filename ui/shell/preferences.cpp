#include "ui/shell/preferences.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace meterhall::ui {

namespace {
constexpr auto ours = "meterhall.translator";

QTranslator* translator(const char* name) {
    if (auto* old = qApp->findChild<QTranslator*>(QString::fromLatin1(name), Qt::FindDirectChildrenOnly)) {
        QCoreApplication::removeTranslator(old);
        delete old;
    }
    auto* fresh = new QTranslator(qApp);
    fresh->setObjectName(QString::fromLatin1(name));
    return fresh;
}
} // namespace

Preferences Preferences::load(const QString& file) {
    const QSettings settings(file, QSettings::IniFormat);
    Preferences read;
    read.language = settings.value(QStringLiteral("language"), read.language).toString();
    read.mode = settings.value(QStringLiteral("dark"), false).toBool() ? ThemeMode::Dark : ThemeMode::Light;
    read.density = settings.value(QStringLiteral("compact"), false).toBool() ? Density::Compact : Density::Normal;
    read.lockAfterMinutes = settings.value(QStringLiteral("lockAfterMinutes"), read.lockAfterMinutes).toInt();
    const auto sheet = [&](const char* key, SheetSize otherwise) {
        return sheetSizeOf(settings.value(QString::fromLatin1(key)).toString()).value_or(otherwise);
    };
    read.sheets = {sheet("receiptSheet", read.sheets.receipt), sheet("billSheet", read.sheets.bill),
                   sheet("reportSheet", read.sheets.report)};
    return read;
}

void Preferences::save(const QString& file) const {
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(QStringLiteral("language"), language);
    settings.setValue(QStringLiteral("dark"), mode == ThemeMode::Dark);
    settings.setValue(QStringLiteral("compact"), density == Density::Compact);
    settings.setValue(QStringLiteral("lockAfterMinutes"), lockAfterMinutes);
    settings.setValue(QStringLiteral("receiptSheet"), codeOf(sheets.receipt));
    settings.setValue(QStringLiteral("billSheet"), codeOf(sheets.bill));
    settings.setValue(QStringLiteral("reportSheet"), codeOf(sheets.report));
}

bool useLanguage(const QString& language) {
    QTranslator* qt = translator("meterhall.qtTranslator");
    QTranslator* own = translator(ours);
    QLocale::setDefault(QLocale(language));
    // English has a file for its plurals. Qt's own words are a help, ours are needed; a file that loads may still be
    // empty.
    if (qt->load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    const bool loaded = own->load(QStringLiteral(":/i18n/meterhall_") + language) && !own->isEmpty();
    if (loaded)
        QCoreApplication::installTranslator(own);
    return loaded;
}

} // namespace meterhall::ui
