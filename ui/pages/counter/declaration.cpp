#include "ui/pages/counter/counter_page.h"

#include <QString>

namespace meterhall::ui {

PageDeclaration declareCounterPage() {
    return {.id = QStringLiteral("counter"),
            .title = QT_TRANSLATE_NOOP("Pages", "Counter"),
            .icon = "counter",
            .order = 20,
            .anyOf = {Service::TakePayment},
            .beginsHere = true,
            .make = [](Desk& desk, QWidget* parent) -> Page* { return new CounterPage(desk, parent); }};
}

} // namespace meterhall::ui
