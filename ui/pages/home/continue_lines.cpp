#include "ui/pages/home/continue_lines.h"

#include "ui/shell/work_at_hand.h"
#include "ui/widgets/commodity_look.h"

#include <QCoreApplication>

#include <algorithm>

namespace meterhall::ui {

namespace {

struct ContinueWords {
    Q_DECLARE_TR_FUNCTIONS(ContinueWords)
};

ContinueLine asideLine(const HalfPaid& left) {
    const QString& typed = left.typed.received;
    return {ContinueWords::tr("Set aside"),
            "pause",
            left.holder,
            typed.isEmpty() ? ContinueWords::tr("Nothing is typed yet.") : ContinueWords::tr("%1 is typed.").arg(typed),
            {.page = QStringLiteral("counter"), .account = left.account}};
}

ContinueLine unfinishedLine(const WorkAtHand::Unfinished& work) {
    const Visit visit{.page = work.page, .account = {}, .subject = work.subject};
    if (work.page == QLatin1String("readings"))
        return {ContinueWords::tr("Review"), "readings-review",
                ContinueWords::tr("%n reading(s) still to decide on", nullptr, work.waiting),
                ContinueWords::tr("Some are decided."), visit};
    return {ContinueWords::tr("Billing run"), "billing", work.name,
            ContinueWords::tr("%n bill(s) not posted yet", nullptr, work.waiting), visit};
}

ContinueLine customerLine(const services::FoundAccount& one, const QString& page) {
    return {ContinueWords::tr("Customer"),
            commodityIcon(one.account.commodity),
            ContinueWords::tr("%1  %2").arg(one.holder, one.account.number),
            one.address,
            {.page = page, .account = one.account.id}};
}

} // namespace

std::vector<ContinueLine> continueLines(const WorkAtHand& work, const QString& customerPage) {
    std::vector<ContinueLine> lines;
    for (const HalfPaid& left : work.setAside())
        lines.push_back(asideLine(left));
    for (const WorkAtHand::Unfinished& one : work.unfinished())
        lines.push_back(unfinishedLine(one));
    for (const services::FoundAccount& one : work.recent()) {
        if (std::ranges::find(work.setAside(), one.account.id, &HalfPaid::account) == work.setAside().end())
            lines.push_back(customerLine(one, customerPage));
    }
    return lines;
}

} // namespace meterhall::ui
