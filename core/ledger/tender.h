#pragma once

#include "core/ledger/journal.h"

namespace meterhall {

/// How a customer pays at the counter (付款方式). Everything but cash goes through a terminal of a bank or a channel,
/// which gives a slip.
enum class PaymentMethod : std::uint8_t { Cash = 1, WeChat = 2, Alipay = 3, BankCard = 4 };
inline constexpr std::array paymentMethods{PaymentMethod::Cash, PaymentMethod::WeChat, PaymentMethod::Alipay,
                                           PaymentMethod::BankCard};

/// "cash", "wechat", "alipay", "card": also the component under which ChannelInTransit is kept.
QString codeOf(PaymentMethod method);
std::optional<PaymentMethod> paymentMethodOf(const QString& code);

/// How one visit was paid.
struct Tender {
    PaymentMethod method = PaymentMethod::Cash;
    QString reference{}; ///< the number on the terminal's slip (小票单号); empty for cash

    bool isCash() const { return method == PaymentMethod::Cash; }
    bool operator==(const Tender&) const = default;
};

/// Spaces taken away; of cash no reference. Guards of everything else: ReferenceMissing; BadReference: 4 to 64 ASCII
/// letters, digits and "-" are a slip's number.
Result<Tender> checkedTender(const Tender& tender);

/// The number looks like the code a customer holds out to be scanned (付款码), so that perhaps nothing was taken yet:
/// WeChat 18 digits from 10 to 15, Alipay 16 to 24 digits from 25 to 30 (both channels' documentation of auth_code).
bool looksLikePayCode(const Tender& tender);

} // namespace meterhall
