#pragma once

#include "core/commands/command_life.h"
#include "core/commands/released_command.h"
#include "core/commands/valve_rules.h"
#include "core/money/money.h"
#include "core/storage/database.h"
#include "core/storage/unit_of_work.h"

namespace meterhall::storage {

/// A command with where it stands and where its meter hangs.
struct StoredCommand {
    DeviceCommand command;
    ServicePointId servicePoint;
    std::optional<ValveReason> reason;
    CommandLife life;
    int events = 0;
};

struct StoredFlag {
    SupplyFlag flag;
    bool raised = false;
    std::optional<Date> until;
    QString document;
};

struct StoredNotice {
    std::int64_t id = 0;
    AccountId account;
    Date servedOn;
    Money overdue;
    QString proof;
};

struct StoredSiteCheck {
    std::int64_t id = 0;
    ServicePointId servicePoint;
    SiteCheck check;
    QString evidence;
};

/// Commands, what was said of them, and what the interlock looks at.
class CommandStore {
public:
    explicit CommandStore(Database& database)
        : m_database(database) {}

    /// The command and its first event.
    static Result<void> insert(UnitOfWork& work, const DeviceCommand& command, ServicePointId place,
                               std::optional<ValveReason> reason);
    static Result<void> insert(UnitOfWork& work, const CommandEvent& event);
    /// Nobody else writes of these commands' meter until the unit ends.
    static Result<void> lock(UnitOfWork& work, MeterId meter);

    Result<std::optional<StoredCommand>> command(CommandId id) const;
    Result<std::vector<CommandEvent>> events(CommandId id) const;
    /// Oldest first.
    Result<std::vector<StoredCommand>> commandsOf(MeterId meter) const;
    /// The newest that were asked of the meter while it hung at the place, newest first.
    Result<std::vector<StoredCommand>> newestOf(MeterId meter, ServicePointId place, int limit) const;
    /// In one of these states; of the meters behind one terminal, or of all. Oldest first.
    Result<std::vector<StoredCommand>> inStates(const std::vector<CommandState>& states, const QString& terminal) const;
    Result<void> each(const std::function<Result<void>(const StoredCommand&)>& visit) const;
    /// How many wait for somebody else than this person to say yes, and still may be sent.
    Result<int> toApprove(OperatorId by, Instant now) const;
    /// How many may be sent or were sent, and are not known to be over; of those whose time has not run out.
    Result<int> underWay(Instant now) const;

    static Result<void> insertFlag(UnitOfWork& work, std::int64_t id, AccountId account, const StoredFlag& flag,
                                   OperatorId by);
    /// In force on the day.
    Result<std::set<SupplyFlag>> flagsOf(AccountId account, Date day) const;
    static Result<void> insert(UnitOfWork& work, const StoredNotice& notice, OperatorId by);
    Result<std::optional<StoredNotice>> newestNotice(AccountId account) const;
    static Result<void> insert(UnitOfWork& work, const StoredSiteCheck& check);
    Result<std::optional<StoredSiteCheck>> newestSiteCheck(ServicePointId place) const;

private:
    Result<std::vector<StoredCommand>> commands(const std::string& condition, const Values& values) const;

    Database& m_database;
};

} // namespace meterhall::storage
