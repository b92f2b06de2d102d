#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <cstdint>
#include <set>
#include <span>

namespace meterhall {

METERHALL_ERRORS(SecurityError, "security", UnknownDuty, DutiesMayNotMeet, NoDuty, NotAllowed, WrongPassword, LockedOut,
                 WeakPassword, SamePerson, UnknownOperator, NumberTaken, BadOperatorNumber, ReasonMissing, AlreadySo,
                 Deactivated, PasswordToChange)

/// What a person works as. Numbers are stored; on PostgreSQL each duty is a role, meterhall_<code>.
enum class Duty : std::uint8_t {
    Cashier = 1,           ///< 收费员
    ShiftLead = 2,         ///< 收费班长
    ReviewClerk = 3,       ///< 核算员
    ReadingSupervisor = 4, ///< 抄表班长
    Reader = 5,            ///< 抄表员
    MeterKeeper = 6,       ///< 表务
    VendingClerk = 7,      ///< 售气员
    Engineer = 8,          ///< 设备工程师
    Finance = 9,           ///< 财务
    RevenueInspector = 10, ///< 稽查
    Auditor = 11,          ///< 审计
    Administrator = 12,    ///< 系统管理员
};

using Duties = std::set<Duty>;

std::span<const Duty> allDuties();
/// "cashier", "shift_lead" …
QString codeOf(Duty duty);
Result<Duty> parseDuty(QStringView code);
/// "cashier,shift_lead", in the order of the enumeration; the form of the database.
QString codesOf(const Duties& duties);
Result<Duties> parseDuties(QStringView codes);

/// Whether one person may hold all of them (抄核收分离 and its kin). The error names the two that may not meet.
Result<void> mayHold(const Duties& duties);

} // namespace meterhall
