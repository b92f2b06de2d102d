#pragma once

#include "core/registry/registry.h"
#include "core/storage/unit_of_work.h"

#include <map>

namespace meterhall::storage {

/// What reading runs made of the terminals they asked: kept with each run, so that a list of terminals adds nothing up.
class ReadingRunStore {
public:
    explicit ReadingRunStore(Database& database)
        : m_database(database) {}

    /// A run begins: how many meters it asks behind each terminal, and whether these are all that hang there.
    static Result<void> ask(UnitOfWork& work, std::int64_t run, bool whole, const std::map<QString, int>& terminals);
    /// It is over, and its targets are saved: adds them up.
    static Result<void> addUp(UnitOfWork& work, std::int64_t run);
    /// Over all terminals, of the last run each that asked everything behind it and is over.
    Result<int> unreadOfLastRuns() const;

private:
    Database& m_database;
};

} // namespace meterhall::storage
