#include "core/services/reports.h"

#include "core/services/inside/session_inside.h"
#include "core/storage/billing_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/operator_store.h"
#include "core/storage/registry_store.h"

#include <QHash>

#include <map>

namespace meterhall::services {

using storage::AccountRow;
using storage::LedgerStore;
using storage::OperatorStore;
using storage::RegistryStore;

namespace {

// Who closes days sees them, and who judges the books.
Result<void> requireDayReader(Session& session) {
    return mayUse(session.who().duties, Service::VerifyBooks) ? Result<void>() : require(session, Service::CloseDay);
}

Result<QString> staffNumber(Session& session, OperatorId id) {
    MH_TRY(const auto known, OperatorStore(session.inside().database()).byId(id));
    return known ? known->number : id.toString();
}

QString ledgerAccountCode(LedgerAccount account) {
    switch (account) {
    case LedgerAccount::Cash:
        return QStringLiteral("cash");
    case LedgerAccount::Receivable:
        return QStringLiteral("receivable");
    case LedgerAccount::Prepayment:
        return QStringLiteral("prepayment");
    case LedgerAccount::Income:
        return QStringLiteral("income");
    case LedgerAccount::OnBehalf:
        return QStringLiteral("on-behalf");
    case LedgerAccount::Tax:
        return QStringLiteral("tax");
    case LedgerAccount::CashOver:
        return QStringLiteral("cash-over");
    case LedgerAccount::CashShort:
        return QStringLiteral("cash-short");
    case LedgerAccount::Float:
        return QStringLiteral("float");
    case LedgerAccount::CashInTransit:
        return QStringLiteral("cash-in-transit");
    case LedgerAccount::ChannelInTransit:
        return QStringLiteral("channel-in-transit");
    case LedgerAccount::LateCharge:
        return QStringLiteral("late-charge");
    }
    return {};
}

/// One line of the arrears, if the account owes something that is due.
Result<std::optional<QStringList>> arrearsOf(const LedgerStore& ledger, const AccountRow& row, Date asOf) {
    MH_TRY(const auto bills, ledger.openBillsOf(row.account.id));
    std::optional<Money> open;
    std::optional<Date> oldest;
    int count = 0;
    for (const OpenBill& bill : bills) {
        if (bill.dueOn >= asOf)
            continue;
        ++count;
        oldest = oldest ? std::min(*oldest, bill.dueOn) : bill.dueOn;
        MH_TRY(open, open ? open->plus(bill.open) : Result<Money>(bill.open));
    }
    if (!open)
        return std::optional<QStringList>();
    return std::optional(QStringList{row.account.number, row.holder, row.address, row.bookNumber,
                                     QString::number(count), oldest->toString(),
                                     QString::number(asOf.daysSince(*oldest)), open->toString()});
}

} // namespace

Result<ReportTable> arrearsReport(Session& session, Date asOf) {
    MH_CHECK(require(session, Service::FindCustomer));
    ReportTable table{{QStringLiteral("account"), QStringLiteral("holder"), QStringLiteral("address"),
                       QStringLiteral("book"), QStringLiteral("bills"), QStringLiteral("oldest_due"),
                       QStringLiteral("days"), QStringLiteral("open")},
                      {}};
    const LedgerStore ledger(session.inside().database());
    MH_CHECK(RegistryStore(session.inside().database()).eachAccount([&](const AccountRow& row) -> Result<void> {
        MH_TRY(auto line, arrearsOf(ledger, row, asOf));
        if (line)
            table.rows.push_back(std::move(*line));
        return {};
    }));
    return table;
}

Result<ReportTable> shiftReport(Session& session, Date businessDay) {
    MH_CHECK(requireDayReader(session));
    ReportTable table{{QStringLiteral("shift"), QStringLiteral("seat"), QStringLiteral("cashier"),
                       QStringLiteral("float"), QStringLiteral("counted"), QStringLiteral("expected"),
                       QStringLiteral("over"), QStringLiteral("short"), QStringLiteral("lead"),
                       QStringLiteral("reason")},
                      {}};
    const LedgerStore ledger(session.inside().database());
    MH_TRY(const auto shifts, ledger.shiftsOfDay(businessDay));
    for (const Shift& shift : shifts) {
        MH_TRY(const QString cashier, staffNumber(session, shift.cashier));
        MH_TRY(const auto count, ledger.countOf(shift.id));
        MH_TRY(const auto closing, ledger.closingOf(shift.id));
        QStringList line{shift.id.toString(), QString::number(shift.seat), cashier, shift.floatGiven.toString(),
                         count ? count->counted.toString() : QString()};
        if (closing) {
            MH_TRY(const QString lead, staffNumber(session, closing->lead));
            line << closing->expected.toString() << closing->over.toString() << closing->shortage.toString() << lead
                 << closing->reason;
        }
        while (line.size() < table.columns.size())
            line += QString();
        table.rows.push_back(line);
    }
    return table;
}

namespace {

/// What papers call the components, by code. The tariffs of different goods may call theirs by one code: then all
/// names.
Result<QHash<QString, QString>> componentLabels(storage::Database& database) {
    MH_TRY(const auto versions, storage::BillingStore(database).versionsInForce());
    std::map<std::pair<QString, QString>, QString> ofTariff; // the newest version's word
    for (const storage::StoredTariffVersion& stored : versions) {
        for (const TariffComponent& component : stored.version.components) {
            if (!component.label.isEmpty())
                ofTariff[{component.code, stored.code}] = component.label;
        }
    }
    std::map<QString, QStringList> names;
    for (const auto& [key, label] : ofTariff) {
        if (!names[key.first].contains(label))
            names[key.first] << label;
    }
    QHash<QString, QString> labels;
    for (const auto& [code, known] : names)
        labels.insert(code, known.join(QStringLiteral(" / ")));
    return labels;
}

} // namespace

Result<ReportTable> dayReport(Session& session, Date businessDay) {
    MH_CHECK(requireDayReader(session));
    ReportTable table{{QStringLiteral("entity"), QStringLiteral("account"), QStringLiteral("component"),
                       QStringLiteral("amount"), QStringLiteral("label")},
                      {}};
    storage::Database& database = session.inside().database();
    MH_TRY(const auto entities, RegistryStore(database).legalEntities());
    MH_TRY(const auto labels, componentLabels(database));
    MH_TRY(const auto totals, LedgerStore(database).totalsOf(businessDay));
    for (const storage::DayTotal& total : totals) {
        const auto entity = std::find_if(entities.begin(), entities.end(),
                                         [&](const LegalEntity& known) { return known.id == total.entity; });
        table.rows.push_back({entity == entities.end() ? total.entity.toString() : entity->code,
                              ledgerAccountCode(total.account), total.component, total.amount.toString(),
                              labels.value(total.component)});
    }
    return table;
}

} // namespace meterhall::services
