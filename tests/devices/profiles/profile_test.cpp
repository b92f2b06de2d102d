#include "devices/codecs/cjt188/request.h"
#include "devices/profiles/profile_catalog.h"
#include "devices/profiles/profile_reader.h"
#include "devices/profiles/report_mapping.h"
#include "tests/support/test_case.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace meterhall;
using namespace meterhall::devices;

namespace {
QByteArray textOf(const QString& id) {
    const auto files = builtInProfileFiles();
    for (const ProfileFile& file : files.value()) {
        if (file.name == id + QStringLiteral(".json"))
            return file.json;
    }
    return {};
}

QJsonObject objectOf(const QString& id) {
    return QJsonDocument::fromJson(textOf(id)).object();
}

Result<ProfileDocument> read(const QJsonObject& object) {
    return readProfile(QJsonDocument(object).toJson());
}

const QString gas = QStringLiteral("rongtai_g25");
} // namespace

class ProfileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTelegramOfEveryProfileHolds_data() {
        QTest::addColumn<QByteArray>("json");
        const auto files = builtInProfileFiles();
        QVERIFY(files.ok());
        for (const ProfileFile& file : *files)
            QTest::newRow(qPrintable(file.name)) << file.json;
    }
    void everyTelegramOfEveryProfileHolds() {
        QFETCH(QByteArray, json);
        const auto document = readProfile(json);
        QVERIFY2(document.ok(), qPrintable(document.ok() ? QString() : document.error().toString()));
        for (const TestTelegram& test : document->tests) {
            const auto held = check(document->profile, test);
            QVERIFY2(held.ok(), qPrintable(held.ok() ? QString() : held.error().toString()));
        }
    }

    void aWrongPromiseIsFound() {
        auto document = readProfile(textOf(gas)).value();
        for (TestTelegram test : document.tests) {
            if (test.asks) {
                test.serial ^= 1;
            } else {
                test.values.begin()->second = QStringLiteral("1.00 m3");
            }
            QVERIFY(check(document.profile, test).failedWith(ProfileError::TestFailed));
        }
    }

    void aFileIsNamedAfterItsProfile() {
        const auto files = builtInProfileFiles();
        for (const ProfileFile& file : *files)
            QCOMPARE(readProfile(file.json)->profile.id + QStringLiteral(".json"), file.name);
    }

    void theCatalogKnowsTheModelsOfTheTown() {
        const auto catalog = ProfileCatalog::builtIn();
        QVERIFY(catalog.ok());
        for (const char* id : {"rongtai_g25", "beichuan_g4", "sanhe_lxs15"})
            QVERIFY2(catalog->find(QString::fromLatin1(id)) != nullptr, id);
        QVERIFY(catalog->find(u"no_such_model") == nullptr);
        const DeviceProfile* water = catalog->find(u"sanhe_lxs15");
        QVERIFY(water->wire.diOrder == cjt188::DiOrder::LowFirst);
        QVERIFY(!water->wire.hasValve);
        QVERIFY(!catalog->find(u"beichuan_g4")->wire.echoesSerial);
    }

    void aModelIsRecognisedByTypeAndVendor() {
        const auto catalog = ProfileCatalog::builtIn().value();
        const auto fitting = catalog.detect(0x30, u"78110000000017");
        QCOMPARE(fitting.size(), std::size_t(1));
        QCOMPARE(fitting[0]->id, gas);
        QVERIFY(catalog.detect(0x10, u"78110000000017").empty());
        QVERIFY(catalog.detect(0x30, u"99990000000017").empty());
    }

    void noIdIsUsedTwice() {
        auto catalog = ProfileCatalog::builtIn().value();
        const DeviceProfile again = catalog.all().front();
        QVERIFY(catalog.add(again).failedWith(ProfileError::DoubleId));
    }

    void aFieldThatIsNotKnownIsRefusedWhereverItStands_data() {
        QTest::addColumn<QString>("place");
        for (const char* place : {"", "cjt188", "registers", "detect", "history", "tests"})
            QTest::newRow(place) << QString::fromLatin1(place);
    }
    void aFieldThatIsNotKnownIsRefusedWhereverItStands() {
        QFETCH(QString, place);
        const QString stray = QStringLiteral("billabel");
        QJsonObject root = objectOf(gas);
        if (place.isEmpty()) {
            root[stray] = true;
        } else if (root[place].isObject()) {
            QJsonObject inner = root[place].toObject();
            inner[stray] = true;
            root[place] = inner;
        } else {
            QJsonArray list = root[place].toArray();
            QJsonObject inner = list[0].toObject();
            inner[stray] = true;
            list[0] = inner;
            root[place] = list;
        }
        const auto document = read(root);
        QVERIFY(document.failedWith(ProfileError::UnknownField));
        QVERIFY(document.error().arguments()[0].endsWith(stray));
    }

    void noFieldHasADefault() {
        const QJsonObject whole = objectOf(gas);
        for (const QString& name : whole.keys()) {
            if (name == QStringLiteral("history"))
                continue; // a model that keeps none has none
            QJsonObject root = whole;
            root.remove(name);
            QVERIFY2(read(root).failedWith(ProfileError::MissingField), qPrintable(name));
        }
        for (const QString& name : whole[QStringLiteral("cjt188")].toObject().keys()) {
            QJsonObject root = whole;
            QJsonObject wire = root[QStringLiteral("cjt188")].toObject();
            wire.remove(name);
            root[QStringLiteral("cjt188")] = wire;
            QVERIFY2(read(root).failedWith(ProfileError::MissingField), qPrintable(name));
        }
    }

    void aProfileWithoutTelegramsIsRefused() {
        QJsonObject root = objectOf(gas);
        root[QStringLiteral("tests")] = QJsonArray();
        QVERIFY(read(root).failedWith(ProfileError::MissingField));
    }

    void wrongValuesAreRefused_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("format") << QStringLiteral("format") << QJsonValue(2);
        QTest::newRow("id with a space") << QStringLiteral("id") << QJsonValue(QStringLiteral("a b"));
        QTest::newRow("number for a text") << QStringLiteral("maker") << QJsonValue(4);
        QTest::newRow("empty text") << QStringLiteral("model") << QJsonValue(QStringLiteral(" "));
        QTest::newRow("commodity") << QStringLiteral("commodity") << QJsonValue(QStringLiteral("milk"));
        QTest::newRow("protocol") << QStringLiteral("protocol") << QJsonValue(QStringLiteral("dlt645"));
        QTest::newRow("no registers") << QStringLiteral("registers") << QJsonValue(QJsonArray());
        QTest::newRow("object for a list") << QStringLiteral("detect") << QJsonValue(QJsonObject());
    }
    void wrongValuesAreRefused() {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        QJsonObject root = objectOf(gas);
        root[name] = value;
        QVERIFY(read(root).failedWith(ProfileError::BadValue));
    }

    void textThatIsNoJsonIsRefused() {
        QVERIFY(readProfile("{").failedWith(ProfileError::NotJson));
        QVERIFY(readProfile("[]").failedWith(ProfileError::NotJson));
        QVERIFY(readProfile("").failedWith(ProfileError::NotJson));
    }

    void aRegisterIsMappedOnce() {
        QJsonObject root = objectOf(gas);
        QJsonArray registers = root[QStringLiteral("registers")].toArray();
        registers.append(registers[0]);
        root[QStringLiteral("registers")] = registers;
        QVERIFY(read(root).failedWith(ProfileError::DoubleId));
    }

    void aClockFarFromReceptionIsNotTrusted() {
        const auto document = readProfile(textOf(gas)).value();
        const TestTelegram& test = document.tests[2];
        const Found found = cjt188::findFrame(test.frame, AtEnd::NothingFollows);
        const ByteView bytes = ByteView(test.frame).subspan(found.offset, found.size);
        const cjt188::Frame frame = cjt188::viewFrame(bytes);
        const auto data = decodeData(frame, document.profile.wire);
        Reception reception;
        reception.terminal = QStringLiteral("3702-00017");
        // 2026-10-20 07:41:09 at UTC+8
        const Instant meterSays = Instant::fromMicroseconds(1'792'453'269'000'000);
        reception.at = meterSays + Duration::minutes(59);
        const auto near = mapAnswer(document.profile, frame.address, bytes, data, reception).value();
        QVERIFY(near.meterTime == meterSays);
        QVERIFY(near.clockTrust == ClockTrust::Plausible);
        QCOMPARE(near.deviceAddress, QStringLiteral("78110000001203"));
        QCOMPARE(near.terminal, reception.terminal);
        QVERIFY(near.frame == Bytes(bytes.begin(), bytes.end()));
        reception.at = meterSays - Duration::minutes(61);
        const auto far = mapAnswer(document.profile, frame.address, bytes, data, reception).value();
        QVERIFY(far.meterTime == meterSays);
        QVERIFY(far.clockTrust == ClockTrust::Wrong);
        QVERIFY(far.doubts.isEmpty());
    }

    void anAnswerThatSaysNothingIsNoReport() {
        const auto document = readProfile(textOf(gas)).value();
        cjt188::FrameBuffer buffer;
        const auto address = cjt188::Address::parse(u"78110000001203").value();
        const Bytes noise{0x90, 0x1F, 0x01, 0x12, 0x34};
        QVERIFY(encodeFrame(0x30, address, cjt188::Control{0x81}, noise, buffer).ok());
        const cjt188::Frame frame = cjt188::viewFrame(buffer.bytes());
        const auto data = decodeData(frame, document.profile.wire);
        QVERIFY(mapAnswer(document.profile, address, buffer.bytes(), data, {}).failedWith(ProfileError::NotAnAnswer));
    }
};

METERHALL_TEST_CASE(ProfileTest)
#include "profile_test.moc"
