#pragma once

#include "core/ledger/journal.h"

namespace meterhall {

/// How a customer pays at the counter (付款方式). WeChat, Alipay and cards go through a terminal of a bank or a
/// channel, which gives a slip. Of a bank transfer (转账) the bank's advice is shown; a cheque (支票) is handed over,
/// and lies with the papers and not in the drawer.
enum class PaymentMethod : std::uint8_t { Cash = 1, WeChat = 2, Alipay = 3, BankCard = 4, Transfer = 5, Cheque = 6 };
inline constexpr std::array paymentMethods{PaymentMethod::Cash,     PaymentMethod::WeChat,   PaymentMethod::Alipay,
                                           PaymentMethod::BankCard, PaymentMethod::Transfer, PaymentMethod::Cheque};

/// "cash", "wechat", "alipay", "card", "transfer", "cheque": also the component under which ChannelInTransit is kept.
QString codeOf(PaymentMethod method);
std::optional<PaymentMethod> paymentMethodOf(const QString& code);

/// How one visit was paid.
struct Tender {
    PaymentMethod method = PaymentMethod::Cash;
    QString reference{}; ///< number of the terminal's slip (小票单号), the advice or the cheque; empty for cash
    QString bank{};      ///< of a transfer the one that sent it, of a cheque the one it is drawn on; else empty
    std::optional<Date> valueDate{}; ///< of a transfer when the money arrived, of a cheque its date of issue

    bool isCash() const { return method == PaymentMethod::Cash; }
    /// A transfer or a cheque: bank and date belong to it.
    bool isFromBank() const { return method == PaymentMethod::Transfer || method == PaymentMethod::Cheque; }
    bool operator==(const Tender&) const = default;
};

/// What does not belong to the method is left out. Guards of everything but cash: ReferenceMissing; BadReference: 4 to
/// 64 ASCII letters, digits and "-" are a number, spaces are taken away. Of what comes from a bank also BankMissing (1
/// to 60 characters) and BadValueDate (missing, later than `today`, or more than a year ago).
Result<Tender> checkedTender(const Tender& tender, Date today);

/// The number looks like the code a customer holds out to be scanned (付款码), so that perhaps nothing was taken yet:
/// WeChat 18 digits from 10 to 15, Alipay 16 to 24 digits from 25 to 30 (both channels' documentation of auth_code).
bool looksLikePayCode(const Tender& tender);

} // namespace meterhall
