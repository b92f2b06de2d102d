#pragma once

#include "ui/errors/entry.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace meterhall::ui::errors {

/// The texts of every code, area by area.
std::vector<Entry> allEntries();

/// Of the code, or the general one.
Entry entryOf(std::string_view area, std::string_view name);

/// The text with its arguments in their places (see Text). An argument is never looked at for places of its own.
QString filled(const QString& text, const QStringList& arguments);

} // namespace meterhall::ui::errors
