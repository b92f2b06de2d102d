#pragma once

#include "ui/errors/entry.h"

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace meterhall::tests {

/// "ledger.DayClosed" of every METERHALL_ERRORS in the headers and sources of these folders.
QSet<QString> declaredCodes(const QString& root, const QStringList& folders);

/// The context "Errors" of a .ts file: source text and translation, which is empty when it is not finished.
QMap<QString, QString> translationsIn(const QString& tsFile);

/// Declared codes without a text, texts without a declared code, codes with two texts.
QStringList codeBreaches(const QSet<QString>& declared, const std::vector<ui::errors::Entry>& entries);

/// How an English text may not be, and what about it cannot be filled.
QStringList formBreaches(const QString& text);

/// A text whose translation is missing, has other places or other optional parts, or half-width punctuation.
QStringList translationBreaches(const QString& text, const QMap<QString, QString>& translations);

} // namespace meterhall::tests
