#include "app/cli/options.h"
#include "core/services/reading_work.h"

#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* unreadPage = R"(
meterhall-cli unread [--json]

Meters that the last reading run did not read, one JSON line each (with or without --json): {"meter","cause","evidence"}.
cause is a stable word of the hub (no answer, terminal not connected …), evidence what it saw. (reading supervisor, engineer)
)";

Result<int> printUnread(const Options& options) {
    MH_TRY(services::Session session, signInFrom(options));
    MH_TRY(const auto meters, services::unreadMeters(session));
    for (const services::UnreadMeter& meter : meters)
        printJson({{QStringLiteral("meter"), meter.meterNumber},
                   {QStringLiteral("cause"), meter.cause},
                   {QStringLiteral("evidence"), meter.evidence}});
    return AllRight;
}

} // namespace

int runUnreadCommand(const QStringList& arguments) {
    return runCommand({unreadPage, {}, {QStringLiteral("json")}}, arguments, printUnread);
}

} // namespace meterhall::app
