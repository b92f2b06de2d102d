#include "app/cli/seed/seeded_bills.h"

#include "core/services/reading_work.h"

namespace meterhall::app {

Result<std::int64_t> issueMonth(services::Session& drafter, services::Session& checker, AccountingMonth month) {
    MH_TRY(const auto books, services::books(drafter));
    std::int64_t issued = 0;
    for (const Book& book : books) {
        MH_TRY(const auto draft, services::draftBills(drafter, book.id, month));
        MH_CHECK(services::checkBills(checker, draft.run));
        MH_TRY(const auto result, services::issueBills(drafter, draft.run));
        issued += result.issued;
    }
    return issued;
}

} // namespace meterhall::app
