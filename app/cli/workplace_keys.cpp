#include "app/cli/workplace_keys.h"

#include "app/cli/progress.h"
#include "core/services/resealing.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meterhall::app {

Result<int> addKey(const Options& /*options*/, services::Session& session) {
    MH_TRY(const std::uint32_t number, services::addPersonalDataKey(session));
    printJson({{QStringLiteral("key"), qint64(number)}});
    return AllRight;
}

Result<int> reseal(const Options& options, services::Session& session) {
    MH_TRY(const services::ResealResult result,
           services::resealPersonalData(session, {.progress = progressOf(options)}));
    QJsonArray unreadable;
    for (const CustomerId customer : result.unreadable)
        unreadable.append(customer.toString());
    printJson({{QStringLiteral("resealed"), qint64(result.resealed)},
               {QStringLiteral("unreadable"), unreadable},
               {QStringLiteral("left"), qint64(result.left)}});
    return result.left == 0 ? AllRight : DidNotHold;
}

Result<int> dropKey(const Options& options, services::Session& session) {
    MH_TRY(const QString typed, options.argument(1, QStringLiteral("N"), 2));
    bool isNumber = false;
    const std::uint32_t number = typed.toUInt(&isNumber);
    if (!isNumber)
        return Error(CallError::NotANumber, {QStringLiteral("N"), typed});
    MH_CHECK(services::dropPersonalDataKey(session, number));
    return AllRight;
}

} // namespace meterhall::app
