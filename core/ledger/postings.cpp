#include "core/ledger/postings.h"

#include "core/ledger/purchase_journal.h"

#include <array>

namespace meterhall {

namespace {

Journal emptyJournal(const PostingPlace& place, JournalKind kind) {
    return {.id = place.id,
            .kind = kind,
            .entity = place.entity,
            .businessDay = place.businessDay,
            .seat = place.seat,
            .shift = place.shift,
            .at = place.at,
            .reverses = {},
            .lines = {}};
}

void addLine(Journal& journal, JournalLine line) {
    if (!line.amount.isZero())
        journal.lines.push_back(std::move(line));
}

LedgerAccount accountOf(Payee payee) {
    switch (payee) {
    case Payee::OwnIncome:
        return LedgerAccount::Income;
    case Payee::FeeOnBehalf:
        return LedgerAccount::OnBehalf;
    case Payee::Tax:
        return LedgerAccount::Tax;
    }
    return LedgerAccount::Income;
}

Result<void> addCharge(Journal& journal, std::optional<BillId> bill, const BillLine& line,
                       const TariffComponent& component) {
    MH_TRY(const Money net, line.amount.minus(line.tax));
    addLine(journal, {accountOf(component.payee), net.negated(), {}, bill, component.code});
    addLine(journal, {LedgerAccount::Tax, line.tax.negated(), {}, bill, component.code});
    return {};
}

Result<void> addCharges(Journal& journal, std::optional<BillId> bill, const Bill& content, BillPrices prices) {
    for (const BillLine& line : content.lines)
        MH_CHECK(addCharge(journal, bill, line, priceOfLine(line, prices).components.at(line.component)));
    addLine(journal,
            {LedgerAccount::Income, content.roundingDifference.negated(), {}, bill, QStringLiteral("rounding")});
    return {};
}

JournalLine moneyIn(Money amount, PaymentMethod method) {
    return method == PaymentMethod::Cash ? JournalLine{LedgerAccount::Cash, amount, {}, {}, {}}
                                         : JournalLine{LedgerAccount::ChannelInTransit, amount, {}, {}, codeOf(method)};
}

Result<Journal> checked(Journal journal) {
    MH_CHECK(checkJournal(journal));
    return journal;
}

Result<std::optional<Journal>> checkedUnlessEmpty(Journal journal) {
    if (journal.lines.empty())
        return std::optional<Journal>();
    MH_CHECK(checkJournal(journal));
    return std::optional(std::move(journal));
}

} // namespace

Result<std::optional<Journal>> billJournal(const PostingPlace& place, BillId bill, AccountId account,
                                           const Bill& content, const TariffVersion& version) {
    return billJournal(place, bill, account, content, std::array{&version});
}

Result<std::optional<Journal>> billJournal(const PostingPlace& place, BillId bill, AccountId account,
                                           const Bill& content, BillPrices prices) {
    Journal journal = emptyJournal(place, JournalKind::Bill);
    addLine(journal, {LedgerAccount::Receivable, content.total, account, bill, {}});
    MH_CHECK(addCharges(journal, bill, content, prices));
    return checkedUnlessEmpty(std::move(journal));
}

Result<Journal> paymentJournal(const PostingPlace& place, AccountId account, const PaymentSplit& split,
                               PaymentMethod method) {
    Journal journal = emptyJournal(place, JournalKind::Payment);
    Money total = split.prepayment;
    for (const auto* parts : {&split.parts, &split.late})
        for (const PaymentSplit::Part& part : *parts) {
            MH_TRY(total, total.plus(part.amount));
        }
    addLine(journal, moneyIn(total, method));
    for (const PaymentSplit::Part& part : split.parts)
        addLine(journal, {LedgerAccount::Receivable, part.amount.negated(), part.account, part.bill, {}});
    for (const PaymentSplit::Part& part : split.late)
        addLine(journal, {LedgerAccount::LateCharge, part.amount.negated(), {}, part.bill, {}});
    addLine(journal, {LedgerAccount::Prepayment, split.prepayment.negated(), account, {}, {}});
    return checked(std::move(journal));
}

Result<Journal> purchaseJournal(const PostingPlace& place, AccountId account, const Bill& content,
                                const TariffVersion& version, const PurchaseMoney& money) {
    Journal journal = emptyJournal(place, JournalKind::Payment);
    addLine(journal, moneyIn(money.taken, money.method));
    MH_CHECK(addCharges(journal, {}, content, std::array{&version}));
    MH_TRY(const Money fromCredit, money.creditUsed.minus(money.creditLeft));
    addLine(journal, {LedgerAccount::Prepayment, fromCredit, account, {}, {}});
    return checked(std::move(journal));
}

Result<Journal> creditAppliedJournal(const PostingPlace& place, BillId bill, AccountId account, Money amount) {
    if (!amount.isPositive())
        return LedgerError::AmountNotPositive;
    Journal journal = emptyJournal(place, JournalKind::CreditApplied);
    addLine(journal, {LedgerAccount::Prepayment, amount, account, {}, {}});
    addLine(journal, {LedgerAccount::Receivable, amount.negated(), account, bill, {}});
    return checked(std::move(journal));
}

Result<Journal> billReversalJournal(const PostingPlace& place, const Journal& billed, BillId bill, AccountId account,
                                    Money paid) {
    if (paid.isNegative())
        return LedgerError::AmountNotPositive;
    MH_TRY(Journal journal, reversalOf(billed, place.id, place.seat, place.shift, place.businessDay, place.at));
    journal.kind = JournalKind::BillReversal;
    addLine(journal, {LedgerAccount::Receivable, paid, account, bill, {}});
    addLine(journal, {LedgerAccount::Prepayment, paid.negated(), account, {}, {}});
    return checked(std::move(journal));
}

Result<Journal> shiftOpeningJournal(const PostingPlace& place, Money floatGiven) {
    if (!floatGiven.isPositive())
        return LedgerError::AmountNotPositive;
    Journal journal = emptyJournal(place, JournalKind::ShiftOpening);
    addLine(journal, {LedgerAccount::Cash, floatGiven, {}, {}, {}});
    addLine(journal, {LedgerAccount::Float, floatGiven.negated(), {}, {}, {}});
    return checked(std::move(journal));
}

Result<std::optional<Journal>> shiftClosingJournal(const PostingPlace& place, const Drawer& drawer) {
    Journal journal = emptyJournal(place, JournalKind::ShiftClosing);
    MH_TRY(const Money difference, drawer.counted.minus(drawer.expected));
    MH_TRY(const Money takings, drawer.counted.minus(drawer.floatGiven));
    const LedgerAccount account = difference.isNegative() ? LedgerAccount::CashShort : LedgerAccount::CashOver;
    addLine(journal, {account, difference.negated(), {}, {}, {}});
    addLine(journal, {LedgerAccount::Float, drawer.floatGiven, {}, {}, {}});
    addLine(journal, {LedgerAccount::CashInTransit, takings, {}, {}, {}});
    addLine(journal, {LedgerAccount::Cash, drawer.expected.negated(), {}, {}, {}});
    return checkedUnlessEmpty(std::move(journal));
}

} // namespace meterhall
