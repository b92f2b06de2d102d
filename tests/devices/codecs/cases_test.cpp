#include "devices/codecs/vectors.h"
#include "tests/support/test_case.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace meterhall;
using namespace meterhall::devices;

namespace {
/// tests/cases/codecs/PROTOCOL/{good,damaged,unsupported}/NAME.case: `hex:`, `expect:` (JSON, as in the published
/// frames), perhaps `records:` (JSON, the fields named of each record), and for unsupported ones `absent:`, a field
/// that must not be there. `#` starts a comment.
struct Case {
    QJsonObject line;
    QString absent;
    std::optional<QJsonArray> records{};
};

Result<Case> readCase(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(DecodeError::NoFolder, {path});
    Case found;
    int number = 0;
    for (const QByteArray& raw : file.readAll().split('\n')) {
        ++number;
        const QString line = QString::fromUtf8(raw).trimmed();
        const QString field = line.section(u':', 0, 0);
        const QString value = line.section(u':', 1).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(value.toUtf8());
        if (field == QStringLiteral("hex") && fromHex(value).ok())
            found.line.insert(field, value);
        else if (field == QStringLiteral("expect") && document.isObject())
            found.line.insert(field, document.object());
        else if (field == QStringLiteral("records") && document.isArray())
            found.records = document.array();
        else if (field == QStringLiteral("absent"))
            found.absent = value;
        else
            return Error(DecodeError::BadLine, {path, QString::number(number)});
    }
    if (!found.line.contains(QStringLiteral("hex")) || found.line[QStringLiteral("expect")].toObject().isEmpty())
        return Error(DecodeError::BadLine, {path, QStringLiteral("hex and expect")});
    return found;
}

void compareRecords(const QJsonArray& expected, const QJsonArray& got, QStringList& wrong) {
    if (expected.size() != got.size())
        wrong += QStringLiteral("%1 records expected, got %2").arg(expected.size()).arg(got.size());
    for (qsizetype i = 0; i < std::min(expected.size(), got.size()); ++i) {
        const QJsonObject fields = expected[i].toObject();
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            const QJsonValue value = got[i][it.key()];
            if (it.value() != value)
                wrong += QStringLiteral("record %1, %2: got %3").arg(i).arg(it.key(), value.toVariant().toString());
        }
    }
}

/// What does not hold; empty when all does.
QStringList runCase(const Case& one, Protocol protocol, bool isDamaged) {
    QStringList wrong;
    for (const VectorDifference& difference : compareVector(one.line, protocol, isDamaged))
        wrong += difference.field + QStringLiteral(": expected ") + difference.expected + QStringLiteral(", got ") +
                 difference.got;
    const auto bytes = fromHex(one.line[QStringLiteral("hex")].toString());
    const QJsonObject decoded = decodeBytes({}, *bytes, protocol, {.explain = true}).front();
    if (!one.absent.isEmpty() && decoded[QStringLiteral("frame")].toObject().contains(one.absent))
        wrong += one.absent + QStringLiteral(" is there");
    if (one.records)
        compareRecords(*one.records, decoded[QStringLiteral("records")].toArray(), wrong);
    return wrong;
}
} // namespace

class CasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCaseHolds_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("protocol");
        QTest::addColumn<QString>("kind");
        const QDir root(tests::sourceFolder() + QStringLiteral("/tests/cases/codecs"));
        for (const char* protocol : {"cjt188", "dlt645", "gdw376", "mbus"}) {
            for (const char* kind : {"good", "damaged", "unsupported"}) {
                const QString name = QString::fromLatin1(protocol) + u'/' + QString::fromLatin1(kind);
                const QDir folder(root.filePath(name));
                const QStringList files = folder.entryList({QStringLiteral("*.case")}, QDir::Files, QDir::Name);
                QVERIFY2(files.size() >= 4, qPrintable(name));
                for (const QString& file : files)
                    QTest::newRow(qPrintable(name + u'/' + file))
                        << folder.filePath(file) << QString::fromLatin1(protocol) << QString::fromLatin1(kind);
            }
        }
    }
    void everyCaseHolds() {
        QFETCH(QString, path);
        QFETCH(QString, protocol);
        QFETCH(QString, kind);
        const auto one = readCase(path);
        QVERIFY2(one.ok(), one.ok() ? "" : qPrintable(one.error().toString()));
        QCOMPARE(!one->absent.isEmpty(), kind == QStringLiteral("unsupported"));
        const QStringList wrong = runCase(*one, *Protocol::parse(protocol), kind == QStringLiteral("damaged"));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        // On a mixed line the same bytes are told apart by their structure.
        if (kind == QStringLiteral("good")) {
            const QStringList mixed = runCase(*one, Protocol::any(), false);
            QVERIFY2(mixed.isEmpty(), qPrintable(mixed.join(u'\n')));
        }
    }

    // The runner itself: each of these must be found wrong.
    void aCaseThatDoesNotHoldIsFoundOut() {
        const auto expect = [](const char* json) { return QJsonDocument::fromJson(json).object(); };
        const Protocol cjt188 = *Protocol::parse(u"cjt188");
        const QString good = QStringLiteral("6810010203040506070103901F054C16");
        const auto caseOf = [&](const QString& hex, const char* json) {
            return Case{{{QStringLiteral("hex"), hex}, {QStringLiteral("expect"), expect(json)}}, {}};
        };
        QVERIFY(runCase(caseOf(good, "{\"ser\":5}"), cjt188, false).isEmpty());
        QVERIFY(!runCase(caseOf(good, "{\"ser\":6}"), cjt188, false).isEmpty());
        QVERIFY(!runCase(caseOf(good, "{\"ser\":5}"), cjt188, true).isEmpty());
        QVERIFY(!runCase(caseOf(good.chopped(2), "{\"ser\":5}"), cjt188, false).isEmpty());
        Case present = caseOf(good, "{\"ser\":5}");
        present.absent = QStringLiteral("di");
        QVERIFY(!runCase(present, cjt188, false).isEmpty());
        Case withRecords = caseOf(good, "{\"ser\":5}");
        withRecords.records = QJsonArray();
        QVERIFY(runCase(withRecords, cjt188, false).isEmpty());
        withRecords.records->append(QJsonObject{{QStringLiteral("value"), QStringLiteral("1")}});
        QVERIFY(!runCase(withRecords, cjt188, false).isEmpty());
    }

    void explanationsCoverEveryByteOnce() {
        const QDir root(tests::sourceFolder() + QStringLiteral("/tests/cases/codecs"));
        for (const char* protocol : {"cjt188", "dlt645", "gdw376", "mbus"}) {
            const QDir folder(root.filePath(QString::fromLatin1(protocol) + QStringLiteral("/good")));
            for (const QString& file : folder.entryList({QStringLiteral("*.case")}, QDir::Files)) {
                const auto one = readCase(folder.filePath(file));
                const auto bytes = fromHex(one->line[QStringLiteral("hex")].toString());
                const QJsonObject decoded =
                    decodeBytes({}, *bytes, *Protocol::parse(QString::fromLatin1(protocol)), {.explain = true}).front();
                QString joined;
                for (const QJsonValue& part : decoded[QStringLiteral("explain")].toArray())
                    joined += part[QStringLiteral("hex")].toString();
                QCOMPARE(joined, decoded[QStringLiteral("frame")][QStringLiteral("frame")].toString());
            }
        }
    }
};
METERHALL_TEST_CASE(CasesTest)

#include "cases_test.moc"
