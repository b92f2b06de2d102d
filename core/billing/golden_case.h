#pragma once

#include "core/billing/rate.h"

#include <QJsonObject>

#include <functional>
#include <map>

namespace meterhall {

// Cases of the exchange form {"id", "op", "inputs", "expected"}. Each op is one row of a table and one public function
// of core/billing:
//
//     bill, series       rate()                         delta           two bills, and what the second costs more
//     price_change       splitAtPriceChange()           year_split      splitAtWindow()
//     season_split       splitByDays()                  mixed           ownShare()
//     correction         replayBills()                  late_fee        lateCharge()
//     prepay_volume      buyVolume()                    prepay_money    buyForMoney()
//     vat_inclusive      netInside(), taxInside()       formula         none: it asks for no tariff
//
// Inputs of a bill: tariff, usage or readings [{from, to, rollover, multiplier}] or tou {register: use} or heat, prior,
// months, months_in_cycle, days, block_factor, people, people_months, season, category, area, the facts the tariff
// names, quota_round, rounding_override, and the modifiers flat_price, free_qty and discount_percent, which make a
// version of their own of the tariff. A case that says anything else is refused by name with TariffError::Unsupported:
// it is not computed, rather than computed without what it says.

/// NoService: whoever runs a case has nothing that does what it asks for; the argument names it.
METERHALL_ERRORS(GoldenError, "golden", NoService)

/// One bill of a case, with what it was computed from.
struct CaseBill {
    BillingInputs inputs;
    TariffVersion version; ///< with what the case overrides
    Bill bill;
    Trace trace;
};

struct CaseResult {
    std::vector<CaseBill> bills; ///< none of an op that rates nothing
    ExactAmount total = ExactAmount::zero();
    /// What the op says beside it, as decimals: volume, credit_left, net, tax, usage_old, usage_new, a, b.
    std::map<QString, QString> figures{};
    /// Of an op that is no bill and has a derivation (a late charge); its root is the total.
    Trace trace{};
};

using FindTariff = std::function<Result<TariffVersion>(const QString& id)>;

Result<CaseResult> rateCase(const QJsonObject& goldenCase, const FindTariff& find);

/// {"total", "lines": [{"code", "tier", "tou", "qty", "price", "amount"}], "trace"}; of several bills the lines of all
/// of them, and the same for each under "bills". Figures stand beside the total.
QJsonObject toJson(const CaseResult& result);

enum class Verdict : std::uint8_t { Passed, Failed, Skipped };
struct Judgement {
    Verdict verdict;
    QString expected;
    QString got; ///< the total; or why there is none
};

/// Judges a derivation and its total: proveTotal() of core/proof, which this folder does not see.
using Prove = std::function<Result<void>(const Trace&, const QString& total)>;

/// What is made of a case: by the calculator (rateCase), or by a whole house.
using RunCase = std::function<Result<CaseResult>(const QJsonObject& goldenCase)>;

/// Compares a case with what it expects: within half of `published_precision`, and with `corrected_total` where the
/// published total contradicts its own table; every figure and line that is expected must be there. A case whose
/// derivation does not hold has failed. Skipped are `formula` cases, and those that GoldenError::NoService names.
Judgement judgeCase(const QJsonObject& goldenCase, const RunCase& run, const Prove& prove);

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
