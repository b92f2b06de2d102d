#pragma once

#include "core/commands/valve_clearance.h"
#include "core/commands/valve_rules.h"

namespace meterhall {

/// The rules that stand between a wish and a valve. Only services that judge what is stored may include this file: a
/// test of the tree watches who does (tests/architecture/valve_test.py).
class ValveInterlock {
public:
    explicit ValveInterlock(const ValvePolicy& policy)
        : m_policy(policy) {}

    /// Everything that speaks against moving the valve at this moment, all of it. Empty when nothing does.
    std::vector<ValveBlock> blocks(const ValveWish& wish, const ValveFacts& facts) const;
    /// Those that time and site work will not remove: such a wish is not even taken down.
    std::vector<ValveBlock> refusals(const ValveWish& wish, const ValveFacts& facts) const;
    /// The one way to a clearance. HeldByRule names the blocks.
    Result<ValveClearance> clear(const DeviceCommand& command, const ValveWish& wish, const ValveFacts& facts,
                                 const QString& deviceAddress) const;

private:
    ValvePolicy m_policy;
};

} // namespace meterhall
