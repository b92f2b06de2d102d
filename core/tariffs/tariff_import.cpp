#include "core/tariffs/components/catalog.h"
#include "core/tariffs/json_fields.h"
#include "core/tariffs/tariff_file_names.h"
#include "core/tariffs/tariff_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace meterhall {

namespace {
using tarifffile::CycleName;
using tarifffile::cycleNames;
using tarifffile::Key;
using tarifffile::PayeeName;
using tarifffile::payeeNames;

/// Said in words, for people.
constexpr Key remarkKeys[] = {Key("provenance"), Key("source"),       Key("note"),
                              Key("other"),      Key("effective_to"), Key("household_rule_text"),
                              Key("proration"),  Key("late_fee"),     Key("disability_price")};

Result<Payee> payeeOf(const QString& name, const QString& path) {
    for (const PayeeName& row : payeeNames) {
        if (name == row.name)
            return row.payee;
    }
    return Error(TariffError::BadField, {path, name.left(40)});
}

Result<FactKind> factOfCode(const QString& code, const QString& path) {
    for (const FactKind kind :
         {FactKind::Bill, FactKind::Months, FactKind::Days, FactKind::People, FactKind::SquareMetres}) {
        if (code == factCode(kind))
            return kind;
    }
    return Error(TariffError::Unsupported, {path, code.left(40)});
}

Result<std::vector<BilledPrice>> pricesOf(const QJsonValue& value, const QString& path) {
    std::vector<BilledPrice> prices;
    for (const QJsonValue item : value.toArray()) {
        MH_TRY(const QString text, decimalText(item, path));
        MH_TRY(const BilledPrice price, BilledPrice::parse(text).within(path));
        prices.push_back(price);
    }
    if (prices.empty())
        return Error(TariffError::BadField, {path});
    return prices;
}

Result<LadderCycle> cycleOf(const QJsonValue& value) {
    JsonFields fields(value.toObject(), QStringLiteral("cycle"));
    MH_TRY(const QString kind, fields.text(Key("kind")));
    MH_TRY(const QString reset, fields.textOr(Key("reset"), QStringLiteral("01-01")));
    MH_CHECK(fields.finish());
    for (const CycleName& row : cycleNames) {
        if (kind != row.name)
            continue;
        LadderCycle cycle = row.cycle;
        MH_TRY(const Date day, Date::parse(QStringLiteral("2001-") + reset).within(QStringLiteral("cycle.reset")));
        cycle.resetMonth = day.month();
        cycle.resetDay = day.day();
        return cycle;
    }
    return Error(TariffError::Unsupported, {QStringLiteral("cycle.kind"), kind.left(40)});
}

/// The file's tiers: bounds, and the price where the file gives one for all components together.
struct Tiers {
    std::vector<BilledQuantity> bounds;
    std::vector<BilledPrice> prices;
};

Result<Tiers> tiersOf(const QJsonArray& array) {
    Tiers tiers;
    for (qsizetype i = 0; i < array.size(); ++i) {
        JsonFields fields(array[i].toObject(), QStringLiteral("tiers[%1]").arg(i));
        const bool isLast = i + 1 == array.size();
        if (isLast && fields.has(Key("upto")))
            return Error(TariffError::Unsupported,
                         {fields.pathOf(Key("upto")), QStringLiteral("last tier is not open")});
        if (!isLast) {
            MH_TRY(const QString upto, fields.decimal(Key("upto")));
            MH_TRY(const BilledQuantity bound, BilledQuantity::parse(upto).within(fields.pathOf(Key("upto"))));
            tiers.bounds.push_back(bound);
        }
        fields.take(Key("upto"));
        if (fields.has(Key("price"))) {
            MH_TRY(const QString text, fields.decimal(Key("price")));
            MH_TRY(const BilledPrice price, BilledPrice::parse(text).within(fields.pathOf(Key("price"))));
            tiers.prices.push_back(price);
        }
        MH_CHECK(fields.finish());
    }
    if (!tiers.prices.empty() && tiers.prices.size() != std::size_t(array.size()))
        return Error(TariffError::MissingField, {QStringLiteral("tiers.price")});
    return tiers;
}

/// One file being read.
class Import {
public:
    Import(const QJsonObject& json, const ImportDefaults& defaults)
        : m_fields(json, {})
        , m_defaults(defaults) {}

    Result<ImportedTariff> run() {
        MH_TRY(ImportedTariff imported, head());
        MH_CHECK(ladder(imported.version));
        MH_CHECK(rounding(imported.version));
        MH_CHECK(components(imported.version));
        MH_CHECK(charges(imported.version, Key("fixed"), Key("amount"), QStringLiteral("fixed")));
        MH_CHECK(charges(imported.version, Key("per_unit"), Key("rate"), QStringLiteral("levy")));
        remarks();
        MH_CHECK(m_fields.finish());
        MH_CHECK(checkTariffVersion(imported.version));
        imported.remarks = m_remarks;
        return imported;
    }

private:
    Result<ImportedTariff> head() {
        MH_TRY(const QString code, m_fields.text(Key("id")));
        MH_TRY(const QString commodityText, m_fields.text(Key("commodity")));
        MH_TRY(const Commodity commodity, commodityOf(commodityText));
        MH_TRY(const QString unitText, m_fields.text(Key("unit")));
        const auto unit = parseUnit(unitText);
        if (!unit.ok())
            return Error(TariffError::Unsupported, {QStringLiteral("unit"), unitText.left(40)});
        MH_TRY(const QString currencyText, m_fields.text(Key("currency")));
        MH_TRY(const Currency currency, Currency::parse(currencyText).within(QStringLiteral("currency")));
        MH_TRY(const QString city, m_fields.textOr(Key("city"), {}));
        MH_TRY(const QString customers, m_fields.textOr(Key("customer_class"), {}));
        MH_TRY(const QString name,
               m_fields.textOr(Key("name"), QStringLiteral("%1 %2").arg(city, customers).trimmed()));
        MH_TRY(const QString order, m_fields.textOr(Key("price_order"), {}));
        MH_TRY(const Date from, effectiveFrom());
        MH_TRY(const BilledQuantity step, dialStep());
        return ImportedTariff{{m_defaults.tariff, code, name, commodity},
                              {m_defaults.version, m_defaults.tariff, from, order, currency, *unit, step, {}, {}, {}},
                              {}};
    }

    /// Sewage is billed on the water meter.
    Result<Commodity> commodityOf(const QString& text) {
        if (text == u"sewage") {
            m_remarks += QStringLiteral("commodity: sewage, billed by the water meter");
            return Commodity::Water;
        }
        return parseCommodity(text).within(QStringLiteral("commodity"));
    }

    Result<Date> effectiveFrom() {
        MH_TRY(const QString text, m_fields.textOr(Key("effective_from"), {}));
        if (const auto date = Date::parse(text); date.ok())
            return *date;
        m_remarks += QStringLiteral("effective_from: \"%1\" is no date; %2 was taken")
                         .arg(text, m_defaults.effectiveFrom.toString());
        return m_defaults.effectiveFrom;
    }

    Result<BilledQuantity> dialStep() {
        if (!m_fields.has(Key("dial_step")))
            return m_defaults.dialStep;
        MH_TRY(const QString text, m_fields.decimal(Key("dial_step")));
        return BilledQuantity::parse(text).within(QStringLiteral("dial_step"));
    }

    Result<void> ladder(TariffVersion& version) {
        MH_TRY(const QString mode, m_fields.text(Key("tier_mode")));
        MH_TRY(version.ladder.cycle, cycleOf(m_fields.take(Key("cycle"))));
        if (mode != u"graduated" && mode != u"flat")
            return Error(TariffError::Unsupported, {QStringLiteral("tier_mode"), mode.left(40)});
        MH_TRY(m_tiers, tiersOf(m_fields.take(Key("tiers")).toArray()));
        version.ladder.upperBounds = m_tiers.bounds;
        version.ladder.mode = mode == u"graduated" ? LadderMode::Marginal : LadderMode::Flat;
        if (!m_fields.has(Key("bound_rounding")))
            return {};
        MH_TRY(const RoundingRule bounds,
               importRounding(m_fields.take(Key("bound_rounding")), QStringLiteral("bound_rounding")));
        version.policy.boundStep = BilledQuantity::ofMicro(bounds.stepMicro());
        version.policy.boundRounding = bounds.mode();
        return {};
    }

    Result<void> rounding(TariffVersion& version) {
        m_line = RoundingRule::toMinorUnit(version.currency, RoundingMode::HalfUp);
        JsonFields fields(m_fields.take(Key("rounding")).toObject(), QStringLiteral("rounding"));
        if (fields.has(Key("line"))) {
            MH_TRY(m_line, importRounding(fields.take(Key("line")), QStringLiteral("rounding.line")));
        }
        if (m_line->stepMicro() % version.currency.minorUnitMicro() != 0)
            return Error(TariffError::Unsupported,
                         {QStringLiteral("rounding.line"), QStringLiteral("finer than the currency")});
        if (fields.has(Key("total"))) {
            MH_TRY(const RoundingRule total,
                   importRounding(fields.take(Key("total")), QStringLiteral("rounding.total")));
            // A sum of lines that are already multiples of the step does not change.
            if (m_line->stepMicro() % total.stepMicro() != 0)
                version.policy.totalRounding = total;
        }
        return fields.finish();
    }

    Result<void> components(TariffVersion& version) {
        const QJsonArray array = m_fields.take(Key("components")).toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            MH_TRY(TariffComponent component,
                   this->component(array[i].toObject(), QStringLiteral("components[%1]").arg(i)));
            version.components.push_back(std::move(component));
        }
        if (array.isEmpty() && !m_tiers.prices.empty())
            version.components.push_back(blank(QStringLiteral("energy"), (*chargeKind(u"volume"))->id, m_tiers.prices));
        return {};
    }

    TariffComponent blank(const QString& code, ChargeKindId kind, std::vector<BilledPrice> prices) const {
        return {code,
                {},
                kind,
                FactKind::Bill,
                Payee::OwnIncome,
                std::move(prices),
                Ratio::ofMicro(Ratio::microPerUnit),
                {},
                *m_line};
    }

    Result<TariffComponent> component(const QJsonObject& json, const QString& path) {
        JsonFields fields(json, path);
        MH_TRY(const QString code, fields.text(Key("code")));
        MH_TRY(const QString kindCode, fields.textOr(Key("kind"), QStringLiteral("volume")));
        MH_TRY(const ChargeKind* kind, chargeKind(kindCode).within(path));
        MH_TRY(auto prices, pricesOf(fields.take(Key("prices")), fields.pathOf(Key("prices"))));
        TariffComponent component = blank(code, kind->id, std::move(prices));
        MH_TRY(component.label, fields.textOr(Key("label"), {}));
        MH_TRY(const QString per, fields.textOr(Key("per"), QStringLiteral("bill")));
        MH_TRY(component.per, factOfCode(per, fields.pathOf(Key("per"))));
        MH_TRY(const QString payee, fields.textOr(Key("payee"), QStringLiteral("own")));
        MH_TRY(component.payee, payeeOf(payee, fields.pathOf(Key("payee"))));
        MH_CHECK(terms(fields, component));
        if (fields.has(Key("vat")))
            m_remarks += QStringLiteral("%1.vat: %2").arg(path, fields.take(Key("vat")).toString());
        MH_CHECK(fields.finish());
        return component;
    }

    Result<void> terms(JsonFields& fields, TariffComponent& component) {
        if (fields.has(Key("share"))) {
            MH_TRY(const QString share, fields.decimal(Key("share")));
            MH_TRY(component.share, Ratio::parse(share).within(fields.pathOf(Key("share"))));
        }
        if (fields.has(Key("round"))) {
            MH_TRY(component.rounding, importRounding(fields.take(Key("round")), fields.pathOf(Key("round"))));
        }
        if (!fields.has(Key("tax")))
            return {};
        JsonFields tax(fields.take(Key("tax")).toObject(), fields.pathOf(Key("tax")));
        MH_TRY(const QString percent, tax.decimal(Key("percent")));
        MH_TRY(component.tax.rate, Rate::parsePercent(percent).within(tax.pathOf(Key("percent"))));
        component.tax.included = tax.take(Key("included")).toBool(true);
        return tax.finish();
    }

    /// "fixed" and "per_unit": lists of one price each.
    Result<void> charges(TariffVersion& version, Key key, Key priceKey, const QString& kindCode) {
        const QJsonArray array = m_fields.take(key).toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            JsonFields fields(array[i].toObject(), QStringLiteral("%1[%2]").arg(key).arg(i));
            MH_TRY(const QString code, fields.text(Key("code")));
            MH_TRY(const QString text, fields.decimal(priceKey));
            MH_TRY(const BilledPrice price, BilledPrice::parse(text).within(fields.pathOf(priceKey)));
            MH_TRY(const ChargeKind* kind, chargeKind(kindCode));
            TariffComponent component = blank(code, kind->id, {price});
            MH_TRY(const QString per, fields.textOr(Key("per"), QStringLiteral("bill")));
            MH_TRY(component.per, factOfCode(per, fields.pathOf(Key("per"))));
            MH_CHECK(terms(fields, component));
            MH_CHECK(fields.finish());
            version.components.push_back(std::move(component));
        }
        return {};
    }

    void remarks() {
        for (const Key key : remarkKeys) {
            const bool said = m_fields.has(key);
            const QJsonValue value = m_fields.take(key);
            if (!said)
                continue;
            const QByteArray object = QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
            m_remarks +=
                QStringLiteral("%1: %2").arg(key, value.isObject() ? QString::fromUtf8(object) : value.toString());
        }
    }

    JsonFields m_fields;
    ImportDefaults m_defaults;
    Tiers m_tiers;
    std::optional<RoundingRule> m_line;
    QStringList m_remarks;
};

} // namespace

Result<RoundingRule> importRounding(const QJsonValue& value, const QString& path) {
    const QJsonArray pair = value.toArray();
    if (pair.size() != 2)
        return Error(TariffError::BadField, {path});
    MH_TRY(const QString step, decimalText(pair[0], path));
    QString mode = pair[1].toString();
    if (mode == u"floor")
        mode = QStringLiteral("down");
    if (mode == u"ceil")
        mode = QStringLiteral("up");
    return RoundingRule::parse(mode + u':' + step).within(path);
}

Result<ImportedTariff> importTariff(const QJsonObject& json, const ImportDefaults& defaults) {
    if (json.isEmpty())
        return TariffError::NotATariff;
    return Import(json, defaults).run();
}

} // namespace meterhall
