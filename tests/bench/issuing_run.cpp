#include "tests/bench/issuing_run.h"

#include "core/services/billing_run.h"
#include "core/services/reading_work.h"

namespace meterhall::bench {

Result<void> IssuingRun::work(const BenchPlace& place) {
    auto done = issueBooks(place);
    m_ended = true;
    return done;
}

Result<void> IssuingRun::issueBooks(const BenchPlace& place) {
    MH_TRY(services::Session drafter, place.signIn("k01", 4));
    MH_TRY(services::Session checker, place.signIn("k02", 5));
    MH_TRY(const auto books, services::books(drafter));
    const AccountingMonth month = AccountingMonth::containing(drafter.businessDay());
    for (const Book& book : books) {
        if (m_stop)
            break;
        MH_TRY(const auto draft, services::draftBills(drafter, book.id, month));
        MH_CHECK(services::checkBills(checker, draft.run));
        for (bool finished = false; !finished && !m_stop;) {
            MH_TRY(const auto result, services::issueBills(drafter, draft.run, 1));
            m_issued += result.issued;
            finished = result.finished;
        }
    }
    return {};
}

} // namespace meterhall::bench
