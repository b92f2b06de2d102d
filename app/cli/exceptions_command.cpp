#include "app/cli/workplace_names.h"
#include "core/services/reading_work.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* exceptionsPage = R"(
meterhall-cli exceptions [--book B] [--json]

Readings that wait for the supervisor, one JSON line each (with or without --json): {"meter","reading","reasons":[{"kind",
"likelihood","evidence"}]}, the likeliest reason first. (reading supervisor)

kind        lower-than-previous, high-use, zero-use, wrong-clock, frame-doubt, unknown-unit, rollover
likelihood  that a reading doubted for this reason is wrong, as a decimal. It is a fixed figure for each kind, set by hand and
            not measured (core/readings/rules.cpp): it orders the list and is not to be calculated with
evidence    the numbers the rule looked at, as they stand now: value, previous, previous_on, use, days, usual_per_day …
)";

QJsonObject toJson(const DoubtReason& reason) {
    QJsonObject evidence;
    for (const auto& [name, value] : reason.evidence)
        evidence.insert(name, value);
    return {{QStringLiteral("kind"), reason.kind},
            {QStringLiteral("likelihood"), reason.likelihood},
            {QStringLiteral("evidence"), evidence}};
}

Result<int> printExceptions(const Options& options) {
    MH_TRY(services::Session session, signInFrom(options));
    std::optional<BookId> book;
    if (options.has(QStringLiteral("book"))) {
        MH_TRY(const Book named, bookNumbered(session, options.value(QStringLiteral("book"))));
        book = named.id;
    }
    MH_TRY(const auto items, services::readingExceptions(session, book));
    for (const services::ExceptionItem& item : items) {
        QJsonArray reasons;
        for (const DoubtReason& reason : item.reasons)
            reasons.append(toJson(reason));
        printJson({{QStringLiteral("meter"), item.meterNumber},
                   {QStringLiteral("reading"), item.reading.toString()},
                   {QStringLiteral("reasons"), reasons}});
    }
    return AllRight;
}

} // namespace

int runExceptionsCommand(const QStringList& arguments) {
    return runCommand({exceptionsPage, {QStringLiteral("book")}, {QStringLiteral("json")}}, arguments, printExceptions);
}

} // namespace meterhall::app
