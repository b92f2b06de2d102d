#include "ui/pages/billing/billing_page.h"

#include <QString>

namespace meterhall::ui {

PageDeclaration declareBillingPage() {
    return {.id = QStringLiteral("billing"),
            .title = QT_TRANSLATE_NOOP("Pages", "Billing"),
            .icon = "billing",
            .order = 60,
            .anyOf = {Service::DraftBills, Service::CheckBills, Service::IssueBills},
            .make = [](Desk& desk, QWidget* parent) -> Page* { return new BillingPage(desk, parent); }};
}

} // namespace meterhall::ui
