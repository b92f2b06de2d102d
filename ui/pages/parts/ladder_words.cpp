#include "ui/pages/parts/ladder_words.h"

#include "ui/pages/parts/quantity_text.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/text_forms.h"

#include <QCoreApplication>

namespace meterhall::ui {

namespace {

struct LadderWords {
    Q_DECLARE_TR_FUNCTIONS(LadderWords)
};

ThermometerTier tierOf(const LadderTier& tier) {
    const QString name = !tier.upTo ? LadderWords::tr("Tier %1 above").arg(tier.number)
                                    : LadderWords::tr("Tier %1 to %2").arg(tier.number).arg(quantityText(*tier.upTo));
    return {name, tier.upTo ? std::optional(tier.upTo->micro()) : std::nullopt, priceText(tier.price.micro())};
}

QString sentenceOf(const services::LadderView& view, const LadderStanding& now, Date today) {
    const QString unit = unitText(view.unit);
    QStringList said;
    if (now.left && now.nextPrice)
        said << LadderWords::tr("%1 %2 more until tier %3 (%4).")
                    .arg(quantityText(*now.left), unit)
                    .arg(now.tier + 1)
                    .arg(priceText(now.nextPrice->micro()));
    else
        said << LadderWords::tr("In the last tier.");
    if (view.unbilled && view.unbilled->tierEndsOn)
        said << LadderWords::tr("Going on like this, about %1.").arg(shortDayText(*view.unbilled->tierEndsOn, today));
    if (view.window)
        said << LadderWords::tr("Tiers restart on %1.").arg(dayText(view.window->to()));
    return said.join(u' ');
}

} // namespace

Thermometer thermometerOf(const services::LadderView& view, Date today) {
    Thermometer shown;
    for (const LadderTier& tier : view.tiers)
        shown.tiers.push_back(tierOf(tier));
    const LadderStanding& now = view.unbilled ? view.unbilled->standing : view.billed;
    shown.usedMicro = view.billed.position.micro();
    if (view.unbilled)
        shown.towardMicro = view.unbilled->standing.position.micro();
    shown.marker =
        LadderWords::tr("Billed this period %1 %2").arg(quantityText(view.billed.position), unitText(view.unit));
    shown.sentence = sentenceOf(view, now, today);
    return shown;
}

} // namespace meterhall::ui
