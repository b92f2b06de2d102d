#include "core/ledger/shift.h"

namespace meterhall {

Result<Money> countedSum(const std::map<std::int64_t, int>& pieces, Currency currency) {
    Money sum = Money::zero(currency);
    for (const auto& [denomination, number] : pieces) {
        if (denomination <= 0 || number < 0)
            return Error(LedgerError::BadCount, {QString::number(denomination)});
        MH_TRY(const Money stack, Money::ofMinor(denomination, currency).times(number));
        MH_TRY(sum, sum.plus(stack));
    }
    return sum;
}

std::span<const std::int64_t> cashPieces(Currency currency) {
    static constexpr std::array<std::int64_t, 8> renminbi{100'00, 50'00, 20'00, 10'00, 5'00, 1'00, 50, 10};
    return currency == Currency::cny() ? std::span<const std::int64_t>(renminbi) : std::span<const std::int64_t>();
}

} // namespace meterhall
