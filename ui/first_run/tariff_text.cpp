#include "ui/first_run/tariff_text.h"

#include "core/tariffs/unit_price.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/text_forms.h"

#include <QCoreApplication>

namespace meterhall::ui {

namespace {

QString tierWord(const char* text) {
    return QCoreApplication::translate("TariffTemplate", text);
}

QString chargesText(const TariffVersion& version) {
    QStringList labels;
    for (const TariffComponent& component : version.components)
        labels += component.label.isEmpty() ? component.code : component.label;
    return labels.join(QStringLiteral(" · "));
}

} // namespace

QString tiersText(const services::TariffTemplate& known) {
    const auto version = known.version();
    if (!version.ok())
        return {};
    const QString unit = unitText(unitCode(version->unit));
    const auto& bounds = version->ladder.upperBounds;
    QStringList parts;
    for (std::size_t i = 0; i <= bounds.size(); ++i) {
        const auto price = unitPrice(*version, bounds.empty() ? 0 : int(i) + 1);
        if (!price.ok() || price->micro() == 0)
            return chargesText(*version);
        const QString text = priceText(price->micro());
        if (bounds.empty())
            parts += tierWord(QT_TRANSLATE_NOOP("TariffTemplate", "%1 a %2")).arg(text, unit);
        else if (i == bounds.size())
            parts += tierWord(QT_TRANSLATE_NOOP("TariffTemplate", "beyond: %1")).arg(text);
        else
            parts +=
                tierWord(QT_TRANSLATE_NOOP("TariffTemplate", "to %1 %2: %3")).arg(bounds[i].toString(), unit, text);
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace meterhall::ui
