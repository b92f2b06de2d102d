// Prints what three readers of the rating make of the same prices: golden cases, the checksum of the bench, and the
// preview of the tariff page. One line each, "name sum".

#include "core/billing/golden_case.h"
#include "core/services/tariff_trial.h"
#include "tests/core/billing/rated_accounts.h"

#include <QJsonArray>

#include <cstdio>

using namespace meterhall;

namespace {

constexpr int usesTried = 100;

/// Three-tier residential gas of an unnamed city (source: phb7.com/xinwen/ba/635434).
Result<TariffVersion> gasFile(const QString&) {
    const auto tier = [](const QJsonValue& upTo, const char* price) {
        return QJsonObject{{"upto", upTo}, {"price", QString::fromLatin1(price)}};
    };
    return trialVersion({{"id", "gas"},
                         {"commodity", "gas"},
                         {"unit", "m3"},
                         {"currency", "CNY"},
                         {"tier_mode", "graduated"},
                         {"cycle", QJsonObject{{"kind", "year"}, {"reset", "01-01"}}},
                         {"tiers", QJsonArray{tier(300, "2.70"), tier(600, "2.942"), tier(QJsonValue(), "3.668")}}});
}

Result<QString> golden() {
    ExactAmount sum = ExactAmount::zero();
    for (int use = 301; use <= 300 + usesTried; ++use) {
        const QJsonObject inputs{{"tariff", "gas"}, {"usage", QString::number(use)}};
        MH_TRY(const CaseResult result, rateCase({{"id", "own"}, {"op", "bill"}, {"inputs", inputs}}, gasFile));
        MH_TRY(sum, sum.plus(result.total));
    }
    return sum.toString();
}

Result<QString> bench() {
    const TariffVersion version = tests::gasTariff();
    Bill bill = Bill::empty(version.currency);
    MH_TRY(const std::int64_t checksum, tests::checksumOf(version, tests::accountsToRate(version), bill));
    return QString::number(checksum);
}

Result<QString> preview() {
    const TariffVersion version = tests::gasTariff();
    Money sum = Money::zero(version.currency);
    for (int use = 301; use <= 300 + usesTried; ++use) {
        services::TariffTrial trial{.readOn = services::trialDay(version)};
        trial.use = BilledQuantity::ofMicro(use * BilledQuantity::microPerUnit);
        MH_TRY(const services::TriedBill tried, services::tried(version, trial));
        MH_TRY(sum, sum.plus(tried.bill.total));
    }
    return sum.toString();
}

} // namespace

int main() {
    const std::pair<const char*, Result<QString> (*)()> readers[] = {
        {"golden", golden}, {"bench", bench}, {"preview", preview}};
    for (const auto& [name, read] : readers) {
        const auto sum = read();
        if (!sum.ok()) {
            std::fprintf(stderr, "%s: %s\n", name, qPrintable(sum.error().toString()));
            return 1;
        }
        std::printf("%s %s\n", name, qPrintable(*sum));
    }
    return 0;
}
