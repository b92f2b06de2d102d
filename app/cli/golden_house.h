#pragma once

#include "app/cli/golden_terms.h"
#include "core/billing/golden_late.h"
#include "core/billing/golden_purchase.h"
#include "core/ledger/shift.h"
#include "core/services/correction.h"
#include "core/services/session.h"
#include "core/services/use_sharing.h"

#include <QJsonObject>
#include <QTemporaryDir>

namespace meterhall::app {

/// A workplace of its own that bills golden cases as a utility would: the tariff is entered and put in force, an
/// account is opened and read, its book is drafted, checked and issued, and the bill is what is stored then.
class GoldenHouse {
public:
    /// `url` is an empty database, with an administrator of the server where it has one; empty: a temporary file.
    static Result<std::unique_ptr<GoldenHouse>> make(const QString& url, const services::PostgresAdmin& admin);

    /// What the house makes of a case. GoldenError::NoService names what it has no service for.
    Result<CaseResult> run(const QJsonObject& goldenCase, const FindTariff& find);

private:
    enum class Person : std::uint8_t {
        Administrator,
        MeterKeeper,
        Reader,
        Supervisor,
        Drafter,
        Checker,
        Finance,
        Cashier,
        Lead
    };
    /// An account of a case with its meter.
    struct Home {
        AccountId account;
        QString number;
        QString book;
        QString meter; ///< number of the one that hangs
        MeterId meterId;
        Commodity commodity;
    };

    GoldenHouse() = default;
    Result<void> setUp(const services::PostgresAdmin& admin);
    services::Workplace workplaceOf(Person person) const;
    Result<services::Session*> as(Person person);

    Result<CaseResult> bill(const QJsonObject& inputs, const FindTariff& find);
    Result<CaseResult> series(const QJsonObject& inputs, const FindTariff& find);
    Result<CaseResult> delta(const QJsonObject& inputs, const FindTariff& find);
    Result<CaseResult> correction(const QJsonObject& inputs, const FindTariff& find);
    Result<CaseResult> taxInside(const QJsonObject& inputs, const FindTariff& find);

    // golden_shares.cpp
    Result<CaseResult> mixed(const QJsonObject& inputs, const FindTariff& find);
    Result<services::Sharer> sharerOf(const golden::Rateable& rateable, const UseShare& share, const RunTerms& last);

    // golden_money.cpp
    Result<CaseResult> lateFee(const QJsonObject& inputs, const FindTariff& find);
    Result<CaseResult> boughtVolume(const QJsonObject& inputs, const FindTariff& find);
    Result<CaseResult> boughtForMoney(const QJsonObject& inputs, const FindTariff& find);
    Result<CaseResult> chargedLate(const golden::LateCase& late);
    Result<CaseResult> bought(const golden::PurchaseCase& wanted);
    Result<Home> owing(std::vector<golden::LateCaseBill> bills);
    Result<void> makeDue(Date issued, Date due);
    Result<void> enterLateRule(const LateChargeRule& rule, const QString& book, Commodity commodity);
    Result<void> openDrawer();
    Result<void> closeDrawer(Money taken);
    Result<CaseResult> priceChange(const QJsonObject& inputs, const FindTariff& find);
    Result<CaseResult> yearSplit(const QJsonObject& inputs, const FindTariff& find);
    Result<CaseResult> seasonSplit(const QJsonObject& inputs, const FindTariff& find);

    Result<CaseBill> billed(const golden::Rateable& rateable);
    Result<CaseResult> dividedBill(const golden::Rateable& rateable, const RunTerms& terms,
                                   std::vector<TariffVersion> versions,
                                   std::optional<std::pair<Date, BilledQuantity>> readThen);
    Result<QString> tariffFor(const TariffVersion& version);
    Result<void> enter(const QString& code, TariffVersion version);
    QString nextNumber();
    Result<Home> open(const golden::Rateable& rateable, const QString& tariff, const RunTerms& terms);
    Result<void> settleTerms(const golden::Rateable& rateable, const Home& home, const RunTerms& terms);
    Result<void> read(Home& home, std::span<const UsageSegment> segments, Date on);
    Result<void> report(const QString& meter, BilledQuantity dial,
                        const QString& registerCode = QStringLiteral("volume"));
    Result<void> reportRegisters(const Home& home, std::span<const UsageSegment> segments, bool atBegin);
    Result<BillId> issue(const Home& home);
    Result<BillId> issueIn(const Home& home, AccountingMonth month);
    Result<CaseBill> stored(BillId bill);
    Result<CaseResult> corrected(const services::TrueDials& truth);
    Result<CaseResult> readAgain(const Home& home, BilledQuantity dial);

    QTemporaryDir m_folder;
    QString m_url;
    Date m_today = *Date::of(2026, 12, 31);
    std::map<Person, services::Session> m_sessions;
    std::map<Bytes, QString> m_tariffs; ///< code by content
    int m_homes = 0;
    std::int64_t m_papers = 0; ///< used so far
    std::optional<ShiftId> m_shift{};
};

} // namespace meterhall::app
