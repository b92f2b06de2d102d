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
line of a bill that a new price, ladder year or season divides says of which days it is: "from" and "to". A
leaf of the trace is {"kind","value","source"}, a node {"op","args","rounding"?,"value"}. Exit code 1 when the bill does not
come out as it is stored.
)";

QJsonObject toJson(const BillLine& line, const services::TracedBill& bill) {
    const TariffVersion& version = bill.versionOf(line);
    QJsonObject json{{QStringLiteral("code"), version.components.at(line.component).code},
                     {QStringLiteral("tier"), int(line.tier)},
                     {QStringLiteral("qty"), line.quantity.toString()},
                     {QStringLiteral("price"), line.price.toString()},
                     {QStringLiteral("amount"), line.amount.toString()}};
    if (line.part != 0) {
        const std::size_t part = line.part - 1U;
        json.insert(QStringLiteral("from"), bill.inputs.beginOf(part).toString());
        json.insert(QStringLiteral("to"), bill.inputs.endOf(part).toString());
    }
    return json;
}

Result<int> traceBill(const Options& options) {
    MH_TRY(const QString number, options.onlyArgument(QStringLiteral("BILL")));
    MH_TRY(const BillId bill, BillId::parse(number).within(QStringLiteral("BILL")));
    MH_TRY(services::Session session, signInFrom(options));
    MH_TRY(const services::TracedBill traced, services::traceBill(session, bill));
    QJsonArray lines;
    for (const BillLine& line : traced.stored.lines)
        lines.append(toJson(line, traced));
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
