#include "ui/gallery/specimens.h"
#include "ui/widgets/ledger_table.h"

#include <QTableView>

namespace meterhall::ui {

namespace {

std::vector<Column> tableColumns() {
    return {{.title = sample("户号", "Account"), .width = 130},
            {.title = sample("用户和地址", "Holder and place"), .width = 160, .flexible = true, .mayElide = true},
            {.title = sample("状态", "State"), .width = 110},
            {.title = sample("金额", "Amount"), .width = 110, .number = true, .unit = sample("元", "yuan")}};
}

LedgerRow tableRow(std::int64_t id, const QString& holder, State state, const QString& word, const char* amount) {
    return {.id = id,
            .cells = {{.text = QStringLiteral("0310 2245 0%1").arg(id), .icon = "gas", .iconTone = Token::Gas},
                      {.text = holder, .second = sample("和平路安居里1幢1单元", "1-1, Anjuli, Heping Road")},
                      {.text = word, .badge = state},
                      {.text = QString::fromUtf8(amount)}}};
}

LedgerTable* makeTable(int rows) {
    auto* table = new LedgerTable(tableColumns(), RowHeight::TwoLine);
    table->setName(QStringLiteral("table"));
    table->setVisibleRows(rows);
    return table;
}

std::vector<LedgerRow> tableRows() {
    return {tableRow(1, sample("王秀英", "Wang Xiuying"), State::Ok, sample("已抄", "read"), "59.36"),
            tableRow(2,
                     sample("一个名字长得放不下的用户名称：澄江市和平路第三小学教工食堂管理委员会",
                            "A holder whose name is much too long for the column it stands in, as schools have"),
                     State::Warn, sample("待复核", "doubtful"), "−1,204.00"),
            tableRow(3, sample("李建国", "Li Jianguo"), State::Danger, sample("未抄到", "not read"), "105.00")};
}

QWidget* makeFilled() {
    LedgerTable* table = makeTable(3);
    table->model().setTickable(true);
    table->model().setRows(tableRows());
    table->model().setTicked(2, true);
    table->selectRow(1);
    table->setTotals({sample("共 3 户", "3 in all"), {}, {}, QStringLiteral("−1,039.64")});
    return table;
}

QWidget* makeEmpty() {
    LedgerTable* table = makeTable(2);
    table->setEmptyText(sample("没有未结账单。F9 收预存款。", "No open bills. F9 takes a deposit."));
    return table;
}

QWidget* makeLoading() {
    LedgerTable* table = makeTable(2);
    table->model().setWindow(1'000'000, [](int) {});
    return table;
}

QWidget* makeShares() {
    auto* table =
        new LedgerTable(std::vector<Column>{{.title = sample("原因", "Cause"), .width = 160, .flexible = true},
                                            {.title = sample("占比", "Share"), .width = 110},
                                            {.title = sample("块", "Meters"), .width = 90, .number = true}});
    table->setName(QStringLiteral("shares"));
    table->setVisibleRows(2);
    table->model().setRows({{.id = 1,
                             .cells = {{.text = sample("无应答", "no answer")},
                                       {.text = QStringLiteral("72 %"), .percent = 72},
                                       {.text = QStringLiteral("18")}}},
                            {.id = 2,
                             .cells = {{.text = sample("报文损坏", "damaged frame"), .tone = Token::Danger},
                                       {.text = QStringLiteral("28 %"), .percent = 28},
                                       {.text = QStringLiteral("7")}}}});
    return table;
}

} // namespace

std::vector<Specimen> tableSpecimens() {
    return {{"Table: selected, ticked, long text, totals", makeFilled},
            {"Table: empty", makeEmpty},
            {"Table: a million rows on their way", makeLoading},
            {"Table: shares", makeShares}};
}

} // namespace meterhall::ui
