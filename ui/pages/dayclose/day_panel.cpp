#include "ui/pages/dayclose/day_panel.h"

#include "ui/pages/dayclose/shift_words.h"
#include "ui/pages/parts/method_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/text_forms.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace meterhall::ui {

using services::DayCheck;
using services::DayCheckKind;
using services::ReportTable;
using services::ShiftOfDay;

namespace {

std::vector<Column> totalColumns() {
    return {{.title = DayPanel::tr("Item"), .width = 150, .flexible = true},
            {.title = DayPanel::tr("Debit"), .width = 112, .number = true},
            {.title = DayPanel::tr("Credit"), .width = 112, .number = true}};
}

/// The codes of dayReport().
QString ledgerAccountText(const QString& code) {
    const std::initializer_list<std::pair<const char*, QString>> words{
        {"cash", DayPanel::tr("Cash")},
        {"receivable", DayPanel::tr("Receivable")},
        {"prepayment", DayPanel::tr("Prepayment")},
        {"income", DayPanel::tr("Income")},
        {"on-behalf", DayPanel::tr("On behalf")},
        {"tax", DayPanel::tr("Tax")},
        {"cash-over", DayPanel::tr("Cash over")},
        {"cash-short", DayPanel::tr("Cash short")},
        {"float", DayPanel::tr("Float")},
        {"cash-in-transit", DayPanel::tr("Cash in transit")},
        {"channel-in-transit", DayPanel::tr("Payment channels in transit")},
    };
    for (const auto& [known, text] : words) {
        if (code == QLatin1String(known))
            return text;
    }
    return code;
}

/// A line of dayReport(): entity, account, component, amount, label.
struct DayTotalLine {
    QString company;
    QString item;
    Money debit; ///< one of the two is zero
    Money credit;
};

/// Nothing for what came to nothing.
std::optional<DayTotalLine> totalLineOf(const QStringList& cells, const QString& company) {
    const Currency currency = Currency::cny();
    const auto amount = cells.size() < 4 ? Result<Money>(BaseError::NotANumber) : Money::parse(cells[3], currency);
    if (!amount.ok() || amount->isZero())
        return {};
    const QString account = ledgerAccountText(cells[1]);
    const auto method = paymentMethodOf(cells[2]);
    const QString label = cells.value(4);
    const QString part = method ? methodText(*method) : label.isEmpty() ? cells[2] : label;
    const bool debit = amount->isPositive();
    return DayTotalLine{company, part.isEmpty() ? account : DayPanel::tr("%1: %2").arg(account, part),
                        debit ? *amount : Money::zero(currency), debit ? Money::zero(currency) : amount->negated()};
}

QString amountOrNothing(const Money& amount) {
    return amount.isZero() ? QString() : amountText(amount);
}

QString companyOf(const QString& code, const std::vector<services::CompanyTaking>& takings) {
    const auto known = std::ranges::find(takings, code, &services::CompanyTaking::entityCode);
    return known == takings.end() || known->entityName.isEmpty() ? code : known->entityName;
}

} // namespace

DayPanel::DayPanel(QAction* reprint, QWidget* parent)
    : Card({}, parent)
    , m_state(new Badge)
    , m_checks(new QVBoxLayout)
    , m_band(new QFrame)
    , m_balance(makeLabel(TextRole::Emphasis, {}, "ok"))
    , m_taken(makeLabel(TextRole::Label, {}, "text2"))
    , m_bankPapers(makeLabel(TextRole::Label, {}, "text2"))
    , m_totals(new LedgerTable(totalColumns(), RowHeight::TwoLine))
    , m_consequence(makeLabel(TextRole::Label, {}, "warn"))
    , m_close(new KeyButton(QString(), QStringLiteral("Ctrl Enter")))
    , m_reprint(new KeyButton(reprint)) {
    addToTitle(m_state);
    m_checks->setSpacing(4);
    m_band->setProperty("role", "change");
    auto* inBand = new QHBoxLayout(m_band);
    inBand->setContentsMargins(12, 6, 12, 6);
    inBand->addWidget(new IconLabel("ok", 18, Token::Ok));
    inBand->addWidget(m_balance, 1);
    for (QLabel* text : {m_balance, m_taken, m_bankPapers, m_consequence})
        text->setWordWrap(true);
    m_totals->setEmptyText(tr("Nothing was posted on this day."));
    m_close->setKind("primary");
    for (KeyButton* button : {m_close, m_reprint})
        button->setFocusPolicy(Qt::NoFocus);
    body()->addLayout(m_checks);
    body()->addWidget(m_band);
    body()->addWidget(m_taken);
    body()->addWidget(m_bankPapers);
    body()->addWidget(m_totals, 1);
    body()->addWidget(m_consequence);
    body()->addWidget(m_close);
    body()->addWidget(m_reprint);
    m_close->hide();
    m_reprint->hide();
    m_band->hide();
    connect(m_close, &QPushButton::clicked, this, &DayPanel::closeWanted);
}

void DayPanel::show(const services::DayOverview& overview, const std::optional<ReportTable>& totals,
                    const UtilityZone& zone) {
    m_overview = overview;
    setTitle(tr("Business day %1").arg(dayText(overview.day)));
    showChecks();
    showTotals(totals);
    showEnd(zone);
}

DayPanel::Line& DayPanel::lineAt(std::size_t index) {
    while (m_lines.size() <= index) {
        auto* row = new QWidget;
        auto* across = new QHBoxLayout(row);
        across->setContentsMargins(0, 0, 0, 0);
        across->setSpacing(8);
        auto* picture = new IconLabel("ok", 18, Token::Ok);
        auto* text = makeLabel(TextRole::Body);
        text->setWordWrap(true);
        across->addWidget(picture, 0, Qt::AlignTop);
        across->addWidget(text, 1);
        m_checks->addWidget(row);
        m_lines.push_back({row, picture, text});
    }
    return m_lines[index];
}

QString DayPanel::shiftsText(const QStringList& shifts) const {
    QStringList named;
    qsizetype earlier = 0;
    for (const QString& id : shifts) {
        const auto known =
            std::ranges::find(m_overview->shifts, id, [](const ShiftOfDay& s) { return s.id.toString(); });
        if (known == m_overview->shifts.end())
            ++earlier;
        else
            named << tr("seat %1, %2 (%3)").arg(known->seat).arg(known->cashier.name, wordsOf(known->stage).text);
    }
    if (earlier > 0)
        named << tr("of earlier days: %1").arg(earlier);
    return named.join(tr("; "));
}

void DayPanel::showChecks() {
    std::size_t index = 0;
    for (const DayCheck& check : m_overview->checks) {
        Line& line = lineAt(index++);
        QString text;
        switch (check.kind) {
        case DayCheckKind::ShiftsClosed:
            text = check.holds() ? tr("Every shift is closed.") : tr("Not closed: %1").arg(shiftsText(check.subjects));
            break;
        case DayCheckKind::Balanced:
            text = check.holds() ? tr("Debit and credit agree.")
                                 : tr("Entries that do not balance: %1. Call finance.").arg(check.subjects.size());
            break;
        case DayCheckKind::PaperNumbers:
            text = check.holds() ? tr("Receipt numbers have no gap.")
                                 : tr("Receipt numbers were passed over: %1").arg(shiftsText(check.subjects));
            break;
        }
        line.text->setText(text);
        if (check.holds())
            line.icon->show("ok", Token::Ok);
        else if (check.blocks)
            line.icon->show("danger", Token::Danger);
        else
            line.icon->show("warn", Token::Warn);
        line.row->show();
    }
    for (; index < m_lines.size(); ++index)
        m_lines[index].row->hide();
}

// A drawer of cheques is counted against this.
QString DayPanel::bankPapersText() const {
    constexpr std::size_t named = 8;
    QStringList papers;
    for (const services::BankPaper& paper : m_overview->bankPapers) {
        if (std::size_t(papers.size()) < named)
            papers << tr("%1 %2, %3, %4: %5 (receipt %6)")
                          .arg(methodText(paper.tender.method), paper.tender.reference, paper.tender.bank,
                               dayText(*paper.tender.valueDate), amountText(paper.amount))
                          .arg(paper.paperNumber);
    }
    if (m_overview->bankPapers.size() > named)
        papers << tr("%n more on the day report", nullptr, int(m_overview->bankPapers.size() - named));
    return tr("Through the bank (yuan): %1").arg(papers.join(tr("; ")));
}

void DayPanel::showTotals(const std::optional<ReportTable>& totals) {
    m_totals->setVisible(totals.has_value());
    const bool bank = totals && !m_overview->bankPapers.empty();
    m_bankPapers->setVisible(bank);
    m_bankPapers->setText(bank ? bankPapersText() : QString());
    m_taken->setVisible(!totals || (m_overview->takings && !m_overview->takings->empty()));
    if (!totals || !m_overview->takings) {
        m_taken->setText(tr("The sums of the day are shown when your own drawer is counted."));
        return;
    }
    QStringList taken;
    for (const services::CompanyTaking& taking : *m_overview->takings)
        taken << tr("%1, %2 %3")
                     .arg(companyOf(taking.entityCode, *m_overview->takings), methodText(taking.method),
                          amountText(taking.amount));
    m_taken->setText(tr("Taken (yuan): %1").arg(taken.join(tr("; "))));
    Money debit = Money::zero(Currency::cny());
    Money credit = debit;
    std::vector<LedgerRow> rows;
    for (const QStringList& cells : totals->rows) {
        const auto line = totalLineOf(cells, companyOf(cells.value(0), *m_overview->takings));
        if (!line)
            continue;
        debit = debit.plus(line->debit).valueOr(debit);
        credit = credit.plus(line->credit).valueOr(credit);
        rows.push_back({.id = std::int64_t(rows.size()) + 1,
                        .cells = {{.text = line->item, .second = line->company},
                                  {.text = amountOrNothing(line->debit), .order = line->debit.minor()},
                                  {.text = amountOrNothing(line->credit), .order = line->credit.minor()}}});
    }
    m_totals->setTotals(rows.empty() ? QStringList() : QStringList{tr("Sum"), amountText(debit), amountText(credit)});
    m_totals->model().setRows(std::move(rows));
}

QString DayPanel::balanceText() const {
    const bool agrees = std::ranges::all_of(m_overview->shifts, [](const ShiftOfDay& shift) {
        const auto difference = differenceOf(shift);
        return difference && difference->isZero();
    });
    return agrees ? tr("Balanced: every drawer held what it should.")
                  : tr("Ready: every difference has a reason and stays on the day report.");
}

void DayPanel::showEnd(const UtilityZone& zone) {
    const bool closed = m_overview->closedBy.has_value();
    const bool ready = m_overview->canBeClosed();
    const QString day = dayText(m_overview->day);
    m_band->setVisible(ready || closed);
    m_balance->setText(closed ? tr("Closed by %1 on %2. Nothing is posted to this day any more.")
                                    .arg(m_overview->closedBy->name, momentText(*m_overview->closedAt, zone))
                              : balanceText());
    m_state->show(closed  ? State::Ok
                  : ready ? State::Running
                          : State::Waiting,
                  closed  ? tr("Closed")
                  : ready ? tr("Can be closed")
                          : tr("Open"));
    m_consequence->setText(ready ? tr("Once the day is closed, nothing can be posted to %1 afterwards. The day "
                                      "report is printed with it.")
                                       .arg(day)
                                 : tr("The day closes when the points above are settled."));
    setTone(m_consequence, ready ? "warn" : "text2");
    m_consequence->setVisible(!closed);
    m_close->setText(tr("Close the day %1").arg(day));
    m_close->setVisible(!closed);
    m_close->setEnabled(canClose());
    m_reprint->setVisible(closed);
}

void DayPanel::setBusy(bool busy) {
    m_busy = busy;
    m_close->setEnabled(canClose());
}

} // namespace meterhall::ui
