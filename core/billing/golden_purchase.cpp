#include "core/billing/golden_purchase.h"

namespace meterhall::golden {

namespace {

Result<Rateable> buyerOf(JsonFields& fields, const FindTariff& find) {
    QJsonObject bill = fields.take(Key("common")).toObject();
    bill.insert(Key("tariff"), fields.take(Key("tariff")));
    if (const QJsonValue prior = fields.take(Key("prior")); !prior.isUndefined())
        bill.insert(Key("prior"), prior);
    bill.insert(Key("usage"), QStringLiteral("0"));
    return rateableOf(bill, find);
}

} // namespace

Result<PurchaseCase> volumeCaseOf(const QJsonObject& inputs, const FindTariff& find) {
    JsonFields fields(inputs, QStringLiteral("inputs"));
    MH_TRY(Rateable rateable, buyerOf(fields, find));
    MH_TRY(const BilledQuantity volume, quantityOf(fields, Key("volume")));
    MH_CHECK(fields.finish());
    return PurchaseCase{std::move(rateable), volume};
}

Result<PurchaseCase> moneyCaseOf(const QJsonObject& inputs, const FindTariff& find) {
    JsonFields fields(inputs, QStringLiteral("inputs"));
    MH_TRY(Rateable rateable, buyerOf(fields, find));
    MH_TRY(const BilledQuantity step, quantityOf(fields, Key("step")));
    MH_TRY(const QString text, fields.decimal(Key("money")));
    MH_TRY(const Money money, Money::parse(text, rateable.version.currency).within(QStringLiteral("money")));
    MH_CHECK(fields.finish());
    return PurchaseCase{std::move(rateable), {}, money, step};
}

} // namespace meterhall::golden
