#include "app/cli/options.h"
#include "core/services/trace_bill.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* tracePage = R"(
meterhall-cli trace BILL

How the total of a stored bill came about: it is rated again from its stored inputs, by the version of the tariff and of the
rules it names. BILL is the bill's number, as `customer show` and the bill's paper give it. `trace-check` judges the output
with other code. (whoever may find customers)

Prints {"bill","account","total","lines":[{"code","tier","qty","price","amount"}],"trace":{…}}, decimals as strings. A
leaf of the trace is {"kind","value","source"}, a node {"op","args","rounding"?,"value"}. Exit code 1 when the bill does not
come out as it is stored.
)";

QJsonObject toJson(const BillLine& line, const TariffVersion& version) {
    return {{QStringLiteral("code"), version.components.at(line.component).code},
            {QStringLiteral("tier"), int(line.tier)},
            {QStringLiteral("qty"), line.quantity.toString()},
            {QStringLiteral("price"), line.price.toString()},
            {QStringLiteral("amount"), line.amount.toString()}};
}

Result<int> traceBill(const Options& options) {
    MH_TRY(const QString number, options.onlyArgument(QStringLiteral("BILL")));
    MH_TRY(const BillId bill, BillId::parse(number).within(QStringLiteral("BILL")));
    MH_TRY(services::Session session, signInFrom(options));
    MH_TRY(const services::TracedBill traced, services::traceBill(session, bill));
    QJsonArray lines;
    for (const BillLine& line : traced.stored.lines)
        lines.append(toJson(line, traced.version));
    printJson({{QStringLiteral("bill"), number},
               {QStringLiteral("account"), traced.accountNumber},
               {QStringLiteral("total"), traced.stored.total.toString()},
               {QStringLiteral("lines"), lines},
               {QStringLiteral("trace"), traced.trace.toJson()}});
    if (!traced.reproduced)
        complain(QStringLiteral("the bill does not come out as it is stored"));
    return traced.reproduced ? AllRight : DidNotHold;
}

} // namespace

int runTraceCommand(const QStringList& arguments) {
    return runCommand({tracePage}, arguments, traceBill);
}

} // namespace meterhall::app
