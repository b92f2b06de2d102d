#include "core/registry/search_tokens.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

namespace {
// What the table does, without a table: is there a token of an asked kind that begins with the asked text?
bool finds(const std::vector<SearchToken>& tokens, const QString& typed) {
    const auto queries = searchQueries(typed);
    return !queries.empty() && std::all_of(queries.begin(), queries.end(), [&](const SearchQuery& query) {
        return std::any_of(tokens.begin(), tokens.end(), [&](const SearchToken& token) {
            const bool kindAsked = std::find(query.kinds.begin(), query.kinds.end(), token.kind) != query.kinds.end();
            return kindAsked && token.text >= query.prefix && token.text < endOfPrefix(query.prefix);
        });
    });
}
} // namespace

class SearchTokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNameIsFoundByAnyPartOfIt_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        for (const char* typed : {"王", "秀", "英", "王秀", "秀英", "王秀英", "w", "wx", "wxy", "xy", "WXY", "wang",
                                  "wangxiu", "xiuying", "ying", " 王 "})
            QTest::newRow(typed) << QString::fromUtf8(typed) << true;
        for (const char* typed : {"", " ", "李", "王英", "wy", "wangy", "王 李", "1"})
            QTest::newRow(typed) << QString::fromUtf8(typed) << false;
    }
    void aNameIsFoundByAnyPartOfIt() {
        QFETCH(QString, typed);
        QFETCH(bool, found);
        QCOMPARE(finds(nameTokens(QStringLiteral("王秀英")), typed), found);
    }

    void twoCharacterNamesAreWholeTokens() {
        QVERIFY(finds(nameTokens(QStringLiteral("张伟")), QStringLiteral("张伟")));
    }

    void anAddressIsFoundByAPiece() {
        const auto tokens = addressTokens(QStringLiteral("城东区和平路安居里3栋2单元602"));
        QVERIFY(finds(tokens, QStringLiteral("和平路")));
        QVERIFY(finds(tokens, QStringLiteral("和平路 3栋2")));
        QVERIFY(!finds(tokens, QStringLiteral("和平路 4栋")));
    }

    void charactersOutsideTheBasicPlaneAreNotCut() {
        const QString name = QStringLiteral("𠮷野");
        for (const SearchToken& token : nameTokens(name))
            QVERIFY(token.text.isValidUtf16());
        QVERIFY(finds(nameTokens(name), name));
    }

    void digitsMayBeAnAccountAMeterOrAPhone() {
        const auto queries = searchQueries(QStringLiteral("13800001234567"));
        QCOMPARE(queries.size(), std::size_t(1));
        QCOMPARE(queries[0].phoneDigits, QStringLiteral("13800001234"));
        QVERIFY(searchQueries(QStringLiteral("13"))[0].phoneDigits.isEmpty());
    }

    void phonesMayBeTypedAsPeopleWriteThem() {
        for (const QString typed : {"0571-82517566", "+8613800001234", "(0571)8251"})
            QCOMPARE(searchQueries(typed)[0].phoneDigits, typed);
        for (const QString typed : {"G-12", "0-1", "12/34", "-+()"})
            QVERIFY2(searchQueries(typed)[0].phoneDigits.isEmpty(), qPrintable(typed));
    }
};
METERHALL_TEST_CASE(SearchTokensTest)

#include "search_tokens_test.moc"
