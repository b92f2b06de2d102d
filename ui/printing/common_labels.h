#pragma once

#include <QString>

// The words of our papers. Papers are Chinese documents whatever the language of the screen, so their words are
// data beside the layout and do not pass through tr(). Words are those of docs/glossary.md.

namespace meterhall::ui::labels {

struct CommonLabels {
    QString paperNumber = QStringLiteral("编号");
    QString legalEntity = QStringLiteral("收款主体");
    QString operatorNumber = QStringLiteral("工号");
    QString printedAt = QStringLiteral("打印时间");
    QString hotline = QStringLiteral("服务热线");
    QString chainHead = QStringLiteral("审计链");
    QString page = QStringLiteral("第 %1 页 共 %2 页");
    QString continued = QStringLiteral("（续）");
    QString reprint = QStringLiteral("补打 %1");
    QString capitals = QStringLiteral("人民币（大写）");
    QString account = QStringLiteral("户号");
    QString holder = QStringLiteral("户名");
    QString address = QStringLiteral("地址");
    QString month = QStringLiteral("%1年%2月");
    QString currencySign = QStringLiteral("￥");
    QString colon = QStringLiteral("：");
    QString name = QStringLiteral("项目");
    QString count = QStringLiteral("笔数");
    QString sum = QStringLiteral("金额（元）");
    QString total = QStringLiteral("合计");
};

} // namespace meterhall::ui::labels
