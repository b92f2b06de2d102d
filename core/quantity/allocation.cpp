#include "core/quantity/allocation.h"

#include <algorithm>
#include <numeric>

namespace meterhall {

namespace {
constexpr std::size_t maxWeights = 1'000'000;

Result<std::int64_t> sumOfWeights(std::span<const std::int64_t> weights) {
    if (weights.empty() || weights.size() > maxWeights)
        return Error(QuantityError::BadWeights, {QString::number(weights.size())});
    std::int64_t sum = 0;
    for (const std::int64_t weight : weights) {
        if (weight < 0)
            return Error(QuantityError::BadWeights, {QString::number(weight)});
        const auto next = checkedAdd(sum, weight);
        if (!next.ok())
            return QuantityError::Overflow;
        sum = *next;
    }
    if (sum == 0)
        return Error(QuantityError::BadWeights, {QStringLiteral("0")});
    return sum;
}
} // namespace

Result<std::vector<std::int64_t>> allocateUnits(std::int64_t total, std::span<const std::int64_t> weights) {
    MH_TRY(const std::int64_t sum, sumOfWeights(weights));
    std::vector<std::int64_t> parts(weights.size());
    std::vector<std::int64_t> cutOff(weights.size()); // size of the lost fraction, in 1/sum of a unit
    std::int64_t left = total;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Int128 exact = product(total, weights[i]);
        parts[i] = static_cast<std::int64_t>(exact / sum); // between 0 and total: fits
        const auto remainder = static_cast<std::int64_t>(exact % sum);
        cutOff[i] = remainder < 0 ? -remainder : remainder;
        left -= parts[i];
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return cutOff[a] > cutOff[b]; });
    const std::int64_t one = left < 0 ? -1 : 1;
    for (std::size_t i = 0; left != 0; ++i, left -= one) // fewer units are left than fractions were cut off
        parts[order[i]] += one;
    return parts;
}

} // namespace meterhall
