#include "app/cli/tariff_replay.h"
#include "app/cli/workplace_names.h"
#include "core/services/tariffs.h"

#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* tariffPage = R"(
meterhall-cli tariff list CODE
meterhall-cli tariff activate VERSION
meterhall-cli tariff replay CODE [--version V] [--of CODE] [--from MONTH] [--to MONTH] [--book B] [--class C] [--cover 80,95]
                                 [--hard 20.00] [--top N] [--bills-only] [--json] [--progress] [--workers N]

list      versions of a tariff, oldest first, one line each: {"version","effective_from","price_order","active"}. (review clerk,
          finance)
activate  puts a version in force that another person entered (`import tariff`). (finance)
replay    rates every bill of the months (the last twelve that were billed) again, by the draft of the tariff or by a version of
          it, as if it had been in force all the time: who pays less and more, revenue by whose money it is, use by tier, and
          which share of the households stays within tier 1 and tier 2 against what the policy wants (--cover). --of: bills made
          by another tariff. --hard: from which rise a month an account is counted as hit hard. Accounts that nobody has billed
          in these months are rated by their readings, unless --bills-only. Writes nothing. With --json one object:
          {"from","to","accounts","bills","from_readings","use","winners","losers","same","hard_hit","revenue","tiers",
          "coverage","most_risen","most_fallen","not_rated"}. (review clerk, finance, revenue inspector, auditor)
)";

Result<int> listTariff(const Options& options, services::Session& session) {
    MH_TRY(const QString code, options.argument(1, QStringLiteral("CODE"), 2));
    MH_TRY(const auto versions, services::tariffVersions(session, code));
    for (const services::ListedTariff& version : versions)
        printJson({{QStringLiteral("version"), version.id.toString()},
                   {QStringLiteral("effective_from"), version.effectiveFrom.toString()},
                   {QStringLiteral("price_order"), version.priceOrder},
                   {QStringLiteral("active"), version.active}});
    return AllRight;
}

Result<int> activateVersion(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.argument(1, QStringLiteral("VERSION"), 2));
    MH_TRY(const TariffVersionId version, TariffVersionId::parse(number).within(QStringLiteral("VERSION")));
    MH_CHECK(services::activateTariff(session, version));
    return AllRight;
}

Result<int> tariffForms(const Options& options) {
    return runForm(options, {{"list", listTariff}, {"activate", activateVersion}, {"replay", replayTariffForm}});
}

} // namespace

int runTariffCommand(const QStringList& arguments) {
    return runCommand({tariffPage, replayOptions(), replayFlags()}, arguments, tariffForms);
}

} // namespace meterhall::app
