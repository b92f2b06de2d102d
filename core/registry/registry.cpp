#include "core/registry/registry.h"

namespace meterhall {

QLatin1StringView carrierCode(Carrier carrier) {
    switch (carrier) {
    case Carrier::Gdw376:
        return QLatin1StringView("gdw376");
    case Carrier::Dtu:
        return QLatin1StringView("dtu");
    }
    return {};
}

Result<Carrier> parseCarrier(QStringView code) {
    for (const Carrier carrier : {Carrier::Gdw376, Carrier::Dtu})
        if (code == carrierCode(carrier))
            return carrier;
    return Error(RegistryError::BadRow, {QStringLiteral("carrier")});
}

QLatin1StringView useClassCode(UseClass useClass) {
    switch (useClass) {
    case UseClass::Residential:
        return QLatin1StringView("residential");
    case UseClass::NonResidential:
        return QLatin1StringView("non-residential");
    case UseClass::Special:
        return QLatin1StringView("special");
    }
    return {};
}

Result<UseClass> parseUseClass(QStringView code) {
    for (const UseClass useClass : {UseClass::Residential, UseClass::NonResidential, UseClass::Special})
        if (code == useClassCode(useClass))
            return useClass;
    return Error(RegistryError::BadUseClass, {code.toString()});
}

Result<QString> parseAccountNumber(QStringView text) {
    const QStringView trimmed = text.trimmed();
    const bool digitsOnly = std::all_of(trimmed.begin(), trimmed.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (trimmed.size() < 6 || trimmed.size() > 16 || !digitsOnly)
        return Error(RegistryError::BadAccountNumber, {trimmed.left(20).toString()});
    return trimmed.toString();
}

} // namespace meterhall
