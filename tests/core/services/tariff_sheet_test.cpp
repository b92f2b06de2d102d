#include "core/billing/golden_inputs.h"
#include "core/services/tariff_difference.h"
#include "core/services/tariff_sheet.h"
#include "core/services/tariff_templates.h"
#include "core/tariffs/tariff_json.h"
#include "tests/support/test_case.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <set>

using namespace meterhall;
using services::BoundarySheet;
using services::SheetPoint;
using services::SheetRow;

namespace {

constexpr const char* gas = R"({"id": "gas", "commodity": "gas", "unit": "m3", "currency": "CNY", "dial_step": "1",
    "effective_from": "2026-07-01", "cycle": {"kind": "year", "reset": "01-01"}, "tier_mode": "graduated",
    "tiers": [{"upto": 350}, {"upto": 500}, {"upto": null}],
    "components": [{"code": "gas", "label": "燃气费", "prices": ["2.68", "2.91", "4.35"]}]})";

QJsonObject parsed(const QByteArray& json) {
    return QJsonDocument::fromJson(json).object();
}

TariffVersion versionOf(const QJsonObject& file) {
    const ImportDefaults defaults{TariffId::fromRaw(1), TariffVersionId::fromRaw(1), *Date::of(2026, 7, 1),
                                  BilledQuantity::ofMicro(1'000'000)};
    auto imported = importTariff(file, defaults);
    if (!imported.ok())
        qFatal("tariff: %s", qPrintable(imported.error().toString()));
    return imported->version;
}

QJsonObject with(QJsonObject file, const char* field, const QJsonValue& value) {
    file.insert(QLatin1String(field), value);
    return file;
}

QString said(const BoundarySheet& sheet, SheetPoint point, int tier) {
    for (const SheetRow& row : sheet.rows)
        if (row.point == point && row.tier == tier)
            return row.bill ? row.trial.use.toString() + u' ' + row.bill->bill.total.toString() : row.error->toString();
    return QStringLiteral("no such row");
}

} // namespace

/// A version tried at every limit, cycle edge and change day, and what differs between two versions.
class TariffSheetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The figures of the design's picture.
    void everyLimitIsTriedOneStepBelowAtAndAboveIt() {
        const BoundarySheet sheet = services::boundarySheet(versionOf(parsed(gas)));
        QVERIFY2(sheet.holds(), qPrintable(sheet.fault().join(u' ')));
        QCOMPARE(said(sheet, SheetPoint::BelowLimit, 1), QStringLiteral("349 935.32"));
        QCOMPARE(said(sheet, SheetPoint::Limit, 1), QStringLiteral("350 938.00"));
        QCOMPARE(said(sheet, SheetPoint::AboveLimit, 1), QStringLiteral("351 940.91"));
        QCOMPARE(said(sheet, SheetPoint::Limit, 2), QStringLiteral("500 1374.50"));
        QCOMPARE(said(sheet, SheetPoint::AboveLimit, 2), QStringLiteral("501 1378.85"));
        QCOMPARE(said(sheet, SheetPoint::Nothing, 0), QStringLiteral("0 0.00"));
        QVERIFY(sheet.breaks.empty());
    }

    void theLadderBeginsAnewOnTheFirstDayOfItsCycle() {
        const BoundarySheet sheet = services::boundarySheet(versionOf(parsed(gas)));
        QCOMPARE(said(sheet, SheetPoint::LastDayOfCycle, 2), QStringLiteral("1 4.35"));
        QCOMPARE(said(sheet, SheetPoint::FirstDayOfCycle, 2), QStringLiteral("1 2.68"));
    }

    void theDayOfTheChangeHasTheNewPriceAndTheDayBeforeTheOld() {
        QJsonObject old = with(parsed(gas), "effective_from", QStringLiteral("2026-01-01"));
        QJsonArray components = old.value(QLatin1String("components")).toArray();
        components[0] = with(components[0].toObject(), "prices", QJsonArray{"2.61", "2.83", "4.23"});
        old.insert(QLatin1String("components"), components);
        TariffVersion before = versionOf(old);
        const BoundarySheet sheet = services::boundarySheet(versionOf(parsed(gas)), &before);
        QVERIFY(sheet.holds());
        QCOMPARE(said(sheet, SheetPoint::DayBeforeChange, 0), QStringLiteral("350 913.50"));
        QCOMPARE(said(sheet, SheetPoint::DayOfChange, 0), QStringLiteral("350 938.00"));
    }

    void householdsAndVariantsHaveStretchesOfTheirOwn() {
        QJsonObject file =
            with(parsed(gas), "household_rule",
                 parsed(R"({"kind": "per_capita_from", "from_people": 5, "per_person": ["84", "150"]})"));
        const BoundarySheet sheet = services::boundarySheet(versionOf(file));
        QVERIFY2(sheet.holds(), qPrintable(sheet.fault().join(u' ')));
        QStringList limits;
        for (const SheetRow& row : sheet.rows)
            if (row.point == SheetPoint::Limit && row.of.people == 5)
                limits += row.trial.use.toString();
        QCOMPARE(limits.join(u' '), QStringLiteral("420 750"));
    }

    void aJumpThatWholeBandsMeanIsNamedAndHolds() {
        const BoundarySheet sheet = services::boundarySheet(versionOf(with(parsed(gas), "tier_mode", "whole_band")));
        QVERIFY2(sheet.holds(), qPrintable(sheet.fault().join(u' ')));
        QCOMPARE(int(sheet.breaks.size()), 2);
        QVERIFY(sheet.breaks.front().meant && !sheet.breaks.front().falls);
        QCOMPARE(sheet.breaks.front().at.toString(), QStringLiteral("350"));
        QCOMPARE(sheet.breaks.front().by.toString(), QStringLiteral("80.50")); // 350 x (2.91 - 2.68)
    }

    // Planted: a price below zero above 500, so that who uses more pays less.
    void aTotalThatFallsIsNotProved() {
        QJsonObject file = parsed(gas);
        file.insert(QLatin1String("components"),
                    QJsonArray{parsed(R"({"code": "gas", "prices": ["2.68", "2.91", "-4.35"]})")});
        const BoundarySheet sheet = services::boundarySheet(versionOf(file));
        QVERIFY(!sheet.rises());
        QVERIFY(!sheet.holds());
        QVERIFY(!sheet.fault().isEmpty());
    }

    // Planted: a second computation that does not agree at one limit.
    void aRowThatTheProofRefusesIsNotProved() {
        const services::ProveTotal refuse = [](const Trace&, const QString& total) -> Result<void> {
            return total == QLatin1String("938.00") ? Result<void>(Error(BillingError::BadBill)) : Result<void>();
        };
        const BoundarySheet sheet = services::boundarySheet(versionOf(parsed(gas)), nullptr, refuse);
        QVERIFY(!sheet.holds());
        QCOMPARE(sheet.rows.size() - sheet.proved(), std::size_t(2)); // the limit, and the day of the change
        QCOMPARE(sheet.fault().first(), QStringLiteral("350"));
    }

    void everyTemplateIsReadAndItsSheetHolds() {
        const auto templates = services::tariffTemplates();
        std::set<Commodity> commodities;
        int published = 0;
        for (const services::TariffTemplate& known : templates) {
            const auto version = known.version();
            QVERIFY2(version.ok(),
                     qPrintable(known.file + u' ' + (version.ok() ? QString() : version.error().toString())));
            const BoundarySheet sheet = services::boundarySheet(*version);
            QVERIFY2(sheet.holds(), qPrintable(known.file + u' ' + sheet.fault().join(u' ')));
            QVERIFY2(known.source().startsWith(QLatin1String("http")), qPrintable(known.file));
            QVERIFY2(known.content.value(QLatin1String("source")).toObject().contains(QLatin1String("date")) ||
                         known.file.startsWith(QLatin1String("sandbox")),
                     qPrintable(known.file));
            QVERIFY(!QString::fromUtf8(QJsonDocument(known.content).toJson()).contains(QLatin1String("memory")));
            published += known.file.startsWith(QLatin1String("cn-")) ? 1 : 0;
            commodities.insert(known.commodity);
        }
        QVERIFY(published >= 8);
        QCOMPARE(int(commodities.size()), 4);
    }

    // Whatever the form of a published tariff is: all its rows are rated and proved.
    void everyRowOfEveryKnownTariffIsProved() {
        const QString shared = tests::sharedFolder();
        if (shared.isEmpty())
            QSKIP("no published tariffs: METERHALL_SHARED names their folder");
        int read = 0;
        const QDir folder(shared + QStringLiteral("/golden/tariffs"));
        for (const QString& name : folder.entryList({QStringLiteral("*.json")})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const ImportDefaults defaults{TariffId::fromRaw(1), TariffVersionId::fromRaw(1), *Date::of(2026, 1, 1),
                                          BilledQuantity::ofMicro(1'000'000)};
            const auto tariff = importTariff(parsed(file.readAll()), defaults);
            QVERIFY2(tariff.ok(), qPrintable(name));
            const BoundarySheet sheet = services::boundarySheet(tariff->version);
            QVERIFY2(sheet.holds(), qPrintable(name + u' ' + sheet.fault().join(u' ')));
            // And its own file gives the same version, without a difference.
            const QJsonObject out = exportTariff(tariff->tariff, tariff->version);
            const auto again = importTariff(out, defaults);
            QVERIFY2(again.ok() && again->version == tariff->version, qPrintable(name));
            QVERIFY(services::differencesOf(out, exportTariff(again->tariff, again->version)).empty());
            ++read;
        }
        QVERIFY(read > 40);
    }

    // With what cases change of them: prices, free quantities, discounts, roundings; billed without cutting the dial.
    void theVersionOfEveryKnownCaseHolds() {
        const QString shared = tests::sharedFolder();
        if (shared.isEmpty())
            QSKIP("no published tariffs: METERHALL_SHARED names their folder");
        const auto folder = GoldenFolder::read(shared + QStringLiteral("/golden"));
        QVERIFY(folder.ok());
        int held = 0;
        for (const QJsonObject& golden : folder->cases()) {
            const auto rateable = golden::rateableOf(golden.value(QLatin1String("inputs")).toObject(),
                                                     [&](const QString& id) { return folder->tariff(id); });
            if (!rateable.ok())
                continue; // asks for no bill
            const BoundarySheet sheet = services::boundarySheet(rateable->version);
            QVERIFY2(sheet.holds(),
                     qPrintable(golden.value(QLatin1String("id")).toString() + u' ' + sheet.fault().join(u' ')));
            ++held;
        }
        QVERIFY(held > 60);
    }

    void aDifferenceSaysWhereAndWhat() {
        QJsonObject after = parsed(gas);
        after.insert(QLatin1String("tiers"),
                     QJsonArray{parsed(R"({"upto": 360})"), parsed(R"({"upto": 500})"), parsed(R"({"upto": null})")});
        after.insert(QLatin1String("components"),
                     QJsonArray{parsed(R"({"code": "gas", "label": "燃气费", "prices": ["2.68", "2.95", "4.35"]})"),
                                parsed(R"({"code": "garbage", "label": "垃圾费", "kind": "fixed", "prices": ["3"]})")});
        const auto found = services::differencesOf(parsed(gas), after);
        const std::vector<services::TariffDifference> expected{
            {{"components", "gas", "prices", "2"}, "2.91", "2.95"},
            {{"tiers", "1", "upto"}, "350", "360"},
            {{"components", "garbage"}, {}, QString::fromUtf8("垃圾费")}};
        QVERIFY(found == expected);
    }

    // Every leaf of a tariff's file is changed in turn, and every change is told: nothing can be missed.
    void noChangeIsMissed() {
        for (const services::TariffTemplate& known : services::tariffTemplates()) {
            const TariffVersion version = *known.version();
            const QJsonObject file = exportTariff({version.tariff, known.code(), known.name, known.commodity}, version);
            int changed = 0;
            const auto change = [&](const auto& self, const QJsonValue& value) -> std::vector<QJsonValue> {
                std::vector<QJsonValue> all;
                if (value.isArray()) {
                    for (int i = 0; i < value.toArray().size(); ++i)
                        for (const QJsonValue& part : self(self, value.toArray().at(i))) {
                            QJsonArray copy = value.toArray();
                            copy[i] = part;
                            all.push_back(copy);
                        }
                } else if (value.isObject()) {
                    const QStringList keys = value.toObject().keys();
                    for (const QString& key : keys)
                        for (const QJsonValue& part : self(self, value.toObject().value(key))) {
                            QJsonObject copy = value.toObject();
                            copy.insert(key, part);
                            all.push_back(copy);
                        }
                } else {
                    all.push_back(QStringLiteral("another"));
                }
                return all;
            };
            for (const QJsonValue& other : change(change, file)) {
                QVERIFY2(!services::differencesOf(file, other.toObject()).empty(), qPrintable(known.file));
                ++changed;
            }
            QVERIFY(changed > 20);
        }
    }
};
METERHALL_TEST_CASE(TariffSheetTest)

#include "tariff_sheet_test.moc"
