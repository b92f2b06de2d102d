#pragma once

#include "core/money/money.h"

namespace meterhall {

/// An amount in the capital figures of Chinese papers, by 正确填写票据和结算凭证的基本规定 (People's Bank of China):
/// 1005.30 is 壹仟零伍元叁角整, 16409.02 is 壹万陆仟肆佰零玖元零贰分, 0.05 is 伍分, 0 is 零元整. Without the word
/// 人民币, which stands printed on the paper. Where the rule leaves a 零 to the writer (the yuan digit is zero and the
/// jiao digit is not) it is written, as in the rule's own first example 1680.32 壹仟陆佰捌拾元零叁角贰分: a figure can
/// then not be slipped in. 整 follows 元 and 角. A negative amount begins with 负.
QString chineseCapitals(Money amount);

} // namespace meterhall
