#include "core/services/archive.h"

#include "core/registry/archive_file.h"
#include "core/services/inside/personal_data.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/registry_store.h"

#include <QHash>

namespace meterhall::services {

namespace {

using storage::RegistryStore;
using storage::UnitOfWork;

/// What the file named so far and what the database knew before, by the codes the file uses.
struct KnownEntries {
    QHash<QString, LegalEntityId> entities;
    QHash<QString, BookId> books;
};

Result<KnownEntries> readKnown(Session& session) {
    const RegistryStore store(session.inside().database());
    KnownEntries known;
    MH_TRY(const auto entities, store.legalEntities());
    for (const LegalEntity& entity : entities)
        known.entities.insert(entity.code, entity.id);
    MH_TRY(const auto books, store.books());
    for (const Book& book : books)
        known.books.insert(book.number, book.id);
    return known;
}

/// Takes lines into one unit of work.
class ArchiveImport {
public:
    ArchiveImport(Session& session, const ImportArchiveOptions& options, KnownEntries known)
        : m_session(session)
        , m_options(options)
        , m_store(session.inside().database())
        , m_known(std::move(known)) {}

    const KnownEntries& known() const { return m_known; }

    /// True when something new was taken.
    Result<bool> take(const ArchiveLine& line, UnitOfWork& work) {
        return std::visit([&](const auto& entry) { return takeEntry(entry, work); }, line);
    }

private:
    Result<bool> takeEntry(const ArchiveHeader&, UnitOfWork&) { return false; }

    Result<bool> takeEntry(const RegisteredTerminal& terminal, UnitOfWork& work) {
        MH_TRY(const auto known, m_store.terminal(terminal.name));
        if (known && known->carrier != terminal.carrier)
            return Error(RegistryError::TerminalDiffers, {terminal.name, carrierCode(known->carrier)});
        if (known)
            return false;
        MH_CHECK(RegistryStore::insert(work, terminal));
        return true;
    }

    Result<bool> takeEntry(const ArchivedEntity& entity, UnitOfWork& work) {
        if (m_known.entities.contains(entity.code))
            return false;
        const auto id = nextId<LegalEntityTag>(m_session);
        MH_CHECK(RegistryStore::insert(work, LegalEntity{id, entity.code, entity.name}));
        m_known.entities.insert(entity.code, id);
        return true;
    }

    Result<bool> takeEntry(const ArchivedBook& book, UnitOfWork& work) {
        if (m_known.books.contains(book.number))
            return false;
        const auto id = nextId<BookTag>(m_session);
        MH_CHECK(RegistryStore::insert(work, Book{id, book.number, book.reader}));
        m_known.books.insert(book.number, id);
        return true;
    }

    Result<bool> takeEntry(const ArchivedAccount& entry, UnitOfWork& work) {
        MH_TRY(const auto known, m_store.accountByNumber(entry.number));
        if (known)
            return false;
        if (!m_known.books.contains(entry.bookNumber))
            return Error(RegistryError::UnknownBook, {entry.bookNumber});
        if (!m_known.entities.contains(entry.entityCode))
            return Error(RegistryError::BadRow, {QStringLiteral("legal_entity")});
        if (tariffOf(entry).isEmpty())
            return Error(RegistryError::BadRow, {QStringLiteral("tariff")});
        if (entry.previousDialMicro < 0 || entry.ladderUseMicro < 0)
            return Error(RegistryError::BadRow, {QStringLiteral("previous_reading")});
        MH_TRY(const CustomerId customer, customerOf(entry, work));
        MH_TRY(const PremiseId premise, premiseOf(entry, work));
        MH_CHECK(insertAccount(entry, customer, premise, work));
        return true;
    }

    QString tariffOf(const ArchivedAccount& entry) const {
        const auto usual = m_options.tariffs.find(entry.commodity);
        const bool named = !entry.tariffCode.isEmpty() || usual == m_options.tariffs.end();
        return named ? entry.tariffCode : usual->second;
    }

    Result<CustomerId> customerOf(const ArchivedAccount& entry, UnitOfWork& work) {
        MH_TRY(const auto known, m_store.customerByNumber(entry.customer.number));
        if (known) {
            MH_CHECK(checkSameCustomer(m_session, *known, entry.customer));
            return known->id;
        }
        Customer customer = entry.customer;
        customer.id = nextId<CustomerTag>(m_session);
        MH_TRY(const auto sealed, sealCustomer(m_session, customer));
        MH_CHECK(RegistryStore::insert(work, sealed));
        return customer.id;
    }

    Result<PremiseId> premiseOf(const ArchivedAccount& entry, UnitOfWork& work) {
        MH_TRY(const auto known, m_store.premiseByCode(entry.premiseCode));
        if (known && known->address != entry.address)
            return Error(RegistryError::PremiseDiffers, {entry.premiseCode, known->address});
        if (known)
            return known->id;
        const auto id = nextId<PremiseTag>(m_session);
        MH_CHECK(RegistryStore::insert(work, Premise{id, entry.address, entry.premiseCode}));
        return id;
    }

    Result<void> insertAccount(const ArchivedAccount& entry, CustomerId customer, PremiseId premise, UnitOfWork& work) {
        const ServicePoint place{nextId<ServicePointTag>(m_session), premise, entry.commodity,
                                 m_known.books.value(entry.bookNumber, BookId::fromRaw(0)), entry.sequence};
        MH_CHECK(RegistryStore::insert(work, place));
        const Account account{.id = nextId<AccountTag>(m_session),
                              .number = entry.number,
                              .customer = customer,
                              .servicePoint = place.id,
                              .legalEntity = m_known.entities.value(entry.entityCode, LegalEntityId::fromRaw(0)),
                              .commodity = entry.commodity,
                              .useClass = entry.useClass,
                              .householdSize = entry.householdSize,
                              .tariffCode = tariffOf(entry)};
        MH_CHECK(RegistryStore::insert(work, account));
        MH_TRY(const MeterId meter, insertMeter(entry, place.id, work));
        MH_CHECK(RegistryStore::insert(work, AccountOpening{.account = account.id,
                                                            .meter = meter,
                                                            .readOn = entry.previousReadOn,
                                                            .dialMicro = entry.previousDialMicro,
                                                            .ladderFrom = entry.ladderFrom,
                                                            .ladderMicro = entry.ladderUseMicro}));
        return insertTokens(entry, account.id, work);
    }

    Result<MeterId> insertMeter(const ArchivedAccount& entry, ServicePointId place, UnitOfWork& work) {
        const ArchivedMeter& archived = entry.meter;
        const Meter meter{.id = nextId<MeterTag>(m_session),
                          .number = archived.number,
                          .commodity = entry.commodity,
                          .digits = archived.digits,
                          .multiplierMicro = archived.multiplierMicro,
                          .protocol = archived.protocol,
                          .deviceAddress = archived.deviceAddress,
                          .profile = archived.profile,
                          .terminal = archived.terminal,
                          .port = archived.port};
        MH_CHECK(RegistryStore::insert(work, meter));
        const Installation installation{nextId<InstallationTag>(m_session), meter.id, place, archived.installed,
                                        Decimal{archived.startDialMicro, 6}};
        MH_CHECK(RegistryStore::insert(work, installation));
        return meter.id;
    }

    Result<void> insertTokens(const ArchivedAccount& entry, AccountId account, UnitOfWork& work) {
        std::vector<SearchToken> tokens = nameTokens(entry.customer.name);
        MH_TRY(const auto phone, phoneTokens(m_session, entry.customer.phone));
        for (const auto& more : {addressTokens(entry.address), phone})
            tokens.insert(tokens.end(), more.begin(), more.end());
        tokens.push_back(accountToken(entry.number));
        tokens.push_back(meterToken(entry.meter.number));
        return RegistryStore::insertTokens(work, account, tokens);
    }

    Session& m_session;
    const ImportArchiveOptions& m_options;
    RegistryStore m_store;
    KnownEntries m_known;
};

// A unit of work that failed can only be rolled back, so every row that may fail gets a unit of its own. Rows are
// tried in groups first; a group with a bad row in it is taken again row by row.
constexpr int groupSize = 200;

struct NumberedLine {
    int row;
    QByteArray content;
    ArchiveLine line;
};

struct GroupResult {
    int taken = 0;
    KnownEntries known;
};

Result<GroupResult> takeGroup(Session& session, const ImportArchiveOptions& options, const KnownEntries& known,
                              std::span<const NumberedLine> group) {
    ArchiveImport import(session, options, known);
    MH_TRY(auto work, beginUnit(session, Service::ImportArchive));
    int taken = 0;
    for (const NumberedLine& line : group) {
        MH_TRY(const bool isNew, import.take(line.line, work));
        taken += isNew ? 1 : 0;
    }
    MH_CHECK(work.commit());
    return GroupResult{taken, import.known()};
}

std::vector<NumberedLine> parseLines(const QList<QByteArray>& lines, ImportResult& result) {
    std::vector<NumberedLine> parsed;
    int row = 0;
    for (const QByteArray& content : lines) {
        ++row;
        if (content.trimmed().isEmpty())
            continue;
        auto line = parseArchiveLine(content);
        if (line.ok())
            parsed.push_back({row, content, std::move(*line)});
        else
            result.errors.push_back({row, std::move(line).error(), content});
    }
    return parsed;
}

} // namespace

Result<ImportResult> importArchive(Session& session, const QList<QByteArray>& lines,
                                   const ImportArchiveOptions& options) {
    MH_CHECK(require(session, Service::ImportArchive));
    ImportResult result;
    const std::vector<NumberedLine> parsed = parseLines(lines, result);
    MH_TRY(KnownEntries known, readKnown(session));
    const auto take = [&](std::span<const NumberedLine> group) -> Result<void> {
        MH_TRY(GroupResult done, takeGroup(session, options, known, group));
        known = std::move(done.known);
        result.taken += done.taken;
        result.known += int(group.size()) - done.taken;
        return {};
    };
    for (std::size_t first = 0; first < parsed.size(); first += groupSize) {
        const auto group = std::span(parsed).subspan(first, std::min<std::size_t>(groupSize, parsed.size() - first));
        if (take(group).ok())
            continue;
        for (std::size_t i = 0; i < group.size(); ++i) {
            auto one = take(group.subspan(i, 1));
            if (!one.ok())
                result.errors.push_back({group[i].row, std::move(one).error(), group[i].content});
        }
    }
    return result;
}

} // namespace meterhall::services
