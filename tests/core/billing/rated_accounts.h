#pragma once

#include "tests/core/billing/sample_tariffs.h"

namespace meterhall::tests {

constexpr int ratedAccounts = 1'000;

/// Every account begins elsewhere on the ladder and crosses both bounds.
inline std::vector<BillingInputs> accountsToRate(const TariffVersion& version) {
    std::vector<BillingInputs> inputs;
    for (int i = 0; i < ratedAccounts; ++i)
        inputs.push_back(inputsFor(version, BilledQuantity::ofMicro((600 + i % 100) * 1'000'000LL),
                                   BilledQuantity::ofMicro(i % 150 * 1'000'000LL)));
    return inputs;
}

/// The sum of their totals in minor units. `bill` is worked with.
inline Result<std::int64_t> checksumOf(const TariffVersion& version, std::span<const BillingInputs> inputs,
                                       Bill& bill) {
    std::int64_t checksum = 0;
    for (const BillingInputs& one : inputs) {
        MH_CHECK(rate(one, version, bill));
        checksum += bill.total.minor();
    }
    return checksum;
}

} // namespace meterhall::tests
