#include "core/commands/valve_interlock.h"

#include <array>

namespace meterhall {

namespace {

using Blocks = std::vector<ValveBlock>;

template <class Enum>
struct Named {
    Enum value;
    const char* code;
};

constexpr std::array<Named<ValveReason>, 6> reasons{{
    {ValveReason::Arrears, "arrears"},
    {ValveReason::Danger, "danger"},
    {ValveReason::CustomerWish, "customer-wish"},
    {ValveReason::MeterWork, "meter-work"},
    {ValveReason::Reconnection, "reconnection"},
    {ValveReason::DangerOver, "danger-over"},
}};

constexpr std::array<Named<SupplyFlag>, 5> flags{{
    {SupplyFlag::Protected, "protected"},
    {SupplyFlag::MedicalNeed, "medical-need"},
    {SupplyFlag::Disputed, "disputed"},
    {SupplyFlag::PaymentPlan, "payment-plan"},
    {SupplyFlag::Heating, "heating"},
}};

struct BlockRow {
    ValveBlock value;
    const char* code;
    bool passes; ///< with time or work
};

constexpr std::array<BlockRow, 22> blockRows{{
    {ValveBlock::ReasonDoesNotFit, "reason-does-not-fit", false},
    {ValveBlock::DocumentMissing, "document-missing", false},
    {ValveBlock::NothingOverdue, "nothing-overdue", false},
    {ValveBlock::NoNotice, "no-notice", false},
    {ValveBlock::NoticeTooOld, "notice-too-old", false},
    {ValveBlock::ProtectedCustomer, "protected-customer", false},
    {ValveBlock::Disputed, "disputed", false},
    {ValveBlock::OnPaymentPlan, "on-payment-plan", false},
    {ValveBlock::HeatingSeason, "heating-season", false},
    {ValveBlock::StillOwes, "still-owes", false},
    {ValveBlock::DangerNotOver, "danger-not-over", false},
    {ValveBlock::OtherCommandOpen, "other-command-open", false},
    {ValveBlock::NoticeTooFresh, "notice-too-fresh", true},
    {ValveBlock::RestDay, "rest-day", true},
    {ValveBlock::OutsideHours, "outside-hours", true},
    {ValveBlock::NotApproved, "not-approved", true},
    {ValveBlock::SamePerson, "same-person", true},
    {ValveBlock::NobodyOnSite, "nobody-on-site", true},
    {ValveBlock::SiteCheckOld, "site-check-old", true},
    {ValveBlock::AppliancesNotOff, "appliances-not-off", true},
    {ValveBlock::LeakNotExcluded, "leak-not-excluded", true},
    {ValveBlock::ApprovedByCrew, "approved-by-crew", true},
}};

template <class Table, class Enum>
const auto* rowOf(const Table& table, Enum value) {
    const auto found =
        std::find_if(table.begin(), table.end(), [value](const auto& row) { return row.value == value; });
    return found == table.end() ? nullptr : &*found;
}

template <class Table, class Enum>
QString codeIn(const Table& table, Enum value) {
    const auto* row = rowOf(table, value);
    return row == nullptr ? QString() : QString::fromLatin1(row->code);
}

template <class Enum, class Table>
Result<Enum> parseIn(const Table& table, QStringView code) {
    for (const auto& row : table)
        if (code == QLatin1String(row.code))
            return row.value;
    return Error(CommandError::UnknownKind, {code.left(40).toString()});
}

void addIf(Blocks& blocks, bool applies, ValveBlock block) {
    if (applies)
        blocks.push_back(block);
}

bool isWithin(int minute, int from, int to) {
    return minute >= from && minute < to;
}

bool isHeatingSeason(Date day, const ValvePolicy& policy) {
    const int monthAndDay = day.month() * 100 + day.day();
    return monthAndDay >= policy.heatingFrom || monthAndDay <= policy.heatingTo;
}

// Who must not be cut off for money, whatever he owes.
void addExceptions(Blocks& blocks, const ValveFacts& facts, const ValvePolicy& policy) {
    const auto has = [&](SupplyFlag flag) { return facts.flags.contains(flag); };
    addIf(blocks, has(SupplyFlag::Protected) || has(SupplyFlag::MedicalNeed), ValveBlock::ProtectedCustomer);
    addIf(blocks, has(SupplyFlag::Disputed), ValveBlock::Disputed);
    addIf(blocks, has(SupplyFlag::PaymentPlan), ValveBlock::OnPaymentPlan);
    const bool heats = facts.commodity == Commodity::Heat || has(SupplyFlag::Heating);
    addIf(blocks, policy.coldSpell || (heats && isHeatingSeason(facts.moment.day, policy)), ValveBlock::HeatingSeason);
}

// A notice about an earlier debt does not speak of this one.
void addNotice(Blocks& blocks, const ValveFacts& facts, const ValvePolicy& policy) {
    const bool served = facts.notice && facts.overdueSince && facts.notice->servedOn > *facts.overdueSince;
    if (!served) {
        blocks.push_back(ValveBlock::NoNotice);
        return;
    }
    const int age = facts.moment.day.daysSince(facts.notice->servedOn);
    addIf(blocks, age > policy.noticeValidDays, ValveBlock::NoticeTooOld);
    addIf(blocks, age < policy.waitingDays, ValveBlock::NoticeTooFresh);
}

void addClosing(Blocks& blocks, const ValveWish& wish, const ValveFacts& facts, const ValvePolicy& policy) {
    // Closing in danger waits for nothing, not even for an opening nobody has heard of since.
    if (wish.reason == ValveReason::Danger)
        return;
    addIf(blocks, facts.otherCommandOpen, ValveBlock::OtherCommandOpen);
    if (wish.reason != ValveReason::Arrears)
        return;
    addIf(blocks, facts.overdueMinor <= 0, ValveBlock::NothingOverdue);
    addNotice(blocks, facts, policy);
    addExceptions(blocks, facts, policy);
    addIf(blocks, facts.moment.isRestDay || facts.moment.restDayFollows, ValveBlock::RestDay);
    addIf(blocks, !isWithin(facts.moment.minuteOfDay, policy.closeFromMinute, policy.closeToMinute),
          ValveBlock::OutsideHours);
}

void addSite(Blocks& blocks, const ValveWish& wish, const ValveFacts& facts, const ValvePolicy& policy) {
    const bool isGas = facts.commodity == Commodity::Gas;
    if (!isGas && !(facts.commodity == Commodity::Water && policy.waterNeedsPresence))
        return;
    if (!facts.siteCheck || !facts.siteCheck->someonePresent) {
        blocks.push_back(ValveBlock::NobodyOnSite);
        return;
    }
    const SiteCheck& check = *facts.siteCheck;
    const bool isFresh = check.at <= facts.moment.now && facts.moment.now - check.at <= policy.siteCheckValid;
    addIf(blocks, !isFresh, ValveBlock::SiteCheckOld);
    addIf(blocks, wish.approvedBy == check.crew, ValveBlock::ApprovedByCrew);
    addIf(blocks, isGas && !check.appliancesOff, ValveBlock::AppliancesNotOff);
    addIf(blocks, isGas && !check.leakFree, ValveBlock::LeakNotExcluded);
}

void addOpening(Blocks& blocks, const ValveWish& wish, const ValveFacts& facts, const ValvePolicy& policy) {
    addIf(blocks, facts.otherCommandOpen, ValveBlock::OtherCommandOpen);
    addIf(blocks, facts.closedFor == ValveReason::Danger && wish.reason != ValveReason::DangerOver,
          ValveBlock::DangerNotOver);
    const bool waitsForMoney = wish.reason == ValveReason::Reconnection || facts.closedFor == ValveReason::Arrears;
    addIf(blocks, waitsForMoney && facts.overdueMinor > 0 && !facts.flags.contains(SupplyFlag::PaymentPlan),
          ValveBlock::StillOwes);
    addSite(blocks, wish, facts, policy);
    addIf(blocks,
          facts.commodity == Commodity::Gas &&
              !isWithin(facts.moment.minuteOfDay, policy.openFromMinute, policy.openToMinute),
          ValveBlock::OutsideHours);
}

ValveAction actionOf(CommandKind kind) {
    return kind == CommandKind::OpenValve ? ValveAction::Open : ValveAction::Close;
}

} // namespace

QString codeOf(ValveReason reason) {
    return codeIn(reasons, reason);
}

Result<ValveReason> parseValveReason(QStringView code) {
    return parseIn<ValveReason>(reasons, code);
}

QString codeOf(SupplyFlag flag) {
    return codeIn(flags, flag);
}

Result<SupplyFlag> parseSupplyFlag(QStringView code) {
    return parseIn<SupplyFlag>(flags, code);
}

QString codeOf(ValveBlock block) {
    return codeIn(blockRows, block);
}

QStringList codesOf(const std::vector<ValveBlock>& blocks) {
    QStringList codes;
    for (const ValveBlock block : blocks)
        codes += codeOf(block);
    return codes;
}

bool fits(ValveReason reason, ValveAction action) {
    switch (reason) {
    case ValveReason::Arrears:
    case ValveReason::Danger:
        return action == ValveAction::Close;
    case ValveReason::CustomerWish:
    case ValveReason::MeterWork:
        return true;
    case ValveReason::Reconnection:
    case ValveReason::DangerOver:
        return action == ValveAction::Open;
    }
    return false;
}

bool needsApproval(ValveReason reason, ValveAction action) {
    return action == ValveAction::Open || reason != ValveReason::Danger;
}

std::vector<ValveBlock> ValveInterlock::blocks(const ValveWish& wish, const ValveFacts& facts) const {
    if (!fits(wish.reason, wish.action))
        return {ValveBlock::ReasonDoesNotFit};
    Blocks found;
    addIf(found, wish.document.trimmed().isEmpty(), ValveBlock::DocumentMissing);
    if (wish.action == ValveAction::Close)
        addClosing(found, wish, facts, m_policy);
    else
        addOpening(found, wish, facts, m_policy);
    if (needsApproval(wish.reason, wish.action)) {
        addIf(found, !wish.approvedBy, ValveBlock::NotApproved);
        addIf(found, wish.approvedBy == wish.requestedBy, ValveBlock::SamePerson);
    }
    return found;
}

std::vector<ValveBlock> ValveInterlock::refusals(const ValveWish& wish, const ValveFacts& facts) const {
    Blocks all = blocks(wish, facts);
    std::erase_if(all, [](ValveBlock block) { return rowOf(blockRows, block)->passes; });
    return all;
}

Result<ValveClearance> ValveInterlock::clear(const DeviceCommand& command, const ValveWish& wish,
                                             const ValveFacts& facts, const QString& deviceAddress) const {
    if (!movesValve(command.kind) || actionOf(command.kind) != wish.action)
        return CommandError::UnknownKind;
    if (const Blocks found = blocks(wish, facts); !found.empty())
        return Error(CommandError::HeldByRule, codesOf(found));
    const Instant until = std::min(command.notAfter, facts.moment.now + m_policy.clearanceValid);
    return ValveClearance(command.id, wish.action, deviceAddress, until);
}

} // namespace meterhall
