#include "app/cli/progress.h"
#include "core/services/verify.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* verifyPage = R"(
meterhall-cli verify [--progress]

Checks everything that is stored: the schema, audit chains (against the heads kept at day close and the seats' own notes),
every guarded row against its digest, journals balanced, bills reproduced byte for byte from their inputs, ladder
positions derived again, drawers of closed shifts empty. The operator is an auditor, finance or an administrator.

--progress says on standard error how far it is. It may be broken off at any moment: it writes nothing.

Prints one JSON list of {"kind","subject","detail"}; [] is a clean book, anything else is exit code 1.
)";

Result<int> verify(const Options& options) {
    MH_TRY(services::Session session, signInFrom(options));
    MH_TRY(const services::VerifyResult result, services::verifyBooks(session, progressOf(options)));
    QJsonArray list;
    for (const services::Violation& violation : result.violations)
        list.append(QJsonObject{{QStringLiteral("kind"), violation.kind},
                                {QStringLiteral("subject"), violation.subject},
                                {QStringLiteral("detail"), violation.detail}});
    printLine(QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
    return list.isEmpty() ? AllRight : DidNotHold;
}

} // namespace

int runVerifyCommand(const QStringList& arguments) {
    return runCommand({verifyPage, {}, {QStringLiteral("progress")}}, arguments, verify);
}

} // namespace meterhall::app
