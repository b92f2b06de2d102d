#include "app/cli/options.h"
#include "core/billing/golden_case.h"

#include <QJsonDocument>

namespace meterhall::app {

namespace {

// --tariff may be given more than once, so the words are read here and not by Options.
struct RateCall {
    std::map<QString, TariffVersion> tariffs;
    QString caseFile;
};

Result<RateCall> callFrom(const QStringList& words) {
    RateCall call;
    for (qsizetype i = 0; i < words.size(); i += 2) {
        if (i + 1 == words.size())
            return Error(CallError::MissingValue, {words.at(i)});
        if (words.at(i) == QLatin1String("--case")) {
            call.caseFile = words.at(i + 1);
        } else if (words.at(i) == QLatin1String("--tariff")) {
            MH_TRY(const QJsonDocument json, readJson(words.at(i + 1)));
            const QJsonObject file = json.object();
            MH_TRY(TariffVersion version, trialVersion(file).within(words.at(i + 1)));
            call.tariffs.insert_or_assign(file.value(QLatin1String("id")).toString(), std::move(version));
        } else {
            return Error(CallError::UnknownOption, {words.at(i)});
        }
    }
    if (call.caseFile.isEmpty() || call.tariffs.empty())
        return Error(CallError::MissingArgument, {QStringLiteral("--tariff FILE --case FILE")});
    return call;
}

Result<QJsonObject> rateOne(const QStringList& words) {
    MH_TRY(const RateCall call, callFrom(words));
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

} // namespace

/// One case of the golden form; its bill with the derivation.
int runRateCommand(const QStringList& arguments) {
    const auto bill = rateOne(arguments);
    if (!bill.ok())
        return wrongCall(bill.error());
    printLine(QString::fromUtf8(QJsonDocument(*bill).toJson(QJsonDocument::Compact)));
    return AllRight;
}

} // namespace meterhall::app
