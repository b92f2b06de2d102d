// As-you-type search at the counter: every typed character is a query, and its answer must be there before the next one
// is typed, also while a billing run issues. The floor is a prepared statement of the C library for as many rows of the
// same columns, found by account number.
//
// --customers N (1,000,000); --engine sqlite|postgresql measures one of them.

#include "app/cli/seed/invented_town.h"
#include "core/registry/search_tokens.h"
#include "core/services/customers.h"
#include "tests/bench/bench.h"
#include "tests/bench/bench_place.h"
#include "tests/bench/issuing_run.h"
#include "tests/bench/plain_accounts.h"

#include <algorithm>
#include <random>

namespace meterhall::bench {

namespace {

METERHALL_ERRORS(SearchBenchError, "search-bench", BadOption, NothingIssued)

constexpr int shownRows = 20;
constexpr int typedWords = 300;
constexpr int defaultCustomers = 1'000'000;
constexpr double mostMilliseconds = 50;
const Date townFirstRead = *Date::of(2026, 1, 25);

/// What a counter types, by the query mix of the contract: 10 % one character, 30 % names of two characters, 15 % of
/// three, 15 % pinyin initials, 10 % phone, 10 % a piece of an address, 10 % an account or meter number; of all, 30 %
/// are of nobody.
class Typist {
public:
    explicit Typist(int customers)
        : m_town(customers, townFirstRead)
        , m_customers(customers) {}

    QString word() {
        const int kind = below(100);
        const bool nobody = below(100) < 30;
        const ArchivedAccount account = m_town.account(below(m_customers));
        const QString& name = account.customer.name;
        if (kind < 10)
            return nobody ? QStringLiteral("龘") : name.mid(below(int(name.size())), 1);
        if (kind < 40)
            return nobody ? name.left(1) + QStringLiteral("龘") : personNamedWith(2).customer.name;
        if (kind < 55)
            return nobody ? name.left(2) + QStringLiteral("龘") : personNamedWith(3).customer.name;
        if (kind < 70)
            return nobody ? QStringLiteral("vvq") : initialsOf(name);
        if (kind < 80)
            return nobody ? QStringLiteral("1990000%1").arg(1000 + below(9000)) : account.customer.phone;
        if (kind < 90)
            return nobody ? account.address.left(2) + QStringLiteral("龘街") : account.address.mid(below(4), 6);
        const QString number = below(2) == 0 ? account.number : account.meter.number;
        return nobody ? QStringLiteral("99") + number.mid(2) : number;
    }

    /// Somebody whose name has so many characters.
    ArchivedAccount personNamedWith(int characters) {
        for (;;) {
            ArchivedAccount person = m_town.account(below(m_customers));
            if (person.customer.name.size() == characters)
                return person;
        }
    }

private:
    int below(int limit) { return int(m_random() % std::uint64_t(limit)); }
    static QString initialsOf(const QString& name) {
        QString initials;
        for (const QString& syllable : pinyinOf(name))
            initials += syllable.left(1);
        return initials;
    }

    app::InventedTown m_town;
    int m_customers;
    std::mt19937_64 m_random{20261120};
};

/// Milliseconds each prefix of each word took.
Result<std::vector<double>> typing(services::Session& session, const QStringList& words) {
    std::vector<double> times;
    for (const QString& word : words) {
        for (qsizetype size = 1; size <= word.size(); ++size) {
            Result<void> asked;
            times.push_back(1000 * secondsOf([&] {
                                auto found = services::findAccounts(session, word.left(size), shownRows);
                                if (!found.ok())
                                    asked = std::move(found).error();
                            }));
            MH_CHECK(std::move(asked));
        }
    }
    return times;
}

/// How many of 100 people with a name of two characters are among those found under it.
Result<double> foundByName(services::Session& session, Typist& typist) {
    constexpr int people = 100;
    constexpr int all = 5'000;
    int found = 0;
    for (int person = 0; person < people; ++person) {
        const ArchivedAccount account = typist.personNamedWith(2);
        MH_TRY(const auto rows, services::findAccounts(session, account.customer.name, all));
        found += std::any_of(rows.begin(), rows.end(),
                             [&](const auto& row) { return row.account.number == account.number; });
    }
    return 100.0 * found / people;
}

/// Milliseconds at the 95th percentile of as many look-ups by number.
Result<double> plainP95(const BenchPlace& place, int customers, std::size_t count) {
    MH_TRY(const auto plain, PlainAccounts::open(place));
    std::vector<double> times;
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t number = 3'100'000'000 + std::int64_t(i) * 7919 % customers;
        bool found = false;
        times.push_back(1000 * secondsOf([&] { found = plain->from(QByteArray::number(number)) > 0; }));
        if (!found)
            return Error(SearchBenchError::BadOption, {plain->why()});
    }
    return percentile95(std::move(times));
}

Result<Figures> searchOn(bool sqlite, int customers) {
    MH_TRY(const auto place, BenchPlace::make(sqlite, {.customers = customers, .months = 1}));
    Typist typist(customers);
    QStringList words;
    for (int i = 0; i < typedWords; ++i)
        words += typist.word();
    MH_TRY(services::Session cashier, place->signIn("c01", 2));
    MH_TRY(const auto quiet, typing(cashier, words));
    MH_TRY(const double plain, plainP95(*place, customers, quiet.size()));
    MH_TRY(const double named, foundByName(cashier, typist));

    IssuingRun run(*place);
    run.waitUntilIssuing();
    const int before = run.issued();
    MH_TRY(const auto busy, typing(cashier, words));
    const int issued = run.issued() - before;
    MH_CHECK(run.end());
    if (issued == 0)
        return SearchBenchError::NothingIssued;

    const QString engine = sqlite ? QStringLiteral("SQLite") : QStringLiteral("PostgreSQL");
    const QString name = QStringLiteral("search, %1, %2 customers, ").arg(engine).arg(customers);
    const QString unit = QStringLiteral("ms");
    const Floor floor{QStringLiteral("20 accounts with their places by number, by the C library, p95"), plain};
    return Figures{
        {name + QStringLiteral("p95 while a run issues"), percentile95(busy), unit, floor,
         Goal::atMost(mostMilliseconds)},
        {name + QStringLiteral("p95 alone"), percentile95(quiet), unit, floor, Goal::atMost(mostMilliseconds)},
        {name + QStringLiteral("longest while a run issues"), *std::max_element(busy.begin(), busy.end()), unit},
        {name + QStringLiteral("bills issued meanwhile"), double(issued), QStringLiteral("bills")},
        {name + QStringLiteral("people found by a name of two characters"), named, QStringLiteral("%"), std::nullopt,
         Goal::atLeast(100)}};
}

} // namespace

Result<Figures> runSearchBench(const QStringList& options) {
    const int customers = optionOf(options, QStringLiteral("--customers"), QString::number(defaultCustomers)).toInt();
    if (customers < 1'000)
        return Error(SearchBenchError::BadOption, {QStringLiteral("--customers")});
    Figures figures;
    for (const bool sqlite : {true, false}) {
        if (!wants(options, sqlite))
            continue;
        MH_TRY(const Figures measured, searchOn(sqlite, customers));
        tell(measured);
        figures.insert(figures.end(), measured.begin(), measured.end());
    }
    return figures;
}

} // namespace meterhall::bench
