#include "core/billing/billing_inputs.h"

#include "core/tariffs/canonical_forms.h"

namespace meterhall {

// Tags are stored: a new field gets a new tag, none is reused.

template <class Archive, Described<UsageSegment> Value>
void describe(Archive& archive, Value& segment) {
    archive.number(1, segment.meter);
    archive.text(2, segment.registerCode);
    archive.number(3, segment.previousDial);
    archive.number(4, segment.currentDial);
    archive.number(5, segment.multiplier);
    archive.number(6, segment.rollover);
}

template <class Archive, Described<Fact> Value>
void describe(Archive& archive, Value& fact) {
    archive.number(1, fact.kind);
    archive.number(2, fact.value);
}

template <class Archive, Described<PeopleMonths> Value>
void describe(Archive& archive, Value& part) {
    archive.number(1, part.people);
    archive.number(2, part.months);
}

namespace {
/// The members of BillingInputs whose types cannot be blank, as numbers.
struct InputsOnPaper {
    BillingInputs inputs;
    std::int64_t month;
    std::int64_t from;
    std::int64_t to;
    std::int64_t windowFrom = 0;
    std::int64_t windowMonths = 0;
};

UsageSegment blankSegment() {
    return {MeterId::fromRaw(0), {}, BilledQuantity::zero(), BilledQuantity::zero()};
}

InputsOnPaper onPaper(BillingInputs inputs) {
    const auto window = inputs.window;
    const auto interval = inputs.interval;
    const int month = inputs.month.number();
    return {std::move(inputs),
            month,
            interval.from().number(),
            interval.to().number(),
            window ? window->from().number() : 0,
            window ? window->months() : 0};
}

Result<BillingInputs> offPaper(InputsOnPaper paper) {
    MH_TRY(paper.inputs.month, AccountingMonth::fromNumber(paper.month));
    MH_TRY(const Date from, Date::fromNumber(paper.from));
    MH_TRY(const Date to, Date::fromNumber(paper.to));
    MH_TRY(paper.inputs.interval, ReadingInterval::of(from, to));
    if (paper.windowMonths == 0)
        return std::move(paper.inputs);
    MH_TRY(const Date windowFrom, Date::fromNumber(paper.windowFrom));
    MH_TRY(const int months, NumberForm<int>::fromNumber(paper.windowMonths));
    MH_TRY(paper.inputs.window, LadderWindow::containing(windowFrom, windowFrom, months));
    return std::move(paper.inputs);
}

Result<BillingInputs> blankInputs() {
    MH_TRY(const Date first, Date::of(2000, 1, 1));
    MH_TRY(const ReadingInterval interval, ReadingInterval::of(first, first.addDays(1)));
    return BillingInputs{AccountId::fromRaw(0),
                         ServicePointId::fromRaw(0),
                         AccountingMonth::containing(first),
                         interval,
                         TariffVersionId::fromRaw(0),
                         0,
                         {},
                         {}};
}
} // namespace

template <class Archive, Described<InputsOnPaper> Value>
void describe(Archive& archive, Value& paper) {
    archive.number(1, paper.inputs.account);
    archive.number(2, paper.inputs.servicePoint);
    archive.number(3, paper.month);
    archive.number(4, paper.from);
    archive.number(5, paper.to);
    archive.number(6, paper.inputs.tariffVersion);
    archive.number(7, paper.inputs.ruleVersion);
    archive.each(8, paper.inputs.segments, blankSegment());
    archive.number(9, paper.windowFrom);
    archive.number(10, paper.windowMonths);
    archive.number(11, paper.inputs.ladderBefore);
    archive.number(12, paper.inputs.boundScale.numerator);
    archive.number(13, paper.inputs.boundScale.denominator);
    archive.each(14, paper.inputs.facts, Fact{FactKind::Bill, BilledQuantity::zero()});
    archive.number(15, paper.inputs.choice.season);
    archive.number(16, paper.inputs.choice.category);
    archive.each(17, paper.inputs.peopleMonths, PeopleMonths{});
    archive.number(18, paper.inputs.proration.numerator);
    archive.number(19, paper.inputs.proration.denominator);
}

Bytes encodeBillingInputs(const BillingInputs& inputs) {
    return toCanonical(onPaper(inputs));
}

Result<BillingInputs> decodeBillingInputs(ByteView bytes) {
    MH_TRY(BillingInputs blank, blankInputs());
    MH_TRY(InputsOnPaper paper, fromCanonical(bytes, onPaper(std::move(blank))));
    MH_TRY(BillingInputs inputs, offPaper(std::move(paper)));
    // Whatever two spellings could still mean the same, only one of them is written.
    const Bytes again = encodeBillingInputs(inputs);
    if (!std::ranges::equal(again, bytes))
        return BillingError::NotCanonical;
    return inputs;
}

Bytes hashOfInputs(const BillingInputs& inputs) {
    return sha256(encodeBillingInputs(inputs));
}

} // namespace meterhall
