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

} // namespace meterhall
