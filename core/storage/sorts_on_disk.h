#pragma once

#include "core/storage/database.h"

namespace meterhall::storage {

/// For as long as this lives, SQLite sorts and groups in files without a name instead of in memory (sqlite_driver.cpp):
/// for whoever goes through whole tables. Begins and ends outside of a transaction; inside of one it changes nothing.
class SortsOnDisk {
public:
    explicit SortsOnDisk(Database& database)
        : m_driver(database.isSqlite() && !database.driver().inTransaction() ? &database.driver() : nullptr) {
        sortIn("FILE");
    }
    ~SortsOnDisk() { sortIn("MEMORY"); }
    SortsOnDisk(const SortsOnDisk&) = delete;
    SortsOnDisk& operator=(const SortsOnDisk&) = delete;

private:
    // When it fails, sorting costs memory and is still right.
    void sortIn(const char* place) {
        if (m_driver)
            (void)m_driver->script(std::string("PRAGMA temp_store = ") + place).ok();
    }

    Driver* m_driver;
};

} // namespace meterhall::storage
