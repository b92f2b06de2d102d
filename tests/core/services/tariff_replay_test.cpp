#include "core/services/ingest.h"
#include "core/services/tariff_replay.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace meterhall;
using services::ReplayCall;
using services::TariffReplay;
using services::TariffReplayError;

/// Twenty homes with gas at 290 of 300 / 600 on 20 October, the dial at 100. Home h uses h m3 until 20 November, and 30
/// until 20 December. The prices are 2.70, 2.942 and 3.668; each line is rounded half up to the cent.
class TariffReplayTest : public tests::SmallTownTest {
    Q_OBJECT

    static constexpr int startsAt = 290;

    /// One price list, worked out with whole numbers: prices in thousandths, use in whole m3.
    struct PlainTariff {
        std::vector<int> bounds{300, 600};
        std::vector<int> prices{2700, 2942, 3668};
        bool restarts = false; ///< every bill at zero

        std::int64_t cents(int before, int use) const {
            std::int64_t sum = 0;
            for (std::size_t tier = 0; tier < prices.size(); ++tier) {
                const int from = tier == 0 ? 0 : bounds[tier - 1];
                const int to = tier < bounds.size() ? bounds[tier] : 1'000'000;
                const int lies = std::min(before + use, to) - std::max(before, from);
                sum += lies > 0 ? (std::int64_t(lies) * prices[tier] + 5) / 10 : 0;
            }
            return sum;
        }
        /// Both bills of home h.
        std::int64_t ofHome(int h) const {
            return restarts ? cents(0, h) + cents(0, 30) : cents(startsAt, h) + cents(startsAt + h, 30);
        }
    };

    void read(Commodity commodity, const std::function<QString(int)>& dial) {
        std::vector<MeterReport> reports;
        for (int home = 1; home <= tests::SmallTown::homes; ++home)
            if (commodity == Commodity::Gas || home % 2 == 0)
                reports.push_back(town().report(home, commodity, dial(home).toLatin1().constData()));
        VERIFY_OK(services::ingest(as(Person::Reader), reports));
    }
    void issue() {
        for (const char* number : {"01", "02"}) {
            const auto run = town().draft(town().book(number));
            VERIFY_OK(services::checkBills(as(Person::Checker), run.run));
            VERIFY_OK(services::issueBills(as(Person::Drafter), run.run));
        }
    }
    /// November and December are billed.
    void live() {
        for (const int more : {0, 30}) {
            town().moveTo(*Date::of(2026, more == 0 ? 11 : 12, 20));
            for (const Commodity commodity : {Commodity::Gas, Commodity::Water})
                read(commodity, [more](int home) { return QStringLiteral("%1.90").arg(100 + home + more); });
            issue();
        }
    }
    QJsonObject inForce(const char* code) {
        const auto rows = services::tariffs(as(Person::Finance));
        for (const services::TariffRow& row : *rows)
            if (row.code == QLatin1String(code))
                return services::shownTariff(as(Person::Finance), {row.code, row.versions.back().id})->file;
        qFatal("no tariff %s", code);
    }
    static void setPrice(QJsonObject& file, int component, int tier, const char* price) {
        QJsonArray components = file.value(QLatin1String("components")).toArray();
        QJsonObject changed = components[component].toObject();
        QJsonArray prices = changed.value(QLatin1String("prices")).toArray();
        prices[tier] = QString::fromLatin1(price);
        changed.insert(QLatin1String("prices"), prices);
        components[component] = changed;
        file.insert(QLatin1String("components"), components);
    }
    static void setBounds(QJsonObject& file, int first, int second) {
        QJsonArray tiers = file.value(QLatin1String("tiers")).toArray();
        const int bounds[] = {first, second};
        for (int i = 0; i < 2; ++i) {
            QJsonObject tier = tiers[i].toObject();
            tier.insert(QLatin1String("upto"), bounds[i]);
            tiers[i] = tier;
        }
        file.insert(QLatin1String("tiers"), tiers);
    }
    void draft(const char* code, QJsonObject file) {
        file.insert(QLatin1String("effective_from"), QStringLiteral("2027-02-01"));
        VERIFY_OK(services::saveTariffDraft(as(Person::Drafter), QString::fromLatin1(code), file));
    }
    static ReplayCall calling(const char* code = "gas") {
        ReplayCall call{.draft = {QString::fromLatin1(code), {}}};
        call.workers = 2;
        return call;
    }
    TariffReplay replayed(const ReplayCall& call) {
        const auto found = services::replayTariff(as(Person::Finance), call);
        if (!found.ok())
            qFatal("replay: %s", qPrintable(found.error().toString()));
        return *found;
    }
    static QString group(const services::ReplayGroup& of) {
        return QStringLiteral("%1: %2, %3").arg(QString::number(of.accounts), of.sum.toString(), of.largest.toString());
    }
    static QString text(std::int64_t cents) { return Money::ofMinor(cents, Currency::cny()).toString(); }
    void compare(const TariffReplay& replay, const PlainTariff& before, const PlainTariff& after) {
        std::int64_t was = 0;
        std::int64_t is = 0;
        std::int64_t rises = 0;
        std::int64_t largest = 0;
        int losers = 0;
        for (int home = 1; home <= tests::SmallTown::homes; ++home) {
            const std::int64_t difference = after.ofHome(home) - before.ofHome(home);
            was += before.ofHome(home);
            is += after.ofHome(home);
            losers += difference > 0 ? 1 : 0;
            rises += std::max<std::int64_t>(0, difference);
            largest = std::max(largest, difference);
        }
        QCOMPARE(replay.total.before.toString(), text(was));
        QCOMPARE(replay.total.after.toString(), text(is));
        QCOMPARE(group(replay.losers), QStringLiteral("%1: %2, %3").arg(losers).arg(text(rises), text(largest)));
        QCOMPARE(replay.ownIncome.after.toString(), text(is));
        QCOMPARE(int(replay.accounts), tests::SmallTown::homes);
        QCOMPARE(int(replay.bills), 2 * tests::SmallTown::homes);
        QCOMPARE(int(replay.notRated), 0);
    }

private Q_SLOTS:
    void theSameTariffChangesNothing() {
        live();
        draft("gas", inForce("gas"));
        const TariffReplay replay = replayed(calling());
        compare(replay, {}, {});
        QCOMPARE(int(replay.same), 20);
        QCOMPARE(group(replay.winners), QStringLiteral("0: 0.00, 0.00"));
        QVERIFY(replay.total.difference()->isZero());
        QVERIFY(replay.mostRisen.empty() && replay.mostFallen.empty());
        QCOMPARE(replay.first.toString(), QStringLiteral("2026-01"));
        QCOMPARE(replay.last.toString(), QStringLiteral("2026-12"));
        QCOMPARE(violations(), 0);
    }

    void aHigherPriceMakesEveryoneLoseByWhatTheyUsedInItsTier() {
        live();
        QJsonObject file = inForce("gas");
        setPrice(file, 0, 1, "3.042");
        draft("gas", file);
        PlainTariff after;
        after.prices[1] = 3042;
        const TariffReplay replay = replayed(calling());
        compare(replay, {}, after);
        // Home 20 had 10 of 20 and 30 of 30 m3 in tier 2: 0.10 more for each of 40.
        QCOMPARE(replay.losers.largest.toString(), QStringLiteral("4.00"));
        QCOMPARE(replay.mostRisen.front().number, town().accountNumber(20, Commodity::Gas));
        QCOMPARE(replay.mostRisen.front().holder, QStringLiteral("王*英"));
        QCOMPARE(replay.mostRisen.front().use.toString(), QStringLiteral("50"));
        QCOMPARE(int(replay.same), 0);
        // 20 x 10 in tier 1; 210 + 600 - 200 in tier 2.
        QCOMPARE(int(replay.tiers.size()), 2);
        QCOMPARE(replay.tiers[0].after.toString(), QStringLiteral("200"));
        QCOMPARE(replay.tiers[1].before.toString(), QStringLiteral("610"));
        QCOMPARE(int(replay.tiers[1].reachedAfter), 20);
        // 4.00 of two months: nobody pays 2.00 a month more, and 19 pay more than 1.05.
        ReplayCall call = calling();
        call.hardRiseMinor = 200;
        QCOMPARE(int(replayed(call).hardHit), 0);
        call.hardRiseMinor = 105;
        QCOMPARE(int(replayed(call).hardHit), 19);
    }

    void aLowerLimitMovesUseUpAndALowerPriceMakesWinners() {
        live();
        QJsonObject file = inForce("gas");
        setBounds(file, 295, 320);
        setPrice(file, 0, 0, "2.00");
        draft("gas", file);
        PlainTariff after{{295, 320}, {2000, 2942, 3668}, false};
        const TariffReplay replay = replayed(calling());
        compare(replay, {}, after);
        QCOMPARE(int(replay.tiers.size()), 3);
        QVERIFY(replay.winners.accounts > 0 && replay.losers.accounts > 0);
        const auto sum = replay.winners.sum.plus(replay.losers.sum);
        QCOMPARE(sum->toString(), replay.total.difference()->toString());
    }

    // The ladder begins anew with each bill, so inputs have to be decided anew.
    void aMonthlyLadderIsRatedFromZeroEachMonth() {
        live();
        QJsonObject file = inForce("gas");
        file.insert(QLatin1String("cycle"), QJsonObject{{"kind", "month"}});
        setBounds(file, 15, 25);
        draft("gas", file);
        compare(replayed(calling()), {}, {{15, 25}, {2700, 2942, 3668}, true});
    }

    // Another reset day: the year from 1 July on has what is behind it, the opening of 20 October counts.
    void anotherWindowTakesWhatStandsInIt() {
        live();
        QJsonObject file = inForce("gas");
        file.insert(QLatin1String("cycle"), QJsonObject{{"kind", "year"}, {"reset", "07-01"}});
        draft("gas", file);
        compare(replayed(calling()), {}, {});
        file.insert(QLatin1String("cycle"), QJsonObject{{"kind", "year"}, {"reset", "12-01"}});
        draft("gas", file);
        // December is a year of its own: 30 m3 of tier 1.
        std::int64_t expected = 0;
        for (int home = 1; home <= 20; ++home)
            expected += PlainTariff().cents(startsAt, home) + PlainTariff().cents(0, 30);
        QCOMPARE(replayed(calling()).total.after.toString(), text(expected));
        // Of December alone: November stands on the ladder of the year that began in July.
        file.insert(QLatin1String("cycle"), QJsonObject{{"kind", "year"}, {"reset", "07-01"}});
        draft("gas", file);
        ReplayCall call = calling();
        call.first = *AccountingMonth::of(2026, 12);
        const TariffReplay december = replayed(call);
        QCOMPARE(int(december.bills), 20);
        QVERIFY(december.total.difference()->isZero());
    }

    void aFinerDialStepLosesNothingBetweenBills() {
        live();
        QJsonObject file = inForce("gas");
        file.insert(QLatin1String("dial_step"), QStringLiteral("0.01"));
        draft("gas", file);
        // Home h: h.90 and then 30.00 m3; December begins 0.90 higher on the ladder than it was billed.
        ReplayCall call = calling();
        const TariffReplay replay = replayed(call);
        std::int64_t expected = 0;
        for (int home = 1; home <= 20; ++home) {
            const int hundredths = home * 100 + 90;
            const int inFirst = std::min(hundredths, 1000);
            const auto cents = [](int of, int price) { return (std::int64_t(of) * price + 500) / 1000; };
            const int rest = 1000 - inFirst;
            expected += cents(inFirst, 2700) + cents(hundredths - inFirst, 2942);
            expected += cents(rest, 2700) + cents(3000 - rest, 2942);
        }
        QCOMPARE(replay.total.after.toString(), text(expected));
    }

    void itSaysWhoseMoneyItIs() {
        live();
        QJsonObject file = inForce("water");
        setPrice(file, 2, 0, "1.46");
        draft("water", file);
        const TariffReplay replay = replayed(calling("water"));
        // Even homes: 2 + 4 + … + 20 and ten times 30, all in tier 1: 410 m3 in twenty bills.
        QCOMPARE(int(replay.accounts), 10);
        QCOMPARE(replay.use.toString(), QStringLiteral("410"));
        QCOMPARE(replay.ownIncome.after.toString(), QStringLiteral("848.70"));
        QCOMPARE(replay.levies.after.toString(), QStringLiteral("643.70"));
        QCOMPARE(replay.onBehalf.before.toString(), QStringLiteral("557.60"));
        QCOMPARE(replay.onBehalf.after.toString(), QStringLiteral("598.60"));
        QCOMPARE(replay.total.difference()->toString(), QStringLiteral("41.00"));
    }

    // 2 of 12 months: 240 is 40, 282 is 47. Home h used h + 30.
    void coverageIsCountedByTheUseOfTheMonths() {
        live();
        QJsonObject file = inForce("gas");
        setBounds(file, 240, 282);
        draft("gas", file);
        ReplayCall call = calling();
        call.coverPercents = {50, 86};
        const auto coverage = replayed(call).coverage;
        QCOMPARE(int(coverage.size()), 2);
        QCOMPARE(int(coverage[0].within), 10);
        QCOMPARE(int(coverage[1].within), 17);
        QCOMPARE(int(coverage[0].households), 20);
        QVERIFY(coverage[0].holds());
        QVERIFY(!coverage[1].holds()); // 85 %
    }

    void aScopeTakesPartOfTheAccounts() {
        live();
        draft("gas", inForce("gas"));
        ReplayCall call = calling();
        call.book = town().book("01");
        QCOMPARE(int(replayed(call).accounts), 10);
        call.useClass = UseClass::NonResidential;
        QCOMPARE(int(replayed(call).accounts), 0);
        call = calling();
        call.first = call.last = *AccountingMonth::of(2026, 11);
        QCOMPARE(replayed(call).use.toString(), QStringLiteral("210"));
        call.first = *AccountingMonth::of(2026, 12);
        QVERIFY(services::replayTariff(as(Person::Finance), call).failedWith(TariffReplayError::BadSpan));
    }

    void whoWasNeverBilledIsRatedByReadingsOrNamed() {
        live();
        draft("gas", inForce("gas"));
        town().moveTo(*Date::of(2027, 1, 20));
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "141.10")}));
        ReplayCall call = calling();
        call.first = call.last = *AccountingMonth::of(2027, 1);
        call.mostReasons = 5;
        const TariffReplay replay = replayed(call);
        QCOMPARE(int(replay.fromReadings), 1);
        QCOMPARE(replay.use.toString(), QStringLiteral("10"));
        QCOMPARE(replay.total.after.toString(), QStringLiteral("27.00")); // a new year
        QCOMPARE(int(replay.notRated), 19);
        QCOMPARE(int(replay.reasons.at(QStringLiteral("tariffreplay.Held"))), 19);
        QCOMPARE(int(replay.notRatedRows.size()), 5);
        QCOMPARE(replay.notRatedRows.front().reason.arguments(), QStringList("not-read"));
        QVERIFY(!replay.notRatedRows.front().number.isEmpty());
        call.readings = false;
        QCOMPARE(int(replayed(call).accounts), 0);
    }

    // Of another currency, so no bill can be compared.
    void whatCannotBeRatedIsNamedAndInNoSum() {
        live();
        QJsonObject file = inForce("gas");
        file.insert(QLatin1String("currency"), QStringLiteral("HKD"));
        draft("gas", file);
        const TariffReplay replay = replayed(calling());
        QCOMPARE(int(replay.accounts), 0);
        QCOMPARE(int(replay.reasons.at(QStringLiteral("tariffreplay.OtherMeasure"))), 20);
    }

    void aDividedBillIsOneUnderTheDraft() {
        QJsonObject file = inForce("gas");
        file.insert(QLatin1String("effective_from"), QStringLiteral("2026-11-01"));
        file.insert(QLatin1String("price_change"), QStringLiteral("by_day"));
        setPrice(file, 0, 0, "3.00");
        setPrice(file, 0, 1, "3.20");
        const auto version = services::enterTariffFile(as(Person::Drafter), QStringLiteral("gas"), file);
        VERIFY_OK(version);
        VERIFY_OK(services::activateTariff(as(Person::Finance), *version));
        town().readAndIssueAll("121.90");
        const TariffReplay replay = replayed({.draft = {QStringLiteral("gas"), *version}});
        // 8 x 2.70, 2 x 3.00, 11 x 3.20; by the draft 10 x 3.00, 11 x 3.20.
        QCOMPARE(replay.losers.largest.toString(), QStringLiteral("2.40"));
        QCOMPARE(replay.total.before.toString(), QStringLiteral("1256.00"));
        QCOMPARE(replay.total.after.toString(), QStringLiteral("1304.00"));
    }

    void itEndsWhenItIsTold() {
        live();
        draft("gas", inForce("gas"));
        std::int64_t seen = 0;
        const auto stopped = services::replayTariff(as(Person::Finance), calling(), [&](const WorkStep& step) {
            seen = step.done;
            return Result<void>(Error(TariffReplayError::BadSpan));
        });
        QVERIFY(stopped.failedWith(TariffReplayError::BadSpan));
        QCOMPARE(int(seen), 30);
    }

    void itNeedsBillsADraftAndADuty() {
        QVERIFY(services::replayTariff(as(Person::Finance), calling()).failedWith(services::TariffDeskError::NoDraft));
        draft("gas", inForce("gas"));
        QVERIFY(services::replayTariff(as(Person::Finance), calling()).failedWith(TariffReplayError::NothingBilled));
        QVERIFY(services::replayTariff(as(Person::Cashier), calling()).failedWith(SecurityError::NotAllowed));
    }

    void anyNumberOfThreadsGivesTheSame() {
        live();
        QJsonObject file = inForce("gas");
        setBounds(file, 295, 320);
        draft("gas", file);
        ReplayCall call = calling();
        call.extremes = 3;
        QString told;
        for (const int workers : {1, 4}) {
            call.workers = workers;
            const TariffReplay replay = replayed(call);
            QCOMPARE(int(replay.mostRisen.size()), 3);
            const QString now = group(replay.losers) + replay.mostRisen.back().number + replay.total.after.toString();
            QVERIFY(told.isEmpty() || told == now);
            told = now;
        }
    }

    void aSessionThatOnlyReadsMayDoIt() {
        live();
        draft("gas", inForce("gas"));
        auto reader = services::signInToRead(town().workplaceFor(Person::Finance), town().numberOf(Person::Finance),
                                             tests::SmallTown::password());
        VERIFY_OK(reader);
        VERIFY_OK(services::replayTariff(*reader, calling()));
    }
};
METERHALL_TEST_CASE(TariffReplayTest)

#include "tariff_replay_test.moc"
