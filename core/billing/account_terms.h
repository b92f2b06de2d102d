#pragma once

#include "core/registry/registry.h"
#include "core/tariffs/fact.h"

#include <vector>

namespace meterhall {

/// On which terms an account is billed: what its bills depend on beside its use.
struct AccountTerms {
    UseClass useClass = UseClass::Residential;
    int householdSize = 0; ///< people accepted for the ladder; 0: not declared
    QString tariffCode;
    QString category{};        ///< of the tariff's: "boiler"; empty: none
    std::vector<Fact> facts{}; ///< ascending by kind, each once; without people: area, homes behind the meter …
    bool operator==(const AccountTerms&) const = default;
};

} // namespace meterhall
