#include "core/services/inside/replaying.h"

#include "core/billing/rate.h"
#include "core/services/inside/account_ends.h"

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

/// A bill and the readings within it begin at the same dial.
Result<void> beginAll(IssuedBill& bill, BilledQuantity dial) {
    MH_CHECK(beginAt(bill.inputs.segments.front(), dial, *bill.version));
    for (BillPart& part : bill.inputs.earlier)
        if (!part.segments.empty())
            MH_CHECK(beginAt(part.segments.front(), dial, *bill.version));
    return {};
}

/// Everything that was counted: of the bill, and by readings within it.
std::vector<std::vector<UsageSegment>*> allSegments(BillingInputs& inputs) {
    std::vector<std::vector<UsageSegment>*> all{&inputs.segments};
    for (BillPart& part : inputs.earlier)
        if (!part.segments.empty())
            all.push_back(&part.segments);
    return all;
}

/// Readings within two bills are of the same days.
bool readAlike(const BillingInputs& a, const BillingInputs& b) {
    const auto daysRead = [](const BillingInputs& inputs) {
        std::vector<Date> days{inputs.interval.from(), inputs.interval.to()};
        for (const BillPart& part : inputs.earlier)
            if (!part.segments.empty())
                days.push_back(part.until);
        return days;
    };
    return daysRead(a) == daysRead(b);
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

Result<IssuedBill> Replaying::issuedBy(BillingInputs inputs) {
    MH_TRY(auto prices, m_prices.of(inputs));
    const TariffVersion* last = prices.back();
    prices.pop_back();
    return IssuedBill{std::move(inputs), last, std::move(prices)};
}

Result<Replaying::History> Replaying::historyOf(AccountId id) {
    MH_TRY(AccountRow row, account(id));
    MH_TRY(const AccountEnds ends, AccountEnds::of(m_database, row));
    History history{std::move(row), {}, {}, {}};
    MH_TRY(history.bills, m_billing.standingBills(id));
    for (const storage::StoredBill& bill : history.bills) {
        MH_TRY(BillingInputs inputs, decodeBillingInputs(bill.inputs));
        MH_TRY(IssuedBill issued, issuedBy(std::move(inputs)));
        issued.ladderBegan = ends.ladderBegan(issued.inputs.interval.from());
        history.issued.push_back(std::move(issued));
    }
    history.truth = history.issued;
    return history;
}

Result<std::vector<Replaying::History>> Replaying::historiesAt(AccountId id) {
    std::vector<History> histories;
    MH_TRY(History own, historyOf(id));
    histories.push_back(std::move(own));
    const auto& issued = histories.front().issued;
    if (std::ranges::all_of(issued, [](const IssuedBill& bill) { return bill.inputs.shares.empty(); }))
        return histories;
    MH_TRY(const auto sharers, m_registry.accountsAt(histories.front().row.account.servicePoint));
    for (const AccountId sharer : sharers)
        if (sharer != id) {
            MH_TRY(History other, historyOf(sharer));
            histories.push_back(std::move(other));
        }
    return histories;
}

Result<std::vector<Replaying::History>> Replaying::apply(const TrueDials& truth) {
    MH_TRY(auto histories, historiesAt(truth.account));
    for (History& history : histories) {
        MH_TRY(const std::size_t found, setDials(history, truth));
        if (found != truth.dials.size() && &history == &histories.front())
            return CorrectionError::NoBillOfThatDay;
    }
    return histories;
}

Result<std::size_t> Replaying::setDials(History& history, const TrueDials& truth) {
    std::size_t found = 0;
    const UsageSegment* before = nullptr; // of the bill before, where its dial is another now
    for (IssuedBill& bill : history.truth) {
        std::vector<UsageSegment>& segments = bill.inputs.segments;
        if (before != nullptr && before->meter == segments.front().meter)
            MH_CHECK(beginAll(bill, before->currentDial));
        before = nullptr;
        const auto dial = truth.dials.find(bill.inputs.interval.to());
        if (dial == truth.dials.end())
            continue;
        if (segments.size() > 1 && segments[segments.size() - 2].meter == segments.back().meter)
            return Error(TariffError::Unsupported, {QStringLiteral("registers"), dial->first.toString()});
        ++found;
        MH_TRY(const std::int64_t micro, dial->second.scaledTo(replayedDecimals));
        MH_TRY(const BilledQuantity shown, BilledQuantity::fromStored(micro));
        setDial(segments.back(), shown);
        before = &segments.back();
    }
    return found;
}

// The account's other tariff has its own prices of those days; its own tariff keeps the versions the bill was made by.
Result<void> Replaying::setTerms(History& history, std::size_t place, const AccountTerms& terms) {
    const storage::StoredBill& bill = history.bills[place];
    const BillingInputs& was = history.issued[place].inputs;
    BillRequest request{.account = bill.account,
                        .servicePoint = bill.servicePoint,
                        .month = bill.month,
                        .interval = was.interval,
                        .segments = was.segments,
                        .shares = was.shares,
                        .share = was.share,
                        .losses = was.losses};
    for (const BillPart& part : was.earlier)
        if (!part.segments.empty())
            request.subReadings.push_back({part.until, part.segments});
    for (std::size_t i = 0; i < place; ++i)
        std::ranges::copy(usesOf(history.issued[i].inputs, history.bills[i].content),
                          std::back_inserter(request.issued));
    MH_TRY(const storage::StoredTariffVersion* own, m_prices.stored(bill.tariffVersion));
    MH_TRY(const auto active, m_source.versionsFor(terms.tariffCode));
    std::vector<TariffVersion> used;
    for (const TariffVersion* price : history.issued[place].earlier)
        used.push_back(*price);
    used.push_back(own->version);
    const auto versions = own->code == terms.tariffCode ? std::span<const TariffVersion>(used) : active;
    MH_TRY(ReadyInputs ready, m_source.decide(history.row, std::move(request), terms, versions));
    MH_TRY(history.truth[place], issuedBy(std::move(ready.inputs)));
    history.truth[place].ladderBegan = history.issued[place].ladderBegan;
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
        if (!readAlike(a->inputs, b->inputs))
            return CorrectionError::BillsDiffer;
        const auto ofOne = allSegments(a->inputs);
        const auto ofOther = allSegments(b->inputs);
        for (std::size_t i = 0; i < ofOne.size(); ++i)
            std::swap(*ofOne[i], *ofOther[i]);
        for (const auto& bill : {a, b})
            for (auto* segments : allSegments(bill->inputs))
                for (UsageSegment& segment : *segments)
                    MH_CHECK(beginAt(segment, segment.previousDial, *bill->version));
    }
    return std::vector{std::move(one), std::move(other)};
}

namespace {
void setMultiplier(IssuedBill& bill, MeterId meter, Ratio multiplier) {
    for (auto* segments : allSegments(bill.inputs))
        for (UsageSegment& segment : *segments)
            if (segment.meter == meter)
                segment.multiplier = multiplier;
}
} // namespace

Result<std::vector<Replaying::History>> Replaying::apply(const MeterFault& truth) {
    MH_TRY(auto histories, historiesAt(truth.account));
    MH_TRY(const auto meter, m_registry.meter(truth.meter));
    if (!meter)
        return Error(RegistryError::UnknownMeter, {truth.meter.toString()});
    MH_TRY(const Ratio multiplier, multiplierOf(*meter, truth.tooMuchPercent));
    for (History& history : histories)
        for (IssuedBill& bill : history.truth) {
            const Date readOn = bill.inputs.interval.to();
            if (readOn > truth.from && readOn <= truth.to)
                setMultiplier(bill, truth.meter, multiplier);
        }
    return histories;
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
            MH_TRY(auto prices, m_prices.of(correction.bills[i].inputs));
            replayed.push_back(
                {history.row, std::move(history.bills[i]), std::move(correction.bills[i]), std::move(prices)});
        }
    }
    return replayed.empty() ? Result<std::vector<ReplayedBill>>(CorrectionError::NothingToCorrect)
                            : Result<std::vector<ReplayedBill>>(std::move(replayed));
}

} // namespace meterhall::services
