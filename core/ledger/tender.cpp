#include "core/ledger/tender.h"

#include <algorithm>
#include <utility>

namespace meterhall {

namespace {

constexpr std::array methodCodes{
    std::pair(PaymentMethod::Cash, "cash"),         std::pair(PaymentMethod::WeChat, "wechat"),
    std::pair(PaymentMethod::Alipay, "alipay"),     std::pair(PaymentMethod::BankCard, "card"),
    std::pair(PaymentMethod::Transfer, "transfer"), std::pair(PaymentMethod::Cheque, "cheque")};
constexpr qsizetype shortestReference = 4;
constexpr qsizetype longestReference = 64;
constexpr qsizetype longestBank = 60;
constexpr int oldestDays = 366;

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

bool mayStandInReference(QChar c) {
    return isDigit(c) || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'-';
}

} // namespace

QString codeOf(PaymentMethod method) {
    for (const auto& [known, code] : methodCodes)
        if (known == method)
            return QString::fromLatin1(code);
    return {};
}

std::optional<PaymentMethod> paymentMethodOf(const QString& code) {
    for (const auto& [method, known] : methodCodes)
        if (code == QLatin1String(known))
            return method;
    return {};
}

namespace {

Result<QString> checkedReference(const Tender& tender) {
    QString reference = tender.reference;
    reference.remove(u' ');
    if (reference.isEmpty())
        return LedgerError::ReferenceMissing;
    const bool fits = reference.size() >= shortestReference && reference.size() <= longestReference;
    if (!fits || !std::ranges::all_of(reference, mayStandInReference))
        return LedgerError::BadReference;
    return reference;
}

} // namespace

Result<Tender> checkedTender(const Tender& tender, Date today) {
    if (tender.isCash())
        return Tender{};
    MH_TRY(const QString reference, checkedReference(tender));
    if (!tender.isFromBank())
        return Tender{tender.method, reference};
    const QString bank = tender.bank.simplified();
    if (bank.isEmpty() || bank.size() > longestBank)
        return LedgerError::BankMissing;
    if (!tender.valueDate || *tender.valueDate > today || today.daysSince(*tender.valueDate) > oldestDays)
        return LedgerError::BadValueDate;
    return Tender{tender.method, reference, bank, tender.valueDate};
}

bool looksLikePayCode(const Tender& tender) {
    const QString& code = tender.reference;
    if (!std::ranges::all_of(code, isDigit))
        return false;
    const int begin = code.left(2).toInt();
    if (tender.method == PaymentMethod::WeChat)
        return code.size() == 18 && begin >= 10 && begin <= 15;
    return tender.method == PaymentMethod::Alipay && code.size() >= 16 && code.size() <= 24 && begin >= 25 &&
           begin <= 30;
}

} // namespace meterhall
