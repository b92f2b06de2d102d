#include "ui/pages/concentrators/concentrators_page.h"

#include <QString>

namespace meterhall::ui {

PageDeclaration declareConcentratorsPage() {
    return {.id = QStringLiteral("concentrators"),
            .title = QT_TRANSLATE_NOOP("Pages", "Terminals"),
            .icon = "concentrator",
            .order = 50,
            .anyOf = {Service::ShowReadingRuns},
            .make = [](Desk& desk, QWidget* parent) -> Page* { return new ConcentratorsPage(desk, parent); }};
}

} // namespace meterhall::ui
