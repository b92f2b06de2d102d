#include "core/services/archive.h"

#include "core/services/inside/archived_rows.h"
#include "core/services/inside/in_groups.h"
#include "core/services/inside/personal_data.h"
#include "core/services/inside/session_inside.h"

#include <QHash>
#include <QSet>

namespace meterhall::services {

namespace {

using storage::RegistryStore;

/// A line of the file, not yet read.
struct FileLine {
    int row;
    const QByteArray* content;
};

/// What accounts refer to, by the codes of the file.
struct ArchiveHeads {
    QHash<QString, LegalEntityId> entities;
    QHash<QString, BookId> books;
    QHash<QString, Carrier> terminals;
};

Result<ArchiveHeads> readHeads(const RegistryStore& store) {
    ArchiveHeads heads;
    MH_TRY(const auto entities, store.legalEntities());
    for (const LegalEntity& entity : entities)
        heads.entities.insert(entity.code, entity.id);
    MH_TRY(const auto books, store.books());
    for (const Book& book : books)
        heads.books.insert(book.number, book.id);
    MH_TRY(const auto terminals, store.terminals());
    for (const RegisteredTerminal& terminal : terminals)
        heads.terminals.insert(terminal.name, terminal.carrier);
    return heads;
}

/// Lines that are stored together. What they name is looked up for all of them at once; a bad line is left out and
/// named, before anything is stored.
class ArchiveGroup {
public:
    ArchiveGroup(Session& session, const ImportArchiveOptions& options, ArchiveHeads heads)
        : m_session(session)
        , m_options(options)
        , m_store(session.inside().database())
        , m_heads(std::move(heads))
        , m_rows(session, &m_tokens) {}

    Result<void> take(std::span<const FileLine> lines) {
        std::vector<std::pair<FileLine, ArchiveLine>> parsed;
        parsed.reserve(lines.size());
        for (const FileLine& line : lines) {
            auto read = parseArchiveLine(*line.content);
            if (read.ok())
                parsed.emplace_back(line, std::move(*read));
            else
                refuse(line, std::move(read).error());
        }
        MH_CHECK(lookUp(parsed));
        for (const auto& [line, entry] : parsed) {
            auto isNew = std::visit([this](const auto& some) { return takeEntry(some); }, entry);
            if (isNew.ok())
                ++(*isNew ? m_result.taken : m_result.known);
            else
                refuse(line, std::move(isNew).error());
        }
        return m_result.taken > 0 ? store() : Result<void>();
    }

    const ImportResult& result() const { return m_result; }
    const ArchiveHeads& heads() const { return m_heads; }

private:
    void refuse(const FileLine& line, Error reason) {
        m_result.errors.push_back({line.row, std::move(reason), *line.content});
    }

    Result<void> lookUp(const std::vector<std::pair<FileLine, ArchiveLine>>& lines) {
        QStringList accounts;
        QStringList meters;
        QStringList customers;
        QStringList premises;
        for (const auto& [line, entry] : lines) {
            const auto* account = std::get_if<ArchivedAccount>(&entry);
            if (!account)
                continue;
            accounts += account->number;
            meters += account->meter.number;
            customers += account->customer.number;
            premises += account->premiseCode;
        }
        MH_TRY(m_accounts, m_store.knownAccounts(accounts));
        MH_TRY(m_meters, m_store.knownMeters(meters));
        MH_TRY(const auto knownCustomers, m_store.customersByNumber(customers));
        for (const storage::SealedCustomer& customer : knownCustomers)
            m_customers.insert(customer.number, customer);
        MH_TRY(const auto knownPremises, m_store.premisesByCode(premises));
        for (const Premise& premise : knownPremises)
            m_premises.insert(premise.code, premise);
        return {};
    }

    // True when it is new.
    Result<bool> takeEntry(const ArchiveHeader&) { return false; }

    Result<bool> takeEntry(const ArchivedEntity& entity) {
        if (m_heads.entities.contains(entity.code))
            return false;
        const auto id = nextId<LegalEntityTag>(m_session);
        m_heads.entities.insert(entity.code, id);
        m_newEntities.push_back({id, entity.code, entity.name});
        return true;
    }

    Result<bool> takeEntry(const ArchivedBook& book) {
        if (m_heads.books.contains(book.number))
            return false;
        const auto id = nextId<BookTag>(m_session);
        m_heads.books.insert(book.number, id);
        m_newBooks.push_back({id, book.number, book.reader});
        return true;
    }

    Result<bool> takeEntry(const RegisteredTerminal& terminal) {
        const auto known = m_heads.terminals.constFind(terminal.name);
        if (known != m_heads.terminals.constEnd() && *known != terminal.carrier)
            return Error(RegistryError::TerminalDiffers, {terminal.name, carrierCode(*known)});
        if (known != m_heads.terminals.constEnd())
            return false;
        m_heads.terminals.insert(terminal.name, terminal.carrier);
        m_newTerminals.push_back(terminal);
        return true;
    }

    Result<bool> takeEntry(const ArchivedAccount& entry) {
        if (m_accounts.contains(entry.number))
            return false;
        MH_CHECK(check(entry));
        MH_TRY(const CustomerId customer, customerOf(entry));
        MH_CHECK(m_rows.addAccount(entry, {*m_heads.entities.constFind(entry.entityCode),
                                           *m_heads.books.constFind(entry.bookNumber), customer, premiseOf(entry),
                                           tariffOf(entry)}));
        m_accounts.insert(entry.number);
        m_meters.insert(entry.meter.number);
        return true;
    }

    Result<void> check(const ArchivedAccount& entry) const {
        if (!m_heads.books.contains(entry.bookNumber))
            return Error(RegistryError::UnknownBook, {entry.bookNumber});
        if (!m_heads.entities.contains(entry.entityCode))
            return Error(RegistryError::BadRow, {QStringLiteral("legal_entity")});
        if (tariffOf(entry).isEmpty())
            return Error(RegistryError::BadRow, {QStringLiteral("tariff")});
        if (entry.previousDialMicro < 0 || entry.ladderUseMicro < 0)
            return Error(RegistryError::BadRow, {QStringLiteral("previous_reading")});
        if (m_meters.contains(entry.meter.number))
            return Error(RegistryError::AlreadyKnown, {entry.meter.number});
        if (!entry.meter.terminal.isEmpty() && !m_heads.terminals.contains(entry.meter.terminal))
            return Error(RegistryError::UnknownTerminal, {entry.meter.terminal});
        const auto premise = m_premises.constFind(entry.premiseCode);
        if (premise != m_premises.constEnd() && premise->address != entry.address)
            return Error(RegistryError::PremiseDiffers, {entry.premiseCode, premise->address});
        const auto customer = m_customers.constFind(entry.customer.number);
        return customer == m_customers.constEnd() ? Result<void>()
                                                  : checkSameCustomer(m_session, *customer, entry.customer);
    }

    QString tariffOf(const ArchivedAccount& entry) const {
        const auto usual = m_options.tariffs.find(entry.commodity);
        const bool named = !entry.tariffCode.isEmpty() || usual == m_options.tariffs.end();
        return named ? entry.tariffCode : usual->second;
    }

    Result<CustomerId> customerOf(const ArchivedAccount& entry) {
        const auto known = m_customers.constFind(entry.customer.number);
        if (known != m_customers.constEnd())
            return known->id;
        MH_TRY(const storage::SealedCustomer made, m_rows.addCustomer(entry.customer));
        m_customers.insert(made.number, made);
        return made.id;
    }

    PremiseId premiseOf(const ArchivedAccount& entry) {
        const auto known = m_premises.constFind(entry.premiseCode);
        if (known != m_premises.constEnd())
            return known->id;
        return m_premises.insert(entry.premiseCode, m_rows.addPremise(entry))->id;
    }

    // The tokens come with their accounts: whoever is known later must be found.
    Result<void> store() {
        MH_TRY(auto work, beginUnit(m_session, Service::ImportArchive));
        for (const LegalEntity& entity : m_newEntities)
            MH_CHECK(RegistryStore::insert(work, entity));
        for (const Book& book : m_newBooks)
            MH_CHECK(RegistryStore::insert(work, book));
        for (const RegisteredTerminal& terminal : m_newTerminals)
            MH_CHECK(RegistryStore::insert(work, terminal));
        MH_CHECK(m_rows.insert(work));
        m_tokens.sort();
        MH_CHECK(m_tokens.insert(work, 0, m_tokens.size()));
        return work.commit();
    }

    Session& m_session;
    const ImportArchiveOptions& m_options;
    RegistryStore m_store;
    ArchiveHeads m_heads;
    QSet<QString> m_accounts; ///< numbers that are taken
    QSet<QString> m_meters;
    QHash<QString, storage::SealedCustomer> m_customers; ///< by number, known or new
    QHash<QString, Premise> m_premises;                  ///< by code
    std::vector<LegalEntity> m_newEntities;
    std::vector<Book> m_newBooks;
    std::vector<RegisteredTerminal> m_newTerminals;
    storage::TokenBulk m_tokens;
    ArchivedRows m_rows;
    ImportResult m_result;
};

// A unit holds the writer of SQLite for less than about a second.
constexpr std::size_t linesInUnit = 2'000;

std::vector<FileLine> linesOf(const QList<QByteArray>& lines) {
    std::vector<FileLine> found;
    found.reserve(std::size_t(lines.size()));
    int row = 0;
    for (const QByteArray& content : lines) {
        ++row;
        if (!content.trimmed().isEmpty())
            found.push_back({row, &content});
    }
    return found;
}

} // namespace

Result<ImportResult> importArchive(Session& session, const QList<QByteArray>& lines,
                                   const ImportArchiveOptions& options) {
    MH_CHECK(require(session, Service::ImportArchive));
    MH_TRY(ArchiveHeads heads, readHeads(RegistryStore(session.inside().database())));
    ImportResult result;
    const auto store = [&](std::span<const FileLine> some) -> Result<void> {
        ArchiveGroup group(session, options, heads);
        MH_CHECK(group.take(some));
        heads = group.heads();
        result.taken += group.result().taken;
        result.known += group.result().known;
        result.errors.insert(result.errors.end(), group.result().errors.begin(), group.result().errors.end());
        return {};
    };
    const std::vector<FileLine> found = linesOf(lines);
    storeInGroups(std::span(found), linesInUnit, store, [&](const FileLine& line, Error reason) {
        result.errors.push_back({line.row, std::move(reason), *line.content});
    });
    return result;
}

} // namespace meterhall::services
