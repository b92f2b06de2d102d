#include "core/services/inside/truth_json.h"

#include "core/storage/storage_error.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace meterhall::services {

namespace {

using Key = QLatin1StringView;

// Numbers are texts: ids have 63 bits.
template <class Tag>
Id<Tag> idOf(const QJsonObject& json, Key key) {
    return Id<Tag>::fromRaw(json.value(key).toString().toLongLong());
}

Result<Date> dateOf(const QJsonObject& json, Key key) {
    return Date::parse(json.value(key).toString());
}

QJsonObject jsonOf(const TrueDials& truth) {
    QJsonObject dials;
    for (const auto& [day, dial] : truth.dials)
        dials.insert(day.toString(), dial.toString());
    return {{Key("kind"), Key("dials")}, {Key("account"), truth.account.toString()}, {Key("dials"), dials}};
}

QJsonObject jsonOf(const TrueTerms& truth) {
    QJsonArray facts;
    for (const Fact& fact : truth.terms.facts)
        facts.append(QJsonArray{int(fact.kind), fact.value.toString()});
    return {{Key("kind"), Key("terms")},
            {Key("account"), truth.account.toString()},
            {Key("from"), truth.from.toString()},
            {Key("use_class"), useClassCode(truth.terms.useClass)},
            {Key("household_size"), truth.terms.householdSize},
            {Key("tariff"), truth.terms.tariffCode},
            {Key("category"), truth.terms.category},
            {Key("facts"), facts}};
}

QJsonObject jsonOf(const CrossedMeters& truth) {
    return {{Key("kind"), Key("crossed")},
            {Key("account"), truth.one.toString()},
            {Key("other"), truth.other.toString()},
            {Key("from"), truth.from.toString()}};
}

QJsonObject jsonOf(const MeterFault& truth) {
    return {{Key("kind"), Key("fault")},
            {Key("account"), truth.account.toString()},
            {Key("meter"), truth.meter.toString()},
            {Key("from"), truth.from.toString()},
            {Key("to"), truth.to.toString()},
            {Key("too_much_percent"), truth.tooMuchPercent.toString()}};
}

Result<Truth> dialsFrom(const QJsonObject& json) {
    TrueDials truth{idOf<AccountTag>(json, Key("account")), {}};
    const QJsonObject dials = json.value(Key("dials")).toObject();
    for (const QString& day : dials.keys()) {
        MH_TRY(const Date on, Date::parse(day));
        MH_TRY(const Decimal dial, Decimal::parse(dials.value(day).toString()));
        truth.dials.emplace(on, dial);
    }
    return Truth(std::move(truth));
}

Result<Truth> termsFrom(const QJsonObject& json) {
    MH_TRY(const Date from, dateOf(json, Key("from")));
    MH_TRY(const UseClass useClass, parseUseClass(json.value(Key("use_class")).toString()));
    TrueTerms truth{idOf<AccountTag>(json, Key("account")),
                    from,
                    {.useClass = useClass,
                     .householdSize = json.value(Key("household_size")).toInt(),
                     .tariffCode = json.value(Key("tariff")).toString(),
                     .category = json.value(Key("category")).toString()}};
    for (const QJsonValue fact : json.value(Key("facts")).toArray()) {
        MH_TRY(const BilledQuantity value, BilledQuantity::parse(fact.toArray().at(1).toString()));
        truth.terms.facts.push_back({FactKind(fact.toArray().at(0).toInt()), value});
    }
    return Truth(std::move(truth));
}

Result<Truth> crossedFrom(const QJsonObject& json) {
    MH_TRY(const Date from, dateOf(json, Key("from")));
    return Truth(CrossedMeters{idOf<AccountTag>(json, Key("account")), idOf<AccountTag>(json, Key("other")), from});
}

Result<Truth> faultFrom(const QJsonObject& json) {
    MH_TRY(const Date from, dateOf(json, Key("from")));
    MH_TRY(const Date to, dateOf(json, Key("to")));
    MH_TRY(const Decimal percent, Decimal::parse(json.value(Key("too_much_percent")).toString()));
    return Truth(
        MeterFault{idOf<AccountTag>(json, Key("account")), idOf<MeterTag>(json, Key("meter")), from, to, percent});
}

} // namespace

QString truthText(const Truth& truth) {
    const QJsonObject json = std::visit([](const auto& of) { return jsonOf(of); }, truth);
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<Truth> truthFrom(const QString& text) {
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString kind = json.value(Key("kind")).toString();
    if (kind == Key("dials"))
        return dialsFrom(json);
    if (kind == Key("terms"))
        return termsFrom(json);
    if (kind == Key("crossed"))
        return crossedFrom(json);
    if (kind == Key("fault"))
        return faultFrom(json);
    return storage::StorageError::WrongType;
}

AccountId accountOf(const Truth& truth) {
    if (const auto* crossed = std::get_if<CrossedMeters>(&truth))
        return crossed->one;
    if (const auto* dials = std::get_if<TrueDials>(&truth))
        return dials->account;
    if (const auto* terms = std::get_if<TrueTerms>(&truth))
        return terms->account;
    return std::get<MeterFault>(truth).account;
}

} // namespace meterhall::services
