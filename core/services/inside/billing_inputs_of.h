#pragma once

#include "core/billing/account_terms.h"
#include "core/billing/bill_request.h"
#include "core/services/inside/price_book.h"
#include "core/storage/billing_store.h"
#include "core/storage/loss_store.h"
#include "core/storage/reading_store.h"
#include "core/storage/registry_store.h"
#include "core/storage/share_store.h"
#include "core/storage/terms_store.h"

#include <unordered_map>
#include <variant>

namespace meterhall::services {

/// The register bills are made from.
inline QString billedRegister() {
    return QStringLiteral("volume");
}

/// A dial as bills take it.
Result<BilledQuantity> dialQuantity(const Decimal& dial);

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
    Prepaid,         ///< what it uses was paid when it was bought
    Suspended,       ///< its customer wants no supply, and it was billed until then
    LossNotRead,     ///< it shares the loss of a master meter that was not read, or another one behind it was not
    LossShared,      ///< it has the master meter: what that counts is billed to those behind it
};
/// "not-read", "doubtful-reading" …: stored in the draft.
QString codeOf(Hold hold);

struct ReadyInputs {
    BillingInputs inputs;
    /// Of the bill's parts, the bill's own last; as long as the versions are there that it was decided by.
    std::vector<const TariffVersion*> prices;

    const TariffVersion& version() const { return *prices.back(); }
};

/// A bill: one a month, and the months in their order. A preview: whatever was used since the last bill.
enum class InputsFor : std::uint8_t { Bill, Preview };

/// What the next bill of an account depends on, from what is stored. The same database gives the same inputs.
///
/// For many accounts: readAhead() of some hundred, then inputsOf() of each, which asks the database nothing that is
/// known. What is known stays known until the next readAhead().
class BillingInputsSource {
public:
    explicit BillingInputsSource(storage::Database& database)
        : m_database(database)
        , m_registry(database)
        , m_billing(database)
        , m_terms(database)
        , m_prices(database) {}

    /// Whatever inputsOf() needs of these accounts for readings up to `readTo`, in a few queries.
    Result<void> readAhead(std::span<const storage::BilledAccount> rows, Date readTo);

    /// Its prices are valid as long as the source is.
    Result<std::variant<ReadyInputs, Hold>> inputsOf(const storage::BilledAccount& row, AccountingMonth month,
                                                     Date readTo, InputsFor purpose = InputsFor::Bill);

    /// What a bill on these terms depends on; facts, season and category, and the ladder's events are filled in here.
    /// One of `versions` is taken; TariffError::NoVersionOnDate.
    Result<ReadyInputs> decide(const storage::BilledAccount& row, BillRequest request, const AccountTerms& terms,
                               std::span<const TariffVersion> versions);
    /// Active versions of a tariff. Valid as long as the source is.
    Result<std::span<const TariffVersion>> versionsFor(const QString& tariffCode);

    /// The version whose price a reading of that day gets; TariffError::NoVersionOnDate.
    Result<const TariffVersion*> versionOf(const storage::BilledAccount& row, Date day);
    /// Position in the window by what was billed and what the account came with, for a bill that begins on `from`.
    Result<BilledQuantity> billedPosition(const storage::BilledAccount& row, const LadderWindow& window, Date from);

private:
    struct Wanted;   ///< from which day to which a reading has to have come
    struct BilledTo; ///< where the last bill, or the archive the account came from, left off

    /// What is stored of an account.
    struct Known {
        Date readTo; ///< the readings were looked for up to this day
        std::optional<storage::LastBill> last{};
        std::optional<AccountOpening> opening{};
        std::vector<storage::RegistryStore::Segment> segments{}; ///< whatever was ever installed at its place
        std::vector<IssuedUse> issued{};
        bool buysBeforehand = false; ///< a purchase stands
    };
    /// The newest reading of the billed register between two days.
    struct KnownReading {
        Date after;
        Date to;
        std::optional<storage::ReviewedReading> newest{};
    };

    Result<const Known*> known(const storage::BilledAccount& row, Date readTo);
    Result<void> learnBills(std::span<const storage::BilledAccount> rows);
    Result<void> learnSegments(std::span<const storage::BilledAccount> rows);
    Result<void> learnReadings(std::span<const storage::BilledAccount> rows, Date readTo);
    Result<std::optional<storage::ReviewedReading>> newestReading(const storage::RegisterKey& of, const Wanted& wanted);

    Result<BilledTo> billedTo(const Known& known);
    Result<std::variant<std::vector<UsageSegment>, Hold>> segmentsOf(const Known& known, const BilledTo& from,
                                                                     const Wanted& wanted, Date& readOn,
                                                                     const TariffVersion& version);
    Result<std::variant<BilledQuantity, Hold>> readDial(const storage::RegisterKey& of, const Wanted& wanted,
                                                        Date& readOn);
    /// Whether the meter was read by registers of time of use that the version knows.
    Result<bool> countsByRegister(const Meter& meter, const Wanted& wanted, const TariffVersion& version);
    Result<std::optional<Hold>> addRegisters(const storage::RegistryStore::Segment& stretch, const BilledTo& from,
                                             Wanted wanted, Date& readOn, const TariffVersion& version,
                                             std::vector<UsageSegment>& segments);
    Result<std::variant<BilledQuantity, Hold>> registerBegin(const storage::RegistryStore::Segment& stretch,
                                                             const storage::RegisterKey& of, const BilledTo& from);
    Result<std::variant<BilledQuantity, Hold>> dialOn(ServicePointId place, MeterId meter, Date on);
    /// What the meters of another place counted in the interval.
    Result<std::variant<BilledQuantity, Hold>> countedAt(ServicePointId place, const ReadingInterval& interval,
                                                         const TariffVersion& version);
    Result<std::optional<Hold>> addShares(std::span<const storage::PlaceShare> shares, const TariffVersion& version,
                                          BillRequest& request);
    /// What a master meter and those behind it counted in an interval, and the weights of those who share the loss.
    struct LossCount {
        BilledQuantity master = BilledQuantity::zero();
        BilledQuantity behind = BilledQuantity::zero();
        std::vector<BilledQuantity> weights{};
    };
    Result<std::variant<LossCount, Hold>> countLoss(const LossSharing& sharing, const ReadingInterval& interval,
                                                    const TariffVersion& version);
    /// The same, asked for once of all who share.
    Result<std::variant<LossCount, Hold>> lossOf(const LossSharing& sharing, const ReadingInterval& interval,
                                                 const TariffVersion& version);
    Result<std::optional<Hold>> weigh(const LossSharing& sharing, std::span<const storage::BilledAccount> members,
                                      Date on, LossCount& count) const;
    /// What was counted until that day was billed to others.
    Result<std::optional<Hold>> leaveOut(const Known& known, ServicePointId place, Date until, BilledTo& from);
    Result<std::optional<Hold>> addLosses(std::span<const LossSharing> sharings, const TariffVersion& version,
                                          BillRequest& request);
    Result<std::optional<Hold>> addSubReadings(const Known& known, const BilledTo& from, std::span<const Date> days,
                                               const TariffVersion& version, BillRequest& request);
    Result<std::variant<BilledQuantity, Hold>> currentDial(const storage::RegistryStore::Segment& segment,
                                                           const Wanted& wanted, Date& readOn);
    Result<std::optional<AccountOpening>> openingOf(const storage::BilledAccount& row) const;
    Result<std::vector<LadderEvent>> ladderEvents(const storage::BilledAccount& row);

    storage::Database& m_database;
    storage::RegistryStore m_registry;
    storage::BillingStore m_billing;
    storage::TermsStore m_terms;
    PriceBook m_prices;
    std::map<QString, std::vector<TariffVersion>> m_versions;  ///< active ones by tariff, read once
    std::unordered_map<std::int64_t, Known> m_known;           ///< by account
    std::unordered_map<std::int64_t, KnownReading> m_readings; ///< by meter
    std::map<std::tuple<std::int64_t, Date, Date>, std::variant<LossCount, Hold>> m_losses; ///< by agreement and days
};

} // namespace meterhall::services
