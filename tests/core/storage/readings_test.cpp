#include "core/storage/guards.h"
#include "core/storage/reading_store.h"
#include "core/storage/verify_audit.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

using namespace meterhall;
using namespace meterhall::storage;

/// Readings in parts by day of reception: nothing twice, on whatever day it came first, and the newest is found.
class ReadingsTest : public tests::DatabaseTest {
    Q_OBJECT

    static constexpr std::int64_t hour = 3'600'000'000;
    const Instant m_midnight = Instant::fromMicroseconds(1'795'104'000'000'000); ///< 20 November 2026, in Shanghai

    static Date day(int number) { return *Date::of(2026, number / 100, number % 100); }
    Instant at(Date on, int hours) const {
        const int days = on.daysSince(day(1120));
        return Instant::fromMicroseconds(m_midnight.microseconds() + (days * 24 + hours) * hour);
    }
    ReceptionDay reception(Date on) const { return {on, at(on, 0)}; }

    Reading reading(int meter, Date on, int hours, std::int64_t dial) {
        return {.id = seat().ids().next<ReadingTag>(),
                .meter = MeterId::fromRaw(meter),
                .registerCode = QStringLiteral("volume"),
                .value = {dial, 2},
                .unit = QStringLiteral("m3"),
                .meterTime = at(on, hours),
                .clockTrust = ClockTrust::Plausible,
                .receivedAt = at(on, hours),
                .receivedOn = on,
                .origin = Origin::Remote,
                .terminal = QStringLiteral("0571-00001"),
                .profile = QStringLiteral("yuquan_dn20"),
                .doubts = {},
                .frame = Bytes{0x68, std::uint8_t(meter)},
                .supersedes = {}};
    }
    /// The same report as it arrives again on another day.
    Reading again(Reading same, Date on, int hours) {
        same.id = seat().ids().next<ReadingTag>();
        same.receivedAt = at(on, hours);
        same.receivedOn = on;
        return same;
    }
    Result<std::vector<bool>> store(const std::vector<Reading>& readings) {
        auto work = begin();
        MH_TRY(auto isNew, ReadingStore::insert(work, reception(readings.front().receivedOn), readings));
        MH_CHECK(work.commit());
        return isNew;
    }
    std::vector<std::string> tables() {
        std::vector<std::string> names;
        const auto parts = readingParts(database());
        for (const ReadingPart& part : *parts)
            names.push_back(part.table);
        return names;
    }
    int violations() { return int(verifyAudit(database())->size()); }
    std::int64_t newestDial(int meter, Date after, Date to) {
        const auto found =
            ReadingStore(database()).newest(MeterId::fromRaw(meter), QStringLiteral("volume"), after, to);
        return found.ok() && *found ? (*found)->reading.value.digits : -1;
    }
    Result<std::int64_t> seal(Date today) {
        auto work = begin();
        MH_TRY(const std::int64_t moved, sealReadings(work, today));
        MH_CHECK(work.commit());
        return moved;
    }

private Q_SLOTS:
    void aDayOfReceptionIsATable() {
        VERIFY_OK(store({reading(1, day(1119), 9, 100), reading(2, day(1119), 9, 200)}));
        VERIFY_OK(store({reading(1, day(1120), 9, 110)}));
        QCOMPARE(tables(), (std::vector<std::string>{"reading_day_20261120", "reading_day_20261119"}));
        QVERIFY(guardFaults(database())->empty());
        QCOMPARE(violations(), 0);
    }

    void theSameReportIsStoredOnceWhereverItCameFirst() {
        const Reading first = reading(1, day(1118), 9, 100);
        const Reading night = reading(2, day(1118), 23, 100);
        QCOMPARE(*store({first, night, first}), (std::vector<bool>{true, true, false}));
        QCOMPARE(*store({again(first, day(1118), 11), reading(3, day(1118), 11, 1)}), (std::vector<bool>{false, true}));
        QCOMPARE(*store({again(night, day(1119), 1)}), std::vector<bool>{false});
        QCOMPARE(*store({again(first, day(1121), 5), reading(1, day(1121), 5, 120)}), (std::vector<bool>{false, true}));
        auto work = begin();
        QCOMPARE(*ReadingStore::insert(work, again(first, day(1122), 5)), false);
        QCOMPARE(*ReadingStore::insert(work, reading(1, day(1122), 6, 130)), true);
        VERIFY_OK(work.commit());
    }

    void aFastClockDoesNotDoubleAReadingOverMidnight() {
        Reading ahead = reading(1, day(1119), 23, 100);
        ahead.meterTime = at(day(1120), 3); // the meter is four hours ahead
        QCOMPARE(*store({ahead}), std::vector<bool>{true});
        QCOMPARE(*store({again(ahead, day(1120), 1)}), std::vector<bool>{false});
    }

    void aProgramThatLagsBehindMidnightFindsWhatTheNewDayHas() {
        const Reading fresh = reading(1, day(1119), 23, 100);
        QCOMPARE(*store({again(fresh, day(1120), 0)}), std::vector<bool>{true});
        QCOMPARE(*store({fresh}), std::vector<bool>{false});
    }

    void withoutAClockTheDayAndTheFrameDecide() {
        Reading still = reading(1, day(1119), 9, 100);
        still.meterTime.reset();
        still.clockTrust = ClockTrust::None;
        QCOMPARE(*store({still}), std::vector<bool>{true});
        QCOMPARE(*store({again(still, day(1119), 12)}), std::vector<bool>{false});
        QCOMPARE(*store({again(still, day(1120), 9)}), std::vector<bool>{true});
        Reading other = again(still, day(1120), 10);
        other.frame.push_back(0x16);
        QCOMPARE(*store({other}), std::vector<bool>{true});
    }

    void theNewestIsFoundOverAllParts() {
        for (const int number : {1018, 1117, 1119})
            VERIFY_OK(store({reading(1, day(number), 8, number), reading(1, day(number), 9, number * 10)}));
        VERIFY_OK(store({reading(2, day(1120), 9, 5)}));
        VERIFY_OK(seal(day(1120)));
        QCOMPARE(newestDial(1, day(101), day(1120)), 11190);
        QCOMPARE(newestDial(1, day(101), day(1118)), 11170);
        QCOMPARE(newestDial(1, day(101), day(1031)), 10180);
        QCOMPARE(newestDial(1, day(1018), day(1031)), -1);
        QCOMPARE(newestDial(2, day(101), day(1119)), -1);
        const std::vector<RegisterKey> registers{{MeterId::fromRaw(2), QStringLiteral("volume")},
                                                 {MeterId::fromRaw(3), QStringLiteral("volume")},
                                                 {MeterId::fromRaw(1), QStringLiteral("volume")}};
        const auto last = ReadingStore(database()).last(registers, day(1120));
        VERIFY_OK(last);
        QCOMPARE((*last)[0]->value.digits, 5);
        QVERIFY(!(*last)[1]);
        QCOMPARE((*last)[2]->value.digits, 11190);
        QVERIFY((*last)[2]->billable);
    }

    void monthsThatAreOverAreSealedAndNothingChanges() {
        const Reading first = reading(1, day(1003), 9, 100);
        VERIFY_OK(store({first, reading(2, day(1003), 9, 7)}));
        VERIFY_OK(store({reading(1, day(1031), 9, 110)}));
        VERIFY_OK(store({reading(1, day(1101), 9, 120)}));
        QCOMPARE(*seal(day(1120)), 3);
        QCOMPARE(tables(), (std::vector<std::string>{"reading_day_20261101", "reading_month_202610"}));
        QVERIFY(guardFaults(database())->empty());
        QCOMPARE(violations(), 0);
        QCOMPARE(*seal(day(1120)), 0);
        QCOMPARE(*store({again(first, day(1104), 9)}), std::vector<bool>{false});
        const auto found = ReadingStore(database()).reading(first.id);
        VERIFY_OK(found);
        QVERIFY(*found && (*found)->reading.value == first.value && (*found)->reading.frame == first.frame);
        int count = 0;
        VERIFY_OK(ReadingStore(database()).each([&](const Reading&, const QString&) -> Result<void> {
            ++count;
            return {};
        }));
        QCOMPARE(count, 0); // none of these meters is in the archive
    }

    void anotherConnectionSeesPartsAtOnce() {
        const auto other = testDatabase().open();
        VERIFY_OK(other->catalogue());
        VERIFY_OK(store({reading(1, day(1019), 9, 100)}));
        const auto newest = [&](Date to) {
            return ReadingStore(*other).newest(MeterId::fromRaw(1), QStringLiteral("volume"), day(101), to);
        };
        QVERIFY((*newest(day(1120))).has_value());
        VERIFY_OK(seal(day(1120)));
        QVERIFY((*newest(day(1120))).has_value());
    }

    void twoProgramsBeginADayTogether() {
        const auto other = testDatabase().open();
        VERIFY_OK(Seat::registerNew(database(), 2, QStringLiteral("b"), now()));
        auto seatTwo = Seat::claim(*other, 2, QStringLiteral("all_duties"), now());
        VERIFY_OK(seatTwo);
        VERIFY_OK(other->catalogue());
        VERIFY_OK(store({reading(1, day(1120), 9, 100)}));
        auto work = UnitOfWork::begin(*other, {.seat = *seatTwo,
                                               .operatorName = QStringLiteral("all_duties"),
                                               .action = QStringLiteral("test"),
                                               .now = now(),
                                               .businessDay = {}});
        VERIFY_OK(work);
        const std::vector<Reading> late{reading(2, day(1120), 9, 100), reading(1, day(1120), 9, 100)};
        QCOMPARE(*ReadingStore::insert(*work, reception(day(1120)), late), (std::vector<bool>{true, false}));
        VERIFY_OK(work->commit());
        QCOMPARE(violations(), 0);
    }
};
METERHALL_TEST_CASE(ReadingsTest)

#include "readings_test.moc"
