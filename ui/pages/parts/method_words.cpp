#include "ui/pages/parts/method_words.h"

#include <QCoreApplication>

namespace meterhall::ui {

namespace {

struct MethodWords {
    Q_DECLARE_TR_FUNCTIONS(MethodWords)
};

} // namespace

QString methodText(PaymentMethod method) {
    switch (method) {
    case PaymentMethod::Cash:
        return MethodWords::tr("Cash");
    case PaymentMethod::WeChat:
        return MethodWords::tr("WeChat");
    case PaymentMethod::Alipay:
        return MethodWords::tr("Alipay");
    case PaymentMethod::BankCard:
        return MethodWords::tr("Bank card");
    case PaymentMethod::Transfer:
        return MethodWords::tr("Transfer");
    case PaymentMethod::Cheque:
        return MethodWords::tr("Cheque");
    }
    return {};
}

const char* methodIcon(PaymentMethod method) {
    switch (method) {
    case PaymentMethod::Cash:
        return "cash";
    case PaymentMethod::WeChat:
    case PaymentMethod::Alipay:
        return "qr";
    case PaymentMethod::BankCard:
        return "bank-card";
    case PaymentMethod::Transfer:
        return "swap";
    case PaymentMethod::Cheque:
        return "note";
    }
    return "cash";
}

} // namespace meterhall::ui
