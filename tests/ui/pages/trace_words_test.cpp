#include "core/billing/golden_case.h"
#include "core/billing/golden_inputs.h"
#include "core/billing/rate.h"
#include "tests/support/test_case.h"
#include "ui/pages/parts/trace_words.h"

#include <QTest>

using namespace meterhall;
using ui::TraceWords;

/// The sentences in which a derivation says where its numbers come from, as the screen translates them.
class TraceWordsTest : public QObject {
    Q_OBJECT

    static TraceWords words() {
        return {[](const QString& id) { return QStringLiteral("[meter %1]").arg(id); },
                [](const QString& code) { return QStringLiteral("[%1]").arg(code); }};
    }

private Q_SLOTS:
    void namesTakeThePlaceOfCodes() {
        QCOMPARE(words().source(QStringLiteral("price of gas, tier 2, peak, 2026-1")),
                 QStringLiteral("price of [gas], tier 2, peak, 2026-1"));
        QCOMPARE(words().source(QStringLiteral("meter 11, volume: dial read")),
                 QStringLiteral("meter [meter 11], volume: dial read"));
        QCOMPARE(words().source(QStringLiteral("price of gas, tier 2, ")), QStringLiteral("price of [gas], tier 2"));
        QCOMPARE(words().source(QStringLiteral("upper bound of tier 3")), QStringLiteral("upper bound of tier 3"));
    }

    void whatIsNotKnownIsShownAsItIs() {
        QVERIFY(!TraceWords::knows(QStringLiteral("the phase of the moon")));
        QCOMPARE(words().source(QStringLiteral("the phase of the moon")), QStringLiteral("the phase of the moon"));
    }

    void everySentenceOfEveryKnownBillIsKnown() {
        const QString shared = tests::sharedFolder();
        if (shared.isEmpty())
            QSKIP("no published bills: METERHALL_SHARED names their folder");
        const auto folder = GoldenFolder::read(shared + QStringLiteral("/golden"));
        QVERIFY(folder.ok());
        int leaves = 0;
        for (const QJsonObject& golden : folder->cases()) {
            const auto rateable = golden::rateableOf(golden.value(QLatin1String("inputs")).toObject(),
                                                     [&](const QString& id) { return folder->tariff(id); });
            if (!rateable.ok())
                continue; // asks for no bill
            Bill bill = Bill::empty(rateable->version.currency);
            Trace trace;
            if (!rate(rateable->inputs, rateable->version, bill, &trace).ok())
                continue;
            for (const Trace::Entry& entry : trace.entries()) {
                if (!entry.isLeaf())
                    continue;
                QVERIFY2(TraceWords::knows(entry.source), qPrintable(entry.source));
                ++leaves;
            }
        }
        QVERIFY2(leaves > 300, qPrintable(QString::number(leaves)));
    }
};

METERHALL_TEST_CASE(TraceWordsTest)
#include "trace_words_test.moc"
