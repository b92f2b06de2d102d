#include "core/services/inside/billing_inputs_of.h"

#include "core/billing/rate.h"
#include "core/billing/usage.h"
#include "core/readings/validation.h"
#include "core/services/inside/account_ends.h"
#include "core/services/inside/loss_shares.h"
#include "core/services/inside/place_shares.h"
#include "core/storage/many_ids.h"
#include "core/storage/purchase_store.h"
#include "core/storage/reading_store.h"

namespace meterhall::services {

using storage::BilledAccount;
using storage::ReadingStore;
using storage::RegistryStore;

namespace {

constexpr int quantityDecimals = 6;

constexpr BilledQuantity whole(int units) {
    return BilledQuantity::ofMicro(units * BilledQuantity::microPerUnit);
}

/// Months a bill covers by the months of its two readings; a bill covers one at least.
int monthsOf(const ReadingInterval& interval) {
    constexpr int inYear = 12;
    const int months =
        (interval.to().year() - interval.from().year()) * inYear + interval.to().month() - interval.from().month();
    return std::max(1, months);
}

template <class T>
using OrHold = std::variant<T, Hold>;

} // namespace

Result<BilledQuantity> dialQuantity(const Decimal& dial) {
    MH_TRY(const std::int64_t micro, dial.scaledTo(quantityDecimals));
    return BilledQuantity::fromStored(micro);
}

QString codeOf(Hold hold) {
    switch (hold) {
    case Hold::NotRead:
        return QStringLiteral("not-read");
    case Hold::DoubtfulReading:
        return QStringLiteral("doubtful-reading");
    case Hold::RejectedReading:
        return QStringLiteral("rejected-reading");
    case Hold::NoTariff:
        return QStringLiteral("no-tariff");
    case Hold::AlreadyBilled:
        return QStringLiteral("already-billed");
    case Hold::DialBackwards:
        return QStringLiteral("dial-backwards");
    case Hold::InputsChanged:
        return QStringLiteral("inputs-changed");
    case Hold::DividedInterval:
        return QStringLiteral("divided-interval");
    case Hold::MissingFact:
        return QStringLiteral("missing-fact");
    case Hold::NoSubReading:
        return QStringLiteral("no-sub-reading");
    case Hold::Prepaid:
        return QStringLiteral("prepaid");
    case Hold::Suspended:
        return QStringLiteral("suspended");
    case Hold::LossNotRead:
        return QStringLiteral("loss-not-read");
    case Hold::LossShared:
        return QStringLiteral("loss-shared");
    }
    return {};
}

struct BillingInputsSource::Wanted {
    Date after; ///< it came later than this
    Date readTo;
};

struct BillingInputsSource::BilledTo {
    Date on;
    std::optional<MeterId> meter; ///< the meter that was billed last, and the dial it was billed to
    BilledQuantity dial = BilledQuantity::zero();
    std::optional<AccountingMonth> month{}; ///< of the last bill
    std::vector<UsageSegment> segments{};   ///< of the last bill
};

Result<void> BillingInputsSource::learnBills(std::span<const BilledAccount> rows) {
    std::vector<AccountId> accounts;
    accounts.reserve(rows.size());
    for (const BilledAccount& row : rows)
        accounts.push_back(row.account.id);
    MH_TRY(auto bills, m_billing.lastBillsOf(accounts));
    for (storage::LastBill& bill : bills)
        m_known.at(bill.account.raw()).last = std::move(bill);
    MH_TRY(const auto openings, m_registry.openings(accounts));
    std::unordered_map<std::int64_t, ServicePointId> places;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        m_known.at(accounts[i].raw()).opening = openings[i];
        places.emplace(accounts[i].raw(), rows[i].account.servicePoint);
    }
    MH_TRY(const auto uses, m_billing.issuedUse(accounts));
    for (const storage::PlacedUse& use : uses)
        if (use.place == places.at(use.account.raw()))
            m_known.at(use.account.raw()).issued.push_back(use.use);
    MH_TRY(const auto buyers, storage::PurchaseStore(m_database).buyers(accounts));
    for (const AccountId buyer : buyers)
        m_known.at(buyer.raw()).buysBeforehand = true;
    return {};
}

Result<void> BillingInputsSource::learnSegments(std::span<const BilledAccount> rows) {
    std::vector<ServicePointId> places;
    places.reserve(rows.size());
    std::unordered_map<std::int64_t, std::vector<Known*>> atPlace;
    for (const BilledAccount& row : rows) {
        std::vector<Known*>& here = atPlace[row.account.servicePoint.raw()];
        if (here.empty())
            places.push_back(row.account.servicePoint);
        here.push_back(&m_known.at(row.account.id.raw()));
    }
    MH_TRY(const auto segments, m_registry.segmentsAt(places));
    for (const RegistryStore::Segment& segment : segments)
        for (Known* known : atPlace.at(segment.installation.servicePoint.raw()))
            known->segments.push_back(segment);
    return {};
}

// Meters that hang, from the day on which the first of the accounts was billed.
Result<void> BillingInputsSource::learnReadings(std::span<const BilledAccount> rows, Date readTo) {
    std::vector<MeterId> meters;
    Date after = readTo;
    for (const BilledAccount& row : rows) {
        const Known& known = m_known.at(row.account.id.raw());
        const auto from = billedTo(known);
        if (!from.ok())
            continue; // inputsOf() says it
        after = std::min(after, from->on);
        for (const RegistryStore::Segment& segment : known.segments)
            if (!segment.removal || segment.removal->on > readTo)
                meters.push_back(segment.meter.id);
    }
    MH_TRY(auto newest, ReadingStore(m_database).newest(meters, billedRegister(), after, readTo));
    for (std::size_t i = 0; i < meters.size(); ++i)
        m_readings.insert_or_assign(meters[i].raw(), KnownReading{after, readTo, std::move(newest[i])});
    return {};
}

Result<void> BillingInputsSource::readAhead(std::span<const BilledAccount> rows, Date readTo) {
    m_known.clear();
    m_readings.clear();
    m_losses.clear();
    MH_TRY(const auto view, storage::ReadView::begin(m_database));
    MH_CHECK(storage::preferIndexes(m_database));
    for (const BilledAccount& row : rows)
        m_known.emplace(row.account.id.raw(), Known{.readTo = readTo});
    MH_CHECK(learnBills(rows));
    MH_CHECK(learnSegments(rows));
    return learnReadings(rows, readTo);
}

Result<const BillingInputsSource::Known*> BillingInputsSource::known(const BilledAccount& row, Date readTo) {
    auto found = m_known.find(row.account.id.raw());
    if (found == m_known.end() || found->second.readTo != readTo) {
        MH_CHECK(readAhead({&row, 1}, readTo));
        found = m_known.find(row.account.id.raw());
    }
    return &found->second;
}

Result<BillingInputsSource::BilledTo> BillingInputsSource::billedTo(const Known& known) {
    if (known.last) {
        MH_TRY(const BillingInputs inputs, decodeBillingInputs(known.last->inputs));
        MH_TRY(const TariffVersion* version, m_prices.version(known.last->tariffVersion));
        const UsageSegment& segment = inputs.segments.back();
        MH_TRY(const BilledQuantity dial, billedDial(segment.currentDial, *version));
        return BilledTo{known.last->readTo, segment.meter, dial, known.last->month, inputs.segments};
    }
    if (known.opening) {
        MH_TRY(const BilledQuantity dial, BilledQuantity::fromStored(known.opening->dialMicro));
        return BilledTo{known.opening->readOn, known.opening->meter, dial};
    }
    if (known.segments.empty())
        return RegistryError::NotInstalled;
    return BilledTo{known.segments.front().installation.from, std::nullopt, BilledQuantity::zero()};
}

Result<std::span<const TariffVersion>> BillingInputsSource::versionsFor(const QString& tariffCode) {
    auto known = m_versions.find(tariffCode);
    if (known == m_versions.end()) {
        MH_TRY(const auto stored, m_billing.versionsOf(tariffCode));
        std::vector<TariffVersion> active;
        for (const storage::StoredTariffVersion& entry : stored)
            if (entry.active)
                active.push_back(entry.version);
        known = m_versions.emplace(tariffCode, std::move(active)).first;
    }
    return std::span<const TariffVersion>(known->second);
}

// A meter that was removed by then ends at the dial that was written down at the removal; a hanging one at its newest
// reading.
Result<OrHold<BilledQuantity>> BillingInputsSource::currentDial(const RegistryStore::Segment& segment,
                                                                const Wanted& wanted, Date& readOn) {
    if (segment.removal && segment.removal->on <= wanted.readTo) {
        MH_TRY(const BilledQuantity dial, dialQuantity(segment.removal->endDial));
        return OrHold<BilledQuantity>(dial);
    }
    return readDial({segment.meter.id, billedRegister()}, wanted, readOn);
}

Result<std::optional<storage::ReviewedReading>> BillingInputsSource::newestReading(const storage::RegisterKey& of,
                                                                                   const Wanted& wanted) {
    const auto known = m_readings.find(of.meter.raw());
    const bool isKnown = known != m_readings.end() && of.code == billedRegister() &&
                         known->second.to == wanted.readTo && known->second.after <= wanted.after;
    if (!isKnown)
        return ReadingStore(m_database).newest(of.meter, of.code, wanted.after, wanted.readTo);
    const auto& newest = known->second.newest;
    return newest && newest->reading.receivedOn > wanted.after ? newest : std::nullopt;
}

Result<OrHold<BilledQuantity>> BillingInputsSource::readDial(const storage::RegisterKey& of, const Wanted& wanted,
                                                             Date& readOn) {
    MH_TRY(const auto newest, newestReading(of, wanted));
    if (!newest)
        return OrHold<BilledQuantity>(Hold::NotRead);
    if (newest->waits())
        return OrHold<BilledQuantity>(Hold::DoubtfulReading);
    if (!newest->billable())
        return OrHold<BilledQuantity>(Hold::RejectedReading);
    readOn = newest->reading.receivedOn;
    MH_TRY(const BilledQuantity dial, dialQuantity(newest->reading.value));
    return OrHold<BilledQuantity>(dial);
}

namespace {

/// A dial that went over its end is told from one that went back.
void turnOver(UsageSegment& segment, const Meter& meter) {
    if (segment.currentDial >= segment.previousDial)
        return;
    const auto step = dialStep(segment.previousDial.micro(), segment.currentDial.micro(), meter.digits);
    if (step && step->rolledOver)
        segment.rollover = BilledQuantity::ofMicro(powerOfTen(meter.digits + quantityDecimals));
}

} // namespace

Result<bool> BillingInputsSource::countsByRegister(const Meter& meter, const Wanted& wanted,
                                                   const TariffVersion& version) {
    for (const RegisterName& name : version.registers) {
        MH_TRY(const auto read,
               ReadingStore(m_database).newest(meter.id, QString::fromStdString(name), wanted.after, wanted.readTo));
        if (read)
            return true;
    }
    return false;
}

// Every register from the dial it was billed to, or that was read when the meter came or the account did, to the one
// that was read with the others on the last day.
Result<std::optional<Hold>> BillingInputsSource::addRegisters(const RegistryStore::Segment& stretch,
                                                              const BilledTo& from, Wanted wanted, Date& readOn,
                                                              const TariffVersion& version,
                                                              std::vector<UsageSegment>& segments) {
    const bool removed = stretch.removal && stretch.removal->on <= wanted.readTo;
    if (removed)
        wanted = {stretch.removal->on.addDays(-1), stretch.removal->on};
    std::optional<Date> together;
    for (const RegisterName& name : version.registers) {
        const storage::RegisterKey key{stretch.meter.id, QString::fromStdString(name)};
        Date on = wanted.readTo;
        MH_TRY(const auto current, readDial(key, wanted, on));
        if (const Hold* hold = std::get_if<Hold>(&current))
            return std::optional(*hold);
        if (together && *together != on)
            return std::optional(Hold::NotRead);
        together = on;
        MH_TRY(const auto begin, registerBegin(stretch, key, from));
        if (const Hold* hold = std::get_if<Hold>(&begin))
            return std::optional(*hold);
        MH_TRY(const BilledQuantity previous, billedDial(std::get<BilledQuantity>(begin), version));
        UsageSegment segment{.meter = stretch.meter.id,
                             .registerCode = name,
                             .previousDial = previous,
                             .currentDial = std::get<BilledQuantity>(current),
                             .multiplier = Ratio::ofMicro(stretch.meter.multiplierMicro)};
        turnOver(segment, stretch.meter);
        segments.push_back(std::move(segment));
    }
    if (together && !removed)
        readOn = *together;
    return std::optional<Hold>();
}

Result<OrHold<BilledQuantity>> BillingInputsSource::registerBegin(const RegistryStore::Segment& stretch,
                                                                  const storage::RegisterKey& of,
                                                                  const BilledTo& from) {
    const bool goesOn = stretch.installation.from <= from.on;
    if (goesOn)
        for (const UsageSegment& billed : from.segments)
            if (billed.meter == of.meter && QString::fromStdString(billed.registerCode) == of.code)
                return OrHold<BilledQuantity>(billed.currentDial);
    Date on = from.on;
    return readDial(of, {*Date::of(1900, 1, 1), std::max(from.on, stretch.installation.from)}, on);
}

namespace {
/// Installations that reach into (after, to].
bool reachesInto(const RegistryStore::Segment& stretch, Date after, Date to) {
    return stretch.installation.from <= to && (!stretch.removal || stretch.removal->on > after);
}
} // namespace

Result<OrHold<std::vector<UsageSegment>>> BillingInputsSource::segmentsOf(const Known& known, const BilledTo& from,
                                                                          const Wanted& wanted, Date& readOn,
                                                                          const TariffVersion& version) {
    std::vector<UsageSegment> segments;
    for (const RegistryStore::Segment& stretch : known.segments) {
        if (!reachesInto(stretch, from.on, wanted.readTo))
            continue;
        MH_TRY(const bool byRegister, countsByRegister(stretch.meter, wanted, version));
        if (byRegister) {
            MH_TRY(const auto hold, addRegisters(stretch, from, wanted, readOn, version, segments));
            if (hold)
                return OrHold<std::vector<UsageSegment>>(*hold);
            continue;
        }
        MH_TRY(const auto dial, currentDial(stretch, wanted, readOn));
        if (const Hold* hold = std::get_if<Hold>(&dial))
            return OrHold<std::vector<UsageSegment>>(*hold);
        MH_TRY(const BilledQuantity start, dialQuantity(stretch.installation.startDial));
        // A meter that was taken down and hung up again goes on from where it was hung up.
        const bool goesOn = from.meter == stretch.meter.id && stretch.installation.from <= from.on;
        MH_TRY(const BilledQuantity previous, billedDial(goesOn ? from.dial : start, version));
        UsageSegment segment{.meter = stretch.meter.id,
                             .registerCode = billedRegister().toStdString(),
                             .previousDial = previous,
                             .currentDial = std::get<BilledQuantity>(dial),
                             .multiplier = Ratio::ofMicro(stretch.meter.multiplierMicro)};
        turnOver(segment, stretch.meter);
        segments.push_back(std::move(segment));
    }
    if (segments.empty())
        return OrHold<std::vector<UsageSegment>>(Hold::NotRead);
    return OrHold<std::vector<UsageSegment>>(std::move(segments));
}

Result<std::optional<AccountOpening>> BillingInputsSource::openingOf(const BilledAccount& row) const {
    const auto found = m_known.find(row.account.id.raw());
    return found != m_known.end() ? Result<std::optional<AccountOpening>>(found->second.opening)
                                  : m_registry.opening(row.account.id);
}

Result<std::vector<LadderEvent>> BillingInputsSource::ladderEvents(const BilledAccount& row) {
    std::vector<LadderEvent> events;
    MH_TRY(const auto opening, openingOf(row));
    if (opening) {
        MH_TRY(const BilledQuantity used, BilledQuantity::fromStored(opening->ladderMicro));
        events.push_back({row.account.id, row.account.servicePoint, opening->readOn, LadderEventKind::Imported, used});
    }
    MH_TRY(const AccountEnds ends, AccountEnds::of(m_database, row));
    ends.addTo(row.account.servicePoint, events);
    return events;
}

Result<const TariffVersion*> BillingInputsSource::versionOf(const BilledAccount& row, Date day) {
    MH_TRY(const AccountTerms terms, m_terms.termsOn(row, day));
    MH_TRY(const auto versions, versionsFor(terms.tariffCode));
    return versionOn(versions, day);
}

Result<BilledQuantity> BillingInputsSource::billedPosition(const BilledAccount& row, const LadderWindow& window,
                                                           Date from) {
    MH_TRY(const auto uses, m_billing.issuedUse(std::span(&row.account.id, 1)));
    std::vector<IssuedUse> issued;
    for (const storage::PlacedUse& use : uses)
        if (use.place == row.account.servicePoint)
            issued.push_back(use.use);
    MH_TRY(const auto events, ladderEvents(row));
    return ladderPosition(window, issued, events, from);
}

Result<ReadyInputs> BillingInputsSource::decide(const BilledAccount& row, BillRequest request,
                                                const AccountTerms& terms, std::span<const TariffVersion> versions) {
    MH_TRY(request.events, ladderEvents(row));
    MH_TRY(const auto opening, openingOf(row));
    if (opening)
        request.opened = opening->ladderFrom;
    MH_TRY(const AccountEnds ends, AccountEnds::of(m_database, row));
    ends.bound(request);
    MH_TRY(request.households, m_terms.householdSizes(row));
    request.facts = terms.facts;
    request.facts.push_back({FactKind::Months, whole(monthsOf(request.interval))});
    if (terms.householdSize > 0)
        request.facts.push_back({FactKind::People, whole(terms.householdSize)});
    request.category = terms.category;
    MH_TRY(BillingInputs decided, meterhall::inputsOf(request, versions));
    const auto named = [&](TariffVersionId id) { return &*std::ranges::find(versions, id, &TariffVersion::id); };
    ReadyInputs ready{std::move(decided), {}};
    for (std::size_t part = 0; part < ready.inputs.parts(); ++part)
        ready.prices.push_back(named(ready.inputs.versionOf(part)));
    return ready;
}

Result<std::optional<Hold>> BillingInputsSource::addSubReadings(const Known& known, const BilledTo& from,
                                                                std::span<const Date> days,
                                                                const TariffVersion& version, BillRequest& request) {
    for (const Date day : days) {
        Date readOn = day;
        MH_TRY(auto segments, segmentsOf(known, from, {day.addDays(-1), day}, readOn, version));
        if (const Hold* hold = std::get_if<Hold>(&segments))
            return std::optional(*hold == Hold::NotRead ? Hold::NoSubReading : *hold);
        request.subReadings.push_back({day, std::move(std::get<std::vector<UsageSegment>>(segments))});
    }
    return std::optional<Hold>();
}

// As it was read last, or as it came over from another system.
Result<OrHold<BilledQuantity>> BillingInputsSource::dialOn(ServicePointId place, MeterId meter, Date on) {
    Date readOn = on;
    MH_TRY(auto dial, readDial({meter, billedRegister()}, {*Date::of(1900, 1, 1), on}, readOn));
    if (dial != OrHold<BilledQuantity>(Hold::NotRead))
        return dial;
    MH_TRY(const auto accounts, m_registry.accountsAt(place));
    for (const AccountId account : accounts) {
        MH_TRY(const auto opening, m_registry.opening(account));
        if (opening && opening->meter == meter && opening->readOn <= on) {
            MH_TRY(const BilledQuantity came, BilledQuantity::fromStored(opening->dialMicro));
            return OrHold<BilledQuantity>(came);
        }
    }
    return dial;
}

Result<std::optional<Hold>> BillingInputsSource::leaveOut(const Known& known, ServicePointId place, Date until,
                                                          BilledTo& from) {
    const auto hanging = std::ranges::find_if(known.segments, [until](const RegistryStore::Segment& stretch) {
        return stretch.installation.from <= until && (!stretch.removal || stretch.removal->on > until);
    });
    if (hanging == known.segments.end())
        return std::optional(Hold::NotRead);
    MH_TRY(const auto dial, dialOn(place, hanging->meter.id, until));
    if (const Hold* hold = std::get_if<Hold>(&dial))
        return std::optional(*hold);
    from.on = until;
    from.meter = hanging->meter.id;
    from.dial = std::get<BilledQuantity>(dial);
    from.segments.clear();
    return std::optional<Hold>();
}

// A meter that hung there when the bill begins counts from its newest reading until then.
Result<OrHold<BilledQuantity>> BillingInputsSource::countedAt(ServicePointId place, const ReadingInterval& interval,
                                                              const TariffVersion& version) {
    MH_TRY(const auto stretches, m_registry.segmentsAt(place, interval.from(), interval.to()));
    std::vector<UsageSegment> segments;
    for (const RegistryStore::Segment& stretch : stretches) {
        Date readOn = interval.to();
        MH_TRY(const auto end, currentDial(stretch, {interval.from(), interval.to()}, readOn));
        if (const Hold* hold = std::get_if<Hold>(&end))
            return OrHold<BilledQuantity>(*hold);
        MH_TRY(const BilledQuantity start, dialQuantity(stretch.installation.startDial));
        OrHold<BilledQuantity> begin(start);
        if (stretch.installation.from < interval.from()) {
            MH_TRY(begin, dialOn(place, stretch.meter.id, interval.from()));
        }
        if (const Hold* hold = std::get_if<Hold>(&begin))
            return OrHold<BilledQuantity>(*hold);
        MH_TRY(const BilledQuantity previous, billedDial(std::get<BilledQuantity>(begin), version));
        segments.push_back({.meter = stretch.meter.id,
                            .registerCode = billedRegister().toStdString(),
                            .previousDial = previous,
                            .currentDial = std::get<BilledQuantity>(end),
                            .multiplier = Ratio::ofMicro(stretch.meter.multiplierMicro)});
        turnOver(segments.back(), stretch.meter);
    }
    Derivation derivation(nullptr);
    const BilledQuantity counted = usageOf(segments, version, derivation).all.value;
    MH_CHECK(derivation.state());
    return counted.isNegative() ? OrHold<BilledQuantity>(Hold::DialBackwards) : OrHold<BilledQuantity>(counted);
}

Result<std::optional<Hold>> BillingInputsSource::addShares(std::span<const storage::PlaceShare> shares,
                                                           const TariffVersion& version, BillRequest& request) {
    for (const storage::PlaceShare& place : shares) {
        UseShare share = place.share;
        if (place.subPlace) {
            MH_TRY(const auto counted, countedAt(*place.subPlace, request.interval, version));
            if (const Hold* hold = std::get_if<Hold>(&counted))
                return std::optional(*hold);
            share.quantity = std::get<BilledQuantity>(counted);
        }
        if (place.account == request.account)
            request.share = static_cast<std::uint8_t>(request.shares.size());
        request.shares.push_back(share);
    }
    return std::optional<Hold>();
}

namespace {

/// What keeps an account from being billed, rather than its whole book.
std::optional<Hold> holdFor(const Error& error) {
    const struct {
        ErrorCode code;
        Hold hold;
    } known[] = {{TariffError::NoVersionOnDate, Hold::NoTariff},
                 {TariffError::Unsupported, Hold::DividedInterval},
                 {TariffError::MissingFact, Hold::MissingFact},
                 {BillingError::MissingSubReading, Hold::NoSubReading}};
    for (const auto& row : known)
        if (error.is(row.code))
            return row.hold;
    return {};
}

} // namespace

Result<OrHold<ReadyInputs>> BillingInputsSource::inputsOf(const BilledAccount& row, AccountingMonth month, Date readTo,
                                                          InputsFor purpose) {
    MH_TRY(const Known* stored, known(row, readTo));
    if (stored->buysBeforehand && purpose == InputsFor::Bill)
        return OrHold<ReadyInputs>(Hold::Prepaid);
    MH_TRY(BilledTo from, billedTo(*stored));
    MH_TRY(const AccountEnds ends, AccountEnds::of(m_database, row));
    MH_TRY(const PlaceShares shares, PlaceShares::of(m_database, row));
    const auto supplied = ends.beginBehind(from.on);
    if (!supplied)
        return OrHold<ReadyInputs>(Hold::Suspended);
    MH_TRY(const LossShares losses, LossShares::of(m_database, row));
    const auto begin = losses.beginBehind(*supplied);
    if (!begin)
        return OrHold<ReadyInputs>(Hold::LossShared);
    if (*begin > *supplied) {
        MH_TRY(const auto unread, leaveOut(*stored, row.account.servicePoint, *begin, from));
        if (unread)
            return OrHold<ReadyInputs>(*unread);
    }
    readTo = losses.lastDay(*begin, shares.lastDay(*begin, ends.lastDay(*begin, readTo)));
    const bool hasBill = purpose == InputsFor::Bill && from.month && *from.month >= month;
    if (hasBill || *begin >= readTo)
        return OrHold<ReadyInputs>(Hold::AlreadyBilled);
    // Dials are cut by the step of the version in force today; the version that is billed is the reading date's.
    const auto current = versionOf(row, readTo);
    if (current.failedWith(TariffError::NoVersionOnDate))
        return OrHold<ReadyInputs>(Hold::NoTariff);
    MH_TRY(const TariffVersion* cutting, current);
    Date readOn = readTo;
    MH_TRY(auto segments, segmentsOf(*stored, from, {*begin, readTo}, readOn, *cutting));
    if (const Hold* hold = std::get_if<Hold>(&segments))
        return OrHold<ReadyInputs>(*hold);
    MH_TRY(const ReadingInterval interval, ReadingInterval::of(*begin, readOn));
    BillRequest request{.account = row.account.id,
                        .servicePoint = row.account.servicePoint,
                        .month = month,
                        .interval = interval,
                        .segments = std::move(std::get<std::vector<UsageSegment>>(segments)),
                        .issued = stored->issued};
    MH_TRY(const auto unshared, addShares(shares.behind(*begin), *cutting, request));
    if (unshared)
        return OrHold<ReadyInputs>(*unshared);
    MH_TRY(const auto uncounted, addLosses(losses.behind(*begin), *cutting, request));
    if (uncounted)
        return OrHold<ReadyInputs>(*uncounted);
    MH_TRY(const AccountTerms terms, m_terms.termsOn(row, readOn));
    MH_TRY(const auto versions, versionsFor(terms.tariffCode));
    const auto days = subReadingDays(interval, versions);
    if (!days.ok()) {
        const auto hold = holdFor(days.error());
        return hold ? Result<OrHold<ReadyInputs>>(OrHold<ReadyInputs>(*hold)) : days.error();
    }
    MH_TRY(const auto unread, addSubReadings(*stored, from, *days, *cutting, request));
    if (unread)
        return OrHold<ReadyInputs>(*unread);
    auto ready = decide(row, std::move(request), terms, versions);
    if (!ready.ok())
        if (const auto hold = holdFor(ready.error()))
            return OrHold<ReadyInputs>(*hold);
    MH_TRY(ReadyInputs decided, std::move(ready));
    return OrHold<ReadyInputs>(std::move(decided));
}

} // namespace meterhall::services
