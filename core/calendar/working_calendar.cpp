#include "core/calendar/working_calendar.h"

#include <QList>

#include <array>

namespace meterhall {

namespace {
constexpr qsizetype maxListedDays = 20'000;
constexpr int daysInWeek = 7;
// Longer than any real holiday; a table without a working day in this span is a mistake.
constexpr int longestSearch = 400;

struct KindCode {
    DayKind kind;
    QLatin1StringView code;
};
constexpr std::array<KindCode, 3> kindCodes{{
    {DayKind::Holiday, QLatin1StringView("holiday")},
    {DayKind::MakeUpDay, QLatin1StringView("workday")},
    {DayKind::Ordinary, QLatin1StringView("ordinary")},
}};

Error badLine(QStringView line) {
    return {CalendarError::BadCalendarLine, {line.left(60).toString()}};
}

Result<int> numberIn(QStringView text, int least, int greatest) {
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < least || number > greatest)
        return badLine(text);
    return number;
}

/// The neighbouring day, with the ends of the Date type as an error.
Result<Date> stepDay(Date date, int direction) {
    static const Date first = Date::of(1900, 1, 1).value();
    static const Date last = Date::of(2199, 12, 31).value();
    if (date == (direction < 0 ? first : last))
        return Error(CalendarError::OutOfRange, {date.toString()});
    return date.addDays(direction);
}
} // namespace

QString codeOf(DayKind kind) {
    const auto* const found =
        std::find_if(kindCodes.begin(), kindCodes.end(), [kind](const KindCode& known) { return known.kind == kind; });
    return found == kindCodes.end() ? QString() : QString(found->code);
}

Result<SpecialDay> SpecialDay::parse(QStringView day, QStringView kind, QStringView name) {
    MH_TRY(const Date date, Date::parse(day.trimmed()));
    const auto* const found = std::find_if(kindCodes.begin(), kindCodes.end(),
                                           [&](const KindCode& known) { return kind.trimmed() == known.code; });
    if (found == kindCodes.end())
        return badLine(kind);
    if (name.trimmed().size() > longestName)
        return badLine(name);
    return SpecialDay{date, found->kind, name.trimmed().toString()};
}

WorkingCalendar WorkingCalendar::of(std::span<const SpecialDay> days) {
    WorkingCalendar calendar;
    for (const SpecialDay& special : days) {
        calendar.m_days.insert_or_assign(special.day, special);
        calendar.m_years.insert(special.day.year());
    }
    return calendar;
}

WorkingCalendar WorkingCalendar::weekendsOnly() {
    WorkingCalendar calendar;
    calendar.m_source = QStringLiteral("weekends only");
    return calendar;
}

Result<WorkingCalendar> WorkingCalendar::parse(QStringView lines) {
    WorkingCalendar calendar;
    int number = 0;
    for (const QStringView line : lines.split(u'\n')) {
        ++number;
        MH_CHECK(calendar.readLine(line.trimmed()).within(QStringLiteral("line %1").arg(number)));
    }
    if (calendar.m_source.isEmpty())
        return Error(CalendarError::BadCalendarLine, {QStringLiteral("# source:")});
    return calendar;
}

Result<void> WorkingCalendar::readLine(QStringView line) {
    if (line.isEmpty() || line == u"day,kind,name")
        return {};
    return line.startsWith(u'#') ? readHeader(line.mid(1).trimmed()) : readDay(line);
}

Result<void> WorkingCalendar::readHeader(QStringView header) {
    const qsizetype colon = header.indexOf(u':');
    if (colon < 0)
        return {}; // a remark
    const QStringView key = header.left(colon).trimmed();
    const QStringView value = header.mid(colon + 1).trimmed();
    if (key == u"source")
        m_source = value.toString();
    if (key == u"weekend")
        return readWeekend(value);
    if (key == u"covers")
        return readYears(value);
    return {};
}

Result<void> WorkingCalendar::readWeekend(QStringView days) {
    m_weekend.clear();
    for (const QStringView day : days.split(u' ', Qt::SkipEmptyParts)) {
        MH_TRY(const int dayOfWeek, numberIn(day, 1, daysInWeek));
        m_weekend.insert(dayOfWeek);
    }
    if (m_weekend.size() == daysInWeek)
        return Error(CalendarError::NoWorkingDay, {days.toString()});
    return {};
}

Result<void> WorkingCalendar::readYears(QStringView years) {
    for (const QStringView year : years.split(u' ', Qt::SkipEmptyParts)) {
        MH_TRY(const int number, numberIn(year, 1900, 2199));
        m_years.insert(number);
    }
    return {};
}

Result<void> WorkingCalendar::readDay(QStringView line) {
    const auto fields = line.split(u',');
    if (fields.size() < 2 || fields.size() > 3 || qsizetype(m_days.size()) >= maxListedDays)
        return badLine(line);
    const auto special = SpecialDay::parse(fields[0], fields[1], fields.size() == 3 ? fields[2] : QStringView());
    if (!special.ok())
        return badLine(line);
    if (!m_days.emplace(special->day, *special).second)
        return Error(CalendarError::ConflictingDay, {special->day.toString()});
    return {};
}

bool WorkingCalendar::isWorkingDay(Date date) const {
    const auto listed = m_days.find(date);
    if (listed != m_days.end() && listed->second.kind != DayKind::Ordinary)
        return listed->second.kind == DayKind::MakeUpDay;
    return !m_weekend.contains(date.dayOfWeek());
}

Result<Date> WorkingCalendar::nextWorkingDay(Date date) const {
    for (int searched = 0; searched < longestSearch; ++searched) {
        if (isWorkingDay(date))
            return date;
        MH_TRY(date, stepDay(date, 1));
    }
    return Error(CalendarError::NoWorkingDay, {date.toString()});
}

Result<Date> WorkingCalendar::addWorkingDays(Date date, int n) const {
    const int direction = n < 0 ? -1 : 1;
    for (int searched = 0; n != 0; ++searched) {
        if (searched > longestSearch)
            return Error(CalendarError::NoWorkingDay, {date.toString()});
        MH_TRY(date, stepDay(date, direction));
        if (!isWorkingDay(date))
            continue;
        n -= direction;
        searched = 0;
    }
    return date;
}

int WorkingCalendar::workingDaysBetween(Date from, Date to) const {
    int count = 0;
    for (Date day = from; day < to; day = day.addDays(1))
        count += isWorkingDay(day) ? 1 : 0;
    return count;
}

QString WorkingCalendar::nameOf(Date date) const {
    const auto listed = m_days.find(date);
    return listed == m_days.end() ? QString() : listed->second.name;
}

} // namespace meterhall
