#include "ui/first_run/test_page.h"

#include <QCoreApplication>

namespace meterhall::ui {

papers::Paper testPage(const FirstRunAnswers& answers, Instant now) {
    const auto say = [](const char* text) { return QCoreApplication::translate("TestPage", text); };
    const auto zone = answers.settings.utilityZone();
    papers::ReceiptPaper page;
    page.head.company = answers.hall.name;
    page.head.legalEntity = say(QT_TRANSLATE_NOOP("TestPage", "Test page"));
    page.head.hall = answers.hall.name;
    page.head.hotline = answers.hall.hotline;
    page.head.seat = QString::number(answers.seat);
    page.head.operatorNumber = QStringLiteral("-");
    page.head.paperNumber = QStringLiteral("TEST");
    page.head.issuedAt = {now, zone.ok() ? zone->utcOffsetMinutes(now) : 0};
    page.accountNumber = QStringLiteral("0000000000");
    page.holder = say(QT_TRANSLATE_NOOP("TestPage", "This is a test page, not a receipt"));
    page.address = say(QT_TRANSLATE_NOOP("TestPage", "Nothing was paid. When this can be read, the printer works."));
    page.method = say(QT_TRANSLATE_NOOP("TestPage", "none"));
    return page;
}

} // namespace meterhall::ui
