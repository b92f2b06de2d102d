#include "core/billing/bill.h"

#include "core/billing/billing_inputs.h"
#include "core/tariffs/canonical_forms.h"

namespace meterhall {

namespace {
// Amounts as numbers; the currency stands once, in front.
struct LineOnPaper {
    std::uint16_t component = 0;
    std::uint8_t tier = 0;
    BilledQuantity quantity = BilledQuantity::zero();
    BilledPrice price = BilledPrice::ofMicro(0);
    std::int64_t amount = 0;
    std::int64_t tax = 0;
    std::uint8_t tou = 0;
    std::uint8_t part = 0;
};

struct PartSums {
    BilledQuantity usage = BilledQuantity::zero();
    BilledQuantity ladderAfter = BilledQuantity::zero();
    std::int64_t total = 0;
};

struct BillOnPaper {
    Currency currency = Currency::cny();
    std::vector<LineOnPaper> lines{};
    BilledQuantity usage = BilledQuantity::zero();
    BilledQuantity ladderAfter = BilledQuantity::zero();
    std::int64_t roundingDifference = 0;
    std::int64_t total = 0;
    std::vector<PartSums> parts{};
};
} // namespace

// Tags are stored: a new field gets a new tag, none is reused.

template <class Archive, Described<LineOnPaper> Value>
void describe(Archive& archive, Value& line) {
    archive.number(1, line.component);
    archive.number(2, line.tier);
    archive.number(3, line.quantity);
    archive.number(4, line.price);
    archive.number(5, line.amount);
    archive.number(6, line.tax);
    archive.number(7, line.tou);
    archive.number(8, line.part);
}

template <class Archive, Described<PartSums> Value>
void describe(Archive& archive, Value& part) {
    archive.number(1, part.usage);
    archive.number(2, part.ladderAfter);
    archive.number(3, part.total);
}

template <class Archive, Described<BillOnPaper> Value>
void describe(Archive& archive, Value& bill) {
    archive.text(1, bill.currency);
    archive.each(2, bill.lines, LineOnPaper{});
    archive.number(3, bill.usage);
    archive.number(4, bill.ladderAfter);
    archive.number(5, bill.roundingDifference);
    archive.number(6, bill.total);
    archive.each(7, bill.parts, PartSums{});
}

Result<Money> Bill::tax() const {
    Money sum = Money::zero(total.currency());
    for (const BillLine& line : lines) {
        MH_TRY(sum, sum.plus(line.tax));
    }
    return sum;
}

Bytes encodeBill(const Bill& bill) {
    BillOnPaper paper{bill.total.currency(), {}, bill.usage, bill.ladderAfter, bill.roundingDifference.minor(),
                      bill.total.minor(),    {}};
    paper.lines.reserve(bill.lines.size());
    for (const BillLine& line : bill.lines)
        paper.lines.push_back({line.component, line.tier, line.quantity, line.price, line.amount.minor(),
                               line.tax.minor(), line.tou, line.part});
    for (const BilledPart& part : bill.parts)
        paper.parts.push_back({part.usage, part.ladderAfter, part.total.minor()});
    return toCanonical(paper);
}

Result<Bill> decodeBill(ByteView bytes) {
    MH_TRY(const BillOnPaper paper, fromCanonical(bytes, BillOnPaper{}));
    Bill bill = Bill::empty(paper.currency);
    Money sum = Money::ofMinor(paper.roundingDifference, paper.currency);
    for (const LineOnPaper& line : paper.lines) {
        const Money amount = Money::ofMinor(line.amount, paper.currency);
        bill.lines.push_back({line.component, line.tier, line.quantity, line.price, amount,
                              Money::ofMinor(line.tax, paper.currency), line.tou, line.part});
        MH_TRY(sum, sum.plus(amount));
    }
    for (const PartSums& part : paper.parts)
        bill.parts.push_back({part.usage, part.ladderAfter, Money::ofMinor(part.total, paper.currency)});
    bill.usage = paper.usage;
    bill.ladderAfter = paper.ladderAfter;
    bill.roundingDifference = Money::ofMinor(paper.roundingDifference, paper.currency);
    bill.total = Money::ofMinor(paper.total, paper.currency);
    if (bill.total != sum)
        return BillingError::BadBill;
    return bill;
}

} // namespace meterhall
