#include "core/security/permissions.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;

namespace {
// The whole matrix, written a second time and the other way round: for each duty all that it may do.
const std::map<Duty, QStringList> mayDo{
    {Duty::Cashier,
     {"find-customer", "open-shift", "take-payment", "reverse-payment", "count-drawer", "print-paper", "show-day",
      "change-own-password", "show-late-charges"}},
    {Duty::ShiftLead,
     {"find-customer", "show-personal-data", "reverse-payment", "close-shift", "close-day", "print-paper",
      "request-valve", "approve-command", "cancel-command", "show-commands", "flag-supply", "serve-notice",
      "show-arrears", "show-day", "change-own-password", "show-late-charges", "stop-late-charge", "waive-late-charge",
      "approve-late-waiver"}},
    {Duty::ReviewClerk,
     {"enter-tariff", "show-tariffs", "draft-bills", "check-bills", "issue-bills", "find-customer", "print-paper",
      "show-arrears", "show-billing-runs", "change-own-password", "prepare-correction", "approve-correction",
      "enter-late-rule", "show-late-charges", "stop-late-charge"}},
    {Duty::ReadingSupervisor,
     {"start-reading-run", "store-readings", "review-reading", "find-customer", "show-commands", "show-reading-runs",
      "change-own-password"}},
    {Duty::Reader, {"store-readings", "show-reading-runs", "change-own-password"}},
    {Duty::MeterKeeper,
     {"import-archive", "open-account", "exchange-meter", "find-customer", "check-site", "change-own-password",
      "change-terms", "transfer-account", "close-account", "share-use", "suspend-account"}},
    {Duty::VendingClerk,
     {"find-customer", "open-shift", "count-drawer", "print-paper", "show-day", "change-own-password"}},
    {Duty::Engineer,
     {"start-reading-run", "store-readings", "request-command", "request-valve", "cancel-command", "send-command",
      "show-commands", "check-site", "show-reading-runs", "change-own-password"}},
    {Duty::Finance,
     {"activate-tariff", "show-tariffs", "verify-books", "show-arrears", "show-day", "show-billing-runs",
      "change-own-password", "activate-late-rule", "show-late-charges", "approve-late-waiver"}},
    {Duty::RevenueInspector,
     {"show-tariffs", "find-customer", "show-personal-data", "request-valve", "approve-command", "cancel-command",
      "show-commands", "flag-supply", "serve-notice", "check-site", "show-arrears", "change-own-password",
      "show-late-charges"}},
    {Duty::Auditor,
     {"show-tariffs", "verify-books", "show-commands", "show-arrears", "show-day", "show-billing-runs", "show-audit",
      "change-own-password", "show-late-charges"}},
    {Duty::Administrator,
     {"manage-operators", "manage-seats", "import-archive", "verify-books", "back-up", "reseal-personal-data",
      "manage-calendar", "show-day", "show-audit", "change-own-password"}},
};
} // namespace

class PermissionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMatrixIsExactlyThis() {
        QCOMPARE(std::size_t(mayDo.size()), allDuties().size());
        for (const Duty duty : allDuties()) {
            QStringList allowed;
            for (const Service service : allServices())
                if (mayUse({duty}, service))
                    allowed += codeOf(service);
            QCOMPARE(allowed, mayDo.at(duty));
        }
    }

    void whatIsNotInTheTableIsRefused() {
        QVERIFY(!mayUse(Duties(allDuties().begin(), allDuties().end()), static_cast<Service>(200)));
        QVERIFY(!mayUse({}, Service::FindCustomer));
    }

    void aDutyNobodyKnowsOpensNothing() {
        QVERIFY(rc::check("numbers that are no duty may use no service", [] {
            const auto number = *rc::gen::arbitrary<std::uint8_t>();
            const auto duty = static_cast<Duty>(number);
            const bool isKnown = !codeOf(duty).isEmpty();
            for (const Service service : allServices()) {
                const bool refused = isKnown || !mayUse({duty}, service);
                RC_ASSERT(refused);
            }
        }));
    }

    void theOtherOfTheAuditorsDutiesIsNamed() {
        for (const Duty duty : {Duty::Cashier, Duty::Administrator})
            QCOMPARE(mayHold({Duty::Auditor, duty}).error().arguments(), (QStringList{"auditor", codeOf(duty)}));
    }

    void whoeverReadsDoesNotVend() {
        QVERIFY(!mayHold({Duty::Reader, Duty::VendingClerk}).ok());
        QVERIFY(!mayHold({Duty::ReadingSupervisor, Duty::VendingClerk}).ok());
        QVERIFY(!mayHold({Duty::RevenueInspector, Duty::VendingClerk}).ok());
        QVERIFY(!mayHold({Duty::MeterKeeper, Duty::Engineer}).ok());
    }

    void everyServiceHasACodeOfItsOwn() {
        std::set<QString> codes;
        for (const Service service : allServices())
            QVERIFY(codes.insert(codeOf(service)).second && !codeOf(service).isEmpty());
    }

    void dutiesThatMayNotMeetAreNamed() {
        QVERIFY(mayHold({Duty::Cashier, Duty::ShiftLead}).ok());
        QVERIFY(mayHold({}).failedWith(SecurityError::NoDuty));
        const auto refused = mayHold({Duty::ReviewClerk, Duty::ReadingSupervisor});
        QVERIFY(refused.failedWith(SecurityError::DutiesMayNotMeet));
        QCOMPARE(refused.error().arguments(), (QStringList{"reading_supervisor", "review_clerk"}));
        for (const Duty duty : allDuties()) {
            QVERIFY(mayHold({duty}).ok());
            QVERIFY(duty == Duty::Auditor || !mayHold({duty, Duty::Auditor}).ok());
        }
    }

    void nobodyReadsReviewsPostsAndCollects() {
        const std::vector<Duties> steps{
            {Duty::Reader}, {Duty::ReadingSupervisor}, {Duty::ReviewClerk}, {Duty::Cashier, Duty::ShiftLead}};
        for (std::size_t i = 0; i < steps.size(); ++i)
            for (std::size_t j = i + 1; j < steps.size(); ++j)
                for (const Duty one : steps[i])
                    for (const Duty other : steps[j])
                        QVERIFY2(!mayHold({one, other}).ok(), qPrintable(codeOf(one) + u' ' + codeOf(other)));
    }

    void dutiesSurviveTheirStoredForm() {
        for (const Duty duty : allDuties())
            QVERIFY(*parseDuty(codeOf(duty)) == duty);
        const Duties two{Duty::ShiftLead, Duty::Cashier};
        QCOMPARE(codesOf(two), QStringLiteral("cashier,shift_lead"));
        QVERIFY(*parseDuties(codesOf(two)) == two);
        QVERIFY(parseDuties(u"cashier,king").failedWith(SecurityError::UnknownDuty));
    }
};
METERHALL_TEST_CASE(PermissionsTest)

#include "permissions_test.moc"
