#include "ui/pages/tariffs/tariffs_page.h"

#include <QString>

namespace meterhall::ui {

PageDeclaration declareTariffsPage() {
    return {.id = QStringLiteral("tariffs"),
            .title = QT_TRANSLATE_NOOP("Pages", "Tariffs"),
            .icon = "tariffs",
            .order = 55,
            .anyOf = {Service::ShowTariffs},
            .make = [](Desk& desk, QWidget* parent) -> Page* { return new TariffsPage(desk, parent); }};
}

} // namespace meterhall::ui
