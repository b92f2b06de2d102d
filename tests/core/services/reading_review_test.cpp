#include "core/services/billing_run.h"
#include "core/services/ingest.h"
#include "core/services/reading_review.h"
#include "core/services/reading_work.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

/// What the page of the readings review shows, and the dial a supervisor types himself, on both engines.
class ReadingReviewTest : public tests::SmallTownTest {
    Q_OBJECT

    void report(int home, const char* dial) {
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(home, Commodity::Gas, dial)}));
    }
    ReadingId waiting() {
        const auto open = services::readingExceptions(as(Person::Supervisor), {});
        if (!open.ok() || open->empty())
            qFatal("nothing waits");
        return open->front().reading;
    }
    services::ReadingCard cardOf(ReadingId reading) {
        auto card = services::readingCard(as(Person::Supervisor), reading);
        if (!card.ok())
            qFatal("card: %s", qPrintable(card.error().toString()));
        return std::move(*card);
    }
    Result<services::Corrected> correct(ReadingId reading, const char* dial, const char* note = "photo of the dial") {
        return services::correctReading(as(Person::Supervisor), {.reading = reading,
                                                                 .dial = *Decimal::parse(QString::fromLatin1(dial)),
                                                                 .note = QString::fromLatin1(note)});
    }
    void issueFirstBook() {
        const auto run = town().draft(town().book("01"));
        VERIFY_OK(services::checkBills(as(Person::Checker), run.run));
        VERIFY_OK(services::issueBills(as(Person::Drafter), run.run));
    }

private Q_SLOTS:
    void waitingReadingsAreCountedByBookAndReason() {
        report(1, "99.00");
        report(3, "900.00");
        report(12, "98.00");
        report(13, "110.00");
        const auto books = services::exceptionsByBook(as(Person::Supervisor));
        VERIFY_OK(books);
        QCOMPARE(books->size(), std::size_t(2));
        QCOMPARE(books->at(0).readings, 2);
        QCOMPARE(books->at(0).byReason,
                 (std::map<QString, int>{{QStringLiteral("high-use"), 1}, {QStringLiteral("lower-than-previous"), 1}}));
        QCOMPARE(books->at(1).bookNumber + QString::number(books->at(1).readings), QStringLiteral("021"));
        QVERIFY(services::exceptionsByBook(as(Person::Reader)).failedWith(SecurityError::NotAllowed));
    }

    void aCardTellsWhoWhatAndWhatWouldBePlausible() {
        report(3, "900.40");
        const auto card = cardOf(waiting());
        QCOMPARE(card.accountNumber + u' ' + card.holder + u' ' + card.meterNumber,
                 town().accountNumber(3, Commodity::Gas) + QStringLiteral(" 王秀英 GAS0003"));
        QVERIFY(card.address.contains(QStringLiteral("安居里")));
        QCOMPARE(card.dial.toString() + u' ' + card.unit, QStringLiteral("900.40 m3"));
        QCOMPARE(card.previousDial->scaledTo(6).ok() ? *card.previousDial->scaledTo(6) : 0, 100'400'000);
        QCOMPARE(card.previousOn->toString(), QStringLiteral("2026-10-20"));
        QCOMPARE(*card.use->scaledTo(6), 800'000'000);
        // 290 m3 in the 292 days since New Year are 0.993150 a day; 31 days of it 30.787650, five times as much at
        // most.
        QCOMPARE(card.plausible->usualMicro, 30'787'650);
        QCOMPARE(card.plausible->mostMicro, 153'938'250);
        QCOMPARE(card.plausible->leastMicro, 1);
        QCOMPARE(card.reasons.size(), std::size_t(1));
        QCOMPARE(card.reasons[0].kind + u' ' + card.reasons[0].likelihood, QStringLiteral("high-use 0.40"));
        QVERIFY(!card.decision && !card.correctedBy && !card.billed && card.past.empty() && card.bills.empty());
    }

    void aCardShowsTwelveReadingsAndTheBills() {
        // Fifteen days, a cubic metre a day; then the dial goes back.
        for (int day = 0; day < 15; ++day) {
            report(1, qPrintable(QString::number(101 + day)));
            if (day == 9)
                issueFirstBook();
            town().moveTo(town().today().addDays(1));
        }
        report(1, "90.00");
        const auto card = cardOf(waiting());
        QVERIFY(!card.use);
        QCOMPARE(card.past.size(), std::size_t(12));
        QCOMPARE(card.past.front().dial.toString() + u' ' + card.past.back().dial.toString(),
                 QStringLiteral("115 104"));
        for (const services::PastReading& past : card.past)
            QCOMPARE(*past.use->scaledTo(6), 1'000'000);
        // Billed from 100 to 110 on the tenth day.
        QCOMPARE(card.bills.size(), std::size_t(1));
        QCOMPARE(card.bills[0].use.toString() + u' ' + card.bills[0].readTo.toString(),
                 QStringLiteral("10 2026-11-29"));
        QVERIFY(!card.billed);
    }

    void aTypedDialTakesThePlaceOfTheOneThatWasWrong() {
        report(1, "99.00");
        const ReadingId wrong = waiting();
        const auto corrected = correct(wrong, "109.00");
        VERIFY_OK(corrected);
        QVERIFY(!corrected->doubts.any());
        QVERIFY(services::readingExceptions(as(Person::Supervisor), {})->empty());
        const auto card = cardOf(wrong);
        QVERIFY(card.correctedBy == corrected->reading);
        const auto typed = cardOf(corrected->reading);
        QVERIFY(typed.origin == Origin::Actual);
        QCOMPARE(typed.dial.toString() + u' ' + typed.unit, QStringLiteral("109.00 m3"));
        QCOMPARE(typed.past.size(), std::size_t(1));
        // 9 x 2.70.
        QCOMPARE(town().draft(town().book("01")).total.toString(), QStringLiteral("24.30"));
        QCOMPARE(violations(), 0);
    }

    void aTypedDialThatIsDoubtfulWaitsItself() {
        report(1, "99.00");
        const auto corrected = correct(waiting(), "98.00");
        VERIFY_OK(corrected);
        QCOMPARE(corrected->doubts.names(), QStringList{QStringLiteral("lower-than-previous")});
        QVERIFY(waiting() == corrected->reading);
        // And is corrected in turn, on another day.
        town().moveTo(town().today().addDays(1));
        const auto again = correct(corrected->reading, "109.00");
        VERIFY_OK(again);
        QVERIFY(!again->doubts.any());
        QVERIFY(services::readingExceptions(as(Person::Supervisor), {})->empty());
    }

    void whatCannotBeCorrectedIsRefused() {
        report(1, "99.00");
        report(3, "99.00");
        const ReadingId wrong = waiting();
        QVERIFY(correct(wrong, "109.00", " ").failedWith(ReadingError::NoteMissing));
        QVERIFY(correct(wrong, "-1").failedWith(RegistryError::BadRow));
        QVERIFY(correct(wrong, "100000").failedWith(RegistryError::BadRow));
        QVERIFY(correct(ReadingId::fromRaw(7), "109.00").failedWith(ReadingError::UnknownReading));
        QVERIFY(services::correctReading(as(Person::Reader), {wrong, *Decimal::parse(u"109"), QStringLiteral("x")})
                    .failedWith(SecurityError::NotAllowed));
        VERIFY_OK(correct(wrong, "109.00"));
        QVERIFY(correct(wrong, "109.00").failedWith(ReadingError::Superseded));
        // Home 3 with the same dial on the same day is another correction.
        const ReadingId other = waiting();
        VERIFY_OK(services::decideReading(as(Person::Supervisor), other, Decision::Accepted, {}));
        issueFirstBook();
        QVERIFY(cardOf(other).billed);
        QVERIFY(correct(other, "109.00").failedWith(ReadingError::BilledAlready));
        QVERIFY(services::readingCard(as(Person::Engineer), other).failedWith(SecurityError::NotAllowed));
    }
};
METERHALL_TEST_CASE(ReadingReviewTest)

#include "reading_review_test.moc"
