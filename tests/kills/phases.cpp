#include "tests/kills/phases.h"

#include "core/services/billing_run.h"
#include "core/services/counter.h"
#include "core/services/day_close.h"
#include "core/services/ingest.h"
#include "core/services/reading_work.h"
#include "core/storage/billing_store.h"
#include "core/storage/ledger_store.h"

#include <unistd.h>

namespace meterhall::tests {

using Person = KillTown::Person;
using storage::BillingRun;
using storage::BillingStore;
using storage::LedgerStore;
using storage::RunState;

void say(const char* word, const QStringList& keys) {
    const QByteArray line = (QStringList{QString::fromLatin1(word)} + keys).join(u' ').toUtf8() + '\n';
    if (::write(STDOUT_FILENO, line.constData(), std::size_t(line.size())) != line.size())
        giveUp("telling", QString::fromUtf8(line));
}

namespace {

// What fits into one write to a pipe (PIPE_BUF) is not torn; a key of a reading has about 36 characters.
constexpr std::size_t reportsPerUnit = 8;

Money yuan(std::int64_t minor) {
    return Money::ofMinor(minor, Currency::cny());
}

QString keyOf(const MeterReport& report) {
    return QStringLiteral("r:%1:%2").arg(report.deviceAddress).arg(report.meterTime->microseconds());
}

/// The reports of some meters, as one unit; how many were stored before.
std::int64_t ingestReports(KillTown& town, const std::vector<MeterReport>& reports) {
    const auto result = must(services::ingest(town.session(Person::Reader), reports), "reading");
    if (result.strangers > 0 || result.doubtful > 0)
        giveUp("reading", QStringLiteral("a meter is a stranger or in doubt"));
    return result.known;
}

/// All meters report; what was stored before is told as such.
void ingestAll(KillTown& town) {
    const auto& meters = town.meters();
    for (std::size_t first = 0; first < meters.size(); first += reportsPerUnit) {
        town.tick();
        std::vector<MeterReport> reports;
        QStringList keys;
        for (std::size_t i = first; i < std::min(first + reportsPerUnit, meters.size()); ++i) {
            reports.push_back(town.report(meters[i]));
            keys += keyOf(reports.back());
        }
        const auto known = ingestReports(town, reports);
        say("ack", keys);
        if (known > 0)
            say("again", {QStringLiteral("r:%1").arg(known)});
    }
}

void finishRun(KillTown& town, std::int64_t run) {
    town.tick();
    must(services::finishReadingRun(town.session(Person::Supervisor), run, {}), "reading run");
    say("ack", {QStringLiteral("f:%1").arg(run)});
}

AccountingMonth monthOf(const KillTown& town) {
    return AccountingMonth::containing(town.today());
}

std::optional<BillingRun> runOf(KillTown& town, BookId book) {
    auto found = must(town.behindTheServices().maybe(
                          "SELECT number, state FROM billing_run WHERE book_id = ? AND accounting_month = ? "
                          "ORDER BY number DESC LIMIT 1",
                          {book, monthOf(town).number()},
                          [](const storage::Row& row) { return std::pair(row.integer(0), row.get<RunState>(1)); }),
                      "run");
    if (!found)
        return std::nullopt;
    return must(BillingStore(town.behindTheServices()).run(found->first), "run");
}

std::int64_t draft(KillTown& town, BookId book) {
    const Instant at = town.tick();
    const auto summary = must(services::draftBills(town.session(Person::Drafter), book, monthOf(town)), "drafting");
    if (!summary.held.empty())
        giveUp("drafting", QStringLiteral("an account is held: ") + summary.held.begin()->first);
    say("ack", {QStringLiteral("d:%1:%2:%3:%4")
                    .arg(summary.run)
                    .arg(at.microseconds())
                    .arg(summary.total.minor())
                    .arg(summary.billable)});
    return summary.run;
}

void check(KillTown& town, std::int64_t run) {
    town.tick();
    must(services::checkBills(town.session(Person::Checker), run), "checking");
}

/// Issues one chunk after the other. What a chunk issued are the next accounts of the run, whose bills bear the ids of
/// their drafts.
void issue(KillTown& town, std::int64_t run) {
    constexpr std::size_t billsPerLine = 50;
    for (bool finished = false; !finished;) {
        const auto waiting = must(BillingStore(town.behindTheServices()).unissued(run), "drafts");
        town.tick();
        const auto result = must(services::issueBills(town.session(Person::Drafter), run, 1), "issuing");
        if (!result.refused.empty() || std::size_t(result.issued) > waiting.size())
            giveUp("issuing", QStringLiteral("an account was refused"));
        QStringList keys;
        for (std::size_t i = 0; i < std::size_t(result.issued); ++i)
            keys += QStringLiteral("b:%1").arg(idInRun<BillTag>(run, waiting[i].ordinal).raw());
        for (qsizetype first = 0; first < keys.size(); first += billsPerLine)
            say("ack", keys.mid(first, billsPerLine));
        finished = result.finished;
    }
    say("ack", {QStringLiteral("i:%1").arg(run)});
}

/// Everything up to the issue, of the books that have not come so far yet.
void prepareMonth(KillTown& town) {
    ingestAll(town);
    for (const BookId book : town.books()) {
        const auto run = runOf(town, book);
        if (!run || run->state == RunState::Drafted)
            check(town, draft(town, book));
    }
}

std::int64_t openedShift(KillTown& town, Person cashier) {
    static constexpr std::int64_t papersPerShift = 1'000'000;
    const auto open = must(LedgerStore(town.behindTheServices()).openShiftAt(town.session(cashier).seat()), "shift");
    if (open)
        return open->id.raw();
    town.tick();
    const std::int64_t papers = (std::int64_t(town.today().number()) * 16 + std::int64_t(cashier)) * papersPerShift;
    const auto shift = must(
        services::openShift(town.session(cashier), {yuan(50'000), papers + 1, papers + papersPerShift - 1}), "shift");
    return shift.raw();
}

void pay(KillTown& town, Person cashier, const Payment& payment) {
    town.tick();
    say("try", {payment.toString()});
    const auto result =
        must(services::takePayment(town.session(cashier), {.key = payment.key,
                                                           .accounts = town.accountsOfHome(payment.home),
                                                           .toPay = yuan(payment.minor),
                                                           .received = yuan(payment.minor + 100)}),
             "payment");
    say(result.alreadyDone ? "again" : "ack", {payment.toString()});
}

/// Small sums, so that one home's bills last for some time, and then it pays ahead.
Payment nextPayment(KillTown& town, Person cashier, int number) {
    return {town.session(cashier).newKey(), number * 3 % town.homes() + 1, 100 + number % 900};
}

constexpr std::array cashiers{Person::Cashier, Person::SecondCashier};

/// Every step is asked for twice: it is done once, and then it says so.
template <class Step>
void once(const QString& key, std::initializer_list<ErrorCode> alreadyDone, const Step& step) {
    auto done = step();
    if (done.ok())
        say("ack", {key});
    else if (std::ranges::find(alreadyDone, done.error().code()) != alreadyDone.end())
        say("again", {key});
    else
        giveUp("closing", done.error().toString());
}

void count(KillTown& town, Person cashier, std::int64_t shift) {
    town.tick();
    once(QStringLiteral("n:%1").arg(shift), {LedgerError::AlreadyCounted, LedgerError::ShiftNotOpen}, [&] {
        return services::countDrawer(town.session(cashier), {{10'000, 5}});
    });
}

void closeOneShift(KillTown& town, std::int64_t shift) {
    town.tick();
    once(QStringLiteral("s:%1").arg(shift), {LedgerError::ShiftNotOpen}, [&] {
        return services::closeShift(town.session(Person::Lead), ShiftId::fromRaw(shift), QStringLiteral("short"));
    });
}

void closeTheDay(KillTown& town) {
    town.tick();
    once(QStringLiteral("c:%1").arg(town.today().number()), {LedgerError::DayClosed},
         [&] { return services::closeDay(town.session(Person::Lead), town.today()); });
}

} // namespace

QString Payment::toString() const {
    return QStringLiteral("p:%1:%2:%3").arg(key).arg(home).arg(minor);
}

Payment Payment::parse(const QString& text) {
    const QStringList parts = text.split(u':');
    if (parts.size() != 4)
        giveUp("payment", text);
    return {parts[1].toLongLong(), parts[2].toInt(), parts[3].toLongLong()};
}

void readUntilKilled(KillTown& town) {
    for (;; town.moveTo(town.today().addDays(1))) {
        town.tick();
        const auto run = must(services::startReadingRun(town.session(Person::Supervisor), {}), "reading run").run;
        say("phase");
        ingestAll(town);
        finishRun(town, run);
        say("rest");
    }
}

void finishReading(KillTown& town) {
    ingestAll(town);
    const auto open = must(town.behindTheServices().all("SELECT id FROM reading_run WHERE state = 1", {},
                                                        [](const storage::Row& row) { return row.integer(0); }),
                           "reading runs");
    for (const std::int64_t run : open)
        finishRun(town, run);
}

void readAll(KillTown& town) {
    constexpr std::size_t atOnce = 500;
    std::vector<MeterReport> reports;
    for (const KillTown::Meter& meter : town.meters()) {
        reports.push_back(town.report(meter));
        if (reports.size() < atOnce)
            continue;
        ingestReports(town, reports);
        reports.clear();
    }
    ingestReports(town, reports);
}

void billTheMonth(KillTown& town) {
    town.session(Person::Drafter);
    town.session(Person::Checker);
    say("phase");
    for (const BookId book : town.books()) {
        auto run = runOf(town, book);
        if (!run || run->state == RunState::Drafted) {
            check(town, run ? run->number : draft(town, book));
            run = runOf(town, book);
        }
        if (run->state != RunState::Issued)
            must(services::issueBills(town.session(Person::Drafter), run->number), "issuing");
    }
}

void draftUntilKilled(KillTown& town) {
    ingestAll(town);
    const auto books = town.books();
    say("phase");
    for (;;) {
        for (const BookId book : books)
            draft(town, book);
    }
}

void issueUntilKilled(KillTown& town) {
    for (;; town.moveTo(town.today().addMonths(1))) {
        prepareMonth(town);
        say("phase");
        for (const BookId book : town.books())
            issue(town, runOf(town, book)->number);
        say("rest");
    }
}

void finishMonth(KillTown& town) {
    prepareMonth(town);
    for (const BookId book : town.books()) {
        const auto run = runOf(town, book);
        issue(town, run->number);
        const auto again = must(services::issueBills(town.session(Person::Drafter), run->number), "issuing");
        if (again.issued == 0 && again.finished)
            say("again", {QStringLiteral("i:%1").arg(run->number)});
    }
}

void payUntilKilled(KillTown& town) {
    openedShift(town, Person::Cashier);
    say("phase");
    for (int number = int(town.tick().microseconds() / 1000 % 1000);; ++number)
        pay(town, Person::Cashier, nextPayment(town, Person::Cashier, number));
}

void finishPayments(KillTown& town, const std::vector<Payment>& askedBefore) {
    openedShift(town, Person::Cashier);
    for (const Payment& payment : askedBefore)
        pay(town, Person::Cashier, payment);
    // Life goes on, with a key that nobody had before.
    pay(town, Person::Cashier, nextPayment(town, Person::Cashier, 1));
}

void closeUntilKilled(KillTown& town) {
    for (;; town.moveTo(town.today().addDays(1))) {
        std::vector<std::int64_t> shifts;
        for (const Person cashier : cashiers) {
            shifts.push_back(openedShift(town, cashier));
            pay(town, cashier, nextPayment(town, cashier, town.today().number() % 100));
        }
        say("phase");
        for (std::size_t i = 0; i < shifts.size(); ++i)
            count(town, cashiers[i], shifts[i]);
        for (const std::int64_t shift : shifts)
            closeOneShift(town, shift);
        closeTheDay(town);
        say("rest");
    }
}

void finishDay(KillTown& town) {
    std::vector<std::int64_t> shifts;
    for (const Shift& shift : must(LedgerStore(town.behindTheServices()).shiftsOfDay(town.today()), "shifts"))
        shifts.push_back(shift.id.raw());
    for (int time = 0; time < 2; ++time) {
        for (const Person cashier : cashiers) {
            const auto open =
                must(LedgerStore(town.behindTheServices()).openShiftAt(town.session(cashier).seat()), "shift");
            if (open)
                count(town, cashier, open->id.raw());
        }
        for (const std::int64_t shift : shifts)
            closeOneShift(town, shift);
        closeTheDay(town);
    }
}

} // namespace meterhall::tests
