#pragma once

#include <QString>

namespace meterhall::ui::labels {

struct BillLabels {
    QString title = QStringLiteral("缴费通知单");
    QString gas = QStringLiteral("燃气");
    QString water = QStringLiteral("自来水");
    QString heat = QStringLiteral("供热");
    QString electricity = QStringLiteral("用电");
    QString gasUse = QStringLiteral("用气性质");
    QString waterUse = QStringLiteral("用水性质");
    QString heatUse = QStringLiteral("用热性质");
    QString electricityUse = QStringLiteral("用电性质");
    QString bookSequence = QStringLiteral("册号-序号");
    QString people = QStringLiteral("家庭人口");
    QString peopleUnit = QStringLiteral("%1 人");
    QString relief = QStringLiteral("减免");

    QString readings = QStringLiteral("抄表");
    QString meterNumber = QStringLiteral("表号");
    QString previous = QStringLiteral("上期读数");
    QString current = QStringLiteral("本期读数");
    QString days = QStringLiteral("天数");
    QString origin = QStringLiteral("方式");
    QString multiplier = QStringLiteral("倍率");
    QString use = QStringLiteral("用量（%1）");
    QString actual = QStringLiteral("实抄");
    QString estimated = QStringLiteral("估抄");
    QString remote = QStringLiteral("远传");
    QString selfReported = QStringLiteral("自报");
    QString exchange = QStringLiteral("换表：%1 拆回 %2，止数 %3；装上 %4，底数 %5");
    QString lastYear = QStringLiteral("去年同期用量 %1 %2");

    QString charges = QStringLiteral("费用");
    QString component = QStringLiteral("项目");
    QString tier = QStringLiteral("阶梯");
    QString price = QStringLiteral("单价（元）");
    QString quantity = QStringLiteral("数量（%1）");
    QString amount = QStringLiteral("金额（元）");
    QString subtotal = QStringLiteral("小计");
    QString onBehalf = QStringLiteral("代征费（代政府收取）");
    QString billTotal = QStringLiteral("本期费用");
    QString ladder = QStringLiteral("%1累计用量 %2 %3，已到%4");
    QString roomLeft = QStringLiteral("，本档还可用 %1 %2");
    QString lastTier = QStringLiteral("（最高档）");
    QString priceOrder = QStringLiteral("价格文件：");

    QString settlement = QStringLiteral("预存款与欠费");
    QString creditBefore = QStringLiteral("预存款余额");
    QString creditUsed = QStringLiteral("本次抵用");
    QString creditAfter = QStringLiteral("抵用后余额");
    QString arrearsMonth = QStringLiteral("欠费账期");
    QString arrearsAmount = QStringLiteral("欠费（元）");
    QString lateCharge = QStringLiteral("违约金（元）");
    QString toPay = QStringLiteral("应缴金额");
    QString dueOn = QStringLiteral("缴费截止日：%1");
    QString waysToPay = QStringLiteral("缴费方式：");
    QString scanToPay = QStringLiteral("扫码缴费");
};

} // namespace meterhall::ui::labels
