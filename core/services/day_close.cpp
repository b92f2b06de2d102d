#include "core/services/day_close.h"

#include "core/services/inside/session_inside.h"
#include "core/storage/checkpoint.h"
#include "core/storage/ledger_store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace meterhall::services {

using storage::LedgerStore;

namespace {

/// The day's sums as they stood at the close, for the day report and for whoever compares later.
QString totalsText(const std::vector<storage::DayTotal>& totals) {
    QJsonArray rows;
    for (const storage::DayTotal& total : totals)
        rows.append(QJsonObject{{QStringLiteral("entity"), total.entity.toString()},
                                {QStringLiteral("account"), int(total.account)},
                                {QStringLiteral("component"), total.component},
                                {QStringLiteral("amount"), total.amount.toString()},
                                {QStringLiteral("currency"), QString(total.amount.currency().code())}});
    return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

} // namespace

Result<std::vector<Shift>> openShifts(Session& session, Date businessDay) {
    MH_CHECK(require(session, Service::CloseDay));
    return LedgerStore(session.inside().database()).unclosedShifts(businessDay);
}

Result<void> closeDay(Session& session, Date businessDay) {
    MH_CHECK(require(session, Service::CloseDay));
    MH_TRY(auto work, beginUnit(session, Service::CloseDay, businessDay.toString()));
    const LedgerStore ledger(work.database());
    MH_TRY(const bool closed, ledger.dayClosed(businessDay));
    if (closed)
        return LedgerError::DayClosed;
    MH_TRY(const auto open, ledger.unclosedShifts(businessDay));
    if (!open.empty())
        return Error(LedgerError::OpenShifts, {QString::number(open.size())});
    MH_TRY(const auto unbalanced, ledger.unbalancedJournals());
    if (!unbalanced.empty())
        return Error(LedgerError::Unbalanced, {unbalanced.front().toString()});
    MH_TRY(const auto totals, ledger.totalsOf(businessDay));
    MH_CHECK(LedgerStore::closeDay(work, businessDay, session.who().id, session.now(), totalsText(totals)));
    MH_CHECK(storage::recordHeads(work, businessDay));
    return work.commit();
}

} // namespace meterhall::services
