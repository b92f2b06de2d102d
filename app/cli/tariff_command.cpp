#include "app/cli/workplace_names.h"
#include "core/services/tariffs.h"

#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* tariffPage = R"(
meterhall-cli tariff list CODE
meterhall-cli tariff activate VERSION

list      versions of a tariff, oldest first, one line each: {"version","effective_from","price_order","active"}. (review clerk,
          finance)
activate  puts a version in force that another person entered (`import tariff`). (finance)
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
    return runForm(options, {{"list", listTariff}, {"activate", activateVersion}});
}

} // namespace

int runTariffCommand(const QStringList& arguments) {
    return runCommand({tariffPage}, arguments, tariffForms);
}

} // namespace meterhall::app
