#include "app/cli/options.h"
#include "core/services/reading_work.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace meterhall::app {

namespace {

QJsonObject toJson(const services::ExceptionItem& item) {
    QJsonArray reasons;
    for (const QString& kind : item.doubts.names())
        reasons.append(QJsonObject{{QStringLiteral("kind"), kind}});
    return {{QStringLiteral("meter"), item.meterNumber},
            {QStringLiteral("account"), item.accountNumber},
            {QStringLiteral("reading"), item.reading.toString()},
            {QStringLiteral("value"), item.value.toString()},
            {QStringLiteral("reasons"), reasons}};
}

Result<std::vector<services::ExceptionItem>> openExceptions(const QStringList& words) {
    MH_TRY(const Options options, Options::parse(words, workplaceOptions(), {QStringLiteral("json")}));
    MH_TRY(services::Session session, signInFrom(options));
    return services::readingExceptions(session, {});
}

} // namespace

/// One JSON line per reading that waits for the supervisor.
int runExceptionsCommand(const QStringList& arguments) {
    const auto items = openExceptions(arguments);
    if (!items.ok())
        return wrongCall(items.error());
    for (const services::ExceptionItem& item : *items)
        printLine(QString::fromUtf8(QJsonDocument(toJson(item)).toJson(QJsonDocument::Compact)));
    return AllRight;
}

} // namespace meterhall::app
