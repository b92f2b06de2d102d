#include "ui/pages/home/home_page.h"

#include <QString>

namespace meterhall::ui {

PageDeclaration declareHomePage() {
    return {.id = QStringLiteral("home"),
            .title = QT_TRANSLATE_NOOP("Pages", "Home"),
            .icon = "home",
            .order = 10,
            .anyOf = {},
            .make = [](Desk& desk, QWidget* parent) -> Page* { return new HomePage(desk, parent); }};
}

} // namespace meterhall::ui
