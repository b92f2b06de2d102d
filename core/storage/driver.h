#pragma once

#include "core/storage/dialect.h"
#include "core/storage/statement.h"

namespace meterhall::storage {

/// One connection to one engine; the thin layer over sqlite3 and libpq. Used by the engine's own parts and by tests;
/// stores see Database and UnitOfWork.
class Driver {
public:
    Driver() = default;
    Driver(const Driver&) = delete;
    Driver& operator=(const Driver&) = delete;
    virtual ~Driver() = default;

    virtual DatabaseKind kind() const = 0;
    /// SQL of this engine with `?` placeholders, macros already expanded.
    virtual Result<std::unique_ptr<Statement>> prepare(std::string_view sql) = 0;
    /// Any number of statements without values.
    virtual Result<void> script(const std::string& sql) = 0;
    virtual bool inTransaction() const = 0;
    /// sqlite3* or PGconn*, for the bulk path.
    virtual void* handle() const = 0;
};

} // namespace meterhall::storage
