#include "app/cli/options.h"
#include "core/services/reading_work.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace meterhall::app {

namespace {

Result<std::vector<services::UnreadMeter>> unread(const QStringList& words) {
    MH_TRY(const Options options, Options::parse(words, workplaceOptions(), {QStringLiteral("json")}));
    MH_TRY(services::Session session, signInFrom(options));
    return services::unreadMeters(session);
}

} // namespace

/// One JSON line per meter that the last run did not read.
int runUnreadCommand(const QStringList& arguments) {
    const auto meters = unread(arguments);
    if (!meters.ok())
        return wrongCall(meters.error());
    for (const services::UnreadMeter& meter : *meters) {
        const QJsonObject line{{QStringLiteral("meter"), meter.meterNumber},
                               {QStringLiteral("cause"), meter.cause},
                               {QStringLiteral("evidence"), meter.evidence}};
        printLine(QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)));
    }
    return AllRight;
}

} // namespace meterhall::app
