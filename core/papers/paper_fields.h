#pragma once

// The fields of every paper and their names in the stored form. A name, once stored, keeps its meaning.

#include "core/papers/paper.h"

namespace meterhall::papers {

template <class Archive>
void describe(Archive& archive, PaperTime& time) {
    archive.field("at", time.at);
    archive.field("offset", time.utcOffsetMinutes);
}

template <class Archive>
void describe(Archive& archive, PaperHead& head) {
    archive.field("company", head.company);
    archive.field("legal_entity", head.legalEntity);
    archive.field("hall", head.hall);
    archive.field("seat", head.seat);
    archive.field("operator", head.operatorNumber);
    archive.field("paper_number", head.paperNumber);
    archive.field("hotline", head.hotline);
    archive.field("chain_head", head.chainHead);
    archive.field("issued_at", head.issuedAt);
}

template <class Archive>
void describe(Archive& archive, SumLine& line) {
    archive.field("name", line.name);
    archive.field("count", line.count);
    archive.field("sum", line.sum);
}

template <class Archive>
void describe(Archive& archive, ReadingLine& line) {
    archive.field("meter", line.meterNumber);
    archive.field("previous_on", line.previousOn);
    archive.field("previous", line.previous);
    archive.field("current_on", line.currentOn);
    archive.field("current", line.current);
    archive.field("origin", line.origin);
    archive.field("multiplier", line.multiplier);
    archive.field("use", line.use);
}

template <class Archive>
void describe(Archive& archive, ExchangeLine& line) {
    archive.field("on", line.on);
    archive.field("old_meter", line.oldMeter);
    archive.field("old_end", line.oldEnd);
    archive.field("new_meter", line.newMeter);
    archive.field("new_start", line.newStart);
}

template <class Archive>
void describe(Archive& archive, ChargeRow& row) {
    archive.field("component", row.component);
    archive.field("tier", row.tier);
    archive.field("price", row.price);
    archive.field("quantity", row.quantity);
    archive.field("amount", row.amount);
}

template <class Archive>
void describe(Archive& archive, LadderRow& row) {
    archive.field("window", row.window);
    archive.field("year_to_date", row.yearToDate);
    archive.field("tier", row.tier);
    archive.field("room_left", row.roomLeft);
}

template <class Archive>
void describe(Archive& archive, ArrearsRow& row) {
    archive.field("month", row.month);
    archive.field("amount", row.amount);
    archive.field("late_charge", row.lateCharge);
}

template <class Archive>
void describe(Archive& archive, BillPaper& bill) {
    archive.field("head", bill.head);
    archive.field("commodity", bill.commodity);
    archive.field("month", bill.month);
    archive.field("account", bill.accountNumber);
    archive.field("holder", bill.holder);
    archive.field("address", bill.address);
    archive.field("use_class", bill.useClass);
    archive.field("book_sequence", bill.bookSequence);
    archive.field("unit", bill.unit);
    archive.field("readings", bill.readings);
    archive.field("exchanges", bill.exchanges);
    archive.field("same_month_last_year", bill.sameMonthLastYear);
    archive.field("charges", bill.charges);
    archive.field("on_behalf", bill.onBehalf);
    archive.field("price_orders", bill.priceOrders);
    archive.field("ladder", bill.ladder);
    archive.field("people", bill.peopleCounted);
    archive.field("relief", bill.relief);
    archive.field("bill_total", bill.billTotal);
    archive.field("credit_before", bill.creditBefore);
    archive.field("credit_used", bill.creditUsed);
    archive.field("credit_after", bill.creditAfter);
    archive.field("arrears", bill.arrears);
    archive.field("late_charge_rule", bill.lateChargeRule);
    archive.field("to_pay", bill.toPay);
    archive.field("due_on", bill.dueOn);
    archive.field("ways_to_pay", bill.waysToPay);
    archive.field("pay_code", bill.payCode);
}

template <class Archive>
void describe(Archive& archive, SettledRow& row) {
    archive.field("bill", row.billNumber);
    archive.field("month", row.month);
    archive.field("amount", row.amount);
    archive.field("late_charge", row.lateCharge);
}

template <class Archive>
void describe(Archive& archive, ComponentRow& row) {
    archive.field("component", row.component);
    archive.field("on_behalf", row.onBehalf);
    archive.field("amount", row.amount);
}

template <class Archive>
void describe(Archive& archive, ReceiptPaper& receipt) {
    archive.field("head", receipt.head);
    archive.field("account", receipt.accountNumber);
    archive.field("holder", receipt.holder);
    archive.field("address", receipt.address);
    archive.field("settled", receipt.settled);
    archive.field("components", receipt.components);
    archive.field("late_charge", receipt.lateCharge);
    archive.field("to_credit", receipt.toCredit);
    archive.field("total", receipt.total);
    archive.field("method", receipt.method);
    archive.field("channel_reference", receipt.channelReference);
    archive.field("received", receipt.received);
    archive.field("change", receipt.change);
    archive.field("small_change", receipt.smallChangeCarried);
    archive.field("credit_after", receipt.creditAfter);
    archive.field("invoice_code", receipt.invoiceCode);
    archive.field("invoice_days", receipt.invoiceDays);
    archive.field("reverses", receipt.reverses);
}

template <class Archive>
void describe(Archive& archive, TakenBackRow& row) {
    archive.field("kind", row.kind);
    archive.field("paper_number", row.paperNumber);
    archive.field("sum", row.sum);
}

template <class Archive>
void describe(Archive& archive, DenominationRow& row) {
    archive.field("face", row.face);
    archive.field("pieces", row.pieces);
    archive.field("sum", row.sum);
}

template <class Archive>
void describe(Archive& archive, NumbersRow& row) {
    archive.field("kind", row.kind);
    archive.field("from", row.from);
    archive.field("to", row.to);
    archive.field("used", row.used);
    archive.field("spoilt", row.spoilt);
    archive.field("left", row.left);
}

template <class Archive>
void describe(Archive& archive, ShiftSheetPaper& sheet) {
    archive.field("head", sheet.head);
    archive.field("shift", sheet.shiftNumber);
    archive.field("opened_at", sheet.openedAt);
    archive.field("closed_at", sheet.closedAt);
    archive.field("float_in", sheet.floatIn);
    archive.field("by_method", sheet.byMethod);
    archive.field("taken_back", sheet.takenBack);
    archive.field("counted", sheet.counted);
    archive.field("counted_cash", sheet.countedCash);
    archive.field("expected_cash", sheet.expectedCash);
    archive.field("over", sheet.over);
    archive.field("short", sheet.shortage);
    archive.field("explanation", sheet.explanation);
    archive.field("numbers", sheet.numbers);
    archive.field("pos_batch", sheet.posBatch);
}

template <class Archive>
void describe(Archive& archive, CashierRow& row) {
    archive.field("operator", row.operatorNumber);
    archive.field("shift", row.shiftNumber);
    archive.field("count", row.count);
    archive.field("taken", row.taken);
    archive.field("cash", row.cash);
    archive.field("over", row.over);
    archive.field("short", row.shortage);
}

template <class Archive>
void describe(Archive& archive, DayReportPaper& report) {
    archive.field("head", report.head);
    archive.field("business_day", report.businessDay);
    archive.field("cashiers", report.cashiers);
    archive.field("by_legal_entity", report.byLegalEntity);
    archive.field("by_component", report.byComponent);
    archive.field("by_method", report.byMethod);
    archive.field("late_charges", report.lateCharges);
    archive.field("credit_in", report.creditIn);
    archive.field("credit_used", report.creditUsed);
    archive.field("refunds", report.refunds);
    archive.field("other_branches", report.otherBranches);
    archive.field("unresolved", report.unresolved);
    archive.field("total", report.total);
    archive.field("cash_to_bank", report.cashToBank);
    archive.field("deposit_slip", report.depositSlip);
}

template <class Archive>
void describe(Archive& archive, SettlementRow& row) {
    archive.field("account", row.accountNumber);
    archive.field("month", row.month);
    archive.field("read_to", row.readTo);
    archive.field("use_before", row.useBefore);
    archive.field("use", row.use);
    archive.field("before", row.before);
    archive.field("now", row.now);
    archive.field("difference", row.difference);
}

template <class Archive>
void describe(Archive& archive, SettledAccountRow& row) {
    archive.field("account", row.accountNumber);
    archive.field("holder", row.holder);
    archive.field("address", row.address);
    archive.field("difference", row.difference);
    archive.field("owed", row.owed);
}

template <class Archive>
void describe(Archive& archive, SettlementPaper& settlement) {
    archive.field("head", settlement.head);
    archive.field("reason", settlement.reason);
    archive.field("bills", settlement.bills);
    archive.field("accounts", settlement.accounts);
    archive.field("difference", settlement.difference);
}

template <class Archive>
void describe(Archive& archive, StepRow& row) {
    archive.field("level", row.level);
    archive.field("text", row.text);
}

template <class Archive>
void describe(Archive& archive, ExplanationPaper& explanation) {
    archive.field("head", explanation.head);
    archive.field("commodity", explanation.commodity);
    archive.field("month", explanation.month);
    archive.field("account", explanation.accountNumber);
    archive.field("holder", explanation.holder);
    archive.field("address", explanation.address);
    archive.field("price_orders", explanation.priceOrders);
    archive.field("steps", explanation.steps);
    archive.field("comparison", explanation.comparison);
    archive.field("proved", explanation.proved);
    archive.field("total", explanation.total);
}

} // namespace meterhall::papers
