#include "core/security/key_source.h"
#include "core/services/customers.h"
#include "core/services/resealing.h"
#include "core/storage/sealed_store.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QFile>
#include <QTest>

using namespace meterhall;
using meterhall::tests::SmallTown;

/// A new key for personal data, from the first unit of work to the end of the old one, on both engines.
class ResealingTest : public tests::SmallTownTest {
    Q_OBJECT

    services::Session& administrator() { return as(Person::Administrator); }
    QString keyFile() const { return town().workplaceFor(Person::Administrator).keyFile; }
    SealingKeys keys() const {
        auto loaded = KeyFile(keyFile()).load();
        return loaded.ok() ? *loaded : SealingKeys();
    }
    /// Adds key 2 and signs everybody out, as after copying the file to every seat.
    void addKey() {
        const auto added = services::addPersonalDataKey(administrator());
        VERIFY_OK(added);
        QCOMPARE(*added, 2U);
        town().signOut();
    }
    /// How many homes are found by their phone; home 7 has 13800000007.
    int foundByPhone() {
        int found = 0;
        for (int home = 1; home <= SmallTown::homes; ++home) {
            const QString phone = QStringLiteral("1380000%1").arg(home, 4, 10, QChar(u'0'));
            const auto accounts = services::findAccounts(as(Person::Cashier), phone, 10);
            const bool right = accounts.ok() && accounts->size() == (home % 2 == 0 ? 2U : 1U) &&
                               accounts->front().account.number == town().accountNumber(home, Commodity::Gas);
            found += right ? 1 : 0;
        }
        return found;
    }
    /// Stops after the first unit, like a program that is killed between two.
    static services::ResealOptions stopAfterSeven() {
        return {.customersInUnit = 7, .progress = [](const WorkStep&) { return Result<void>(StorageError::Busy); }};
    }
    using StorageError = storage::StorageError;

private Q_SLOTS:
    void aNewKeyStandsBesideTheOldOneInAFileOfItsOwner() {
        addKey();
        QCOMPARE(keys().all().size(), std::size_t(2));
        QCOMPARE(keys().current(), 2U);
        QCOMPARE(QFile::permissions(keyFile()) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(foundByPhone(), SmallTown::homes); // nothing is sealed again yet
    }

    void aStoppedResealingGoesOnWhereItStopped() {
        addKey();
        QVERIFY(services::resealPersonalData(administrator(), stopAfterSeven()).failedWith(StorageError::Busy));
        town().signOut();
        QCOMPARE(foundByPhone(), SmallTown::homes);
        const auto database = town().openDirectly();
        const storage::SealedStore store(*database);
        QCOMPARE(*store.countSealedBy(SealingKeys::markOf(2)), 7);
        QCOMPARE(*store.countSealedBy(SealingKeys::markOf(1)), SmallTown::homes - 7);

        const auto dropped = services::dropPersonalDataKey(administrator(), 1);
        QVERIFY(dropped.failedWith(SealError::KeyNeeded));
        QCOMPARE(dropped.error().arguments(), (QStringList{QStringLiteral("1"), QStringLiteral("13")}));
        QVERIFY(keys().all().contains(1));

        const auto rest = services::resealPersonalData(administrator());
        VERIFY_OK(rest);
        QCOMPARE(rest->resealed, std::int64_t(SmallTown::homes - 7));
        QCOMPARE(rest->left, 0);
        QCOMPARE(services::resealPersonalData(administrator())->resealed, 0);
        QCOMPARE(violations(), 0);
    }

    void theOldKeyGoesWhenNothingNeedsIt() {
        addKey();
        VERIFY_OK(services::resealPersonalData(administrator()));
        VERIFY_OK(services::dropPersonalDataKey(administrator(), 1));
        town().signOut();
        QCOMPARE(keys().all().size(), std::size_t(1));
        QCOMPARE(foundByPhone(), SmallTown::homes);
        const auto database = town().openDirectly();
        const auto row = storage::RegistryStore(*database).customer(
            CustomerId::fromRaw(*database->number("SELECT min(id) FROM customer")));
        VERIFY_OK(row);
        QVERIFY(keys().open(row->phone, {"customer", "phone_sealed", row->id.raw()})->startsWith(u'1'));
        QVERIFY(keys().open(row->identity, {"customer", "identity_sealed", row->id.raw()})->startsWith(u'3'));
        QVERIFY(services::dropPersonalDataKey(administrator(), 1).failedWith(SealError::UnknownKey));
        QVERIFY(services::dropPersonalDataKey(administrator(), 2).failedWith(SealError::KeyNeeded));
    }

    void whatNoKeyOpensIsNamedAndStopsNobody() {
        addKey();
        const auto database = town().openDirectly();
        const std::int64_t altered = *database->number("SELECT min(id) FROM customer");
        VERIFY_OK(
            database->executeUnaudited("UPDATE customer SET phone_sealed = (SELECT o.phone_sealed FROM customer o "
                                       "WHERE o.id = (SELECT max(id) FROM customer)) WHERE id = ?",
                                       {altered}));
        const auto result = services::resealPersonalData(administrator());
        VERIFY_OK(result);
        QCOMPARE(result->resealed, std::int64_t(SmallTown::homes - 1));
        QCOMPARE(int(result->unreadable.size()), 1);
        QCOMPARE(result->unreadable.front().raw(), altered);
        QCOMPARE(result->left, 1);
        QVERIFY(services::dropPersonalDataKey(administrator(), 1).failedWith(SealError::KeyNeeded));
    }

    void aSeatWithoutTheOldKeySealsNothing() {
        addKey();
        SealingKeys onlyNew = keys();
        onlyNew.forget(1);
        VERIFY_OK(KeyFile(keyFile()).save(onlyNew));
        QVERIFY(services::resealPersonalData(administrator()).failedWith(SealError::UnknownKey));
    }

    void onlyAdministratorsChangeKeys() {
        QVERIFY(services::addPersonalDataKey(as(Person::Cashier)).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::resealPersonalData(as(Person::Lead)).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::dropPersonalDataKey(as(Person::Cashier), 1).failedWith(SecurityError::NotAllowed));
        QCOMPARE(keys().current(), 1U);
    }

    void everyStepIsInTheAudit() {
        addKey();
        VERIFY_OK(services::resealPersonalData(administrator(), {.customersInUnit = 7}));
        VERIFY_OK(services::dropPersonalDataKey(administrator(), 1));
        const auto details = town().openDirectly()->all(
            "SELECT details FROM audit_entry WHERE action = 'reseal-personal-data' ORDER BY unit_id", {},
            [](const storage::Row& row) { return row.text(0); });
        VERIFY_OK(details);
        QCOMPARE(QStringList(details->begin(), details->end()).join(QStringLiteral("; ")),
                 QStringLiteral("key 2 added; 7 customers under key 2; 7 customers under key 2; 6 customers under key "
                                "2; key 1 dropped"));
    }
};
METERHALL_TEST_CASE(ResealingTest)

#include "resealing_test.moc"
