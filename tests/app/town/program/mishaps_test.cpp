#include "tests/app/town/program/small_master.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <map>
#include <set>

using namespace meterhall;
using namespace meterhall::tests;

namespace {
/// Which mishap each request of each meter met, by the ledger.
std::map<std::pair<QString, int>, QString> mishapsOf(const TownProcess& town) {
    std::map<std::pair<QString, int>, QString> mishaps;
    for (const QJsonObject& line : town.truth()) {
        const QString event = line[QStringLiteral("event")].toString();
        const bool answered = event == QStringLiteral("sent") || event == QStringLiteral("lost");
        if (!answered || line[QStringLiteral("repeat")].toBool())
            continue;
        const QString fault = event == QStringLiteral("lost") ? event : line[QStringLiteral("fault")].toString();
        mishaps[{line[QStringLiteral("meter")].toString(), line[QStringLiteral("n")].toInt()}] = fault;
    }
    return mishaps;
}

/// Reads everybody, three rounds without patience; the readings that came, by meter.
std::map<QString, std::set<std::int64_t>> readEverybody(LoggedInTown& up, bool backwards) {
    std::vector<QJsonObject> accounts = up.accounts;
    if (backwards)
        std::reverse(accounts.begin(), accounts.end());
    std::map<QString, std::set<std::int64_t>> readings;
    unsigned ser = 0;
    for (int round = 0; round < 3; ++round) {
        for (const QJsonObject& account : accounts) {
            ++ser;
            up.line->forward(up.terminal, portOf(account), ser, readingRequestOf(account, ser));
            while (const auto answer = up.line->nextGdw(90)) {
                const auto frame = town::scanCjt188(forwardedBytes(*answer)).frame;
                if (frame)
                    readings[town::shownAddress(frame->address)].insert(*hundredthsIn(*answer));
                const bool mine = frame && answer->sequence() == (ser & 0x0F);
                if (mine)
                    break;
            }
        }
    }
    return readings;
}

constexpr auto manyFaults = R"({"lost":0.1,"late_duplicate":0.1,"corrupt":0.1,"torn":0.1})";
} // namespace

class MishapsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLateDuplicateComesAfterTheNextRequest() {
        LoggedInTown up;
        QVERIFY(up.start(R"({"late_duplicate":1})"));
        const auto first = up.ask(up.accounts[0], 1);
        QVERIFY(first);
        const auto repeated = up.ask(up.accounts[1], 2);
        QVERIFY(repeated);
        QCOMPARE(*repeated, *first); // the old answer under its old sequence, before the new one
        const auto second = up.line->nextGdw(5'000);
        QVERIFY(second);
        QCOMPARE(second->sequence(), std::uint8_t(2));
        QCOMPARE(up.line->nextGdw(5'000), second); // nobody asked any more: it comes by itself
    }

    void everyCorruptAnswerIsRefusedByItsChecksum() {
        LoggedInTown up;
        QVERIFY(up.start(R"({"corrupt":1})"));
        unsigned ser = 0;
        for (const QJsonObject& account : up.accounts) {
            const auto answer = up.ask(account, ++ser, 100);
            QVERIFY(!answer || !town::scanCjt188(forwardedBytes(*answer)).frame);
        }
        QCOMPARE(up.town.terminate(), 0);
        for (const QJsonObject& sent : up.town.truthOf("sent"))
            QVERIFY(!sent[QStringLiteral("intact")].toBool(true));
    }

    void aTornAnswerArrivesInPiecesOrNotAtAll() {
        LoggedInTown up;
        QVERIFY(up.start(R"({"torn":1})", "30"));
        unsigned ser = 0;
        int arrived = 0;
        for (const QJsonObject& account : up.accounts) {
            const auto answer = up.ask(account, ++ser, 150);
            arrived += answer && hundredthsIn(*answer) ? 1 : 0;
        }
        QCOMPARE(up.town.terminate(), 0);
        int intact = 0;
        for (const QJsonObject& sent : up.town.truthOf("sent"))
            intact += sent[QStringLiteral("intact")].toBool() ? 1 : 0;
        QVERIFY(intact > 0 && intact < int(up.accounts.size()));
        QVERIFY(arrived <= intact); // a piece may have been swallowed behind a cut frame
        QVERIFY(arrived > 0);
    }

    void everyAnswerIsInTheLedgerOnce() {
        LoggedInTown up;
        QVERIFY(up.start(manyFaults, "20"));
        const auto readings = readEverybody(up, false);
        QCOMPARE(up.town.terminate(), 0);
        int obeyed = 0;
        for (const QJsonObject& command : up.town.truthOf("command"))
            obeyed += command[QStringLiteral("outcome")].toString() == QStringLiteral("obeyed") ? 1 : 0;
        QCOMPARE(obeyed, int(up.accounts.size()) * 3);
        QCOMPARE(int(mishapsOf(up.town).size()), obeyed);
        for (const auto& [meter, values] : readings)
            QCOMPARE(values.size(), std::size_t(1)); // registers stood still, so every answer said the same
    }

    void theSameSeedMeetsTheSameMishapsInAnyOrderOfAsking() {
        LoggedInTown one;
        QVERIFY(one.start(manyFaults, "20"));
        readEverybody(one, false);
        QCOMPARE(one.town.terminate(), 0);
        LoggedInTown other;
        QVERIFY(other.start(manyFaults, "20"));
        readEverybody(other, true);
        QCOMPARE(other.town.terminate(), 0);
        const auto mishaps = mishapsOf(one.town);
        QCOMPARE(mishaps, mishapsOf(other.town));
        std::set<QString> kinds;
        for (const auto& [request, kind] : mishaps)
            kinds.insert(kind);
        QCOMPARE(kinds.size(), std::size_t(5)); // all four, and none
    }
};
METERHALL_TEST_CASE(MishapsTest)

#include "mishaps_test.moc"
