#include "core/services/inside/replaying.h"

#include "core/billing/rate.h"

namespace meterhall::services {

using storage::AccountRow;

namespace {

constexpr int replayedDecimals = 6;

/// A dial that is not below the last one passed no end.
void setDial(UsageSegment& segment, BilledQuantity dial) {
    segment.currentDial = dial;
    if (dial >= segment.previousDial)
        segment.rollover = BilledQuantity::zero();
}

Result<void> beginAt(UsageSegment& segment, BilledQuantity dial, const TariffVersion& version) {
    MH_TRY(segment.previousDial, billedDial(dial, version));
    setDial(segment, segment.currentDial);
    return {};
}

/// What the meter multiplies its dial by, when it counts so many percent too much.
Result<Ratio> multiplierOf(const Meter& meter, const Decimal& tooMuchPercent) {
    MH_TRY(const std::int64_t percent, tooMuchPercent.scaledTo(replayedDecimals));
    constexpr std::int64_t hundred = 100 * Ratio::microPerUnit;
    if (percent <= -hundred || percent > hundred)
        return Error(CorrectionError::BadPercent, {tooMuchPercent.toString()});
    MH_TRY(const std::int64_t micro,
           narrow(divideRounded(product(meter.multiplierMicro, hundred), hundred + percent, RoundingMode::HalfUp)));
    return Ratio::ofMicro(micro);
}

} // namespace

Result<AccountRow> Replaying::account(AccountId id) const {
    MH_TRY(const auto row, m_registry.accountById(id));
    return row ? Result<AccountRow>(*row) : Result<AccountRow>(RegistryError::UnknownAccount);
}

Result<const TariffVersion*> Replaying::version(TariffVersionId id) {
    auto known = m_versions.find(id);
    if (known == m_versions.end()) {
        MH_TRY(auto stored, m_billing.version(id));
        known = m_versions.emplace(id, std::move(stored)).first;
    }
    return &known->second.version;
}

Result<Replaying::History> Replaying::historyOf(AccountId id) {
    MH_TRY(AccountRow row, account(id));
    History history{std::move(row), {}, {}, {}};
    MH_TRY(history.bills, m_billing.standingBills(id));
    for (const storage::StoredBill& bill : history.bills) {
        MH_TRY(BillingInputs inputs, decodeBillingInputs(bill.inputs));
        MH_TRY(const TariffVersion* price, version(bill.tariffVersion));
        history.issued.push_back({std::move(inputs), price});
    }
    history.truth = history.issued;
    return history;
}

Result<std::vector<Replaying::History>> Replaying::apply(const TrueDials& truth) {
    MH_TRY(History history, historyOf(truth.account));
    std::size_t found = 0;
    const UsageSegment* before = nullptr; // of the bill before, where its dial is another now
    for (IssuedBill& bill : history.truth) {
        std::vector<UsageSegment>& segments = bill.inputs.segments;
        if (before != nullptr && before->meter == segments.front().meter)
            MH_CHECK(beginAt(segments.front(), before->currentDial, *bill.version));
        before = nullptr;
        const auto dial = truth.dials.find(bill.inputs.interval.to());
        if (dial == truth.dials.end())
            continue;
        ++found;
        MH_TRY(const std::int64_t micro, dial->second.scaledTo(replayedDecimals));
        MH_TRY(const BilledQuantity shown, BilledQuantity::fromStored(micro));
        setDial(segments.back(), shown);
        before = &segments.back();
    }
    if (found != truth.dials.size())
        return CorrectionError::NoBillOfThatDay;
    return std::vector{std::move(history)};
}

// The account's other tariff has its own price of that day; its own tariff keeps the version the bill was made by.
Result<void> Replaying::setTerms(History& history, std::size_t place, const AccountTerms& terms) {
    const storage::StoredBill& bill = history.bills[place];
    const BillingInputs& was = history.issued[place].inputs;
    BillRequest request{.account = bill.account,
                        .servicePoint = bill.servicePoint,
                        .month = bill.month,
                        .interval = was.interval,
                        .segments = was.segments};
    for (std::size_t i = 0; i < place; ++i)
        request.issued.push_back({history.bills[i].readTo, history.bills[i].content.usage});
    const storage::StoredTariffVersion& own = m_versions.at(bill.tariffVersion);
    MH_TRY(const auto active, m_source.versionsFor(terms.tariffCode));
    const auto versions = own.code == terms.tariffCode ? std::span(&own.version, 1) : active;
    MH_TRY(ReadyInputs ready, m_source.decide(history.row, std::move(request), terms, versions));
    history.truth[place].inputs = std::move(ready.inputs);
    MH_TRY(history.truth[place].version, version(history.truth[place].inputs.tariffVersion));
    return {};
}

Result<std::vector<Replaying::History>> Replaying::apply(const TrueTerms& truth) {
    MH_TRY(History history, historyOf(truth.account));
    for (std::size_t i = 0; i < history.bills.size(); ++i)
        if (history.bills[i].readTo >= truth.from)
            MH_CHECK(setTerms(history, i, truth.terms));
    return std::vector{std::move(history)};
}

Result<std::vector<Replaying::History>> Replaying::apply(const CrossedMeters& truth) {
    MH_TRY(History one, historyOf(truth.one));
    MH_TRY(History other, historyOf(truth.other));
    const auto since = [&](const History& history) {
        return std::ranges::find_if(history.bills, [&](const auto& bill) { return bill.readTo >= truth.from; }) -
               history.bills.begin();
    };
    auto a = one.truth.begin() + since(one);
    auto b = other.truth.begin() + since(other);
    if (truth.one == truth.other || one.truth.end() - a != other.truth.end() - b)
        return CorrectionError::BillsDiffer;
    for (; a != one.truth.end(); ++a, ++b) {
        if (a->inputs.interval != b->inputs.interval)
            return CorrectionError::BillsDiffer;
        std::swap(a->inputs.segments, b->inputs.segments);
        for (const auto& bill : {a, b})
            for (UsageSegment& segment : bill->inputs.segments)
                MH_CHECK(beginAt(segment, segment.previousDial, *bill->version));
    }
    return std::vector{std::move(one), std::move(other)};
}

Result<std::vector<Replaying::History>> Replaying::apply(const MeterFault& truth) {
    MH_TRY(History history, historyOf(truth.account));
    MH_TRY(const auto meter, m_registry.meter(truth.meter));
    if (!meter)
        return Error(RegistryError::UnknownMeter, {truth.meter.toString()});
    MH_TRY(const Ratio multiplier, multiplierOf(*meter, truth.tooMuchPercent));
    for (IssuedBill& bill : history.truth) {
        const Date readOn = bill.inputs.interval.to();
        if (readOn <= truth.from || readOn > truth.to)
            continue;
        for (UsageSegment& segment : bill.inputs.segments)
            if (segment.meter == truth.meter)
                segment.multiplier = multiplier;
    }
    return std::vector{std::move(history)};
}

Result<std::vector<ReplayedBill>> Replaying::replay(const Truth& truth) {
    MH_TRY(auto histories, std::visit([this](const auto& of) { return apply(of); }, truth));
    std::vector<ReplayedBill> replayed;
    for (History& history : histories) {
        if (history.bills.empty())
            continue;
        MH_TRY(Correction correction, replayBills(history.issued, history.truth));
        for (std::size_t i = 0; i < history.bills.size(); ++i) {
            if (correction.bills[i].inputs == history.issued[i].inputs)
                continue;
            replayed.push_back(
                {history.row, std::move(history.bills[i]), std::move(correction.bills[i]), history.truth[i].version});
        }
    }
    return replayed.empty() ? Result<std::vector<ReplayedBill>>(CorrectionError::NothingToCorrect)
                            : Result<std::vector<ReplayedBill>>(std::move(replayed));
}

} // namespace meterhall::services
