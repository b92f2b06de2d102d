#include "core/money/cash.h"

#include <array>

namespace meterhall {

namespace {
constexpr std::array<std::int64_t, 8> yuanAndJiao{100'00, 50'00, 20'00, 10'00, 5'00, 1'00, 50, 10};

ChangeMix greedy(Money amount, std::span<const std::int64_t> faces) {
    ChangeMix mix{{}, amount};
    std::int64_t left = amount.minor();
    for (const std::int64_t face : faces) {
        if (left >= face)
            mix.pieces.push_back({face, int(left / face)});
        left %= face;
    }
    mix.rest = Money::ofMinor(left, amount.currency());
    return mix;
}
} // namespace

std::span<const std::int64_t> cashPieces(Currency currency) {
    return currency == Currency::cny() ? std::span<const std::int64_t>(yuanAndJiao) : std::span<const std::int64_t>();
}

// Every face of ours is a multiple or the double and half of the next, for which the greedy mix has the fewest pieces.
ChangeMix changeMix(Money amount, int variant) {
    const auto faces = cashPieces(amount.currency());
    if (!amount.isPositive() || faces.empty())
        return {{}, amount};
    ChangeMix mix = greedy(amount, faces);
    if (variant <= 0 || mix.pieces.empty())
        return mix;
    const auto without = std::min(std::size_t(variant), mix.pieces.size());
    std::vector<std::int64_t> left;
    for (const std::int64_t face : faces) {
        if (face < mix.pieces[without - 1].face)
            left.push_back(face);
    }
    return left.empty() ? mix : greedy(amount, left);
}

std::vector<Money> likelyPayments(Money due) {
    std::vector<Money> likely;
    if (!due.isPositive())
        return likely;
    likely.push_back(due);
    for (const std::int64_t step :
         {std::int64_t(10'00), std::int64_t(50'00), std::int64_t(100'00), std::int64_t(500'00)}) {
        const std::int64_t up = (due.minor() / step + (due.minor() % step != 0 ? 1 : 0)) * step;
        const Money next = Money::ofMinor(up, due.currency());
        if (next.minor() > likely.back().minor())
            likely.push_back(next);
    }
    return likely;
}

} // namespace meterhall
