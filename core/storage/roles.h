#pragma once

#include "core/storage/database.h"

namespace meterhall::storage {

/// The database roles of PostgreSQL. `meterhall_owner` (no login) owns and migrates; `meterhall_staff` may sign in,
/// read and write audit entries; each duty is a role `meterhall_<duty>` inside staff; each operator is a login that
/// is a member of its duties. On SQLite there are none; the functions that take a database are for PostgreSQL only.

/// cashier, shift_lead, review_clerk, reading_supervisor, reader, meter_keeper, vending_clerk, engineer, finance,
/// revenue_inspector, auditor, administrator.
std::span<const std::string_view> allDuties();
bool isDuty(std::string_view duty);

/// Makes the roles that are missing, and the schema `meterhall` of the connected database. Needs a superuser (or a
/// login with CREATEROLE that owns the database); safe to repeat. Comes before the first migrate().
Result<void> preparePostgres(Database& database);

/// A new login. `password` goes to the server only as its SCRAM verifier. By an administrator, or whoever prepared.
Result<void> createOperator(Database& database, const QString& login, const QByteArray& password,
                            std::span<const std::string_view> duties);

/// By an administrator, of a login that createOperator made and that is not his own (Refused): it is a member of these
/// duties and no other; without any it may not sign in. Part of the open unit of work.
Result<void> setOperatorDuties(Database& database, const QString& login, std::span<const std::string_view> duties);
/// The same, of its password.
Result<void> setOperatorPassword(Database& database, const QString& login, const QByteArray& password);
/// Of the login of this connection.
Result<void> changeOwnPassword(Database& database, const QByteArray& password);

} // namespace meterhall::storage
