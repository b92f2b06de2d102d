#include "tests/core/tariffs/charge_check.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <set>

using namespace meterhall;

class TariffVersionTest : public QObject {
    Q_OBJECT

private:
    static TariffVersion sample() {
        TariffVersion version = tests::ChargeCheck(u"volume", {"1.5", "2"}).version;
        version.priceOrder = QStringLiteral("发改价格〔2026〕1号");
        version.components.push_back(version.components.front());
        version.components.back().code = QStringLiteral("sewage");
        version.components.back().label = QStringLiteral("污水处理费");
        version.components.back().payee = Payee::FeeOnBehalf;
        version.components.back().tax = {Rate::ofMicro(90'000), false};
        version.policy.totalRounding = *RoundingRule::toStepMicro(50'000, RoundingMode::HalfEven);
        return version;
    }

    static QString refusal(const std::function<void(TariffVersion&)>& spoil) {
        TariffVersion version = sample();
        spoil(version);
        const auto checked = checkTariffVersion(version);
        return checked.ok() ? QStringLiteral("accepted") : checked.error().code().toString();
    }

private Q_SLOTS:
    void theStoredFormIsReadBackAsItWas() {
        const TariffVersion version = sample();
        const Bytes stored = encodeTariffVersion(version);
        const auto decoded = decodeTariffVersion(stored);
        QVERIFY2(decoded.ok(), decoded.ok() ? "" : qPrintable(decoded.error().toString()));
        QVERIFY(*decoded == version);
        QVERIFY(encodeTariffVersion(*decoded) == stored);
    }

    void aChangedByteIsAnotherVersionOrNone() {
        const Bytes stored = encodeTariffVersion(sample());
        for (std::size_t i = 0; i < stored.size(); ++i) {
            for (const int bit : {1, 16, 128}) {
                Bytes changed = stored;
                changed[i] = static_cast<std::uint8_t>(changed[i] ^ bit);
                const auto decoded = decodeTariffVersion(changed);
                QVERIFY(!decoded.ok() || encodeTariffVersion(*decoded) == changed);
            }
        }
    }

    void versionsThatCannotBeRatedAreRefused() {
        QCOMPARE(refusal([](TariffVersion&) {}), QStringLiteral("accepted"));
        QCOMPARE(refusal([](TariffVersion& v) { v.components.clear(); }), QStringLiteral("tariffs.NoComponents"));
        QCOMPARE(refusal([](TariffVersion& v) { v.components[1].code = v.components[0].code; }),
                 QStringLiteral("tariffs.DuplicateCode"));
        QCOMPARE(refusal([](TariffVersion& v) { v.ladder.upperBounds[0] = BilledQuantity::zero(); }),
                 QStringLiteral("tariffs.BoundsNotAscending"));
        QCOMPARE(refusal([](TariffVersion& v) { v.ladder.mode = LadderMode::Flat; }),
                 QStringLiteral("tariffs.BadField"));
        QCOMPARE(refusal([](TariffVersion& v) { v.components[0].kind = ChargeKindId{200}; }),
                 QStringLiteral("tariffs.UnknownChargeKind"));
        QCOMPARE(refusal([](TariffVersion& v) { v.dialStep = BilledQuantity::zero(); }),
                 QStringLiteral("tariffs.BadStep"));
        QCOMPARE(refusal([](TariffVersion& v) { v.components[0].rounding = *RoundingRule::parse(u"half_up:0.015"); }),
                 QStringLiteral("tariffs.BadField"));
        QCOMPARE(refusal([](TariffVersion& v) {
                     for (int bound = 11; bound < 30; ++bound)
                         v.ladder.upperBounds.push_back(*BilledQuantity::ofWhole(bound));
                 }),
                 QStringLiteral("tariffs.TooManyTiers"));
        QCOMPARE(refusal([](TariffVersion& v) { v.ladder.cycle.resetMonth = 13; }), QStringLiteral("base.BadDate"));
        QCOMPARE(refusal([](TariffVersion& v) { v.ladder.cycle.length = 0; }), QStringLiteral("tariffs.BadField"));
    }

    void theDayItTakesEffectAlreadyHasTheNewPrice() {
        std::vector<TariffVersion> versions(3, sample());
        versions[0].effectiveFrom = *Date::of(2026, 7, 1);
        versions[1].effectiveFrom = *Date::of(2025, 1, 1);
        versions[2].effectiveFrom = *Date::of(2027, 1, 1);
        const auto from = [&](int y, int m, int d) {
            return (*versionOn(versions, *Date::of(y, m, d)))->effectiveFrom;
        };
        QCOMPARE(from(2026, 6, 30), versions[1].effectiveFrom);
        QCOMPARE(from(2026, 7, 1), versions[0].effectiveFrom);
        QCOMPARE(from(2029, 1, 1), versions[2].effectiveFrom);
        QVERIFY(versionOn(versions, *Date::of(2024, 12, 31)).failedWith(TariffError::NoVersionOnDate));
    }

    void windowsBeginOnTheResetDay() {
        LadderCycle cycle;
        QCOMPARE((*cycle.windowOf(*Date::of(2026, 12, 31)))->toString(), QStringLiteral("2026-01-01..2027-01-01"));
        QCOMPARE((*cycle.windowOf(*Date::of(2027, 1, 1)))->toString(), QStringLiteral("2027-01-01..2028-01-01"));
        cycle.resetMonth = 11;
        cycle.resetDay = 15;
        QCOMPARE((*cycle.windowOf(*Date::of(2026, 11, 14)))->toString(), QStringLiteral("2025-11-15..2026-11-15"));
        cycle.counting = LadderCounting::PerBill;
        QVERIFY(!(*cycle.windowOf(*Date::of(2026, 11, 14))).has_value());
    }

    void kindsOfChargeHaveTheirOwnNumberAndName() {
        std::set<ChargeKindId> ids;
        std::set<QString> codes;
        for (const ChargeKind* kind : chargeKinds()) {
            QVERIFY(ids.insert(kind->id).second);
            QVERIFY(codes.insert(kind->code).second);
        }
        QVERIFY(ids.size() >= 8);
        // Stored on every tariff version: these never change.
        QCOMPARE(static_cast<int>((*chargeKind(u"volume"))->id), 1);
        QCOMPARE(static_cast<int>((*chargeKind(u"fixed"))->id), 2);
        QCOMPARE(static_cast<int>((*chargeKind(u"levy"))->id), 3);
        QCOMPARE(static_cast<int>((*chargeKind(u"rebate"))->id), 4);
        QCOMPARE(static_cast<int>((*chargeKind(u"percent"))->id), 5);
        QCOMPARE(static_cast<int>((*chargeKind(u"free"))->id), 6);
        QCOMPARE(static_cast<int>((*chargeKind(u"minimum"))->id), 7);
        QCOMPARE(static_cast<int>((*chargeKind(u"cap"))->id), 8);
    }
};
METERHALL_TEST_CASE(TariffVersionTest)

#include "tariff_version_test.moc"
