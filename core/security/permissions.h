#pragma once

#include "core/security/duty.h"

namespace meterhall {

/// Everything the program does for somebody, one line each in the table of permissions.cpp. What is not in the table
/// is refused.
enum class Service : std::uint8_t {
    ManageOperators,
    ManageSeats,
    ImportArchive,
    OpenAccount,
    ExchangeMeter,
    EnterTariff,
    ActivateTariff,
    ShowTariffs,
    StartReadingRun,
    StoreReadings,
    ReviewReading,
    DraftBills,
    CheckBills,
    IssueBills,
    FindCustomer,
    ShowPersonalData,
    OpenShift,
    TakePayment,
    ReversePayment,
    CountDrawer,
    CloseShift,
    CloseDay,
    PrintPaper,
    VerifyBooks,
    BackUp,
    RequestCommand, ///< of a device, but for valves
    RequestValve,
    ApproveCommand, ///< by a second person
    CancelCommand,
    SendCommand, ///< hand it to the station and write down what became of it
    ShowCommands,
    FlagSupply,  ///< say what keeps a valve open
    ServeNotice, ///< of disconnection
    CheckSite,   ///< before a valve is opened
    ShowArrears,
    ResealPersonalData, ///< after a new key
    ManageCalendar,     ///< say which days are holidays
    ShowDay,            ///< shifts and sums of a business day; a cashier sees his own shifts
    ShowBillingRuns,
    ShowReadingRuns, ///< terminals, their meters, what was read
    ShowAudit,
    ChangeOwnPassword,
    PrepareCorrection, ///< of issued bills
    ApproveCorrection, ///< by a second person
    ChangeTerms,       ///< class, tariff, household of an account from a day on
    EnterLateRule,     ///< of the late-payment charge
    ActivateLateRule,  ///< by a second person
    ShowLateCharges,   ///< their rules
    StopLateCharge,    ///< say on which days none runs, and that a reminder was served
    WaiveLateCharge,
    ApproveLateWaiver, ///< by a second person, above the rule's limit
    TransferAccount,   ///< to another customer
    CloseAccount,
    ShareUse,       ///< of a place, by its accounts
    SuspendAccount, ///< and resume it, as its customer wishes
};

std::span<const Service> allServices();
/// "take-payment": for the audit and the refusal's words.
QString codeOf(Service service);

/// Default: refused.
bool mayUse(const Duties& duties, Service service);

} // namespace meterhall
