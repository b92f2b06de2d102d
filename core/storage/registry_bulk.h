#pragma once

#include "core/storage/registry_store.h"

namespace meterhall::storage {

/// One account with everything that is its own: nothing here is shared with another account.
struct BulkHome {
    ServicePoint place;
    Account account;
    Meter meter;
    Installation installation;
    AccountOpening opening;
};

/// New homes, and the customers and premises that are new with them.
struct BulkRows {
    std::vector<SealedCustomer> customers;
    std::vector<Premise> premises;
    std::vector<BulkHome> homes;
};

/// Writes them by the bulk path (bulk_insert.h), table by table, so that what is referred to is there first. Their
/// search tokens come separately.
Result<void> insertRows(UnitOfWork& work, const BulkRows& rows);

/// Search tokens of many accounts, gathered without an allocation each and written in the order of the table's key:
/// rows that come sorted fill its pages one after the other instead of touching one page each.
class TokenBulk {
public:
    void add(AccountId account, const SearchToken& token);
    void sort();
    std::size_t size() const { return m_entries.size(); }
    /// `count` tokens from `first` on, as sorted.
    Result<void> insert(UnitOfWork& work, std::size_t first, std::size_t count) const;

private:
    struct Entry {
        std::int64_t account;
        std::uint32_t offset;
        std::uint16_t size;
        TokenKind kind;
    };
    std::string_view textOf(const Entry& entry) const {
        return std::string_view(m_texts).substr(entry.offset, entry.size);
    }

    std::string m_texts; ///< UTF-8; at most 4 GiB
    std::vector<Entry> m_entries;
};

} // namespace meterhall::storage
