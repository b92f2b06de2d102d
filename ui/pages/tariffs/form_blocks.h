#pragma once

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace meterhall::ui {

/// A number of the form: where it stands in the tariff's file, and its unit.
struct FormField {
    QStringList path; ///< keys of objects, places in lists from 0
    QString unit;
    bool operator==(const FormField&) const = default;
};
/// One line of a block; `tier` from 1 has its swatch.
struct FormLine {
    QString label;
    int tier = 0;
    std::vector<std::optional<FormField>> fields;
    bool operator==(const FormLine&) const = default;
};
/// A small table of numbers: tiers by charges, registers or seasons.
struct FormBlock {
    QString title;
    QStringList columns;
    std::vector<FormLine> lines;
    bool operator==(const FormBlock&) const = default;
};

/// The form that the charges and the ladder of a tariff's file ask for: made from what is there, whatever it is.
std::vector<FormBlock> blocksOf(const QJsonObject& file);

/// What stands at the end of a path, as text; empty where nothing does.
QString textAt(const QJsonObject& file, const QStringList& path);
/// The file with another text there.
QJsonObject withText(const QJsonObject& file, const QStringList& path, const QString& text);

/// One tier more, as dear as the last one, or the last one less. Empty where the form of the tariff does not let one
/// do that at a stroke: registers, seasons and bands have prices of their own.
std::optional<QJsonObject> withTier(const QJsonObject& file);
std::optional<QJsonObject> withoutTier(const QJsonObject& file);

} // namespace meterhall::ui
