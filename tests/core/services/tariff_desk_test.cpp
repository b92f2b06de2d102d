#include "core/services/tariffs.h"
#include "core/tariffs/tariff_json.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace meterhall;
using services::ShownTariff;
using services::TariffDeskError;
using services::TariffState;

/// From a draft to a price in force: who may do what, on both engines. The town has "gas" and "water" in force.
class TariffDeskTest : public tests::SmallTownTest {
    Q_OBJECT

    static constexpr const char* code = "gas";

    QString gas() const { return QString::fromLatin1(code); }
    services::TariffRow row(const QString& tariff = QStringLiteral("gas")) {
        const auto rows = services::tariffs(as(Person::Finance));
        if (!rows.ok())
            qFatal("tariffs: %s", qPrintable(rows.error().toString()));
        for (const services::TariffRow& found : *rows)
            if (found.code == tariff)
                return found;
        return {};
    }
    /// The version in force, as a file that begins on another day.
    QJsonObject changed(const char* day, const char* firstPrice = "2.80") {
        const auto inForce = services::shownTariff(as(Person::Drafter), {gas(), row().versions.back().id});
        if (!inForce.ok())
            qFatal("shown: %s", qPrintable(inForce.error().toString()));
        QJsonObject file = inForce->file;
        file.insert(QLatin1String("effective_from"), QString::fromLatin1(day));
        QJsonArray components = file.value(QLatin1String("components")).toArray();
        QJsonObject first = components.first().toObject();
        QJsonArray prices = first.value(QLatin1String("prices")).toArray();
        prices[0] = QString::fromLatin1(firstPrice);
        first.insert(QLatin1String("prices"), prices);
        components[0] = first;
        file.insert(QLatin1String("components"), components);
        return file;
    }
    Result<TariffVersionId> entered(const char* day, const char* firstPrice = "2.80") {
        MH_CHECK(services::saveTariffDraft(as(Person::Drafter), gas(), changed(day, firstPrice)));
        return services::enterTariffDraft(as(Person::Drafter), gas());
    }

private Q_SLOTS:
    void aTariffIsListedWithItsVersionsAndAccounts() {
        const services::TariffRow listed = row();
        QCOMPARE(int(listed.versions.size()), 1);
        QCOMPARE(listed.versions.front().state, TariffState::InForce);
        QVERIFY(listed.commodity == Commodity::Gas);
        QVERIFY(listed.versions.front().activatedBy.has_value());
        const auto shown = services::shownTariff(as(Person::Finance), {gas(), listed.versions.front().id});
        VERIFY_OK(shown);
        QCOMPARE(shown->accounts, std::int64_t(tests::SmallTown::homes));
        QVERIFY(shown->sheet.holds());
    }

    void anExportedVersionIsTheSameWhenItIsImported() {
        const auto shown = services::shownTariff(as(Person::Finance), {gas(), row().versions.front().id});
        VERIFY_OK(shown);
        const ImportDefaults ids{shown->version.tariff, shown->version.id, shown->version.effectiveFrom,
                                 shown->version.dialStep};
        const auto again = importTariff(shown->file, ids);
        VERIFY_OK(again);
        QVERIFY(again->version == shown->version);
        QCOMPARE(again->tariff.name, shown->tariff.name);
    }

    void aDraftMayBeChangedUntilItIsEntered() {
        VERIFY_OK(services::saveTariffDraft(as(Person::Drafter), gas(), changed("2027-01-01")));
        VERIFY_OK(services::saveTariffDraft(as(Person::Drafter), gas(), changed("2027-02-01", "2.90")));
        services::TariffRow listed = row();
        QCOMPARE(int(listed.versions.size()), 2);
        QCOMPARE(listed.versions.front().state, TariffState::Draft);
        QCOMPARE(listed.versions.front().effectiveFrom.toString(), QStringLiteral("2027-02-01"));
        const auto draft = services::shownTariff(as(Person::Finance), {gas()});
        VERIFY_OK(draft);
        QVERIFY(draft->before.has_value());
        VERIFY_OK(services::enterTariffDraft(as(Person::Drafter), gas()));
        listed = row();
        QCOMPARE(listed.versions.front().state, TariffState::Proved);
        QVERIFY(services::shownTariff(as(Person::Finance), {gas()}).failedWith(TariffDeskError::NoDraft));
        QVERIFY(services::enterTariffDraft(as(Person::Drafter), gas()).failedWith(TariffDeskError::NoDraft));
        QCOMPARE(violations(), 0);
    }

    void aDroppedDraftIsGone() {
        VERIFY_OK(services::saveTariffDraft(as(Person::Drafter), gas(), changed("2027-01-01")));
        VERIFY_OK(services::dropTariffDraft(as(Person::Drafter), gas()));
        QCOMPARE(int(row().versions.size()), 1);
    }

    void aSecondPersonActivatesAndTheDayDecidesWhenItCounts() {
        const auto version = entered("2027-01-01");
        VERIFY_OK(version);
        QVERIFY(services::activateTariff(as(Person::Drafter), *version).failedWith(SecurityError::NotAllowed));
        VERIFY_OK(services::activateTariff(as(Person::Finance), *version));
        QCOMPARE(row().versions.front().state, TariffState::Scheduled);
        QCOMPARE(row().versions.back().state, TariffState::InForce);
        town().moveTo(*Date::of(2027, 1, 1));
        QCOMPARE(row().versions.front().state, TariffState::InForce);
        QCOMPARE(row().versions.back().state, TariffState::Past);
    }

    // Planted: the last price is below zero, so that totals fall.
    void anUnprovedTariffIsNeitherEnteredFromADraftNorActivated() {
        QJsonObject file = changed("2027-01-01", "-9");
        VERIFY_OK(services::saveTariffDraft(as(Person::Drafter), gas(), file));
        const auto refused = services::enterTariffDraft(as(Person::Drafter), gas());
        QVERIFY(refused.failedWith(TariffDeskError::NotProved));
        QVERIFY(!refused.error().arguments().isEmpty());
        // A file goes in unproved, and stays out of force.
        const auto version = services::enterTariffFile(as(Person::Drafter), gas(), file);
        VERIFY_OK(version);
        QVERIFY(services::activateTariff(as(Person::Finance), *version).failedWith(TariffDeskError::NotProved));
        bool seen = false;
        for (const services::TariffVersionRow& listed : row().versions)
            seen = seen || (listed.id == *version && listed.state == TariffState::Unproved);
        QVERIFY(seen);
    }

    void oneVersionOfADayIsPutInForce() {
        const auto first = entered("2027-01-01");
        const auto second = entered("2027-01-01", "2.85");
        VERIFY_OK(first);
        VERIFY_OK(second);
        QVERIFY(entered("2027-01-01", "2.85").failedWith(TariffDeskError::DateTaken)); // word for word the same
        VERIFY_OK(services::activateTariff(as(Person::Finance), *second));
        QVERIFY(services::activateTariff(as(Person::Finance), *first).failedWith(TariffDeskError::DateTaken));
        QVERIFY(entered("2027-01-01", "2.86").failedWith(TariffDeskError::DateTaken));
        int replaced = 0;
        for (const services::TariffVersionRow& listed : row().versions)
            replaced += listed.state == TariffState::Replaced ? 1 : 0;
        QCOMPARE(replaced, 1);
    }

    void aDraftThatCannotBeRatedIsRefused() {
        QJsonObject file = changed("2027-01-01");
        file.insert(QLatin1String("components"), QJsonArray());
        QVERIFY(!services::saveTariffDraft(as(Person::Drafter), gas(), file).ok());
        file = changed("2027-01-01");
        file.insert(QLatin1String("commodity"), QStringLiteral("water"));
        QVERIFY(
            services::saveTariffDraft(as(Person::Drafter), gas(), file).failedWith(TariffDeskError::OtherCommodity));
        QCOMPARE(int(row().versions.size()), 1);
    }

    void whoSeesAndWhoChangesIsAMatterOfDuties() {
        QVERIFY(services::tariffs(as(Person::Cashier)).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::saveTariffDraft(as(Person::Finance), gas(), {}).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::dropTariffDraft(as(Person::Finance), gas()).failedWith(SecurityError::NotAllowed));
        VERIFY_OK(services::tariffs(as(Person::Inspector)));
    }

    void whatSomeUseCostsIsAnsweredWithItsArithmetic() {
        const services::TariffChoice choice{gas(), row().versions.front().id};
        const auto answer = services::costOf(
            as(Person::Finance), choice, {BilledQuantity::ofMicro(20'000'000), BilledQuantity::ofMicro(290'000'000)});
        VERIFY_OK(answer);
        QCOMPARE(int(answer->arithmetic.terms.size()), 2);
        QCOMPARE(answer->arithmetic.bill.use.toString(), QStringLiteral("20"));
        QVERIFY(answer->trace.root() != Trace::none);
        const auto atZero = services::costOf(as(Person::Finance), choice,
                                             {BilledQuantity::ofMicro(20'000'000), BilledQuantity::zero()});
        VERIFY_OK(atZero);
        QVERIFY(atZero->arithmetic.bill.total.minor() < answer->arithmetic.bill.total.minor());
    }

    void aTariffOfWhichThereIsOnlyADraftIsListed() {
        QJsonObject file = changed("2027-01-01");
        file.insert(QLatin1String("name"), QStringLiteral("Boilers"));
        VERIFY_OK(services::saveTariffDraft(as(Person::Drafter), QStringLiteral("gas-boiler"), file));
        QCOMPARE(row(QStringLiteral("gas-boiler")).name, QStringLiteral("Boilers"));
        QCOMPARE(row(QStringLiteral("gas-boiler")).versions.front().state, TariffState::Draft);
    }
};
METERHALL_TEST_CASE(TariffDeskTest)

#include "tariff_desk_test.moc"
