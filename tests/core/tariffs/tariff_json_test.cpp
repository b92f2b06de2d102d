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
        // What is said in words is told to people, whatever its name.
        QJsonObject worded = file();
        worded.insert(QStringLiteral("collected"), QStringLiteral("at the bank"));
        QVERIFY(importTariff(worded, defaults())->remarks.contains(QStringLiteral("collected: at the bank")));
        worded.insert(QStringLiteral("collected"), QJsonArray{QStringLiteral("at the bank"), 3});
        QVERIFY(importTariff(worded, defaults()).failedWith(TariffError::Unsupported));
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

    /// All of the published forms, as small as they can be.
    void everySchemeIsExportedAndImportedAsItWas_data() {
        QTest::addColumn<QByteArray>("scheme");
        const auto row = [](const char* name, const char* scheme) { QTest::newRow(name) << QByteArray(scheme); };
        row("base and surcharges by time of use", R"({"tier_mode": "adder", "base_price": "0.5",
            "tiers": [{"upto": 100, "adder": "0"}, {"upto": null, "adder": "0.1"}],
            "tou": {"base": {"peak": "0.6", "valley": "0.3"}}})");
        row("prices by tier and time of use", R"({"tier_mode": "graduated",
            "tiers": [{"upto": 100, "price": "0.5"}, {"upto": null, "price": "0.6"}],
            "tou": {"tier_prices": [{"peak": "0.6", "valley": "0.3"}, {"peak": "0.7", "valley": "0.4"}]}})");
        row("divided by days", R"({"tier_mode": "graduated", "price_change": "by_day",
            "window_boundary": "whole_to_old_window", "tiers": [{"upto": null, "price": "2"}]})");
        row("a tax inside, by the net", R"({"tier_mode": "flat", "components": [{"code": "water", "prices": ["1"],
            "tax": {"percent": "3", "included": true, "net_first": true}}]})");
        row("one band prices all", R"({"tier_mode": "whole_volume", "minimum": "30",
            "tiers": [{"upto": 20, "price": "2", "fixed": "7"}, {"upto": null, "price": "1.5", "fixed": "12"}]})");
        row("one band chooses a table", R"({"tier_mode": "grouped", "groups": [
            {"upto": 100, "fixed": "20", "tiers": [{"upto": null, "price": "1"}]},
            {"upto": null, "tiers": [{"upto": 150, "price": "2"}, {"upto": null, "price": "3"}]}]})");
        row("two parts by category", R"({"tier_mode": "two_part", "two_part": {"basic": "12", "metered": "0.16",
            "basic_factors": ["days", "building_factor"]}, "categories": {"boiler": {"two_part": {"basic": "18"}}}})");
        row("seasons, people and taxes", R"({"tier_mode": "graduated",
            "tiers": [{"upto": 200, "price": "90"}, {"upto": null, "price": "180"}], "fixed_by_tier": ["900", "1600"],
            "seasons": {"summer": {"tiers": [{"upto": 300, "price": "90"}, {"upto": null, "price": "180"}],
                        "fixed_by_tier": ["901", "1601"]}},
            "household_rule": {"kind": "add_step", "steps": [{"from_people": 5, "add": 50}]},
            "rounding": {"line": ["1", "floor"], "subtotal": ["10", "floor"], "total": ["10", "floor"]},
            "per_unit": [{"code": "climate", "rate": "9", "round": null}],
            "rebates": [{"code": "saver", "bands": [{"upto": 50, "rate": "3"}]}],
            "fixed": [{"code": "pipe", "amount": "0", "by": "caliber", "table": {"20mm": "100", "25mm": "150"}}],
            "post": [{"code": "vat", "rate": "0.1", "round": ["1", "half_up"]}, {"code": "fund", "base": "running",
                      "rate": "0.037"}, {"code": "wct", "base": "tier_percent", "rates": ["0.3", "0.45"]}]})");
        for (const char* kind : {"per_capita_from", "add_upper", "add_width"}) {
            QByteArray scheme(R"({"tier_mode": "graduated", "tiers": [{"upto": 100, "price": "2"},
                {"upto": 160, "price": "3"}, {"upto": null, "price": "4"}],
                "household_rule": {"kind": "KIND", "FROM": 5, "per_person": ["6.25", "8.25"]}})");
            scheme.replace("KIND", kind).replace("FROM", kind[0] == 'p' ? "from_people" : "over");
            QTest::newRow(kind) << scheme;
        }
    }
    void everySchemeIsExportedAndImportedAsItWas() {
        QFETCH(QByteArray, scheme);
        QJsonObject json = file();
        for (const char* key : {"components", "tiers", "fixed", "per_unit", "rounding"})
            json.remove(QLatin1StringView(key));
        const QJsonObject own = QJsonDocument::fromJson(scheme).object();
        QVERIFY(!own.isEmpty());
        for (auto field = own.begin(); field != own.end(); ++field)
            json.insert(field.key(), field.value());
        json.insert(QStringLiteral("currency"), QStringLiteral("KRW"));
        const auto imported = importTariff(json, defaults());
        QVERIFY2(imported.ok(), imported.ok() ? "" : qPrintable(imported.error().toString()));
        const auto again = importTariff(exportTariff(imported->tariff, imported->version), defaults());
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().toString()));
        QVERIFY(again->version == imported->version);
        const Bytes stored = encodeTariffVersion(imported->version);
        const auto decoded = decodeTariffVersion(stored);
        QVERIFY2(decoded.ok(), decoded.ok() ? "" : qPrintable(decoded.error().toString()));
        QVERIFY(*decoded == imported->version);
        QVERIFY(encodeTariffVersion(*decoded) == stored);
    }

    void moneyIsCountedAsFinelyAsLinesAreRounded() {
        QJsonObject json = file();
        json.insert(QStringLiteral("currency"), QStringLiteral("JPY"));
        json.insert(QStringLiteral("per_unit"), QJsonArray());
        json.insert(QStringLiteral("rounding"),
                    QJsonDocument::fromJson(R"({"line": ["0.01", "half_up"], "total": ["1", "floor"]})").object());
        QCOMPARE(importTariff(json, defaults())->version.currency, Currency::jpyInSen());
        json.insert(QStringLiteral("rounding"),
                    QJsonDocument::fromJson(R"({"line": ["1", "floor"], "total": ["1", "floor"]})").object());
        QCOMPARE(importTariff(json, defaults())->version.currency, Currency::jpy());
    }

    void whatTheFileIsSilentAboutIsSaid() {
        QJsonObject json = file();
        json.insert(QStringLiteral("tiers"),
                    QJsonArray{QJsonObject{{QStringLiteral("upto"), 100}}, QJsonObject{{QStringLiteral("upto"), 200}}});
        const auto imported = importTariff(json, defaults());
        QVERIFY2(imported.ok(), imported.ok() ? "" : qPrintable(imported.error().toString()));
        QVERIFY(imported->remarks.contains(QStringLiteral("tiers: nothing is said above 200; it is charged nothing")));
        QCOMPARE(imported->version.components[0].prices.size(), std::size_t(3));
        QCOMPARE(imported->version.components[1].prices.size(), std::size_t(3));
        QCOMPARE(imported->version.components[0].prices[2], BilledPrice::ofMicro(0));
        QCOMPARE(imported->version.components[1].prices[2], BilledPrice::ofMicro(0));
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
        QCOMPARE(refusal("spelling_mistake", 1), QStringLiteral("tariffs.Unsupported(spelling_mistake)"));
        QCOMPARE(refusal("surcharge", QStringLiteral("0.40")), QStringLiteral("tariffs.Unsupported(surcharge)"));
        QCOMPARE(refusal("surcharges", QJsonArray{1}), QStringLiteral("tariffs.Unsupported(surcharges)"));
        QCOMPARE(refusal("tier_mode", QStringLiteral("spiral")),
                 QStringLiteral("tariffs.Unsupported(tier_mode, spiral)"));
        QCOMPARE(refusal("cycle", QJsonObject{{QStringLiteral("kind"), QStringLiteral("moon")}}),
                 QStringLiteral("tariffs.Unsupported(cycle.kind, moon)"));
        const QJsonArray strange{QJsonObject{{QStringLiteral("upto"), QJsonValue::Null},
                                             {QStringLiteral("price"), QStringLiteral("1")},
                                             {QStringLiteral("bonus"), 1}}};
        QCOMPARE(refusal("tiers", strange), QStringLiteral("tariffs.Unsupported(tiers[0].bonus)"));
        QCOMPARE(refusal("household_rule", QJsonObject{{QStringLiteral("kind"), QStringLiteral("by_age")}}),
                 QStringLiteral("tariffs.Unsupported(household_rule.kind, by_age)"));
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
