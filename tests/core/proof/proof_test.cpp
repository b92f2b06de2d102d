#include "core/proof/plain_decimal.h"
#include "core/proof/proof.h"
#include "tests/support/test_case.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace meterhall;

class ProofTest : public QObject {
    Q_OBJECT

private:
    static QString outcome(const QString& text) {
        const auto trace = Trace::fromJson(QJsonDocument::fromJson(text.toUtf8()).object());
        if (!trace.ok())
            return trace.error().code().toString();
        const auto proved = prove(*trace);
        return proved.ok() ? *proved : proved.error().code().toString();
    }

    static QString leaf(const char* value) {
        return QStringLiteral(R"({"kind":"reading","value":"%1","source":"s"})").arg(QLatin1StringView(value));
    }

    static QString node(const char* operation, const QStringList& arguments, const char* value, const char* step = "",
                        const char* mode = "half_up") {
        const QString rounding = *step == 0 ? QString()
                                            : QStringLiteral(R"(,"rounding":{"step":"%1","mode":"%2"})")
                                                  .arg(QLatin1StringView(step), QLatin1StringView(mode));
        return QStringLiteral(R"({"op":"%1","args":[%2],"value":"%3"%4})")
            .arg(QLatin1StringView(operation), arguments.join(u','), QLatin1StringView(value), rounding);
    }

private Q_SLOTS:
    void operationsAreEvaluated_data() {
        QTest::addColumn<QString>("trace");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& trace, const char* expected) {
            QTest::newRow(name) << trace << QString::fromLatin1(expected);
        };
        row("leaf", leaf("5"), "5");
        row("add", node("add", {leaf("0.1"), leaf("0.2")}, "0.3"), "0.3");
        row("same number in another spelling", node("add", {leaf("1.50"), leaf("1.5")}, "3.00"), "3.00");
        row("subtract below zero", node("subtract", {leaf("1"), leaf("3")}, "-2"), "-2");
        row("multiply", node("multiply", {leaf("2.942"), leaf("300")}, "882.6"), "882.6");
        row("divide without an end", node("divide", {leaf("1300"), leaf("12")}, "108", "1"), "108");
        row("sum of three", node("sum", {leaf("1"), leaf("2"), leaf("3")}, "6"), "6");
        row("sum of none", node("sum", {}, "0.00"), "0.00");
        row("given", node("given", {leaf("7"), leaf("0"), leaf("20")}, "7"), "7");
        row("wrong value", node("add", {leaf("1"), leaf("2")}, "4"), "proof.ValueDiffers");
        row("wrong deep inside", node("sum", {node("add", {leaf("1"), leaf("1")}, "3")}, "3"), "proof.ValueDiffers");
        row("negative margin", node("given", {leaf("7"), leaf("-1")}, "7"), "proof.MarginIsNegative");
        row("unknown operation", node("guess", {leaf("1")}, "1"), "proof.UnknownOperation");
        row("too few arguments", node("add", {leaf("1")}, "1"), "proof.WrongArguments");
        row("division by zero", node("divide", {leaf("1"), leaf("0")}, "1", "1"), "proof.OutOfRange");
        row("quotient without a rounding", node("divide", {leaf("1"), leaf("3")}, "0.3"), "proof.UnknownRounding");
        row("round without a rounding", node("round", {leaf("1")}, "1"), "proof.UnknownRounding");
        row("unknown mode", node("round", {leaf("1.5")}, "2", "1", "sometimes"), "proof.UnknownRounding");
        row("no number", leaf("five"), "proof.BadNumber");
        row("too large", node("multiply", {leaf("99999999999999999999999"), leaf("99999999999999999999999")}, "1"),
            "base.Overflow");
        row("unknown leaf", QStringLiteral(R"({"kind":"rumour","value":"1","source":""})"), "trace.UnknownLeafKind");
        row("no trace", QStringLiteral("{}"), "trace.NotATrace");
    }
    void operationsAreEvaluated() {
        QFETCH(QString, trace);
        QFETCH(QString, expected);
        QCOMPARE(outcome(trace), expected);
    }

    void everyRoundingModeIsItsOwn_data() {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("expected");
        QTest::newRow("half_up") << "half_up"
                                 << "3 -3 3 -2";
        QTest::newRow("half_even") << "half_even"
                                   << "2 -2 3 -2";
        QTest::newRow("half_down") << "half_down"
                                   << "2 -2 3 -2";
        QTest::newRow("up") << "up"
                            << "3 -3 3 -3";
        QTest::newRow("down") << "down"
                              << "2 -2 2 -2";
        QTest::newRow("floor") << "floor"
                               << "2 -3 2 -3";
        QTest::newRow("ceiling") << "ceiling"
                                 << "3 -2 3 -2";
    }
    void everyRoundingModeIsItsOwn() {
        QFETCH(QString, mode);
        QFETCH(QString, expected);
        QStringList rounded;
        for (const auto text : {u"2.5", u"-2.5", u"2.6", u"-2.1"})
            rounded += proof::divideToStep(*proof::PlainDecimal::parse(text), {1, 0}, {1, 0}, mode)->toString();
        QCOMPARE(rounded.join(u' '), expected);
    }

    void aTotalThatIsNotTheRootIsRefused() {
        Trace trace;
        trace.setRoot(trace.leaf(LeafKind::Price, QStringLiteral("2.50"), QStringLiteral("list")));
        QVERIFY(proveTotal(trace, QStringLiteral("2.5")).ok());
        QVERIFY(proveTotal(trace, QStringLiteral("2.51")).failedWith(ProofError::TotalDiffers));
        QVERIFY(prove(Trace()).failedWith(ProofError::Empty));
    }

    void aTraceThatIsTooDeepIsRefused() {
        QString text = leaf("1");
        for (int depth = 0; depth < Trace::maxDepth; ++depth)
            text = node("sum", {text}, "1");
        QCOMPARE(outcome(text), QStringLiteral("trace.TooBig"));
    }
};
METERHALL_TEST_CASE(ProofTest)

#include "proof_test.moc"
