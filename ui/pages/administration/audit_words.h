#pragma once

#include "core/services/administration.h"
#include "core/services/audit_log.h"
#include "ui/widgets/ledger_model.h"

#include <map>

namespace meterhall::ui {

/// Names for whoever may see them; empty for an auditor.
struct StaffNames {
    std::map<QString, services::StaffName> byNumber;
    std::map<QString, services::StaffName> byId;

    static StaffNames of(const std::vector<services::OperatorRow>& rows);
};

/// "Take payments": what a service's code means.
QString auditActionText(const QString& action);
/// What an entry was about, in words where its details are codes of ours.
QString auditAboutText(const services::AuditRow& row, const StaffNames& names);

std::vector<Column> auditColumns();
/// `holds`: a check has seen that it is as it was written.
LedgerRow auditLine(const services::AuditRow& row, const StaffNames& names, const UtilityZone& zone, bool holds);

} // namespace meterhall::ui
