#include "core/services/commands.h"
#include "core/services/correction.h"
#include "core/services/customers.h"
#include "core/services/day_close.h"
#include "core/services/holders.h"
#include "core/services/ingest.h"
#include "core/services/late_charges.h"
#include "core/services/loss_sharing.h"
#include "core/services/papers.h"
#include "core/services/purchases.h"
#include "core/services/reading_work.h"
#include "core/services/supply.h"
#include "core/services/suspension.h"
#include "core/services/tariffs.h"
#include "core/services/use_sharing.h"
#include "core/services/verify.h"
#include "core/services/working_days.h"
#include "core/storage/guards.h"
#include "core/storage/ledger_store.h"
#include "core/storage/parts.h"
#include "core/storage/registry_store.h"
#include "tests/small_town/small_town.h"
#include "tests/small_town/tampering.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <set>

using namespace meterhall;
using meterhall::storage::StorageError;
using meterhall::tests::SmallTown;
using meterhall::tests::Tampering;
using Person = SmallTown::Person;

/// What an operator's own login may do past the program, and what a superuser may do unseen: nothing. The statements
/// are made from the catalogue of the database, so a new table is attacked from its first day.
class AttackTest : public QObject {
    Q_OBJECT

    static constexpr SeatNumber freeSeat = 9; ///< registered, and nobody sits there
    /// What the program would send for a payment of one yuan, in a transaction that is rolled back at the end.
    static constexpr const char* payment = R"(SELECT 1 FROM claim_seat(9, 0);
BEGIN;
SELECT insert_shift_opening('[{"id":900,"seat":9,"operator_id":1,"business_day":20261121,"opened_at":1,"float_minor":0,"currency":"CNY","paper_from":9001,"paper_to":9010,"unit_id":UNIT}]');
SELECT insert_journal('[{"id":901,"legal_entity_id":ENTITY,"kind":2,"business_day":20261121,"seat":9,"shift_id":900,"posted_at":1,"unit_id":UNIT}]');
SELECT insert_journal_line('[{"journal_id":901,"line_number":91,"ledger_account":1,"component":"","amount_minor":100,"currency":"CNY","unit_id":UNIT},{"journal_id":901,"line_number":92,"ledger_account":2,"component":"","amount_minor":-100,"currency":"CNY","unit_id":UNIT}]');
-- MORE
SELECT append_audit(UNIT, 'takePayment', 1, 20261121, '', 4, sha256(''), 0);
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK)";

    /// What the engine writes about itself no audit entry digests; the migrations are the evidence of the rest of it,
    /// but not of these: a superuser's change of them is not found. They decide nothing.
    const QString withoutEvidence = QStringLiteral("schema_version.applied_at seat.name seat.registered_at");

    std::map<bool, std::unique_ptr<SmallTown>> m_towns; ///< by engine
    std::unique_ptr<SmallTown>* m_town = nullptr;
    std::int64_t m_closedShift = 0;

    /// No rows of it are digested: verify adds them up again.
    static constexpr const char* derived = "account_balance";

    SmallTown& town() const { return **m_town; }
    services::Session& as(Person person) { return town().session(person); }
    Instant now() const { return town().workplaceFor(Person::Cashier).clock(); }

    std::vector<services::Violation> violations() {
        auto result = services::verifyBooks(as(Person::Administrator));
        // Rows that cannot even be read are found too.
        if (!result.ok())
            return {{QStringLiteral("unreadable"), {}, result.error().toString()}};
        return result->violations;
    }
    static std::vector<std::string> watchedTables(Tampering& tampering) {
        auto tables = tampering.tables();
        tables.emplace_back(derived);
        return tables;
    }
    int count(storage::Database& database, const std::string& sql) {
        const auto number = database.number(sql);
        return number.ok() ? int(*number) : -1;
    }

    void correctABill(int home, const char* tariff) {
        const services::TrueTerms truth{town().account(home, Commodity::Gas),
                                        *Date::of(2026, 11, 20),
                                        {.householdSize = 5, .tariffCode = QString::fromLatin1(tariff)}};
        const auto prepared = services::prepareCorrection(
            as(Person::Drafter), {as(Person::Drafter).newKey(), truth, QStringLiteral("five people")});
        VERIFY_OK(prepared);
        VERIFY_OK(services::approveCorrection(as(Person::Checker), prepared->correction));
    }

    /// By a tariff whose price changed between the readings of the bill.
    void divideABill() {
        for (const char* from : {"2026-01-01", "2026-11-01"}) {
            QJsonObject json{{"id", "divided"},     {"commodity", "gas"},     {"unit", "m3"},
                             {"currency", "CNY"},   {"dial_step", "1"},       {"tier_mode", "flat"},
                             {"price_order", from}, {"effective_from", from}, {"price_change", "by_day"}};
            json.insert(QStringLiteral("cycle"), QJsonObject{{"kind", "month"}});
            json.insert(QStringLiteral("components"),
                        QJsonArray{QJsonObject{{"code", "gas"}, {"prices", QJsonArray{"3.00"}}}});
            const auto version = services::enterTariffFile(as(Person::Drafter), QStringLiteral("divided"), json);
            VERIFY_OK(version);
            VERIFY_OK(services::activateTariff(as(Person::Finance), *version));
        }
        correctABill(10, "divided");
    }

    /// A day with a row in every guarded table: closed, and the next one begun.
    void playTheDay() {
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "99.00")}));
        const auto items = services::readingExceptions(as(Person::Supervisor), {});
        VERIFY_OK(items);
        VERIFY_OK(services::decideReading(as(Person::Supervisor), items->front().reading, Decision::Rejected,
                                          QStringLiteral("look again")));
        VERIFY_OK(services::takeDecisionBack(as(Person::Supervisor), items->front().reading));
        VERIFY_OK(services::decideReading(as(Person::Supervisor), items->front().reading, Decision::Rejected,
                                          QStringLiteral("look again")));
        const auto shift =
            services::openShift(as(Person::Cashier), {Money::ofMinor(50'000, Currency::cny()), 1001, 1010});
        VERIFY_OK(shift);
        buyAndTakeBack();
        town().readAndIssueAll("121.90");
        m_closedShift = shift->raw();
        const auto paid = pay(2);
        const auto wrong = pay(4, {PaymentMethod::BankCard, QStringLiteral("001234")});
        VERIFY_OK(services::reversePayment(as(Person::Cashier),
                                           {as(Person::Cashier).newKey(), wrong, QStringLiteral("wrong home")}));
        QVERIFY(paid != wrong);
        VERIFY_OK(services::countDrawer(as(Person::Cashier), {{10'000, 6}, {1, 6'436}}));
        VERIFY_OK(services::closeShift(as(Person::Lead), *shift, {}));
        VERIFY_OK(services::printShiftSheet(as(Person::Lead), *shift));
        VERIFY_OK(services::closeDay(as(Person::Lead), town().today()));
        town().moveTo(*Date::of(2026, 11, 21));
        VERIFY_OK(services::openShift(as(Person::Cashier), {Money::ofMinor(50'000, Currency::cny()), 2001, 2010}));
        pay(6);
        VERIFY_OK(services::addSeat(as(Person::Administrator), freeSeat, QStringLiteral("spare")));
        closeAValve();
        correctABill(8, "gas");
        divideABill();
        payLate();
        transferCloseAndShare();
        for (const DayKind kind : {DayKind::Holiday, DayKind::Ordinary})
            VERIFY_OK(services::importSpecialDays(
                as(Person::Administrator),
                std::vector{services::CalendarRow{1, {}, {*Date::of(2027, 1, 1), kind, QStringLiteral("元旦")}}}));
    }
    /// All on the day up to which they were billed.
    void transferCloseAndShare() {
        services::Session& keeper = as(Person::MeterKeeper);
        const Date billedTo = *Date::of(2026, 11, 20);
        VERIFY_OK(services::transferAccount(keeper, {.key = keeper.newKey(),
                                                     .account = town().account(13, Commodity::Gas),
                                                     .on = billedTo,
                                                     .holder = QStringLiteral("C0002"),
                                                     .document = QStringLiteral("application 17"),
                                                     .takesDebts = true}));
        VERIFY_OK(services::closeAccount(keeper, {.key = keeper.newKey(),
                                                  .account = town().account(15, Commodity::Gas),
                                                  .on = billedTo,
                                                  .takeMeterDown = false,
                                                  .reason = QStringLiteral("pulled down")}));
        const services::NewSharer shop{QStringLiteral("1010009901"), QStringLiteral("gas")};
        VERIFY_OK(services::shareUse(keeper, {.key = keeper.newKey(),
                                              .account = town().account(17, Commodity::Gas),
                                              .on = billedTo,
                                              .sharers = {{shop, {.ratio = Ratio::ofMicro(600'000)}}},
                                              .document = QStringLiteral("agreement 3")}));
        suspendAndResume(billedTo);
        shareALoss(billedTo);
    }
    /// Of a home that paid.
    void suspendAndResume(Date on) {
        services::Session& keeper = as(Person::MeterKeeper);
        const AccountId account = town().account(6, Commodity::Gas);
        VERIFY_OK(services::suspendAccount(
            keeper,
            {.key = keeper.newKey(), .account = account, .on = on, .document = QStringLiteral("application 3")}));
        VERIFY_OK(services::resumeAccount(keeper, {.key = keeper.newKey(),
                                                   .account = account,
                                                   .on = on.addDays(1),
                                                   .document = QStringLiteral("application 4")}));
    }
    void shareALoss(Date on) {
        services::Session& keeper = as(Person::MeterKeeper);
        const auto database = town().openDirectly();
        const auto master = storage::RegistryStore(*database).meter(town().meter(7, Commodity::Gas));
        VERIFY_OK(services::shareLoss(
            keeper, {.key = keeper.newKey(),
                     .master = (*master)->number,
                     .on = on,
                     .accounts = {town().account(9, Commodity::Gas), town().account(11, Commodity::Gas)},
                     .document = QStringLiteral("agreement 5")}));
    }
    void buyAndTakeBack() {
        services::Session& cashier = as(Person::Cashier);
        const services::PurchaseWish wish{.account = town().account(12, Commodity::Gas),
                                          .volume = BilledQuantity::ofMicro(BilledQuantity::microPerUnit)};
        const Money price = Money::ofMinor(270, Currency::cny());
        const auto made = services::makePurchase(cashier, {cashier.newKey(), wish, price, price, {}});
        VERIFY_OK(made);
        VERIFY_OK(services::reversePurchase(cashier, {cashier.newKey(), made->id, QStringLiteral("wrong home")}));
    }
    /// Ten weeks later: a rule by two, a reminder, days that do not count, a waiver by two, and a late payment.
    void payLate() {
        town().moveTo(*Date::of(2027, 2, 1));
        LateChargeRule rule;
        rule.secondPersonAbove = Money::ofMinor(100, Currency::cny());
        const auto entered = services::enterLateRule(
            as(Person::Drafter), {{Commodity::Gas, {}, {}}, *Date::of(2026, 1, 1), QStringLiteral("order 1"), rule});
        VERIFY_OK(entered);
        VERIFY_OK(services::activateLateRule(as(Person::Finance), *entered));
        const AccountId home = town().account(10, Commodity::Gas);
        VERIFY_OK(services::noteReminder(as(Person::Lead), home, *Date::of(2026, 12, 20), QStringLiteral("signed")));
        const auto stop = services::stopLateCharge(
            as(Person::Lead),
            {home, {}, services::LateStopReason::Dispute, {*Date::of(2027, 1, 10), {}}, QStringLiteral("letter 2")});
        VERIFY_OK(stop);
        VERIFY_OK(services::endLateStop(as(Person::Lead), *stop, *Date::of(2027, 1, 12)));
        const auto open = services::lateChargesOn(as(Person::Cashier), std::span(&home, 1), town().today());
        VERIFY_OK(open);
        const auto waived = services::waiveLateCharge(as(Person::Lead), {open->sums.front().bills.front().bill,
                                                                         Money::ofMinor(101, Currency::cny()),
                                                                         QStringLiteral("our mistake")});
        VERIFY_OK(waived);
        VERIFY_OK(services::approveLateWaiver(as(Person::Finance), waived->id));
        const auto database = town().openDirectly();
        const auto shift = storage::LedgerStore(*database).newestShiftAt(as(Person::Cashier).seat());
        VERIFY_OK(services::countDrawer(as(Person::Cashier), {{10'000, 1}}));
        VERIFY_OK(services::closeShift(as(Person::Lead), (*shift)->id, QStringLiteral("counted ten weeks later")));
        VERIFY_OK(services::openShift(as(Person::Cashier), {Money::ofMinor(50'000, Currency::cny()), 3001, 3010}));
        pay(10, {PaymentMethod::Transfer, QStringLiteral("T10001"), QStringLiteral("ICBC"), *Date::of(2027, 1, 30)});
    }
    void closeAValve() {
        const MeterId meter = town().meter(8, Commodity::Gas);
        for (const SupplyFlag flag : {SupplyFlag::Heating, SupplyFlag::Disputed})
            VERIFY_OK(services::changeSupplyFlag(as(Person::Lead), {.account = town().account(8, Commodity::Gas),
                                                                    .flag = flag,
                                                                    .raised = flag == SupplyFlag::Heating,
                                                                    .document = QStringLiteral("letter")}));
        VERIFY_OK(
            services::checkSite(as(Person::MeterKeeper), {.meter = meter, .evidence = QStringLiteral("photo 1")}));
        VERIFY_OK(services::requestValve(as(Person::Engineer), {.key = as(Person::Engineer).newKey(),
                                                                .meter = meter,
                                                                .action = ValveAction::Close,
                                                                .reason = ValveReason::Danger,
                                                                .document = QStringLiteral("call 3")}));
    }
    std::int64_t pay(int home, const Tender& tender = {}) {
        const services::PaymentRequest request{
            as(Person::Cashier).newKey(),
            {town().account(home, Commodity::Gas), town().account(home, Commodity::Water)},
            Money::ofMinor(16'436, Currency::cny()),
            Money::ofMinor(16'436, Currency::cny()),
            tender};
        const auto paid = services::takePayment(as(Person::Cashier), request);
        if (!paid.ok())
            qFatal("payment: %s", qPrintable(paid.error().toString()));
        return request.key;
    }
    void addPart(storage::UnitOfWork& work, const char* pattern, const char* suffix, std::int64_t meter) {
        const auto part = storage::ensurePart(work, pattern, suffix);
        VERIFY_OK(part);
        VERIFY_OK(work.insertGuarded(*part, {{"id", work.nextId<struct PartRow>()},
                                             {"meter_id", meter},
                                             {"register_code", "total"},
                                             {"value_digits", 12'200},
                                             {"value_scale", 2},
                                             {"unit", "m3"},
                                             {"clock_trust", 0},
                                             {"received_at", now()},
                                             {"received_on", town().today()},
                                             {"origin", 0},
                                             {"terminal", "0571-00001"},
                                             {"profile", "yuquan_dn20"},
                                             {"doubts", 0},
                                             {"frame", Bytes{0x68}},
                                             {"same_key", Bytes{0x74}}}));
    }
    /// What no service of the day writes: a meter taken down, a day and a month of readings with a row in each.
    void addTheRest(storage::Database& database) {
        auto seat = storage::Seat::claim(database, freeSeat, QStringLiteral("postgres"), now());
        VERIFY_OK(seat);
        auto work = storage::UnitOfWork::begin(database, {.seat = *seat,
                                                          .operatorName = QStringLiteral("postgres"),
                                                          .action = QStringLiteral("test"),
                                                          .now = now(),
                                                          .businessDay = {}});
        VERIFY_OK(work);
        VERIFY_OK(
            work->insertGuarded("removal", {{"installation_id", *database.number("SELECT max(id) FROM installation")},
                                            {"on_day", 20261121},
                                            {"end_dial_micro", 121'900'000}}));
        VERIFY_OK(work->insertGuarded("disconnection_notice",
                                      {{"id", work->nextId<struct NoticeRow>()},
                                       {"account_id", *database.number("SELECT max(id) FROM account")},
                                       {"served_on", 20261121},
                                       {"overdue_minor", 100},
                                       {"currency", "CNY"},
                                       {"proof", "signed"},
                                       {"operator_id", *database.number("SELECT max(id) FROM operator")},
                                       {"at", now()}}));
        addPart(*work, "reading_day", "20261121", *database.number("SELECT max(id) FROM meter"));
        addPart(*work, "reading_month", "202610", *database.number("SELECT min(id) FROM meter"));
        VERIFY_OK(work->commit());
    }

    std::vector<storage::ChangeStatement> changes(storage::Database& database) {
        auto statements = storage::changeStatements(database);
        if (!statements.ok())
            return {};
        // SQLite guards rows, and the patterns of parts have none.
        if (database.isSqlite())
            std::erase_if(*statements, [&](const auto& statement) {
                return count(database, "SELECT count(*) FROM " + statement.table) == 0;
            });
        return *statements;
    }

    /// Runs a script through psql as `login`; gives the SQLSTATEs it answered.
    QStringList psql(const QString& login, const QStringList& statements) {
        QProcess program;
        program.start(QStandardPaths::findExecutable(QStringLiteral("psql")),
                      {QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-v"),
                       QStringLiteral("VERBOSITY=sqlstate"), QStringLiteral("-d"), town().urlFor(login)});
        program.write("SET search_path = meterhall;\n" + statements.join(QStringLiteral(";\n")).toUtf8() + ";\n");
        program.closeWriteChannel();
        if (!program.waitForFinished())
            qFatal("psql does not run");
        QStringList states;
        for (const QString& line : QString::fromUtf8(program.readAllStandardError()).split(u'\n'))
            if (line.contains(QLatin1String("ERROR:")))
                states += line.section(u' ', -1);
        return states;
    }

    static bool applyOne(Tampering& tampering, const std::string& table, const std::vector<std::string>& ways) {
        return std::any_of(ways.begin(), ways.end(),
                           [&](const std::string& sql) { return tampering.apply(table, sql); });
    }
    /// Removes the last entries of a seat; `withHead` also sets the head back to what is left, as an expert would.
    void cutOff(Tampering& tampering, storage::Database& database, int seat, int entries, bool withRows,
                bool withHead) {
        const std::string ofSeat = " WHERE seat = " + std::to_string(seat);
        const std::string first =
            std::to_string(*database.number("SELECT min(unit_id) FROM (SELECT unit_id FROM audit_entry" + ofSeat +
                                            " ORDER BY unit_id DESC LIMIT " + std::to_string(entries) + ") e"));
        const std::string tail =
            " unit_id >= " + first + " AND unit_id < " + std::to_string(std::int64_t(seat + 1) << 49);
        m_kept.clear();
        for (const std::string& table : tampering.tables()) {
            const auto columns = tampering.columns(table);
            const bool hasUnit = std::any_of(columns.begin(), columns.end(),
                                             [](const auto& column) { return column.name == "unit_id"; });
            if (!hasUnit || (table != "audit_entry" && !withRows))
                continue;
            m_kept.push_back(table);
            tampering.execute("CREATE TEMP TABLE kept_" + table + " AS SELECT * FROM " + table);
            tampering.apply(table, "DELETE FROM " + table + " WHERE" + tail);
        }
        tampering.execute("CREATE TEMP TABLE kept_head AS SELECT * FROM audit_head");
        if (withHead) {
            const std::string last = "(SELECT e.COLUMN FROM audit_entry e WHERE e.seat = audit_head.seat ORDER BY "
                                     "e.unit_id DESC LIMIT 1)";
            std::string sql = "UPDATE audit_head SET ";
            for (const char* column : {"epoch", "sequence", "hash"}) {
                std::string value = last;
                value.replace(value.find("COLUMN"), 6, column);
                sql += std::string(column) + " = coalesce(" + value + ", " + column + ")" +
                       (std::string_view(column) == "hash" ? "" : ", ");
            }
            tampering.execute(sql + ofSeat);
        }
    }
    void restoreAll(Tampering& tampering) {
        for (const std::string& table : m_kept) {
            tampering.execute("DROP TABLE IF EXISTS kept; CREATE TEMP TABLE kept AS SELECT * FROM kept_" + table +
                              "; DROP TABLE kept_" + table);
            tampering.restore(table);
        }
        tampering.execute(
            "DELETE FROM audit_head; INSERT INTO audit_head SELECT * FROM kept_head; DROP TABLE kept_head");
    }

    std::vector<std::string> m_kept;

private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("sqlite");
        QTest::newRow("sqlite") << true;
        QTest::newRow("postgresql") << false;
    }
    /// Every test leaves the town as it found it, so one per engine is enough.
    void init() {
        QFETCH_GLOBAL(bool, sqlite);
        m_town = &m_towns[sqlite];
        if (*m_town)
            return;
        *m_town = std::make_unique<SmallTown>(sqlite);
        playTheDay();
        addTheRest(*town().openDirectly());
        QVERIFY(!QTest::currentTestFailed());
    }
    void cleanup() {
        if (QTest::currentTestFailed())
            m_town->reset();
    }
    void cleanupTestCase() { m_towns.clear(); }

    void everyGuardedTableHasARow() {
        const auto database = town().openDirectly();
        for (const std::string& table : Tampering(*database).tables())
            QVERIFY2(count(*database, "SELECT count(*) FROM " + table) > 0, table.c_str());
        QVERIFY(violations().empty());
    }

    void everyStatementThatChangesIsRefusedWhoeverRunsIt() {
        const auto database = town().openDirectly();
        const auto statements = changes(*database);
        QVERIFY(statements.size() > 200);
        for (const auto& statement : statements) {
            const auto done = database->driver().script(statement.sql);
            QVERIFY2(done.failedWith(StorageError::Guarded), statement.sql.c_str());
        }
        QVERIFY(violations().empty());
        qInfo("%d statements", int(statements.size()));
    }

    void psqlWithACashiersLoginChangesNothing() {
        if (town().onSqlite())
            QSKIP("SQLite knows no logins");
        const auto database = town().openDirectly();
        QStringList statements;
        for (const auto& statement : changes(*database))
            statements += QString::fromStdString(statement.sql);
        for (const std::string& table : Tampering(*database).tables()) {
            const QString name = QString::fromStdString(table);
            statements += QStringLiteral("INSERT INTO %1 SELECT * FROM %1").arg(name);
            statements += QStringLiteral("INSERT INTO %1 SELECT * FROM %1 WHERE false").arg(name);
            statements += QStringLiteral("ALTER TABLE %1 DISABLE TRIGGER ALL").arg(name);
            statements += QStringLiteral("DROP TABLE %1 CASCADE").arg(name);
        }
        statements += {QStringLiteral("SET session_replication_role = replica"),
                       QStringLiteral("SET ROLE meterhall_owner"),
                       QStringLiteral("SET ROLE meterhall_shift_lead"),
                       QStringLiteral("SET SESSION AUTHORIZATION postgres"),
                       QStringLiteral("UPDATE audit_head SET sequence = 0"),
                       QStringLiteral("DELETE FROM audit_head"),
                       QStringLiteral("UPDATE account_balance SET amount_minor = 0"),
                       QStringLiteral("DELETE FROM account_balance"),
                       QStringLiteral("INSERT INTO account_balance VALUES (1, 2, 'CNY', -100)"),
                       QStringLiteral("TRUNCATE account_balance"),
                       QStringLiteral("DELETE FROM meterhall_guard.unit_touch"),
                       QStringLiteral("UPDATE meterhall_guard.seat_session SET backend = 0"),
                       QStringLiteral("DROP FUNCTION check_journal CASCADE"),
                       QStringLiteral("CREATE FUNCTION meterhall.has_duty2() RETURNS INT LANGUAGE sql AS 'SELECT 1'"),
                       QStringLiteral("SELECT seal_parts('reading_day_20261121', 'reading_month', '202611')"),
                       QStringLiteral("SELECT make_part('bill', '202611')"),
                       QStringLiteral("SELECT register_seat(10, 'x', 0)"),
                       QStringLiteral("SELECT create_operator('x', 'SCRAM-SHA-256$4096:x', 'shift_lead')"),
                       QStringLiteral("SELECT set_operator_duties('x', 'shift_lead')"),
                       QStringLiteral("SELECT set_operator_password('x', 'SCRAM-SHA-256$4096:x')"),
                       QStringLiteral("INSERT INTO meterhall_guard.operator_login VALUES ('postgres')"),
                       QStringLiteral("UPDATE operator SET duties = 'shift_lead'"),
                       QStringLiteral("UPDATE billing_run SET issued_minor = 0"),
                       QStringLiteral("UPDATE terminal SET heard_at = 0"),
                       QStringLiteral("SELECT guard_table('lease', 'lease', 'copy', 'cashier')")};
        const QStringList states = psql(town().numberOf(Person::Cashier), statements);
        QCOMPARE(states.size(), statements.size());
        for (const QString& state : states)
            QVERIFY2(state == QLatin1String("42501") || state == QLatin1String("MH001"), qPrintable(state));
        QVERIFY(violations().empty());
        qInfo("%d statements", int(statements.size()));
    }

    void psqlCannotRepeatRowsThroughTheInsertFunctions() {
        if (town().onSqlite())
            QSKIP("SQLite has no functions for it");
        const auto database = town().openDirectly();
        QStringList statements;
        for (const std::string& table : Tampering(*database).tables()) {
            const QString name = QString::fromStdString(table);
            if (count(*database,
                      "SELECT count(*) FROM guarded_table WHERE route = 'function' AND name = '" + table + "'") == 0)
                continue;
            for (const char* unit : {"unit_id", "unit_id + 1", "0"})
                statements += QStringLiteral("SELECT insert_%1(jsonb_agg(to_jsonb(t) || jsonb_build_object('unit_id', "
                                             "%2))) FROM %1 t")
                                  .arg(name, QLatin1String(unit));
        }
        QVERIFY(statements.size() > 30);
        QCOMPARE(psql(town().numberOf(Person::Cashier), statements).size(), statements.size());
        QVERIFY(violations().empty());
    }

    void aCashierAtAFreeSeatWritesOnlyWhatIsTrue_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char* name, const char* from, const char* to, const char* answer) {
            QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to) << QString::fromLatin1(answer);
        };
        row("a payment like the program's", "", "", "");
        row("unbalanced", R"("amount_minor":-100)", R"("amount_minor":-99)", "MH003");
        row("unbalanced in each currency", R"("currency":"CNY","unit_id":UNIT}]')",
            R"("currency":"USD","unit_id":UNIT}]')", "MH003");
        row("lines one by one", "},{", R"(}]'); SELECT insert_journal_line('[{)", "MH003");
        row("lines of another journal", R"("journal_id":901)", R"("journal_id":OLD_JOURNAL)", "MH003");
        row("on the closed day", R"("kind":2,"business_day":20261121)", R"("kind":2,"business_day":20261120)", "MH002");
        row("before the closed day", R"("kind":2,"business_day":20261121)", R"("kind":2,"business_day":20261101)",
            "MH002");
        row("a shift on the closed day", R"("operator_id":1,"business_day":20261121)",
            R"("operator_id":1,"business_day":20261120)", "MH002");
        row("journal of another seat", R"("seat":9,"shift_id")", R"("seat":2,"shift_id")", "MH002");
        row("shift of another seat", R"("id":900,"seat":9)", R"("id":900,"seat":2)", "MH002");
        row("into a closed shift", R"("shift_id":900)", R"("shift_id":CLOSED_SHIFT)", "MH002");
        row("into the open shift of another seat", R"("shift_id":900)", R"("shift_id":OTHER_SHIFT)", "MH002");
        row("into no shift", R"("shift_id":900)", R"("shift_id":null)", "MH002");
        row("a bill's journal", R"("kind":2)", R"("kind":1)", "MH002");
        row("a closing's journal", R"("kind":2)", R"("kind":5)", "MH002");
        row("a kind nobody knows", R"("kind":2)", R"("kind":77)", "MH002");
        row("the next unit of another seat", "UNIT", "OTHER_UNIT", "MH004");
        row("the unit after the next", "UNIT", "LATER_UNIT", "MH004");
        row("a unit that is done", "UNIT", "DONE_UNIT", "MH004");
        row("no unit", R"("unit_id":UNIT)", R"("unit_id":null)", "23502");
        row("without an audit entry", "SELECT append_audit", "-- SELECT append_audit", "23503");
        row("a digest that is none", "sha256('')", "''", "MH005");
        row("the count of another drawer", "-- MORE",
            R"(SELECT insert_shift_count('[{"shift_id":OTHER_SHIFT,"counted_minor":1,"denominations":"","counted_at":1,"unit_id":UNIT}]');)",
            "MH002");
        row("a receipt of another drawer", "-- MORE",
            R"(SELECT insert_receipt('[{"id":902,"payment_id":901,"journal_id":901,"paper_number":9001,"legal_entity_id":ENTITY,"account_id":ACCOUNT,"received_minor":1,"change_minor":0,"amount_minor":1,"currency":"CNY","shift_id":OTHER_SHIFT,"issued_at":1,"unit_id":UNIT}]');)",
            "MH002");
        row("a closing", "-- MORE",
            R"(SELECT insert_shift_closing('[{"shift_id":900,"expected_minor":0,"over_minor":0,"short_minor":0,"reason":"","lead_id":1,"closed_at":1,"unit_id":UNIT}]');)",
            "42501");
        row("a day close", "-- MORE",
            R"(SELECT insert_day_close('[{"business_day":20261121,"closed_by":1,"closed_at":1,"totals":"","unit_id":UNIT}]');)",
            "42501");
    }
    void aCashierAtAFreeSeatWritesOnlyWhatIsTrue() {
        if (town().onSqlite())
            QSKIP("on SQLite the file's owner is trusted to run the program; verify finds what he forges");
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, answer);
        const auto database = town().openDirectly();
        QString script = QString::fromLatin1(payment);
        QVERIFY(script.contains(from));
        if (!from.isEmpty())
            script.replace(from, to);
        const int epoch = count(*database, "SELECT epoch FROM audit_head WHERE seat = 9") + 1;
        const auto unit = storage::UnitId{freeSeat, epoch, 1};
        const auto number = [&](const char* sql) { return QString::number(*database->number(sql)); };
        script.replace(QStringLiteral("OTHER_UNIT"), number("SELECT max(unit_id) + 1 FROM audit_entry WHERE seat = 2"))
            .replace(QStringLiteral("DONE_UNIT"), number("SELECT max(unit_id) FROM audit_entry WHERE seat = 9"))
            .replace(QStringLiteral("LATER_UNIT"), QString::number(unit.raw() + 1))
            .replace(QStringLiteral("UNIT"), QString::number(unit.raw()))
            .replace(QStringLiteral("OLD_JOURNAL"), number("SELECT max(id) FROM journal"))
            .replace(QStringLiteral("CLOSED_SHIFT"), QString::number(m_closedShift))
            .replace(QStringLiteral("OTHER_SHIFT"), number("SELECT max(id) FROM shift_opening"))
            .replace(QStringLiteral("ENTITY"), number("SELECT min(id) FROM legal_entity"))
            .replace(QStringLiteral("ACCOUNT"), number("SELECT min(id) FROM account"));
        const QStringList states = psql(town().numberOf(Person::Cashier), {script});
        QCOMPARE(states.isEmpty() ? QString() : states.first(), answer);
        QVERIFY(violations().empty());
    }

    void everyColumnOfEveryTableIsWatched() {
        const auto database = town().openDirectly();
        Tampering tampering(*database);
        int tried = 0;
        std::set<QString> unseen;
        for (const std::string& table : watchedTables(tampering)) {
            tampering.keep(table);
            for (const auto& column : tampering.columns(table)) {
                const std::string name = table + "." + column.name;
                int changed = 0;
                for (const auto& ways : tampering.changesOf(table, column)) {
                    if (!applyOne(tampering, table, ways))
                        continue;
                    ++changed;
                    if (violations().empty())
                        unseen.insert(QString::fromStdString(name));
                    tampering.restore(table);
                }
                QVERIFY2(changed > 0, name.c_str());
                tried += changed;
            }
            QVERIFY2(violations().empty(), table.c_str());
        }
        qInfo("%d changes", tried);
        QCOMPARE(QStringList(unseen.begin(), unseen.end()).join(u' '), withoutEvidence);
    }

    void everyRowAddedOrRemovedIsFound() {
        const auto database = town().openDirectly();
        Tampering tampering(*database);
        QStringList unseen;
        for (const std::string& table : watchedTables(tampering)) {
            tampering.keep(table);
            QVERIFY2(applyOne(tampering, table, tampering.additionsTo(table)), table.c_str());
            if (violations().empty())
                unseen += QStringLiteral("added to ") + QString::fromStdString(table);
            tampering.restore(table);
            QVERIFY2(applyOne(tampering, table, tampering.removalsFrom(table)), table.c_str());
            if (violations().empty())
                unseen += QStringLiteral("removed from ") + QString::fromStdString(table);
            tampering.restore(table);
            QVERIFY2(violations().empty(), table.c_str());
        }
        QCOMPARE(unseen.join(u'\n'), QString());
    }

    void aRowInAPatternOfPartsIsFound() {
        const auto database = town().openDirectly();
        Tampering tampering(*database);
        const auto patterns = tampering.patterns();
        QCOMPARE(patterns, (std::vector<std::string>{"reading_day", "reading_month"}));
        for (const std::string& pattern : patterns) {
            QVERIFY(tampering.apply(pattern, "INSERT INTO " + pattern + " SELECT * FROM " + pattern +
                                                 (pattern == "reading_day" ? "_20261121" : "_202610")));
            QVERIFY(!violations().empty());
            QVERIFY(tampering.apply(pattern, "DELETE FROM " + pattern));
            QVERIFY(violations().empty());
        }
    }

    void theLastEntriesCannotBeCutOff_data() {
        QTest::addColumn<bool>("withRows");
        QTest::addColumn<bool>("withHead");
        QTest::newRow("entries") << false << false;
        QTest::newRow("entries and rows") << true << false;
        QTest::newRow("entries and head") << false << true;
        QTest::newRow("entries, rows and head") << true << true;
    }
    /// Of every seat, the last entry and the last three.
    void theLastEntriesCannotBeCutOff() {
        QFETCH(bool, withRows);
        QFETCH(bool, withHead);
        const auto database = town().openDirectly();
        Tampering tampering(*database);
        for (const Person person : {Person::Cashier, Person::Lead, Person::Drafter, Person::Reader}) {
            for (const int entries : {1, 3}) {
                cutOff(tampering, *database, int(person) + 1, entries, withRows, withHead);
                const auto found = violations();
                QVERIFY(!found.empty());
                restoreAll(tampering);
                QVERIFY(violations().empty());
            }
        }
    }
};
METERHALL_TEST_CASE(AttackTest)

#include "attack_test.moc"
