#include "devices/codecs/dtu/link.h"
#include "tests/devices/codecs/meter_frames.h"
#include "tests/support/test_case.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace meterhall;
using namespace meterhall::dtu;
using tests::at;
using Kind = LinkEvent::Kind;

namespace {
const char* const textProfile =
    "{'id': 't', 'registration': {'regex': 'REG:(?<id>[0-9]{4})\\n', 'reply': {'text': 'HI {id}\\n'}}, 'heartbeat': "
    "{'regex': 'PING\\n', 'reply': {'hex': '504F4E47'}}, 'heartbeatSeconds': 60, 'missedHeartbeats': 2}";

/// Single quotes read better in C++.
QByteArray json(const char* text) {
    return QByteArray(text).replace('\'', '"');
}

Profile profile(const char* text = textProfile) {
    const auto read = Profile::fromText(json(text));
    Q_ASSERT_X(read.ok(), "profile", text);
    return *read;
}

Bytes bytesOf(const char* text) {
    const QByteArray array(text);
    return Bytes(array.begin(), array.end());
}

Bytes append(Bytes first, const Bytes& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

QString describe(const LinkEvent& event) {
    switch (event.kind) {
    case Kind::Send:
        return QStringLiteral("send ") + toHex(event.bytes);
    case Kind::Registered:
        return QStringLiteral("registered ") + event.terminal;
    case Kind::Heartbeat:
        return QStringLiteral("heartbeat");
    case Kind::Payload:
        return QStringLiteral("payload ") + toHex(event.bytes);
    case Kind::Fault:
        return QStringLiteral("fault");
    case Kind::Silent:
        return QStringLiteral("silent");
    }
    return {};
}

QStringList describe(const std::vector<LinkEvent>& events) {
    QStringList all;
    for (const LinkEvent& event : events)
        all += describe(event);
    return all;
}

/// A payload may arrive in pieces; only its bytes count.
QStringList joined(const QStringList& events) {
    QStringList all;
    const QString payload = QStringLiteral("payload ");
    for (const QString& event : events) {
        if (event.startsWith(payload) && !all.isEmpty() && all.last().startsWith(payload))
            all.last() += event.mid(payload.size());
        else
            all += event;
    }
    return all;
}
} // namespace

class DtuTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyProfileFileDoesWhatItsExamplesSay() {
        const QDir folder(tests::sourceFolder() + QStringLiteral("/resources/profiles/dtu"));
        const QStringList files = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
        QVERIFY(files.size() >= 2);
        for (const QString& name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            const auto read = Profile::fromText(text);
            QVERIFY2(read.ok(), qPrintable(name));
            QCOMPARE(read->id + QStringLiteral(".json"), name);
            const QJsonArray examples = QJsonDocument::fromJson(text)[QStringLiteral("examples")].toArray();
            QVERIFY2(!examples.isEmpty(), qPrintable(name));
            for (const QJsonValue& example : examples)
                runExample(*read, example.toObject());
        }
    }

    void aProfileWithAMistakeIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no json") << json("{");
        QTest::newRow("no id") << json("{'registration': {'bytes': '68 id'}}");
        QTest::newRow("no registration") << json("{'id': 'a'}");
        QTest::newRow("misspelt field") << json("{'id': 'a', 'registration': {'bytes': '68 id'}, 'hartbeat': {}}");
        QTest::newRow("registration without id") << json("{'id': 'a', 'registration': {'bytes': '68 01'}}");
        QTest::newRow("regex without id") << json("{'id': 'a', 'registration': {'regex': 'X'}}");
        QTest::newRow("bad regex") << json("{'id': 'a', 'registration': {'regex': '(?<id>'}}");
        QTest::newRow("regex that matches nothing") << json("{'id': 'a', 'registration': {'regex': '(?<id>a*)'}}");
        QTest::newRow("bytes without a fixed one") << json("{'id': 'a', 'registration': {'bytes': 'id id'}}");
        QTest::newRow("both") << json("{'id': 'a', 'registration': {'bytes': '68 id', 'regex': '(?<id>a)'}}");
        QTest::newRow("bad byte") << json("{'id': 'a', 'registration': {'bytes': '6G id'}}");
        QTest::newRow("empty reply") << json("{'id': 'a', 'registration': {'bytes': '68 id', 'reply': {}}}");
        QTest::newRow("bad frames") << json("{'id': 'a', 'registration': {'bytes': '68 id'}, 'frames': 'x'}");
        QTest::newRow("bad period") << json("{'id': 'a', 'registration': {'bytes': '68 id'}, 'heartbeatSeconds': 0}");
        QTest::newRow("bad id form") << json("{'id': 'a', 'registration': {'bytes': '68 id', 'idForm': 'x'}}");
    }
    void aProfileWithAMistakeIsRefused() {
        QFETCH(QByteArray, text);
        QVERIFY(!Profile::fromText(text).ok());
    }

    void wordsAndFramesInOneStreamAreToldApartHoweverTheyAreCut() {
        const Bytes frame = tests::meterData({}, 1);
        const Bytes stream = append(append(append(bytesOf("REG:1234\n"), tests::hex("FEFE")), frame),
                                    append(bytesOf("PING\n"), append(frame, bytesOf("PING\n"))));
        const QStringList expected{QStringLiteral("send ") + toHex(bytesOf("HI 1234\n")),
                                   QStringLiteral("registered 1234"),
                                   QStringLiteral("payload FEFE") + toHex(frame),
                                   QStringLiteral("send 504F4E47"),
                                   QStringLiteral("heartbeat"),
                                   QStringLiteral("payload ") + toHex(frame),
                                   QStringLiteral("send 504F4E47"),
                                   QStringLiteral("heartbeat")};
        for (std::size_t piece = 1; piece <= stream.size(); ++piece) {
            Link link(profile(), at(0));
            QStringList seen;
            for (std::size_t i = 0; i < stream.size(); i += piece)
                seen += describe(link.receive(ByteView(stream).subspan(i, std::min(piece, stream.size() - i)), at(1)));
            QCOMPARE(joined(seen), expected);
        }
    }

    // An address may spell a heartbeat; inside a frame it is an address.
    void wordsInsideAFrameAreItsBytes() {
        const Bytes frame = tests::frame(0x10, QStringLiteral("00000A474E4950"), 0x81, {0x81, 0x0A, 0x01});
        Link link(profile(), at(0));
        link.receive(bytesOf("REG:1234\n"), at(0));
        QCOMPARE(describe(link.receive(frame, at(1))), QStringList{QStringLiteral("payload ") + toHex(frame)});
    }

    void nothingPassesBeforeTheRegistrationAndStrangersAreAFault() {
        Link link(profile(), at(0));
        QVERIFY(link.receive(tests::meterData({}, 1), at(0)).empty());
        QVERIFY(!link.isRegistered());
        int faults = 0;
        for (int i = 0; i < 40; ++i)
            faults += int(link.receive(Bytes(100, 0x55), at(1)).size());
        QCOMPARE(faults, 3);
        QCOMPARE(describe(link.receive(bytesOf("REG:1234\n"), at(2))).last(), QStringLiteral("registered 1234"));
        QCOMPARE(describe(link.receive(bytesOf("REG:9999\n"), at(3))), QStringList{QStringLiteral("fault")});
        QCOMPARE(link.terminal(), QStringLiteral("1234"));
        QCOMPARE(describe(link.receive(bytesOf("REG:1234\n"), at(4))).last(), QStringLiteral("registered 1234"));
    }

    void anUnfinishedFrameIsPassedOnWhenTheLineFallsSilent() {
        Link link(profile(), at(0));
        link.receive(bytesOf("REG:1234\n"), at(0));
        QVERIFY(link.receive(append(tests::hex("68AABB"), bytesOf("PING\n")), at(10)).empty());
        QCOMPARE(link.deadline(), at(1010));
        QCOMPARE(describe(link.tick(at(1010))),
                 (QStringList{QStringLiteral("payload 68AABB"), QStringLiteral("send 504F4E47"),
                              QStringLiteral("heartbeat")}));
    }

    void aModemWithoutSignsOfLifeIsSilentOnce() {
        Link link(profile(), at(0));
        QVERIFY(link.tick(at(119'999)).empty());
        QCOMPARE(describe(link.tick(at(120'000))), QStringList{QStringLiteral("silent")});
        QVERIFY(link.tick(at(130'000)).empty());
    }

private:
    static void runExample(const Profile& profile, const QJsonObject& example) {
        const auto bytes = fromHex(example[QStringLiteral("hex")].toString());
        QVERIFY(bytes.ok());
        Link link(profile, at(0));
        QStringList seen = describe(link.receive(*bytes, at(0)));
        seen += describe(link.tick(at(1500)));
        QStringList expected;
        for (const QJsonValue& event : example[QStringLiteral("events")].toArray())
            expected += event.toString();
        QCOMPARE(joined(seen), expected);
    }
};
METERHALL_TEST_CASE(DtuTest)

#include "dtu_test.moc"
