#include "app/cli/options.h"
#include "core/proof/proof.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace meterhall::app {

namespace {

constexpr const char* traceCheckPage = R"(
meterhall-cli trace-check FILE|-

Evaluates derivations again from their leaves, with none of the code that rated. FILE is what `rate` or `trace` printed:
a bare trace, {"total","trace"}, or {"bills":[…]}.

Prints `holds TOTAL` or `does not hold: WHY`, one line for each derivation.
)";

/// What `rate` and `trace` print: a bare trace, {"total", "trace"}, or {"bills": [{"total", "trace"} …]}.
std::vector<QJsonObject> tracesIn(const QJsonObject& json) {
    std::vector<QJsonObject> found;
    for (const QJsonValue bill : json.value(QLatin1StringView("bills")).toArray())
        found.push_back(bill.toObject());
    if (found.empty())
        found.push_back(json);
    return found;
}

Result<QString> proved(const QJsonObject& json) {
    const bool isBill = json.contains(QLatin1StringView("trace"));
    MH_TRY(const Trace trace, Trace::fromJson(isBill ? json.value(QLatin1StringView("trace")).toObject() : json));
    if (isBill)
        MH_CHECK(proveTotal(trace, json.value(QLatin1StringView("total")).toString()));
    return prove(trace);
}

Result<QJsonObject> tracedJson(const Options& options) {
    MH_TRY(const QString path, options.onlyArgument(QStringLiteral("FILE")));
    MH_TRY(const QByteArray content, readInput(path));
    const QJsonDocument json = QJsonDocument::fromJson(content);
    if (!json.isObject())
        return Error(CallError::CannotRead, {path, QStringLiteral("it is no JSON object")});
    return json.object();
}

Result<int> checkTraces(const Options& options) {
    MH_TRY(const QJsonObject json, tracedJson(options));
    int outcome = AllRight;
    for (const QJsonObject& one : tracesIn(json)) {
        auto total = proved(one);
        if (!total.ok() && total.error().code().area() == errorArea(TraceError{}).area)
            return std::move(total).error();
        printLine(total.ok() ? QStringLiteral("holds %1").arg(*total)
                             : QStringLiteral("does not hold: %1").arg(total.error().toString()));
        outcome = total.ok() ? outcome : DidNotHold;
    }
    return outcome;
}

} // namespace

int runTraceCheckCommand(const QStringList& arguments) {
    return runCommand({.page = traceCheckPage, .signsIn = false}, arguments, checkTraces);
}

} // namespace meterhall::app
