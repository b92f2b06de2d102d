// Tariff files, case files and traces come from outside: refused, or read back as they were.

#include "core/billing/golden_case.h"
#include "core/proof/proof.h"
#include "core/tariffs/tariff_json.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace meterhall;

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

void tariffComesBack(const QJsonObject& json) {
    const ImportDefaults defaults{TariffId::fromRaw(1), TariffVersionId::fromRaw(1), *Date::of(2026, 1, 1),
                                  *BilledQuantity::ofWhole(1)};
    const auto imported = importTariff(json, defaults);
    if (!imported.ok())
        return;
    const auto again = importTariff(exportTariff(imported->tariff, imported->version), defaults);
    require(again.ok() && again->version == imported->version);
    const auto stored = decodeTariffVersion(encodeTariffVersion(imported->version));
    require(stored.ok() && *stored == imported->version);
    const auto rated = rateCase(json.value(QLatin1StringView("case")).toObject(),
                                [&](const QString&) -> Result<TariffVersion> { return imported->version; });
    if (rated.ok()) {
        for (const CaseBill& bill : rated->bills)
            require(proveTotal(bill.trace, bill.bill.total.toString()).ok());
    }
}

void traceComesBack(const QJsonObject& json) {
    const auto trace = Trace::fromJson(json);
    if (trace.ok()) {
        require(prove(*trace).ok() == prove(*Trace::fromJson(trace->toJson())).ok());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray text(reinterpret_cast<const char*>(data), qsizetype(size));
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    tariffComesBack(json);
    traceComesBack(json);
    return 0;
}
