#include "ui/widgets/text_forms.h"

namespace meterhall::ui {

namespace {

constexpr QChar minusSign(u'−');

// "1234.50" -> "1,234.50", "-" -> the true minus.
QString grouped(const QString& plain) {
    QString text = plain;
    const bool negative = text.startsWith(u'-');
    if (negative)
        text.remove(0, 1);
    const qsizetype point = text.indexOf(u'.');
    for (qsizetype at = (point < 0 ? text.size() : point) - 3; at > 0; at -= 3)
        text.insert(at, u',');
    return negative ? minusSign + text : text;
}

} // namespace

QString amountText(const Money& money) {
    return grouped(money.toString());
}

QString changeText(const Money& change) {
    return change.isPositive() ? u'+' + amountText(change) : amountText(change);
}

QString currencySign(Currency currency) {
    if (currency == Currency::cny() || currency == Currency::jpy())
        return QStringLiteral("¥");
    return QString(currency.code());
}

QString numberText(const Decimal& value) {
    QString text = value.toString();
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return grouped(text);
}

QString priceText(std::int64_t micro) {
    QString text = Decimal{micro, 6}.toString();
    while (text.endsWith(u'0') && text.size() - text.indexOf(u'.') > 3)
        text.chop(1);
    return grouped(text);
}

QString countText(std::int64_t count) {
    return grouped(QString::number(count));
}

QString dayText(Date day) {
    return day.toString();
}

QString shortDayText(Date day, Date today) {
    return day.year() == today.year() ? day.toString().mid(5) : day.toString();
}

QString clockText(Instant at, const UtilityZone& zone) {
    return zone.localText(at).mid(11, 5);
}

QString momentText(Instant at, const UtilityZone& zone) {
    return zone.localText(at).left(16);
}

QString plainNumber(QString typed) {
    QString plain;
    for (const QChar c : std::as_const(typed)) {
        if (c >= u'０' && c <= u'９')
            plain += QChar(u'0' + (c.unicode() - u'０'));
        else if (c == u'。' || c == u'．')
            plain += u'.';
        else if (c == u'－' || c == minusSign)
            plain += u'-';
        else if (!c.isSpace() && c != u',' && c != u'，' && c != u'¥' && c != u'￥' && c != u'元')
            plain += c;
    }
    return plain;
}

} // namespace meterhall::ui
