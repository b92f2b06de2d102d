#include "core/proof/proof.h"
#include "tests/core/billing/sample_tariffs.h"
#include "tests/support/test_case.h"

#include <QJsonArray>
#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::tests;

namespace {

/// A random ladder tariff and a walk on it, in whole units.
struct Sample {
    std::vector<int> bounds;
    std::vector<std::vector<std::int64_t>> priceMicros; ///< by component: one, or as many as tiers
    int before = 0;
    int use = 0;
};

Sample randomSample() {
    Sample sample;
    int bound = 0;
    for (int tiers = *rc::gen::inRange(1, 6); tiers > 1; --tiers) {
        bound += *rc::gen::inRange(1, 120);
        sample.bounds.push_back(bound);
    }
    for (int components = *rc::gen::inRange(1, 4); components > 0; --components) {
        const bool byTier = *rc::gen::arbitrary<bool>();
        const std::size_t count = byTier ? sample.bounds.size() + 1 : 1;
        sample.priceMicros.push_back(
            *rc::gen::container<std::vector<std::int64_t>>(count, rc::gen::inRange<std::int64_t>(0, 9'999'999)));
    }
    sample.before = *rc::gen::inRange(0, 700);
    sample.use = *rc::gen::inRange(-300, 900);
    return sample;
}

TariffVersion versionOf(const Sample& sample) {
    TariffVersion made = version({}, {});
    made.ladder.mode = LadderMode::Marginal;
    for (const int bound : sample.bounds)
        made.ladder.upperBounds.push_back(*BilledQuantity::ofWhole(bound));
    for (const auto& prices : sample.priceMicros) {
        TariffComponent part = component(qPrintable(QString::number(made.components.size())), {});
        for (const std::int64_t micro : prices)
            part.prices.push_back(BilledPrice::ofMicro(micro));
        made.components.push_back(part);
    }
    return made;
}

Bill rateUse(const TariffVersion& version, int before, int use) {
    return *rated(inputsFor(version, *BilledQuantity::ofWhole(use), *BilledQuantity::ofWhole(before)), version);
}

/// The second calculator: takes every single unit, finds its tier by looking at the bounds, and counts. Its money is
/// integer arithmetic of its own, in millionths of a fen's hundredth.
std::int64_t totalByCountingUnits(const Sample& sample) {
    const bool back = sample.use < 0;
    const int low = back ? sample.before + sample.use : sample.before;
    const int high = back ? sample.before : sample.before + sample.use;
    std::vector<std::int64_t> unitsInTier(sample.bounds.size() + 1, 0);
    for (int unit = low + 1; unit <= high; ++unit) {
        std::size_t tier = 0;
        while (tier < sample.bounds.size() && unit > sample.bounds[tier])
            ++tier;
        ++unitsInTier[tier];
    }
    std::int64_t fen = 0;
    for (const auto& prices : sample.priceMicros) {
        for (std::size_t tier = 0; tier < unitsInTier.size(); ++tier) {
            const std::int64_t micros = unitsInTier[tier] * prices[prices.size() == 1 ? 0 : tier];
            fen += (micros + 5'000) / 10'000;
        }
    }
    return back ? -fen : fen;
}

/// Adds one to the `index`-th leaf below `node`; says whether there was one.
bool changeLeaf(QJsonObject& node, int& index, QString& kind) {
    if (node.contains(QStringLiteral("kind"))) {
        if (index-- != 0)
            return false;
        kind = node[QStringLiteral("kind")].toString();
        const Int128 value = *parseScaled128(node[QStringLiteral("value")].toString(), 12);
        node[QStringLiteral("value")] = formatScaled128(value + 1'000'000'000'000, 12);
        return true;
    }
    QJsonArray arguments = node[QStringLiteral("args")].toArray();
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QJsonObject argument = arguments[i].toObject();
        if (changeLeaf(argument, index, kind)) {
            arguments[i] = argument;
            node[QStringLiteral("args")] = arguments;
            return true;
        }
    }
    return false;
}

} // namespace

class RatePropertiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBillIsWhatCountingEveryUnitGives() {
        QVERIFY(rc::check("rating equals the unit counter", [] {
            const Sample sample = randomSample();
            const Bill bill = rateUse(versionOf(sample), sample.before, sample.use);
            RC_ASSERT(bill.total.minor() == totalByCountingUnits(sample));
        }));
    }

    void theProofReachesTheSameTotal() {
        QVERIFY(rc::check("proof equals rating", [] {
            const Sample sample = randomSample();
            const TariffVersion version = versionOf(sample);
            Bill bill = Bill::empty(version.currency);
            Trace trace;
            RC_ASSERT(
                rate(inputsFor(version, *BilledQuantity::ofWhole(sample.use), *BilledQuantity::ofWhole(sample.before)),
                     version, bill, &trace)
                    .ok());
            RC_ASSERT(proveTotal(trace, bill.total.toString()).ok());
            RC_ASSERT(proveTotal(*Trace::fromJson(trace.toJson()), bill.total.toString()).ok());
            RC_ASSERT(bill == rateUse(version, sample.before, sample.use));
        }));
    }

    void linesAddUpAndQuantitiesToo() {
        QVERIFY(rc::check("sums", [] {
            const Sample sample = randomSample();
            const Bill bill = rateUse(versionOf(sample), sample.before, sample.use);
            std::int64_t minor = 0;
            std::vector<std::int64_t> micros(sample.priceMicros.size(), 0);
            for (const BillLine& line : bill.lines) {
                minor += line.amount.minor();
                micros[line.component] += line.quantity.micro();
            }
            RC_ASSERT(minor == bill.total.minor());
            for (const std::int64_t micro : micros)
                RC_ASSERT(micro == bill.usage.micro());
        }));
    }

    void moreUseNeverCostsLess() {
        QVERIFY(rc::check("monotone", [] {
            const Sample sample = randomSample();
            const TariffVersion version = versionOf(sample);
            const int use = std::abs(sample.use);
            RC_ASSERT(rateUse(version, sample.before, use + 1).total.minor() >=
                      rateUse(version, sample.before, use).total.minor());
        }));
    }

    void aPeriodInTwoBillsEndsOnTheSameStepOfTheLadder() {
        QVERIFY(rc::check("split", [] {
            const Sample sample = randomSample();
            const TariffVersion version = versionOf(sample);
            const int use = std::abs(sample.use);
            const int first = *rc::gen::inRange(0, use + 1);
            const Bill a = rateUse(version, sample.before, first);
            const Bill b = rateUse(version, sample.before + first, use - first);
            const Bill whole = rateUse(version, sample.before, use);
            RC_ASSERT(b.ladderAfter == whole.ladderAfter);
            // Two bills round each line once more: half a fen a line at the most.
            const std::int64_t apart = std::abs(a.total.minor() + b.total.minor() - whole.total.minor());
            RC_ASSERT(apart <= std::int64_t(a.lines.size() + b.lines.size() + whole.lines.size()) / 2 + 1);
        }));
    }

    void takingUseBackIsTheMirrorImage() {
        QVERIFY(rc::check("mirror", [] {
            const Sample sample = randomSample();
            const TariffVersion version = versionOf(sample);
            const Bill bill = rateUse(version, sample.before, sample.use);
            const Bill back = rateUse(version, sample.before + sample.use, -sample.use);
            RC_ASSERT(back.total == bill.total.negated());
            RC_ASSERT(back.ladderAfter.micro() == *checkedMultiply(sample.before, 1'000'000));
        }));
    }

    void noLeafCanChangeUnseen() {
        QVERIFY(rc::check("leaves", [] {
            const Sample sample = randomSample();
            const TariffVersion version = versionOf(sample);
            BillingInputs inputs =
                inputsFor(version, *BilledQuantity::ofWhole(sample.use), *BilledQuantity::ofWhole(sample.before));
            inputs.boundScale = {*rc::gen::inRange(1, 12), 12};
            Bill bill = Bill::empty(version.currency);
            Trace trace;
            RC_ASSERT(rate(inputs, version, bill, &trace).ok());
            const QJsonObject json = trace.toJson();
            for (int leaf = 0;; ++leaf) {
                QJsonObject changed = json;
                int index = leaf;
                QString kind;
                if (!changeLeaf(changed, index, kind))
                    break;
                RC_ASSERT(!proveTotal(*Trace::fromJson(changed), bill.total.toString()).ok());
            }
        }));
    }
};
METERHALL_TEST_CASE(RatePropertiesTest)

#include "rate_properties_test.moc"
