#include "app/cli/options.h"
#include "core/billing/golden_case.h"

#include <QJsonDocument>

namespace meterhall::app {

namespace {

constexpr const char* ratePage = R"(
meterhall-cli rate --tariff FILE [--tariff FILE …] --case FILE|-

Rates one case object of the golden form by the tariffs it names.

Prints {"total","lines":[{"code","tier","tou","qty","price","amount"}],"trace":{…}}, decimals as strings.
)";

struct RateCall {
    std::map<QString, TariffVersion> tariffs;
    QString caseFile;
};

Result<RateCall> callFrom(const Options& options) {
    RateCall call;
    for (const QString& name : options.values(QStringLiteral("tariff"))) {
        MH_TRY(const QJsonDocument json, readJson(name));
        const QJsonObject file = json.object();
        MH_TRY(TariffVersion version, trialVersion(file).within(name));
        call.tariffs.insert_or_assign(file.value(QLatin1String("id")).toString(), std::move(version));
    }
    call.caseFile = options.value(QStringLiteral("case"));
    if (call.caseFile.isEmpty() || call.tariffs.empty())
        return Error(CallError::MissingArgument, {QStringLiteral("--tariff FILE --case FILE")});
    return call;
}

Result<QJsonObject> rateOne(const Options& options) {
    MH_TRY(const RateCall call, callFrom(options));
    MH_TRY(const QByteArray content, readInput(call.caseFile));
    const QJsonDocument json = QJsonDocument::fromJson(content);
    if (!json.isObject())
        return Error(CallError::CannotRead, {call.caseFile, QStringLiteral("it is no JSON object")});
    const FindTariff find = [&](const QString& id) -> Result<TariffVersion> {
        const auto found = call.tariffs.find(id);
        if (found == call.tariffs.end())
            return Error(CallError::MissingArgument, {QStringLiteral("--tariff for ") + id});
        return found->second;
    };
    MH_TRY(const CaseResult result, rateCase(json.object(), find));
    return toJson(result);
}

Result<int> rateAndPrint(const Options& options) {
    MH_TRY(const QJsonObject bill, rateOne(options));
    printJson(bill);
    return AllRight;
}

} // namespace

int runRateCommand(const QStringList& arguments) {
    return runCommand({ratePage, {QStringLiteral("tariff"), QStringLiteral("case")}, {}, false}, arguments,
                      rateAndPrint);
}

} // namespace meterhall::app
