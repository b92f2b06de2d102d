#pragma once

#include "core/registry/registry.h"
#include "core/services/session.h"

#include <variant>

namespace meterhall::services {

/// A meter that comes out of its box: `meter.id` is not read.
struct NewMeter {
    QString number;
    int digits = 6;
    std::int64_t multiplierMicro = 1'000'000;
    QString protocol;
    QString deviceAddress;
    QString profile;
    QString terminal{};
    int port = 0;
};

/// 换表: the old meter down with its last dial, another one up with its first; one event. `key` is made by
/// Session::newKey before asking and becomes the id of the new installation: the same key with the same content again
/// answers "already done". Whether it is a meter that is new here or one that hung somewhere before, its ladder stays:
/// position belongs to the account at the service point, no meter moves it.
///
/// An exchange that should not have been is taken back by another one, which hangs the old meter up again at the dial
/// it was taken down with: nothing is erased.
struct ExchangeRequest {
    std::int64_t key = 0;
    MeterId oldMeter;
    Date on;
    Decimal endDial;
    bool rolledOver = false; ///< the old dial passed its end since it was last billed
    std::variant<NewMeter, MeterId> next;
    Decimal startDial;
    QString unit; ///< of both dials, "m3"; they are never of two
};
struct ExchangeResult {
    MeterId newMeter;
    InstallationId installation;
    bool alreadyDone = false;
};
/// Guards in this order: duty, UnitDiffers, known key (KeyUsedForSomethingElse), NotInstalled, BadDay (in the future,
/// or before the old meter came), BilledAlready (bills reach that day), DialBelowStart (below what was billed or
/// began), UnknownMeter, AlreadyInstalled, BadRow (what a new meter must say).
Result<ExchangeResult> exchangeMeter(Session& session, const ExchangeRequest& request);

/// 立户: a new account of a new customer at a new place, with its meter. `key` becomes the account's id.
struct OpenAccountRequest {
    std::int64_t key = 0;
    QString number;    ///< 户号
    Customer customer; ///< its id and number are not read: it is a new one, called by ownNumber()
    QString address;
    Commodity commodity;
    LegalEntityId legalEntity;
    BookId book;
    int sequence = 0;
    UseClass useClass = UseClass::Residential;
    int householdSize = 0;
    QString tariffCode;
    NewMeter meter;
    Date on;
    Decimal startDial;
    QString unit;
};
struct OpenedAccount {
    AccountId account;
    bool alreadyDone = false;
};
/// Guards in this order: duty, UnitDiffers, BadAccountNumber, BadRow, BadDay, known key.
Result<OpenedAccount> openAccount(Session& session, const OpenAccountRequest& request);

} // namespace meterhall::services
