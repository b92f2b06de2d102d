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

Result<const ChargeKind*> chargeKind(ChargeKindId id) {
    for (const ChargeKind* kind : kinds) {
        if (kind->id == id)
            return kind;
    }
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
