#include "app/cli/new_meter_options.h"

namespace meterhall::app {

QStringList newMeterOptions() {
    return {QStringLiteral("meter"),    QStringLiteral("protocol"), QStringLiteral("device-address"),
            QStringLiteral("profile"),  QStringLiteral("digits"),   QStringLiteral("multiplier"),
            QStringLiteral("terminal"), QStringLiteral("port")};
}

Result<services::NewMeter> newMeterFrom(const Options& options) {
    services::NewMeter meter;
    MH_TRY(meter.number, options.required(QStringLiteral("meter")));
    MH_TRY(meter.protocol, options.required(QStringLiteral("protocol")));
    MH_TRY(meter.deviceAddress, options.required(QStringLiteral("device-address")));
    MH_TRY(meter.profile, options.required(QStringLiteral("profile")));
    MH_TRY(meter.digits, options.number(QStringLiteral("digits"), meter.digits));
    MH_TRY(meter.port, options.number(QStringLiteral("port"), meter.port));
    meter.terminal = options.value(QStringLiteral("terminal"));
    const QString multiplier = options.value(QStringLiteral("multiplier"), QStringLiteral("1"));
    const auto micro = parseScaled(multiplier, 6);
    if (!micro.ok())
        return Error(CallError::BadValue, {QStringLiteral("--multiplier"), multiplier, QStringLiteral("a number")});
    meter.multiplierMicro = *micro;
    return meter;
}

Result<Decimal> dialFrom(const Options& options, const QString& name) {
    MH_TRY(const QString text, options.required(name));
    const auto dial = Decimal::parse(text);
    return dial.ok() ? dial : Error(CallError::BadValue, {QStringLiteral("--") + name, text, QStringLiteral("a dial")});
}

} // namespace meterhall::app
