#pragma once

#include "core/services/tariffs.h"
#include "core/storage/billing_store.h"

namespace meterhall::services {

/// What a choice means, without what has to be counted or proved.
struct ChosenTariff {
    Tariff tariff;
    TariffVersion version;
    TariffState state;
    OperatorId enteredBy;
    std::optional<OperatorId> activatedBy{};
    std::optional<TariffVersion> before{}; ///< in force before it
};
/// UnknownTariff, NoDraft.
Result<ChosenTariff> chosenTariff(Session& session, const TariffChoice& choice);

} // namespace meterhall::services
