#include "core/security/permissions.h"

#include <array>

namespace meterhall {

namespace {

struct Permission {
    Service service;
    const char* code;
    std::array<Duty, 12> duties; ///< filled up with Duty{}
};

using enum Duty;

constexpr std::array<Permission, 55> table{{
    {Service::ManageOperators, "manage-operators", {Administrator}},
    {Service::ManageSeats, "manage-seats", {Administrator}},
    {Service::ImportArchive, "import-archive", {Administrator, MeterKeeper}},
    {Service::OpenAccount, "open-account", {MeterKeeper}},
    {Service::ExchangeMeter, "exchange-meter", {MeterKeeper}},
    {Service::EnterTariff, "enter-tariff", {ReviewClerk}},
    {Service::ActivateTariff, "activate-tariff", {Finance}},
    {Service::ShowTariffs, "show-tariffs", {ReviewClerk, Finance, RevenueInspector, Auditor}},
    {Service::StartReadingRun, "start-reading-run", {ReadingSupervisor, Engineer}},
    {Service::StoreReadings, "store-readings", {Reader, ReadingSupervisor, Engineer}},
    {Service::ReviewReading, "review-reading", {ReadingSupervisor}},
    {Service::DraftBills, "draft-bills", {ReviewClerk}},
    {Service::CheckBills, "check-bills", {ReviewClerk}},
    {Service::IssueBills, "issue-bills", {ReviewClerk}},
    {Service::FindCustomer,
     "find-customer",
     {Cashier, ShiftLead, ReviewClerk, ReadingSupervisor, MeterKeeper, VendingClerk, RevenueInspector}},
    {Service::ShowPersonalData, "show-personal-data", {ShiftLead, RevenueInspector}},
    {Service::OpenShift, "open-shift", {Cashier, VendingClerk}},
    {Service::TakePayment, "take-payment", {Cashier}},
    {Service::ReversePayment, "reverse-payment", {Cashier, ShiftLead}},
    {Service::CountDrawer, "count-drawer", {Cashier, VendingClerk}},
    {Service::CloseShift, "close-shift", {ShiftLead}},
    {Service::CloseDay, "close-day", {ShiftLead}},
    {Service::PrintPaper, "print-paper", {Cashier, ShiftLead, ReviewClerk, VendingClerk}},
    {Service::VerifyBooks, "verify-books", {Auditor, Finance, Administrator}},
    {Service::BackUp, "back-up", {Administrator}},
    {Service::RequestCommand, "request-command", {Engineer}},
    {Service::RequestValve, "request-valve", {Engineer, ShiftLead, RevenueInspector}},
    {Service::ApproveCommand, "approve-command", {ShiftLead, RevenueInspector}},
    {Service::CancelCommand, "cancel-command", {Engineer, ShiftLead, RevenueInspector}},
    {Service::SendCommand, "send-command", {Engineer}},
    {Service::ShowCommands, "show-commands", {Engineer, ShiftLead, RevenueInspector, ReadingSupervisor, Auditor}},
    {Service::FlagSupply, "flag-supply", {ShiftLead, RevenueInspector}},
    {Service::ServeNotice, "serve-notice", {ShiftLead, RevenueInspector}},
    {Service::CheckSite, "check-site", {Engineer, MeterKeeper, RevenueInspector}},
    {Service::ShowArrears, "show-arrears", {ShiftLead, ReviewClerk, Finance, RevenueInspector, Auditor}},
    {Service::ResealPersonalData, "reseal-personal-data", {Administrator}},
    {Service::ManageCalendar, "manage-calendar", {Administrator}},
    {Service::ShowDay, "show-day", {Cashier, VendingClerk, ShiftLead, Finance, Auditor, Administrator}},
    {Service::ShowBillingRuns, "show-billing-runs", {ReviewClerk, Finance, Auditor}},
    {Service::ShowReadingRuns, "show-reading-runs", {ReadingSupervisor, Engineer, Reader}},
    {Service::ShowAudit, "show-audit", {Auditor, Administrator}},
    {Service::ChangeOwnPassword,
     "change-own-password",
     {Cashier, ShiftLead, ReviewClerk, ReadingSupervisor, Reader, MeterKeeper, VendingClerk, Engineer, Finance,
      RevenueInspector, Auditor, Administrator}},
    {Service::PrepareCorrection, "prepare-correction", {ReviewClerk}},
    {Service::ApproveCorrection, "approve-correction", {ReviewClerk}},
    {Service::ChangeTerms, "change-terms", {MeterKeeper}},
    {Service::EnterLateRule, "enter-late-rule", {ReviewClerk}},
    {Service::ActivateLateRule, "activate-late-rule", {Finance}},
    {Service::ShowLateCharges,
     "show-late-charges",
     {Cashier, ShiftLead, ReviewClerk, Finance, RevenueInspector, Auditor}},
    {Service::StopLateCharge, "stop-late-charge", {ShiftLead, ReviewClerk}},
    {Service::WaiveLateCharge, "waive-late-charge", {ShiftLead}},
    {Service::ApproveLateWaiver, "approve-late-waiver", {ShiftLead, Finance}},
    {Service::TransferAccount, "transfer-account", {MeterKeeper}},
    {Service::CloseAccount, "close-account", {MeterKeeper}},
    {Service::ShareUse, "share-use", {MeterKeeper}},
    {Service::SuspendAccount, "suspend-account", {MeterKeeper}},
}};

constexpr std::array<Service, table.size()> services = [] {
    std::array<Service, table.size()> all{};
    for (std::size_t i = 0; i < table.size(); ++i)
        all[i] = table[i].service;
    return all;
}();

const Permission* find(Service service) {
    const auto* found =
        std::find_if(table.begin(), table.end(), [service](const Permission& p) { return p.service == service; });
    return found == table.end() ? nullptr : found;
}

} // namespace

std::span<const Service> allServices() {
    return services;
}

QString codeOf(Service service) {
    const Permission* permission = find(service);
    return permission != nullptr ? QString::fromLatin1(permission->code) : QString();
}

bool mayUse(const Duties& held, Service service) {
    const Permission* permission = find(service);
    if (permission == nullptr)
        return false;
    return std::any_of(permission->duties.begin(), permission->duties.end(),
                       [&held](Duty duty) { return duty != Duty{} && held.contains(duty); });
}

} // namespace meterhall
