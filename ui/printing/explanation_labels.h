#pragma once

#include <QString>

namespace meterhall::ui::labels {

struct ExplanationLabels {
    QString title = QStringLiteral("账单说明");
    QString steps = QStringLiteral("计算过程（每个数之下是算出它的数）");
    QString comparison = QStringLiteral("与另一期账单相比");
    QString priceOrder = QStringLiteral("价格文件：");
    QString proved = QStringLiteral("以上计算已由另一套程序独立复算，结果一致。");
    QString total = QStringLiteral("本期费用");
};

} // namespace meterhall::ui::labels
