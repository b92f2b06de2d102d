#include "ui/pages/parts/why_card.h"

#include "ui/pages/parts/quantity_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/text_forms.h"
#include "ui/widgets/tier_look.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {

QString coloured(const QString& text, Token token) {
    return QStringLiteral("<span style=\"color:%1;font-weight:600\">%2</span>")
        .arg(tone(token).name(), text.toHtmlEscaped());
}

QString dialsText(const services::BillSummary& bill) {
    QStringList parts;
    for (const services::DialStretch& stretch : bill.dials)
        parts << WhyCard::tr("%1 − %2").arg(quantityText(stretch.current), quantityText(stretch.previous));
    return WhyCard::tr("%1 = %2 %3")
        .arg(parts.join(QStringLiteral(" + ")), quantityText(bill.use), unitText(bill.unit));
}

QString termText(const services::ChargeTerm& term) {
    const QString what = term.tier > 0 ? WhyCard::tr("%1 tier %2").arg(term.label).arg(term.tier) : term.label;
    return QStringLiteral("%1 %2 × %3 = %4")
        .arg(what.toHtmlEscaped(), quantityText(term.quantity), priceText(term.price.micro()),
             coloured(amountText(term.amount), term.tier > 0 ? tierToken(term.tier) : Token::Text));
}

} // namespace

WhyCard::WhyCard(QWidget* parent)
    : Card({}, parent)
    , m_line(makeLabel(TextRole::Body))
    , m_difference(new Badge) {
    m_line->setTextFormat(Qt::RichText);
    m_line->setWordWrap(true);
    body()->addWidget(m_line);
    body()->addWidget(m_difference);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void WhyCard::show(const services::BillArithmetic& shown) {
    const services::BillSummary& bill = shown.bill;
    setTitle(tr("How %1 %2 %3 came about")
                 .arg(bill.month.toString(), commodityText(bill.commodity), amountText(bill.total)));
    setHint(shown.priceOrder.isEmpty() ? QString() : tr("Price order %1").arg(shown.priceOrder));
    m_shown = shown;
    drawLine();
    if (!shown.before) {
        m_difference->show(State::Info, {});
        return;
    }
    const auto more = bill.total.minus(shown.before->total);
    const auto use = bill.use.minus(shown.before->use);
    if (!more.ok() || !use.ok())
        return;
    const QString useSign = use->isNegative() ? QString() : QStringLiteral("+");
    m_difference->show(State::Running, tr("Against %1: %2 for %3 %4")
                                           .arg(shown.before->month.toString(), changeText(*more),
                                                useSign + quantityText(*use), unitText(bill.unit)));
}

// Its colours stand in its text.
void WhyCard::changeEvent(QEvent* event) {
    Card::changeEvent(event);
    if (m_shown && event->type() == QEvent::PaletteChange)
        drawLine();
}

void WhyCard::drawLine() {
    QStringList terms;
    for (const services::ChargeTerm& term : m_shown->terms)
        terms << termText(term);
    m_line->setText(dialsText(m_shown->bill).toHtmlEscaped() + QStringLiteral("&nbsp; → &nbsp;") +
                    terms.join(QStringLiteral(" &nbsp;+&nbsp; ")) + QStringLiteral(" &nbsp;=&nbsp; ") +
                    coloured(amountText(m_shown->bill.total), Token::Text));
}

void WhyCard::clear(const QString& what) {
    m_shown.reset();
    setTitle(tr("Why this number"));
    setHint({});
    m_line->setText(what.isEmpty() ? tr("Select a bill to see how it came about.") : what);
    m_difference->show(State::Info, {});
}

} // namespace meterhall::ui
