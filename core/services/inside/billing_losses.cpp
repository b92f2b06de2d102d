// What accounts share of the losses of master meters, for the inputs of their bills.

#include "core/services/inside/billing_inputs_of.h"
#include "core/services/inside/loss_shares.h"

#include <algorithm>

namespace meterhall::services {

using storage::BilledAccount;

namespace {

constexpr BilledQuantity oneHome = BilledQuantity::ofMicro(BilledQuantity::microPerUnit);

} // namespace

Result<std::optional<Hold>> BillingInputsSource::weigh(const LossSharing& sharing,
                                                       std::span<const BilledAccount> members, Date on,
                                                       LossCount& count) const {
    if (sharing.rule == LossRule::Equally || (sharing.rule == LossRule::ByUse && count.behind.isZero()))
        std::ranges::fill(count.weights, oneHome);
    if (sharing.rule != LossRule::ByArea)
        return std::optional<Hold>();
    for (std::size_t i = 0; i < members.size(); ++i) {
        MH_TRY(const AccountTerms terms, m_terms.termsOn(members[i], on));
        const auto area = factOf(terms.facts, FactKind::SquareMetres);
        if (!area || *area <= BilledQuantity::zero())
            return std::optional(Hold::MissingFact);
        count.weights[i] = *area;
    }
    return std::optional<Hold>();
}

Result<std::variant<BillingInputsSource::LossCount, Hold>>
BillingInputsSource::countLoss(const LossSharing& sharing, const ReadingInterval& interval,
                               const TariffVersion& version) {
    using Counted = std::variant<LossCount, Hold>;
    TariffVersion dials = version; // the same cut of all dials, whoever asks
    dials.dialStep = sharing.step;
    dials.registers.clear();
    LossCount count;
    MH_TRY(const auto master, countedAt(sharing.master, interval, dials));
    if (std::holds_alternative<Hold>(master))
        return Counted(Hold::LossNotRead);
    count.master = std::get<BilledQuantity>(master);
    std::vector<BilledAccount> members;
    for (const LossSharing::Member& member : sharing.members) {
        MH_TRY(const auto row, m_registry.accountById(member.account));
        MH_TRY(const auto counted, countedAt(row->account.servicePoint, interval, dials));
        if (std::holds_alternative<Hold>(counted))
            return Counted(Hold::LossNotRead);
        const auto used = std::get<BilledQuantity>(counted);
        MH_TRY(count.behind, count.behind.plus(used));
        count.weights.push_back(used);
        members.push_back(*row);
    }
    MH_TRY(const auto unweighed, weigh(sharing, members, interval.to(), count));
    return unweighed ? Counted(*unweighed) : Counted(std::move(count));
}

Result<std::variant<BillingInputsSource::LossCount, Hold>>
BillingInputsSource::lossOf(const LossSharing& sharing, const ReadingInterval& interval, const TariffVersion& version) {
    const std::tuple key{sharing.id, interval.from(), interval.to()};
    const auto known = m_losses.find(key);
    if (known != m_losses.end())
        return known->second;
    MH_TRY(auto counted, countLoss(sharing, interval, version));
    return m_losses.emplace(key, std::move(counted)).first->second;
}

Result<std::optional<Hold>> BillingInputsSource::addLosses(std::span<const LossSharing> sharings,
                                                           const TariffVersion& version, BillRequest& request) {
    for (const LossSharing& sharing : sharings) {
        MH_TRY(const auto counted, lossOf(sharing, request.interval, version));
        if (const Hold* hold = std::get_if<Hold>(&counted))
            return std::optional(*hold);
        const auto& count = std::get<LossCount>(counted);
        LossShare share{
            .master = count.master, .behind = count.behind, .step = sharing.step, .rounding = sharing.rounding};
        for (std::size_t i = 0; i < sharing.members.size(); ++i) {
            if (sharing.members[i].account == request.account) {
                share.before = share.all;
                share.own = count.weights[i];
            }
            MH_TRY(share.all, share.all.plus(count.weights[i]));
        }
        request.losses.push_back(share);
    }
    return std::optional<Hold>();
}

} // namespace meterhall::services
