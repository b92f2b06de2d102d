#include "core/storage/audit_chain.h"

namespace meterhall::storage {

Hash AuditEntry::hash() const {
    return Sha256()
        .add(std::string_view("meterhall.audit.1"))
        .add(ByteView(previous))
        .addInteger(unit.raw())
        .addInteger(at.microseconds())
        .addInteger(businessDay ? businessDay->number() : 0)
        .addPrefixed(action.toStdString())
        .addPrefixed(operatorName.toStdString())
        .addPrefixed(details.toStdString())
        .addInteger(rowCount)
        .add(ByteView(digest))
        .finish();
}

} // namespace meterhall::storage
