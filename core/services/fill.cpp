#include "core/services/fill.h"

#include "core/services/inside/archived_rows.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/reading_store.h"

#include <QHash>

namespace meterhall::services {

using storage::TokenBulk;

namespace {

// Others may work while a workplace is being filled: no unit holds the writer of SQLite for more than about a second.
constexpr std::int64_t homesInUnit = 2'000;
constexpr std::int64_t readingsInUnit = 10'000;
constexpr std::size_t tokensInUnit = 100'000;
/// So many accounts' tokens are sorted together: some 200 MB.
constexpr std::int64_t homesInSlice = 100'000;

class ArchiveFill {
public:
    ArchiveFill(Session& session, const FreshArchive& archive)
        : m_session(session)
        , m_archive(archive) {}

    Result<std::vector<MeterId>> run() {
        MH_CHECK(storeHead());
        m_meters.reserve(std::size_t(m_archive.accounts));
        for (std::int64_t first = 0; first < m_archive.accounts; first += homesInSlice)
            MH_CHECK(storeSlice(first, std::min(first + homesInSlice, m_archive.accounts)));
        return std::move(m_meters);
    }

private:
    Result<void> storeHead() {
        MH_TRY(auto work, beginUnit(m_session, Service::ImportArchive));
        const LegalEntity entity{m_entity, m_archive.entity.code, m_archive.entity.name};
        MH_CHECK(storage::RegistryStore::insert(work, entity));
        for (const ArchivedBook& book : m_archive.books) {
            const auto id = nextId<BookTag>(m_session);
            MH_CHECK(storage::RegistryStore::insert(work, Book{id, book.number, book.reader}));
            m_books.insert(book.number, id);
        }
        return work.commit();
    }

    Result<void> storeSlice(std::int64_t first, std::int64_t end) {
        TokenBulk tokens;
        for (std::int64_t from = first; from < end; from += homesInUnit)
            MH_CHECK(storeHomes(from, std::min(from + homesInUnit, end), tokens));
        tokens.sort();
        for (std::size_t from = 0; from < tokens.size(); from += tokensInUnit) {
            MH_TRY(auto work, beginUnit(m_session, Service::ImportArchive, QStringLiteral("search tokens")));
            MH_CHECK(tokens.insert(work, from, std::min(tokensInUnit, tokens.size() - from)));
            MH_CHECK(work.commit());
        }
        m_archive.progress(end);
        return {};
    }

    Result<void> storeHomes(std::int64_t first, std::int64_t end, TokenBulk& tokens) {
        ArchivedRows rows(m_session, m_archive.searchable ? &tokens : nullptr);
        for (std::int64_t number = first; number < end; ++number)
            MH_CHECK(addHome(m_archive.account(number), rows));
        MH_TRY(auto work, beginUnit(m_session, Service::ImportArchive));
        MH_CHECK(rows.insert(work));
        return work.commit();
    }

    Result<void> addHome(const ArchivedAccount& entry, ArchivedRows& rows) {
        const auto book = m_books.constFind(entry.bookNumber);
        if (book == m_books.constEnd())
            return Error(RegistryError::UnknownBook, {entry.bookNumber});
        MH_TRY(const auto customer, rows.addCustomer(entry.customer));
        const Premise premise = rows.addPremise(entry);
        MH_TRY(const MeterId meter,
               rows.addAccount(entry, {m_entity, *book, customer.id, premise.id, m_archive.tariffCode}));
        m_meters.push_back(meter);
        return {};
    }

    Session& m_session;
    const FreshArchive& m_archive;
    LegalEntityId m_entity = nextId<LegalEntityTag>(m_session);
    QHash<QString, BookId> m_books;
    std::vector<MeterId> m_meters;
};

} // namespace

Result<std::vector<MeterId>> fillArchive(Session& session, const FreshArchive& archive) {
    MH_CHECK(require(session, Service::ImportArchive));
    return ArchiveFill(session, archive).run();
}

Result<void> fillReadings(Session& session, const FreshReadings& fresh) {
    MH_CHECK(require(session, Service::StoreReadings));
    constexpr std::int64_t morning = 10LL * 3600 * 1'000'000;
    const Instant dayStart = session.zone().startOf(fresh.on);
    const Instant at = Instant::fromMicroseconds(dayStart.microseconds() + morning);
    const auto total = std::int64_t(fresh.meters.size());
    for (std::int64_t first = 0; first < total; first += readingsInUnit) {
        std::vector<Reading> readings;
        for (std::int64_t i = first; i < std::min(first + readingsInUnit, total); ++i)
            readings.push_back({.id = nextId<ReadingTag>(session),
                                .meter = fresh.meters[std::size_t(i)],
                                .registerCode = QStringLiteral("volume"),
                                .value = fresh.dial(i),
                                .unit = QStringLiteral("m3"),
                                .meterTime = at,
                                .clockTrust = ClockTrust::Plausible,
                                .receivedAt = at,
                                .receivedOn = fresh.on,
                                .origin = Origin::Actual,
                                .terminal = {},
                                .profile = {},
                                .doubts = {},
                                .frame = {},
                                .supersedes = {}});
        MH_TRY(auto work, beginUnit(session, Service::StoreReadings));
        MH_CHECK(storage::ReadingStore::insertNew(work, readings));
        MH_CHECK(work.commit());
    }
    return {};
}

} // namespace meterhall::services
