#include "ui/printing/common_labels.h"
#include "ui/printing/explanation_labels.h"
#include "ui/printing/paper_layout.h"

#include <algorithm>

namespace meterhall::ui {

namespace {
constexpr double stepInset = 4; ///< mm a level
constexpr int deepestInset = 7; ///< levels below stand no further in, so that their words keep room
} // namespace

void layOut(const papers::ExplanationPaper& explanation, BlockList& list) {
    const labels::ExplanationLabels words;
    const labels::CommonLabels common;
    list.pairs({{common.account + common.colon, explanation.accountNumber, false},
                {common.holder + common.colon, explanation.holder, false},
                {common.address + common.colon, explanation.address, true}});
    list.gap(0.8);
    totalLine(list, words.total, explanation.total);
    list.heading(words.steps);
    for (const papers::StepRow& step : explanation.steps)
        list.paragraph(step.text, step.level <= 1 ? list.frame().body() : list.frame().fine(),
                       stepInset * std::min(step.level, deepestInset));
    if (explanation.proved)
        list.paragraph(words.proved, list.frame().fine());
    if (!explanation.comparison.isEmpty())
        list.heading(words.comparison);
    for (const QString& sentence : explanation.comparison)
        list.paragraph(sentence, list.frame().body());
    if (!explanation.priceOrders.isEmpty())
        list.paragraph(words.priceOrder + explanation.priceOrders.join(QStringLiteral("；")), list.frame().fine());
}

} // namespace meterhall::ui
