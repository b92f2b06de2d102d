#include "core/quantity/allocation.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <numeric>
#include <rapidcheck.h>

using namespace meterhall;

namespace {
using Numbers = std::vector<std::int64_t>;
} // namespace

class AllocationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leftOverUnitsGoToTheLargestFractions() {
        QCOMPARE(*allocateUnits(100, Numbers{1, 1, 1}), (Numbers{34, 33, 33}));
        QCOMPARE(*allocateUnits(-100, Numbers{1, 1, 1}), (Numbers{-34, -33, -33}));
        QCOMPARE(*allocateUnits(10, Numbers{6, 3, 1}), (Numbers{6, 3, 1}));
        QCOMPARE(*allocateUnits(7, Numbers{10, 45, 45}), (Numbers{1, 3, 3})); // 0.7 beats the two 0.15
        QCOMPARE(*allocateUnits(1, Numbers{0, 1, 0}), (Numbers{0, 1, 0}));
        QCOMPARE(*allocateUnits(0, Numbers{3, 4}), (Numbers{0, 0}));
        QCOMPARE(*allocateUnits(5, Numbers{9}), (Numbers{5}));
    }

    void impossibleWeightsAreRefused() {
        QVERIFY(allocateUnits(1, Numbers{}).failedWith(QuantityError::BadWeights));
        QVERIFY(allocateUnits(1, Numbers{0, 0}).failedWith(QuantityError::BadWeights));
        QVERIFY(allocateUnits(1, Numbers{2, -1}).failedWith(QuantityError::BadWeights));
        const std::int64_t largest = std::numeric_limits<std::int64_t>::max();
        QVERIFY(allocateUnits(1, Numbers{largest, 1}).failedWith(QuantityError::Overflow));
        QCOMPARE(*allocateUnits(largest, Numbers{largest}), (Numbers{largest}));
    }

    void theSharesOfAQuantityAddUpToItsLastMillionth() {
        const auto shares = *allocate(*Volume::ofWhole(1), Numbers{1, 1, 1});
        QCOMPARE(shares[0].toString(), QStringLiteral("0.333334"));
        QCOMPARE(shares[2].toString(), QStringLiteral("0.333333"));
    }

    void partsAddUpAndAreLessThanOneUnitOff() {
        QVERIFY(rc::check("allocate: exact sum, each part beside its exact share, fair to equal weights", [] {
            const auto total = *rc::gen::arbitrary<std::int64_t>();
            const auto weights =
                *rc::gen::nonEmpty(rc::gen::container<Numbers>(rc::gen::inRange<std::int64_t>(0, 1'000'000)));
            const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t(0));
            RC_PRE(sum > 0);
            const Numbers parts = *allocateUnits(total, weights);
            RC_ASSERT(std::accumulate(parts.begin(), parts.end(), Int128(0)) == Int128(total));
            for (std::size_t i = 0; i < parts.size(); ++i) {
                const Int128 off = product(parts[i], sum) - product(total, weights[i]); // in 1/sum of a unit
                RC_ASSERT(off < sum && off > -Int128(sum));
                if (weights[i] == 0)
                    RC_ASSERT(parts[i] == 0);
                for (std::size_t j = 0; j < i; ++j) {
                    if (weights[i] == weights[j])
                        RC_ASSERT(std::abs(parts[i] - parts[j]) <= 1);
                }
            }
            RC_ASSERT(*allocateUnits(total, weights) == parts);
        }));
    }
};
METERHALL_TEST_CASE(AllocationTest)

#include "allocation_test.moc"
