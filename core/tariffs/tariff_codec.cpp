#include "core/tariffs/canonical_forms.h"
#include "core/tariffs/tariff_version.h"

namespace meterhall {

// Tags are stored: a new field gets a new tag, none is reused.

template <class Archive, Described<QuotaStep> Value>
void describe(Archive& archive, Value& step) {
    archive.number(1, step.fromPeople);
    archive.number(2, step.onTop);
    archive.list(3, step.add);
    archive.list(4, step.perPerson);
    archive.number(5, step.beyond);
}

template <class Archive, Described<LadderVariant> Value>
void describe(Archive& archive, Value& variant) {
    archive.number(1, variant.axis);
    archive.text(2, variant.code);
    archive.number(3, variant.ownBounds);
    archive.list(4, variant.upperBounds);
    archive.number(5, variant.fromMonth);
    archive.number(6, variant.fromDay);
}

template <class Archive, Described<BandTable> Value>
void describe(Archive& archive, Value& table) {
    archive.list(1, table.upperBounds);
}

template <class Archive, Described<Ladder> Value>
void describe(Archive& archive, Value& ladder) {
    archive.number(1, ladder.mode);
    archive.list(2, ladder.upperBounds);
    archive.number(3, ladder.cycle.counting);
    archive.number(4, ladder.cycle.unit);
    archive.number(5, ladder.cycle.length);
    archive.number(6, ladder.cycle.resetMonth);
    archive.number(7, ladder.cycle.resetDay);
    archive.each(8, ladder.quota, QuotaStep{});
    archive.each(9, ladder.variants, LadderVariant{});
    archive.each(10, ladder.bandTables, BandTable{});
}

template <class Archive, Described<VariantPrices> Value>
void describe(Archive& archive, Value& own) {
    archive.number(1, own.variant);
    archive.list(2, own.prices);
    archive.list(3, own.registerPrices);
}

template <class Archive, Described<TablePrice> Value>
void describe(Archive& archive, Value& row) {
    archive.text(1, row.key);
    archive.number(2, row.value);
    archive.number(3, row.price);
}

template <class Archive, Described<TariffComponent> Value>
void describe(Archive& archive, Value& component) {
    archive.text(1, component.code);
    archive.text(2, component.label);
    archive.number(3, component.kind);
    archive.number(4, component.per);
    archive.number(5, component.payee);
    archive.list(6, component.prices);
    archive.number(7, component.share);
    archive.number(8, component.tax.rate);
    archive.number(9, component.tax.included);
    archive.text(10, component.rounding);
    archive.number(11, component.scope);
    archive.list(12, component.registerPrices);
    archive.each(13, component.variantPrices, VariantPrices{});
    archive.list(14, component.factors);
    archive.number(15, component.by);
    archive.each(16, component.table, TablePrice{});
    archive.list(17, component.bands);
    archive.number(18, component.percentOf);
    archive.list(19, component.of);
    archive.number(20, component.tax.netFirst);
}

template <class Archive, Described<BillingPolicy> Value>
void describe(Archive& archive, Value& policy) {
    archive.number(1, policy.priceChange);
    archive.number(2, policy.windowBoundary);
    archive.number(3, policy.boundStep);
    archive.text(4, policy.boundRounding);
    archive.optionalText(5, policy.totalRounding);
    archive.optionalText(6, policy.subtotalRounding);
    archive.number(7, policy.sliceAllocation);
    archive.number(8, policy.seasonBoundary);
    archive.optionalText(9, policy.useRounding);
    archive.number(10, policy.standingCharges);
    archive.number(11, policy.partialWindow);
    archive.number(12, policy.householdChange);
    archive.number(13, policy.daysOfMonth);
    archive.number(14, policy.proration.days);
    archive.number(15, policy.proration.from);
    archive.number(16, policy.proration.to);
    archive.number(17, policy.newPriceLadder);
    archive.number(18, policy.zeroUse);
}

namespace {
TariffComponent blankComponent() {
    return {
        {}, {}, {}, {}, {}, {}, Ratio::zero(), {}, RoundingRule::toMinorUnit(Currency::cny(), RoundingMode::HalfUp)};
}
} // namespace

template <class Archive, Described<TariffVersion> Value>
void describe(Archive& archive, Value& version) {
    archive.number(1, version.id);
    archive.number(2, version.tariff);
    archive.number(3, version.effectiveFrom);
    archive.text(4, version.priceOrder);
    archive.text(5, version.currency);
    archive.text(6, version.unit);
    archive.number(7, version.dialStep);
    archive.nested(8, version.ladder);
    archive.each(9, version.components, blankComponent());
    archive.nested(10, version.policy);
    archive.texts(11, version.registers);
    archive.texts(12, version.factNames);
}

Bytes encodeTariffVersion(const TariffVersion& version) {
    return toCanonical(version);
}

Result<TariffVersion> decodeTariffVersion(ByteView bytes) {
    MH_TRY(const Date anyDate, Date::of(2000, 1, 1));
    TariffVersion blank{TariffVersionId::fromRaw(0), TariffId::fromRaw(0),   anyDate, {}, Currency::cny(),
                        MeasureUnit::CubicMetre,     BilledQuantity::zero(), {},      {}, {}};
    MH_TRY(TariffVersion version, fromCanonical(bytes, std::move(blank)));
    MH_CHECK(checkTariffVersion(version));
    return version;
}

} // namespace meterhall
