#include "core/security/duty.h"

#include <array>

namespace meterhall {

namespace {

struct Named {
    Duty duty;
    const char* code;
};

constexpr std::array<Named, 12> names{{
    {Duty::Cashier, "cashier"},
    {Duty::ShiftLead, "shift_lead"},
    {Duty::ReviewClerk, "review_clerk"},
    {Duty::ReadingSupervisor, "reading_supervisor"},
    {Duty::Reader, "reader"},
    {Duty::MeterKeeper, "meter_keeper"},
    {Duty::VendingClerk, "vending_clerk"},
    {Duty::Engineer, "engineer"},
    {Duty::Finance, "finance"},
    {Duty::RevenueInspector, "revenue_inspector"},
    {Duty::Auditor, "auditor"},
    {Duty::Administrator, "administrator"},
}};

constexpr std::array<Duty, 12> duties = [] {
    std::array<Duty, 12> all{};
    for (std::size_t i = 0; i < names.size(); ++i)
        all[i] = names[i].duty;
    return all;
}();

struct Pair {
    Duty one;
    Duty other;
};

// Nobody does two of reading, reviewing, posting and collecting; whoever keeps stock does not build it in; whoever
// judges others does none of their work; whoever runs the system touches no money.
constexpr std::array<Pair, 27> apart{{
    {Duty::Reader, Duty::ReadingSupervisor},
    {Duty::Reader, Duty::ReviewClerk},
    {Duty::Reader, Duty::Cashier},
    {Duty::Reader, Duty::ShiftLead},
    {Duty::ReadingSupervisor, Duty::ReviewClerk},
    {Duty::ReadingSupervisor, Duty::Cashier},
    {Duty::ReadingSupervisor, Duty::ShiftLead},
    {Duty::Reader, Duty::VendingClerk},
    {Duty::ReadingSupervisor, Duty::VendingClerk},
    {Duty::ReviewClerk, Duty::Cashier},
    {Duty::ReviewClerk, Duty::ShiftLead},
    {Duty::ReviewClerk, Duty::VendingClerk},
    {Duty::ReviewClerk, Duty::Finance},
    {Duty::Finance, Duty::Cashier},
    {Duty::Finance, Duty::ShiftLead},
    {Duty::Finance, Duty::VendingClerk},
    {Duty::MeterKeeper, Duty::Engineer},
    {Duty::RevenueInspector, Duty::Cashier},
    {Duty::RevenueInspector, Duty::VendingClerk},
    {Duty::RevenueInspector, Duty::Reader},
    {Duty::RevenueInspector, Duty::ReviewClerk},
    {Duty::RevenueInspector, Duty::ReadingSupervisor},
    {Duty::Administrator, Duty::Cashier},
    {Duty::Administrator, Duty::ShiftLead},
    {Duty::Administrator, Duty::VendingClerk},
    {Duty::Administrator, Duty::Finance},
    {Duty::Administrator, Duty::ReviewClerk},
}};

} // namespace

std::span<const Duty> allDuties() {
    return duties;
}

QString codeOf(Duty duty) {
    for (const Named& named : names)
        if (named.duty == duty)
            return QString::fromLatin1(named.code);
    return {};
}

Result<Duty> parseDuty(QStringView code) {
    for (const Named& named : names)
        if (code == QLatin1String(named.code))
            return named.duty;
    return Error(SecurityError::UnknownDuty, {code.left(40).toString()});
}

QString codesOf(const Duties& held) {
    QStringList codes;
    for (const Duty duty : held)
        codes += codeOf(duty);
    return codes.join(u',');
}

Result<Duties> parseDuties(QStringView codes) {
    Duties held;
    for (const QStringView code : codes.split(u',', Qt::SkipEmptyParts)) {
        MH_TRY(const Duty duty, parseDuty(code.trimmed()));
        held.insert(duty);
    }
    return held;
}

Result<void> mayHold(const Duties& held) {
    if (held.empty())
        return SecurityError::NoDuty;
    if (held.contains(Duty::Auditor) && held.size() > 1) {
        const Duty other = *held.begin() == Duty::Auditor ? *held.rbegin() : *held.begin();
        return Error(SecurityError::DutiesMayNotMeet, {codeOf(Duty::Auditor), codeOf(other)});
    }
    for (const Pair& pair : apart)
        if (held.contains(pair.one) && held.contains(pair.other))
            return Error(SecurityError::DutiesMayNotMeet, {codeOf(pair.one), codeOf(pair.other)});
    return {};
}

} // namespace meterhall
