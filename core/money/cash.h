#pragma once

#include "core/money/money.h"

#include <span>
#include <vector>

namespace meterhall {

/// Notes and coins in minor units, the largest first. CNY: 100 yuan to 1 jiao; the fen pieces are out of use.
std::span<const std::int64_t> cashPieces(Currency currency);

/// How an amount is given back in notes and coins.
struct ChangeMix {
    struct Pieces {
        std::int64_t face;
        int count;
        bool operator==(const Pieces&) const = default;
    };
    std::vector<Pieces> pieces; ///< the largest first, none with a count of 0
    Money rest;                 ///< smaller than any piece: cannot be given back in cash
};

/// With the fewest pieces; `variant` n does without the n largest faces that the mix of variant 0 uses, for a drawer
/// that has run out of them. Nothing or less gives no pieces. Without pieces for the currency all of it is rest.
ChangeMix changeMix(Money amount, int variant = 0);

/// What people are likely to hand over for it: the amount itself, then the next sums that whole notes make.
std::vector<Money> likelyPayments(Money due);

} // namespace meterhall
