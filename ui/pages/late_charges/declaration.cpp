#include "ui/pages/late_charges/late_charges_page.h"

#include <QString>

namespace meterhall::ui {

PageDeclaration declareLateChargesPage() {
    return {.id = QStringLiteral("late-charges"),
            .title = QT_TRANSLATE_NOOP("Pages", "Late fees"),
            .icon = "clock",
            .order = 65,
            .anyOf = {Service::ShowLateCharges},
            .make = [](Desk& desk, QWidget* parent) -> Page* { return new LateChargesPage(desk, parent); }};
}

} // namespace meterhall::ui
