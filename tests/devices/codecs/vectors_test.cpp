#include "devices/codecs/vectors.h"
#include "tests/support/test_case.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace meterhall;
using namespace meterhall::devices;

namespace {
QJsonObject object(const char* text) {
    return QJsonDocument::fromJson(text).object();
}

void writeFile(const QString& path, const QByteArray& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}
} // namespace

class VectorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPublishedFrameGivesWhatIsExpected() {
        const QString shared = tests::sharedFolder();
        if (shared.isEmpty())
            QSKIP("the researched frames are not beside the project");
        const auto report = compareVectors(shared + QStringLiteral("/vectors"));
        QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().toString()));
        for (const VectorDifference& difference : report->differences)
            qWarning().noquote() << difference.id << difference.file << difference.field << difference.expected
                                 << difference.got;
        QCOMPARE(report->failed(), 0);
        QVERIFY(report->passed() >= 159);
    }

    // The judge must be able to say no: each line is a good one with one thing wrong.
    void aWrongExpectationIsADifference_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("field");
        QTest::newRow("header field")
            << QByteArray(R"({"id":"a","hex":"68AA010203040506070103901F05E616","expect":{"meter_type":"10"}})")
            << QStringLiteral("meter_type");
        QTest::newRow("nested field") << QByteArray(R"({"id":"a","hex":"6810010203040506078108D12001450001002C8116",
                              "expect":{"data":{"settlement":{"value":"100.46"}}}})")
                                      << QStringLiteral("data.settlement.value");
        QTest::newRow("refused though it should be read")
            << QByteArray(R"({"id":"a","hex":"68","expect":{"checksum_ok":true}})") << QStringLiteral("ok");
        QTest::newRow("read though it should be refused")
            << QByteArray(R"({"id":"a","hex":"6810010203040506078108D12001450001002C8116","expect":{"framed":false}})")
            << QStringLiteral("ok");
    }
    void aWrongExpectationIsADifference() {
        QFETCH(QByteArray, line);
        QFETCH(QString, field);
        const auto differences = compareVector(object(line.constData()), *Protocol::parse(u"cjt188"), false);
        QVERIFY(!differences.empty());
        QVERIFY(std::any_of(differences.begin(), differences.end(),
                            [&](const VectorDifference& difference) { return difference.field == field; }));
    }

    void foldersOfOtherProtocolsAreNotCounted() {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("nobody")));
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("cjt188")));
        writeFile(folder.filePath(QStringLiteral("nobody/frames.jsonl")), "{}\n{}\n");
        writeFile(folder.filePath(QStringLiteral("cjt188/malformed.jsonl")), R"({"id":"x","hex":"6868","expect":{}})");
        const auto report = compareVectors(folder.path());
        QVERIFY(report.ok());
        QCOMPARE(report->passed(), 1);
        QCOMPARE(report->failed(), 0);
        QCOMPARE(report->notCounted(), 2);
    }

    void anEmptyComparisonIsAnError() {
        QTemporaryDir folder;
        QVERIFY(compareVectors(folder.path()).failedWith(DecodeError::NothingCompared));
        QVERIFY(compareVectors(folder.filePath(QStringLiteral("none"))).failedWith(DecodeError::NoFolder));
    }

    void aFileOfFramesIsDecodedLineByLine() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("frames.jsonl"));
        writeFile(path,
                  "{\"id\":\"a\",\"hex\":\"68AA01020304050607010390 1F05E616\"}\n\n{\"id\":\"b\",\"hex\":\"16\"}\n");
        const auto decoded = decodeFile(path, Protocol::any());
        QVERIFY(decoded.ok());
        QCOMPARE(decoded->size(), std::size_t(2));
        QVERIFY((*decoded)[0][QStringLiteral("ok")].toBool() && !(*decoded)[1][QStringLiteral("ok")].toBool());
        QCOMPARE((*decoded)[1][QStringLiteral("id")].toString(), QStringLiteral("b"));
        writeFile(path, "{\"id\":\"a\",\"hex\":\"6\"}\n");
        QVERIFY(decodeFile(path, Protocol::any()).failedWith(DecodeError::BadLine));
        QVERIFY(decodeFile(folder.filePath(QStringLiteral("none")), Protocol::any()).failedWith(DecodeError::NoFile));
    }

    void aBrokenLineNamesFileAndLine() {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("cjt188")));
        writeFile(folder.filePath(QStringLiteral("cjt188/frames.jsonl")),
                  "{\"id\":\"a\",\"hex\":\"zz\",\"expect\":{}}\n");
        const auto report = compareVectors(folder.path());
        QVERIFY(report.failedWith(DecodeError::BadLine));
        QCOMPARE(report.error().arguments().last(), QStringLiteral("1"));
    }
};
METERHALL_TEST_CASE(VectorsTest)

#include "vectors_test.moc"
