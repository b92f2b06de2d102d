#pragma once

#include "core/commands/valve_interlock.h"

namespace meterhall::tests {

/// 2026-11-24, a Tuesday, ten o'clock: nothing speaks against anything, the crew has just checked.
inline ValveFacts cleanFacts(Commodity commodity = Commodity::Gas) {
    const Instant now = Instant::fromMicroseconds(1'795'500'000'000'000);
    ValveFacts facts{.moment = {.now = now, .day = *Date::of(2026, 11, 24), .minuteOfDay = 600},
                     .commodity = commodity};
    facts.siteCheck = SiteCheck{.at = now - Duration::minutes(10),
                                .crew = OperatorId::fromRaw(30),
                                .someonePresent = true,
                                .appliancesOff = true,
                                .leakFree = true};
    return facts;
}

inline DeviceCommand valveCommand(ValveAction action, std::int64_t id = 7) {
    const Instant now = cleanFacts().moment.now;
    return {.id = CommandId::fromRaw(id),
            .meter = MeterId::fromRaw(5),
            .kind = action == ValveAction::Open ? CommandKind::OpenValve : CommandKind::CloseValve,
            .requestedBy = OperatorId::fromRaw(10),
            .requestedAt = now,
            .notAfter = now + Duration::hours(24),
            .document = QStringLiteral("order 1")};
}

inline ValveWish approvedWish(ValveAction action, ValveReason reason) {
    return {.action = action,
            .reason = reason,
            .document = QStringLiteral("order 1"),
            .requestedBy = OperatorId::fromRaw(10),
            .approvedBy = OperatorId::fromRaw(20)};
}

/// Leave to move the valve of this meter, won from the interlock like every other.
inline ValveClearance clearanceFor(const QString& deviceAddress, ValveAction action) {
    auto clearance =
        ValveInterlock(ValvePolicy())
            .clear(valveCommand(action), approvedWish(action, ValveReason::MeterWork), cleanFacts(), deviceAddress);
    Q_ASSERT(clearance.ok());
    return std::move(*clearance);
}

} // namespace meterhall::tests
