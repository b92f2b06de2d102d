#include "ui/pages/billing/row_card.h"

#include "ui/pages/billing/run_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text_forms.h"

#include <QLabel>
#include <QVBoxLayout>

namespace meterhall::ui {

using services::RunRow;
using services::RunRowState;

namespace {

QString arithmeticOf(const RunRow& row) {
    if (!row.use || !row.total)
        return {};
    QString now =
        RowCard::tr("%1 used comes to %2.").arg(numberText(Decimal{row.use->micro(), 6}), amountText(*row.total));
    if (!row.previousTotal || !row.previousMonth)
        return RowCard::tr("%1 It is the first bill of this account.").arg(now);
    const auto more = row.total->minus(*row.previousTotal);
    if (!more.ok())
        return now;
    const QString before = row.previousMonth->toString();
    if (more->isZero())
        return RowCard::tr("%1 The same as the bill of %2.").arg(now, before);
    return more->isPositive() ? RowCard::tr("%1 That is %2 more than the bill of %3 (%4).")
                                    .arg(now, amountText(*more), before, amountText(*row.previousTotal))
                              : RowCard::tr("%1 That is %2 less than the bill of %3 (%4).")
                                    .arg(now, amountText(more->negated()), before, amountText(*row.previousTotal));
}

} // namespace

RowCard::RowCard(QWidget* parent)
    : Card({}, parent)
    , m_line(makeLabel(TextRole::Body)) {
    m_line->setWordWrap(true);
    m_line->setFixedHeight(2 * m_line->fontMetrics().lineSpacing() + 2);
    m_line->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    body()->addWidget(m_line);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    clear();
}

void RowCard::show(const RunRow& row) {
    setTitle(tr("%1 %2").arg(row.accountNumber, row.holder));
    setHint(row.address);
    if (row.state == RunRowState::Held)
        m_line->setText(tr("Held: %1. %2").arg(holdText(row.heldBecause), holdSentence(row)));
    else if (row.state == RunRowState::Refused)
        m_line->setText(
            tr("Not posted: its reading, price or people changed after it was computed. %1").arg(arithmeticOf(row)));
    else
        m_line->setText(arithmeticOf(row));
}

void RowCard::clear() {
    setTitle(tr("The selected account"));
    setHint({});
    m_line->setText(tr("Select a line to see how it came about."));
}

QString RowCard::text() const {
    return m_line->text();
}

} // namespace meterhall::ui
