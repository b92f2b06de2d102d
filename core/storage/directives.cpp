#include "core/storage/directives.h"

#include "core/storage/roles.h"

namespace meterhall::storage {

namespace {
Error badDirective(const std::string& what) {
    return {StorageError::BadMigration, {QStringLiteral("directive"), QString::fromStdString(what)}};
}

std::vector<std::string> wordsOf(std::string_view line) {
    std::vector<std::string> words;
    while (!line.empty()) {
        const std::size_t start = line.find_first_not_of(" \t\r");
        if (start == std::string_view::npos)
            break;
        line.remove_prefix(start);
        const std::size_t end = std::min(line.find_first_of(" \t\r"), line.size());
        words.emplace_back(line.substr(0, end));
        line.remove_prefix(end);
    }
    return words;
}

bool isName(std::string_view name) {
    return !name.empty() && name.size() < 50 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

std::vector<std::string> listOf(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        parts.emplace_back(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return parts;
}

Result<void> requireDuties(const std::vector<std::string>& duties) {
    for (const std::string& duty : duties) {
        if (!isDuty(duty))
            return badDirective("unknown duty " + duty);
    }
    return {};
}

/// What a guarded row holds is what its unit digested: no value may appear by itself, and the unit must be named.
Result<void> requireGuardable(Database& database, const std::string& table) {
    constexpr std::string_view sqlite = "SELECT name, dflt_value IS NOT NULL FROM pragma_table_info(?)";
    constexpr std::string_view postgres =
        "SELECT attname, atthasdef FROM pg_attribute WHERE attrelid = "
        "('meterhall.' || quote_ident(?))::regclass AND attnum > 0 AND NOT attisdropped";
    bool hasUnit = false;
    MH_CHECK(database.each(database.isSqlite() ? sqlite : postgres, {table}, [&](const Row& row) -> Result<void> {
        hasUnit = hasUnit || row.utf8(0) == "unit_id";
        if (row.get<bool>(1))
            return badDirective(table + " has a default value");
        return {};
    }));
    return hasUnit ? Result<void>() : Result<void>(badDirective(table + " has no column unit_id"));
}

Result<void> guarded(Database& database, const Directive& directive) {
    const std::string route = directive.option("via", "function");
    const std::string logical = directive.option("as", directive.table);
    const std::string duties = directive.option("duties");
    const bool knownRoute = route == "function" || route == "copy";
    if (!knownRoute || !isName(logical) || duties.empty())
        return badDirective("@guarded " + directive.table);
    MH_CHECK(requireDuties(listOf(duties)));
    MH_CHECK(requireGuardable(database, directive.table));
    if (!database.isSqlite()) {
        MH_CHECK(database.one("SELECT guard_table(?, ?, ?, ?)", {directive.table, logical, route, duties},
                              [](const Row&) { return true; }));
        return {};
    }
    MH_CHECK(guardOnSqlite(database, directive.table));
    MH_CHECK(
        database.executeUnaudited("INSERT INTO guarded_table (name, logical_name, route, duties) VALUES (?, ?, ?, ?)",
                                  {directive.table, logical, route, duties}));
    return {};
}

Result<void> appendOnly(Database& database, const Directive& directive) {
    if (database.isSqlite())
        MH_CHECK(guardOnSqlite(database, directive.table));
    else
        MH_CHECK(database.one("SELECT refuse_changes_of(?)", {directive.table}, [](const Row&) { return true; }));
    MH_CHECK(database.executeUnaudited(
        "INSERT INTO guarded_table (name, logical_name, route, duties) VALUES (?, ?, 'engine', '')",
        {directive.table, directive.table}));
    return {};
}

struct BalanceNames {
    std::string table;
    std::string group;
    std::vector<std::string> also;
    std::string amount;
};

/// Lines of a group that another unit began.
Result<void> balanceOnSqlite(Database& database, const BalanceNames& names) {
    return database.driver().script("CREATE TRIGGER " + names.table + "_balance BEFORE INSERT ON " + names.table +
                                    " WHEN EXISTS (SELECT 1 FROM " + names.table + " o WHERE o." + names.group +
                                    " = NEW." + names.group +
                                    " AND o.unit_id <> NEW.unit_id) BEGIN SELECT RAISE(ABORT, "
                                    "'unbalanced:" +
                                    names.table + "'); END");
}

Result<void> balanceOnPostgres(Database& database, const BalanceNames& names) {
    std::string groups = names.group;
    for (const std::string& column : names.also)
        groups += ", " + column;
    const std::string function = names.table + "_balance";
    return database.driver().script("CREATE FUNCTION " + function +
                                    "() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER "
                                    "SET search_path = meterhall, pg_temp AS $$ BEGIN "
                                    "IF EXISTS (SELECT 1 FROM new_rows GROUP BY " +
                                    groups + " HAVING sum(" + names.amount +
                                    ") <> 0) "
                                    "OR EXISTS (SELECT 1 FROM (SELECT " +
                                    names.group + " AS g, min(unit_id) AS u FROM new_rows GROUP BY 1) n JOIN " +
                                    names.table + " o ON o." + names.group +
                                    " = n.g AND o.unit_id <> n.u) THEN "
                                    "RAISE EXCEPTION '" +
                                    names.table +
                                    "' USING ERRCODE = 'MH003'; END IF; RETURN NULL; END $$;"
                                    "CREATE TRIGGER " +
                                    function + " AFTER INSERT ON " + names.table +
                                    " REFERENCING NEW TABLE AS new_rows "
                                    "FOR EACH STATEMENT EXECUTE FUNCTION " +
                                    function +
                                    "();"
                                    "ALTER TABLE " +
                                    names.table + " ENABLE ALWAYS TRIGGER " + function);
}

Result<void> balanced(Database& database, const Directive& directive) {
    const BalanceNames names{directive.table, directive.option("group"), listOf(directive.option("also")),
                             directive.option("amount")};
    if (!isName(names.group) || !isName(names.amount) || !std::all_of(names.also.begin(), names.also.end(), isName))
        return badDirective("@balanced " + directive.table);
    MH_CHECK(database.isSqlite() ? balanceOnSqlite(database, names) : balanceOnPostgres(database, names));
    MH_CHECK(database.executeUnaudited(
        "INSERT INTO balanced_table (name, group_column, also_columns, amount_column) VALUES (?, ?, ?, ?)",
        {names.table, names.group, directive.option("also"), names.amount}));
    return {};
}

Result<void> check(Database& database, const Directive& directive) {
    if (database.isSqlite())
        return {};
    const std::string function = directive.option("function");
    if (!isName(function))
        return badDirective("@check " + directive.table);
    return database.driver().script("CREATE TRIGGER " + function + " AFTER INSERT ON " + directive.table +
                                    " REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION " +
                                    function + "(); ALTER TABLE " + directive.table + " ENABLE ALWAYS TRIGGER " +
                                    function);
}

/// Grants of an ordinary table. Without read= everybody on the staff may read.
Result<void> table(Database& database, const Directive& directive) {
    if (database.isSqlite())
        return {};
    std::string sql;
    for (const auto& [option, right] : {std::pair("read", "SELECT"), std::pair("insert", "INSERT"),
                                        std::pair("update", "UPDATE"), std::pair("delete", "DELETE")}) {
        const std::string duties = directive.option(option, std::string_view(option) == "read" ? "staff" : "");
        for (const std::string& duty : listOf(duties)) {
            if (duty != "staff")
                MH_CHECK(requireDuties({duty}));
            sql += std::string("GRANT ") + right + " ON " + directive.table + " TO meterhall_" + duty + ";";
        }
    }
    return database.driver().script(sql);
}
} // namespace

std::string Directive::option(const std::string& key, const std::string& otherwise) const {
    const auto found = options.find(key);
    return found == options.end() ? otherwise : found->second;
}

Result<std::optional<Directive>> parseDirective(std::string_view line) {
    constexpr std::string_view mark = "-- @";
    if (!line.starts_with(mark))
        return std::optional<Directive>();
    const auto words = wordsOf(line.substr(mark.size()));
    if (words.size() < 2 || !isName(words[1]))
        return badDirective(std::string(line));
    Directive directive{words[0], words[1], {}};
    for (std::size_t i = 2; i < words.size(); ++i) {
        const std::size_t equals = words[i].find('=');
        if (equals == std::string::npos)
            return badDirective(std::string(line));
        directive.options[words[i].substr(0, equals)] = words[i].substr(equals + 1);
    }
    return std::optional(std::move(directive));
}

Result<void> apply(Database& database, const Directive& directive) {
    using Apply = Result<void> (*)(Database&, const Directive&);
    struct Word {
        Apply apply;
        std::vector<std::string> options;
    };
    static const std::map<std::string, Word> words{
        {"guarded", {guarded, {"duties", "via", "as"}}},
        {"append_only", {appendOnly, {}}},
        {"balanced", {balanced, {"group", "amount", "also"}}},
        {"check", {check, {"function"}}},
        {"table", {table, {"read", "insert", "update", "delete"}}},
    };
    const auto found = words.find(directive.word);
    if (found == words.end())
        return badDirective("@" + directive.word);
    for (const auto& [option, value] : directive.options) {
        const auto& known = found->second.options;
        if (std::find(known.begin(), known.end(), option) == known.end())
            return badDirective("@" + directive.word + " " + option);
    }
    return found->second.apply(database, directive);
}

Result<void> guardOnSqlite(Database& database, const std::string& table) {
    const auto trigger = [&](const char* name, const char* event) {
        return "CREATE TRIGGER " + table + name + " BEFORE " + event + " ON " + table +
               " BEGIN SELECT RAISE(ABORT, 'guarded:" + table + "'); END;";
    };
    // INSERT OR REPLACE removes the old row, which fires the second one because recursive_triggers is ON.
    return database.driver().script(trigger("_no_update", "UPDATE") + trigger("_no_delete", "DELETE"));
}

} // namespace meterhall::storage
