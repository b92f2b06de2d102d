#include "core/storage/registry_store.h"

#include "core/storage/many_ids.h"
#include "core/storage/many_texts.h"
#include "core/storage/plain_rows.h"
#include "core/storage/postgres_array.h"

#include <unordered_map>

namespace meterhall::storage {

namespace {

constexpr const char* billedAccountColumns =
    "a.id, a.number, a.customer_id, a.service_point_id, a.legal_entity_id, a.commodity, a.use_class, "
    "a.household_size, a.tariff_code, "
    "(SELECT COUNT(*) FROM account_terms t WHERE t.account_id = a.id), "
    "(SELECT COUNT(*) FROM account_transfer h WHERE h.account_id = a.id), "
    "(SELECT e.on_day FROM account_closing e WHERE e.account_id = a.id), "
    "(SELECT COUNT(*) FROM use_share u WHERE u.service_point_id = a.service_point_id), "
    "(SELECT COUNT(*) FROM account_suspension w WHERE w.account_id = a.id), "
    "(SELECT COUNT(*) FROM loss_share l WHERE l.account_id = a.id OR l.service_point_id = a.service_point_id)";
constexpr int billedAccountColumnCount = 15;

/// `from`: the table account as a, or ids before it.
std::string billedAccountQuery(const std::string& from) {
    return std::string("SELECT ") + billedAccountColumns + " FROM " + from;
}

BilledAccount billedAccountRow(const Row& row) {
    return {.account = {.id = row.get<AccountId>(0),
                        .number = row.text(1),
                        .customer = row.get<CustomerId>(2),
                        .servicePoint = row.get<ServicePointId>(3),
                        .legalEntity = row.get<LegalEntityId>(4),
                        .commodity = row.get<Commodity>(5),
                        .useClass = row.get<UseClass>(6),
                        .householdSize = row.get<int>(7),
                        .tariffCode = row.text(8)},
            .words = row.get<int>(9),
            .transfers = row.get<int>(10),
            .closedOn = row.get<std::optional<Date>>(11),
            .sharings = row.get<int>(12),
            .suspensions = row.get<int>(13),
            .losses = row.get<int>(14)};
}

/// `from` as before.
std::string accountQuery(const std::string& from) {
    return std::string("SELECT ") + billedAccountColumns +
           ", c.name, p.address, b.number, s.sequence, c.number, p.code FROM " + from +
           " JOIN customer c ON c.id = a.customer_id JOIN service_point s ON s.id = a.service_point_id "
           "JOIN premise p ON p.id = s.premise_id JOIN book b ON b.id = s.book_id ";
}

AccountRow accountRow(const Row& row) {
    constexpr int own = billedAccountColumnCount;
    return {billedAccountRow(row), row.text(own),     row.text(own + 1), row.text(own + 2),
            row.get<int>(own + 3), row.text(own + 4), row.text(own + 5)};
}

constexpr const char* meterColumns = "m.id, m.number, m.commodity, m.digits, m.multiplier_micro, m.protocol, "
                                     "m.device_address, m.profile, m.terminal, m.port";

Meter meterFrom(const Row& row, int first) {
    return {.id = row.get<MeterId>(first),
            .number = row.text(first + 1),
            .commodity = row.get<Commodity>(first + 2),
            .digits = row.get<int>(first + 3),
            .multiplierMicro = row.integer(first + 4),
            .protocol = row.text(first + 5),
            .deviceAddress = row.text(first + 6),
            .profile = row.text(first + 7),
            .terminal = row.text(first + 8),
            .port = row.get<int>(first + 9)};
}

constexpr int meterColumnCount = 10;
constexpr int dialDecimals = 6;

Decimal dialOf(std::int64_t micro) {
    return {micro, dialDecimals};
}

Installation installationFrom(const Row& row, int first) {
    return {.id = row.get<InstallationId>(first),
            .meter = row.get<MeterId>(first + 1),
            .servicePoint = row.get<ServicePointId>(first + 2),
            .from = row.get<Date>(first + 3),
            .startDial = dialOf(row.integer(first + 4))};
}

std::string installedMeterQuery(const char* condition) {
    return std::string("SELECT ") + meterColumns +
           ", i.id, i.meter_id, i.service_point_id, i.from_day, i.start_dial_micro, a.id, s.book_id "
           "FROM meter m JOIN installation i ON i.meter_id = m.id "
           "JOIN service_point s ON s.id = i.service_point_id JOIN account a ON a.service_point_id = s.id "
           "WHERE NOT EXISTS (SELECT 1 FROM removal r WHERE r.installation_id = i.id) AND " +
           firstAtPlace + condition;
}

InstalledMeter installedMeterRow(const Row& row) {
    constexpr int installation = meterColumnCount;
    return {meterFrom(row, 0), installationFrom(row, installation), row.get<AccountId>(installation + 5),
            row.get<BookId>(installation + 6)};
}

} // namespace

Result<std::vector<LegalEntity>> RegistryStore::legalEntities() const {
    return m_database.all("SELECT id, code, name FROM legal_entity ORDER BY code", {}, [](const Row& row) {
        return LegalEntity{row.get<LegalEntityId>(0), row.text(1), row.text(2)};
    });
}

namespace {
Book bookRow(const Row& row) {
    return {row.get<BookId>(0), row.text(1), row.text(2)};
}
} // namespace

Result<std::vector<Book>> RegistryStore::books() const {
    return m_database.all("SELECT id, number, reader FROM book ORDER BY number", {}, bookRow);
}

Result<std::optional<Book>> RegistryStore::bookByNumber(const QString& number) const {
    return m_database.maybe("SELECT id, number, reader FROM book WHERE number = ?", {number}, bookRow);
}

Result<std::vector<AccountRow>> RegistryStore::accounts(const std::string& condition, const Values& values) const {
    return m_database.all(accountQuery("account a") + condition, values, accountRow);
}

namespace {
Result<std::optional<AccountRow>> atMostOne(Result<std::vector<AccountRow>> rows) {
    if (!rows.ok())
        return std::move(rows).error();
    return rows->empty() ? std::optional<AccountRow>() : std::optional<AccountRow>(rows->front());
}
} // namespace

Result<std::optional<AccountRow>> RegistryStore::accountByNumber(const QString& number) const {
    return atMostOne(accounts("WHERE a.number = ?", {number}));
}

Result<std::optional<AccountRow>> RegistryStore::accountById(AccountId id) const {
    return atMostOne(accounts("WHERE a.id = ?", {id}));
}

Result<std::vector<AccountRow>> RegistryStore::accountsById(std::span<const AccountId> ids) const {
    return m_database.all(accountQuery(idRows(m_database) + " CROSS JOIN account a") + "WHERE a.id = n.value",
                          {idsFor(m_database, ids)}, accountRow);
}

Result<std::vector<BilledAccount>> RegistryStore::billedAccounts(std::span<const AccountId> ids) const {
    return m_database.all(billedAccountQuery(idRows(m_database) + " CROSS JOIN account a WHERE a.id = n.value"),
                          {idsFor(m_database, ids)}, billedAccountRow);
}

Result<std::vector<BilledAccount>> RegistryStore::billedAccountsOf(BookId book) const {
    return m_database.all(billedAccountQuery("service_point s JOIN account a ON a.service_point_id = s.id "
                                             "WHERE s.book_id = ? ORDER BY s.sequence, a.id"),
                          {book}, billedAccountRow);
}

Result<std::vector<AccountRow>> RegistryStore::accountsOfCustomer(CustomerId customer) const {
    return accounts("WHERE a.customer_id = ? ORDER BY a.number", {customer});
}

Result<std::vector<AccountId>> RegistryStore::accountsAt(ServicePointId servicePoint) const {
    return m_database.all("SELECT id FROM account WHERE service_point_id = ? ORDER BY id", {servicePoint},
                          [](const Row& row) { return row.get<AccountId>(0); });
}

namespace {
SealedCustomer sealedCustomerFrom(const Row& row) {
    return {row.get<CustomerId>(0), row.text(1), row.bytes(2), row.bytes(3), row.text(4)};
}
} // namespace

Result<SealedCustomer> RegistryStore::customer(CustomerId id) const {
    return m_database.one("SELECT id, name, phone_sealed, identity_sealed, number FROM customer WHERE id = ?", {id},
                          sealedCustomerFrom);
}

Result<std::vector<SealedCustomer>> RegistryStore::customersByNumber(const QStringList& numbers) const {
    return m_database.all("SELECT id, name, phone_sealed, identity_sealed, number FROM customer WHERE " +
                              isAmong(m_database, "number"),
                          {textsFor(m_database, numbers)}, sealedCustomerFrom);
}

Result<std::vector<Premise>> RegistryStore::premisesByCode(const QStringList& codes) const {
    return m_database.all("SELECT id, address, code FROM premise WHERE " + isAmong(m_database, "code"),
                          {textsFor(m_database, codes)}, [](const Row& row) {
                              return Premise{row.get<PremiseId>(0), row.text(1), row.text(2)};
                          });
}

Result<QSet<QString>> RegistryStore::knownTexts(const std::string& query, const QStringList& texts) const {
    QSet<QString> known;
    MH_CHECK(m_database.each(query, {textsFor(m_database, texts)}, [&](const Row& row) -> Result<void> {
        known.insert(row.text(0));
        return {};
    }));
    return known;
}

Result<QSet<QString>> RegistryStore::knownAccounts(const QStringList& numbers) const {
    return knownTexts("SELECT number FROM account WHERE " + isAmong(m_database, "number"), numbers);
}

Result<QSet<QString>> RegistryStore::knownMeters(const QStringList& numbers) const {
    return knownTexts("SELECT number FROM meter WHERE " + isAmong(m_database, "number"), numbers);
}

Result<std::vector<InstalledMeter>> RegistryStore::installedMeters(std::optional<BookId> book) const {
    if (book)
        return m_database.all(installedMeterQuery("AND s.book_id = ? ORDER BY s.sequence, m.id"), {*book},
                              installedMeterRow);
    return m_database.all(installedMeterQuery("ORDER BY s.book_id, s.sequence, m.id"), {}, installedMeterRow);
}

Result<std::optional<InstalledMeter>> RegistryStore::meterBehind(const QString& protocol, const QString& terminal,
                                                                 const QString& deviceAddress) const {
    return m_database.maybe(installedMeterQuery("AND m.protocol = ? AND m.terminal = ? AND m.device_address = ?"),
                            {protocol, terminal, deviceAddress}, installedMeterRow);
}

Result<std::vector<std::optional<InstalledMeter>>>
RegistryStore::metersBehind(std::span<const DeviceKey> devices) const {
    std::vector<std::optional<InstalledMeter>> meters(devices.size());
    if (m_database.isSqlite()) {
        for (std::size_t i = 0; i < devices.size(); ++i) {
            const DeviceKey& device = devices[i];
            MH_TRY(meters[i], meterBehind(device.protocol, device.terminal, device.deviceAddress));
        }
        return meters;
    }
    PostgresArray protocols;
    PostgresArray terminals;
    PostgresArray addresses;
    for (const DeviceKey& device : devices) {
        protocols.add(device.protocol.toStdString());
        terminals.add(device.terminal.toStdString());
        addresses.add(device.deviceAddress.toStdString());
    }
    constexpr int placeColumn = meterColumnCount + 7;
    const std::string sql =
        "SELECT l.*, n.place FROM unnest(?::TEXT[], ?::TEXT[], ?::TEXT[]) WITH ORDINALITY n(protocol, terminal, "
        "address, place) CROSS JOIN LATERAL (" +
        installedMeterQuery("AND m.protocol = n.protocol AND m.terminal = n.terminal "
                            "AND m.device_address = n.address LIMIT 1") +
        ") l";
    MH_CHECK(m_database.each(sql, {protocols.text(), terminals.text(), addresses.text()},
                             [&](const Row& row) -> Result<void> {
                                 meters[std::size_t(row.integer(placeColumn)) - 1] = installedMeterRow(row);
                                 return {};
                             }));
    return meters;
}

Result<std::optional<Meter>> RegistryStore::meter(MeterId id) const {
    return m_database.maybe(std::string("SELECT ") + meterColumns + " FROM meter m WHERE m.id = ?", {id},
                            [](const Row& row) { return meterFrom(row, 0); });
}

Result<std::optional<Meter>> RegistryStore::meterByNumber(const QString& number) const {
    return m_database.maybe(std::string("SELECT ") + meterColumns + " FROM meter m WHERE m.number = ?", {number},
                            [](const Row& row) { return meterFrom(row, 0); });
}

Result<void> RegistryStore::eachAccount(const std::function<Result<void>(const AccountRow&)>& visit) const {
    return m_database.each(accountQuery("account a") + "ORDER BY b.number, s.sequence, a.id", {},
                           [&](const Row& row) { return visit(accountRow(row)); });
}

Result<void>
RegistryStore::eachMeter(const std::function<Result<void>(const Meter&, const QString& accountNumber)>& visit) const {
    const std::string sql = std::string("SELECT ") + meterColumns +
                            ", COALESCE(a.number, '') FROM meter m "
                            "LEFT JOIN installation i ON i.meter_id = m.id AND NOT EXISTS "
                            "(SELECT 1 FROM removal r WHERE r.installation_id = i.id) "
                            "LEFT JOIN account a ON a.service_point_id = i.service_point_id AND " +
                            firstAtPlace + "ORDER BY m.number";
    return m_database.each(sql, {},
                           [&](const Row& row) { return visit(meterFrom(row, 0), row.text(meterColumnCount)); });
}

Result<std::optional<InstalledMeter>> RegistryStore::installedMeter(MeterId meter) const {
    return m_database.maybe(installedMeterQuery("AND m.id = ?"), {meter}, installedMeterRow);
}

namespace {

std::string segmentQuery(const char* condition, const std::string& before = {}) {
    return std::string("SELECT i.id, i.meter_id, i.service_point_id, i.from_day, i.start_dial_micro, "
                       "r.on_day, r.end_dial_micro, ") +
           meterColumns + " FROM " + before +
           "installation i JOIN meter m ON m.id = i.meter_id "
           "LEFT JOIN removal r ON r.installation_id = i.id WHERE " +
           condition;
}

RegistryStore::Segment segmentFrom(const Row& row) {
    RegistryStore::Segment segment{installationFrom(row, 0), std::nullopt, meterFrom(row, 7)};
    if (!row.isNull(5))
        segment.removal = Removal{segment.installation.id, row.get<Date>(5), dialOf(row.integer(6))};
    return segment;
}

} // namespace

Result<std::optional<RegistryStore::Segment>> RegistryStore::segment(InstallationId installation) const {
    return m_database.maybe(segmentQuery("i.id = ?"), {installation}, segmentFrom);
}

Result<std::vector<RegistryStore::Segment>> RegistryStore::segmentsAt(ServicePointId place, Date after, Date to) const {
    return m_database.all(segmentQuery("i.service_point_id = ? AND i.from_day <= ? AND "
                                       "(r.on_day IS NULL OR r.on_day > ?) ORDER BY i.from_day, i.id"),
                          {place, to, after}, segmentFrom);
}

Result<std::vector<RegistryStore::Segment>> RegistryStore::segmentsAt(std::span<const ServicePointId> places) const {
    return m_database.all(segmentQuery("i.service_point_id = n.value ORDER BY i.service_point_id, i.from_day, i.id",
                                       idRows(m_database) + " CROSS JOIN "),
                          {idsFor(m_database, places)}, segmentFrom);
}

namespace {
RegisteredTerminal terminalFrom(const Row& row) {
    return {row.text(0), row.get<Carrier>(1)};
}
} // namespace

Result<std::vector<RegisteredTerminal>> RegistryStore::terminals() const {
    return m_database.all("SELECT name, carrier FROM terminal ORDER BY name", {}, terminalFrom);
}

Result<std::optional<RegisteredTerminal>> RegistryStore::terminal(const QString& name) const {
    return m_database.maybe("SELECT name, carrier FROM terminal WHERE name = ?", {name}, terminalFrom);
}

Result<void> RegistryStore::heard(UnitOfWork& work, const std::set<QString>& terminals) {
    const Instant aMinuteAgo = work.now() - Duration::minutes(1);
    for (const QString& terminal : terminals)
        MH_CHECK(work.execute("UPDATE terminal SET heard_at = ? WHERE name = ? "
                              "AND (heard_at IS NULL OR heard_at < ?)",
                              {work.now(), terminal, aMinuteAgo}));
    return {};
}

namespace {

std::string openingQuery(const std::string& from = "account_opening") {
    return "SELECT account_id, meter_id, read_on, dial_micro, ladder_from, ladder_micro FROM " + from + " ";
}

AccountOpening openingFrom(const Row& row) {
    return {.account = row.get<AccountId>(0),
            .meter = row.get<MeterId>(1),
            .readOn = row.get<Date>(2),
            .dialMicro = row.integer(3),
            .ladderFrom = row.get<Date>(4),
            .ladderMicro = row.integer(5)};
}

} // namespace

Result<std::optional<AccountOpening>> RegistryStore::opening(AccountId account) const {
    return m_database.maybe(openingQuery() + "WHERE account_id = ?", {account}, openingFrom);
}

Result<std::vector<std::optional<AccountOpening>>> RegistryStore::openings(std::span<const AccountId> accounts) const {
    std::vector<std::optional<AccountOpening>> openings(accounts.size());
    std::unordered_map<std::int64_t, std::size_t> places;
    for (std::size_t i = 0; i < accounts.size(); ++i)
        places.emplace(accounts[i].raw(), i);
    MH_CHECK(m_database.each(openingQuery(idRowsOf(m_database, "account_opening", "account_id")) +
                                 "WHERE account_id = n.value",
                             {idsFor(m_database, accounts)}, [&](const Row& row) -> Result<void> {
                                 const AccountOpening opening = openingFrom(row);
                                 openings[places.at(opening.account.raw())] = opening;
                                 return {};
                             }));
    return openings;
}

namespace {

/// SQL that gives the account ids of a word; every kind of every range is a piece of the token table's key. `most`
/// tokens of each piece, in the order of the key, so that nothing behind them is read.
std::string accountsOfWord(const std::vector<TokenRange>& ranges, std::optional<int> most, Values& values) {
    std::string sql;
    for (const TokenRange& range : ranges) {
        for (const TokenKind kind : range.kinds) {
            sql += sql.empty() ? "" : " UNION ";
            sql += "SELECT account_id FROM (SELECT account_id FROM search_token "
                   "WHERE kind = ? AND token >= ? AND token < ?";
            values.insert(values.end(), {kind, range.first, range.end});
            if (most) {
                sql += " ORDER BY kind, token, account_id LIMIT ?";
                values.emplace_back(*most);
            }
            sql += ") t";
        }
    }
    return sql;
}

} // namespace

// The accounts that are shown are chosen on ids and numbers alone; only they are joined with their names and places.
Result<std::vector<AccountRow>> RegistryStore::search(const std::vector<std::vector<TokenRange>>& words,
                                                      int limit) const {
    if (words.empty())
        return std::vector<AccountRow>();
    constexpr int tokensPerRow = 10;
    const std::optional<int> most = words.size() == 1 ? std::optional(tokensPerRow * limit) : std::nullopt;
    std::string condition;
    Values values;
    for (const auto& ranges : words) {
        condition += condition.empty() ? "WHERE a.id IN (SELECT id FROM account WHERE id IN (" : " AND id IN (";
        condition += accountsOfWord(ranges, most, values) + ')';
    }
    values.emplace_back(limit);
    return accounts(condition + " ORDER BY number LIMIT ?) ORDER BY a.number", values);
}

Result<void> RegistryStore::insert(UnitOfWork& work, const LegalEntity& entity) {
    return insertRow(work, "legal_entity", {"id", "code", "name"}, {entity.id, entity.code, entity.name});
}

Result<void> RegistryStore::insert(UnitOfWork& work, const Book& book) {
    return insertRow(work, "book", {"id", "number", "reader"}, {book.id, book.number, book.reader});
}

Result<void> RegistryStore::insert(UnitOfWork& work, const RegisteredTerminal& terminal) {
    return insertRow(work, "terminal", {"name", "carrier"}, {terminal.name, terminal.carrier});
}

Result<void> RegistryStore::insert(UnitOfWork& work, const SealedCustomer& customer) {
    return insertRow(work, "customer", {"id", "name", "phone_sealed", "identity_sealed", "number"},
                     {customer.id, customer.name, customer.phone, customer.identity, customer.number});
}

Result<void> RegistryStore::insert(UnitOfWork& work, const Premise& premise) {
    return insertRow(work, "premise", {"id", "address", "code"}, {premise.id, premise.address, premise.code});
}

Result<void> RegistryStore::insert(UnitOfWork& work, const ServicePoint& place) {
    return insertRow(work, "service_point", {"id", "premise_id", "commodity", "book_id", "sequence"},
                     {place.id, place.premise, place.commodity, place.book, place.sequence});
}

Result<void> RegistryStore::insert(UnitOfWork& work, const Account& account) {
    return insertRow(work, "account",
                     {"id", "number", "customer_id", "service_point_id", "legal_entity_id", "commodity", "use_class",
                      "household_size", "tariff_code"},
                     {account.id, account.number, account.customer, account.servicePoint, account.legalEntity,
                      account.commodity, account.useClass, account.householdSize, account.tariffCode});
}

Result<void> RegistryStore::insert(UnitOfWork& work, const Meter& meter) {
    if (!meter.terminal.isEmpty()) {
        MH_TRY(const auto terminal, RegistryStore(work.database()).terminal(meter.terminal));
        if (!terminal)
            return Error(RegistryError::UnknownTerminal, {meter.terminal});
    }
    return insertRow(work, "meter",
                     {"id", "number", "commodity", "digits", "multiplier_micro", "protocol", "device_address",
                      "profile", "terminal", "port"},
                     {meter.id, meter.number, meter.commodity, meter.digits, meter.multiplierMicro, meter.protocol,
                      meter.deviceAddress, meter.profile, meter.terminal, meter.port});
}

Result<void> RegistryStore::insert(UnitOfWork& work, const Installation& installation) {
    MH_TRY(const std::int64_t start, installation.startDial.scaledTo(dialDecimals));
    return work.insertGuarded(
        "installation", {"id", "meter_id", "service_point_id", "from_day", "start_dial_micro"},
        {installation.id, installation.meter, installation.servicePoint, installation.from, start});
}

Result<void> RegistryStore::insert(UnitOfWork& work, const Removal& removal) {
    MH_TRY(const std::int64_t end, removal.endDial.scaledTo(dialDecimals));
    return work.insertGuarded("removal", {"installation_id", "on_day", "end_dial_micro"},
                              {removal.installation, removal.on, end});
}

Result<void> RegistryStore::insert(UnitOfWork& work, const AccountOpening& opening) {
    return work.insertGuarded(
        "account_opening", {"account_id", "meter_id", "read_on", "dial_micro", "ladder_from", "ladder_micro"},
        {opening.account, opening.meter, opening.readOn, opening.dialMicro, opening.ladderFrom, opening.ladderMicro});
}

Result<void> RegistryStore::insertTokens(UnitOfWork& work, AccountId account, const std::vector<SearchToken>& tokens) {
    for (const SearchToken& token : tokens)
        MH_CHECK(insertRow(work, "search_token", {"token", "kind", "account_id"}, {token.text, token.kind, account}));
    return {};
}

} // namespace meterhall::storage
