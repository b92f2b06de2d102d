#include "app/cli/golden_house.h"
#include "core/services/billing_run.h"

#include <QJsonArray>

namespace meterhall::app {

using golden::Key;
using golden::Rateable;

namespace {

/// One tariff of mixed premises: what is rated by it, were all of the use its own, and its share.
struct MixedPart {
    Rateable rateable;
    UseShare share;
};

Result<std::vector<MixedPart>> mixedParts(const QJsonObject& inputs, const FindTariff& find) {
    JsonFields fields(inputs, QStringLiteral("inputs"));
    MH_TRY(const auto rounding, golden::quantityRoundingOr(fields, Key("qty_round"), "1"));
    std::vector<MixedPart> parts;
    for (const QJsonValue item : inputs.value(Key("shares")).toArray()) {
        const QJsonObject json = item.toObject();
        JsonFields share(json, QStringLiteral("shares"));
        MH_TRY(const UseShare own, golden::useShareOf(share, rounding));
        const QJsonObject bill =
            golden::merged(json.value(Key("common")).toObject(),
                           {{Key("tariff"), json.value(Key("tariff"))}, {Key("usage"), inputs.value(Key("usage"))}});
        MH_TRY(Rateable rateable, golden::rateableOf(bill, find));
        parts.push_back({std::move(rateable), own});
    }
    return parts;
}

} // namespace

Result<services::Sharer> GoldenHouse::sharerOf(const Rateable& rateable, const UseShare& share, const RunTerms& last) {
    if (!rateable.inputs.ladderBefore.isZero() || factOf(rateable.inputs.facts, FactKind::People))
        return noService(QStringLiteral("a share of a given household or position on the ladder"));
    MH_TRY(const RunTerms terms, runTermsOf(rateable, last.interval));
    MH_TRY(const QString tariff, tariffFor(terms.version));
    return services::Sharer{services::NewSharer{nextNumber(), tariff, UseClass::NonResidential}, share};
}

// One meter; the last tariff is the account's that takes what is left.
Result<CaseResult> GoldenHouse::mixed(const QJsonObject& inputs, const FindTariff& find) {
    MH_TRY(const auto parts, mixedParts(inputs, find));
    if (parts.size() < 2)
        return Error(BillingError::BadCase, {QStringLiteral("inputs.shares")});
    const Rateable& rest = parts.back().rateable;
    MH_TRY(const RunTerms terms, runTermsOf(rest, m_today));
    MH_TRY(const QString tariff, tariffFor(terms.version));
    const Date today = m_today;
    m_today = terms.interval.from();
    MH_TRY(Home home, open(rest, tariff, terms));
    MH_TRY(services::Session * keeper, as(Person::MeterKeeper));
    services::SharingRequest request{.key = keeper->newKey(),
                                     .account = home.account,
                                     .on = terms.interval.from(),
                                     .sharers = {},
                                     .document = QStringLiteral("golden")};
    for (const MixedPart& part : std::span(parts).first(parts.size() - 1)) {
        MH_TRY(services::Sharer sharer, sharerOf(part.rateable, part.share, terms));
        request.sharers.push_back(std::move(sharer));
    }
    MH_TRY(const auto shared, services::shareUse(*keeper, request));
    for (std::size_t at = 0; at < shared.accounts.size(); ++at) {
        Home sharer = home;
        sharer.account = shared.accounts[at];
        MH_CHECK(settleTerms(parts[at].rateable, sharer, terms));
    }
    m_today = today;
    MH_CHECK(read(home, rest.inputs.segments, m_today));
    MH_CHECK(issue(home));
    auto accounts = shared.accounts;
    accounts.push_back(home.account);
    CaseResult result;
    for (const AccountId account : accounts) {
        MH_TRY(services::Session * drafter, as(Person::Drafter));
        MH_TRY(const auto bills, services::billsOfAccount(*drafter, account));
        MH_TRY(CaseBill bill, stored(bills.back()));
        MH_TRY(result.total, result.total.plus(ExactAmount::of(bill.bill.total)));
        result.bills.push_back(std::move(bill));
    }
    return result;
}

} // namespace meterhall::app
