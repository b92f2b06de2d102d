#include "core/storage/command_store.h"

namespace meterhall::storage {

namespace {

// The newest event says where a command stands; the furthest state is that of the newest event that is not "unknown",
// because states other than that one only move on.
constexpr const char* commandQuery =
    "SELECT c.id, c.meter_id, c.kind, c.parameter, c.requested_by, c.requested_at, c.not_after, c.document, "
    "c.service_point_id, c.reason, e.state, e.number, "
    "(SELECT f.state FROM command_event f WHERE f.command_id = c.id AND f.state <> 4 ORDER BY f.number DESC LIMIT 1) "
    "FROM command c JOIN command_event e ON e.command_id = c.id "
    "AND e.number = (SELECT max(l.number) FROM command_event l WHERE l.command_id = c.id) ";
static_assert(int(CommandState::Unknown) == 4);

StoredCommand commandFrom(const Row& row) {
    return {.command = {.id = row.get<CommandId>(0),
                        .meter = row.get<MeterId>(1),
                        .kind = row.get<CommandKind>(2),
                        .parameter = row.get<int>(3),
                        .requestedBy = row.get<OperatorId>(4),
                        .requestedAt = row.get<Instant>(5),
                        .notAfter = row.get<Instant>(6),
                        .document = row.text(7)},
            .servicePoint = row.get<ServicePointId>(8),
            .reason = row.get<std::optional<ValveReason>>(9),
            .life = CommandLife(row.get<CommandState>(10), row.get<CommandState>(12)),
            .events = row.get<int>(11)};
}

CommandEvent eventFrom(const Row& row) {
    return {.command = row.get<CommandId>(0),
            .number = row.get<int>(1),
            .heard = row.get<CommandState>(2),
            .state = row.get<CommandState>(3),
            .at = row.get<Instant>(4),
            .by = row.get<OperatorId>(5),
            .evidence = row.text(6)};
}

} // namespace

Result<void> CommandStore::insert(UnitOfWork& work, const DeviceCommand& command, ServicePointId place,
                                  std::optional<ValveReason> reason) {
    MH_CHECK(work.insertGuarded("command",
                                {"id", "meter_id", "service_point_id", "kind", "parameter", "reason", "document",
                                 "requested_by", "requested_at", "not_after"},
                                {command.id, command.meter, place, command.kind, command.parameter, reason,
                                 command.document, command.requestedBy, command.requestedAt, command.notAfter}));
    const CommandState born = CommandLife::of(command.kind).state();
    return insert(work, CommandEvent{.command = command.id,
                                     .number = 1,
                                     .heard = born,
                                     .state = born,
                                     .at = command.requestedAt,
                                     .by = command.requestedBy,
                                     .evidence = {}});
}

Result<void> CommandStore::insert(UnitOfWork& work, const CommandEvent& event) {
    return work.insertGuarded(
        "command_event", {"command_id", "number", "heard", "state", "at", "operator_id", "evidence"},
        {event.command, event.number, event.heard, event.state, event.at, event.by, event.evidence});
}

// On SQLite a unit of work holds the whole file.
Result<void> CommandStore::lock(UnitOfWork& work, MeterId meter) {
    if (work.database().isSqlite())
        return {};
    MH_CHECK(work.database().maybe("SELECT 1 FROM pg_advisory_xact_lock(?)", {meter}, [](const Row&) { return true; }));
    return {};
}

Result<std::vector<StoredCommand>> CommandStore::commands(const std::string& condition, const Values& values) const {
    return m_database.all(commandQuery + condition + " ORDER BY c.requested_at, c.id", values, commandFrom);
}

Result<std::optional<StoredCommand>> CommandStore::command(CommandId id) const {
    return m_database.maybe(std::string(commandQuery) + "WHERE c.id = ?", {id}, commandFrom);
}

Result<std::vector<CommandEvent>> CommandStore::events(CommandId id) const {
    return m_database.all("SELECT command_id, number, heard, state, at, operator_id, evidence FROM command_event "
                          "WHERE command_id = ? ORDER BY number",
                          {id}, eventFrom);
}

Result<std::vector<StoredCommand>> CommandStore::commandsOf(MeterId meter) const {
    return commands("WHERE c.meter_id = ?", {meter});
}

Result<std::vector<StoredCommand>> CommandStore::newestOf(MeterId meter, ServicePointId place, int limit) const {
    return m_database.all(std::string(commandQuery) + "WHERE c.meter_id = ? AND c.service_point_id = ? "
                                                      "ORDER BY c.requested_at DESC, c.id DESC LIMIT ?",
                          {meter, place, limit}, commandFrom);
}

Result<std::vector<StoredCommand>> CommandStore::inStates(const std::vector<CommandState>& states,
                                                          const QString& terminal) const {
    std::string places;
    Values values;
    for (const CommandState state : states) {
        places += places.empty() ? "?" : ", ?";
        values.emplace_back(state);
    }
    std::string condition = "WHERE e.state IN (" + places + ")";
    if (!terminal.isEmpty()) {
        condition += " AND c.meter_id IN (SELECT m.id FROM meter m WHERE m.terminal = ?)";
        values.emplace_back(terminal);
    }
    return commands(condition, values);
}

Result<void> CommandStore::each(const std::function<Result<void>(const StoredCommand&)>& visit) const {
    MH_TRY(const ReadView view, ReadView::begin(m_database));
    return m_database.stream(std::string(commandQuery) + "ORDER BY c.id", {},
                             [&](const Row& row) { return visit(commandFrom(row)); });
}

Result<int> CommandStore::toApprove(OperatorId by, Instant now) const {
    static_assert(int(CommandState::Requested) == 1);
    MH_TRY(const std::int64_t count,
           m_database.number("SELECT COUNT(*) FROM command c WHERE c.not_after >= ? AND c.requested_by <> ? "
                             "AND EXISTS (SELECT 1 FROM command_event f WHERE f.command_id = c.id AND f.number = 1 "
                             "AND f.state = 1) "
                             "AND NOT EXISTS (SELECT 1 FROM command_event e WHERE e.command_id = c.id "
                             "AND e.state <> 1)",
                             {now, by}));
    return int(count);
}

Result<int> CommandStore::underWay(Instant now) const {
    static_assert(int(CommandState::Queued) == 2 && int(CommandState::Delivered) == 7);
    MH_TRY(const std::int64_t count,
           m_database.number("SELECT COUNT(*) FROM command c WHERE c.not_after >= ? "
                             "AND EXISTS (SELECT 1 FROM command_event f WHERE f.command_id = c.id AND f.state > 1) "
                             "AND NOT EXISTS (SELECT 1 FROM command_event e WHERE e.command_id = c.id "
                             "AND e.state > 7)",
                             {now}));
    return int(count);
}

Result<void> CommandStore::insertFlag(UnitOfWork& work, std::int64_t id, AccountId account, const StoredFlag& flag,
                                      OperatorId by) {
    return work.insertGuarded("supply_flag",
                              {"id", "account_id", "flag", "raised", "until_day", "document", "operator_id", "at"},
                              {id, account, flag.flag, flag.raised, flag.until, flag.document, by, work.now()});
}

Result<std::set<SupplyFlag>> CommandStore::flagsOf(AccountId account, Date day) const {
    // In the order they were said: the last word on a flag counts.
    MH_TRY(const auto rows,
           m_database.all(
               "SELECT flag, raised, until_day FROM supply_flag WHERE account_id = ? ORDER BY at, id", {account},
               [](const Row& row) {
                   return StoredFlag{row.get<SupplyFlag>(0), row.get<bool>(1), row.get<std::optional<Date>>(2), {}};
               }));
    std::set<SupplyFlag> flags;
    for (const StoredFlag& row : rows) {
        flags.erase(row.flag);
        if (row.raised && (!row.until || day <= *row.until))
            flags.insert(row.flag);
    }
    return flags;
}

Result<void> CommandStore::insert(UnitOfWork& work, const StoredNotice& notice, OperatorId by) {
    return work.insertGuarded(
        "disconnection_notice",
        {"id", "account_id", "served_on", "overdue_minor", "currency", "proof", "operator_id", "at"},
        {notice.id, notice.account, notice.servedOn, notice.overdue, QString(notice.overdue.currency().code()),
         notice.proof, by, work.now()});
}

Result<std::optional<StoredNotice>> CommandStore::newestNotice(AccountId account) const {
    return m_database.maybe(
        "SELECT id, account_id, served_on, overdue_minor, currency, proof FROM "
        "disconnection_notice WHERE account_id = ? ORDER BY served_on DESC, id DESC LIMIT 1",
        {account}, [](const Row& row) -> Result<StoredNotice> {
            MH_TRY(const Money overdue, Money::fromStored(row.integer(3), row.text(4)));
            return StoredNotice{row.integer(0), row.get<AccountId>(1), row.get<Date>(2), overdue, row.text(5)};
        });
}

Result<void> CommandStore::insert(UnitOfWork& work, const StoredSiteCheck& check) {
    return work.insertGuarded("site_check",
                              {"id", "service_point_id", "crew_id", "checked_at", "someone_present", "appliances_off",
                               "leak_free", "evidence"},
                              {check.id, check.servicePoint, check.check.crew, check.check.at,
                               check.check.someonePresent, check.check.appliancesOff, check.check.leakFree,
                               check.evidence});
}

Result<std::optional<StoredSiteCheck>> CommandStore::newestSiteCheck(ServicePointId place) const {
    return m_database.maybe("SELECT id, service_point_id, crew_id, checked_at, someone_present, appliances_off, "
                            "leak_free, evidence FROM site_check WHERE service_point_id = ? "
                            "ORDER BY checked_at DESC, id DESC LIMIT 1",
                            {place}, [](const Row& row) {
                                return StoredSiteCheck{row.integer(0), row.get<ServicePointId>(1),
                                                       SiteCheck{.at = row.get<Instant>(3),
                                                                 .crew = row.get<OperatorId>(2),
                                                                 .someonePresent = row.get<bool>(4),
                                                                 .appliancesOff = row.get<bool>(5),
                                                                 .leakFree = row.get<bool>(6)},
                                                       row.text(7)};
                            });
}

} // namespace meterhall::storage
