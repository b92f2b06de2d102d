#include "core/billing/golden_case.h"
#include "core/tariffs/json_fields.h"
#include "core/tariffs/tariff_json.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

namespace meterhall {

namespace {
using Key = QLatin1StringView;

/// |got - expected| <= precision / 2, in exact decimals.
Result<bool> isWithin(Money got, const QString& expected, const QString& precision) {
    MH_TRY(const ExactAmount want, ExactAmount::parse(expected));
    MH_TRY(const ExactAmount tolerance, ExactAmount::parse(precision));
    MH_TRY(const ExactAmount difference, ExactAmount::of(got).minus(want));
    MH_TRY(const ExactAmount doubled, difference.times(2));
    const ExactAmount magnitude = doubled.isNegative() ? ExactAmount::fromScaled(-doubled.scaled()) : doubled;
    return magnitude <= tolerance;
}

struct Expectation {
    QString total;
    QString precision;
    QStringList bills; ///< of a series
};

Result<Expectation> expectationOf(const QJsonObject& goldenCase) {
    const QJsonObject expected = goldenCase.value(Key("expected")).toObject();
    const bool isErratum = goldenCase.contains(Key("corrected_total"));
    Expectation expectation;
    MH_TRY(expectation.total,
           decimalText(isErratum ? goldenCase.value(Key("corrected_total")) : expected.value(Key("total")),
                       QStringLiteral("expected.total")));
    const QJsonValue precision = expected.value(Key("published_precision"));
    expectation.precision = QStringLiteral("0");
    if (!precision.isUndefined() && !isErratum) {
        MH_TRY(expectation.precision, decimalText(precision, QStringLiteral("expected.published_precision")));
    }
    for (const QJsonValue bill : expected.value(Key("bills")).toArray()) {
        MH_TRY(const QString total, decimalText(bill.isObject() ? bill.toObject().value(Key("total")) : bill,
                                                QStringLiteral("expected.bills")));
        expectation.bills += total;
    }
    return expectation;
}

Result<bool> holds(const CaseResult& result, const Expectation& expected) {
    MH_TRY(bool all, isWithin(result.total, expected.total, expected.precision));
    if (expected.bills.isEmpty())
        return all;
    if (std::size_t(expected.bills.size()) != result.bills.size())
        return false;
    for (std::size_t i = 0; i < result.bills.size(); ++i) {
        MH_TRY(const bool one, isWithin(result.bills[i].bill.total, expected.bills[qsizetype(i)], QStringLiteral("0")));
        all = all && one;
    }
    return all;
}
} // namespace

Judgement judgeCase(const QJsonObject& goldenCase, const FindTariff& find) {
    const auto expected = expectationOf(goldenCase);
    if (!expected.ok())
        return {Verdict::Failed, {}, expected.error().toString()};
    const auto result = rateCase(goldenCase, find);
    if (result.failedWith(TariffError::Unsupported))
        return {Verdict::Skipped, expected->total, result.error().toString()};
    if (!result.ok())
        return {Verdict::Failed, expected->total, result.error().toString()};
    const auto right = holds(*result, *expected);
    return {right.ok() && *right ? Verdict::Passed : Verdict::Failed, expected->total, result->total.toString()};
}

Result<QJsonDocument> readJson(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(BillingError::CannotRead, {path, file.errorString()});
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error(BillingError::CannotRead,
                     {path, QStringLiteral("offset %1: %2").arg(problem.offset).arg(problem.errorString())});
    return document;
}

Result<TariffVersion> trialVersion(const QJsonObject& tariffFile) {
    MH_TRY(const Date earliest, Date::of(1900, 1, 1));
    const ImportDefaults defaults{TariffId::fromRaw(1), TariffVersionId::fromRaw(1), earliest,
                                  BilledQuantity::ofMicro(1)};
    MH_TRY(ImportedTariff imported, importTariff(tariffFile, defaults));
    return std::move(imported.version);
}

Result<GoldenFolder> GoldenFolder::read(const QString& path) {
    GoldenFolder folder;
    const QDir directory(path);
    for (const QString& name :
         QDir(directory.filePath(QStringLiteral("tariffs"))).entryList({QStringLiteral("*.json")})) {
        MH_TRY(const QJsonDocument document, readJson(directory.filePath(QStringLiteral("tariffs/") + name)));
        const QJsonObject tariff = document.object();
        folder.m_tariffs.emplace(tariff.value(Key("id")).toString(), trialVersion(tariff).within(name));
    }
    for (const QString& name : directory.entryList({QStringLiteral("cases_*.json")}, QDir::Files, QDir::Name)) {
        MH_TRY(const QJsonDocument document, readJson(directory.filePath(name)));
        for (const QJsonValue goldenCase : document.array())
            folder.m_cases.push_back(goldenCase.toObject());
    }
    if (folder.m_cases.empty() || folder.m_tariffs.empty())
        return Error(BillingError::CannotRead, {path, QStringLiteral("no tariffs/*.json or no cases_*.json")});
    return folder;
}

Result<TariffVersion> GoldenFolder::tariff(const QString& id) const {
    const auto found = m_tariffs.find(id);
    if (found == m_tariffs.end())
        return Error(BillingError::BadCase, {QStringLiteral("tariff"), id.left(60)});
    return found->second;
}

} // namespace meterhall
