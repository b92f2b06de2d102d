#include "core/services/fill.h"

#include "core/services/inside/personal_data.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/reading_store.h"
#include "core/storage/registry_bulk.h"

#include <QHash>

namespace meterhall::services {

using storage::BulkHome;
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
        std::vector<BulkHome> homes;
        homes.reserve(std::size_t(end - first));
        for (std::int64_t number = first; number < end; ++number) {
            const ArchivedAccount entry = m_archive.account(number);
            MH_TRY(BulkHome home, homeOf(entry));
            if (m_archive.searchable)
                MH_CHECK(addTokens(entry, home.account.id, tokens));
            m_meters.push_back(home.meter.id);
            homes.push_back(std::move(home));
        }
        MH_TRY(auto work, beginUnit(m_session, Service::ImportArchive));
        MH_CHECK(storage::insertHomes(work, homes));
        return work.commit();
    }

    Result<BulkHome> homeOf(const ArchivedAccount& entry) {
        const auto book = m_books.constFind(entry.bookNumber);
        if (book == m_books.constEnd())
            return Error(RegistryError::UnknownBook, {entry.bookNumber});
        Customer customer = entry.customer;
        customer.id = nextId<CustomerTag>(m_session);
        MH_TRY(auto sealed, sealCustomer(m_session, customer));
        const Premise premise{nextId<PremiseTag>(m_session), entry.address, entry.premiseCode};
        const ServicePoint place{nextId<ServicePointTag>(m_session), premise.id, entry.commodity, *book,
                                 entry.sequence};
        const Account account{.id = nextId<AccountTag>(m_session),
                              .number = entry.number,
                              .customer = customer.id,
                              .servicePoint = place.id,
                              .legalEntity = m_entity,
                              .commodity = entry.commodity,
                              .useClass = entry.useClass,
                              .householdSize = entry.householdSize,
                              .tariffCode = m_archive.tariffCode};
        const Meter meter = meterOf(entry);
        const Installation installation{nextId<InstallationTag>(m_session), meter.id, place.id, entry.meter.installed,
                                        Decimal{entry.meter.startDialMicro, 6}};
        const AccountOpening opening{.account = account.id,
                                     .meter = meter.id,
                                     .readOn = entry.previousReadOn,
                                     .dialMicro = entry.previousDialMicro,
                                     .ladderFrom = entry.ladderFrom,
                                     .ladderMicro = entry.ladderUseMicro};
        return BulkHome{std::move(sealed), premise, place, account, meter, installation, opening};
    }

    Meter meterOf(const ArchivedAccount& entry) {
        const ArchivedMeter& archived = entry.meter;
        return {.id = nextId<MeterTag>(m_session),
                .number = archived.number,
                .commodity = entry.commodity,
                .digits = archived.digits,
                .multiplierMicro = archived.multiplierMicro,
                .protocol = archived.protocol,
                .deviceAddress = archived.deviceAddress,
                .profile = archived.profile,
                .terminal = archived.terminal,
                .port = archived.port};
    }

    Result<void> addTokens(const ArchivedAccount& entry, AccountId account, TokenBulk& tokens) {
        MH_TRY(const auto phone, phoneTokens(m_session, entry.customer.phone));
        for (const auto& some : {nameTokens(entry.customer.name), addressTokens(entry.address), phone})
            for (const SearchToken& token : some)
                tokens.add(account, token);
        tokens.add(account, accountToken(entry.number));
        tokens.add(account, meterToken(entry.meter.number));
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
