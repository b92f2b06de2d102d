#include "app/town/parts/roster.h"
#include "app/town/parts/town.h"
#include "tests/support/test_case.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace meterhall;
using namespace meterhall::town;

namespace {
TownPlan planOf(int homes, std::uint64_t seed = 1) {
    TownPlan plan;
    plan.homes = homes;
    plan.seed = seed;
    return plan;
}

Town townOf(const TownPlan& plan, const FaultPlan& faults = {}) {
    return *Town::build(plan, faults);
}

QByteArray rosterOf(const Town& town) {
    QByteArray text;
    QBuffer buffer(&text);
    buffer.open(QIODevice::WriteOnly);
    return writeRoster(town, buffer).ok() ? text : QByteArray();
}

std::vector<QJsonObject> linesOf(const QByteArray& roster, const QString& kind) {
    std::vector<QJsonObject> lines;
    for (const QByteArray& line : roster.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object[QStringLiteral("kind")].toString() == kind)
            lines.push_back(object);
    }
    return lines;
}

const Meter& theOneWith(const Town& town, Trouble trouble) {
    for (const Meter& meter : town.meters()) {
        if (meter.trouble == trouble)
            return meter;
    }
    qFatal("no meter has that trouble");
}
} // namespace

class TownTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedIsTheSameTown() {
        QCOMPARE(rosterOf(townOf(planOf(300))), rosterOf(townOf(planOf(300))));
        QVERIFY(rosterOf(townOf(planOf(300))) != rosterOf(townOf(planOf(300, 2))));
        const Town one = townOf(planOf(50));
        const Town other = townOf(planOf(50));
        for (std::size_t i = 0; i < one.meters().size(); ++i)
            QCOMPARE(one.meters()[i].litres, other.meters()[i].litres);
    }

    void fourHomesInTenHaveWaterToo() {
        const Town town = townOf(planOf(2000));
        const auto water = std::count_if(town.meters().begin(), town.meters().end(),
                                         [](const Meter& meter) { return meter.habit.commodity == Commodity::Water; });
        QVERIFY(water > 700 && water < 900);
        QCOMPARE(qint64(town.meters().size()), qint64(2000 + water));
        QCOMPARE(town.terminals().size(), std::size_t(3));
    }

    void everyMeterIsFoundOnItsBranch() {
        Town town = townOf(planOf(400));
        for (std::size_t i = 0; i < town.meters().size(); ++i) {
            Meter& meter = town.meters()[i];
            QCOMPARE(town.find(meter.address), &meter);
            const auto& branch = town.branch(meter.terminal, meter.port);
            QVERIFY(std::find(branch.begin(), branch.end(), int(i)) != branch.end());
            const bool onDtu = town.terminals()[std::size_t(meter.terminal)].kind == CarrierKind::Dtu;
            QCOMPARE(onDtu, meter.port == 0);
            QVERIFY(meter.port <= 31);
        }
    }

    void aHandfulOfHomesStillMakesATown() {
        for (const int homes : {1, 2, 7, 9}) {
            const Town town = townOf(planOf(homes));
            QVERIFY(int(town.meters().size()) >= homes);
            QVERIFY(!rosterOf(town).isEmpty());
        }
    }

    void hoursAddUpToDays() {
        Town byHours = townOf(planOf(40));
        Town byDays = townOf(planOf(40));
        for (int hour = 0; hour < 48; ++hour)
            byHours.advance(1);
        byDays.advance(48);
        for (std::size_t i = 0; i < byHours.meters().size(); ++i)
            QCOMPARE(byHours.meters()[i].litres, byDays.meters()[i].litres);
        QCOMPARE(byHours.registerDay(), *Date::of(2026, 11, 22));
        QCOMPARE(byDays.registerHour(), 0);
    }

    void advancingLeadsToTheTownThatALaterDayWouldHaveBuilt() {
        // History and future are made by the same rules: a month on, no register has gone another way.
        TownPlan later = planOf(60);
        later.today = *Date::of(2026, 11, 30); // the previous reading stays where it was
        Town advanced = townOf(planOf(60));
        advanced.advance(10 * 24);
        const Town built = townOf(later);
        for (std::size_t i = 0; i < built.meters().size(); ++i)
            QCOMPARE(advanced.meters()[i].litres, built.meters()[i].litres);
    }

    void settlementsAreTheRegistersOfTheFirsts() {
        Town town = townOf(planOf(20));
        const std::int64_t before = town.meters()[0].litres;
        const std::int64_t lastSettled = town.meters()[0].settled[0];
        QVERIFY(lastSettled < before);
        town.advance(11 * 24); // 1 December, 00:00
        QCOMPARE(town.meters()[0].settled[0], town.meters()[0].litres);
        QCOMPARE(town.meters()[0].settled[1], lastSettled);
        town.advance(24);
        QVERIFY(town.meters()[0].settled[0] < town.meters()[0].litres);
    }

    void troublesShowInTheRegisters() {
        FaultPlan faults;
        faults.leaks = faults.stopped = faults.reversed = faults.rollovers = faults.exchanged = 1;
        const Town town = townOf(planOf(100), faults);
        const Meter& stopped = theOneWith(town, Trouble::Stopped);
        QCOMPARE(stopped.litres, stopped.previousLitres);
        const Meter& reversed = theOneWith(town, Trouble::Reversed);
        QVERIFY(reversed.litres < reversed.previousLitres);
        const Meter& leak = theOneWith(town, Trouble::Leak);
        QVERIFY(leak.litres - leak.previousLitres > 90'000);
        const Meter& turned = theOneWith(town, Trouble::Rollover);
        QVERIFY(turned.litres > turned.previousLitres);
        QVERIFY(turned.shownNow() < turned.shown(turned.previousLitres));
        const Meter& exchanged = theOneWith(town, Trouble::Exchanged);
        QVERIFY(exchanged.exchangedLitres >= exchanged.previousLitres);
        QVERIFY(exchanged.litres < exchanged.exchangedLitres);
    }

    void silentMetersAreAsManyAsAsked() {
        FaultPlan faults;
        faults.deadMeters = 3;
        faults.deadBranches = 1;
        faults.closedSlots = 4;
        faults.wrongClocks = 5;
        Town town = townOf(planOf(400), faults);
        std::map<Silence, int> counted;
        QSet<std::pair<int, int>> deadBranches;
        int wrongClocks = 0;
        for (const Meter& meter : town.meters()) {
            ++counted[meter.silence];
            wrongClocks += meter.clockFault != ClockFault::None ? 1 : 0;
            if (meter.silence == Silence::DeadBranch)
                deadBranches.insert({meter.terminal, meter.port});
        }
        QCOMPARE(counted[Silence::DeadMeter], 3);
        QCOMPARE(counted[Silence::ClosedSlots], 4);
        QCOMPARE(wrongClocks, 5);
        QCOMPARE(deadBranches.size(), 1);
        const auto [terminal, port] = *deadBranches.begin();
        QCOMPARE(int(town.branch(terminal, port).size()), counted[Silence::DeadBranch]);
    }

    void closedSlotsOpenAtTwo() {
        FaultPlan faults;
        faults.closedSlots = 2;
        Town town = townOf(planOf(20), faults);
        const auto deaf = [&] {
            return std::count_if(town.meters().begin(), town.meters().end(),
                                 [&](const Meter& meter) { return !town.hears(meter); });
        };
        QCOMPARE(deaf(), 2);
        town.advance(2);
        QCOMPARE(deaf(), 0);
    }

    void moreFaultsThanMetersAreRefused() {
        FaultPlan faults;
        faults.deadMeters = 1000;
        QVERIFY(Town::build(planOf(10), faults).failedWith(TownError::BadFaults));
        faults = {};
        faults.deadBranches = 1000;
        QVERIFY(Town::build(planOf(10), faults).failedWith(TownError::BadFaults));
    }

    void theRosterHasEveryMeterOnce() {
        const Town town = townOf(planOf(200));
        const QByteArray roster = rosterOf(town);
        const auto accounts = linesOf(roster, QStringLiteral("account"));
        QCOMPARE(accounts.size(), town.meters().size());
        QCOMPARE(linesOf(roster, QStringLiteral("book")).size(), std::size_t(8));
        QCOMPARE(linesOf(roster, QStringLiteral("terminal")).size(), std::size_t(3));
        QSet<QString> numbers;
        QSet<QString> addresses;
        QSet<QString> meterNumbers;
        for (const QJsonObject& account : accounts) {
            const QString number = account[QStringLiteral("account")].toString();
            QCOMPARE(number.size(), 10);
            numbers.insert(number);
            const QJsonObject meter = account[QStringLiteral("meter")].toObject();
            addresses.insert(meter[QStringLiteral("device_address")].toString());
            meterNumbers.insert(meter[QStringLiteral("number")].toString());
        }
        QCOMPARE(std::size_t(numbers.size()), accounts.size());
        QCOMPARE(std::size_t(addresses.size()), accounts.size());
        QCOMPARE(std::size_t(meterNumbers.size()), accounts.size());
    }

    void bothAccountsOfAHomeNameTheSameCustomerAndPlace() {
        std::map<QString, QJsonObject> customers;
        std::map<QString, QJsonObject> premises;
        int second = 0;
        for (const QJsonObject& account : linesOf(rosterOf(townOf(planOf(100))), QStringLiteral("account"))) {
            const QJsonObject customer = account[QStringLiteral("customer")].toObject();
            const QJsonObject premise = account[QStringLiteral("premise")].toObject();
            const auto [known, isNew] = customers.emplace(customer[QStringLiteral("number")].toString(), customer);
            QCOMPARE(known->second, customer);
            QCOMPARE(premises.emplace(premise[QStringLiteral("code")].toString(), premise).first->second, premise);
            second += isNew ? 0 : 1;
        }
        QVERIFY(second > 20);
    }

    void theLadderOpensWithWhatWasUsedThisYear() {
        const Town town = townOf(planOf(50));
        const auto accounts = linesOf(rosterOf(town), QStringLiteral("account"));
        for (std::size_t i = 0; i < accounts.size(); ++i) {
            const Meter& meter = town.meters()[i];
            const auto use = accounts[i][QStringLiteral("year_to_date")][QStringLiteral("use")].toString().toLongLong();
            QCOMPARE(use, qint64(meter.previousLitres / 1000 - meter.yearStartLitres / 1000));
            QVERIFY(use > 0 && use < 5000);
        }
    }
};
METERHALL_TEST_CASE(TownTest)

#include "town_test.moc"
