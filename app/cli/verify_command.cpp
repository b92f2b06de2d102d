#include "app/cli/options.h"
#include "core/services/verify.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace meterhall::app {

namespace {

Result<services::VerifyResult> verify(const QStringList& words) {
    MH_TRY(const Options options, Options::parse(words, workplaceOptions(), {}));
    MH_TRY(services::Session session, signInFrom(options));
    return services::verifyBooks(session);
}

} // namespace

/// Prints the violations as one JSON list; an empty list is a clean book.
int runVerifyCommand(const QStringList& arguments) {
    const auto result = verify(arguments);
    if (!result.ok())
        return wrongCall(result.error());
    QJsonArray list;
    for (const services::Violation& violation : result->violations)
        list.append(QJsonObject{{QStringLiteral("kind"), violation.kind},
                                {QStringLiteral("subject"), violation.subject},
                                {QStringLiteral("detail"), violation.detail}});
    printLine(QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
    return list.isEmpty() ? AllRight : DidNotHold;
}

} // namespace meterhall::app
