#pragma once

#include <QString>

namespace meterhall::ui::labels {

struct SettlementLabels {
    QString title = QStringLiteral("更正结算单");
    QString number = QStringLiteral("更正编号");
    QString reason = QStringLiteral("更正依据");
    QString bills = QStringLiteral("逐笔更正");
    QString month = QStringLiteral("账期");
    QString readTo = QStringLiteral("抄表日");
    QString useBefore = QStringLiteral("原用量");
    QString use = QStringLiteral("实际用量");
    QString before = QStringLiteral("原金额");
    QString now = QStringLiteral("应为金额");
    QString difference = QStringLiteral("差额");
    QString accounts = QStringLiteral("更正后");
    QString owes = QStringLiteral("应交 %1");
    QString inFavour = QStringLiteral("余款 %1");
    QString total = QStringLiteral("差额合计");
    QString signPrepared = QStringLiteral("经办");
    QString signApproved = QStringLiteral("复核");
    QString signCustomer = QStringLiteral("用户");
};

} // namespace meterhall::ui::labels
