#include "core/billing/loss_share.h"
#include "core/billing/rate.h"
#include "core/proof/proof.h"
#include "tests/core/billing/sample_tariffs.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::tests;

namespace {

/// What each account is billed on top of nothing, in their order.
std::vector<BilledQuantity> partsOf(BilledQuantity master, BilledQuantity behind,
                                    const std::vector<BilledQuantity>& weights, BilledQuantity step,
                                    RoundingMode rounding = RoundingMode::HalfUp) {
    std::vector<BilledQuantity> parts;
    LossShare share{.master = master, .behind = behind, .step = step, .rounding = rounding};
    for (const BilledQuantity weight : weights)
        share.all = *share.all.plus(weight);
    for (const BilledQuantity weight : weights) {
        share.own = weight;
        Derivation derivation(nullptr);
        parts.push_back(withLosses({}, {&share, 1}, derivation).all.value);
        if (!derivation.state().ok())
            qFatal("%s", qPrintable(derivation.state().error().toString()));
        share.before = *share.before.plus(weight);
    }
    return parts;
}

QStringList texts(const std::vector<BilledQuantity>& parts) {
    QStringList all;
    for (const BilledQuantity part : parts)
        all += part.toString();
    return all;
}

} // namespace

/// Losses of master meters.
class LossShareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLossIsSharedByTheWeights() {
        QCOMPARE(texts(partsOf(amount("21"), amount("15"), {amount("6"), amount("9")}, amount("0.01"))),
                 (QStringList{"2.4", "3.6"}));
        QCOMPARE(texts(partsOf(amount("10"), amount("0"), {amount("1"), amount("1"), amount("1")}, amount("0.01"))),
                 (QStringList{"3.33", "3.34", "3.33"})); // 3.33, 6.67, 10
        QCOMPARE(texts(partsOf(amount("10"), amount("0"), {amount("1"), amount("0"), amount("2")}, amount("1"))),
                 (QStringList{"3", "0", "7"}));
    }

    void whereTheMetersBehindCountedMoreThereIsNoLoss() {
        QCOMPARE(texts(partsOf(amount("15"), amount("21"), {amount("6"), amount("15")}, amount("0.01"))),
                 (QStringList{"0", "0"}));
        QCOMPARE(texts(partsOf(amount("15"), amount("15"), {amount("6"), amount("9")}, amount("0.01"))),
                 (QStringList{"0", "0"}));
    }

    void thePartsAddUpToTheLossAndNoneIsNegative() {
        QVERIFY(rc::check([] {
            const auto step = BilledQuantity::ofMicro(*rc::gen::inRange<std::int64_t>(1, 2'000'000));
            const auto loss = BilledQuantity::ofMicro(*rc::gen::inRange<std::int64_t>(0, 5'000) * step.micro());
            const auto behind = BilledQuantity::ofMicro(*rc::gen::inRange<std::int64_t>(0, 5'000'000'000));
            std::vector<BilledQuantity> weights{amount("1")};
            for (int others = *rc::gen::inRange(1, 12); others > 0; --others)
                weights.push_back(BilledQuantity::ofMicro(*rc::gen::inRange<std::int64_t>(0, 900'000'000)));
            const auto rounding = RoundingMode(*rc::gen::inRange(0, 7));
            BilledQuantity sum = BilledQuantity::zero();
            for (const BilledQuantity part : partsOf(*behind.plus(loss), behind, weights, step, rounding)) {
                RC_ASSERT(!part.isNegative());
                sum = *sum.plus(part);
            }
            RC_ASSERT(sum == loss);
        }));
    }

    void aBillWithALossIsExplainedAndKeptAsItIs() {
        const TariffVersion version = gasTariff();
        BillingInputs inputs = inputsFor(version, amount("8"), amount("290"));
        inputs.losses = {{.master = amount("21"),
                          .behind = amount("15"),
                          .before = amount("9"),
                          .own = amount("6"),
                          .all = amount("15")}};
        const auto again = decodeBillingInputs(encodeBillingInputs(inputs));
        QVERIFY(again.ok());
        QCOMPARE(*again, inputs);
        Bill bill = Bill::empty(version.currency);
        Trace trace;
        QVERIFY(rate(inputs, version, bill, &trace).ok());
        QVERIFY(proveTotal(trace, bill.total.toString()).ok());
        QCOMPARE(bill.usage.toString(), QStringLiteral("10.4"));
        QCOMPARE(bill.total, rated(inputs, version)->total);
        inputs.losses.front().behind = amount("25");
        QCOMPARE(rated(inputs, version)->usage.toString(), QStringLiteral("8"));
        Trace none;
        QVERIFY(rate(inputs, version, bill, &none).ok());
        QVERIFY(proveTotal(none, bill.total.toString()).ok());
    }

    void whatCannotBeIsRefused_data() {
        QTest::addColumn<LossShare>("loss");
        const LossShare good{.master = amount("21"), .behind = amount("15"), .own = amount("6"), .all = amount("15")};
        const auto row = [&](const char* name, auto change) {
            LossShare bad = good;
            change(bad);
            QTest::newRow(name) << bad;
        };
        row("no weights", [](LossShare& loss) { loss.all = amount("0"); });
        row("more than all", [](LossShare& loss) { loss.own = amount("16"); });
        row("more than what is left", [](LossShare& loss) { loss.before = amount("10"); });
        row("negative", [](LossShare& loss) { loss.before = amount("-1"); });
        row("no step", [](LossShare& loss) { loss.step = amount("0"); });
    }
    void whatCannotBeIsRefused() {
        QFETCH(LossShare, loss);
        BillingInputs inputs = inputsFor(gasTariff(), amount("8"), amount("290"));
        inputs.losses = {loss};
        QVERIFY(decodeBillingInputs(encodeBillingInputs(inputs)).failedWith(BillingError::BadShare));
    }
};
METERHALL_TEST_CASE(LossShareTest)

#include "loss_share_test.moc"
