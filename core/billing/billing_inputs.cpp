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

template <class Archive, Described<UseShare> Value>
void describe(Archive& archive, Value& share) {
    archive.number(1, share.kind);
    archive.number(2, share.ratio);
    archive.number(3, share.quantity);
    archive.number(4, share.step);
    archive.text(5, share.rounding);
}

template <class Archive, Described<LossShare> Value>
void describe(Archive& archive, Value& loss) {
    archive.number(1, loss.master);
    archive.number(2, loss.behind);
    archive.number(3, loss.before);
    archive.number(4, loss.own);
    archive.number(5, loss.all);
    archive.number(6, loss.step);
    archive.text(7, loss.rounding);
}

namespace {
/// A window that may not be there, as numbers.
struct WindowOnPaper {
    std::int64_t from = 0;
    std::int64_t months = 0;
};

WindowOnPaper onPaper(const std::optional<LadderWindow>& window) {
    return window ? WindowOnPaper{window->from().number(), window->months()} : WindowOnPaper{};
}

Result<std::optional<LadderWindow>> offPaper(WindowOnPaper paper) {
    if (paper.months == 0)
        return std::optional<LadderWindow>();
    MH_TRY(const Date from, Date::fromNumber(paper.from));
    MH_TRY(const int months, NumberForm<int>::fromNumber(paper.months));
    MH_TRY(const LadderWindow window, LadderWindow::containing(from, from, months));
    return std::optional(window);
}

/// The same of a part.
struct PartOnPaper {
    BillPart part;
    std::int64_t until;
    WindowOnPaper window;
};

PartOnPaper onPaper(const BillPart& part) {
    return {part, part.until.number(), onPaper(part.window)};
}

Result<BillPart> offPaper(PartOnPaper paper) {
    MH_TRY(paper.part.until, Date::fromNumber(paper.until));
    MH_TRY(paper.part.window, offPaper(paper.window));
    return std::move(paper.part);
}

UsageSegment blankSegment() {
    return {MeterId::fromRaw(0), {}, BilledQuantity::zero(), BilledQuantity::zero()};
}
} // namespace

template <class Archive, Described<PartOnPaper> Value>
void describe(Archive& archive, Value& paper) {
    archive.number(1, paper.until);
    archive.number(2, paper.part.tariffVersion);
    archive.each(3, paper.part.segments, blankSegment());
    archive.number(4, paper.window.from);
    archive.number(5, paper.window.months);
    archive.number(6, paper.part.ladderBefore);
    archive.number(7, paper.part.goesOn);
    archive.number(8, paper.part.boundScale.numerator);
    archive.number(9, paper.part.boundScale.denominator);
    archive.number(10, paper.part.proration.numerator);
    archive.number(11, paper.part.proration.denominator);
    archive.each(12, paper.part.facts, Fact{FactKind::Bill, BilledQuantity::zero()});
    archive.number(13, paper.part.choice.season);
    archive.number(14, paper.part.choice.category);
    archive.each(15, paper.part.peopleMonths, PeopleMonths{});
}

namespace {
/// The members of BillingInputs whose types cannot be blank, as numbers, beside the inputs that are read, or a
/// reference to those that are written.
template <class Inputs>
struct InputsOnPaper {
    Inputs inputs;
    std::int64_t month;
    std::int64_t from;
    std::int64_t to;
    WindowOnPaper window{};
    std::vector<PartOnPaper> earlier{};
};

using InputsToRead = InputsOnPaper<BillingInputs>;
using InputsToWrite = InputsOnPaper<const BillingInputs&>;

/// Parts follow each other within the interval.
Result<void> checkParts(const BillingInputs& inputs) {
    if (inputs.parts() > BillingInputs::mostParts)
        return BillingError::BadPart;
    Date begin = inputs.interval.from();
    for (const BillPart& part : inputs.earlier) {
        if (part.until <= begin || part.until >= inputs.interval.to())
            return Error(BillingError::BadPart, {part.until.toString()});
        begin = part.until;
    }
    return {};
}

Result<void> checkShares(const BillingInputs& inputs) {
    const std::size_t shares = inputs.shares.size();
    const bool ofOne = shares == 0 && inputs.share == 0;
    const bool ofSome = shares > 1 && shares <= UseShare::most && inputs.share < shares;
    for (const UseShare& share : inputs.shares)
        if (share.ratio.micro() < 0 || share.ratio.micro() > Ratio::microPerUnit || share.quantity.isNegative() ||
            share.step <= BilledQuantity::zero())
            return BillingError::BadShare;
    return ofOne || ofSome ? Result<void>() : BillingError::BadShare;
}

Result<void> checkLosses(const BillingInputs& inputs) {
    const auto isGood = [](const LossShare& loss) {
        return !loss.before.isNegative() && !loss.own.isNegative() && loss.all > BilledQuantity::zero() &&
               loss.own <= loss.all && loss.before.micro() <= loss.all.micro() - loss.own.micro() &&
               loss.step > BilledQuantity::zero();
    };
    return inputs.losses.size() <= LossShare::most && std::ranges::all_of(inputs.losses, isGood)
               ? Result<void>()
               : BillingError::BadShare;
}

InputsToWrite onPaper(const BillingInputs& inputs) {
    std::vector<PartOnPaper> earlier;
    for (const BillPart& part : inputs.earlier)
        earlier.push_back(onPaper(part));
    return {inputs,
            inputs.month.number(),
            inputs.interval.from().number(),
            inputs.interval.to().number(),
            onPaper(inputs.window),
            std::move(earlier)};
}

Result<BillingInputs> offPaper(InputsToRead paper) {
    MH_TRY(paper.inputs.month, AccountingMonth::fromNumber(paper.month));
    MH_TRY(const Date from, Date::fromNumber(paper.from));
    MH_TRY(const Date to, Date::fromNumber(paper.to));
    MH_TRY(paper.inputs.interval, ReadingInterval::of(from, to));
    MH_TRY(paper.inputs.window, offPaper(paper.window));
    for (PartOnPaper& part : paper.earlier) {
        MH_TRY(BillPart read, offPaper(std::move(part)));
        paper.inputs.earlier.push_back(std::move(read));
    }
    MH_CHECK(checkParts(paper.inputs));
    MH_CHECK(checkShares(paper.inputs));
    MH_CHECK(checkLosses(paper.inputs));
    return std::move(paper.inputs);
}

const PartOnPaper& blankPart() {
    static const PartOnPaper blank{BillPart{*Date::of(2000, 1, 1), TariffVersionId::fromRaw(0)}, 0, {}};
    return blank;
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

template <class Archive, class Value>
    requires Described<Value, InputsToRead> || Described<Value, InputsToWrite>
void describe(Archive& archive, Value& paper) {
    archive.number(1, paper.inputs.account);
    archive.number(2, paper.inputs.servicePoint);
    archive.number(3, paper.month);
    archive.number(4, paper.from);
    archive.number(5, paper.to);
    archive.number(6, paper.inputs.tariffVersion);
    archive.number(7, paper.inputs.ruleVersion);
    archive.each(8, paper.inputs.segments, blankSegment());
    archive.number(9, paper.window.from);
    archive.number(10, paper.window.months);
    archive.number(11, paper.inputs.ladderBefore);
    archive.number(12, paper.inputs.boundScale.numerator);
    archive.number(13, paper.inputs.boundScale.denominator);
    archive.each(14, paper.inputs.facts, Fact{FactKind::Bill, BilledQuantity::zero()});
    archive.number(15, paper.inputs.choice.season);
    archive.number(16, paper.inputs.choice.category);
    archive.each(17, paper.inputs.peopleMonths, PeopleMonths{});
    archive.number(18, paper.inputs.proration.numerator);
    archive.number(19, paper.inputs.proration.denominator);
    archive.each(20, paper.earlier, blankPart());
    archive.number(21, paper.inputs.goesOn);
    archive.each(22, paper.inputs.shares, UseShare{});
    archive.number(23, paper.inputs.share);
    archive.each(24, paper.inputs.losses, LossShare{});
}

Result<BillingInputs> BillingInputs::ofPart(std::size_t part) const {
    MH_TRY(const ReadingInterval days, ReadingInterval::of(beginOf(part), endOf(part)));
    BillingInputs own{account, servicePoint, month, days, tariffVersion, ruleVersion, {}, window};
    if (part >= earlier.size()) {
        own.ladderBefore = ladderBefore;
        own.boundScale = boundScale;
        own.proration = proration;
        own.facts = facts;
        own.choice = choice;
        own.peopleMonths = peopleMonths;
        own.goesOn = goesOn;
        return own;
    }
    const BillPart& terms = earlier[part];
    own.tariffVersion = terms.tariffVersion;
    own.window = terms.window;
    own.ladderBefore = terms.ladderBefore;
    own.boundScale = terms.boundScale;
    own.proration = terms.proration;
    own.facts = terms.facts;
    own.choice = terms.choice;
    own.peopleMonths = terms.peopleMonths;
    own.goesOn = terms.goesOn;
    return own;
}

Bytes encodeBillingInputs(const BillingInputs& inputs) {
    return toCanonical(onPaper(inputs));
}

Result<BillingInputs> decodeBillingInputs(ByteView bytes) {
    MH_TRY(BillingInputs blank, blankInputs());
    MH_TRY(InputsToRead paper, fromCanonical(bytes, InputsToRead{std::move(blank), 0, 0, 0}));
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
