#include "ui/pages/readings/readings_page.h"

#include <QString>

namespace meterhall::ui {

PageDeclaration declareReadingsPage() {
    return {.id = QStringLiteral("readings"),
            .title = QT_TRANSLATE_NOOP("Pages", "Readings"),
            .icon = "readings-review",
            .order = 40,
            .anyOf = {Service::ReviewReading},
            .make = [](Desk& desk, QWidget* parent) -> Page* { return new ReadingsPage(desk, parent); }};
}

} // namespace meterhall::ui
