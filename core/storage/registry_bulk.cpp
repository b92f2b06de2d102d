#include "core/storage/registry_bulk.h"

#include "core/storage/bulk_insert.h"

namespace meterhall::storage {

namespace {

constexpr int dialMicroDecimals = 6;

template <class Row>
Result<void> insertTable(UnitOfWork& work, std::string_view table, const Columns& columns, const std::vector<Row>& all,
                         Result<void> (*write)(BulkInsert&, const Row&)) {
    MH_TRY(BulkInsert rows, BulkInsert::into(work, table, columns));
    for (const Row& one : all) {
        MH_CHECK(write(rows, one));
        MH_CHECK(rows.endRow());
    }
    return rows.finish();
}

Result<void> writeCustomer(BulkInsert& row, const SealedCustomer& customer) {
    row.integer(customer.id.raw()).text(QStringView(customer.name));
    row.bytes(customer.phone).bytes(customer.identity).text(QStringView(customer.number));
    return {};
}

Result<void> writePremise(BulkInsert& row, const Premise& premise) {
    row.integer(premise.id.raw()).text(QStringView(premise.address)).text(QStringView(premise.code));
    return {};
}

Result<void> writePlace(BulkInsert& row, const BulkHome& home) {
    const ServicePoint& place = home.place;
    row.integer(place.id.raw()).integer(place.premise.raw()).integer(std::int64_t(place.commodity));
    row.integer(place.book.raw()).integer(place.sequence);
    return {};
}

Result<void> writeAccount(BulkInsert& row, const BulkHome& home) {
    const Account& account = home.account;
    row.integer(account.id.raw()).text(QStringView(account.number)).integer(account.customer.raw());
    row.integer(account.servicePoint.raw()).integer(account.legalEntity.raw());
    row.integer(std::int64_t(account.commodity)).integer(std::int64_t(account.useClass));
    row.integer(account.householdSize).text(QStringView(account.tariffCode));
    return {};
}

Result<void> writeMeter(BulkInsert& row, const BulkHome& home) {
    const Meter& meter = home.meter;
    row.integer(meter.id.raw()).text(QStringView(meter.number)).integer(std::int64_t(meter.commodity));
    row.integer(meter.digits).integer(meter.multiplierMicro).text(QStringView(meter.protocol));
    row.text(QStringView(meter.deviceAddress)).text(QStringView(meter.profile));
    row.text(QStringView(meter.terminal)).integer(meter.port);
    return {};
}

Result<void> writeInstallation(BulkInsert& row, const BulkHome& home) {
    const Installation& installation = home.installation;
    MH_TRY(const std::int64_t start, installation.startDial.scaledTo(dialMicroDecimals));
    row.integer(installation.id.raw()).integer(installation.meter.raw()).integer(installation.servicePoint.raw());
    row.integer(installation.from.number()).integer(start);
    return {};
}

Result<void> writeOpening(BulkInsert& row, const BulkHome& home) {
    const AccountOpening& opening = home.opening;
    row.integer(opening.account.raw()).integer(opening.meter.raw()).integer(opening.readOn.number());
    row.integer(opening.dialMicro).integer(opening.ladderFrom.number()).integer(opening.ladderMicro);
    return {};
}

} // namespace

Result<void> insertRows(UnitOfWork& work, const BulkRows& rows) {
    MH_CHECK(insertTable(work, "customer", {"id", "name", "phone_sealed", "identity_sealed", "number"}, rows.customers,
                         writeCustomer));
    MH_CHECK(insertTable(work, "premise", {"id", "address", "code"}, rows.premises, writePremise));
    const std::vector<BulkHome>& homes = rows.homes;
    MH_CHECK(insertTable(work, "service_point", {"id", "premise_id", "commodity", "book_id", "sequence"}, homes,
                         writePlace));
    MH_CHECK(insertTable(work, "account",
                         {"id", "number", "customer_id", "service_point_id", "legal_entity_id", "commodity",
                          "use_class", "household_size", "tariff_code"},
                         homes, writeAccount));
    MH_CHECK(insertTable(work, "meter",
                         {"id", "number", "commodity", "digits", "multiplier_micro", "protocol", "device_address",
                          "profile", "terminal", "port"},
                         homes, writeMeter));
    MH_CHECK(insertTable(work, "installation", {"id", "meter_id", "service_point_id", "from_day", "start_dial_micro"},
                         homes, writeInstallation));
    return insertTable(work, "account_opening",
                       {"account_id", "meter_id", "read_on", "dial_micro", "ladder_from", "ladder_micro"}, homes,
                       writeOpening);
}

void TokenBulk::add(AccountId account, const SearchToken& token) {
    const QByteArray utf8 = token.text.toUtf8();
    Q_ASSERT(m_texts.size() + std::size_t(utf8.size()) <= UINT32_MAX && utf8.size() <= UINT16_MAX);
    m_entries.push_back({account.raw(), std::uint32_t(m_texts.size()), std::uint16_t(utf8.size()), token.kind});
    m_texts.append(utf8.constData(), std::size_t(utf8.size()));
}

void TokenBulk::sort() {
    std::sort(m_entries.begin(), m_entries.end(), [this](const Entry& left, const Entry& right) {
        if (left.kind != right.kind)
            return left.kind < right.kind;
        const int order = textOf(left).compare(textOf(right));
        return order != 0 ? order < 0 : left.account < right.account;
    });
}

Result<void> TokenBulk::insert(UnitOfWork& work, std::size_t first, std::size_t count) const {
    MH_TRY(BulkInsert rows, BulkInsert::into(work, "search_token", {"kind", "token", "account_id"}));
    for (const Entry& entry : std::span(m_entries).subspan(first, count)) {
        rows.integer(std::int64_t(entry.kind)).text(textOf(entry)).integer(entry.account);
        MH_CHECK(rows.endRow());
    }
    return rows.finish();
}

} // namespace meterhall::storage
