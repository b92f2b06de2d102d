#include "ui/pages/customer/figures_row.h"

#include "ui/pages/parts/account_head.h"
#include "ui/pages/parts/quantity_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/commodity_look.h"

#include <QHBoxLayout>
#include <QLabel>

namespace meterhall::ui {

namespace {

QFrame* upright() {
    auto* line = new QFrame;
    line->setProperty("role", "hairline");
    line->setFixedWidth(1);
    return line;
}

QString withUnit(BilledQuantity quantity, const QString& unit) {
    return quantityText(quantity) + u' ' + unit;
}

void addUp(BilledQuantity& sum, int& bills, const services::MonthUse& month) {
    const auto more = sum.plus(month.use);
    if (more.ok())
        sum = *more;
    ++bills;
}

} // namespace

QString YearUse::change() const {
    if (before.micro() <= 0 || bills != billsBefore)
        return {};
    const Int128 perMille = (Int128(now.micro()) - before.micro()) * 1000 / before.micro();
    const QString number = numberText(Decimal{std::int64_t(perMille), 1});
    return (perMille > 0 ? QStringLiteral("+") : QString()) + number + QStringLiteral(" %");
}

YearUse yearUse(const std::vector<services::MonthUse>& months, AccountingMonth last) {
    YearUse year;
    for (const services::MonthUse& month : months) {
        const int ago = last.monthsSince(month.month);
        if (ago >= 0 && ago < 12)
            addUp(year.now, year.bills, month);
        else if (ago >= 12 && ago < 24)
            addUp(year.before, year.billsBefore, month);
    }
    return year;
}

FiguresRow::FiguresRow(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_owed(addFigure(tr("Owed"), "owed"))
    , m_prepayment(addFigure(tr("Prepayment"), "prepayment"))
    , m_window(addFigure(tr("Used on this ladder"), "window"))
    , m_year(addFigure(tr("Last 12 months"), "year"))
    , m_read(addFigure(tr("How it is read"), "read"))
    , m_supply(addFigure(tr("Supply flags"), "supply")) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(14);
    m_row->addStretch(1);
    clear();
}

FiguresRow::Figure FiguresRow::addFigure(const QString& title, const char* name) {
    if (m_row->count() > 0) {
        m_row->addWidget(upright());
    }
    const Figure figure{makeLabel(TextRole::KeyFigure), makeLabel(TextRole::Hint, {}, "text2")};
    figure.value->setObjectName(QString::fromLatin1(name));
    figure.hint->setObjectName(QString::fromLatin1(name) + QStringLiteral("-hint"));
    figure.value->setAccessibleName(title);
    auto* down = new QVBoxLayout;
    down->setSpacing(0);
    down->addWidget(makeLabel(TextRole::Label, title, "text2"));
    down->addWidget(figure.value);
    down->addWidget(figure.hint);
    m_row->addLayout(down);
    return figure;
}

void FiguresRow::say(const Figure& figure, const QString& value, const QString& hint) {
    figure.value->setText(value);
    figure.hint->setText(hint);
}

void FiguresRow::clear() {
    for (const Figure& figure : {m_owed, m_prepayment, m_window, m_year, m_read, m_supply})
        say(figure, QStringLiteral("–"), {});
    setTone(m_owed.value, nullptr);
}

void FiguresRow::showHead(const services::CustomerHead& head) {
    const services::AccountMoney& money = head.money;
    const QString bills = tr("%n bill(s)", nullptr, money.openBills);
    say(m_owed, amountText(money.owed),
        money.openBills == 0      ? tr("nothing is open")
        : money.overdueBills == 0 ? tr("%1, none overdue").arg(bills)
                                  : tr("%1, oldest %n day(s) overdue", nullptr, money.daysOverdue).arg(bills));
    setTone(m_owed.value, money.overdueBills > 0 ? "danger" : nullptr);
    say(m_prepayment, amountText(money.prepayment),
        money.prepayment.isZero() ? tr("nothing paid ahead") : tr("pays the next bill"));
    QStringList flags;
    for (const SupplyFlag flag : head.flags)
        flags << supplyFlagText(flag);
    const QString first = flags.isEmpty() ? tr("None") : flags.takeFirst();
    say(m_supply, first,
        head.flags.empty() ? tr("nothing keeps the valve open")
        : flags.isEmpty()  ? tr("keeps the valve open")
                           : tr("and %1").arg(flags.join(tr(", "))));
}

void FiguresRow::showLadder(const services::LadderView& view) {
    const QString unit = unitText(view.unit);
    const LadderStanding& billed = view.billed;
    const QString hint = view.tiers.size() < 2 ? tr("no ladder")
                         : billed.left         ? tr("tier %1, %2 until tier %3")
                                             .arg(QString::number(billed.tier), withUnit(*billed.left, unit),
                                                  QString::number(billed.tier + 1))
                                       : tr("last tier");
    say(m_window, withUnit(billed.position, unit), hint);
}

void FiguresRow::showNoLadder() {
    say(m_window, QStringLiteral("–"), tr("no tariff in force"));
}

void FiguresRow::showUse(const std::vector<services::MonthUse>& months, AccountingMonth last, const QString& unit) {
    const YearUse year = yearUse(months, last);
    const QString change = year.change();
    say(m_year, withUnit(year.now, unit),
        !change.isEmpty() ? tr("%1 against the 12 before").arg(change)
        : year.billsBefore > 0
            ? tr("%1 in %n bill(s) before", nullptr, year.billsBefore).arg(withUnit(year.before, unit))
            : tr("%n bill(s), none before", nullptr, year.bills));
}

void FiguresRow::showMeters(const std::vector<services::MeterAtPlace>& meters, Date today) {
    if (meters.empty() || meters.front().until) {
        say(m_read, tr("No meter"), tr("none hangs here"));
        return;
    }
    const services::MeterAtPlace& now = meters.front();
    say(m_read, now.meter.terminal.isEmpty() ? tr("By hand") : tr("Remote"),
        now.lastReading ? tr("last on %1").arg(shortDayText(now.lastReading->receivedOn, today)) : tr("never read"));
}

} // namespace meterhall::ui
