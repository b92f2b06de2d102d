#include "app/cli/workplace_names.h"
#include "core/services/customers.h"

#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* meterPage = R"(
meterhall-cli meter show NUMBER

A meter and where it hangs: {"meter","commodity","digits","multiplier","protocol","device_address","profile","terminal","port",
"account","holder","address","installed","start_register"}; the last five are null for a meter that hangs nowhere. (whoever may
find customers)
)";

Result<int> showMeter(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.argument(1, QStringLiteral("NUMBER"), 2));
    MH_TRY(const services::FoundMeter found, services::meterNumbered(session, number));
    const Meter& meter = found.meter;
    const auto atHome = [&](auto text) { return found.account ? QJsonValue(text(*found.account)) : QJsonValue(); };
    const auto& installed = found.installation;
    printJson(
        {{QStringLiteral("meter"), meter.number},
         {QStringLiteral("commodity"), QString(commodityCode(meter.commodity))},
         {QStringLiteral("digits"), meter.digits},
         {QStringLiteral("multiplier"), formatScaled(meter.multiplierMicro, 6)},
         {QStringLiteral("protocol"), meter.protocol},
         {QStringLiteral("device_address"), meter.deviceAddress},
         {QStringLiteral("profile"), meter.profile},
         {QStringLiteral("terminal"), meter.terminal},
         {QStringLiteral("port"), meter.port},
         {QStringLiteral("account"), atHome([](const auto& account) { return account.account.number; })},
         {QStringLiteral("holder"), atHome([](const auto& account) { return account.holder; })},
         {QStringLiteral("address"), atHome([](const auto& account) { return account.address; })},
         {QStringLiteral("installed"), installed ? QJsonValue(installed->from.toString()) : QJsonValue()},
         {QStringLiteral("start_register"), installed ? QJsonValue(installed->startDial.toString()) : QJsonValue()}});
    return AllRight;
}

Result<int> meterForms(const Options& options) {
    return runForm(options, {{"show", showMeter}});
}

} // namespace

int runMeterCommand(const QStringList& arguments) {
    return runCommand({meterPage}, arguments, meterForms);
}

} // namespace meterhall::app
