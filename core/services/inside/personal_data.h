#pragma once

#include "core/registry/registry.h"
#include "core/registry/search_tokens.h"
#include "core/security/sealed_text.h"
#include "core/services/customer_file.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

/// The one place where phones and identity numbers are sealed and opened. Included by the .cpp files of services only.
Result<storage::SealedCustomer> sealCustomer(Session& session, const Customer& customer);
/// Whether what a file tells of a customer is what is known: the name, and the phone and identity number it gives.
/// CustomerDiffers(number, member) otherwise. Nothing of what was sealed leaves here.
Result<void> checkSameCustomer(Session& session, const storage::SealedCustomer& known, const Customer& told);
/// Opens the seals; the caller has asked for Service::ShowPersonalData and leaves the audit entry.
Result<Customer> openCustomer(Session& session, const storage::SealedCustomer& sealed);
/// Whether these keys open the seals; nothing of what was sealed leaves here.
bool doesOpen(const SealingKeys& keys, const storage::SealedCustomer& sealed);
/// What anybody may see of them. What a seat without the key cannot open stays closed, and is no error.
Result<MaskedPersonalData> maskedCustomer(Session& session, const storage::SealedCustomer& sealed);

/// Everything an account is found by.
struct AccountWords {
    QString holder;
    QString phone;
    QString address;
    QString accountNumber;
    QString meterNumber;
};
Result<std::vector<SearchToken>> accountTokens(Session& session, const AccountWords& words);
/// Keyed codes under which a phone is found: for each prefix of three digits and more, and for its last four.
Result<std::vector<SearchToken>> phoneTokens(Session& session, const QString& phone);
/// The codes to look for when these digits were typed; none when the seat has no key.
Result<QStringList> phoneCodes(Session& session, const QString& digits);

} // namespace meterhall::services
