#include "tests/storage_support/engine_fixture.h"
#include "tests/storage_support/postgres_cluster.h"
#include "tests/support/test_case.h"

#include <QFileInfo>

#include <limits>

using namespace meterhall;
using namespace meterhall::storage;

namespace {
enum class Colour : std::uint8_t { Red = 1, Green = 2 };
struct ThingTag;
using ThingId = Id<ThingTag>;
} // namespace

class DialectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placeholdersAreNumberedOutsideOfTexts() {
        QCOMPARE(numberPlaceholders("a = ? AND b = '?''?' -- why?\n AND \"c?\" = ?"),
                 std::string("a = $1 AND b = '?''?' -- why?\n AND \"c?\" = $2"));
    }

    void macrosAreExpandedAndUnknownOnesRefused() {
        QCOMPARE(*expandMacros("a ${int64}) ${strict}", DatabaseKind::Sqlite), std::string("a INTEGER) STRICT"));
        QCOMPARE(*expandMacros("a ${int64}) ${strict}", DatabaseKind::PostgreSql), std::string("a BIGINT) "));
        QVERIFY(expandMacros("${double}", DatabaseKind::Sqlite).failedWith(StorageError::BadMigration));
        QVERIFY(expandMacros("${int64", DatabaseKind::Sqlite).failedWith(StorageError::BadMigration));
    }
};
METERHALL_TEST_CASE(DialectTest)

class DatabaseReadTest : public tests::EngineTest {
    Q_OBJECT

private:
    Result<void> insert(const Values& values) {
        UnitOfWork work = begin();
        MH_CHECK(work.insertGuarded("sample", {"id", "small", "big", "note", "data"}, values));
        return work.commit();
    }

private Q_SLOTS:
    void everyKindOfValueComesBackAsItWas() {
        const Bytes bytes{0, 1, 255, 0};
        const std::int64_t least = std::numeric_limits<std::int64_t>::min();
        VERIFY_OK(insert({ThingId::fromRaw(5), Colour::Green, least, u"张伟 '\"\\"_qs, bytes}));
        const auto read = database().one(
            "SELECT id, small, big, note, data FROM sample WHERE id = ?", {ThingId::fromRaw(5)}, [&](const Row& row) {
                return row.get<ThingId>(0) == ThingId::fromRaw(5) && row.get<Colour>(1) == Colour::Green &&
                       row.get<std::int64_t>(2) == least && row.get<QString>(3) == u"张伟 '\"\\"_qs &&
                       row.get<Bytes>(4) == bytes;
            });
        VERIFY_OK(read);
        QVERIFY(*read);
    }

    void nullsAndEmptyValuesDiffer() {
        VERIFY_OK(insert({1, {}, {}, {}, {}}));
        VERIFY_OK(insert({2, 0, 0, QString::fromLatin1(""), Bytes()}));
        const auto isNull = [](const Row& row) { return row.isNull(0) && row.isNull(1) && row.isNull(2); };
        const std::string_view sql = "SELECT small, note, data FROM sample WHERE id = ?";
        QVERIFY(*database().one(sql, {1}, isNull));
        QVERIFY(!*database().one(sql, {2}, isNull));
        QCOMPARE(*database().one(sql, {2}, [](const Row& row) { return row.get<std::optional<QString>>(1); }),
                 std::optional<QString>(u""_qs));
        QCOMPARE(*database().one(sql, {1}, [](const Row& row) { return row.get<std::optional<int>>(0); }),
                 std::optional<int>());
    }

    void datesAndInstantsHaveTheirForms() {
        const Date day = *Date::of(2026, 11, 20);
        const Instant at = Instant::fromMicroseconds(1'795'161'600'000'001);
        VERIFY_OK(insert({1, day, at, {}, {}}));
        QCOMPARE(*database().number("SELECT small FROM sample"), 20261120);
        const auto read = database().one("SELECT small, big FROM sample", {}, [](const Row& row) {
            return std::pair(row.get<Date>(0), row.get<Instant>(1));
        });
        QVERIFY(read->first == day && read->second == at);
    }

    void aColumnOfAnotherKindIsAnErrorAndNotAValue() {
        VERIFY_OK(insert({1, 7, 1LL << 40, u"x"_qs, {}}));
        QVERIFY(database()
                    .one("SELECT note FROM sample", {}, [](const Row& row) { return row.integer(0); })
                    .failedWith(StorageError::WrongType));
        QVERIFY(database()
                    .one("SELECT data FROM sample", {}, [](const Row& row) { return row.text(0); })
                    .failedWith(StorageError::WrongType));
        QVERIFY(database()
                    .one("SELECT big FROM sample", {}, [](const Row& row) { return row.get<int>(0); })
                    .failedWith(StorageError::WrongType));
        QVERIFY(database()
                    .one("SELECT small FROM sample", {}, [](const Row& row) { return row.get<Date>(0); })
                    .failedWith(StorageError::WrongType));
        QVERIFY(database()
                    .one("SELECT 1.5 FROM sample", {}, [](const Row& row) { return row.integer(0); })
                    .failedWith(StorageError::WrongType));
    }

    void sumsAreIntegers() {
        VERIFY_OK(insert({1, 7, 1LL << 61, {}, {}}));
        VERIFY_OK(insert({2, 8, -(1LL << 60), {}, {}}));
        QCOMPARE(count("SELECT sum(big) FROM sample"), 1LL << 60);
        QCOMPARE(count("SELECT sum(small) * 10000 FROM sample"), 150000);
        QCOMPARE(count("SELECT sum(big) FROM sample WHERE id > 5"), 0);
    }

    void textWithANulIsRefused() {
        QVERIFY(insert({1, {}, {}, QString(QChar(u'\0')), {}}).failedWith(StorageError::BadText));
    }

    void refusalsNameTheTableAndNeverTheValue() {
        VERIFY_OK(insert({1, 7, 9, u"secret"_qs, {}}));
        const auto again = insert({2, 7, 9, u"secret"_qs, {}});
        QVERIFY(again.failedWith(StorageError::Unique));
        QCOMPARE(again.error().arguments().value(0), u"sample"_qs);
        UnitOfWork work = begin();
        const auto negative = work.execute("INSERT INTO counter (name, value) VALUES (?, ?)", {u"secret"_qs, -4711});
        QVERIFY(negative.failedWith(StorageError::Check));
        for (const QString& text : {again.error().toString(), negative.error().toString()})
            QVERIFY2(!text.contains(u"secret"_qs) && !text.contains(u"4711"_qs), qPrintable(text));
    }

    void missingRowsAndReferencesAreNamed() {
        QVERIFY(
            database().one("SELECT 1 FROM sample", {}, [](const Row&) { return 1; }).failedWith(StorageError::NoRow));
        QVERIFY(!database().maybe("SELECT 1 FROM sample", {}, [](const Row&) { return 1; })->has_value());
        UnitOfWork work = begin();
        const std::vector<Values> rows{{99, 1, 1, 5}, {99, 2, 1, -5}};
        const auto orphan = work.insertGuardedRows("voucher_line", {"journal_id", "line", "entity", "amount"}, rows);
        QVERIFY(orphan.failedWith(StorageError::ForeignKey));
    }

    void theReadingDoorDoesNotWrite() {
        QVERIFY(database().number("DELETE FROM counter").failedWith(StorageError::NotAQuery));
        QVERIFY(
            database().number("INSERT INTO counter VALUES ('a', 1) RETURNING 1").failedWith(StorageError::NotAQuery));
    }

    void whoeverOnlyReadsIsRefusedByTheEngine() {
        VERIFY_OK(insert({ThingId::fromRaw(5), Colour::Red, 1, u"a"_qs, Bytes{}}));
        const auto reader = testDatabase().open();
        VERIFY_OK(reader->onlyRead());
        QCOMPARE(*reader->number("SELECT count(*) FROM sample"), std::int64_t(1));
        QVERIFY(reader->executeUnaudited("UPDATE lease SET owner = 'me'").failedWith(StorageError::ReadOnly));
        VERIFY_OK(ReadView::begin(*reader));
        VERIFY_OK(insert({ThingId::fromRaw(6), Colour::Red, 2, u"b"_qs, Bytes{}}));
        QCOMPARE(*reader->number("SELECT count(*) FROM sample"), std::int64_t(2));
    }

    void theSameQueryMayRunInsideItself() {
        for (int i = 1; i <= 3; ++i)
            VERIFY_OK(insert({i, i, i, {}, {}}));
        int pairs = 0;
        const std::string_view sql = "SELECT id FROM sample ORDER BY id";
        VERIFY_OK(database().each(sql, {}, [&](const Row&) {
            return database().each(sql, {}, [&](const Row&) -> Result<void> {
                ++pairs;
                return {};
            });
        }));
        QCOMPARE(pairs, 9);
    }

    void longAnswersAreStreamed() {
        UnitOfWork work = begin();
        VERIFY_OK(work.execute(
            "INSERT INTO counter (name, value) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
            "WHERE i < 5000) SELECT CAST(i AS TEXT), i FROM n",
            {}));
        std::int64_t sum = 0;
        VERIFY_OK(database().stream("SELECT value FROM counter WHERE value > ? ORDER BY value", {1},
                                    [&](const Row& row) -> Result<void> {
                                        sum += row.integer(0);
                                        return {};
                                    }));
        QCOMPARE(sum, 5000LL * 5001 / 2 - 1);
    }

    void textSortsByItsBytesOnBothEngines() {
        UnitOfWork work = begin();
        for (const char* name : {"b", "B", "a", "张", "é", "A b", "A_b"})
            VERIFY_OK(work.execute("INSERT INTO counter (name, value) VALUES (?, 1)", {name}));
        const auto names =
            database().all("SELECT name FROM counter ORDER BY name", {}, [](const Row& row) { return row.text(0); });
        QCOMPARE(QStringList(names->begin(), names->end()).join(u' '), u"A b A_b B a b é 张"_qs);
    }

    void aReadViewDoesNotSeeWhatCameAfter() {
        const auto reader = testDatabase().open();
        const auto view = ReadView::begin(*reader);
        VERIFY_OK(view);
        QCOMPARE(*reader->number("SELECT count(*) FROM sample"), 0);
        VERIFY_OK(insert({1, {}, {}, {}, {}}));
        QCOMPARE(*reader->number("SELECT count(*) FROM sample"), 0);
        QCOMPARE(count("SELECT count(*) FROM sample"), 1);
    }
};
METERHALL_TEST_CASE(DatabaseReadTest)

class OpeningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addressesThatAreNotOursAreRefused_data() {
        QTest::addColumn<QString>("url");
        for (const char* url : {"", "sqlite:", "sqlite::memory:", "sqlite:file:x?mode=memory", "mysql://a@b/c",
                                "postgresql://a:secret@b/c", "postgresql://a@b/",
                                "postgresql://a@b/c?options=-csynchronous_commit%3Doff"})
            QTest::newRow(*url ? url : "empty") << QString::fromUtf8(url);
    }
    void addressesThatAreNotOursAreRefused() {
        QFETCH(QString, url);
        const auto refused = Database::open(url, {});
        QVERIFY(refused.failedWith(StorageError::BadUrl));
        QVERIFY(!refused.error().toString().contains(u"secret"_qs));
    }

    void aSqliteFileIsPrivateAndDurable() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"a.db"_qs);
        QVERIFY(Database::open(u"sqlite:"_qs + file, {.createFile = false}).failedWith(StorageError::CannotOpen));
        {
            QFile open(file);
            QVERIFY(open.open(QIODevice::WriteOnly) &&
                    open.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        }
        const auto database = Database::open(u"sqlite:"_qs + file, {});
        VERIFY_OK(database);
        VERIFY_OK((*database)->driver().script("CREATE TABLE t (a INTEGER) STRICT"));
        for (const QString& name : {file, file + u"-wal"_qs, file + u"-shm"_qs})
            QCOMPARE(QFileInfo(name).permissions() &
                         (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                     QFile::Permissions());
        for (const auto& [pragma, value] : {std::pair("PRAGMA synchronous", 2), std::pair("PRAGMA foreign_keys", 1),
                                            std::pair("PRAGMA recursive_triggers", 1)})
            QCOMPARE(*(*database)->number(pragma), value);
    }

    void aFileThatIsNoDatabaseIsNamed() {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"a.db"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5000, 'x')) == 5000);
        file.close();
        QVERIFY(Database::open(u"sqlite:"_qs + file.fileName(), {}).failedWith(StorageError::Corrupt));
    }

    void weakDurabilityIsRefused() {
        tests::PostgresCluster& cluster = tests::PostgresCluster::shared();
        const QString postgres = u"postgres"_qs;
        const auto all = Database::open(cluster.url(postgres, postgres), {});
        VERIFY_OK(all);
        VERIFY_OK((*all)->driver().script("CREATE ROLE hasty LOGIN; ALTER ROLE hasty SET synchronous_commit = off"));
        const auto refused = Database::open(cluster.url(u"hasty"_qs, postgres), {});
        QVERIFY(refused.failedWith(StorageError::WeakDurability));
        QCOMPARE(refused.error().arguments().value(0), u"synchronous_commit"_qs);
        VERIFY_OK((*all)->driver().script("ALTER SYSTEM SET full_page_writes = off"));
        VERIFY_OK((*all)->number("SELECT count(*) FROM (SELECT pg_reload_conf()) r"));
        const auto weakServer = [&] {
            return Database::open(cluster.url(postgres, postgres), {}).failedWith(StorageError::WeakDurability);
        };
        QTRY_VERIFY(weakServer());
        VERIFY_OK((*all)->driver().script("ALTER SYSTEM RESET full_page_writes"));
        VERIFY_OK((*all)->number("SELECT count(*) FROM (SELECT pg_reload_conf()) r"));
        QTRY_VERIFY(!weakServer());
    }

    void aServerThatIsNotThereIsNamed() {
        QVERIFY(Database::open(u"postgresql://a@/b?host=/nowhere"_qs, {}).failedWith(StorageError::CannotOpen));
    }
};
METERHALL_TEST_CASE(OpeningTest)

#include "database_test.moc"
