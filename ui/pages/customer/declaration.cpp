#include "ui/pages/customer/customer_page.h"

#include <QString>

namespace meterhall::ui {

PageDeclaration declareCustomerPage() {
    return {.id = QStringLiteral("customer"),
            .title = QT_TRANSLATE_NOOP("Pages", "Customer"),
            .icon = "customers",
            .order = 30,
            .anyOf = {Service::FindCustomer},
            .make = [](Desk& desk, QWidget* parent) -> Page* { return new CustomerPage(desk, parent); }};
}

} // namespace meterhall::ui
