#include "app/cli/payment_json.h"

#include "core/services/customers.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meterhall::app {

Result<std::optional<std::int64_t>> callersKey(const Options& options) {
    if (!options.has(QStringLiteral("key")))
        return std::optional<std::int64_t>();
    MH_TRY(const std::int64_t key, options.key(QStringLiteral("key")));
    if (key > idlayout::maxCounter)
        return Error(CallError::NotANumber, {QStringLiteral("--key"), QString::number(key)});
    return std::optional(key);
}

Result<int> printPayment(services::Session& session, std::int64_t key, const services::PaymentResult& result) {
    QJsonArray receipts;
    for (const Receipt& receipt : result.receipts) {
        MH_TRY(const QString account, services::accountNumberOf(session, receipt.account));
        receipts.append(QJsonObject{{QStringLiteral("receipt"), receipt.id.toString()},
                                    {QStringLiteral("paper"), QString::number(receipt.paperNumber)},
                                    {QStringLiteral("account"), account},
                                    {QStringLiteral("amount"), receipt.amount.toString()},
                                    {QStringLiteral("received"), receipt.received.toString()},
                                    {QStringLiteral("change"), receipt.change.toString()}});
    }
    printJson({{QStringLiteral("key"), QString::number(key)},
               {QStringLiteral("already_done"), result.alreadyDone},
               {QStringLiteral("method"), codeOf(result.tender.method)},
               {QStringLiteral("change"), result.change.toString()},
               {QStringLiteral("late_charge"), result.late.toString()},
               {QStringLiteral("receipts"), receipts}});
    return AllRight;
}

} // namespace meterhall::app
