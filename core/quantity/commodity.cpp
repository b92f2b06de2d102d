#include "core/quantity/commodity.h"

#include "core/quantity/quantity_error.h"

#include <array>

namespace meterhall {

namespace {
constexpr std::array allCommodities{Commodity::Gas, Commodity::Water, Commodity::Heat, Commodity::Electricity};
} // namespace

QLatin1StringView commodityCode(Commodity commodity) {
    switch (commodity) {
    case Commodity::Gas:
        return QLatin1StringView("gas");
    case Commodity::Water:
        return QLatin1StringView("water");
    case Commodity::Heat:
        return QLatin1StringView("heat");
    case Commodity::Electricity:
        return QLatin1StringView("electricity");
    }
    return {};
}

QLatin1StringView billedUnit(Commodity commodity) {
    switch (commodity) {
    case Commodity::Gas:
    case Commodity::Water:
        return QLatin1StringView("m3");
    case Commodity::Heat:
    case Commodity::Electricity:
        return QLatin1StringView("kWh");
    }
    return {};
}

Result<Commodity> parseCommodity(QStringView code) {
    for (const Commodity commodity : allCommodities) {
        if (code == commodityCode(commodity))
            return commodity;
    }
    return Error(QuantityError::UnknownCommodity, {code.left(40).toString()});
}

Result<Commodity> commodityFromNumber(std::int64_t number) {
    for (const Commodity commodity : allCommodities) {
        if (number == static_cast<std::int64_t>(commodity))
            return commodity;
    }
    return Error(QuantityError::UnknownCommodity, {QString::number(number)});
}

} // namespace meterhall
