#pragma once

#include "core/billing/rate.h"

#include <QJsonObject>

#include <functional>
#include <map>

namespace meterhall {

// Cases of the exchange form {"id", "op", "inputs", "expected"}: op "bill" is one bill, "series" several on one ladder.
// Inputs: tariff, usage or readings [{from, to, rollover, multiplier}], prior, months, months_in_cycle, days,
// block_factor, people, quota_round, rounding_override. A case that says anything else is refused by name with
// TariffError::Unsupported: it is not computed, rather than computed without what it says.

/// One bill of a case, with what it was computed from.
struct CaseBill {
    BillingInputs inputs;
    TariffVersion version; ///< with what the case overrides
    Bill bill;
    Trace trace;
};

struct CaseResult {
    std::vector<CaseBill> bills; ///< never empty
    Money total;
};

using FindTariff = std::function<Result<TariffVersion>(const QString& id)>;

Result<CaseResult> rateCase(const QJsonObject& goldenCase, const FindTariff& find);

/// {"total", "lines": [{"code", "tier", "tou", "qty", "price", "amount"}], "trace"}; for a series the same for each
/// bill under "bills".
QJsonObject toJson(const CaseResult& result);

enum class Verdict : std::uint8_t { Passed, Failed, Skipped };
struct Judgement {
    Verdict verdict;
    QString expected;
    QString got; ///< the total; or why there is none
};

/// Compares a case with what it expects: within half of `published_precision`, and with `corrected_total` where the
/// published total contradicts its own table. Cases beyond this program are skipped, and say what they ask for.
Judgement judgeCase(const QJsonObject& goldenCase, const FindTariff& find);

/// A folder of cases: tariffs/*.json and cases_*.json.
class GoldenFolder {
public:
    static Result<GoldenFolder> read(const QString& path);

    const std::vector<QJsonObject>& cases() const { return m_cases; }
    /// Fails as the import of the tariff's file failed.
    Result<TariffVersion> tariff(const QString& id) const;

private:
    std::vector<QJsonObject> m_cases;
    std::map<QString, Result<TariffVersion>> m_tariffs;
};

/// A tariff file as one version for trying out: effective from the beginning of time, dials not cut.
Result<TariffVersion> trialVersion(const QJsonObject& tariffFile);
/// The JSON object or array in a file; the error names the file and the place.
Result<QJsonDocument> readJson(const QString& path);

} // namespace meterhall
