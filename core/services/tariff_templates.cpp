#include "core/services/tariff_templates.h"

#include "core/tariffs/tariff_json.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

// The resources of a static library are not linked unless somebody asks for them, and not from inside a namespace.
static void loadTariffResources() {
    Q_INIT_RESOURCE(tariff_files);
}

namespace meterhall::services {

namespace {

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

QJsonObject TariffTemplate::filled(Date from, const QString& priceOrder) const {
    QJsonObject own = content;
    own.insert(QLatin1String("effective_from"), from.toString());
    own.insert(QLatin1String("price_order"), priceOrder);
    return own;
}

Result<TariffVersion> TariffTemplate::version() const {
    MH_TRY(const Date someDay, Date::of(2026, 1, 1));
    const ImportDefaults defaults{.tariff = TariffId::fromRaw(1),
                                  .version = TariffVersionId::fromRaw(1),
                                  .effectiveFrom = someDay,
                                  .dialStep = BilledQuantity::ofMicro(BilledQuantity::microPerUnit)};
    MH_TRY(ImportedTariff read, importTariff(content, defaults));
    return std::move(read.version);
}

QString TariffTemplate::source() const {
    return content.value(QLatin1String("source")).toObject().value(QLatin1String("url")).toString();
}

std::vector<TariffTemplate> tariffTemplates() {
    loadTariffResources();
    std::vector<TariffTemplate> templates;
    const QDir folder(QStringLiteral(":/meterhall/tariffs"));
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        if (auto read = templateIn(folder.filePath(name)))
            templates.push_back(std::move(*read));
    }
    std::ranges::stable_sort(templates, {}, &TariffTemplate::commodity);
    return templates;
}

} // namespace meterhall::services
