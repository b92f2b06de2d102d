#include "app/cli/tariff_replay.h"

#include "app/cli/progress.h"
#include "app/cli/workplace_names.h"
#include "core/services/tariff_replay.h"
#include "ui/errors/error_text.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meterhall::app {

using services::ReplayCall;
using services::ReplayMoney;
using services::TariffReplay;

namespace {

Error badOption(const char* name, const QString& typed, const char* wanted) {
    return Error(CallError::BadValue, {QStringLiteral("--") + QLatin1String(name), typed, QString::fromLatin1(wanted)});
}

Result<std::optional<AccountingMonth>> monthOption(const Options& options, const char* name) {
    const QString option = QString::fromLatin1(name);
    if (!options.has(option))
        return std::optional<AccountingMonth>();
    const auto month = AccountingMonth::parse(options.value(option));
    return month.ok() ? Result<std::optional<AccountingMonth>>(std::optional(*month))
                      : badOption(name, options.value(option), "a month, YYYY-MM");
}

/// "80,95".
Result<std::vector<int>> percentsOf(const QString& text) {
    std::vector<int> percents;
    for (const QString& word : text.split(u',')) {
        bool isNumber = false;
        const int percent = word.trimmed().toInt(&isNumber);
        if (!isNumber || percent < 0 || percent > 100 || percents.size() >= std::size_t(Ladder::maxTiers))
            return badOption("cover", text, "percents, 80,95");
        percents.push_back(percent);
    }
    return percents;
}

Result<ReplayCall> replayCall(const Options& options, services::Session& session) {
    MH_TRY(const QString code, options.argument(1, QStringLiteral("CODE"), 2));
    ReplayCall call{.draft = {code, {}}};
    if (options.has(QStringLiteral("version"))) {
        MH_TRY(call.draft.version,
               TariffVersionId::parse(options.value(QStringLiteral("version"))).within(QStringLiteral("--version")));
    }
    call.ofTariff = options.value(QStringLiteral("of"));
    MH_TRY(call.first, monthOption(options, "from"));
    MH_TRY(call.last, monthOption(options, "to"));
    if (options.has(QStringLiteral("class"))) {
        MH_TRY(call.useClass, parseUseClass(options.value(QStringLiteral("class"))));
    }
    if (options.has(QStringLiteral("book"))) {
        MH_TRY(const Book book, bookNumbered(session, options.value(QStringLiteral("book"))));
        call.book = book.id;
    }
    if (options.has(QStringLiteral("cover"))) {
        MH_TRY(call.coverPercents, percentsOf(options.value(QStringLiteral("cover"))));
    }
    if (options.has(QStringLiteral("hard"))) {
        MH_TRY(const Money hard, options.money(QStringLiteral("hard")));
        call.hardRiseMinor = hard.minor();
    }
    MH_TRY(call.extremes, options.number(QStringLiteral("top"), call.extremes));
    MH_TRY(call.workers, options.number(QStringLiteral("workers"), 0));
    call.readings = !options.has(QStringLiteral("bills-only"));
    return call;
}

QJsonObject jsonOf(const ReplayMoney& money) {
    const auto difference = money.difference();
    return {{QStringLiteral("before"), money.before.toString()},
            {QStringLiteral("after"), money.after.toString()},
            {QStringLiteral("difference"), difference.ok() ? difference->toString() : QString()}};
}

QJsonObject jsonOf(const services::ReplayGroup& group) {
    return {{QStringLiteral("accounts"), qint64(group.accounts)},
            {QStringLiteral("sum"), group.sum.toString()},
            {QStringLiteral("largest"), group.largest.toString()}};
}

QJsonArray jsonOf(const std::vector<services::ReplayedAccountRow>& rows) {
    QJsonArray all;
    for (const services::ReplayedAccountRow& row : rows) {
        QJsonObject one = jsonOf(row.total);
        one.insert(QStringLiteral("account"), row.number);
        one.insert(QStringLiteral("holder"), row.holder);
        one.insert(QStringLiteral("use"), row.use.toString());
        all.append(one);
    }
    return all;
}

QJsonArray tiersJson(const TariffReplay& replay) {
    QJsonArray tiers;
    for (const services::ReplayTier& tier : replay.tiers)
        tiers.append(QJsonObject{{QStringLiteral("tier"), tier.tier},
                                 {QStringLiteral("before"), tier.before.toString()},
                                 {QStringLiteral("after"), tier.after.toString()},
                                 {QStringLiteral("reached_before"), qint64(tier.reachedBefore)},
                                 {QStringLiteral("reached_after"), qint64(tier.reachedAfter)}});
    return tiers;
}

QJsonArray coverageJson(const TariffReplay& replay) {
    QJsonArray coverage;
    for (const services::ReplayCoverage& cover : replay.coverage)
        coverage.append(QJsonObject{{QStringLiteral("tier"), cover.tier},
                                    {QStringLiteral("wanted_percent"), cover.wantedPercent},
                                    {QStringLiteral("within"), qint64(cover.within)},
                                    {QStringLiteral("households"), qint64(cover.households)},
                                    {QStringLiteral("holds"), cover.holds()}});
    return coverage;
}

QJsonObject notRatedJson(const TariffReplay& replay) {
    QJsonObject reasons;
    for (const auto& [code, count] : replay.reasons)
        reasons.insert(code, qint64(count));
    QJsonArray rows;
    for (const services::NotReplayed& row : replay.notRatedRows)
        rows.append(QJsonObject{{QStringLiteral("account"), row.number},
                                {QStringLiteral("reason"), ui::presented(row.reason).happened + QStringLiteral(" [") +
                                                               row.reason.code().toString() + u']'}});
    return {{QStringLiteral("accounts"), qint64(replay.notRated)},
            {QStringLiteral("reasons"), reasons},
            {QStringLiteral("rows"), rows}};
}

void printAsJson(const TariffReplay& replay) {
    printJson({{QStringLiteral("from"), replay.first.toString()},
               {QStringLiteral("to"), replay.last.toString()},
               {QStringLiteral("accounts"), qint64(replay.accounts)},
               {QStringLiteral("bills"), qint64(replay.bills)},
               {QStringLiteral("from_readings"), qint64(replay.fromReadings)},
               {QStringLiteral("use"), replay.use.toString()},
               {QStringLiteral("winners"), jsonOf(replay.winners)},
               {QStringLiteral("losers"), jsonOf(replay.losers)},
               {QStringLiteral("same"), qint64(replay.same)},
               {QStringLiteral("hard_hit"), qint64(replay.hardHit)},
               {QStringLiteral("revenue"), QJsonObject{{QStringLiteral("own"), jsonOf(replay.ownIncome)},
                                                       {QStringLiteral("on_behalf"), jsonOf(replay.onBehalf)},
                                                       {QStringLiteral("levies"), jsonOf(replay.levies)},
                                                       {QStringLiteral("rounding"), jsonOf(replay.rounding)},
                                                       {QStringLiteral("total"), jsonOf(replay.total)},
                                                       {QStringLiteral("tax_within"), jsonOf(replay.taxWithin)}}},
               {QStringLiteral("tiers"), tiersJson(replay)},
               {QStringLiteral("coverage"), coverageJson(replay)},
               {QStringLiteral("most_risen"), jsonOf(replay.mostRisen)},
               {QStringLiteral("most_fallen"), jsonOf(replay.mostFallen)},
               {QStringLiteral("not_rated"), notRatedJson(replay)}});
}

void printMoney(const char* name, const ReplayMoney& money) {
    const auto difference = money.difference();
    printLine(QStringLiteral("%1 %2 -> %3 (%4)")
                  .arg(QString::fromLatin1(name), money.before.toString(), money.after.toString(),
                       difference.ok() ? difference->toString() : QString()));
}

void printRows(const char* title, const std::vector<services::ReplayedAccountRow>& rows) {
    for (const services::ReplayedAccountRow& row : rows)
        printMoney(qPrintable(QStringLiteral("%1 %2").arg(QString::fromLatin1(title), row.number)), row.total);
}

/// One tenth of a percent is the finest that is told; cut, so that 79.99 % is not 80.
QString percentOf(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? QStringLiteral("-") : formatScaled(part * 1000 / whole, 1);
}

void printAsText(const TariffReplay& replay) {
    printLine(QStringLiteral("%1 to %2: %3 accounts, %4 bills (%5 from readings), use %6")
                  .arg(replay.first.toString(), replay.last.toString())
                  .arg(replay.accounts)
                  .arg(replay.bills)
                  .arg(replay.fromReadings)
                  .arg(replay.use.toString()));
    for (const auto& [name, group] : {std::pair("losers", &replay.losers), std::pair("winners", &replay.winners)})
        printLine(QStringLiteral("%1 %2, together %3, at most %4")
                      .arg(QString::fromLatin1(name))
                      .arg(group->accounts)
                      .arg(group->sum.toString(), group->largest.toString()));
    printLine(QStringLiteral("same %1, hit hard %2").arg(replay.same).arg(replay.hardHit));
    printMoney("own income", replay.ownIncome);
    printMoney("on behalf", replay.onBehalf);
    printMoney("levies", replay.levies);
    printMoney("rounding", replay.rounding);
    printMoney("total", replay.total);
    for (const services::ReplayTier& tier : replay.tiers)
        printLine(QStringLiteral("tier %1: use %2 -> %3, reached by %4 -> %5 accounts")
                      .arg(tier.tier)
                      .arg(tier.before.toString(), tier.after.toString())
                      .arg(tier.reachedBefore)
                      .arg(tier.reachedAfter));
    for (const services::ReplayCoverage& cover : replay.coverage)
        printLine(QStringLiteral("within tier %1: %2 % of %3 households (wanted %4 %)")
                      .arg(cover.tier)
                      .arg(percentOf(cover.within, cover.households))
                      .arg(cover.households)
                      .arg(cover.wantedPercent));
    printRows("rises", replay.mostRisen);
    printRows("falls", replay.mostFallen);
    for (const auto& [code, count] : replay.reasons)
        printLine(QStringLiteral("not rated: %1 accounts [%2]").arg(count).arg(code));
}

} // namespace

QStringList replayOptions() {
    return {QStringLiteral("version"), QStringLiteral("of"),     QStringLiteral("from"), QStringLiteral("to"),
            QStringLiteral("book"),    QStringLiteral("class"),  QStringLiteral("top"),  QStringLiteral("cover"),
            QStringLiteral("hard"),    QStringLiteral("workers")};
}

QStringList replayFlags() {
    return {QStringLiteral("json"), QStringLiteral("bills-only"), QStringLiteral("progress")};
}

Result<int> replayTariffForm(const Options& options, services::Session& session) {
    MH_TRY(const ReplayCall call, replayCall(options, session));
    MH_TRY(const TariffReplay replay, services::replayTariff(session, call, progressOf(options)));
    if (options.has(QStringLiteral("json")))
        printAsJson(replay);
    else
        printAsText(replay);
    return AllRight;
}

} // namespace meterhall::app
