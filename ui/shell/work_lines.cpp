#include "ui/shell/work_lines.h"

#include "ui/widgets/text_forms.h"

#include <QCoreApplication>

#include <numeric>

namespace meterhall::ui {

namespace {

struct WorkWords {
    Q_DECLARE_TR_FUNCTIONS(WorkWords)
};

enum WorkKind : std::uint8_t { OldDay = 1, Commands, Shifts, Readings, ToCheck, ToPost, Unread, Today };

constexpr std::size_t namedBooks = 6;

WorkLine readingsLine(const std::vector<services::BookWaiting>& books) {
    const int readings = std::accumulate(
        books.begin(), books.end(), 0, [](int sum, const services::BookWaiting& book) { return sum + book.readings; });
    QStringList named;
    for (const services::BookWaiting& book : books) {
        if (std::size_t(named.size()) < namedBooks)
            named << WorkWords::tr("book %1: %2").arg(book.bookNumber, countText(book.readings));
    }
    if (books.size() > namedBooks)
        named << WorkWords::tr("%n more", nullptr, int(books.size() - namedBooks));
    return {.kind = Readings,
            .page = QStringLiteral("readings"),
            .count = readings,
            .state = State::Warn,
            .text = WorkWords::tr("%n reading(s) to decide on", nullptr, readings),
            .detail = named.join(WorkWords::tr(", "))};
}

WorkLine dayLine(Date day, Date today) {
    const bool late = day < today;
    return {.kind = late ? OldDay : Today,
            .page = QStringLiteral("day-close"),
            .count = 1,
            .state = late ? State::Danger : State::Waiting,
            .text = late ? WorkWords::tr("The day %1 is not closed").arg(dayText(day))
                         : WorkWords::tr("Today is still to be closed"),
            .detail = late ? WorkWords::tr("Nothing of a later day can be closed before it.")
                           : WorkWords::tr("When all shifts are closed.")};
}

} // namespace

std::vector<WorkLine> workLines(const services::MyWork& work, Date today) {
    std::vector<WorkLine> lines;
    const auto add = [&](WorkKind kind, const char* page, std::optional<int> count, State state, const QString& text,
                         const QString& detail) {
        if (count.value_or(0) > 0)
            lines.push_back({kind, QString::fromLatin1(page), *count, state, text, detail});
    };
    if (work.dayToClose && *work.dayToClose < today)
        lines.push_back(dayLine(*work.dayToClose, today));
    add(Commands, "", work.commandsToApprove, State::Danger,
        WorkWords::tr("%n command(s) to approve", nullptr, work.commandsToApprove.value_or(0)),
        WorkWords::tr("Asked for by others; valves wait for a second person. On the command line: %1")
            .arg(QStringLiteral("meterhall-cli command approve")));
    add(Shifts, "day-close", work.shiftsToClose, State::Warn,
        WorkWords::tr("%n shift(s) to close", nullptr, work.shiftsToClose.value_or(0)),
        WorkWords::tr("The drawer is counted, and somebody waits to go home."));
    if (work.readingsToReview && !work.readingsToReview->empty())
        lines.push_back(readingsLine(*work.readingsToReview));
    add(ToCheck, "billing", work.runsToCheck, State::Info,
        WorkWords::tr("%n billing run(s) to check", nullptr, work.runsToCheck.value_or(0)),
        WorkWords::tr("Computed by others."));
    add(ToPost, "billing", work.runsToIssue, State::Info,
        WorkWords::tr("%n billing run(s) to post", nullptr, work.runsToIssue.value_or(0)),
        WorkWords::tr("Checked, or stopped while they were posted."));
    add(Unread, "concentrators", work.unreadMeters, State::Info,
        WorkWords::tr("%n meter(s) not read", nullptr, work.unreadMeters.value_or(0)),
        WorkWords::tr("In the last run of each concentrator."));
    if (work.dayToClose && *work.dayToClose == today)
        lines.push_back(dayLine(*work.dayToClose, today));
    return lines;
}

} // namespace meterhall::ui
