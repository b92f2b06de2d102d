#include "ui/pages/tariffs/sheet_panel.h"

#include "ui/errors/error_text.h"
#include "ui/pages/parts/quantity_text.h"
#include "ui/pages/tariffs/tariff_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/ledger_table.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace meterhall::ui {

using services::BoundarySheet;
using services::SheetRow;

namespace {

std::vector<Column> sheetColumns(const QString& unit) {
    return {{.title = SheetPanel::tr("Where"), .width = 150, .flexible = true, .mayElide = true},
            {.title = SheetPanel::tr("Day"), .width = 100},
            {.title = SheetPanel::tr("Ladder at"), .width = 122, .number = true, .unit = unit},
            {.title = SheetPanel::tr("Use"), .width = 96, .number = true, .unit = unit},
            {.title = SheetPanel::tr("Total"), .width = 100, .number = true},
            {.title = SheetPanel::tr("Last step"), .width = 96, .number = true},
            {.title = SheetPanel::tr("Proof"), .width = 104}};
}

LedgerRow sheetLine(std::int64_t id, const SheetRow& row) {
    const QString nothing = QStringLiteral("—");
    return {.id = id,
            .cells = {{.text = pointText(row), .order = id},
                      {.text = dayText(row.trial.readOn), .tone = Token::Text2},
                      {.text = row.bill ? quantityText(row.bill->inputs.ladderBefore) : nothing, .tone = Token::Text2},
                      {.text = quantityText(row.trial.use), .order = row.trial.use.micro()},
                      {.text = row.bill ? amountText(row.bill->bill.total) : nothing},
                      {.text = row.lastStep ? amountText(*row.lastStep) : nothing, .tone = Token::Text2},
                      {.text = row.error ? SheetPanel::tr("Fails") : SheetPanel::tr("Proved"),
                       .badge = row.error ? State::Danger : State::Ok}}};
}

} // namespace

SheetPanel::SheetPanel(QWidget* parent)
    : QWidget(parent)
    , m_proved(new Badge)
    , m_breaks(makeLabel(TextRole::Label, {}, "text2"))
    , m_table(new LedgerTable(sheetColumns({}))) {
    m_breaks->setWordWrap(true);
    m_table->setName(tr("Boundary sheet"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(14, 8, 14, 4);
    head->setSpacing(10);
    head->addWidget(m_proved, 0, Qt::AlignTop);
    head->addWidget(m_breaks, 1);
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(4);
    down->addLayout(head);
    down->addWidget(m_table, 1);
    connect(m_table, &LedgerTable::currentChanged, this, &SheetPanel::selectedChanged);
}

void SheetPanel::show(const BoundarySheet& sheet, const QString& unit) {
    showProved(*m_proved, sheet);
    const auto failed =
        std::find_if(sheet.rows.begin(), sheet.rows.end(), [](const SheetRow& row) { return row.error.has_value(); });
    const QString why = failed == sheet.rows.end()
                            ? QString()
                            : tr("%1: %2").arg(pointText(*failed), presented(*failed->error).happened);
    m_breaks->setText(why.isEmpty() ? breaksText(sheet, unit) : breaksText(sheet, unit) + QLatin1Char(' ') + why);
    std::vector<LedgerRow> lines;
    for (const SheetRow& row : sheet.rows)
        lines.push_back(sheetLine(std::int64_t(lines.size()) + 1, row));
    m_table->model().setColumns(sheetColumns(unit));
    m_table->model().setRows(std::move(lines));
}

void SheetPanel::focusTable() {
    m_table->setFocus();
    if (!selected())
        m_table->selectRow(0);
}

std::optional<std::size_t> SheetPanel::selected() const {
    const std::int64_t id = m_table->currentId();
    return id > 0 ? std::optional(std::size_t(id - 1)) : std::nullopt;
}

void showProved(Badge& badge, const BoundarySheet& sheet) {
    const int all = int(sheet.rows.size());
    badge.show(sheet.holds() ? State::Ok : State::Danger,
               sheet.holds() ? SheetPanel::tr("%1 of %1 proved").arg(all)
                             : SheetPanel::tr("%1 of %2 proved, not enough").arg(sheet.proved()).arg(all));
}

} // namespace meterhall::ui
