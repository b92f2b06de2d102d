#include "core/money/cash.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

namespace meterhall {

namespace {

Money yuan(std::int64_t minor) {
    return Money::ofMinor(minor, Currency::cny());
}

class CashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fortyIsTwoTwenties() {
        const ChangeMix mix = changeMix(yuan(40'05));
        QCOMPARE(mix.pieces, (std::vector<ChangeMix::Pieces>{{20'00, 2}}));
        QCOMPARE(mix.rest, yuan(5));
    }

    void theNextMixDoesWithoutTheLargestFace() {
        QCOMPARE(changeMix(yuan(40'00), 1).pieces, (std::vector<ChangeMix::Pieces>{{10'00, 4}}));
        QCOMPARE(changeMix(yuan(70'00), 1).pieces, (std::vector<ChangeMix::Pieces>{{20'00, 3}, {10'00, 1}}));
        QCOMPARE(changeMix(yuan(70'00), 2).pieces, (std::vector<ChangeMix::Pieces>{{10'00, 7}}));
        QCOMPARE(changeMix(yuan(10), 3).pieces, (std::vector<ChangeMix::Pieces>{{10, 1}})); // there is nothing below
    }

    void nothingToGiveBackIsNoPieces() {
        QVERIFY(changeMix(yuan(0)).pieces.empty());
        QVERIFY(changeMix(yuan(-500)).pieces.empty());
        QCOMPARE(changeMix(Money::ofMinor(500, Currency::usd())).rest, Money::ofMinor(500, Currency::usd()));
    }

    void aMixAddsUpToTheAmount() {
        QVERIFY(rc::check([] {
            const auto amount = yuan(*rc::gen::inRange<std::int64_t>(0, 1'000'000));
            const ChangeMix mix = changeMix(amount, *rc::gen::inRange(0, 5));
            std::int64_t sum = mix.rest.minor();
            for (const auto& piece : mix.pieces) {
                RC_ASSERT(piece.count > 0);
                sum += piece.face * piece.count;
            }
            RC_ASSERT(sum == amount.minor());
            RC_ASSERT(mix.rest.minor() >= 0 && mix.rest.minor() < 10);
        }));
    }

    // Against the table of fewest pieces, worked out sum by sum.
    void theFirstMixHasTheFewestPieces() {
        constexpr int most = 30'000; // jiao: 3,000 yuan
        std::vector<int> fewest(most + 1, 0);
        for (int sum = 1; sum <= most; ++sum) {
            int best = sum;
            for (const std::int64_t face : cashPieces(Currency::cny())) {
                if (face / 10 <= sum)
                    best = std::min(best, fewest[std::size_t(sum - face / 10)] + 1);
            }
            fewest[std::size_t(sum)] = best;
        }
        for (int sum = 0; sum <= most; ++sum) {
            int used = 0;
            for (const auto& piece : changeMix(yuan(std::int64_t(sum) * 10)).pieces)
                used += piece.count;
            QCOMPARE(used, fewest[std::size_t(sum)]);
        }
    }

    void likelyPaymentsGrowFromTheAmountItself() {
        const std::vector<Money> likely = likelyPayments(yuan(559'95));
        QCOMPARE(likely, (std::vector<Money>{yuan(559'95), yuan(560'00), yuan(600'00), yuan(1000'00)}));
        QVERIFY(likelyPayments(yuan(0)).empty());
        QCOMPARE(likelyPayments(yuan(100'00)), (std::vector<Money>{yuan(100'00), yuan(500'00)}));
    }
};

} // namespace

METERHALL_TEST_CASE(CashTest)

} // namespace meterhall

#include "cash_test.moc"
