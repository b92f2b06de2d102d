#pragma once

#include "core/base/decimal.h"
#include "core/base/time.h"
#include "core/quantity/commodity.h"
#include "core/registry/ids.h"

#include <optional>

namespace meterhall {

METERHALL_ERRORS(RegistryError, "registry", BadAccountNumber, UnknownAccount, UnknownMeter, UnknownBook,
                 UnknownTerminal, AlreadyInstalled, NotInstalled, InstalledElsewhere, BadUseClass, BadRow,
                 DialBelowStart, AlreadyKnown, KeyUsedForSomethingElse, UnitDiffers, BilledAlready, BadDay,
                 TerminalDiffers, CustomerDiffers, PremiseDiffers)

/// The company that owns the money of an account (收款主体). Gas and water of one home may belong to two.
struct LegalEntity {
    LegalEntityId id;
    QString code;
    QString name;
};

/// The ordered list of service points one reader walks (表册).
struct Book {
    BookId id;
    QString number;
    QString reader;
};

/// What files call a customer or a premise that no other system numbered: "MH" and the id, unique like it.
template <class Tag>
QString ownNumber(Id<Tag> id) {
    return QStringLiteral("MH") + id.toString();
}

/// Holder of contracts (用户). Phone and identity number are stored sealed; this value holds them in clear only
/// between the service that opened the seal and the one that asked.
struct Customer {
    CustomerId id;
    QString name;
    QString phone;
    QString identityNumber;
    QString
        number{}; ///< 客户号, unique: of the system the archive came from; ownNumber() of whoever came to the counter
};

/// The place; it survives owners. `address` is the one-line form printed on papers.
struct Premise {
    PremiseId id;
    QString address;
    QString code{}; ///< unique; like the customer's number
};

/// Where a meter hangs (计量点). Survives meters and owners, carries the place in the book.
struct ServicePoint {
    ServicePointId id;
    PremiseId premise;
    Commodity commodity;
    BookId book;
    int sequence = 0;
};

/// Use class (用气性质); decides the tariff.
enum class UseClass : std::uint8_t { Residential = 1, NonResidential = 2, Special = 3 };

/// "residential", "non-residential", "special": files, command line.
QLatin1StringView useClassCode(UseClass useClass);
Result<UseClass> parseUseClass(QStringView code);

/// One contract of one customer at one service point for one commodity (账户). Money is owed by it.
struct Account {
    AccountId id;
    QString number; ///< 户号, never reused
    CustomerId customer;
    ServicePointId servicePoint;
    LegalEntityId legalEntity;
    Commodity commodity;
    UseClass useClass = UseClass::Residential;
    int householdSize = 0; ///< people accepted for the ladder; 0 = not declared
    QString tariffCode;
};

/// How a terminal reaches the master station: as a concentrator (Q/GDW 376.1) or as a modem that passes bytes through.
/// The numbers are those of the database.
enum class Carrier : std::uint8_t { Gdw376 = 1, Dtu = 2 };

/// "gdw376", "dtu": files, command line.
QLatin1StringView carrierCode(Carrier carrier);
Result<Carrier> parseCarrier(QStringView code);

/// A concentrator or DTU that meters hang on (终端); they name it by its name.
struct RegisteredTerminal {
    QString name;
    Carrier carrier = Carrier::Gdw376;
};

/// The asset (表具). A register is (meter, code).
struct Meter {
    MeterId id;
    QString number; ///< maker's serial on the dial (表号)
    Commodity commodity;
    int digits = 6;                           ///< whole digits of the dial, for rollover
    std::int64_t multiplierMicro = 1'000'000; ///< register to quantity
    QString protocol;
    QString deviceAddress; ///< number the protocol uses (通信地址)
    QString profile;
    QString terminal; ///< concentrator or DTU that reaches it; empty = read by hand
    int port = 0;
};

/// A meter at a service point from a date, with the dial it started at. Ended by a Removal; both in one unit of work
/// make a meter exchange (换表).
struct Installation {
    InstallationId id;
    MeterId meter;
    ServicePointId servicePoint;
    Date from;
    Decimal startDial;
};

struct Removal {
    InstallationId installation;
    Date on;
    Decimal endDial;
};

/// What an account taken over from another system brings along: the dial it was billed to on a day, and what it had
/// used on its ladder since `ladderFrom`. One per account, its first event.
struct AccountOpening {
    AccountId account;
    MeterId meter;
    Date readOn;
    std::int64_t dialMicro = 0;
    Date ladderFrom;
    std::int64_t ladderMicro = 0;
};

/// 户号: 6 to 16 digits.
Result<QString> parseAccountNumber(QStringView text);

} // namespace meterhall
