#pragma once

#include <QString>

namespace meterhall::ui::labels {

struct ShiftLabels {
    QString title = QStringLiteral("交班表");
    QString shift = QStringLiteral("班次");
    QString cashier = QStringLiteral("收费员工号");
    QString openedAt = QStringLiteral("开班时间");
    QString closedAt = QStringLiteral("交班时间");
    QString floatIn = QStringLiteral("备用金");
    QString posBatch = QStringLiteral("POS 批次号");
    QString byMethod = QStringLiteral("收款（按缴费方式）");
    QString method = QStringLiteral("缴费方式");
    QString takenBack = QStringLiteral("撤销、冲正与作废");
    QString kind = QStringLiteral("种类");
    QString paperNumber = QStringLiteral("凭证编号");
    QString counted = QStringLiteral("现金清点（盲点）");
    QString face = QStringLiteral("面额（元）");
    QString pieces = QStringLiteral("张（枚）数");
    QString countedCash = QStringLiteral("实点现金");
    QString expectedCash = QStringLiteral("应有现金");
    QString over = QStringLiteral("长款");
    QString shortage = QStringLiteral("短款");
    QString explanation = QStringLiteral("差异说明：");
    QString numbers = QStringLiteral("票据与卡");
    QString from = QStringLiteral("起号");
    QString to = QStringLiteral("止号");
    QString used = QStringLiteral("使用");
    QString spoilt = QStringLiteral("作废");
    QString left = QStringLiteral("结余");
    QString signCashier = QStringLiteral("收费员签字");
    QString signLead = QStringLiteral("班长签字");
};

struct DayLabels {
    QString title = QStringLiteral("营业厅日报");
    QString businessDay = QStringLiteral("营业日");
    QString hall = QStringLiteral("营业厅");
    QString byCashier = QStringLiteral("各班次");
    QString operatorNumber = QStringLiteral("工号");
    QString shift = QStringLiteral("班次");
    QString taken = QStringLiteral("收款（元）");
    QString cash = QStringLiteral("其中现金");
    QString over = QStringLiteral("长款");
    QString shortage = QStringLiteral("短款");
    QString byLegalEntity = QStringLiteral("按收款主体");
    QString byComponent = QStringLiteral("按费用项目");
    QString byMethod = QStringLiteral("按缴费方式");
    QString other = QStringLiteral("其他");
    QString lateCharges = QStringLiteral("违约金");
    QString creditIn = QStringLiteral("预存款存入");
    QString creditUsed = QStringLiteral("预存款抵用");
    QString refunds = QStringLiteral("退费");
    QString otherBranches = QStringLiteral("代其他营业所收款");
    QString countAndSum = QStringLiteral("%1 笔，%2 元");
    QString unresolved = QStringLiteral("未了事项");
    QString total = QStringLiteral("当日收款合计");
    QString cashToBank = QStringLiteral("解款金额");
    QString depositSlip = QStringLiteral("现金缴款单号");
    QString signLead = QStringLiteral("班长签字");
    QString signFinance = QStringLiteral("财务签字");
};

} // namespace meterhall::ui::labels
