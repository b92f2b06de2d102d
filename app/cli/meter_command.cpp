#include "app/cli/new_meter_options.h"
#include "app/cli/payment_json.h"
#include "app/cli/workplace_names.h"
#include "core/services/customers.h"

#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* meterPage = R"(
meterhall-cli meter show NUMBER
meterhall-cli meter exchange NUMBER --end DIAL [--rolled-over] --start DIAL --unit U [--on DAY] [--key K]
                   (--known NUMBER | --meter NUMBER --protocol P --device-address A --profile P [--digits 6] [--multiplier 1]
                   [--terminal T] [--port 0])

show      a meter and where it hangs: {"meter","commodity","digits","multiplier","protocol","device_address","profile",
          "terminal","port","account","holder","address","installed","start_register"}; the last five are null for a meter
          that hangs nowhere. (whoever may find customers)
exchange  takes the meter down on --on (today) at the dial --end and hangs another up at --start: one out of its box, or a
          --known one that hangs nowhere. --unit is the unit of both dials (m3, kWh); --rolled-over when the old dial passed
          its end since it was last billed. --key as in `pay`: the same again answers "already_done". Prints {"key","meter",
          "already_done"}. (meter keeper)
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

Result<std::variant<services::NewMeter, MeterId>> nextMeterFrom(const Options& options, services::Session& session) {
    using Next = std::variant<services::NewMeter, MeterId>;
    if (options.has(QStringLiteral("known"))) {
        MH_TRY(const auto known, services::meterNumbered(session, options.value(QStringLiteral("known"))));
        return Next(known.meter.id);
    }
    MH_TRY(auto made, newMeterFrom(options));
    return Next(std::move(made));
}

Result<int> exchangeMeter(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.argument(1, QStringLiteral("NUMBER"), 2));
    MH_TRY(const Decimal end, dialFrom(options, QStringLiteral("end")));
    MH_TRY(const Decimal start, dialFrom(options, QStringLiteral("start")));
    MH_TRY(const QString unit, options.required(QStringLiteral("unit")));
    MH_TRY(const auto on, options.date(QStringLiteral("on")));
    MH_TRY(const auto key, callersKey(options));
    MH_TRY(const services::FoundMeter old, services::meterNumbered(session, number));
    MH_TRY(auto next, nextMeterFrom(options, session));
    const services::ExchangeRequest request{.key = key ? *key : session.newKey(),
                                            .oldMeter = old.meter.id,
                                            .on = on.value_or(session.businessDay()),
                                            .endDial = end,
                                            .rolledOver = options.has(QStringLiteral("rolled-over")),
                                            .next = std::move(next),
                                            .startDial = start,
                                            .unit = unit};
    MH_TRY(const services::ExchangeResult done, services::exchangeMeter(session, request));
    const bool isNew = !options.has(QStringLiteral("known"));
    printJson({{QStringLiteral("key"), QString::number(request.key)},
               {QStringLiteral("meter"), options.value(isNew ? QStringLiteral("meter") : QStringLiteral("known"))},
               {QStringLiteral("already_done"), done.alreadyDone}});
    return AllRight;
}

Result<int> meterForms(const Options& options) {
    return runForm(options, {{"show", showMeter}, {"exchange", exchangeMeter}});
}

} // namespace

int runMeterCommand(const QStringList& arguments) {
    const QStringList valued{QStringLiteral("end"), QStringLiteral("start"), QStringLiteral("unit"),
                             QStringLiteral("on"),  QStringLiteral("key"),   QStringLiteral("known")};
    return runCommand({meterPage, valued + newMeterOptions(), {QStringLiteral("rolled-over")}}, arguments, meterForms);
}

} // namespace meterhall::app
