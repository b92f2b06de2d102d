#pragma once

#include "core/storage/registry_store.h"
#include "core/storage/share_store.h"

namespace meterhall::services {

/// How accounts share what the meters of their place count. A bill goes over no day on which that changed: an
/// agreement's, or a sharer's last one. An account whose place was never shared asks the database nothing. Included by
/// the .cpp files of services only.
class PlaceShares {
public:
    static Result<PlaceShares> of(storage::Database& database, const storage::BilledAccount& row);

    /// The day up to which a bill that begins on `from` may be read.
    Date lastDay(Date from, Date readTo) const;
    /// Who shares behind a day, in their order; a sharer whose account was closed by then is left out, and his share
    /// with it. Empty where nobody shares.
    std::vector<storage::PlaceShare> behind(Date day) const;

private:
    std::vector<storage::Sharing> m_sharings; ///< in the order of their days
};

} // namespace meterhall::services
