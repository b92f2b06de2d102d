#pragma once

#include "core/billing/account_terms.h"
#include "core/billing/bill_request.h"
#include "core/storage/billing_store.h"
#include "core/storage/reading_store.h"
#include "core/storage/registry_store.h"
#include "core/storage/terms_store.h"

#include <variant>

namespace meterhall::services {

/// The register bills are made from.
inline QString billedRegister() {
    return QStringLiteral("volume");
}

/// Why an account cannot be billed now; it waits with this code and holds nobody else.
enum class Hold : std::uint8_t {
    NotRead = 1,
    DoubtfulReading,
    RejectedReading,
    NoTariff,
    AlreadyBilled,
    DialBackwards,
    InputsChanged,
    DividedInterval, ///< policies that contradict each other divide it
    MissingFact,     ///< the tariff asks for something the account's terms do not say, or not when its seasons begin
    NoSubReading,    ///< the tariff wants the meter read on the day of a new price, and it was not
};
/// "not-read", "doubtful-reading" …: stored in the draft.
QString codeOf(Hold hold);

struct ReadyInputs {
    BillingInputs inputs;
    TariffVersion version;
    std::vector<TariffVersion> earlier{}; ///< of a divided bill: the versions of its parts before the last

    /// Of the bill's parts; valid as long as this.
    std::vector<const TariffVersion*> prices() const {
        std::vector<const TariffVersion*> all;
        for (const TariffVersion& price : earlier)
            all.push_back(&price);
        all.push_back(&version);
        return all;
    }
};

/// A bill: one a month, and the months in their order. A preview: whatever was used since the last bill.
enum class InputsFor : std::uint8_t { Bill, Preview };

/// What the next bill of an account depends on, from what is stored. The same database gives the same inputs.
class BillingInputsSource {
public:
    explicit BillingInputsSource(storage::Database& database)
        : m_database(database)
        , m_registry(database)
        , m_billing(database)
        , m_terms(database) {}

    Result<std::variant<ReadyInputs, Hold>> inputsOf(const storage::AccountRow& row, AccountingMonth month, Date readTo,
                                                     InputsFor purpose = InputsFor::Bill);

    /// What a bill on these terms depends on; facts, season and category, and the ladder's events are filled in here.
    /// One of `versions` is taken; TariffError::NoVersionOnDate.
    Result<ReadyInputs> decide(const storage::AccountRow& row, BillRequest request, const AccountTerms& terms,
                               std::span<const TariffVersion> versions);
    /// Active versions of a tariff. Valid as long as the source is.
    Result<std::span<const TariffVersion>> versionsFor(const QString& tariffCode);

    /// The version whose price a reading of that day gets; TariffError::NoVersionOnDate.
    Result<const TariffVersion*> versionOf(const storage::AccountRow& row, Date day);
    /// Position in the window by what was billed and what the account came with, for a bill that begins on `from`.
    Result<BilledQuantity> billedPosition(const storage::AccountRow& row, const LadderWindow& window, Date from);

private:
    struct Wanted;   ///< from which day to which a reading has to have come
    struct BilledTo; ///< where the last bill, or the archive the account came from, left off

    Result<BilledTo> billedTo(const storage::AccountRow& row);
    Result<std::variant<std::vector<UsageSegment>, Hold>> segmentsOf(const storage::AccountRow& row,
                                                                     const BilledTo& from, const Wanted& wanted,
                                                                     Date& readOn, const TariffVersion& version);
    Result<std::variant<BilledQuantity, Hold>> readDial(const storage::RegisterKey& of, const Wanted& wanted,
                                                        Date& readOn);
    /// Whether the meter was read by registers of time of use that the version knows.
    Result<bool> countsByRegister(const Meter& meter, const Wanted& wanted, const TariffVersion& version);
    Result<std::optional<Hold>> addRegisters(const storage::RegistryStore::Segment& stretch, const BilledTo& from,
                                             Wanted wanted, Date& readOn, const TariffVersion& version,
                                             std::vector<UsageSegment>& segments);
    Result<std::variant<BilledQuantity, Hold>> registerBegin(const storage::RegistryStore::Segment& stretch,
                                                             const storage::RegisterKey& of, const BilledTo& from);
    Result<std::optional<Hold>> addSubReadings(const storage::AccountRow& row, const BilledTo& from,
                                               std::span<const Date> days, const TariffVersion& version,
                                               BillRequest& request);
    Result<std::variant<BilledQuantity, Hold>> currentDial(const storage::RegistryStore::Segment& segment,
                                                           const Wanted& wanted, Date& readOn);
    Result<std::vector<LadderEvent>> ladderEvents(const storage::AccountRow& row);

    storage::Database& m_database;
    storage::RegistryStore m_registry;
    storage::BillingStore m_billing;
    storage::TermsStore m_terms;
    std::map<QString, std::vector<TariffVersion>> m_versions; ///< active ones by tariff, read once
};

} // namespace meterhall::services
