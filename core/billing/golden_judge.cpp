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
Result<bool> isWithin(ExactAmount got, const QString& expected, const QString& precision) {
    MH_TRY(const ExactAmount want, ExactAmount::parse(expected));
    MH_TRY(const ExactAmount tolerance, ExactAmount::parse(precision));
    MH_TRY(const ExactAmount difference, got.minus(want));
    MH_TRY(const ExactAmount doubled, difference.times(2));
    const ExactAmount magnitude = doubled.isNegative() ? ExactAmount::fromScaled(-doubled.scaled()) : doubled;
    return magnitude <= tolerance;
}

Result<bool> isEqual(const QString& got, const QString& expected) {
    MH_TRY(const ExactAmount left, ExactAmount::parse(got));
    MH_TRY(const ExactAmount right, ExactAmount::parse(expected));
    return left == right;
}

struct Expectation {
    QString total;
    QString precision = QStringLiteral("0");
    QStringList bills;                    ///< of a series
    QStringList lines;                    ///< amounts, in any order
    std::map<QString, QString> figures{}; ///< what is said beside the total
};

/// What a corrected total leaves of the published expectation is the total.
Result<Expectation> expectationOf(const QJsonObject& goldenCase) {
    Expectation expectation;
    if (goldenCase.contains(Key("corrected_total"))) {
        MH_TRY(expectation.total,
               decimalText(goldenCase.value(Key("corrected_total")), QStringLiteral("corrected_total")));
        return expectation;
    }
    const QJsonObject expected = goldenCase.value(Key("expected")).toObject();
    MH_TRY(expectation.total, decimalText(expected.value(Key("total")), QStringLiteral("expected.total")));
    if (const QJsonValue precision = expected.value(Key("published_precision")); !precision.isUndefined()) {
        MH_TRY(expectation.precision, decimalText(precision, QStringLiteral("expected.published_precision")));
    }
    for (const QJsonValue bill : expected.value(Key("bills")).toArray()) {
        MH_TRY(const QString total, decimalText(bill.isObject() ? bill.toObject().value(Key("total")) : bill,
                                                QStringLiteral("expected.bills")));
        expectation.bills += total;
    }
    for (const QJsonValue line : expected.value(Key("line_amounts")).toArray()) {
        MH_TRY(const QString amount, decimalText(line, QStringLiteral("expected.line_amounts")));
        expectation.lines += amount;
    }
    for (const char* name : {"volume", "charged", "credit_left", "net", "tax", "usage_old", "usage_new", "a", "b"}) {
        const QJsonValue figure = expected.value(Key(name));
        if (figure.isUndefined())
            continue;
        MH_TRY(expectation.figures[QString::fromLatin1(name)], decimalText(figure, QStringLiteral("expected")));
    }
    return expectation;
}

/// Every expected amount is that of another line.
Result<bool> linesHold(const CaseResult& result, const Expectation& expected) {
    std::vector<Money> left;
    for (const CaseBill& rated : result.bills) {
        for (const BillLine& line : rated.bill.lines)
            left.push_back(line.amount);
    }
    for (const QString& amount : expected.lines) {
        MH_TRY(const ExactAmount want, ExactAmount::parse(amount));
        const auto found = std::ranges::find(left, want, [](Money money) { return ExactAmount::of(money); });
        if (found == left.end())
            return false;
        left.erase(found);
    }
    return true;
}

Result<bool> billsHold(const CaseResult& result, const Expectation& expected) {
    if (expected.bills.isEmpty())
        return true;
    if (std::size_t(expected.bills.size()) != result.bills.size())
        return false;
    for (std::size_t i = 0; i < result.bills.size(); ++i) {
        MH_TRY(const bool same, isEqual(result.bills[i].bill.total.toString(), expected.bills[qsizetype(i)]));
        if (!same)
            return false;
    }
    return true;
}

/// Empty, or what does not hold.
Result<QString> missed(const CaseResult& result, const Expectation& expected) {
    MH_TRY(const bool total, isWithin(result.total, expected.total, expected.precision));
    MH_TRY(const bool bills, billsHold(result, expected));
    MH_TRY(const bool lines, linesHold(result, expected));
    if (!total || !bills || !lines)
        return result.total.toString() +
               (total ? (bills ? QStringLiteral(" (lines)") : QStringLiteral(" (bills)")) : QString());
    for (const auto& [name, figure] : expected.figures) {
        const auto got = result.figures.find(name);
        MH_TRY(const bool same, got == result.figures.end() ? Result<bool>(false) : isEqual(got->second, figure));
        if (!same)
            return QStringLiteral("%1 %2").arg(name, got == result.figures.end() ? QString() : got->second);
    }
    return QString();
}

Result<void> derivationsHold(const CaseResult& result, const Prove& prove) {
    for (const CaseBill& rated : result.bills)
        MH_CHECK(prove(rated.trace, rated.bill.total.toString()));
    return result.trace.root() == Trace::none ? Result<void>() : prove(result.trace, result.total.toString());
}
} // namespace

Judgement judgeCase(const QJsonObject& goldenCase, const RunCase& run, const Prove& prove) {
    const auto expected = expectationOf(goldenCase);
    if (!expected.ok())
        return {Verdict::Failed, {}, expected.error().toString()};
    if (goldenCase.value(Key("op")).toString() == u"formula")
        return {Verdict::Skipped, expected->total, QStringLiteral("formula")};
    const auto result = run(goldenCase);
    if (result.failedWith(GoldenError::NoService))
        return {Verdict::Skipped, expected->total, result.error().arguments().value(0)};
    if (!result.ok())
        return {Verdict::Failed, expected->total, result.error().toString()};
    if (const auto proved = derivationsHold(*result, prove); !proved.ok())
        return {Verdict::Failed, expected->total, proved.error().toString()};
    const auto wrong = missed(*result, *expected);
    if (!wrong.ok())
        return {Verdict::Failed, expected->total, wrong.error().toString()};
    return {wrong->isEmpty() ? Verdict::Passed : Verdict::Failed, expected->total,
            wrong->isEmpty() ? result->total.toString() : *wrong};
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
