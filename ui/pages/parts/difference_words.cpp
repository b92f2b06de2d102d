#include "ui/pages/parts/difference_words.h"

#include "ui/pages/parts/quantity_text.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/text_forms.h"

#include <QCoreApplication>

#include <set>

namespace meterhall::ui {

namespace {

using Side = services::BillDifferenceView::Side;

struct DifferenceWords {
    Q_DECLARE_TR_FUNCTIONS(DifferenceWords)
};

QString useWords(const Side& earlier, const Side& later) {
    const services::BillSummary& before = earlier.bill.bill;
    const services::BillSummary& now = later.bill.bill;
    const auto more = now.use.minus(before.use);
    if (!more.ok() || more->isZero())
        return DifferenceWords::tr("As much used as in %1, and more or less of it in each of the registers")
            .arg(before.month.toString());
    const QString quantity = quantityText(more->isNegative() ? before.use.minus(now.use).valueOr(*more) : *more);
    return (more->isNegative() ? DifferenceWords::tr("%1 %2 less than in %3")
                               : DifferenceWords::tr("%1 %2 more than in %3"))
        .arg(quantity, unitText(now.unit), before.month.toString());
}

QString tierWords(const Side& earlier, const Side& later) {
    if (later.lastTier > earlier.lastTier)
        return DifferenceWords::tr("The use went up to tier %1; in %2 it ended in tier %3")
            .arg(later.lastTier)
            .arg(earlier.bill.bill.month.toString())
            .arg(earlier.lastTier);
    if (later.lastTier < earlier.lastTier)
        return DifferenceWords::tr("The use ended in tier %1; in %2 it went up to tier %3")
            .arg(later.lastTier)
            .arg(earlier.bill.bill.month.toString())
            .arg(earlier.lastTier);
    return DifferenceWords::tr("Another part of the use lies in each of the tiers");
}

QString householdWords(const Side& earlier, const Side& later) {
    if (earlier.people && later.people && *earlier.people != *later.people)
        return DifferenceWords::tr("%1 people in the household instead of %2")
            .arg(quantityText(*later.people), quantityText(*earlier.people));
    return DifferenceWords::tr("Other facts of the household");
}

QString daysWords(const Side& earlier, const Side& later) {
    return DifferenceWords::tr("%1 days instead of %2")
        .arg(later.bill.bill.interval.days())
        .arg(earlier.bill.bill.interval.days());
}

QString priceWords(const Side& earlier, const Side& later) {
    if (earlier.bill.priceOrder == later.bill.priceOrder)
        return DifferenceWords::tr("The prices of another season or category");
    return DifferenceWords::tr("Price order %1 instead of %2").arg(later.bill.priceOrder, earlier.bill.priceOrder);
}

QString chargesWords(const Side& earlier, const Side& later) {
    const auto labels = [](const Side& side) {
        std::set<QString> all;
        for (const services::ChargeTerm& term : side.bill.terms)
            all.insert(term.label);
        return all;
    };
    const auto before = labels(earlier);
    const auto now = labels(later);
    QStringList changed;
    for (const QString& label : now)
        if (!before.contains(label))
            changed << DifferenceWords::tr("%1 is new").arg(label);
    for (const QString& label : before)
        if (!now.contains(label))
            changed << DifferenceWords::tr("%1 is gone").arg(label);
    return changed.join(QStringLiteral(", "));
}

QString reasonOf(DifferenceCause cause, const Side& earlier, const Side& later) {
    switch (cause) {
    case DifferenceCause::Household:
        return householdWords(earlier, later);
    case DifferenceCause::Days:
        return daysWords(earlier, later);
    case DifferenceCause::Use:
        return useWords(earlier, later);
    case DifferenceCause::Tier:
        return tierWords(earlier, later);
    case DifferenceCause::Price:
        return priceWords(earlier, later);
    case DifferenceCause::Charges:
        return chargesWords(earlier, later);
    case DifferenceCause::Rounding:
        return DifferenceWords::tr("The total was rounded otherwise");
    }
    return {};
}

} // namespace

QString causeName(DifferenceCause cause) {
    switch (cause) {
    case DifferenceCause::Household:
        return DifferenceWords::tr("Household");
    case DifferenceCause::Days:
        return DifferenceWords::tr("Days");
    case DifferenceCause::Use:
        return DifferenceWords::tr("Use");
    case DifferenceCause::Tier:
        return DifferenceWords::tr("Tiers");
    case DifferenceCause::Price:
        return DifferenceWords::tr("Price");
    case DifferenceCause::Charges:
        return DifferenceWords::tr("Charges");
    case DifferenceCause::Rounding:
        return DifferenceWords::tr("Rounding");
    }
    return {};
}

QString causeSentence(const DifferencePart& part, const services::BillDifferenceView& difference) {
    return DifferenceWords::tr("%1: %2").arg(reasonOf(part.cause, difference.earlier, difference.later),
                                             changeText(part.amount));
}

QString sumSentence(const services::BillDifferenceView& difference) {
    const QString now = difference.later.bill.bill.month.toString();
    const QString before = difference.earlier.bill.bill.month.toString();
    if (difference.sum.isZero())
        return DifferenceWords::tr("%1 comes to as much as %2.").arg(now, before);
    return (difference.sum.isNegative() ? DifferenceWords::tr("%1 comes to %2 less than %3.")
                                        : DifferenceWords::tr("%1 comes to %2 more than %3."))
        .arg(now, amountText(difference.sum.absolute()), before);
}

} // namespace meterhall::ui
