#include "ui/first_run/tariff_templates.h"

#include "ui/widgets/commodity_look.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

// The resources of a static library are not linked unless somebody asks for them, and not from inside a namespace.
static void loadTariffResources() {
    Q_INIT_RESOURCE(first_run_files);
}

namespace meterhall::ui {

namespace {

QString tierWord(const char* text) {
    return QCoreApplication::translate("TariffTemplate", text);
}

std::optional<TariffTemplate> templateIn(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    TariffTemplate read;
    read.content = QJsonDocument::fromJson(file.readAll()).object();
    read.file = read.content.value(QLatin1String("id")).toString();
    read.name = read.content.value(QLatin1String("name")).toString(read.file);
    const auto commodity = parseCommodity(read.content.value(QLatin1String("commodity")).toString());
    if (!commodity.ok() || read.file.isEmpty())
        return {};
    read.commodity = *commodity;
    return read;
}

} // namespace

QString TariffTemplate::tiers() const {
    const QString unit = unitText(content.value(QLatin1String("unit")).toString());
    QStringList parts;
    const QJsonArray all = content.value(QLatin1String("tiers")).toArray();
    for (const auto& tier : all) {
        const QJsonValue upto = tier[QLatin1String("upto")];
        const QString price = tier[QLatin1String("price")].toString();
        const bool isLast = upto.isNull() || upto.isUndefined();
        parts += isLast ? tierWord(QT_TRANSLATE_NOOP("TariffTemplate", "beyond: %1")).arg(price)
                        : tierWord(QT_TRANSLATE_NOOP("TariffTemplate", "to %1 %2: %3"))
                              .arg(QString::number(upto.toInt()), unit, price);
    }
    return parts.join(QStringLiteral(" · "));
}

QJsonObject TariffTemplate::filled(Date from, const QString& priceOrder) const {
    QJsonObject own = content;
    own.insert(QLatin1String("effective_from"), from.toString());
    own.insert(QLatin1String("price_order"), priceOrder);
    return own;
}

QString TariffTemplate::code() const {
    return commodityCode(commodity);
}

std::vector<TariffTemplate> tariffTemplates() {
    loadTariffResources();
    std::vector<TariffTemplate> templates;
    const QDir folder(QStringLiteral(":/first_run/tariffs"));
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        if (auto read = templateIn(folder.filePath(name)))
            templates.push_back(std::move(*read));
    }
    std::stable_sort(templates.begin(), templates.end(),
                     [](const TariffTemplate& a, const TariffTemplate& b) { return a.commodity < b.commodity; });
    return templates;
}

} // namespace meterhall::ui
