#include "core/services/account_terms.h"
#include "core/services/billing_run.h"
#include "core/services/ingest.h"
#include "core/services/tariffs.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QJsonDocument>
#include <QTest>

using namespace meterhall;

/// Gas homes came with 290 of 300 on their ladder on 20 October, the dial at 100.
class AccountTermsTest : public tests::SmallTownTest {
    Q_OBJECT

    AccountId gas() { return town().account(1, Commodity::Gas); }
    static Date today() { return *Date::of(2026, 11, 20); }
    void readHome() {
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "121.90")}));
    }
    void enter(const QByteArray& file) {
        const auto json = QJsonDocument::fromJson(file).object();
        const auto version =
            services::enterTariffFile(as(Person::Drafter), json.value(QLatin1String("id")).toString(), json);
        VERIFY_OK(version);
        VERIFY_OK(services::activateTariff(as(Person::Finance), *version));
    }

private Q_SLOTS:
    void aTariffMayAskForWhatTheTermsOfAnAccountSay() {
        enter(R"({"id":"area","commodity":"gas","unit":"m3","currency":"CNY","effective_from":"2026-01-01",
 "price_order":"2026-4","dial_step":"1","cycle":{"kind":"month"},"tier_mode":"flat",
 "components":[{"code":"gas","prices":["2.00"]},{"code":"basic","kind":"fixed","per":"m2","prices":["1.50"]}]})");
        readHome();
        AccountTerms terms{.householdSize = 3, .tariffCode = QStringLiteral("area")};
        VERIFY_OK(services::changeTerms(as(Person::MeterKeeper), gas(), today(), terms));
        QCOMPARE(town().draft(town().book("01")).held.at(QStringLiteral("missing-fact")), 1);
        terms.facts = {{FactKind::SquareMetres, *BilledQuantity::parse(u"80.5")}};
        VERIFY_OK(services::changeTerms(as(Person::MeterKeeper), gas(), today(), terms));
        // 21 x 2.00 + 80.5 x 1.50.
        QCOMPARE(town().draft(town().book("01")).total.toString(), QStringLiteral("162.75"));
    }

    void whatIsSaidLastCountsFromItsDayOnAndBilledDaysAreCorrectedInstead() {
        AccountTerms five{.householdSize = 5, .tariffCode = QStringLiteral("gas")};
        AccountTerms six{.householdSize = 6, .tariffCode = QStringLiteral("gas")};
        VERIFY_OK(services::changeTerms(as(Person::MeterKeeper), gas(), *Date::of(2026, 12, 1), five));
        VERIFY_OK(services::changeTerms(as(Person::MeterKeeper), gas(), *Date::of(2026, 11, 1), six));
        const auto people = [&](Date day) {
            const auto terms = services::termsOf(as(Person::Cashier), gas(), day);
            return terms.ok() ? terms->householdSize : -1;
        };
        QCOMPARE(people(*Date::of(2026, 10, 31)), 3);
        QCOMPARE(people(today()), 6);
        QCOMPARE(people(*Date::of(2026, 12, 1)), 6);
        QVERIFY(services::changeTerms(as(Person::Drafter), gas(), today(), five).failedWith(SecurityError::NotAllowed));
        town().readAndIssueAll("121.90");
        QVERIFY(services::changeTerms(as(Person::MeterKeeper), gas(), today(), five)
                    .failedWith(RegistryError::BilledAlready));
        five.tariffCode.clear();
        QVERIFY(services::changeTerms(as(Person::MeterKeeper), gas(), *Date::of(2027, 1, 1), five)
                    .failedWith(RegistryError::BadRow));
        QCOMPARE(violations(), 0);
    }
};
METERHALL_TEST_CASE(AccountTermsTest)

#include "account_terms_test.moc"
