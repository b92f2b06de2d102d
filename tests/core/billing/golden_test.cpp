#include "core/billing/golden_case.h"
#include "core/proof/proof.h"
#include "tests/support/test_case.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace meterhall;

class GoldenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCaseOfTheSharedFolderIsRight() {
        const QString shared = tests::sharedFolder();
        if (shared.isEmpty())
            QSKIP("the folder of shared data is not here");
        const auto folder = GoldenFolder::read(shared + QStringLiteral("/golden"));
        QVERIFY2(folder.ok(), folder.ok() ? "" : qPrintable(folder.error().toString()));
        std::map<Verdict, int> counted;
        QStringList wrong;
        QStringList skipped;
        const FindTariff find = [&](const QString& id) { return folder->tariff(id); };
        for (const QJsonObject& goldenCase : folder->cases()) {
            const Judgement judgement = judgeCase(
                goldenCase, [&](const QJsonObject& own) { return rateCase(own, find); }, proveTotal);
            ++counted[judgement.verdict];
            const QString id = goldenCase[QStringLiteral("id")].toString();
            if (judgement.verdict == Verdict::Failed)
                wrong += QStringLiteral("%1 expected %2 got %3").arg(id, judgement.expected, judgement.got);
            if (judgement.verdict == Verdict::Skipped && judgement.got != u"formula")
                skipped += id + u' ' + judgement.got;
        }
        qInfo("%d passed, %d failed, %d skipped", counted[Verdict::Passed], counted[Verdict::Failed],
              counted[Verdict::Skipped]);
        QVERIFY2(skipped.isEmpty(), qPrintable(skipped.join(u'\n')));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QVERIFY(counted[Verdict::Passed] > 0);
    }

    void theProofAgreesWithEveryCase() {
        const QString shared = tests::sharedFolder();
        if (shared.isEmpty())
            QSKIP("the folder of shared data is not here");
        const auto folder = GoldenFolder::read(shared + QStringLiteral("/golden"));
        QVERIFY(folder.ok());
        int proved = 0;
        for (const QJsonObject& goldenCase : folder->cases()) {
            const auto result = rateCase(goldenCase, [&](const QString& id) { return folder->tariff(id); });
            if (!result.ok())
                continue;
            for (const CaseBill& rated : result->bills) {
                const auto trace = Trace::fromJson(rated.trace.toJson());
                QVERIFY(trace.ok());
                const auto proof = proveTotal(*trace, rated.bill.total.toString());
                QVERIFY2(proof.ok(), proof.ok() ? "" : qPrintable(proof.error().toString()));
                ++proved;
            }
        }
        QVERIFY(proved > 0);
    }
};
METERHALL_TEST_CASE(GoldenTest)

#include "golden_test.moc"
