#include "core/services/session.h"

#include "core/security/key_source.h"
#include "core/security/lockout.h"
#include "core/security/password.h"
#include "core/services/credentials.h"
#include "core/services/first_run.h"
#include "core/services/inside/open_database.h"
#include "core/services/inside/operator_logins.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/audit_store.h"
#include "core/storage/migrations.h"
#include "core/storage/operator_store.h"
#include "core/storage/place.h"
#include "core/storage/roles.h"
#include "core/storage/utility_store.h"

#include <QDir>
#include <QThread>

namespace meterhall::services {

using storage::Database;
using storage::OperatorStore;
using storage::StoredOperator;
using storage::UtilityStore;

Session::Session(std::unique_ptr<Inside> inside)
    : m_inside(std::move(inside)) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

const SignedIn& Session::who() const {
    return m_inside->who();
}

SeatNumber Session::seat() const {
    return m_inside->workplace().seat;
}

bool Session::readOnly() const {
    return m_inside->readOnly();
}

Instant Session::now() const {
    return m_inside->now();
}

const UtilityZone& Session::zone() const {
    return m_inside->zone();
}

Date Session::businessDay() const {
    // The zone knows every instant of the years 1900 to 2199; a clock outside of them is a programming error.
    const auto day = zone().businessDate(now());
    Q_ASSERT(day.ok());
    return *day;
}

std::int64_t Session::newKey() {
    Q_ASSERT_X(!readOnly(), "Session", "a session that only reads asks for nothing");
    return m_inside->ids().next<struct KeyTag>().raw();
}

Result<std::vector<storage::WitnessFile::Note>> Session::Inside::witnessNotes() const {
    std::vector<storage::WitnessFile::Note> notes;
    if (m_workplace.witnessFolder.isEmpty())
        return notes;
    const QDir folder(m_workplace.witnessFolder);
    for (const QString& name : folder.entryList({QStringLiteral("*.witness")}, QDir::Files)) {
        MH_TRY(const auto file, storage::WitnessFile::open(folder.filePath(name)));
        MH_TRY(const auto note, file->read());
        if (note)
            notes.push_back(*note);
    }
    return notes;
}

Result<void> require(Session& session, Service service) {
    if (session.who().mustChangePassword && service != Service::ChangeOwnPassword)
        return SecurityError::PasswordToChange;
    if (mayUse(session.who().duties, service))
        return {};
    if (!session.readOnly()) {
        MH_TRY(auto work, beginUnit(session, service, QStringLiteral("refused")));
        MH_CHECK(work.commit());
    }
    return Error(SecurityError::NotAllowed, {codeOf(service)});
}

Result<void> requireSeat(Session& session) {
    return session.readOnly() ? Result<void>(WorkplaceError::ReadOnlySession) : Result<void>();
}

Result<storage::UnitOfWork> beginUnit(Session& session, Service service, const QString& details) {
    MH_CHECK(requireSeat(session));
    Session::Inside& inside = session.inside();
    return storage::UnitOfWork::begin(inside.database(), {.seat = inside.seat(),
                                                          .operatorName = inside.who().number,
                                                          .action = codeOf(service),
                                                          .now = inside.now(),
                                                          .businessDay = session.businessDay(),
                                                          .details = details});
}

bool isPostgres(const Workplace& workplace) {
    return workplace.url.startsWith(QLatin1String("postgresql:"));
}

QString urlFor(const QString& url, const QString& login) {
    const QString scheme = QStringLiteral("postgresql://");
    return url.startsWith(scheme) ? scheme + login + u'@' + url.mid(scheme.size()) : url;
}

Result<std::unique_ptr<Database>> openAs(const Workplace& workplace, const QString& login, const QByteArray& password,
                                         bool createFile) {
    storage::OpenOptions options;
    options.password = password;
    options.createFile = createFile;
    return Database::open(urlFor(workplace.url, login), options);
}

namespace {

Result<std::unique_ptr<storage::WitnessFile>> openWitness(const Workplace& workplace) {
    if (workplace.witnessFolder.isEmpty())
        return std::unique_ptr<storage::WitnessFile>();
    return storage::WitnessFile::open(workplace.witnessFolder + QStringLiteral("/seat-%1.witness").arg(workplace.seat));
}

Result<SealingKeys> loadKeys(const Workplace& workplace) {
    if (workplace.keyFile.isEmpty())
        return SealingKeys();
    auto keys = KeyFile(workplace.keyFile).load();
    if (keys.failedWith(SealError::KeyFileMissing))
        return SealingKeys();
    return keys;
}

Result<Session> openSession(const Workplace& workplace, SignedIn who, std::unique_ptr<Database> database,
                            UtilityZone zone) {
    MH_TRY(SealingKeys keys, loadKeys(workplace));
    MH_TRY(auto witness, openWitness(workplace));
    MH_TRY(auto seat, storage::Seat::claim(*database, workplace.seat, who.number, workplace.clock()));
    return Session(std::make_unique<Session::Inside>(workplace, std::move(who), std::move(zone), std::move(keys),
                                                     std::move(database), std::move(witness), std::move(seat)));
}

SignedIn signedInAs(const StoredOperator& stored) {
    return {stored.id, stored.number, stored.name, stored.duties, stored.mustChangePassword};
}

Result<void> checkOperatorNumber(const QString& number) {
    const bool plain = std::all_of(number.begin(), number.end(),
                                   [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); });
    if (number.isEmpty() || number.size() > 16 || !plain)
        return Error(SecurityError::BadOperatorNumber, {number.left(20)});
    return {};
}

// Logins belong to the server: one of this number may be somebody's of another database.
Result<void> createLogin(Database& database, const QString& number, const QByteArray& password, const Duties& duties) {
    const DutyCodes codes(duties);
    auto created = storage::createOperator(database, number, password, codes.views());
    const bool isThere = created.failedWith(storage::StorageError::Sql) &&
                         created.error().arguments().value(0) == QLatin1String("42710");
    return isThere ? Result<void>(Error(SecurityError::NumberTaken, {number})) : std::move(created);
}

// Of a set-up that broke off the login may be there already, with another password.
Result<void> createFirstLogin(Database& database, const FirstOperator& first) {
    auto created = createLogin(database, first.number, first.password, {Duty::Administrator});
    if (created.failedWith(SecurityError::NumberTaken) &&
        storage::setOperatorPassword(database, first.number, first.password).ok())
        return {};
    return created;
}

// A file is looked at before it is opened for work, which changes it.
Result<void> requireOurFile(const Workplace& workplace) {
    if (isPostgres(workplace))
        return {};
    MH_TRY(const PlaceFound found, probeWorkplace(workplace.url, {}));
    return found.kind == PlaceKind::SomethingElse ? Result<void>(WorkplaceError::SomethingElseThere) : Result<void>();
}

// Whoever has just tested the connection still shows for a moment.
Result<void> migrateAlone(Database& database, Instant now) {
    constexpr int patience = 20;
    for (int tries = 1;; ++tries) {
        const auto migrated = storage::migrate(database, {.now = now});
        if (migrated.ok())
            return {};
        if (tries == patience || !migrated.failedWith(storage::StorageError::OthersConnected))
            return migrated.error();
        QThread::msleep(100);
    }
}

Result<void> registerFirstSeat(Database& database, const Workplace& workplace) {
    MH_TRY(const auto seats, storage::AuditStore(database).seats());
    const bool isThere = std::any_of(seats.begin(), seats.end(),
                                     [&](const storage::StoredSeat& seat) { return seat.number == workplace.seat; });
    return isThere ? Result<void>()
                   : storage::Seat::registerNew(database, workplace.seat, QStringLiteral("1"), workplace.clock());
}

// The day is said only when it is another one: after a clock that was set back.
QString lockEnd(const StoredOperator& stored, Instant now, const UtilityZone& zone) {
    constexpr qsizetype dayAndSpace = 11;
    const QString end = zone.localText(*lockedUntil(stored.failures, stored.lastFailureAt));
    return end.startsWith(zone.localText(now).left(dayAndSpace)) ? end.mid(dayAndSpace) : end;
}

} // namespace

Result<void> checkPassword(Database& database, const StoredOperator& stored, const QByteArray& password, Instant now,
                           const UtilityZone& zone) {
    if (isLockedOut(stored.failures, stored.lastFailureAt, now))
        return Error(SecurityError::LockedOut, {lockEnd(stored, now, zone)});
    MH_CHECK(OperatorStore(database).countFailure(stored.id, now));
    MH_TRY(const bool right, verifyPassword(password, stored.password));
    if (!right)
        return SecurityError::WrongPassword;
    return OperatorStore(database).forgetFailures(stored.id);
}

Result<QString> passwordToStore(const Workplace& workplace, const QByteArray& password) {
    MH_CHECK(checkPasswordStrength(password));
    return isPostgres(workplace) ? Result<QString>(QString()) : hashPassword(password, workplace.passwordCost);
}

Result<void> setUpWorkplace(const Workplace& workplace, const PostgresAdmin& admin, const FirstOperator& first,
                            const UtilitySettings& settings) {
    MH_CHECK(checkOperatorNumber(first.number));
    MH_TRY(UtilityZone zone, settings.utilityZone());
    MH_CHECK(requireOurFile(workplace));
    MH_TRY(auto database, openAs(workplace, admin.login, admin.password, true));
    MH_TRY(const storage::FoundPlace found, storage::lookAround(*database));
    if (found.hasOthers)
        return WorkplaceError::SomethingElseThere;
    if (found.hasPeople)
        return WorkplaceError::AlreadySetUp;
    MH_TRY(const QString stored, passwordToStore(workplace, first.password));
    MH_CHECK(makeKeyFile(workplace.keyFile));
    MH_CHECK(openWitness(workplace));
    if (!database->isSqlite())
        MH_CHECK(storage::preparePostgres(*database));
    MH_CHECK(migrateAlone(*database, workplace.clock()));
    if (!database->isSqlite())
        MH_CHECK(createFirstLogin(*database, first));
    database.reset();

    // From here on the administrator works under his own name and leaves an audit entry.
    MH_TRY(database, openAs(workplace, first.number, first.password, false));
    MH_CHECK(registerFirstSeat(*database, workplace));
    const SignedIn who{OperatorId::fromRaw(1), first.number, first.name, {Duty::Administrator}};
    MH_TRY(Session session, openSession(workplace, who, std::move(database), std::move(zone)));
    MH_TRY(auto work, beginUnit(session, Service::ManageOperators));
    MH_CHECK(UtilityStore::insert(work, session.zone()));
    MH_CHECK(OperatorStore::insert(work, {.id = who.id,
                                          .number = who.number,
                                          .name = who.name,
                                          .duties = who.duties,
                                          .password = stored,
                                          .failures = 0,
                                          .lastFailureAt = {}}));
    return work.commit();
}

namespace {

/// Somebody whose password was right, on a connection of his own.
struct Entered {
    SignedIn who;
    std::unique_ptr<Database> database;
    UtilityZone zone;
};

Result<void> checkOnce(Database& database, const StoredOperator& stored, const Credentials& credentials, Instant now,
                       const UtilityZone& zone) {
    if (credentials.wereRightFor(stored.password) && !isLockedOut(stored.failures, stored.lastFailureAt, now))
        return {};
    MH_CHECK(checkPassword(database, stored, credentials.password(), now, zone));
    credentials.noteRightFor(stored.password);
    return {};
}

Result<Entered> enter(const Workplace& workplace, const Credentials& credentials) {
    const QString& number = credentials.number();
    MH_CHECK(checkOperatorNumber(number));
    MH_TRY(auto database, openAs(workplace, number, credentials.password(), false));
    MH_CHECK(storage::requireCurrentSchema(*database));
    MH_TRY(const auto stored, OperatorStore(*database).byNumber(number));
    if (!stored)
        return SecurityError::WrongPassword;
    MH_TRY(const auto kept, UtilityStore(*database).zone());
    MH_TRY(UtilityZone zone, kept ? Result<UtilityZone>(*kept) : UtilitySettings().utilityZone());
    if (database->isSqlite())
        MH_CHECK(checkOnce(*database, *stored, credentials, workplace.clock(), zone));
    if (stored->deactivatedAt)
        return SecurityError::Deactivated;
    return Entered{signedInAs(*stored), std::move(database), std::move(zone)};
}

} // namespace

Result<Session> signIn(const Workplace& workplace, const Credentials& credentials) {
    MH_TRY(Entered entered, enter(workplace, credentials));
    MH_CHECK(OperatorStore(*entered.database).noteSignIn(entered.who.id, workplace.clock()));
    return openSession(workplace, std::move(entered.who), std::move(entered.database), std::move(entered.zone));
}

Result<Session> signInToRead(const Workplace& workplace, const Credentials& credentials) {
    MH_TRY(Entered entered, enter(workplace, credentials));
    MH_CHECK(entered.database->onlyRead());
    MH_TRY(SealingKeys keys, loadKeys(workplace));
    return Session(std::make_unique<Session::Inside>(workplace, std::move(entered.who), std::move(entered.zone),
                                                     std::move(keys), std::move(entered.database), nullptr,
                                                     std::nullopt));
}

Result<Session> signIn(const Workplace& workplace, const QString& number, const QByteArray& password) {
    return signIn(workplace, Credentials(number, password));
}

Result<Session> signInToRead(const Workplace& workplace, const QString& number, const QByteArray& password) {
    return signInToRead(workplace, Credentials(number, password));
}

Result<OperatorId> addOperator(Session& session, const NewOperator& added) {
    MH_CHECK(require(session, Service::ManageOperators));
    MH_CHECK(checkOperatorNumber(added.number));
    MH_CHECK(mayHold(added.duties));
    Database& database = session.inside().database();
    MH_TRY(const auto known, OperatorStore(database).byNumber(added.number));
    if (known)
        return Error(SecurityError::NumberTaken, {added.number});
    MH_TRY(const QString stored, passwordToStore(session.inside().workplace(), added.password));
    const auto id = nextId<OperatorTag>(session);
    MH_TRY(auto work, beginUnit(session, Service::ManageOperators, added.number));
    MH_CHECK(OperatorStore::insert(work, {.id = id,
                                          .number = added.number,
                                          .name = added.name,
                                          .duties = added.duties,
                                          .password = stored,
                                          .failures = 0,
                                          .lastFailureAt = {},
                                          .mustChangePassword = added.mustChangePassword}));
    if (!database.isSqlite())
        MH_CHECK(createLogin(database, added.number, added.password, added.duties));
    MH_CHECK(work.commit());
    return id;
}

Result<void> addSeat(Session& session, SeatNumber seat, const QString& name) {
    MH_CHECK(require(session, Service::ManageSeats));
    MH_CHECK(requireSeat(session));
    return storage::Seat::registerNew(session.inside().database(), seat, name, session.now());
}

} // namespace meterhall::services
