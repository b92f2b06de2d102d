#pragma once

#include <QString>

namespace meterhall::ui::labels {

struct ReceiptLabels {
    QString title = QStringLiteral("收费凭证");
    QString reversalTitle = QStringLiteral("收费凭证（冲正）");
    QString reverses = QStringLiteral("冲正原凭证编号");
    QString settled = QStringLiteral("缴纳账期");
    QString month = QStringLiteral("账期");
    QString bill = QStringLiteral("账单号");
    QString amount = QStringLiteral("金额（元）");
    QString lateCharge = QStringLiteral("违约金（元）");
    QString components = QStringLiteral("其中");
    QString component = QStringLiteral("项目");
    QString onBehalf = QStringLiteral("%1（代征）");
    QString lateChargeLine = QStringLiteral("违约金");
    QString toCredit = QStringLiteral("存入预存款");
    QString total = QStringLiteral("实收金额");
    QString reversedTotal = QStringLiteral("冲正金额");
    QString method = QStringLiteral("缴费方式");
    QString reference = QStringLiteral("渠道流水号");
    QString received = QStringLiteral("收取");
    QString change = QStringLiteral("找零");
    QString smallChange = QStringLiteral("零头结转");
    QString creditAfter = QStringLiteral("预存款余额");
    QString notATaxPaper = QStringLiteral("本凭证不是发票，不作报销凭据。");
    QString fetchTaxPaper = QStringLiteral("请在 %1 天内扫码领取发票。");
    QString scanToFetch = QStringLiteral("扫码取票");
    QString keep = QStringLiteral("请核对金额并妥善保管本凭证。");
};

} // namespace meterhall::ui::labels
