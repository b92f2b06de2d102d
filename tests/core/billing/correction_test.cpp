#include "core/billing/correction.h"
#include "tests/core/billing/sample_tariffs.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::tests;

class CorrectionTest : public QObject {
    Q_OBJECT

private:
    using Uses = std::vector<int>;

    /// Bills of one year, one after the other on the ladder.
    static std::vector<IssuedBill> issued(const Uses& uses, const std::vector<const TariffVersion*>& versions) {
        std::vector<IssuedBill> bills;
        BilledQuantity position = BilledQuantity::zero();
        for (std::size_t i = 0; i < uses.size(); ++i) {
            const TariffVersion& version = *versions[i % versions.size()];
            bills.push_back({inputsFor(version, *BilledQuantity::ofWhole(uses[i]), position), &version});
            position = rated(bills.back().inputs, version)->ladderAfter;
        }
        return bills;
    }
    /// The same bills of these uses.
    static std::vector<IssuedBill> truth(std::vector<IssuedBill> bills, const Uses& uses) {
        bills.resize(uses.size(), bills.front());
        for (std::size_t i = 0; i < uses.size(); ++i)
            bills[i].inputs.segments = inputsFor(gasTariff(), *BilledQuantity::ofWhole(uses[i]), amount("0")).segments;
        return bills;
    }
    static QString adjustment(const Uses& billed, const Uses& right,
                              const std::vector<const TariffVersion*>& versions) {
        const auto bills = issued(billed, versions);
        const auto correction = replayBills(bills, truth(bills, right));
        return correction.ok() ? correction->adjustment.toString() : correction.error().code().toString();
    }

private Q_SLOTS:
    void billsBehindTheWrongOneMoveOnTheLadder() {
        const TariffVersion gas = gasTariff();
        // 290 | 30 | 300 instead of 290 | 10 | 300: 20 m3 fewer of tier 2, and 20 that leave tier 3 below them.
        const auto bills = issued({290, 30, 300}, {&gas});
        const Correction correction = *replayBills(bills, truth(bills, {290, 10, 300}));
        QCOMPARE(correction.bills[0].bill.total, correction.bills[0].before);
        QCOMPARE(correction.bills[1].bill.total.toString(), QStringLiteral("27.00"));
        QCOMPARE(correction.bills[2].inputs.ladderBefore, amount("300"));
        QCOMPARE(correction.bills[2].bill.total.toString(), QStringLiteral("882.60"));
        // 20 x 3.668.
        QCOMPARE(correction.adjustment.toString(), QStringLiteral("-73.36"));
    }

    void eachBillKeepsItsOwnPrice() {
        const TariffVersion before = gasTariff();
        TariffVersion after = gasTariff();
        for (BilledPrice& price : after.components[0].prices)
            price = *price.plus(*BilledPrice::parse(u"0.5"));
        // The 40 m3 too much were billed at 2.70 and come back at 2.70.
        QCOMPARE(adjustment({140, 50}, {100, 50}, {&before, &after}), QStringLiteral("-108.00"));
        QCOMPARE(adjustment({50, 140}, {50, 100}, {&before, &after}), QStringLiteral("-128.00"));
    }

    void aBillOfAnotherWindowStays() {
        const TariffVersion gas = gasTariff();
        auto bills = issued({300, 300}, {&gas});
        bills[1].inputs.window = *LadderWindow::yearOf(day("2027-01-20"));
        bills[1].inputs.ladderBefore = amount("0");
        const Correction correction = *replayBills(bills, truth(bills, {200, 300}));
        QCOMPARE(correction.bills[1].bill.total, correction.bills[1].before);
        QCOMPARE(correction.adjustment.toString(), QStringLiteral("-270.00"));
    }

    void anotherTariffIsReplayedOnItsOwnLadder() {
        const TariffVersion gas = gasTariff();
        TariffVersion flat = gasTariff();
        flat.id = TariffVersionId::fromRaw(77);
        flat.ladder = {LadderMode::Flat, {}, flat.ladder.cycle};
        flat.components[0].prices.resize(1, flat.components[0].prices[0]);
        const auto bills = issued({290, 30}, {&gas});
        auto right = bills;
        right[1].version = &flat;
        right[1].inputs.tariffVersion = flat.id;
        // 20 of the 30 were in tier 2: 20 x (2.942 - 2.70) less.
        QCOMPARE(replayBills(bills, right)->adjustment.toString(), QStringLiteral("-4.84"));
    }

    void thereIsSomethingToCorrect() {
        QVERIFY(replayBills({}, {}).failedWith(BillingError::NothingToCorrect));
        const TariffVersion gas = gasTariff();
        const auto bills = issued({1, 2}, {&gas});
        QVERIFY(replayBills(bills, truth(bills, {1})).failedWith(BillingError::NothingToCorrect));
    }

    void correctingBackAndForthIsNothing() {
        QVERIFY(rc::check([] {
            const TariffVersion gas = gasTariff();
            const auto count = *rc::gen::inRange<std::size_t>(1, 7);
            const auto billed = *rc::gen::container<Uses>(count, rc::gen::inRange(0, 400));
            const auto right = *rc::gen::container<Uses>(count, rc::gen::inRange(0, 400));
            const auto bills = issued(billed, {&gas});
            const Correction there = *replayBills(bills, truth(bills, right));
            std::vector<IssuedBill> corrected;
            for (const CorrectedBill& bill : there.bills)
                corrected.push_back({bill.inputs, &gas});
            const Correction back = *replayBills(corrected, truth(corrected, billed));
            RC_ASSERT(there.adjustment.plus(back.adjustment)->isZero());
            // And it is what billing the truth at once would have given.
            const auto atOnce = issued(right, {&gas});
            for (std::size_t i = 0; i < count; ++i)
                RC_ASSERT(there.bills[i].inputs == atOnce[i].inputs);
        }));
    }
};
METERHALL_TEST_CASE(CorrectionTest)

#include "correction_test.moc"
