#include "core/security/sealed_text.h"
#include "core/services/first_run.h"
#include "core/storage/migrations.h"
#include "core/storage/place.h"
#include "core/storage/roles.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/storage_support/empty_place.h"
#include "tests/support/test_case.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace meterhall;
using services::KeyFit;
using services::PlaceKind;
using services::WorkplaceError;
using tests::EmptyPlace;

namespace {

const QByteArray word = "First-Word-2026";

QByteArray contentOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

} // namespace

/// A place where a workplace is to be, on both engines.
class FirstRunTest : public QObject {
    Q_OBJECT

    std::unique_ptr<EmptyPlace> m_place;

    services::Workplace workplace() const {
        return {.url = m_place->url(),
                .seat = 1,
                .keyFile = m_place->folder() + QStringLiteral("/keys"),
                .witnessFolder = m_place->folder(),
                .hall = {},
                .clock = [] { return Instant::fromMicroseconds(1'795'161'600'000'000); },
                .passwordCost = {.logN = 10}};
    }
    static services::PostgresAdmin superuser() { return {QStringLiteral("postgres"), {}}; }
    Result<services::PlaceFound> probe() const { return services::probeWorkplace(m_place->url(), superuser()); }
    Result<void> setUp(char letter = 'a') const {
        const QString number = m_place->number(letter);
        return services::setUpWorkplace(workplace(), superuser(), {number, QStringLiteral("Administrator"), word});
    }
    Result<services::Session> enter(char letter = 'a') const {
        return services::signIn(workplace(), m_place->number(letter), word);
    }
    /// What a set-up leaves behind that broke off after the schema was made.
    void breakOff() const {
        const auto database = m_place->openDirectly();
        if (!m_place->onSqlite())
            VERIFY_OK(storage::preparePostgres(*database));
        VERIFY_OK(storage::migrate(*database, {.now = workplace().clock()}));
    }

private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("sqlite");
        QTest::newRow("sqlite") << true;
        QTest::newRow("postgresql") << false;
    }
    void init() {
        QFETCH_GLOBAL(bool, sqlite);
        m_place = std::make_unique<EmptyPlace>(sqlite);
    }
    void cleanup() { m_place.reset(); }

    void whereNothingIsAWorkplaceCanBeMade() {
        const auto found = probe();
        VERIFY_OK(found);
        QCOMPARE(found->kind, m_place->onSqlite() ? PlaceKind::NoFile : PlaceKind::Empty);
        QCOMPARE(found->engine.startsWith(QLatin1String("PostgreSQL 1")), !m_place->onSqlite());
        QVERIFY(found->mayPrepare);
        QVERIFY(found->known > 10);
        QVERIFY2(!QFile::exists(m_place->file()), "looking has made the file");
    }

    void anEmptyFileIsEmpty() {
        if (!m_place->onSqlite())
            QSKIP("a file");
        QFile file(m_place->file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const auto found = probe();
        VERIFY_OK(found);
        QCOMPARE(found->kind, PlaceKind::Empty);
        VERIFY_OK(setUp());
    }

    void aWorkplaceIsRecognisedAndNotMadeTwice() {
        VERIFY_OK(setUp());
        const auto found = probe();
        VERIFY_OK(found);
        QCOMPARE(found->kind, PlaceKind::Meterhall);
        QCOMPARE(found->version, found->known);
        QVERIFY(setUp('b').failedWith(WorkplaceError::AlreadySetUp));
        VERIFY_OK(enter());
    }

    void whatIsSomebodyElsesIsLeftAsItIs() {
        const auto make = [this] {
            const auto database = m_place->openDirectly();
            VERIFY_OK(database->driver().script(m_place->onSqlite()
                                                    ? "PRAGMA journal_mode = DELETE; CREATE TABLE notes (a)"
                                                    : "CREATE TABLE public.notes (a INTEGER)"));
        };
        make();
        QFile file(m_place->file());
        if (m_place->onSqlite())
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const auto before = contentOf(m_place->file());
        const auto mode = file.permissions();
        QCOMPARE(probe()->kind, PlaceKind::SomethingElse);
        QVERIFY(setUp().failedWith(WorkplaceError::SomethingElseThere));
        QCOMPARE(contentOf(m_place->file()), before);
        QCOMPARE(file.permissions(), mode);
        QVERIFY(!QFile::exists(workplace().keyFile));
        if (!m_place->onSqlite())
            QVERIFY(!*m_place->openDirectly()->exists("SELECT 1 FROM pg_namespace WHERE nspname = 'meterhall'"));
    }

    void aFileThatIsNoDatabaseIsSomebodyElses() {
        if (!m_place->onSqlite())
            QSKIP("a file");
        QFile file(m_place->file());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5000, 'x')) == 5000);
        file.close();
        QCOMPARE(probe()->kind, PlaceKind::SomethingElse);
        QVERIFY(setUp().failedWith(WorkplaceError::SomethingElseThere));
    }

    void aSetUpThatBrokeOffIsGoneOnWith() {
        breakOff();
        if (!m_place->onSqlite()) { // even after the login was made, with a word that was typed differently
            const std::vector<std::string_view> duties{"administrator"};
            VERIFY_OK(
                storage::createOperator(*m_place->openDirectly(), m_place->number('a'), "Other-Word-2026", duties));
        }
        QCOMPARE(probe()->kind, PlaceKind::HalfMade);
        VERIFY_OK(setUp());
        QCOMPARE(probe()->kind, PlaceKind::Meterhall);
        VERIFY_OK(enter());
    }

    void theLoginOfAnotherDatabaseIsNotTaken() {
        if (m_place->onSqlite())
            QSKIP("a file knows no logins");
        VERIFY_OK(
            m_place->openDirectly()->driver().script("CREATE ROLE " + m_place->number('a').toStdString() + " LOGIN"));
        QVERIFY(setUp('a').failedWith(SecurityError::NumberTaken));
        QCOMPARE(probe()->kind, PlaceKind::HalfMade);
        VERIFY_OK(setUp('b'));
        auto session = enter('b');
        VERIFY_OK(session);
        QVERIFY(services::addOperator(*session, {m_place->number('a'), QStringLiteral("A"), {Duty::Cashier}, word})
                    .failedWith(SecurityError::NumberTaken));
    }

    void aPlaceThatCannotBeReachedSaysWhy() {
        if (m_place->onSqlite()) {
            QFile blocked(m_place->folder() + QStringLiteral("/blocked"));
            QVERIFY(blocked.open(QIODevice::WriteOnly));
            QVERIFY(
                services::probeWorkplace(QStringLiteral("sqlite:") + blocked.fileName() + QStringLiteral("/a.db"), {})
                    .failedWith(storage::StorageError::CannotOpen));
            QVERIFY(services::probeWorkplace(QStringLiteral("mysql:x"), {}).failedWith(storage::StorageError::BadUrl));
            return;
        }
        const auto fails = [](const QString& url, storage::PlaceError with) {
            const auto found = services::probeWorkplace(url, superuser());
            if (!found.failedWith(with))
                qWarning("%s", found.ok() ? "found something" : qPrintable(found.error().toString()));
            return found.failedWith(with);
        };
        QVERIFY(fails(QStringLiteral("postgresql://127.0.0.1:1/town"), storage::PlaceError::NobodyAnswers));
        QVERIFY(
            fails(QStringLiteral("postgresql://no-such-host.invalid:5432/town"), storage::PlaceError::NobodyAnswers));
        QString other = m_place->url();
        other.replace(m_place->database(), QStringLiteral("nowhere"));
        QVERIFY(fails(other, storage::PlaceError::NoSuchDatabase));
    }

    void whoeverMayNotMakeRolesIsTold() {
        if (m_place->onSqlite())
            QSKIP("a file knows no roles");
        const std::string login = m_place->number('w').toStdString();
        VERIFY_OK(m_place->openDirectly()->driver().script("CREATE ROLE " + login + " LOGIN"));
        const auto found = services::probeWorkplace(m_place->url(), {m_place->number('w'), {}});
        VERIFY_OK(found);
        QVERIFY(!found->mayPrepare);
    }

    void aKeyFileIsMadeOnceAndForItsOwnerAlone() {
        const QString file = m_place->folder() + QStringLiteral("/deep/in/keys");
        QCOMPARE(*services::makeKeyFile(file), true);
        const QByteArray made = contentOf(file);
        constexpr auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QCOMPARE(QFile::permissions(file) & others, QFile::Permissions());
        QCOMPARE(*services::makeKeyFile(file), false);
        QCOMPARE(contentOf(file), made);
        QVERIFY(services::makeKeyFile(file + QStringLiteral("/below")).failedWith(SealError::KeyFileNotWritten));
    }

    void aBroughtKeyFileIsTakenOverWhateverItsMode() {
        const QString brought = m_place->folder() + QStringLiteral("/stick");
        const QString here = m_place->folder() + QStringLiteral("/here/keys");
        VERIFY_OK(services::makeKeyFile(brought));
        QVERIFY(QFile::setPermissions(brought, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
        QCOMPARE(*services::takeKeyFile(brought, here), true);
        QCOMPARE(contentOf(here), contentOf(brought));
        QCOMPARE(QFile::permissions(here) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(*services::takeKeyFile(brought, here), false);
        const QString other = m_place->folder() + QStringLiteral("/other");
        VERIFY_OK(services::makeKeyFile(other));
        QVERIFY(services::takeKeyFile(other, here).failedWith(WorkplaceError::OtherKeyThere));
        QCOMPARE(contentOf(here), contentOf(brought));
    }
};

METERHALL_TEST_CASE(FirstRunTest)

/// Whether one more computer could be a seat of a town that is there.
class FurtherSeatTest : public tests::SmallTownTest {
    Q_OBJECT

    Result<services::SeatFound> check(const services::Workplace& workplace, Person person = Person::Supervisor) {
        town().signOut();
        return services::checkSeat(workplace, workplace.keyFile, town().numberOf(person), tests::SmallTown::password());
    }

private Q_SLOTS:
    void aRegisteredSeatWithTheKeyFits() {
        const auto found = check(town().workplaceFor(Person::Cashier));
        VERIFY_OK(found);
        QCOMPARE(found->key, KeyFit::Fits);
        QCOMPARE(found->name, QStringLiteral("seat"));
    }

    void anotherUtilitysKeyDoesNot() {
        auto workplace = town().workplaceFor(Person::Cashier);
        workplace.keyFile = town().folder() + QStringLiteral("/foreign.keys");
        VERIFY_OK(services::makeKeyFile(workplace.keyFile));
        QCOMPARE(check(workplace)->key, KeyFit::DoesNotFit);
        workplace.keyFile = town().folder() + QStringLiteral("/none.keys");
        QVERIFY(check(workplace).failedWith(SealError::KeyFileMissing));
    }

    void aSeatNobodyRegisteredIsUnknown() {
        auto workplace = town().workplaceFor(Person::Cashier);
        workplace.seat = 77;
        QVERIFY(check(workplace).failedWith(WorkplaceError::SeatUnknown));
    }

    void itTakesNoSeatAway() {
        services::Session& cashier = as(Person::Cashier);
        VERIFY_OK(services::checkSeat(town().workplaceFor(Person::Cashier),
                                      town().workplaceFor(Person::Cashier).keyFile, town().numberOf(Person::Supervisor),
                                      tests::SmallTown::password()));
        QVERIFY(cashier.newKey() > 0);
        QVERIFY(services::addSeat(as(Person::Administrator), 78, QStringLiteral("x")).ok());
    }
};

METERHALL_TEST_CASE(FurtherSeatTest)

#include "first_run_test.moc"
