#include "core/commands/valve_interlock.h"
#include "tests/core/commands/clean_facts.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;
using tests::approvedWish;
using tests::cleanFacts;
using tests::valveCommand;

namespace {

const ValveInterlock interlock{ValvePolicy()};

ValveFacts owing(Commodity commodity = Commodity::Gas) {
    ValveFacts facts = cleanFacts(commodity);
    facts.overdueMinor = 12'000;
    facts.overdueSince = Date::of(2026, 10, 8).value();
    facts.notice = ServedNotice{*Date::of(2026, 11, 10)};
    return facts;
}

QString blocks(const ValveWish& wish, const ValveFacts& facts, const ValvePolicy& policy = {}) {
    return codesOf(ValveInterlock(policy).blocks(wish, facts)).join(u' ');
}

QString closingForArrears(const ValveFacts& facts, const ValvePolicy& policy = {}) {
    return blocks(approvedWish(ValveAction::Close, ValveReason::Arrears), facts, policy);
}

QString opening(const ValveFacts& facts, ValveReason reason = ValveReason::MeterWork) {
    return blocks(approvedWish(ValveAction::Open, reason), facts);
}

bool oneIn(int n) {
    return *rc::gen::inRange(0, n) == 0;
}

ValveFacts anyFacts() {
    ValveFacts facts = owing(*rc::gen::element(Commodity::Gas, Commodity::Water, Commodity::Heat));
    facts.moment.minuteOfDay = *rc::gen::inRange(0, 24 * 60);
    facts.moment.day = facts.moment.day.addDays(*rc::gen::inRange(-200, 200));
    facts.moment.isRestDay = oneIn(4);
    facts.moment.restDayFollows = oneIn(4);
    facts.overdueMinor = *rc::gen::inRange(-1, 3);
    if (oneIn(4))
        facts.notice.reset();
    for (int flag = 1; flag <= 5; ++flag)
        if (oneIn(5))
            facts.flags.insert(SupplyFlag(flag));
    if (oneIn(3))
        facts.siteCheck.reset();
    else
        *facts.siteCheck = {facts.moment.now - Duration::minutes(*rc::gen::inRange(-5, 90)),
                            OperatorId::fromRaw(*rc::gen::inRange(19, 22)), !oneIn(4), !oneIn(4), !oneIn(4)};
    if (oneIn(2))
        facts.closedFor = ValveReason(*rc::gen::inRange(1, 5));
    facts.otherCommandOpen = oneIn(5);
    return facts;
}

ValveWish anyWish() {
    ValveWish wish = approvedWish(ValveAction(*rc::gen::inRange(1, 3)), ValveReason(*rc::gen::inRange(1, 7)));
    if (oneIn(4))
        wish.approvedBy.reset();
    else if (oneIn(4))
        wish.approvedBy = wish.requestedBy;
    if (oneIn(6))
        wish.document = QStringLiteral(" ");
    return wish;
}

} // namespace

class ValveInterlockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withNothingAgainstItAValveMoves() {
        QCOMPARE(closingForArrears(owing()), QString());
        QCOMPARE(opening(cleanFacts()), QString());
        const auto clearance =
            interlock.clear(valveCommand(ValveAction::Open), approvedWish(ValveAction::Open, ValveReason::MeterWork),
                            cleanFacts(), QStringLiteral("78110000001203"));
        QVERIFY(clearance.ok());
        QCOMPARE(clearance->deviceAddress(), QStringLiteral("78110000001203"));
        QVERIFY(clearance->notAfter() == cleanFacts().moment.now + Duration::minutes(10));
    }

    void gasIsNeverOpenedWithoutAFreshCheckByPeopleOnSite() {
        QVERIFY(rc::check("a cleared opening of gas has a crew behind it, at a decent hour, and a second person", [] {
            const ValveFacts facts = anyFacts();
            const ValveWish wish = anyWish();
            if (!interlock.blocks(wish, facts).empty() || wish.action != ValveAction::Open)
                return;
            RC_ASSERT(wish.approvedBy && *wish.approvedBy != wish.requestedBy);
            RC_ASSERT(!facts.otherCommandOpen);
            RC_ASSERT(facts.closedFor != ValveReason::Danger || wish.reason == ValveReason::DangerOver);
            if (facts.commodity != Commodity::Gas)
                return;
            RC_ASSERT(facts.siteCheck && facts.siteCheck->someonePresent && facts.siteCheck->appliancesOff &&
                      facts.siteCheck->leakFree);
            RC_ASSERT(facts.siteCheck->crew != *wish.approvedBy);
            const Duration age = facts.moment.now - facts.siteCheck->at;
            RC_ASSERT(age >= Duration::minutes(0) && age <= Duration::minutes(60));
            RC_ASSERT(facts.moment.minuteOfDay >= 6 * 60 && facts.moment.minuteOfDay < 22 * 60);
        }));
    }

    void nobodyIsCutOffForMoneyWithoutNoticeOrAgainstAnException() {
        QVERIFY(rc::check("a cleared closing for arrears has a debt, an old notice and no exception", [] {
            const ValveFacts facts = anyFacts();
            ValveWish wish = anyWish();
            wish.action = ValveAction::Close;
            wish.reason = ValveReason::Arrears;
            if (!interlock.blocks(wish, facts).empty())
                return;
            RC_ASSERT(facts.overdueMinor > 0 && facts.notice);
            const int age = facts.moment.day.daysSince(facts.notice->servedOn);
            RC_ASSERT(age >= 7 && age <= 90);
            for (const SupplyFlag flag :
                 {SupplyFlag::Protected, SupplyFlag::MedicalNeed, SupplyFlag::Disputed, SupplyFlag::PaymentPlan})
                RC_ASSERT(!facts.flags.contains(flag));
            RC_ASSERT(!facts.moment.isRestDay && !facts.moment.restDayFollows);
            RC_ASSERT(wish.approvedBy && *wish.approvedBy != wish.requestedBy);
        }));
    }

    void everyBlockStopsTheClearance() {
        QVERIFY(rc::check("no clearance while anything is named", [] {
            const ValveFacts facts = anyFacts();
            const ValveWish wish = anyWish();
            const auto clearance = interlock.clear(valveCommand(wish.action), wish, facts, QStringLiteral("1"));
            RC_ASSERT(clearance.ok() == interlock.blocks(wish, facts).empty());
        }));
    }

    void dangerClosesAtOnce() {
        ValveFacts facts = cleanFacts();
        facts.moment.minuteOfDay = 120;
        facts.moment.isRestDay = true;
        facts.otherCommandOpen = true;
        facts.flags = {SupplyFlag::Protected, SupplyFlag::MedicalNeed};
        ValveWish wish = approvedWish(ValveAction::Close, ValveReason::Danger);
        wish.approvedBy.reset();
        QCOMPARE(blocks(wish, facts), QString());
        wish.document.clear();
        QCOMPARE(blocks(wish, facts), QStringLiteral("document-missing"));
    }

    void whatSpeaksAgainstClosingForArrearsIsNamed_data() {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("named");
        QTest::newRow("paid") << "paid"
                              << "nothing-overdue";
        QTest::newRow("no notice") << "no notice"
                                   << "no-notice";
        QTest::newRow("a notice about an older debt") << "old debt"
                                                      << "no-notice";
        QTest::newRow("noticed yesterday") << "fresh"
                                           << "notice-too-fresh";
        QTest::newRow("noticed long ago") << "stale"
                                          << "notice-too-old";
        QTest::newRow("hospital") << "protected"
                                  << "protected-customer";
        QTest::newRow("life support") << "medical"
                                      << "protected-customer";
        QTest::newRow("disputed") << "disputed"
                                  << "disputed";
        QTest::newRow("instalments") << "plan"
                                     << "on-payment-plan";
        QTest::newRow("heated with gas, in winter") << "heating"
                                                    << "heating-season";
        QTest::newRow("cold spell") << "cold"
                                    << "heating-season";
        QTest::newRow("Sunday") << "rest"
                                << "rest-day";
        QTest::newRow("Friday") << "friday"
                                << "rest-day";
        QTest::newRow("at four") << "late"
                                 << "outside-hours";
    }
    void whatSpeaksAgainstClosingForArrearsIsNamed() {
        QFETCH(QString, change);
        QFETCH(QString, named);
        ValveFacts facts = owing();
        ValvePolicy policy;
        const std::map<QString, std::function<void()>> changes{
            {"paid", [&] { facts.overdueMinor = 0; }},
            {"no notice", [&] { facts.notice.reset(); }},
            {"old debt", [&] { facts.notice->servedOn = *Date::of(2026, 10, 8); }},
            {"fresh", [&] { facts.notice->servedOn = facts.moment.day.addDays(-6); }},
            {"stale", [&] { facts.moment.day = facts.notice->servedOn.addDays(91); }},
            {"protected", [&] { facts.flags = {SupplyFlag::Protected}; }},
            {"medical", [&] { facts.flags = {SupplyFlag::MedicalNeed}; }},
            {"disputed", [&] { facts.flags = {SupplyFlag::Disputed}; }},
            {"plan", [&] { facts.flags = {SupplyFlag::PaymentPlan}; }},
            {"heating", [&] { facts.flags = {SupplyFlag::Heating}; }},
            {"cold", [&] { policy.coldSpell = true; }},
            {"rest", [&] { facts.moment.isRestDay = true; }},
            {"friday", [&] { facts.moment.restDayFollows = true; }},
            {"late", [&] { facts.moment.minuteOfDay = 16 * 60; }}};
        changes.at(change)();
        QCOMPARE(closingForArrears(facts, policy), named);
    }

    void theHeatingSeasonEnds() {
        ValveFacts facts = owing(Commodity::Heat);
        QCOMPARE(closingForArrears(facts), QStringLiteral("heating-season"));
        facts.moment.day = *Date::of(2027, 3, 16);
        facts.notice->servedOn = *Date::of(2027, 3, 1);
        QCOMPARE(closingForArrears(facts), QString());
        facts.moment.day = *Date::of(2027, 3, 15);
        QCOMPARE(closingForArrears(facts), QStringLiteral("heating-season"));
    }

    void whatSpeaksAgainstOpeningGasIsNamed() {
        ValveFacts facts = cleanFacts();
        facts.siteCheck->leakFree = false;
        facts.siteCheck->appliancesOff = false;
        QCOMPARE(opening(facts), QStringLiteral("appliances-not-off leak-not-excluded"));
        facts = cleanFacts();
        facts.siteCheck->someonePresent = false;
        QCOMPARE(opening(facts), QStringLiteral("nobody-on-site"));
        facts = cleanFacts();
        facts.siteCheck->at = facts.moment.now - Duration::minutes(61);
        QCOMPARE(opening(facts), QStringLiteral("site-check-old"));
        facts = cleanFacts();
        facts.siteCheck->crew = OperatorId::fromRaw(20);
        QCOMPARE(opening(facts), QStringLiteral("approved-by-crew"));
        facts = cleanFacts();
        facts.moment.minuteOfDay = 22 * 60;
        QCOMPARE(opening(facts), QStringLiteral("outside-hours"));
        facts = cleanFacts();
        facts.closedFor = ValveReason::Danger;
        QCOMPARE(opening(facts, ValveReason::Reconnection), QStringLiteral("danger-not-over"));
        QCOMPARE(opening(facts, ValveReason::DangerOver), QString());
        facts = cleanFacts();
        facts.closedFor = ValveReason::Arrears;
        facts.overdueMinor = 1;
        QCOMPARE(opening(facts, ValveReason::CustomerWish), QStringLiteral("still-owes"));
        facts.flags = {SupplyFlag::PaymentPlan};
        QCOMPARE(opening(facts, ValveReason::CustomerWish), QString());
    }

    void aReasonMovesAValveOneWay() {
        QCOMPARE(opening(cleanFacts(), ValveReason::Arrears), QStringLiteral("reason-does-not-fit"));
        QCOMPARE(blocks(approvedWish(ValveAction::Close, ValveReason::Reconnection), cleanFacts()),
                 QStringLiteral("reason-does-not-fit"));
    }

    void whatPassesWithTimeDoesNotRefuseTheWish() {
        ValveFacts facts = cleanFacts();
        facts.siteCheck.reset();
        facts.moment.minuteOfDay = 60;
        ValveWish wish = approvedWish(ValveAction::Open, ValveReason::MeterWork);
        wish.approvedBy.reset();
        QCOMPARE(blocks(wish, facts), QStringLiteral("nobody-on-site outside-hours not-approved"));
        QVERIFY(interlock.refusals(wish, facts).empty());
        facts.otherCommandOpen = true;
        QCOMPARE(codesOf(interlock.refusals(wish, facts)), QStringList{QStringLiteral("other-command-open")});
    }

    void aClearanceFitsItsCommand() {
        QVERIFY(interlock
                    .clear(valveCommand(ValveAction::Close), approvedWish(ValveAction::Open, ValveReason::MeterWork),
                           cleanFacts(), QStringLiteral("1"))
                    .failedWith(CommandError::UnknownKind));
        static_assert(!std::is_copy_constructible_v<ValveClearance>);
        static_assert(!std::is_default_constructible_v<ValveClearance>);
        static_assert(!std::is_constructible_v<ValveClearance, CommandId, ValveAction, QString, Instant>);
    }

    void codesAreReadBack() {
        for (int reason = 1; reason <= 6; ++reason)
            QVERIFY(*parseValveReason(codeOf(ValveReason(reason))) == ValveReason(reason));
        for (int flag = 1; flag <= 5; ++flag)
            QVERIFY(*parseSupplyFlag(codeOf(SupplyFlag(flag))) == SupplyFlag(flag));
        QVERIFY(parseSupplyFlag(u"rich").failedWith(CommandError::UnknownKind));
    }
};
METERHALL_TEST_CASE(ValveInterlockTest)

#include "valve_interlock_test.moc"
