#include "ui/pages/customer/use_card.h"

#include "ui/pages/parts/quantity_text.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/tier_legend.h"

#include <QStackedLayout>

#include <algorithm>

namespace meterhall::ui {

namespace {

QString partsText(const std::vector<TierUse>& tiers) {
    QStringList words;
    for (const TierUse& part : tiers) {
        if (part.tier > 0)
            words << UseCard::tr("tier %1: %2").arg(part.tier).arg(quantityText(part.quantity));
    }
    return words.join(UseCard::tr(", "));
}

QString monthWords(const services::MonthUse& month, const QString& unit) {
    const QString use = UseCard::tr("%1: %2 %3").arg(month.month.toString(), quantityText(month.use), unit);
    return month.tiers.size() > 1 ? UseCard::tr("%1 (%2)").arg(use, partsText(month.tiers)) : use;
}

std::vector<UseMark> marksOf(const services::MonthUse& month, const services::MonthUse* before) {
    std::vector<UseMark> marks;
    if (before && month.windowStart && before->windowStart != month.windowStart)
        marks.push_back({UseCard::tr("tiers restart %1").arg(month.windowStart->toString().mid(5))});
    if (month.meterExchanged)
        marks.push_back({UseCard::tr("meter exchanged"), true});
    return marks;
}

int tiersOf(const std::vector<services::MonthUse>& use) {
    int most = 0;
    for (const services::MonthUse& month : use) {
        for (const TierUse& part : month.tiers)
            most = std::max(most, part.tier);
    }
    return most;
}

LedgerRow tableRow(const services::MonthUse& month, const services::MonthUse* before) {
    QStringList notes;
    for (const UseMark& mark : marksOf(month, before))
        notes << mark.words;
    return {.id = month.month.number(),
            .cells = {{.text = month.month.toString()},
                      {.text = quantityText(month.use), .order = month.use.micro()},
                      {.text = partsText(month.tiers), .second = notes.join(UseCard::tr(", "))}}};
}

} // namespace

std::vector<UseColumn> useColumns(const std::vector<services::MonthUse>& use, AccountingMonth last,
                                  const QString& unit) {
    std::vector<UseColumn> columns;
    for (int ago = UseCard::months - 1; ago >= 0; --ago) {
        const auto month = last.plusMonths(-ago);
        if (!month.ok())
            continue;
        UseColumn column{
            .axis = month->toString().mid(2), .words = UseCard::tr("%1: no bill").arg(month->toString()), .parts = {}};
        QStringList words;
        for (std::size_t at = 0; at < use.size(); ++at) { // two bills of one month stand on each other
            if (use[at].month != *month)
                continue;
            column.known = true;
            words << monthWords(use[at], unit);
            for (const TierUse& part : use[at].tiers)
                column.parts.push_back({part.tier, part.quantity.micro()});
            for (UseMark& mark : marksOf(use[at], at > 0 ? &use[at - 1] : nullptr))
                column.marks.push_back(std::move(mark));
        }
        if (column.known)
            column.words = words.join(UseCard::tr("; "));
        columns.push_back(std::move(column));
    }
    return columns;
}

UseCard::UseCard(QWidget* parent)
    : Card({}, parent)
    , m_stack(new QStackedLayout)
    , m_chart(new UseChart)
    , m_table(new LedgerTable({{.title = tr("Month"), .width = 80},
                               {.title = tr("Use"), .width = 80, .number = true},
                               {.title = tr("By tier"), .width = 180, .flexible = true}},
                              RowHeight::TwoLine))
    , m_legend(new TierLegend) {
    addToTitle(m_legend);
    m_chart->setAccessibleName(tr("Use of 24 months"));
    m_table->setEmptyText(tr("Nothing was billed in these 24 months."));
    body()->addLayout(m_stack, 1); // before anything is in it: it shows its first widget at once
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    clear();
}

void UseCard::clear() {
    setTitle(tr("Use of 24 months"));
    m_chart->show({}, {});
    m_table->model().setRows({});
    m_legend->show(0);
}

void UseCard::show(const std::vector<services::MonthUse>& use, AccountingMonth last, const QString& unit) {
    setTitle(tr("Use of 24 months (%1)").arg(unit));
    m_chart->show(useColumns(use, last, unit),
                  use.empty() ? tr("nothing was billed in these 24 months") : tr("no bill"));
    std::vector<LedgerRow> rows;
    for (std::size_t at = use.size(); at-- > 0;)
        rows.push_back(tableRow(use[at], at > 0 ? &use[at - 1] : nullptr));
    m_table->model().setRows(std::move(rows));
    m_table->selectRow(0);
    m_legend->show(tiersOf(use));
}

void UseCard::setAsTable(bool asTable) {
    m_stack->setCurrentIndex(asTable ? 1 : 0);
}

bool UseCard::isTable() const {
    return m_stack->currentIndex() == 1;
}

void UseCard::focusShown() {
    m_stack->currentWidget()->setFocus();
}

} // namespace meterhall::ui
