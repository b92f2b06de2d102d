#include "core/billing/purchase.h"

#include "core/billing/rate.h"

namespace meterhall {

namespace {
/// Whether so many steps can be paid; `bill` is their bill afterwards.
class Affordable {
public:
    Affordable(const BillingInputs& inputs, const TariffVersion& version, Money money, BilledQuantity step)
        : m_inputs(inputs)
        , m_version(version)
        , m_money(money)
        , m_step(step) {}

    Result<bool> operator()(std::int64_t steps, Bill& bill) {
        MH_TRY(const BilledQuantity volume, m_step.times(steps));
        m_inputs = inputsOfVolume(std::move(m_inputs), volume);
        MH_CHECK(rate(m_inputs, m_version, bill));
        MH_TRY(const auto order, bill.total.compare(m_money));
        return order <= 0;
    }

private:
    BillingInputs m_inputs;
    const TariffVersion& m_version;
    Money m_money;
    BilledQuantity m_step;
};
} // namespace

BillingInputs inputsOfVolume(BillingInputs inputs, BilledQuantity volume) {
    const BilledQuantity start = volume.isNegative() ? volume.negated() : BilledQuantity::zero();
    const BilledQuantity end = volume.isNegative() ? BilledQuantity::zero() : volume;
    inputs.segments.assign(1, UsageSegment{MeterId::fromRaw(0), "volume", start, end});
    return inputs;
}

Result<Purchase> buyVolume(BillingInputs inputs, const TariffVersion& version, BilledQuantity volume) {
    MH_TRY(Bill bill, rated(inputsOfVolume(std::move(inputs), volume), version));
    return Purchase{volume, std::move(bill), Money::zero(version.currency)};
}

Result<Purchase> buyForMoney(const BillingInputs& inputs, const TariffVersion& version, Money money,
                             BilledQuantity step) {
    if (step.micro() <= 0)
        return QuantityError::BadStep;
    constexpr std::int64_t mostSteps = std::int64_t(1) << 40;
    Affordable affordable(inputs, version, money, step);
    Bill bill = Bill::empty(version.currency);
    MH_TRY(const bool anything, affordable(0, bill));
    if (!anything)
        return Error(BillingError::TooLittleMoney, {bill.total.toString()});
    std::int64_t most = 0;
    std::int64_t tooMany = 1;
    for (;; most = tooMany, tooMany *= 2) {
        MH_TRY(const bool enough, affordable(tooMany, bill));
        if (!enough)
            break;
        if (tooMany >= mostSteps)
            return BillingError::CostsNothing;
    }
    while (tooMany - most > 1) {
        const std::int64_t middle = most + (tooMany - most) / 2;
        MH_TRY(const bool enough, affordable(middle, bill));
        (enough ? most : tooMany) = middle;
    }
    MH_TRY(const BilledQuantity volume, step.times(most));
    MH_TRY(Purchase purchase, buyVolume(inputs, version, volume));
    MH_TRY(purchase.left, money.minus(purchase.bill.total));
    return purchase;
}

} // namespace meterhall
