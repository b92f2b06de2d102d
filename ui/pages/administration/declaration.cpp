#include "ui/pages/administration/administration_page.h"

#include <QString>

namespace meterhall::ui {

PageDeclaration declareAdministrationPage() {
    return {.id = QStringLiteral("administration"),
            .title = QT_TRANSLATE_NOOP("Pages", "Admin"),
            .icon = "settings",
            .order = 90,
            .anyOf = {Service::ManageOperators, Service::ShowAudit, Service::BackUp},
            .make = [](Desk& desk, QWidget* parent) -> Page* { return new AdministrationPage(desk, parent); }};
}

} // namespace meterhall::ui
