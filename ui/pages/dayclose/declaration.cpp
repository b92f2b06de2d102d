#include "ui/pages/dayclose/dayclose_page.h"

#include <QString>

namespace meterhall::ui {

PageDeclaration declareDayclosePage() {
    return {.id = QStringLiteral("day-close"),
            .title = QT_TRANSLATE_NOOP("Pages", "Day close"),
            .icon = "day-close",
            .order = 80,
            .anyOf = {Service::OpenShift, Service::CountDrawer, Service::CloseShift, Service::CloseDay},
            .make = [](Desk& desk, QWidget* parent) -> Page* { return new DayclosePage(desk, parent); }};
}

} // namespace meterhall::ui
