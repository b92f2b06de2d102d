#pragma once

#include "ui/printing/print_queue.h"
#include "ui/theme/theme.h"

#include <QString>

namespace meterhall::ui {

/// What somebody likes at this computer: not worth a database, never about money. Kept in an INI file.
struct Preferences {
    QString language = QStringLiteral("zh_CN");
    ThemeMode mode = ThemeMode::Light;
    Density density = Density::Normal;
    int lockAfterMinutes = 10;   ///< idle; 0: never
    PrintQueue::Sheets sheets{}; ///< what this computer's printer takes

    static Preferences load(const QString& file);
    void save(const QString& file) const;
};

/// Installs the program's and Qt's own texts of a language; English ones are for its plurals. False when a file is
/// missing: then the texts are English, and that must be said.
bool useLanguage(const QString& language);

} // namespace meterhall::ui
