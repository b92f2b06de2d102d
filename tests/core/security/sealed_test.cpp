#include "core/security/crypto.h"
#include "core/security/key_source.h"
#include "core/security/masking.h"
#include "tests/support/test_case.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;

namespace {

constexpr SealedPlace phoneOf7{"customer", "phone_sealed", 7};

SealingKeys oneKey(std::uint32_t number = 1, std::uint8_t fill = 0x42) {
    SealingKeys keys;
    if (!keys.add(number, Bytes(SealingKeys::keyBytes, fill)).ok())
        qFatal("no key");
    return keys;
}

Bytes hex(const char* text) {
    return *fromHex(QString::fromLatin1(text));
}

} // namespace

class SealedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // RFC 4231, test cases 1, 2 and 6.
    void hmacGivesThePublishedAnswers() {
        const auto hmac = [](const Bytes& key, const QByteArray& message) {
            return toHex(*hmacSha256(key, viewOf(message)));
        };
        QCOMPARE(hmac(Bytes(20, 0x0b), "Hi There"), "B0344C61D8DB38535CA8AFCEAF0BF12B881DC200C9833DA726E9376C2E32CFF7");
        QCOMPARE(hmac({'J', 'e', 'f', 'e'}, "what do ya want for nothing?"),
                 "5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843");
        QCOMPARE(hmac(Bytes(131, 0xaa), "Test Using Larger Than Block-Size Key - Hash Key First"),
                 "60E431591EE0B67F0D8A26AACBF5B77F8E0BC6213728C5140546040F0EE37F54");
    }

    // D. McGrew, J. Viega, The Galois/Counter Mode of Operation (submitted to NIST), appendix B, cases 14 and 16.
    void aesGcmGivesThePublishedAnswers() {
        QCOMPARE(toHex(*aesGcmEncrypt(Bytes(32), Bytes(12), {}, Bytes(16))),
                 "CEA7403D4D606B6E074EC5D3BAF39D18D0D1C8A799996BF0265B98B5D48AB919");
        const Bytes key = hex("FEFFE9928665731C6D6A8F9467308308FEFFE9928665731C6D6A8F9467308308");
        const Bytes nonce = hex("CAFEBABEFACEDBADDECAF888");
        const Bytes associated = hex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
        const Bytes text = hex("D9313225F88406E5A55909C5AFF5269A86A7A9531534F7DA2E4C303D8A318A72"
                               "1C3C0C95956809532FCF0E2449A6B525B16AEDF5AA0DE657BA637B39");
        const Bytes sealed = hex("522DC1F099567D07F47F37A32A84427D643A8CDCBFE5C0C97598A2BD2555D1AA"
                                 "8CB08E48590DBB3DA7B08B1056828838C5F61E6393BA7A0ABCC9F662"
                                 "76FC6ECE0F4E1768CDDF8853BB2D551B");
        QCOMPARE(toHex(*aesGcmEncrypt(key, nonce, associated, text)), toHex(sealed));
        QCOMPARE(toHex(*aesGcmDecrypt(key, nonce, associated, sealed)), toHex(text));
        QVERIFY(aesGcmDecrypt(key, nonce, {}, sealed).failedWith(CryptoError::Tampered));
    }

    // Made with Python's cryptography 48 from the description in sealed_text.h: key number 1 of 32 bytes 42, nonce
    // 00 to 0B, row 7. What databases hold must open for ever.
    void theStoredFormsStayWhatTheyAre() {
        const SealingKeys keys = oneKey();
        const Bytes stored = hex("4D0100000001000102030405060708090A0BF2FC1974E3FD558607442F1E0B14"
                                 "747FFFE5D504E035425A4B7660");
        QCOMPARE(*keys.open(stored, phoneOf7), QStringLiteral("13812341234"));
        const QStringList tokens = *keys.phoneTokens(u"13812341234");
        QCOMPARE(tokens.first(), QStringLiteral("C616463C0AAB1260"));
        QCOMPARE(tokens.last(), QStringLiteral("5DF73D8FF71D38D3"));
    }

    void aLandlineIsFoundWithAndWithoutItsAreaCode() {
        const SealingKeys keys = oneKey();
        const QStringList tokens = *keys.phoneTokens(u"0571-82517566");
        for (const QString typed : {"0571-82517566", "057182517566", "0571-825", "82517566", "825", "7566"}) {
            const QStringList query = *keys.phoneQuery(typed);
            QVERIFY2(
                std::any_of(query.begin(), query.end(), [&](const QString& code) { return tokens.contains(code); }),
                qPrintable(typed));
        }
        for (const QString typed : {"571-8251", "2517566", "82517567"})
            QVERIFY2(!tokens.contains(keys.phoneQuery(typed)->first()), qPrintable(typed));
        QCOMPARE(keys.phoneTokens(u"138-1234-1234")->size(), keys.phoneTokens(u"13812341234")->size());
    }

    void aSealedTextOpensWhereItWasSealed() {
        const SealingKeys keys = oneKey();
        const QString text = QStringLiteral("13812341234 王𠮷英");
        const Bytes sealed = *keys.seal(text, phoneOf7);
        QCOMPARE(*keys.open(sealed, phoneOf7), text);
        QVERIFY(*keys.seal(text, phoneOf7) != sealed); // another nonce
        QVERIFY(keys.seal(QString(), phoneOf7)->empty());
        QCOMPARE(*keys.open({}, phoneOf7), QString());
    }

    void whateverIsSealedOpensAgain() {
        const SealingKeys keys = oneKey();
        QVERIFY(rc::check("open(seal(text)) is the text", [&] {
            const auto units = *rc::gen::container<std::vector<char16_t>>(rc::gen::inRange<char16_t>(1, 0xd7ff));
            const QString text = QString::fromUtf16(units.data(), qsizetype(units.size())).left(1300);
            const auto row = *rc::gen::arbitrary<std::int64_t>();
            const auto sealed = keys.seal(text, {"t", "c", row});
            RC_ASSERT(sealed.ok());
            RC_ASSERT(*keys.open(*sealed, {"t", "c", row}) == text);
        }));
    }

    void aSealedTextOpensInNoOtherPlace() {
        const SealingKeys keys = oneKey();
        const Bytes sealed = *keys.seal(QStringLiteral("13812341234"), phoneOf7);
        for (const SealedPlace& other :
             {SealedPlace{"customer", "phone_sealed", 8}, SealedPlace{"customer", "identity_sealed", 7},
              SealedPlace{"payer", "phone_sealed", 7}, SealedPlace{"customerp", "hone_sealed", 7}})
            QVERIFY(keys.open(sealed, other).failedWith(CryptoError::Tampered));
    }

    void everyChangedBitIsNoticed() {
        const SealingKeys keys = oneKey();
        const Bytes sealed = *keys.seal(QStringLiteral("13812341234"), phoneOf7);
        for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
            Bytes changed = sealed;
            changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
            QVERIFY2(!keys.open(changed, phoneOf7).ok(), qPrintable(QString::number(bit)));
        }
        for (std::size_t size = 1; size < sealed.size(); ++size)
            QVERIFY(!keys.open(ByteView(sealed).first(size), phoneOf7).ok());
    }

    void aNewKeySealsAndTheOldOneStillOpens() {
        SealingKeys keys = oneKey();
        const Bytes old = *keys.seal(QStringLiteral("a"), phoneOf7);
        QVERIFY(!keys.needsSealingAgain(old));
        QCOMPARE(*keys.addNew(), 2U);
        QVERIFY(keys.needsSealingAgain(old));
        QCOMPARE(*keys.open(old, phoneOf7), QStringLiteral("a"));
        QVERIFY(!keys.needsSealingAgain(*keys.seal(QStringLiteral("a"), phoneOf7)));
        keys.forget(1);
        QVERIFY(keys.open(old, phoneOf7).failedWith(SealError::UnknownKey));
    }

    void withoutAKeyNothingIsSealed() {
        QVERIFY(SealingKeys().seal(QStringLiteral("a"), phoneOf7).failedWith(SealError::NoKey));
        QVERIFY(SealingKeys().phoneTokens(u"13812341234").failedWith(SealError::NoKey));
        SealingKeys keys;
        QVERIFY(keys.add(1, Bytes(31)).failedWith(SealError::BadKey));
        QVERIFY(keys.add(0, Bytes(32)).failedWith(SealError::BadKey));
    }

    void aPhoneIsFoundByItsPrefixesAndItsEnd() {
        const SealingKeys keys = oneKey();
        const QStringList tokens = *keys.phoneTokens(u"138-1234-5678");
        QCOMPARE(tokens.size(), 10); // 3 to 11 digits, and the end
        const auto isFound = [&](QStringView typed) {
            const QStringList asked = *keys.phoneQuery(typed);
            return std::any_of(asked.begin(), asked.end(),
                               [&](const QString& token) { return tokens.contains(token); });
        };
        QVERIFY(isFound(u"138") && isFound(u"1381") && isFound(u"13812345678") && isFound(u"5678"));
        QVERIFY(isFound(u"+86 138 1234") && isFound(u"0086138"));
        QVERIFY(!isFound(u"139") && !isFound(u"1234") && !isFound(u"678") && !isFound(u"138123456789"));
        QVERIFY(keys.phoneQuery(u"13").failedWith(SealError::TooFewDigits));
        QVERIFY(keys.phoneTokens(u"110")->isEmpty());
    }

    void tokensAreDifferentUnderAnotherKeyAndForPrefixAndEnd() {
        const QStringList ours = *oneKey().phoneTokens(u"12341234");
        const QStringList theirs = *oneKey(1, 0x43).phoneTokens(u"12341234");
        for (const QString& token : ours) {
            QCOMPARE(token.size(), 16);
            QVERIFY(!theirs.contains(token));
        }
        QVERIFY(ours[1] != ours.last()); // 1234 in front and 1234 at the end
    }

    void aKeyFileIsForItsOwnerAlone() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("keys"));
        KeyFile file(path);
        QVERIFY(file.load().failedWith(SealError::KeyFileMissing));
        SealingKeys keys = oneKey();
        QVERIFY(keys.addNew().ok());
        QVERIFY(file.save(keys).ok());
        QCOMPARE(QFile::permissions(path) & QFile::Permissions(0x0077), QFile::Permissions());
        QVERIFY(file.load()->all() == keys.all());
        for (const auto more : {QFile::ReadGroup, QFile::WriteGroup, QFile::ReadOther, QFile::ExeOther}) {
            QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | more));
            QVERIFY(file.load().failedWith(SealError::KeyFileOpenToOthers));
        }
    }

    void keyTextsThatAreNotOursAreRefused() {
        const QByteArray good = keysToText(oneKey(3));
        QVERIFY(keysFromText(good).ok());
        const QByteArray line = good.split('\n')[1];
        for (const QByteArray& bad : {QByteArray(), QByteArray("meterhall-keys 1\n"), good.chopped(1), good + line,
                                      good + line + '\n', QByteArray(good).replace('3', "03 "),
                                      QByteArray(good).replace("keys 1", "keys 2"), good.chopped(3) + '\n'})
            QVERIFY2(keysFromText(bad).failedWith(SealError::BadKeyFile), bad.constData());
    }

    void namesPhonesAndNumbersAreMasked() {
        QCOMPARE(maskedName(u"王秀英"), QStringLiteral("王*英"));
        QCOMPARE(maskedName(u"王英"), QStringLiteral("王*"));
        QCOMPARE(maskedName(u"王"), QStringLiteral("*"));
        QCOMPARE(maskedName(u""), QString());
        QCOMPARE(maskedName(u"欧阳娜娜"), QStringLiteral("欧**娜"));
        QCOMPARE(maskedName(u"𠮷田𠮷"), QStringLiteral("𠮷*𠮷"));
        QCOMPARE(maskedName(u" 买买提·艾力 "), QStringLiteral("买****力"));
        QCOMPARE(maskedPhone(u"13812341234"), QStringLiteral("138****1234"));
        QCOMPARE(maskedPhone(u"0571-88001234"), QStringLiteral("057******1234"));
        QCOMPARE(maskedPhone(u"88001234"), QStringLiteral("****1234"));
        QCOMPARE(maskedPhone(u"110"), QStringLiteral("***"));
        QCOMPARE(maskedIdentity(u"330102199001011234"), QStringLiteral("330*************34"));
        QCOMPARE(maskedIdentity(u"G1234567"), QStringLiteral("******67"));
        QCOMPARE(maskedIdentity(u"123"), QStringLiteral("***"));
    }
};
METERHALL_TEST_CASE(SealedTest)

#include "sealed_test.moc"
