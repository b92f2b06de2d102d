#include "core/services/inside/personal_data.h"

#include "core/security/masking.h"
#include "core/services/inside/session_inside.h"

namespace meterhall::services {

namespace {
SealedPlace phoneOf(CustomerId customer) {
    return {"customer", "phone_sealed", customer.raw()};
}

SealedPlace identityOf(CustomerId customer) {
    return {"customer", "identity_sealed", customer.raw()};
}
} // namespace

Result<storage::SealedCustomer> sealCustomer(Session& session, const Customer& customer) {
    const SealingKeys& keys = session.inside().keys();
    MH_TRY(Bytes phone, keys.seal(customer.phone, phoneOf(customer.id)));
    MH_TRY(Bytes identity, keys.seal(customer.identityNumber, identityOf(customer.id)));
    return storage::SealedCustomer{customer.id, customer.name, std::move(phone), std::move(identity), customer.number};
}

Result<Customer> openCustomer(Session& session, const storage::SealedCustomer& sealed) {
    const SealingKeys& keys = session.inside().keys();
    MH_TRY(const QString phone, keys.open(sealed.phone, phoneOf(sealed.id)));
    MH_TRY(const QString identity, keys.open(sealed.identity, identityOf(sealed.id)));
    return Customer{sealed.id, sealed.name, phone, identity, sealed.number};
}

bool doesOpen(const SealingKeys& keys, const storage::SealedCustomer& sealed) {
    return keys.open(sealed.phone, phoneOf(sealed.id)).ok() && keys.open(sealed.identity, identityOf(sealed.id)).ok();
}

Result<MaskedPersonalData> maskedCustomer(Session& session, const storage::SealedCustomer& sealed) {
    const auto opened = openCustomer(session, sealed);
    if (opened.failedWith(SealError::NoKey) || opened.failedWith(SealError::UnknownKey))
        return MaskedPersonalData{{}, {}, true};
    if (!opened.ok())
        return opened.error();
    return MaskedPersonalData{maskedPhone(opened->phone), maskedIdentity(opened->identityNumber), false};
}

Result<void> checkSameCustomer(Session& session, const storage::SealedCustomer& known, const Customer& told) {
    const auto differs = [&](const char* member) {
        return Error(RegistryError::CustomerDiffers, {known.number, QLatin1String(member)});
    };
    if (known.name != told.name)
        return differs("name");
    if (told.phone.isEmpty() && told.identityNumber.isEmpty())
        return {};
    MH_TRY(const Customer opened, openCustomer(session, known));
    if (!told.phone.isEmpty() && told.phone != opened.phone)
        return differs("phone");
    if (!told.identityNumber.isEmpty() && told.identityNumber != opened.identityNumber)
        return differs("id_number");
    return {};
}

Result<std::vector<SearchToken>> phoneTokens(Session& session, const QString& phone) {
    MH_TRY(const QStringList codes, session.inside().keys().phoneTokens(phone));
    std::vector<SearchToken> tokens;
    for (const QString& code : codes)
        tokens.push_back({TokenKind::Phone, code});
    return tokens;
}

Result<std::vector<SearchToken>> accountTokens(Session& session, const AccountWords& words) {
    std::vector<SearchToken> tokens = nameTokens(words.holder);
    MH_TRY(const auto phone, phoneTokens(session, words.phone));
    for (const auto& more : {addressTokens(words.address), phone})
        tokens.insert(tokens.end(), more.begin(), more.end());
    tokens.push_back(accountToken(words.accountNumber));
    tokens.push_back(meterToken(words.meterNumber));
    return tokens;
}

Result<QStringList> phoneCodes(Session& session, const QString& digits) {
    const SealingKeys& keys = session.inside().keys();
    if (keys.empty())
        return QStringList();
    auto codes = keys.phoneQuery(digits);
    // Of "0086" only the country code has been typed yet.
    return codes.failedWith(SealError::TooFewDigits) ? Result<QStringList>(QStringList()) : std::move(codes);
}

} // namespace meterhall::services
