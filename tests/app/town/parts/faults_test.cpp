#include "app/town/parts/faults.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <map>

using namespace meterhall;
using namespace meterhall::town;

class FaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeyOfTheContractThatIsPlayedIsRead() {
        const auto plan = faultsFrom(R"({"lost":0.05,"late_duplicate":0.02,"corrupt":0.02,"torn":0.01,"dead_meters":3,
            "dead_branches":1,"wrong_clocks":5,"rollovers":2,"exchanged":2,"closed_slots":4})",
                                     FaultPlan{});
        QVERIFY(plan.ok());
        QCOMPARE(plan->lost, 50'000);
        QCOMPARE(plan->torn, 10'000);
        QCOMPARE(plan->deadMeters, 3);
        QCOMPARE(plan->closedSlots, 4);
        QCOMPARE(faultsFrom(toJson(*plan), FaultPlan{}).valueOr({}), *plan);
    }

    void aKeyThatIsNotThereKeepsWhatTheTownHasAnyway() {
        const auto plan = faultsFrom(QByteArrayLiteral("{\"leaks\":0}"), everydayFaults(3000));
        QVERIFY(plan.ok());
        QCOMPARE(plan->leaks, 0);
        QCOMPARE(plan->stopped, 12);
    }

    void badFilesAreRefusedWithASentence_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("names");
        const auto row = [](const char* name, const char* json, const char* names) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(names);
        };
        row("unknown", R"({"losst":0.1})", "losst");
        row("handhelds", R"({"typos":{"digit":0.1}})", "handhelds");
        row("crossed", R"({"crossed_pairs":2})", "handhelds");
        row("rate above one", R"({"lost":2})", "lost");
        row("negative rate", R"({"torn":-0.1})", "torn");
        row("half a meter", R"({"dead_meters":1.5})", "dead_meters");
        row("text", R"({"rollovers":"two"})", "rollovers");
        row("more than all", R"({"lost":0.6,"corrupt":0.5})", "more than 1");
        row("no object", "[1,2]", "JSON object");
        row("cut", R"({"lost":0.1)", "JSON object");
    }
    void badFilesAreRefusedWithASentence() {
        QFETCH(QByteArray, json);
        QFETCH(QString, names);
        const auto plan = faultsFrom(json, FaultPlan{});
        QVERIFY(!plan.ok());
        QVERIFY2(sentenceOf(plan.error()).contains(names), qPrintable(sentenceOf(plan.error())));
    }

    void theSameRequestMeetsTheSameMishapInAnyOrder() {
        FaultPlan plan;
        plan.lost = plan.corrupt = plan.torn = plan.lateDuplicate = 200'000;
        std::map<std::pair<std::uint64_t, std::uint32_t>, Mishap> forward;
        for (std::uint64_t meter = 0; meter < 50; ++meter) {
            for (std::uint32_t request = 0; request < 6; ++request) {
                Dice dice = diceOfRequest(7, meter, request);
                forward[{meter, request}] = drawMishap(plan, dice);
            }
        }
        for (std::uint32_t request = 6; request-- > 0;) {
            for (std::uint64_t meter = 50; meter-- > 0;) {
                Dice dice = diceOfRequest(7, meter, request);
                QCOMPARE(drawMishap(plan, dice), (forward[{meter, request}]));
            }
        }
    }

    void ratesAreKeptInTheLongRun() {
        FaultPlan plan;
        plan.lost = 50'000;
        plan.lateDuplicate = plan.corrupt = 20'000;
        std::map<Mishap, int> counted;
        constexpr int draws = 100'000;
        for (std::uint32_t request = 0; request < draws; ++request) {
            Dice dice = diceOfRequest(3, request % 100, request);
            ++counted[drawMishap(plan, dice)];
        }
        QVERIFY(std::abs(counted[Mishap::Lost] - draws / 20) < 300);
        QVERIFY(std::abs(counted[Mishap::Corrupt] - draws / 50) < 200);
        QVERIFY(std::abs(counted[Mishap::LateDuplicate] - draws / 50) < 200);
        QCOMPARE(counted[Mishap::Torn], 0);
    }
};
METERHALL_TEST_CASE(FaultsTest)

#include "faults_test.moc"
