#include "core/tariffs/components/catalog.h"

#include <array>

namespace meterhall {

namespace {
constexpr const ChargeKind* kinds[] = {
#define X(name, Name) &name##Charge,
#include "core/tariffs/charges.inc"
#undef X
};
} // namespace

std::span<const ChargeKind* const> chargeKinds() {
    return kinds;
}

namespace {
/// By number; rating asks for one with every component.
const auto kindsById = [] {
    std::array<const ChargeKind*, 32> byId{};
    for (const ChargeKind* kind : kinds)
        byId.at(static_cast<std::size_t>(kind->id)) = kind;
    return byId;
}();
} // namespace

const ChargeKind* chargeKindOrNull(ChargeKindId id) {
    const auto number = static_cast<std::size_t>(id);
    return number < kindsById.size() ? kindsById[number] : nullptr;
}

Result<const ChargeKind*> chargeKind(ChargeKindId id) {
    if (const ChargeKind* kind = chargeKindOrNull(id))
        return kind;
    return Error(TariffError::UnknownChargeKind, {QString::number(static_cast<int>(id))});
}

Result<const ChargeKind*> chargeKind(QStringView code) {
    for (const ChargeKind* kind : kinds) {
        if (code == kind->code)
            return kind;
    }
    return Error(TariffError::UnknownChargeKind, {code.left(40).toString()});
}

} // namespace meterhall
