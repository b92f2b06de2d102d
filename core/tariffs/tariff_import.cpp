#include "core/tariffs/components/catalog.h"
#include "core/tariffs/tariff_file_names.h"
#include "core/tariffs/tariff_import_parts.h"
#include "core/tariffs/tariff_json.h"

#include <QJsonDocument>

#include <set>

namespace meterhall {

namespace {
using namespace tarifffile;

/// Said in words or in a form of the file's own, for people.
constexpr Key remarkKeys[] = {Key("source"), Key("late_fee"), Key("prepay_by_area")};

/// A variant as the file has it, beside its place in the ladder.
struct VariantFile {
    Tiers tiers;
    bool ownTiers = false;
    std::vector<BilledPrice> fixedByTier;
    std::optional<BilledPrice> basic;
    std::optional<BilledPrice> metered;
};

/// One file being read.
class Import {
public:
    Import(const QJsonObject& json, const ImportDefaults& defaults)
        : m_fields(json, {})
        , m_defaults(defaults) {}

    Result<ImportedTariff> run() {
        MH_TRY(ImportedTariff imported, head());
        m_version = &imported.version;
        MH_CHECK(rounding());
        MH_CHECK(takePolicy(m_fields, m_version->policy));
        MH_CHECK(ladder());
        MH_CHECK(ownComponents());
        MH_CHECK(scheme());
        MH_CHECK(fixedByTier());
        MH_CHECK(fixed());
        MH_CHECK(levies());
        MH_CHECK(rebates());
        MH_CHECK(posts());
        MH_CHECK(limit(Key("minimum")));
        MH_CHECK(limit(Key("cap")));
        MH_CHECK(totalRounding());
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
        return ImportedTariff{
            {m_defaults.tariff, code, name, commodity},
            {m_defaults.version, m_defaults.tariff, from, order, currency, *unit, step, {}, {}, {}, {}, {}},
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
        const QString text = m_fields.take(Key("effective_from")).toVariant().toString();
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

    /// The finest step the file rounds to decides in what the money is counted: bills in sen where lines are.
    Result<void> rounding() {
        const RoundingRule hundredths = *RoundingRule::toStepMicro(10'000, RoundingMode::HalfUp);
        m_line = hundredths;
        m_total = hundredths;
        JsonFields fields(m_fields.take(Key("rounding")).toObject(), QStringLiteral("rounding"));
        MH_TRY(m_line, ruleOr(fields, Key("line"), m_line));
        MH_TRY(m_total, ruleOr(fields, Key("total"), m_total));
        MH_TRY(m_version->policy.subtotalRounding, ruleOr(fields, Key("subtotal"), std::nullopt));
        fields.takeWords();
        MH_CHECK(fields.finish());
        if (!m_total)
            m_total = RoundingRule::toMinorUnit(m_version->currency, RoundingMode::HalfUp);
        const std::int64_t finest = std::min(m_line ? m_line->stepMicro() : m_total->stepMicro(), m_total->stepMicro());
        m_version->currency = m_version->currency.countedIn(finest);
        if (m_total->stepMicro() % m_version->currency.minorUnitMicro() != 0)
            return Error(TariffError::Unsupported,
                         {QStringLiteral("rounding.total"), QStringLiteral("finer than the currency")});
        return {};
    }

    Result<void> ladder() {
        MH_TRY(m_mode, m_fields.text(Key("tier_mode")));
        Ladder& ladder = m_version->ladder;
        MH_TRY(ladder.cycle, cycleOf(m_fields.take(Key("cycle"))));
        const qsizetype said = m_remarks.size();
        MH_TRY(m_tiers, openTiers(m_fields.take(Key("tiers")), QStringLiteral("tiers")));
        m_opened = m_remarks.size() != said;
        if (m_mode != u"flat" && m_mode != u"two_part")
            ladder.upperBounds = m_tiers.bounds;
        if (const ModeName* named = rowNamed(modeNames, m_mode); named != nullptr)
            ladder.mode = named->mode;
        else if (m_mode == u"adder")
            ladder.mode = LadderMode::Marginal;
        else if (m_mode == u"whole_volume")
            ladder.mode = LadderMode::WholeBand;
        else if (m_mode == u"grouped")
            ladder.mode = LadderMode::BandTable;
        else if (m_mode != u"two_part")
            return Error(TariffError::Unsupported, {QStringLiteral("tier_mode"), m_mode.left(40)});
        MH_TRY(ladder.quota, householdRuleOf(m_fields.take(Key("household_rule")), ladder.upperBounds.size()));
        MH_CHECK(ownQuota());
        MH_CHECK(ownBandTables());
        MH_CHECK(registers());
        MH_CHECK(variants(Key("seasons"), VariantAxis::Season));
        MH_CHECK(variants(Key("categories"), VariantAxis::Category));
        return ownVariants();
    }

    Result<Tiers> openTiers(const QJsonValue& value, const QString& path) {
        MH_TRY(Tiers tiers, tiersOf(value, path));
        if (!tiers.closed)
            return tiers;
        const bool goesOn = m_mode == u"whole_volume";
        m_remarks +=
            QStringLiteral("%1: nothing is said above %2; it %3")
                .arg(path, tiers.bounds.back().toString(),
                     goesOn ? QStringLiteral("costs what the last tier does") : QStringLiteral("is charged nothing"));
        if (goesOn)
            tiers.bounds.pop_back();
        else
            open(tiers, Beyond::CostsNothing);
        tiers.closed = false;
        return tiers;
    }

    Result<void> ownQuota() {
        const QJsonArray array = m_fields.take(Key("quota")).toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            JsonFields row(array[i].toObject(), QStringLiteral("quota[%1]").arg(i));
            QuotaStep step;
            MH_TRY(step.fromPeople, wholeNumber(row, Key("from_people")));
            MH_TRY(step.beyond, wholeNumber(row, Key("beyond")));
            step.onTop = row.take(Key("on_top")).toBool(true);
            MH_TRY(step.add, quantitiesOf(row, Key("add")));
            MH_TRY(step.perPerson, quantitiesOf(row, Key("per_person")));
            MH_CHECK(row.finish());
            m_version->ladder.quota.push_back(std::move(step));
        }
        return {};
    }

    Result<void> ownBandTables() {
        const QJsonArray array = m_fields.take(Key("band_tables")).toArray();
        for (const QJsonValue item : array) {
            JsonFields table(QJsonObject{{QStringLiteral("upto"), item}}, QStringLiteral("band_tables"));
            MH_TRY(auto bounds, quantitiesOf(table, Key("upto")));
            m_version->ladder.bandTables.push_back({std::move(bounds)});
        }
        return {};
    }

    /// The names of registers, from the list of the program's own files or from the prices of a published one.
    Result<void> registers() {
        for (const QJsonValue name : m_fields.take(Key("registers")).toArray())
            m_version->registers.push_back(name.toString().toStdString());
        JsonFields tou(m_fields.take(Key("tou")).toObject(), QStringLiteral("tou"));
        m_touBase = tou.take(Key("base")).toObject();
        m_touTiers = tou.take(Key("tier_prices")).toArray();
        calendar(tou);
        m_remarks += tou.takeWords();
        MH_CHECK(tou.finish());
        const bool byTier = m_mode != u"adder" && !m_touTiers.isEmpty();
        const QJsonObject first = byTier ? m_touTiers[0].toObject() : m_touBase;
        for (const QString& name : first.keys())
            m_version->registers.push_back(name.toStdString());
        return {};
    }

    Result<std::vector<BilledPrice>> registerPrices(const QJsonObject& json, const QString& path) {
        JsonFields fields(json, path);
        std::vector<BilledPrice> prices;
        for (const RegisterName& name : m_version->registers) {
            const QByteArray key = QByteArray::fromStdString(name);
            MH_TRY(const QString text, fields.decimal(Key(key)));
            MH_TRY(const BilledPrice price, priceOf(text, fields.pathOf(Key(key))));
            prices.push_back(price);
        }
        MH_CHECK(fields.finish());
        return prices;
    }

    Result<void> variants(Key key, VariantAxis axis) {
        const QJsonObject all = m_fields.take(key).toObject();
        for (const QString& code : all.keys()) {
            JsonFields fields(all.value(code).toObject(), QStringLiteral("%1.%2").arg(key, code));
            VariantFile file;
            file.ownTiers = fields.has(Key("tiers"));
            MH_TRY(file.tiers, openTiers(fields.take(Key("tiers")), fields.pathOf(Key("tiers"))));
            MH_TRY(file.fixedByTier, pricesOf(fields, Key("fixed_by_tier")));
            JsonFields parts(fields.take(Key("two_part")).toObject(), fields.pathOf(Key("two_part")));
            MH_TRY(file.basic, priceIn(parts, Key("basic")));
            MH_TRY(file.metered, priceIn(parts, Key("metered")));
            parts.takeWords();
            MH_CHECK(parts.finish());
            MH_TRY(const MonthDay begins, monthDayOf(fields, Key("begins")));
            calendar(fields);
            m_remarks += fields.takeWords();
            MH_CHECK(fields.finish());
            const bool laddered = m_version->ladder.mode != LadderMode::Flat;
            m_version->ladder.variants.push_back({axis, code, file.ownTiers && laddered,
                                                  laddered ? file.tiers.bounds : std::vector<BilledQuantity>(),
                                                  begins.month, begins.day});
            m_variants.push_back(std::move(file));
        }
        return {};
    }

    /// When a season is, or a register counts: a bill is told which it is of.
    void calendar(JsonFields& fields) {
        for (const Key key : {Key("months"), Key("hours"), Key("periods")}) {
            if (const QJsonValue value = fields.take(key); value.isArray() || value.isObject())
                m_remarks += QStringLiteral("%1: a calendar").arg(fields.pathOf(key));
        }
    }

    Result<void> ownVariants() {
        const QJsonArray array = m_fields.take(Key("variants")).toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            JsonFields fields(array[i].toObject(), QStringLiteral("variants[%1]").arg(i));
            MH_TRY(const QString axisName, fields.text(Key("axis")));
            const AxisName* axis = rowNamed(axisNames, axisName);
            if (axis == nullptr)
                return Error(TariffError::BadField, {fields.pathOf(Key("axis")), axisName.left(40)});
            LadderVariant variant{axis->axis, {}, fields.has(Key("upto")), {}};
            MH_TRY(variant.code, fields.text(Key("code")));
            MH_TRY(variant.upperBounds, quantitiesOf(fields, Key("upto")));
            MH_TRY(const MonthDay begins, monthDayOf(fields, Key("begins")));
            variant.fromMonth = begins.month;
            variant.fromDay = begins.day;
            MH_CHECK(fields.finish());
            m_version->ladder.variants.push_back(std::move(variant));
        }
        return {};
    }

    TariffComponent blank(const QString& code, QStringView kind, std::vector<BilledPrice> prices) {
        QString unique = code;
        for (int i = 2; !m_codes.insert(unique).second; ++i)
            unique = QStringLiteral("%1_%2").arg(code).arg(i);
        return {unique,
                {},
                (*chargeKind(kind))->id,
                FactKind::Bill,
                Payee::OwnIncome,
                std::move(prices),
                Ratio::ofMicro(Ratio::microPerUnit),
                {},
                m_line.value_or(RoundingRule::toMinorUnit(m_version->currency, RoundingMode::HalfUp)),
                m_line ? RoundingScope::Line : RoundingScope::Bill};
    }

    void append(TariffComponent component) { m_version->components.push_back(std::move(component)); }

    /// Prices of the variants that have tiers of their own.
    template <class Prices>
    void priceVariants(TariffComponent& component, const Prices& pricesOf) {
        for (std::size_t i = 0; i < m_variants.size(); ++i) {
            std::vector<BilledPrice> prices = pricesOf(m_variants[i]);
            if (!prices.empty())
                component.variantPrices.push_back(
                    {static_cast<std::uint8_t>(i + 1), std::move(prices), component.registerPrices});
        }
    }

    Result<void> ownComponents() {
        for (const QJsonValue name : m_fields.take(Key("facts")).toArray())
            m_version->factNames.push_back(name.toString());
        const QJsonArray array = m_fields.take(Key("components")).toArray();
        m_hasComponents = !array.isEmpty();
        for (qsizetype i = 0; i < array.size(); ++i)
            MH_CHECK(ownComponent(array[i].toObject(), QStringLiteral("components[%1]").arg(i)));
        return {};
    }

    Result<void> ownComponent(const QJsonObject& json, const QString& path) {
        JsonFields fields(json, path);
        MH_TRY(const QString code, fields.text(Key("code")));
        MH_TRY(const QString kindCode, fields.textOr(Key("kind"), QStringLiteral("volume")));
        MH_CHECK(chargeKind(kindCode).within(path));
        MH_TRY(auto prices, pricesOf(fields, Key("prices")));
        const auto rows = m_mode == u"flat" ? 1 : std::size_t(m_version->ladder.priceRows({}));
        if (kindCode == u"volume" && m_variants.empty() && prices.size() > rows)
            prices.resize(rows, BilledPrice::ofMicro(0));
        if (m_opened && kindCode == u"volume" && (prices.size() == 1 || prices.size() + 1 >= rows)) {
            prices.resize(rows - 1, prices.front()); // and nothing above what the tiers speak of
            prices.push_back(BilledPrice::ofMicro(0));
        }
        if (m_codes.contains(code))
            return Error(TariffError::DuplicateCode, {code});
        TariffComponent component = blank(code, kindCode, std::move(prices));
        MH_TRY(component.label, fields.textOr(Key("label"), {}));
        MH_TRY(const QString per, fields.textOr(Key("per"), QStringLiteral("bill")));
        MH_TRY(component.per, factOfCode(per, fields.pathOf(Key("per"))));
        MH_TRY(const QString payee, fields.textOr(Key("payee"), QStringLiteral("own")));
        const PayeeName* payeeName = rowNamed(payeeNames, payee);
        if (payeeName == nullptr)
            return Error(TariffError::BadField, {fields.pathOf(Key("payee")), payee.left(40)});
        component.payee = payeeName->payee;
        MH_CHECK(terms(fields, component));
        MH_CHECK(axes(fields, component));
        MH_CHECK(percentage(fields, component));
        m_remarks += fields.takeWords();
        MH_CHECK(fields.finish());
        append(std::move(component));
        return {};
    }

    Result<void> terms(JsonFields& fields, TariffComponent& component) {
        if (fields.has(Key("share"))) {
            MH_TRY(const QString share, fields.decimal(Key("share")));
            MH_TRY(component.share, Ratio::parse(share).within(fields.pathOf(Key("share"))));
        }
        MH_CHECK(rounds(fields, component));
        if (!fields.has(Key("tax")))
            return {};
        JsonFields tax(fields.take(Key("tax")).toObject(), fields.pathOf(Key("tax")));
        MH_TRY(const QString percent, tax.decimal(Key("percent")));
        MH_TRY(component.tax.rate, Rate::parsePercent(percent).within(tax.pathOf(Key("percent"))));
        component.tax.included = tax.take(Key("included")).toBool(true);
        component.tax.netFirst = tax.take(Key("net_first")).toBool(false);
        return tax.finish();
    }

    Result<void> rounds(JsonFields& fields, TariffComponent& component) {
        MH_TRY(const auto rule, ruleOr(fields, Key("round"), m_line));
        if (rule)
            component.rounding = *rule;
        component.scope = rule ? RoundingScope::Line : RoundingScope::Bill;
        MH_TRY(const QString name, fields.textOr(Key("scope"), {}));
        if (name.isEmpty())
            return {};
        const ScopeName* scope = rowNamed(scopeNames, name);
        if (scope == nullptr)
            return Error(TariffError::BadField, {fields.pathOf(Key("scope")), name.left(40)});
        component.scope = scope->scope;
        return {};
    }

    /// By register, season, category and fact.
    Result<void> axes(JsonFields& fields, TariffComponent& component) {
        MH_TRY(component.registerPrices, pricesOf(fields, Key("register_prices")));
        for (const QJsonValue item : fields.take(Key("variants")).toArray()) {
            JsonFields row(item.toObject(), fields.pathOf(Key("variants")));
            VariantPrices own;
            MH_TRY(const int number, wholeNumber(row, Key("variant")));
            own.variant = static_cast<std::uint8_t>(number & 0xFF);
            MH_TRY(own.prices, pricesOf(row, Key("prices")));
            MH_TRY(own.registerPrices, pricesOf(row, Key("register_prices")));
            MH_CHECK(row.finish());
            component.variantPrices.push_back(std::move(own));
        }
        for (const QJsonValue name : fields.take(Key("factors")).toArray()) {
            MH_TRY(const FactKind kind, factOfCode(name.toString(), fields.pathOf(Key("factors"))));
            component.factors.push_back(kind);
        }
        MH_TRY(const QString by, fields.textOr(Key("by"), QStringLiteral("bill")));
        MH_TRY(component.by, factOfCode(by, fields.pathOf(Key("by"))));
        MH_TRY(component.table, tableOf(fields.take(Key("table")).toObject(), fields.pathOf(Key("table"))));
        MH_TRY(component.bands, quantitiesOf(fields, Key("bands")));
        return {};
    }

    Result<void> percentage(JsonFields& fields, TariffComponent& component) {
        MH_TRY(const QString name, fields.textOr(Key("percent_of"), QStringLiteral("lines")));
        const PercentName* base = rowNamed(percentNames, name);
        if (base == nullptr)
            return Error(TariffError::BadField, {fields.pathOf(Key("percent_of")), name.left(40)});
        component.percentOf = base->base;
        for (const QJsonValue code : fields.take(Key("of")).toArray())
            MH_CHECK(takeOf(component, code.toString(), fields.pathOf(Key("of"))));
        return {};
    }

    Result<void> takeOf(TariffComponent& component, const QString& code, const QString& path) {
        for (std::size_t i = 0; i < m_version->components.size(); ++i) {
            if (m_version->components[i].code == code) {
                component.of.push_back(static_cast<std::uint16_t>(i));
                return {};
            }
        }
        return Error(TariffError::BadField, {path, code.left(40)});
    }

    /// What a charge is counted by: one of the program's own facts, or one that the tariff names.
    Result<FactKind> factOfCode(const QString& code, const QString& path) {
        for (const FactKind kind : {FactKind::Bill, FactKind::Months, FactKind::Days, FactKind::People,
                                    FactKind::SquareMetres, FactKind::Households}) {
            if (code == factCode(kind))
                return kind;
        }
        for (std::size_t i = 0; i < m_version->factNames.size(); ++i) {
            if (m_version->factNames[i] == code)
                return static_cast<FactKind>(std::size_t(FactKind::FirstNamed) + i);
        }
        return Error(TariffError::Unsupported, {path, code.left(40)});
    }

    /// The fact that a published file asks for by the name of a case's input.
    FactKind factOfInput(const QString& input) {
        for (const auto& [name, kind] :
             {std::pair(u"months", FactKind::Months), std::pair(u"days", FactKind::Days),
              std::pair(u"people", FactKind::People), std::pair(u"area", FactKind::SquareMetres)}) {
            if (input == QStringView(name))
                return kind;
        }
        auto& names = m_version->factNames;
        auto found = std::find(names.begin(), names.end(), input);
        if (found == names.end())
            found = names.insert(names.end(), input);
        return static_cast<FactKind>(std::size_t(FactKind::FirstNamed) + std::size_t(found - names.begin()));
    }

    /// The charges that a published scheme implies.
    Result<void> scheme() {
        if (m_mode == u"adder")
            return adderScheme();
        if (m_mode == u"whole_volume")
            return wholeScheme();
        if (m_mode == u"grouped")
            return groupedScheme();
        if (m_mode == u"two_part")
            return twoPartScheme();
        return energyScheme();
    }

    Result<void> energyScheme() {
        if (m_hasComponents && m_mode == u"graduated" && !m_touTiers.isEmpty())
            return Error(TariffError::Unsupported, {QStringLiteral("tou.tier_prices with components")});
        if (m_hasComponents || (m_tiers.prices.empty() && m_touTiers.isEmpty()))
            return {};
        TariffComponent energy = blank(QStringLiteral("energy"), u"volume", m_tiers.prices);
        for (qsizetype i = 0; i < m_touTiers.size(); ++i) {
            MH_TRY(const auto row,
                   registerPrices(m_touTiers[i].toObject(), QStringLiteral("tou.tier_prices[%1]").arg(i)));
            energy.registerPrices.insert(energy.registerPrices.end(), row.begin(), row.end());
        }
        if (m_opened && !m_touTiers.isEmpty())
            energy.registerPrices.insert(energy.registerPrices.end(), m_version->registers.size(),
                                         BilledPrice::ofMicro(0));
        priceVariants(energy, [](const VariantFile& file) { return file.tiers.prices; });
        append(std::move(energy));
        return {};
    }

    Result<void> adderScheme() {
        TariffComponent base = blank(QStringLiteral("base"), u"levy", {});
        MH_TRY(const auto price, priceIn(m_fields, Key("base_price")));
        if (price)
            base.prices.push_back(*price);
        if (!m_touBase.isEmpty()) {
            MH_TRY(base.registerPrices, registerPrices(m_touBase, QStringLiteral("tou.base")));
        }
        append(std::move(base));
        TariffComponent adder = blank(QStringLiteral("adder"), u"volume", m_tiers.adders);
        priceVariants(adder, [](const VariantFile& file) { return file.tiers.adders; });
        append(std::move(adder));
        return {};
    }

    Result<void> wholeScheme() {
        const auto isCharged = [](const std::vector<BilledPrice>& fixed) {
            return std::ranges::any_of(fixed, [](BilledPrice price) { return price.micro() != 0; });
        };
        const bool anyVariant =
            std::ranges::any_of(m_variants, [&](const auto& v) { return isCharged(v.tiers.fixed); });
        if (isCharged(m_tiers.fixed) || anyVariant) {
            TariffComponent fixed = blank(QStringLiteral("fixed"), u"fixed", m_tiers.fixed);
            priceVariants(fixed, [](const VariantFile& file) { return file.tiers.fixed; });
            append(std::move(fixed));
        }
        TariffComponent energy = blank(QStringLiteral("energy"), u"volume", m_tiers.prices);
        priceVariants(energy, [](const VariantFile& file) { return file.tiers.prices; });
        append(std::move(energy));
        return {};
    }

    Result<void> groupedScheme() {
        const QJsonArray groups = m_fields.take(Key("groups")).toArray();
        std::vector<BilledPrice> fixedPrices;
        std::vector<BilledPrice> prices;
        bool anyFixed = false;
        for (qsizetype i = 0; i < groups.size(); ++i) {
            JsonFields fields(groups[i].toObject(), QStringLiteral("groups[%1]").arg(i));
            MH_TRY(const Tiers tiers, openTiers(fields.take(Key("tiers")), fields.pathOf(Key("tiers"))));
            const bool isLast = i + 1 == groups.size();
            if (!isLast) {
                MH_TRY(const QString upto, fields.decimal(Key("upto")));
                MH_TRY(const BilledQuantity bound, BilledQuantity::parse(upto).within(fields.pathOf(Key("upto"))));
                m_version->ladder.upperBounds.push_back(bound);
            } else if (fields.has(Key("upto"))) {
                m_remarks += QStringLiteral("groups: nothing is said above the last; it is charged as the last is");
            }
            fields.take(Key("upto"));
            MH_TRY(const auto fixed, priceIn(fields, Key("fixed")));
            anyFixed = anyFixed || fixed.has_value();
            fixedPrices.push_back(fixed.value_or(BilledPrice::ofMicro(0)));
            prices.insert(prices.end(), tiers.prices.begin(), tiers.prices.end());
            m_version->ladder.bandTables.push_back({tiers.bounds});
            m_remarks += fields.takeWords();
            MH_CHECK(fields.finish());
        }
        if (anyFixed)
            append(blank(QStringLiteral("fixed"), u"fixed", std::move(fixedPrices)));
        append(blank(QStringLiteral("energy"), u"volume", std::move(prices)));
        return {};
    }

    Result<void> twoPartScheme() {
        JsonFields fields(m_fields.take(Key("two_part")).toObject(), QStringLiteral("two_part"));
        MH_TRY(auto basicPrice, priceIn(fields, Key("basic")));
        MH_TRY(auto meteredPrice, priceIn(fields, Key("metered")));
        QJsonArray factors = fields.take(Key("basic_factors")).toArray();
        m_remarks += fields.takeWords();
        MH_CHECK(fields.finish());
        const BilledPrice none = BilledPrice::ofMicro(0);
        bool anyMetered = meteredPrice.has_value();
        TariffComponent basic = blank(QStringLiteral("basic"), u"fixed", {basicPrice.value_or(none)});
        basic.per = FactKind::SquareMetres;
        for (const QJsonValue factor : factors)
            basic.factors.push_back(factOfInput(factor.toString()));
        TariffComponent metered = blank(QStringLiteral("metered"), u"levy", {meteredPrice.value_or(none)});
        for (std::size_t i = 0; i < m_variants.size(); ++i) {
            if (!m_variants[i].basic)
                continue;
            const auto number = static_cast<std::uint8_t>(i + 1);
            anyMetered = anyMetered || m_variants[i].metered.has_value();
            basic.variantPrices.push_back({number, {*m_variants[i].basic}, {}});
            metered.variantPrices.push_back({number, {m_variants[i].metered.value_or(none)}, {}});
        }
        append(std::move(basic));
        if (anyMetered)
            append(std::move(metered));
        return {};
    }

    Result<void> fixedByTier() {
        MH_TRY(auto prices, pricesOf(m_fields, Key("fixed_by_tier")));
        if (prices.empty())
            return {};
        TariffComponent fixed = blank(QStringLiteral("fixed"), u"fixed", fitted(prices, {}));
        for (std::size_t i = 0; i < m_variants.size(); ++i) {
            const auto number = static_cast<std::uint8_t>(i + 1);
            const bool isSeason = m_version->ladder.variants[i].axis == VariantAxis::Season;
            const VariantChoice choice = isSeason ? VariantChoice{number, 0} : VariantChoice{0, number};
            const auto& own = m_variants[i].fixedByTier;
            if (!own.empty() || m_variants[i].ownTiers)
                fixed.variantPrices.push_back({number, fitted(own.empty() ? prices : own, choice), {}});
        }
        append(std::move(fixed));
        return {};
    }

    /// One for each row: what the list leaves out is as its last.
    std::vector<BilledPrice> fitted(std::vector<BilledPrice> prices, VariantChoice choice) {
        const auto last = prices.back();
        prices.resize(std::size_t(m_version->ladder.priceRows(choice)), last);
        return prices;
    }

    Result<void> fixed() {
        const QJsonArray array = m_fields.take(Key("fixed")).toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            JsonFields fields(array[i].toObject(), QStringLiteral("fixed[%1]").arg(i));
            MH_TRY(const QString code, fields.text(Key("code")));
            MH_TRY(const auto amount, priceIn(fields, Key("amount")));
            TariffComponent component = blank(code, u"fixed", {});
            if (amount)
                component.prices.push_back(*amount);
            MH_TRY(const QString per, fields.textOr(Key("per"), QStringLiteral("bill")));
            if (const auto counted = factOfCode(per, {}); counted.ok())
                component.per = *counted;
            else
                m_remarks += QStringLiteral("%1: %2; it is charged once a bill").arg(fields.pathOf(Key("per")), per);
            MH_TRY(const QString by, fields.textOr(Key("by"), {}));
            if (!by.isEmpty())
                component.by = factOfInput(by);
            MH_TRY(component.table, tableOf(fields.take(Key("table")).toObject(), fields.pathOf(Key("table"))));
            MH_CHECK(terms(fields, component));
            m_remarks += fields.takeWords();
            MH_CHECK(fields.finish());
            append(std::move(component));
        }
        return {};
    }

    Result<void> levies() {
        const QJsonArray array = m_fields.take(Key("per_unit")).toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            JsonFields fields(array[i].toObject(), QStringLiteral("per_unit[%1]").arg(i));
            MH_TRY(const QString code, fields.text(Key("code")));
            MH_TRY(const QString rate, fields.decimal(Key("rate")));
            MH_TRY(const BilledPrice price, priceOf(rate, fields.pathOf(Key("rate"))));
            TariffComponent component = blank(code, u"levy", {price});
            MH_CHECK(terms(fields, component));
            m_remarks += fields.takeWords();
            MH_CHECK(fields.finish());
            append(std::move(component));
        }
        return {};
    }

    Result<void> rebates() {
        const QJsonArray array = m_fields.take(Key("rebates")).toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            JsonFields fields(array[i].toObject(), QStringLiteral("rebates[%1]").arg(i));
            MH_TRY(const QString code, fields.text(Key("code")));
            TariffComponent component = blank(code, u"rebate", {});
            const QJsonArray bands = fields.take(Key("bands")).toArray();
            for (qsizetype band = 0; band < bands.size(); ++band) {
                JsonFields row(bands[band].toObject(),
                               QStringLiteral("%1.bands[%2]").arg(fields.pathOf(Key("bands"))).arg(band));
                MH_TRY(const QString upto, row.decimal(Key("upto")));
                MH_TRY(const BilledQuantity bound, BilledQuantity::parse(upto).within(row.pathOf(Key("upto"))));
                MH_TRY(const QString rate, row.decimal(Key("rate")));
                MH_TRY(const BilledPrice price, priceOf(rate, row.pathOf(Key("rate"))));
                MH_CHECK(row.finish());
                component.bands.push_back(bound);
                component.prices.push_back(price);
            }
            m_remarks += fields.takeWords();
            MH_CHECK(fields.finish());
            append(std::move(component));
        }
        return {};
    }

    /// Taxes and funds of the subtotal.
    Result<void> posts() {
        const QJsonArray array = m_fields.take(Key("post")).toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            JsonFields fields(array[i].toObject(), QStringLiteral("post[%1]").arg(i));
            MH_TRY(const QString code, fields.text(Key("code")));
            MH_TRY(auto rates, pricesOf(fields, Key("rates")));
            MH_TRY(const auto rate, priceIn(fields, Key("rate")));
            MH_TRY(const QString base, fields.textOr(Key("base"), QStringLiteral("subtotal")));
            const bool byTier = base == u"tier_percent";
            if (!byTier && rate)
                rates.assign(1, *rate);
            if (byTier)
                rates.resize(std::size_t(m_version->ladder.priceRows({})),
                             rates.empty() ? BilledPrice::ofMicro(0) : rates.back());
            TariffComponent component = blank(code, u"percent", std::move(rates));
            component.payee = Payee::Tax;
            component.percentOf = PercentOf::Components;
            if (byTier) {
                MH_CHECK(takeOf(component, QStringLiteral("energy"), fields.pathOf(Key("base"))));
            } else {
                const PercentName* named = rowNamed(percentNames, base);
                if (named == nullptr || named->base == PercentOf::Components || named->base == PercentOf::LinesSoFar)
                    return Error(TariffError::Unsupported, {fields.pathOf(Key("base")), base.left(40)});
                component.percentOf = named->base;
            }
            MH_CHECK(rounds(fields, component));
            m_remarks += fields.takeWords();
            MH_CHECK(fields.finish());
            append(std::move(component));
        }
        return {};
    }

    /// "minimum" or "cap" of the total.
    Result<void> limit(Key key) {
        MH_TRY(const auto price, priceIn(m_fields, key));
        if (!price)
            return {};
        append(blank(key, QString(key), {*price}));
        return {};
    }

    /// The total is rounded on its own only where the lines leave something to round.
    Result<void> totalRounding() {
        const std::int64_t step = m_total->stepMicro();
        const bool nothingLeft = std::ranges::all_of(m_version->components, [&](const TariffComponent& component) {
            return component.scope == RoundingScope::Line && component.rounding.stepMicro() % step == 0;
        });
        const bool asUsual = *m_total == RoundingRule::toMinorUnit(m_version->currency, RoundingMode::HalfUp);
        if (!nothingLeft && !asUsual)
            m_version->policy.totalRounding = m_total;
        return {};
    }

    void remarks() {
        for (const Key key : remarkKeys) {
            const bool said = m_fields.has(key);
            const QJsonValue value = m_fields.take(key);
            if (!said)
                continue;
            const QJsonDocument document =
                value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
            m_remarks += QStringLiteral("%1: %2").arg(
                key, value.isString() ? value.toString() : QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
        }
        m_remarks += m_fields.takeWords();
    }

    JsonFields m_fields;
    ImportDefaults m_defaults;
    TariffVersion* m_version = nullptr;
    QString m_mode;
    Tiers m_tiers;
    std::vector<VariantFile> m_variants;
    QJsonObject m_touBase;
    QJsonArray m_touTiers;
    bool m_hasComponents = false;
    bool m_opened = false; ///< the tiers had an end in the file
    std::set<QString> m_codes;
    std::optional<RoundingRule> m_line; ///< empty: lines are not rounded
    std::optional<RoundingRule> m_total;
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
