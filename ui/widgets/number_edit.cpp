#include "ui/widgets/number_edit.h"

#include "ui/theme/theme.h"
#include "ui/widgets/text_forms.h"

#include <QFocusEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QTimer>

namespace meterhall::ui {

TypedEdit::TypedEdit(QWidget* parent)
    : QLineEdit(parent) {
    setInputMethodHints(Qt::ImhFormattedNumbersOnly | Qt::ImhNoPredictiveText);
    connect(this, &QLineEdit::textEdited, this, [this] {
        showProblem({});
        Q_EMIT valueEdited();
    });
}

void TypedEdit::setMessageLabel(QLabel* label) {
    m_message = label;
    m_message->hide();
}

void TypedEdit::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    QTimer::singleShot(0, this, &QLineEdit::selectAll); // after the mouse press that brought the focus
}

void TypedEdit::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        showProblem(isEmpty() ? QString() : problem());
}

// Ctrl+Z on an untouched field belongs to the page: it takes the last step back.
bool TypedEdit::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && !isUndoAvailable() &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo)) {
        event->ignore();
        return false;
    }
    return QLineEdit::event(event);
}

void TypedEdit::inputMethodEvent(QInputMethodEvent* event) {
    QInputMethodEvent plain;
    plain.setCommitString(plainNumber(event->commitString()));
    QLineEdit::inputMethodEvent(&plain);
}

void TypedEdit::showProblem(const QString& problem) {
    if (property("bad").toString() != QLatin1String(problem.isEmpty() ? "" : "1")) {
        setProperty("bad", problem.isEmpty() ? QString() : QStringLiteral("1"));
        style()->unpolish(this);
        style()->polish(this);
    }
    setAccessibleDescription(problem);
    if (!m_message)
        return;
    m_message->setText(problem);
    m_message->setVisible(!problem.isEmpty());
}

MoneyEdit::MoneyEdit(Currency currency, QWidget* parent)
    : TypedEdit(parent)
    , m_currency(currency) {
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

Result<Money> MoneyEdit::value() const {
    return Money::parse(plainNumber(text()), m_currency);
}

void MoneyEdit::setValue(const Money& money) {
    setText(amountText(money));
    showProblem({});
}

QString MoneyEdit::problem() const {
    const auto money = value();
    if (money.ok())
        return {};
    if (money.failedWith(BaseError::TooManyDecimals))
        return m_currency.minorDigits() == 0 ? tr("This currency has no decimals.")
                                             : tr("At most %n decimal(s): 12.34", nullptr, m_currency.minorDigits());
    return tr("Not an amount. Digits and one point: 12.34");
}

void MoneyEdit::focusOutEvent(QFocusEvent* event) {
    if (const auto money = value(); money.ok() && !isEmpty())
        setText(amountText(*money));
    TypedEdit::focusOutEvent(event);
}

QuantityEdit::QuantityEdit(QString unit, int decimals, QWidget* parent)
    : TypedEdit(parent)
    , m_unit(std::move(unit))
    , m_decimals(decimals) {
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setTextMargins(0, 0, QFontMetrics(fontOf(TextRole::Hint)).horizontalAdvance(m_unit) + 6, 0);
}

Result<Decimal> QuantityEdit::value() const {
    MH_TRY(const Decimal typed, Decimal::parse(plainNumber(text())));
    MH_CHECK(typed.scaledTo(m_decimals));
    return typed;
}

void QuantityEdit::setValue(const Decimal& value) {
    setText(numberText(value));
    showProblem({});
}

QString QuantityEdit::problem() const {
    const auto typed = value();
    if (typed.ok())
        return {};
    if (typed.failedWith(BaseError::TooManyDecimals))
        return m_decimals == 0 ? tr("Whole numbers only.") : tr("At most %n decimal(s).", nullptr, m_decimals);
    return tr("Not a number.");
}

void QuantityEdit::paintEvent(QPaintEvent* event) {
    TypedEdit::paintEvent(event);
    QPainter painter(this);
    painter.setFont(fontOf(TextRole::Hint));
    painter.setPen(tone(Token::Text3));
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, m_unit);
}

DigitsEdit::DigitsEdit(int group, QWidget* parent)
    : TypedEdit(parent)
    , m_group(group) {
    connect(this, &QLineEdit::textEdited, this, &DigitsEdit::regroup);
}

QString DigitsEdit::digits() const {
    QString kept;
    for (const QChar c : plainNumber(text())) {
        if (c.isDigit())
            kept += c;
    }
    return kept;
}

void DigitsEdit::setDigits(const QString& digits) {
    setText(digits);
    regroup();
}

void DigitsEdit::regroup() {
    const bool atEnd = cursorPosition() == text().size();
    const int cursor = cursorPosition();
    QString shown = digits();
    for (qsizetype at = m_group; at < shown.size(); at += m_group + 1)
        shown.insert(at, u' ');
    if (shown == text())
        return;
    setText(shown);
    setCursorPosition(atEnd ? int(shown.size()) : cursor);
}

MonthEdit::MonthEdit(AccountingMonth start, QWidget* parent)
    : TypedEdit(parent)
    , m_last(start) {
    setValue(start);
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (const auto month = value(); month.ok())
            setValue(*month);
    });
}

Result<AccountingMonth> MonthEdit::value() const {
    const QString typed = plainNumber(text());
    if (typed.contains(u'-'))
        return AccountingMonth::parse(typed);
    bool isNumber = false;
    const int number = typed.toInt(&isNumber);
    if (!isNumber)
        return Error(BaseError::BadDate, {typed.left(20)});
    return number <= 12 ? AccountingMonth::of(m_last.year(), number) : AccountingMonth::fromNumber(number);
}

void MonthEdit::setValue(AccountingMonth month) {
    m_last = month;
    setText(month.toString());
    showProblem({});
}

QString MonthEdit::problem() const {
    return value().ok() ? QString() : tr("Not a month. For example 2026-11.");
}

void MonthEdit::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    if (step == 0) {
        TypedEdit::keyPressEvent(event);
        return;
    }
    if (const auto next = m_last.plusMonths(step); next.ok()) {
        setValue(*next);
        Q_EMIT valueEdited();
    }
}

DayEdit::DayEdit(QWidget* parent)
    : TypedEdit(parent) {}

Result<Date> DayEdit::value() const {
    QString typed = plainNumber(text());
    typed.remove(u'-').remove(u'.').remove(u'/');
    constexpr qsizetype monthAndDay = 4;
    if (typed.size() == monthAndDay && m_last)
        typed.prepend(QString::number(m_last->year()));
    bool isNumber = false;
    const qlonglong number = typed.toLongLong(&isNumber);
    return isNumber ? Date::fromNumber(number) : Result<Date>(BaseError::NotANumber);
}

void DayEdit::setValue(Date day) {
    m_last = day;
    setText(dayText(day));
}

QString DayEdit::problem() const {
    return isEmpty() || value().ok() ? QString() : tr("A day is written 2026-11-20 or 1120.");
}

void DayEdit::focusOutEvent(QFocusEvent* event) {
    TypedEdit::focusOutEvent(event);
    if (const auto day = value(); day.ok())
        setValue(*day);
}

} // namespace meterhall::ui
