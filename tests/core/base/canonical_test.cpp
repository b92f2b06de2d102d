#include "core/base/canonical.h"
#include "tests/support/test_case.h"

#include <QTest>

namespace meterhall::tests {

struct Inner {
    QString text;
    std::int64_t number = 0;
    bool operator==(const Inner&) const = default;
};

struct Outer {
    std::int64_t number = 0;
    std::int8_t small = 0;
    QString text;
    std::vector<std::int64_t> list;
    std::vector<Inner> inners;
    std::optional<QString> maybe;
    bool operator==(const Outer&) const = default;
};

template <class Archive, Described<Inner> Value>
void describe(Archive& archive, Value& inner) {
    archive.text(1, inner.text);
    archive.number(2, inner.number);
}

template <class Archive, Described<Outer> Value>
void describe(Archive& archive, Value& outer) {
    archive.number(1, outer.number);
    archive.number(2, outer.small);
    archive.text(3, outer.text);
    archive.list(4, outer.list);
    archive.each(5, outer.inners, Inner{});
    archive.optionalText(6, outer.maybe);
}

} // namespace meterhall::tests

using namespace meterhall;
using namespace meterhall::tests;

class CanonicalTest : public QObject {
    Q_OBJECT

private:
    static QString refusal(QStringView hex) {
        const auto decoded = fromCanonical(*fromHex(hex), Outer{});
        return decoded.ok() ? QStringLiteral("accepted") : decoded.error().code().toString();
    }

private Q_SLOTS:
    void valuesAreReadAsTheyWereWritten() {
        const Outer outer{-300,
                          -128,
                          QStringLiteral("水费"),
                          {0, -1, std::numeric_limits<std::int64_t>::max()},
                          {{QStringLiteral("a"), 1}, {{}, 0}},
                          QStringLiteral("b")};
        const auto decoded = fromCanonical(toCanonical(outer), Outer{});
        QVERIFY(decoded.ok());
        QVERIFY(*decoded == outer);
    }

    void aFieldMayBeOfAnyLength() {
        for (const int letters : {123, 124, 125, 126, 127, 128, 16'381, 16'384, 3'000'000}) {
            Outer outer;
            outer.inners = {{QString(letters, u'a'), 7}, {QStringLiteral("b"), 8}};
            outer.list.assign(std::size_t(letters), -1);
            const Bytes written = toCanonical(outer);
            const auto read = fromCanonical(written, Outer{});
            QVERIFY2(read.ok() && *read == outer, qPrintable(QString::number(letters)));
        }
        // 127 numbers have a length of one byte, 128 of two.
        QCOMPARE(toHex(toCanonical(Outer{0, 0, {}, std::vector<std::int64_t>(127, -1), {}, {}})).left(6),
                 QStringLiteral("097F01"));
        QCOMPARE(toHex(toCanonical(Outer{0, 0, {}, std::vector<std::int64_t>(128, -1), {}, {}})).left(8),
                 QStringLiteral("09800101"));
    }

    void zeroAndEmptyTakeNoByte() {
        QVERIFY(toCanonical(Outer{}).empty());
        QCOMPARE(toHex(toCanonical(Outer{1, 0, {}, {}, {}, {}})), QStringLiteral("0202"));
        QCOMPARE(toHex(toCanonical(Outer{0, -1, {}, {}, {}, {}})), QStringLiteral("0401"));
        QCOMPARE(toHex(toCanonical(Outer{0, 0, QStringLiteral("A"), {5}, {{}}, {}})), QStringLiteral("070141"
                                                                                                     "09010A"
                                                                                                     "0B00"));
    }

    void everyOtherSpellingIsRefused_data() {
        QTest::addColumn<QString>("hex");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* hex, const char* expected) {
            QTest::newRow(name) << QString::fromLatin1(hex) << QString::fromLatin1(expected);
        };
        row("well-formed", "0202", "accepted");
        row("written zero", "0200", "base.NotCanonical");
        row("padded varint", "028200", "base.NotCanonical");
        row("varint of more than 64 bits", "02FFFFFFFFFFFFFFFFFF02", "base.NotCanonical");
        row("most negative number", "02FFFFFFFFFFFFFFFFFF01", "base.NotCanonical");
        row("number out of its type", "048002", "base.NotCanonical");
        row("tags out of order", "04020202", "base.NotCanonical");
        row("number twice", "02020202", "base.NotCanonical");
        row("unknown tag", "FE0102", "base.NotCanonical");
        row("number where text belongs", "0602", "base.NotCanonical");
        row("text that is not UTF-8", "0701FF", "base.NotCanonical");
        row("empty text", "0700", "base.NotCanonical");
        row("torn number", "02", "base.Truncated");
        row("torn text", "070541", "base.Truncated");
        row("tag zero", "0002", "base.NotCanonical");
        row("unknown tag inside", "0B020C02", "base.NotCanonical");
    }
    void everyOtherSpellingIsRefused() {
        QFETCH(QString, hex);
        QFETCH(QString, expected);
        QCOMPARE(refusal(hex), expected);
    }

    void digestsAreTheStandardOnes() {
        QCOMPARE(toHex(sha256({})), QStringLiteral("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"));
    }
};
METERHALL_TEST_CASE(CanonicalTest)

#include "canonical_test.moc"
