#include "core/tariffs/tariff_json.h"
#include "tests/support/test_case.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace meterhall;

class TariffJsonTest : public QObject {
    Q_OBJECT

private:
    static QJsonObject file() {
        // Two components and a levy of an imaginary town.
        return QJsonDocument::fromJson(R"({
            "id": "town-water", "commodity": "water", "unit": "m3", "currency": "CNY", "city": "Town",
            "customer_class": "residential", "effective_from": "2026-01-01", "provenance": "made up",
            "cycle": {"kind": "year", "reset": "04-01"}, "tier_mode": "graduated",
            "tiers": [{"upto": 120, "price": "3.5"}, {"upto": "216.5", "price": "4.2"}, {"upto": null, "price": "7"}],
            "components": [{"code": "water", "label": "水费", "prices": ["2.5", "3.2", "6"], "vat": "3%"},
                           {"code": "sewage", "prices": ["1"], "payee": "on_behalf", "share": "0.9"}],
            "fixed": [{"code": "basic", "amount": "2", "per": "month"}],
            "per_unit": [{"code": "garbage", "rate": 0.6, "round": ["0.1", "floor"]}],
            "rounding": {"line": ["0.01", "half_even"], "total": ["0.05", "half_up"]}
        })")
            .object();
    }

    static ImportDefaults defaults() {
        return {TariffId::fromRaw(5), TariffVersionId::fromRaw(6), *Date::of(2020, 1, 1), *BilledQuantity::ofWhole(1)};
    }

    static QString refusal(const char* key, const QJsonValue& value) {
        QJsonObject json = file();
        json.insert(QLatin1StringView(key), value);
        const auto imported = importTariff(json, defaults());
        return imported.ok() ? QStringLiteral("accepted") : imported.error().toString();
    }

private Q_SLOTS:
    void aFileBecomesAVersion() {
        const auto imported = importTariff(file(), defaults());
        QVERIFY2(imported.ok(), imported.ok() ? "" : qPrintable(imported.error().toString()));
        const TariffVersion& version = imported->version;
        QCOMPARE(imported->tariff.name, QStringLiteral("Town residential"));
        QCOMPARE(version.ladder.upperBounds.size(), std::size_t(2));
        QCOMPARE(version.ladder.upperBounds[1].toString(), QStringLiteral("216.5"));
        QCOMPARE(version.ladder.cycle.resetMonth, 4);
        QCOMPARE(version.components.size(), std::size_t(4));
        QCOMPARE(version.components[1].payee, Payee::FeeOnBehalf);
        QCOMPARE(version.components[1].share.toString(), QStringLiteral("0.9"));
        QCOMPARE(version.components[2].per, FactKind::Months);
        QCOMPARE(version.components[3].prices[0].toString(), QStringLiteral("0.6"));
        QCOMPARE(version.components[3].rounding.toString(), QStringLiteral("down:0.1"));
        QCOMPARE(version.components[0].rounding.toString(), QStringLiteral("half_even:0.01"));
        QCOMPARE(version.policy.totalRounding->toString(), QStringLiteral("half_up:0.05"));
        QCOMPARE(imported->remarks,
                 (QStringList{QStringLiteral("components[0].vat: 3%"), QStringLiteral("provenance: made up")}));
    }

    void whatIsExportedIsImportedAsItWas() {
        const auto imported = importTariff(file(), defaults());
        QVERIFY(imported.ok());
        const QJsonObject exported = exportTariff(imported->tariff, imported->version);
        const auto again = importTariff(exported, defaults());
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().toString()));
        QVERIFY(again->tariff == imported->tariff);
        QVERIFY(again->version == imported->version);
        QVERIFY(again->remarks.isEmpty());
    }

    void tiersWithoutComponentsAreOneComponent() {
        QJsonObject json = file();
        json.remove(QStringLiteral("components"));
        const auto imported = importTariff(json, defaults());
        QVERIFY(imported.ok());
        QCOMPARE(imported->version.components[0].code, QStringLiteral("energy"));
        QCOMPARE(imported->version.components[0].prices.size(), std::size_t(3));
    }

    void aDateThatIsNoneIsReplacedAndSaid() {
        QJsonObject json = file();
        json.insert(QStringLiteral("effective_from"), QJsonValue::Null);
        const auto imported = importTariff(json, defaults());
        QCOMPARE(imported->version.effectiveFrom.toString(), QStringLiteral("2020-01-01"));
        QVERIFY(imported->remarks.join(u' ').contains(QStringLiteral("effective_from")));
    }

    void whatTheProgramDoesNotComputeIsRefusedByName() {
        QCOMPARE(refusal("minimum", QStringLiteral("40")), QStringLiteral("tariffs.Unsupported(minimum)"));
        QCOMPARE(refusal("spelling_mistake", 1), QStringLiteral("tariffs.Unsupported(spelling_mistake)"));
        QCOMPARE(refusal("tier_mode", QStringLiteral("whole_volume")),
                 QStringLiteral("tariffs.Unsupported(tier_mode, whole_volume)"));
        QCOMPARE(refusal("cycle", QJsonObject{{QStringLiteral("kind"), QStringLiteral("season")}}),
                 QStringLiteral("tariffs.Unsupported(cycle.kind, season)"));
        const QJsonArray strange{QJsonObject{{QStringLiteral("upto"), QJsonValue::Null},
                                             {QStringLiteral("price"), QStringLiteral("1")},
                                             {QStringLiteral("adder"), QStringLiteral("1")}}};
        QCOMPARE(refusal("tiers", strange), QStringLiteral("tariffs.Unsupported(tiers[0].adder)"));
    }

    void whatIsWrongIsRefusedByPlace() {
        QCOMPARE(refusal("unit", QStringLiteral("bucket")), QStringLiteral("tariffs.Unsupported(unit, bucket)"));
        QCOMPARE(refusal("unit", 7), QStringLiteral("tariffs.BadField(unit)"));
        QCOMPARE(refusal("id", QJsonValue::Null), QStringLiteral("tariffs.MissingField(id)"));
        const QJsonArray backwards{QJsonObject{{QStringLiteral("upto"), 9}}, QJsonObject{{QStringLiteral("upto"), 9}},
                                   QJsonObject{{QStringLiteral("upto"), QJsonValue::Null}}};
        QCOMPARE(refusal("tiers", backwards), QStringLiteral("tariffs.BoundsNotAscending(9)"));
        const QJsonArray words{QJsonObject{{QStringLiteral("code"), QStringLiteral("a")},
                                           {QStringLiteral("prices"), QJsonArray{QStringLiteral("cheap")}}}};
        QCOMPARE(refusal("components", words), QStringLiteral("base.NotANumber(cheap) in components[0].prices"));
    }
};
METERHALL_TEST_CASE(TariffJsonTest)

#include "tariff_json_test.moc"
