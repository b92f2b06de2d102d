#pragma once

#include "core/security/permissions.h"
#include "core/services/session.h"

#include <functional>
#include <vector>

namespace meterhall::ui {

/// Something that one person alone may not do, asked for by a page while the second person stands at the seat.
struct SecondPersonTask {
    struct Fact {
        QString label; ///< "Cashier", "Difference"
        QString value;
    };
    QString what;              ///< "Close the shift of seat 2"; its name while it is on its way, too
    std::vector<Fact> facts{}; ///< whose, how much
    QString rule;              ///< why one person is not enough
    QString reasonLabel{};     ///< of a reason the second person must give; empty: none is needed
    Service service;           ///< what the second person must be allowed to do
    /// On the writing thread, in the session of the second person: what it writes bears that name.
    std::function<Result<void>(services::Session&, const QString& reason)> job;
    /// On the interface thread, when it was done.
    std::function<void()> done;
};

} // namespace meterhall::ui
