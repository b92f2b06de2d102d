#include "core/proof/proof.h"
#include "tests/core/billing/sample_tariffs.h"
#include "tests/support/test_case.h"

#include <QJsonDocument>
#include <QTest>

using namespace meterhall;
using namespace meterhall::tests;

class RateTest : public QObject {
    Q_OBJECT

private:
    /// The bill's total, or the code of the error. The proof must agree with it, and the trace must not change it.
    static QString total(const TariffVersion& version, const BillingInputs& inputs) {
        Bill bill = Bill::empty(version.currency);
        Trace trace;
        const auto traced = rate(inputs, version, bill, &trace);
        if (!traced.ok())
            return traced.error().code().toString();
        if (const auto proved = proveTotal(trace, bill.total.toString()); !proved.ok())
            return proved.error().toString();
        const auto untraced = rated(inputs, version);
        return untraced.ok() && *untraced == bill ? bill.total.toString() : QStringLiteral("trace changed the bill");
    }

    static QString lines(const Bill& bill) {
        QStringList text;
        for (const BillLine& line : bill.lines)
            text += QStringLiteral("%1/T%2 %3x%4=%5")
                        .arg(line.component)
                        .arg(line.tier)
                        .arg(line.quantity.toString(), line.price.toString(), line.amount.toString());
        return text.join(QStringLiteral("; "));
    }

private Q_SLOTS:
    void anUpperBoundBelongsToTheTierBelowIt_data() {
        QTest::addColumn<bool>("water");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("use");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, bool water, const char* before, const char* use, const char* expected) {
            QTest::newRow(name) << water << QString::fromLatin1(before) << QString::fromLatin1(use)
                                << QString::fromLatin1(expected);
        };
        row("gas 299", false, "0", "299", "807.30");
        row("gas 300", false, "0", "300", "810.00");
        row("gas 301", false, "0", "301", "812.94");
        row("gas 599", false, "0", "599", "1689.66");
        row("gas 600", false, "0", "600", "1692.60");
        row("gas 601", false, "0", "601", "1696.27");
        row("gas to the bound", false, "299", "1", "2.70");
        row("gas from the bound", false, "300", "1", "2.94");
        row("gas across both bounds", false, "299", "302", "888.97");
        row("water 179", true, "0", "179", "895.00");
        row("water 180", true, "0", "180", "900.00");
        row("water 181", true, "0", "181", "907.00");
        row("water 259", true, "0", "259", "1453.00");
        row("water 260", true, "0", "260", "1460.00");
        row("water 261", true, "0", "261", "1469.00");
        row("nothing used", true, "100", "0", "0.00");
        row("back down one tier", true, "200", "-40", "-240.00");
        row("back from the bound", true, "180", "-1", "-5.00");
        row("back to the bound", true, "181", "-1", "-7.00");
        row("back below zero stays in tier 1", true, "10", "-20", "-100.00");
    }
    void anUpperBoundBelongsToTheTierBelowIt() {
        QFETCH(bool, water);
        QFETCH(QString, before);
        QFETCH(QString, use);
        QFETCH(QString, expected);
        const TariffVersion version = water ? waterTariff() : gasTariff();
        const auto inputs = inputsFor(version, *BilledQuantity::parse(use), *BilledQuantity::parse(before));
        QCOMPARE(total(version, inputs), expected);
    }

    void everyComponentHasALineForEveryTierItTouches() {
        const TariffVersion version = waterTariff();
        const Bill bill = *rated(inputsFor(version, amount("30"), amount("170")), version);
        QCOMPARE(lines(bill), QStringLiteral("0/T1 10x2.07=20.70; 0/T2 20x4.07=81.40; 1/T1 10x1.57=15.70; "
                                             "1/T2 20x1.57=31.40; 2/T1 10x1.36=13.60; 2/T2 20x1.36=27.20"));
        QCOMPARE(bill.ladderAfter, amount("200"));
    }

    void theReadingIsCutAndNotTheDifference() {
        const TariffVersion version = gasTariff();
        QCOMPARE(total(version, inputsOf(version, {segment("10", "20.999")})), QStringLiteral("27.00"));
        QCOMPARE(*billedDial(amount("20.999"), version), amount("20"));
        // The 0.999 m3 come with the next bill.
        QCOMPARE(total(version, inputsOf(version, {segment("20", "30.001")})), QStringLiteral("27.00"));
    }

    void aDialThatRolledOverGoesOnFromZero() {
        const TariffVersion version = waterTariff();
        UsageSegment rolled = segment("99985", "22");
        rolled.rollover = amount("100000");
        QCOMPARE(total(version, inputsOf(version, {rolled})), QStringLiteral("185.00"));
        rolled.rollover = amount("10000");
        QCOMPARE(total(version, inputsOf(version, {rolled})), QStringLiteral("billing.BadRollover"));
        rolled = segment("22", "99985");
        rolled.rollover = amount("100000");
        QCOMPARE(total(version, inputsOf(version, {rolled})), QStringLiteral("billing.BadRollover"));
    }

    void anExchangedMeterIsASecondSegmentWithItsOwnMultiplier() {
        const TariffVersion version = waterTariff();
        QCOMPARE(total(version, inputsOf(version, {segment("1234", "1250"), segment("0", "14")}, "170")),
                 QStringLiteral("190.00"));
        UsageSegment larger = segment("5", "12.9");
        larger.multiplier = Ratio::ofMicro(10'000'000);
        const BillingInputs inputs = inputsOf(version, {segment("1234", "1250"), larger});
        QCOMPARE(rated(inputs, version)->usage, amount("86"));
        QCOMPARE(total(version, inputs), QStringLiteral("430.00"));
    }

    void theLadderGoesOnOverManyBills() {
        const TariffVersion version = waterTariff();
        BilledQuantity position = BilledQuantity::zero();
        QStringList totals;
        for (const char* use : {"38", "44", "52", "61", "70", "45"}) {
            const Bill bill = *rated(inputsFor(version, amount(use), position), version);
            position = bill.ladderAfter;
            totals += bill.total.toString();
        }
        QCOMPARE(totals.join(u' '), QStringLiteral("190.00 220.00 260.00 335.00 500.00 405.00"));
        QCOMPARE(position, amount("310"));
    }

    void boundsAreScaledByTheMonthsTheLadderHoldsFor() {
        TariffVersion version = waterTariff();
        BillingInputs inputs = inputsFor(version, amount("120"), amount("0"));
        inputs.boundScale = {6, 12}; // 90 / 130
        QCOMPARE(total(version, inputs), QStringLiteral("660.00"));
        inputs.boundScale = {5, 12}; // 75 / 108.333333
        version.policy.boundStep = amount("1");
        QCOMPARE(total(version, inputs), QStringLiteral("714.00"));
        inputs.boundScale = {0, 12};
        QCOMPARE(total(version, inputs), QStringLiteral("billing.BadScale"));
        // Bounds that are scaled by nothing are rounded all the same: 180.5 is 181.
        inputs = inputsFor(version, amount("181"), amount("0"));
        version.ladder.upperBounds.front() = amount("180.5");
        QCOMPARE(total(version, inputs), QStringLiteral("905.00"));
    }

    void aFixedChargeIsDueWhateverTheUse() {
        TariffVersion version = gasTariff();
        version.components.push_back(component("meter_rent", {"1.50"}));
        version.components.back().kind = (*chargeKind(u"fixed"))->id;
        version.components.back().per = FactKind::Months;
        BillingInputs inputs = inputsFor(version, amount("0"), amount("0"));
        QCOMPARE(total(version, inputs), QStringLiteral("tariffs.MissingFact"));
        inputs.facts = {{FactKind::Months, amount("2")}};
        QCOMPARE(total(version, inputs), QStringLiteral("3.00"));
    }

    void aShareOfTheVolumeIsCharged() {
        TariffVersion version = waterTariff();
        version.components[2].share = Ratio::ofMicro(900'000);
        QCOMPARE(total(version, inputsFor(version, amount("101"), amount("0"))), QStringLiteral("491.26"));
    }

    void taxIsPartOfThePriceOrComesOnTop() {
        TariffVersion version = gasTariff();
        version.components[0].tax = {Rate::ofMicro(90'000), true};
        const BillingInputs inputs = inputsFor(version, amount("100"), amount("0"));
        QCOMPARE(total(version, inputs), QStringLiteral("270.00"));
        QCOMPARE(rated(inputs, version)->tax()->toString(), QStringLiteral("22.29"));
        version.components[0].tax.included = false;
        QCOMPARE(total(version, inputs), QStringLiteral("294.30"));
        QCOMPARE(rated(inputs, version)->tax()->toString(), QStringLiteral("24.30"));
    }

    void theTotalCanBeRoundedForCash() {
        TariffVersion version = gasTariff();
        version.policy.totalRounding = *RoundingRule::toStepMicro(50'000, RoundingMode::HalfUp);
        const BillingInputs inputs = inputsFor(version, amount("301"), amount("0"));
        QCOMPARE(total(version, inputs), QStringLiteral("812.95"));
        QCOMPARE(rated(inputs, version)->roundingDifference.toString(), QStringLiteral("0.01"));
    }

    void anotherRoundingIsCaughtByTheProof() {
        const TariffVersion version = gasTariff();
        Bill bill = Bill::empty(version.currency);
        Trace trace;
        // 1 m3 of tier 3 is 3.668: half up gives 3.67.
        QVERIFY(rate(inputsFor(version, amount("601"), amount("0")), version, bill, &trace).ok());
        const QByteArray written = QJsonDocument(trace.toJson()).toJson(QJsonDocument::Compact);
        QVERIFY(proveTotal(*Trace::fromJson(QJsonDocument::fromJson(written).object()), bill.total.toString()).ok());
        for (const auto& [flipped, to] : {std::pair("half_up", "down"), std::pair("\"0.01\"", "\"0.1\"")}) {
            const QByteArray changed = QByteArray(written).replace(flipped, to);
            QVERIFY(changed != written);
            const auto proved = prove(*Trace::fromJson(QJsonDocument::fromJson(changed).object()));
            QVERIFY(proved.failedWith(ProofError::ValueDiffers));
        }
    }

    void otherVersionsAndUnknownRulesAreRefused() {
        const TariffVersion version = gasTariff();
        BillingInputs inputs = inputsFor(version, amount("1"), amount("0"));
        inputs.ruleVersion = 999;
        QCOMPARE(total(version, inputs), QStringLiteral("billing.UnknownRuleVersion"));
        inputs.tariffVersion = TariffVersionId::fromRaw(8);
        QCOMPARE(total(version, inputs), QStringLiteral("billing.OtherTariffVersion"));
        inputs = inputsFor(version, amount("1"), amount("0"));
        inputs.segments[0].currentDial = amount("-1");
        QCOMPARE(total(version, inputs), QStringLiteral("billing.NegativeDial"));
    }

    void storedInputsReproduceTheStoredBill() {
        const TariffVersion version = waterTariff();
        BillingInputs inputs = inputsOf(version, {segment("1234", "1250.7"), segment("0", "14")}, "170");
        inputs.facts = {{FactKind::Months, amount("1")}};
        const Bytes stored = encodeBillingInputs(inputs);
        const Bytes bill = encodeBill(*rated(inputs, version));
        QVERIFY(stored.size() < 200);
        QVERIFY(*decodeBillingInputs(stored) == inputs);
        QVERIFY(*decodeBill(bill) == *rated(inputs, version));
        QVERIFY(*reproduces(stored, bill, version));
        inputs.ladderBefore = amount("171");
        QVERIFY(!*reproduces(encodeBillingInputs(inputs), bill, version));
        QCOMPARE(hashOfInputs(inputs).size(), std::size_t(32));
    }

    void noByteOfStoredInputsOrBillsChangesUnseen() {
        const TariffVersion version = waterTariff();
        const BillingInputs inputs = inputsOf(version, {segment("1234", "1250.7")}, "170");
        const Bytes stored = encodeBillingInputs(inputs);
        for (std::size_t i = 0; i < stored.size(); ++i) {
            Bytes changed = stored;
            changed[i] ^= 1;
            const auto decoded = decodeBillingInputs(changed);
            QVERIFY(!decoded.ok() || (!(*decoded == inputs) && encodeBillingInputs(*decoded) == changed));
            const auto torn = decodeBillingInputs(ByteView(stored).first(i));
            QVERIFY(!torn.ok() || !(*torn == inputs));
        }
        const Bytes bill = encodeBill(*rated(inputs, version));
        for (std::size_t i = 0; i < bill.size(); ++i) {
            Bytes changed = bill;
            changed[i] ^= 1;
            const auto decoded = decodeBill(changed);
            QVERIFY(!decoded.ok() || encodeBill(*decoded) == changed);
        }
    }
};
METERHALL_TEST_CASE(RateTest)

#include "rate_test.moc"
