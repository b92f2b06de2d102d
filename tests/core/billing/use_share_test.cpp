#include "core/billing/use_share.h"
#include "core/proof/proof.h"
#include "tests/core/billing/sample_tariffs.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::tests;

namespace {

UseShare ratio(std::int64_t micro) {
    return {.ratio = Ratio::ofMicro(micro)};
}
UseShare fixed(const char* quantity) {
    return {.kind = UseShare::Kind::Fixed, .quantity = amount(quantity)};
}

/// What each of the shares is billed, in their order.
QStringList shared(BilledQuantity use, const std::vector<UseShare>& shares) {
    QStringList parts;
    for (std::size_t at = 0; at < shares.size(); ++at) {
        Derivation derivation(nullptr);
        MeteredUse whole;
        whole.all = {use};
        parts += ownShare(whole, shares, at, derivation).all.value.toString();
        if (!derivation.state().ok())
            parts += derivation.state().error().toString();
    }
    return parts;
}

} // namespace

/// Meters that several accounts share.
class UseShareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRatioIsRoundedToItsStepAndTheLastTakesWhatIsLeft() {
        QCOMPARE(shared(amount("33"), {ratio(350'000), {}}), (QStringList{"12", "21"})); // 11.55
        UseShare tenths = ratio(350'000);
        tenths.step = amount("0.1");
        tenths.rounding = RoundingMode::Down;
        QCOMPARE(shared(amount("33"), {tenths, {}}), (QStringList{"11.5", "21.5"}));
        QCOMPARE(shared(amount("-33"), {ratio(350'000), {}}), (QStringList{"-12", "-21"}));
    }

    void aQuantityIsTakenAsFarAsItIsLeft() {
        QCOMPARE(shared(amount("50"), {fixed("8"), {}}), (QStringList{"8", "42"}));
        QCOMPARE(shared(amount("5"), {fixed("8"), {}}), (QStringList{"5", "0"}));
        QCOMPARE(shared(amount("10"), {ratio(600'000), fixed("8"), {}}), (QStringList{"6", "4", "0"}));
    }

    void sharesAlwaysAddUpToTheUse() {
        QVERIFY(rc::check([] {
            const auto use = BilledQuantity::ofMicro(*rc::gen::inRange<std::int64_t>(-5'000'000'000, 5'000'000'000));
            std::vector<UseShare> shares;
            const int others = *rc::gen::inRange(1, 6);
            for (int at = 0; at < others; ++at) {
                UseShare share = ratio(*rc::gen::inRange(0, 1'000'000 / others));
                share.kind = UseShare::Kind(*rc::gen::inRange(0, 3));
                share.quantity = BilledQuantity::ofMicro(*rc::gen::inRange<std::int64_t>(0, 900'000'000));
                share.step = BilledQuantity::ofMicro(*rc::gen::inRange<std::int64_t>(1, 2'000'000));
                shares.push_back(share);
            }
            shares.emplace_back();
            BilledQuantity sum = BilledQuantity::zero();
            for (const QString& part : shared(use, shares))
                sum = *sum.plus(*BilledQuantity::parse(part));
            RC_ASSERT(sum == use);
        }));
    }

    void registersAreSharedByRatioEachAndByQuantityNot() {
        const auto ofRegisters = [](const std::vector<UseShare>& shares, std::size_t own) {
            Derivation derivation(nullptr);
            MeteredUse whole;
            whole.registers = 2;
            whole.byRegister[0] = {amount("11")};
            whole.byRegister[1] = {amount("22")};
            whole.all = {amount("33")};
            const MeteredUse use = ownShare(whole, shares, own, derivation);
            return derivation.state().ok() ? QStringLiteral("%1 = %2 + %3")
                                                 .arg(use.all.value.toString(), use.byRegister[0].value.toString(),
                                                      use.byRegister[1].value.toString())
                                           : derivation.state().error().toString();
        };
        QCOMPARE(ofRegisters({ratio(500'000), {}}, 0), QStringLiteral("17 = 6 + 11"));
        QCOMPARE(ofRegisters({ratio(500'000), {}}, 1), QStringLiteral("16 = 5 + 11"));
        QCOMPARE(ofRegisters({fixed("8"), {}}, 1), QStringLiteral("tariffs.Unsupported(shares, registers)"));
    }

    /// Source of the prices: laihamady.com/ms/760561.
    void aBillIsRatedByItsShareAndProved() {
        const TariffVersion water = waterTariff();
        const auto billOf = [&](const std::vector<UseShare>& shares, std::size_t own, const char* dial) {
            BillingInputs inputs = inputsOf(water, {segment("100", dial)});
            inputs.shares = shares;
            inputs.share = std::uint8_t(own);
            Bill bill = Bill::empty(Currency::cny());
            Trace trace;
            const auto done = rate(inputs, water, bill, &trace);
            if (!done.ok())
                return done.error().toString();
            const auto proof = proveTotal(trace, bill.total.toString());
            return proof.ok() ? QStringLiteral("%1: %2").arg(bill.usage.toString(), bill.total.toString())
                              : proof.error().toString();
        };
        QCOMPARE(billOf({ratio(600'000), {}}, 0, "150"), QStringLiteral("30: 150.00"));
        QCOMPARE(billOf({ratio(600'000), {}}, 1, "150"), QStringLiteral("20: 100.00"));
        QCOMPARE(billOf({fixed("8"), {}}, 0, "150"), QStringLiteral("8: 40.00"));
        QCOMPARE(billOf({fixed("8"), {}}, 1, "150"), QStringLiteral("42: 210.00"));
        QCOMPARE(billOf({fixed("8"), {}}, 0, "105"), QStringLiteral("5: 25.00"));
        QCOMPARE(billOf({fixed("8"), {}}, 1, "105"), QStringLiteral("0: 0.00"));
    }

    void sharesAreStoredAndNonsenseIsRefused() {
        BillingInputs inputs = inputsOf(waterTariff(), {segment("100", "150")});
        const Bytes alone = encodeBillingInputs(inputs);
        inputs.shares = {ratio(600'000), fixed("8"), {}};
        inputs.share = 2;
        QCOMPARE(*decodeBillingInputs(encodeBillingInputs(inputs)), inputs);
        QVERIFY(encodeBillingInputs(inputs) != alone);
        const auto isRefused = [&](auto&& spoil) {
            BillingInputs bad = inputs;
            spoil(bad);
            return decodeBillingInputs(encodeBillingInputs(bad)).failedWith(BillingError::BadShare);
        };
        QVERIFY(isRefused([](BillingInputs& bad) { bad.share = 3; }));
        QVERIFY(isRefused([](BillingInputs& bad) { bad.shares.resize(1); }));
        QVERIFY(isRefused([](BillingInputs& bad) { bad.shares.clear(); }));
        QVERIFY(isRefused([](BillingInputs& bad) { bad.shares[0].ratio = Ratio::ofMicro(1'000'001); }));
        QVERIFY(isRefused([](BillingInputs& bad) { bad.shares[1].quantity = amount("-1"); }));
        QVERIFY(isRefused([](BillingInputs& bad) { bad.shares[0].step = BilledQuantity::zero(); }));
    }
};
METERHALL_TEST_CASE(UseShareTest)

#include "use_share_test.moc"
