#include "ui/printing/paper_layout.h"

#include "core/money/capitals.h"
#include "ui/printing/bill_labels.h"
#include "ui/printing/close_labels.h"
#include "ui/printing/common_labels.h"
#include "ui/printing/explanation_labels.h"
#include "ui/printing/receipt_labels.h"
#include "ui/printing/settlement_labels.h"

namespace meterhall::ui {

namespace {

QString commodityText(Commodity commodity) {
    const labels::BillLabels words;
    switch (commodity) {
    case Commodity::Gas:
        return words.gas;
    case Commodity::Water:
        return words.water;
    case Commodity::Heat:
        return words.heat;
    case Commodity::Electricity:
        return words.electricity;
    }
    return {};
}

PaperIdentity identity(const papers::BillPaper& bill) {
    return {labels::BillLabels().title, commodityText(bill.commodity) + QStringLiteral(" · ") + monthText(bill.month),
            labels::CommonLabels().account + QLatin1Char(' ') + bill.accountNumber, bill.accountNumber};
}

PaperIdentity identity(const papers::ReceiptPaper& receipt) {
    const labels::ReceiptLabels words;
    return {receipt.reverses.isEmpty() ? words.title : words.reversalTitle, QString(),
            labels::CommonLabels().account + QLatin1Char(' ') + receipt.accountNumber, receipt.accountNumber};
}

PaperIdentity identity(const papers::ShiftSheetPaper& sheet) {
    const labels::ShiftLabels words;
    return {words.title, QString(), words.shift + QLatin1Char(' ') + sheet.shiftNumber, QString()};
}

PaperIdentity identity(const papers::DayReportPaper& report) {
    return {labels::DayLabels().title, QString(), report.businessDay.toString(), QString()};
}

PaperIdentity identity(const papers::ExplanationPaper& explanation) {
    return {labels::ExplanationLabels().title,
            commodityText(explanation.commodity) + QStringLiteral(" · ") + monthText(explanation.month),
            labels::CommonLabels().account + QLatin1Char(' ') + explanation.accountNumber, explanation.accountNumber};
}

PaperIdentity identity(const papers::SettlementPaper& settlement) {
    return {labels::SettlementLabels().title, QString(),
            labels::SettlementLabels().number + QLatin1Char(' ') + settlement.head.paperNumber, QString()};
}

/// The first block of the next page: a heading goes with what it heads.
std::size_t chainEnd(const std::vector<Block>& blocks, std::size_t from) {
    while (from + 1 < blocks.size() && blocks[from].keepWithNext)
        ++from;
    return from + 1;
}

} // namespace

PaperIdentity identityOf(const papers::Paper& paper) {
    return std::visit([](const auto& content) { return identity(content); }, paper);
}

QString monthText(AccountingMonth month) {
    return labels::CommonLabels().month.arg(month.year()).arg(month.month());
}

QString moneyText(const Money& money) {
    const QString sign = money.isNegative() ? QStringLiteral("-") : QString();
    return sign + labels::CommonLabels().currencySign + money.absolute().toString();
}

void totalLine(BlockList& list, const QString& label, const Money& amount) {
    list.total(label, moneyText(amount), labels::CommonLabels().capitals, chineseCapitals(amount));
}

void sumTable(BlockList& list, const QString& heading, const QString& nameTitle,
              const std::vector<papers::SumLine>& lines) {
    if (lines.empty())
        return;
    const labels::CommonLabels common;
    list.heading(heading);
    std::vector<Row> rows;
    rows.reserve(lines.size());
    for (const auto& line : lines)
        rows.push_back({{line.name, QString::number(line.count), line.sum.toString()}, false});
    list.table({{nameTitle, 3, Align::Left}, {common.count, 1, Align::Right}, {common.sum, 1.6, Align::Right}}, rows);
}

std::vector<PaperPage> paginate(const std::vector<Block>& blocks, double firstTop, double nextTop, double bottom) {
    std::vector<PaperPage> pages(1);
    double top = firstTop;
    for (std::size_t i = 0; i < blocks.size();) {
        const std::size_t end = chainEnd(blocks, i);
        double needed = 0;
        for (std::size_t member = i; member < end; ++member)
            needed += blocks[member].height;
        if (top + needed > bottom && !pages.back().empty()) {
            pages.emplace_back();
            top = nextTop;
            if (const Block* head = blocks[i].repeated.get()) {
                pages.back().push_back({head, top});
                top += head->height;
            }
        }
        for (; i < end; ++i) {
            pages.back().push_back({&blocks[i], top});
            top += blocks[i].height;
        }
    }
    return pages;
}

} // namespace meterhall::ui
