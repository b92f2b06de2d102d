#include "core/services/administration.h"
#include "core/services/alarms.h"
#include "core/services/audit_log.h"
#include "core/services/backup.h"
#include "core/services/counter.h"
#include "core/services/customers.h"
#include "core/services/day_overview.h"
#include "core/services/home.h"
#include "core/storage/roles.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using meterhall::tests::SmallTown;
using services::Session;

/// Operators, seats and the audit as the administrator and the auditor see them, on both engines.
class AdministrationTest : public tests::SmallTownTest {
    Q_OBJECT

    Session& administrator() { return as(Person::Administrator); }
    services::OperatorRow rowOf(Person person) {
        const auto rows = services::operators(administrator());
        if (!rows.ok())
            qFatal("operators: %s", qPrintable(rows.error().toString()));
        for (const services::OperatorRow& row : *rows)
            if (row.who.number == town().numberOf(person))
                return row;
        qFatal("no such operator");
    }
    OperatorId idOf(Person person) { return rowOf(person).who.id; }
    Result<Session> enter(Person person, const QByteArray& password = SmallTown::password()) {
        return services::signIn(town().workplaceFor(person), town().numberOf(person), password);
    }
    std::vector<services::AuditRow> audit(const services::AuditWanted& wanted) {
        auto rows = services::auditRows(administrator(), wanted);
        if (!rows.ok())
            qFatal("audit: %s", qPrintable(rows.error().toString()));
        return std::move(*rows);
    }
    /// Whether the server lets this login write what only shift leads write.
    bool isLeadForTheServer(Person person) {
        const auto database = storage::Database::open(town().urlFor(town().numberOf(person)), {});
        return database.ok() && *(*database)->number("SELECT has_duty('shift_lead')::INTEGER") == 1;
    }

    /// Signs the cashier in with what he was given, and out again.
    void changeTheFirstPassword() {
        auto session = enter(Person::Cashier, "First-Word-2026");
        VERIFY_OK(session);
        QVERIFY(session->who().mustChangePassword);
        QVERIFY(services::findAccounts(*session, QStringLiteral("wxy"), 5).failedWith(SecurityError::PasswordToChange));
        QVERIFY(services::changeOwnPassword(*session, "First-Word-2026", "First-Word-2026")
                    .failedWith(SecurityError::WeakPassword));
        QVERIFY(
            services::changeOwnPassword(*session, "First-Word-2026", "weak").failedWith(SecurityError::WeakPassword));
        VERIFY_OK(services::changeOwnPassword(*session, "First-Word-2026", "My-Own-Word-2026"));
        QVERIFY(!session->who().mustChangePassword);
        VERIFY_OK(services::findAccounts(*session, QStringLiteral("wxy"), 5));
    }

private Q_SLOTS:
    void everybodyIsListedWithHisDuties() {
        as(Person::Cashier);
        const auto rows = services::operators(administrator());
        VERIFY_OK(rows);
        QCOMPARE(rows->size(), std::size_t(11));
        const auto cashier = rowOf(Person::Cashier);
        QCOMPARE(cashier.duties, Duties{Duty::Cashier});
        QVERIFY(!cashier.deactivatedAt && !cashier.lockedUntil && !cashier.mustChangePassword);
        QVERIFY(cashier.lastSignInAt == administrator().now());
        QVERIFY(!rowOf(Person::Reader).lastSignInAt);
        QVERIFY(services::operators(as(Person::Lead)).failedWith(SecurityError::NotAllowed));
    }

    void dutiesChangeWithWhatTheServerAllows() {
        const OperatorId cashier = idOf(Person::Cashier);
        VERIFY_OK(services::changeDuties(administrator(), cashier, {Duty::Cashier, Duty::ShiftLead}));
        QCOMPARE(rowOf(Person::Cashier).duties, (Duties{Duty::Cashier, Duty::ShiftLead}));
        QVERIFY(enter(Person::Cashier)->who().duties.contains(Duty::ShiftLead));
        if (!town().onSqlite())
            QVERIFY(isLeadForTheServer(Person::Cashier));
        VERIFY_OK(services::changeDuties(administrator(), cashier, {Duty::VendingClerk}));
        auto clerk = enter(Person::Cashier);
        VERIFY_OK(clerk);
        QVERIFY(services::duesOf(*clerk, {}).ok());
        QVERIFY(services::closeShift(*clerk, ShiftId::fromRaw(1), {}).failedWith(SecurityError::NotAllowed));
        if (!town().onSqlite())
            QVERIFY(!isLeadForTheServer(Person::Cashier));
        const auto entries = audit({.action = QStringLiteral("manage-operators"), .limit = 2});
        QCOMPARE(entries[0].details,
                 QStringLiteral("duties %1: cashier,shift_lead -> vending_clerk").arg(cashier.raw()));
        QCOMPARE(violations(), 0);
    }

    void dutiesThatMayNotMeetAreRefused() {
        const OperatorId cashier = idOf(Person::Cashier);
        QVERIFY(services::changeDuties(administrator(), cashier, {Duty::Cashier, Duty::Finance})
                    .failedWith(SecurityError::DutiesMayNotMeet));
        QVERIFY(services::changeDuties(administrator(), cashier, {}).failedWith(SecurityError::NoDuty));
        QVERIFY(services::changeDuties(administrator(), OperatorId::fromRaw(7), {Duty::Reader})
                    .failedWith(SecurityError::UnknownOperator));
        QVERIFY(services::changeDuties(as(Person::Lead), cashier, {Duty::Cashier, Duty::ShiftLead})
                    .failedWith(SecurityError::NotAllowed));
        QCOMPARE(rowOf(Person::Cashier).duties, Duties{Duty::Cashier});
    }

    void nobodyChangesHisOwnRights() {
        const OperatorId own = administrator().who().id;
        QVERIFY(services::changeDuties(administrator(), own, {Duty::Administrator, Duty::Engineer})
                    .failedWith(SecurityError::SamePerson));
        QVERIFY(services::deactivateOperator(administrator(), own, QStringLiteral("holiday"))
                    .failedWith(SecurityError::SamePerson));
        QVERIFY(services::giveFirstPassword(administrator(), own, "Another-Town-2026")
                    .failedWith(SecurityError::SamePerson));
        QCOMPARE(rowOf(Person::Administrator).duties, Duties{Duty::Administrator});
        // Each try was written down.
        for (const services::AuditRow& row : audit({.action = QStringLiteral("manage-operators"), .limit = 3}))
            QVERIFY2(row.details.endsWith(QStringLiteral("refused: own rights")), qPrintable(row.details));
    }

    void theServerRefusesWhatTheProgramWould() {
        if (town().onSqlite())
            QSKIP("SQLite knows no logins");
        const auto database = storage::Database::open(town().urlFor(town().numberOf(Person::Administrator)), {});
        VERIFY_OK(database);
        const std::array<std::string_view, 1> lead{"shift_lead"};
        const std::array<std::string_view, 1> owner{"owner"};
        const auto refused = [&](const QString& login, std::span<const std::string_view> duties) {
            return storage::setOperatorDuties(**database, login, duties).failedWith(storage::StorageError::Refused);
        };
        QVERIFY(refused(town().numberOf(Person::Administrator), lead));
        QVERIFY(refused(town().numberOf(Person::Cashier), owner));
        // Whatever a row of operator says: only logins that this database made are changed.
        VERIFY_OK((*database)->executeUnaudited("INSERT INTO operator (id, number, name, duties, failures) "
                                                "VALUES (77, 'meterhall_owner', '', 'auditor', 0), "
                                                "(78, 'postgres', '', 'auditor', 0)"));
        QVERIFY(refused(QStringLiteral("meterhall_owner"), lead));
        QVERIFY(refused(QStringLiteral("postgres"), lead));
        QVERIFY(storage::setOperatorPassword(**database, QStringLiteral("postgres"), "x")
                    .failedWith(storage::StorageError::Refused));
    }

    void whoeverLeftMayNotSignInUntilHeIsBack() {
        const OperatorId cashier = idOf(Person::Cashier);
        QVERIFY(services::deactivateOperator(administrator(), cashier, QStringLiteral(" "))
                    .failedWith(SecurityError::ReasonMissing));
        QVERIFY(services::reactivateOperator(administrator(), cashier, QStringLiteral("back"))
                    .failedWith(SecurityError::AlreadySo));
        VERIFY_OK(services::deactivateOperator(administrator(), cashier, QStringLiteral("left the company")));
        QVERIFY(rowOf(Person::Cashier).deactivatedAt == administrator().now());
        QVERIFY(!enter(Person::Cashier).ok());
        if (town().onSqlite()) {
            QVERIFY(enter(Person::Cashier).failedWith(SecurityError::Deactivated));
            QVERIFY(enter(Person::Cashier, "wrong").failedWith(SecurityError::WrongPassword));
        }
        // What he may do when he is back is decided meanwhile.
        VERIFY_OK(services::changeDuties(administrator(), cashier, {Duty::ShiftLead}));
        QVERIFY(!enter(Person::Cashier).ok());
        VERIFY_OK(services::reactivateOperator(administrator(), cashier, QStringLiteral("back")));
        QVERIFY(!rowOf(Person::Cashier).deactivatedAt);
        auto back = enter(Person::Cashier);
        VERIFY_OK(back);
        QCOMPARE(back->who().duties, Duties{Duty::ShiftLead});
        VERIFY_OK(services::dayOverview(*back, town().today()));
        QCOMPARE(violations(), 0);
    }

    void aPasswordFromSomebodyElseIsChangedFirst() {
        const OperatorId cashier = idOf(Person::Cashier);
        QVERIFY(services::giveFirstPassword(administrator(), cashier, "short").failedWith(SecurityError::WeakPassword));
        VERIFY_OK(services::giveFirstPassword(administrator(), cashier, "First-Word-2026"));
        QVERIFY(rowOf(Person::Cashier).mustChangePassword);
        if (town().onSqlite())
            QVERIFY(enter(Person::Cashier).failedWith(SecurityError::WrongPassword));
        changeTheFirstPassword();
        QVERIFY(!rowOf(Person::Cashier).mustChangePassword);
        auto again = enter(Person::Cashier, "My-Own-Word-2026");
        VERIFY_OK(again);
        QVERIFY(!again->who().mustChangePassword);
        QCOMPARE(audit({.action = QStringLiteral("change-own-password")}).size(), std::size_t(1));
        QCOMPARE(violations(), 0);
    }

    void theOldPasswordIsAskedFor() {
        if (!town().onSqlite())
            QSKIP("the server of the tests asks nobody for a password; RolesTest does");
        Session& cashier = as(Person::Cashier);
        for (int attempt = 0; attempt < 5; ++attempt)
            QVERIFY(services::changeOwnPassword(cashier, "wrong", "My-Own-Word-2026")
                        .failedWith(SecurityError::WrongPassword));
        QVERIFY(services::changeOwnPassword(cashier, SmallTown::password(), "My-Own-Word-2026")
                    .failedWith(SecurityError::LockedOut));
        QVERIFY(rowOf(Person::Cashier).lockedUntil.has_value());
        // A first password opens the lock.
        VERIFY_OK(services::giveFirstPassword(administrator(), idOf(Person::Cashier), "First-Word-2026"));
        QVERIFY(!rowOf(Person::Cashier).lockedUntil);
        VERIFY_OK(enter(Person::Cashier, "First-Word-2026"));
    }

    void aNewOperatorMayHaveToChangeHisPassword() {
        const QString number = town().numberOf(Person::Cashier) + u'n';
        VERIFY_OK(services::addOperator(administrator(),
                                        {number, QStringLiteral("New"), {Duty::Cashier}, SmallTown::password(), true}));
        auto session = services::signIn(town().workplaceFor(Person::Cashier), number, SmallTown::password());
        VERIFY_OK(session);
        QVERIFY(services::duesOf(*session, {}).failedWith(SecurityError::PasswordToChange));
    }

    void seatsTellWhoClaimedThemLast() {
        as(Person::Cashier);
        VERIFY_OK(services::addSeat(administrator(), 9, QStringLiteral("窗口九")));
        const auto seats = services::seatRows(administrator());
        VERIFY_OK(seats);
        QCOMPARE(seats->size(), std::size_t(12));
        const auto cashiers = std::ranges::find(*seats, as(Person::Cashier).seat(), &services::SeatRow::seat);
        QCOMPARE(cashiers->claimedBy, town().numberOf(Person::Cashier));
        QVERIFY(cashiers->claims == 1 && cashiers->claimedAt == administrator().now());
        const auto spare = std::ranges::find(*seats, SeatNumber(9), &services::SeatRow::seat);
        QCOMPARE(spare->name, QStringLiteral("窗口九"));
        QVERIFY(spare->claims == 0 && !spare->claimedAt && spare->claimedBy.isEmpty());
        QVERIFY(services::seatRows(as(Person::Cashier)).failedWith(SecurityError::NotAllowed));
    }

    void theAuditComesNewestFirstPageByPage() {
        town().moveTo(town().today(), Duration::hours(10));
        VERIFY_OK(services::openShift(as(Person::Cashier), {Money::ofMinor(50'000, Currency::cny()), 1001, 1010}));
        const auto newest = audit({.limit = 1}).front();
        QCOMPARE(newest.action + u' ' + newest.operatorNumber,
                 QStringLiteral("open-shift ") + town().numberOf(Person::Cashier));
        // The shift, its journal and two lines of it.
        QVERIFY(newest.guardedRows == 4 && newest.seat == as(Person::Cashier).seat());
        QVERIFY(newest.businessDay == town().today());
        std::vector<services::AuditRow> all;
        for (auto page = audit({.limit = 7}); !page.empty(); page = audit({.after = all.back().mark(), .limit = 7}))
            all.insert(all.end(), page.begin(), page.end());
        QCOMPARE(std::int64_t(all.size()), *town().openDirectly()->number("SELECT count(*) FROM audit_entry"));
        for (std::size_t i = 1; i < all.size(); ++i)
            QVERIFY(all[i - 1].at > all[i].at || (all[i - 1].at == all[i].at && all[i - 1].unit > all[i].unit));
        const auto refusals = [this] { return audit({.action = QStringLiteral("close-day")}); };
        QVERIFY(refusals().empty());
        QVERIFY(services::auditRows(as(Person::Lead)).failedWith(SecurityError::NotAllowed));
        QCOMPARE(audit({.action = QStringLiteral("show-audit")}).front().details, QStringLiteral("refused"));
    }

    void backupsAreKnownFromTheAudit() {
        QVERIFY(services::backupRows(administrator())->empty());
        const auto none = services::alarms(administrator());
        VERIFY_OK(none);
        QVERIFY(*none == std::vector{services::Alarm{.kind = services::AlarmKind::OldBackup}});
        VERIFY_OK(services::backUp(administrator(), {.file = town().folder() + QStringLiteral("/night.backup")}));
        const auto backups = services::backupRows(administrator());
        VERIFY_OK(backups);
        QCOMPARE(backups->size(), std::size_t(1));
        QCOMPARE(backups->front().file + u' ' + backups->front().operatorNumber,
                 QStringLiteral("night.backup ") + town().numberOf(Person::Administrator));
        QVERIFY(backups->front().act == services::BackupAct::Written);
        QVERIFY(services::backupRows(as(Person::Finance)).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::alarms(administrator())->empty());
        const auto old = services::alarms(administrator(), {.backupOld = Duration::seconds(-1)});
        VERIFY_OK(old);
        QCOMPARE(old->size(), std::size_t(1));
        QCOMPARE(old->front().subject, QStringLiteral("night.backup"));
        QVERIFY(old->front().since == backups->front().at);
    }
};
METERHALL_TEST_CASE(AdministrationTest)

#include "administration_test.moc"
