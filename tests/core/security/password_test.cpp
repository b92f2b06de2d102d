#include "core/security/lockout.h"
#include "core/security/password.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

namespace {

/// Little work: the tests are about what is stored, not about how long it takes.
constexpr ScryptCost quick{4, 8, 1};

} // namespace

class PasswordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // RFC 7914, section 12, the first three vectors.
    void scryptGivesThePublishedAnswers_data() {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QByteArray>("salt");
        QTest::addColumn<int>("logN");
        QTest::addColumn<int>("r");
        QTest::addColumn<int>("p");
        QTest::addColumn<QString>("derived");
        QTest::newRow("empty") << QByteArray() << QByteArray() << 4 << 1 << 1
                               << "77D6576238657B203B19CA42C18A0497F16B4844E3074AE8DFDFFA3FEDE21442"
                                  "FCD0069DED0948F8326A753A0FC81F17E8D3E0FB2E0D3628CF35E20C38D18906";
        QTest::newRow("NaCl") << QByteArray("password") << QByteArray("NaCl") << 10 << 8 << 16
                              << "FDBABE1C9D3472007856E7190D01E9FE7C6AD7CBC8237830E77376634B373162"
                                 "2EAF30D92E22A3886FF109279D9830DAC727AFB94A83EE6D8360CBDFA2CC0640";
        QTest::newRow("chloride") << QByteArray("pleaseletmein") << QByteArray("SodiumChloride") << 14 << 8 << 1
                                  << "7023BDCB3AFD7348461C06CD81FD38EBFDA8FBBA904F8E3EA9B543F6545DA1F2"
                                     "D5432955613F0FCF62D49705242A9AF9E61E85DC0D651E40DFCF017B45575887";
    }
    void scryptGivesThePublishedAnswers() {
        QFETCH(QByteArray, password);
        QFETCH(QByteArray, salt);
        QFETCH(int, logN);
        QFETCH(int, r);
        QFETCH(int, p);
        QFETCH(QString, derived);
        QCOMPARE(toHex(*scrypt(viewOf(password), viewOf(salt), {logN, r, p}, 64)), derived);
    }

    void costsThatStallTheProgramAreRefused() {
        for (const ScryptCost& cost :
             {ScryptCost{20, 8, 1}, {16, 64, 1}, {10, 8, 17}, {0, 8, 1}, {10, 0, 1}, {30, 1, 1}})
            QVERIFY(scrypt({}, {}, cost, 32).failedWith(CryptoError::BadCost));
        const QString costly = QStringLiteral("$scrypt$ln=24,r=64,p=16$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo");
        QVERIFY(verifyPassword("x", costly).failedWith(CryptoError::BadCost));
    }

    void aPasswordIsKnownAgainAndNoOtherIs() {
        const QByteArray password = QByteArrayLiteral("正确的 horse 7 battery");
        const QString stored = *hashPassword(password, quick);
        QVERIFY(stored.startsWith(QLatin1StringView("$scrypt$ln=4,r=8,p=1$")));
        QVERIFY(*verifyPassword(password, stored));
        QVERIFY(!*verifyPassword(password + ' ', stored));
        QVERIFY(!*verifyPassword(QByteArray(), stored));
        QVERIFY(*hashPassword(password, quick) != stored); // another salt
    }

    void everyChangeOfTheStoredHashMakesItAnother() {
        const QString stored = *hashPassword("correct horse", quick);
        for (qsizetype at = 0; at < stored.size(); ++at) {
            QString changed = stored;
            changed[at] = changed[at] == u'A' ? u'B' : u'A';
            const auto result = verifyPassword("correct horse", changed);
            QVERIFY2(!result.ok() || !*result, qPrintable(changed));
        }
    }

    void formsThatAreNotOursAreErrors() {
        for (const char* stored : {"", "plain", "$scrypt$", "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA",
                                   "$scrypt$ln=4,r=8,p=1$c2FsdHNhbHQ$", "$scrypt$ln=4,r=8,p=1$c2Fsd*NhbHQ$aGFzaGhhc2g",
                                   "$scrypt$ln=4,r=8,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo\n"})
            QVERIFY2(verifyPassword("x", QString::fromLatin1(stored)).failedWith(CryptoError::BadEncodedHash), stored);
    }

    void anOldHashAsksToBeMadeAgain() {
        const QString stored = *hashPassword("x", quick);
        QVERIFY(!needsRehash(stored, quick));
        QVERIFY(needsRehash(stored, {5, 8, 1}));
        QVERIFY(needsRehash(stored));
        QVERIFY(needsRehash(QStringLiteral("plain"), quick));
    }

    void weakPasswordsAreRefusedByTheRuleTheyBreak_data() {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("rule");
        QTest::newRow("three kinds") << "Meter-hall" << QString();
        QTest::newRow("long sentence") << "four words in a row" << QString();
        QTest::newRow("chinese") << QStringLiteral("青山Gas2026年营业厅") << QString();
        QTest::newRow("nine") << "Meter-hal"
                              << "too_short";
        QTest::newRow("nine chinese") << QStringLiteral("一二三四五六七八九") << "too_short";
        QTest::newRow("two kinds") << "meterhall1"
                                   << "too_plain";
        QTest::newRow("repeats") << "Aa1!Aa1!Aa1!Aa1!"
                                 << "repeats";
        QTest::newRow("very long") << QString(129, u'x') << "too_long";
    }
    void weakPasswordsAreRefusedByTheRuleTheyBreak() {
        QFETCH(QString, password);
        QFETCH(QString, rule);
        const auto checked = checkPasswordStrength(password.toUtf8());
        QCOMPARE(checked.ok(), rule.isEmpty());
        if (!checked.ok())
            QCOMPARE(checked.error().arguments(), QStringList{rule});
        QCOMPARE(brokenPasswordRules(password.toUtf8()).value(0), rule);
    }

    void allRulesThatAreBrokenAreNamed() {
        QCOMPARE(brokenPasswordRules("aaa"), (QStringList{"too_short", "repeats", "too_plain"}));
        QCOMPARE(brokenPasswordRules(QByteArray(200, 'x')), (QStringList{"too_long", "repeats"}));
    }

    void failuresLockForATimeThatDoublesUpToAnHour() {
        const std::pair<int, int> seconds[] = {{0, 0},   {4, 0},     {5, 30},    {6, 60},          {7, 120},
                                               {8, 240}, {11, 1920}, {12, 3600}, {1'000'000, 3600}};
        for (const auto& [failures, expected] : seconds)
            QCOMPARE(lockTime(failures).inMilliseconds(), expected * 1000LL);
    }

    void theLockEndsToTheMicrosecond() {
        const Instant last = Instant::fromMicroseconds(1'795'163'400'000'000);
        QVERIFY(!isLockedOut(4, last, last));
        QVERIFY(!isLockedOut(9, std::nullopt, last));
        const Instant end = last + Duration::seconds(30);
        QVERIFY(isLockedOut(5, last, end - Duration::microseconds(1)));
        QVERIFY(!isLockedOut(5, last, end));
        QVERIFY(*lockedUntil(5, last) == end);
        QVERIFY(isLockedOut(5, last, last - Duration::hours(5))); // the clock was set back
    }
};
METERHALL_TEST_CASE(PasswordTest)

#include "password_test.moc"
