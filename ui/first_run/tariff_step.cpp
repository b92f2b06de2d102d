#include "ui/first_run/tariff_step.h"

#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/combo.h"
#include "ui/widgets/commodity_look.h"

#include <QComboBox>
#include <QDate>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace meterhall::ui {

namespace {

// Without a utility there is no zone yet: the computer's will do for a proposal.
QString firstOfNextMonth(Instant now) {
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.microseconds() / 1000).date();
    return QDate(today.year(), today.month(), 1).addMonths(1).toString(Qt::ISODate);
}

} // namespace

TariffStep::TariffStep(const FirstRunPlaces& places, QWidget* parent)
    : FirstRunStep(parent)
    , m_firstOfNextMonth(firstOfNextMonth(places.clock())) {
    std::vector<services::TariffTemplate> ofOne;
    for (services::TariffTemplate& known : services::tariffTemplates()) {
        if (!ofOne.empty() && ofOne.front().commodity != known.commodity)
            addChoice(std::exchange(ofOne, {}));
        ofOne.push_back(std::move(known));
    }
    if (!ofOne.empty())
        addChoice(std::move(ofOne));
    m_clerkHeading = form().addHeading(
        tr("The review clerk who enters them"),
        tr("Whoever enters prices does not put them in force, and an administrator does neither. The review clerk sits "
           "down now and chooses the password; finance activates the drafts later."));
    m_clerk = std::make_unique<PersonFields>(form(), tr("The clerk's own: it is not changed at the first sign-in."));
    showFields();
}

void TariffStep::addChoice(std::vector<services::TariffTemplate> templates) {
    Choice choice{std::move(templates), new Combo, makeLabel(TextRole::Label, {}, "text2"), nullptr, nullptr};
    choice.which->addItem(tr("Later"));
    for (const services::TariffTemplate& known : choice.templates)
        choice.which->addItem(known.name);
    form().addField(commodityText(choice.templates.front().commodity), choice.which);
    choice.tiers->setWordWrap(true);
    form().addWide(choice.tiers);
    choice.from = form().addText(tr("In force from"), tr("YYYY-MM-DD; no earlier day is billed with it."));
    choice.priceOrder = form().addText(tr("Price document"), tr("Number of the document that sets these prices; it "
                                                                "stands in every explanation of a bill."));
    choice.from->setText(m_firstOfNextMonth);
    connect(choice.which, &QComboBox::currentIndexChanged, this, &TariffStep::showFields);
    m_choices.push_back(std::move(choice));
}

QString TariffStep::explained() const {
    return tr(
        "Prices to begin with, as drafts. The figures of the templates are examples: compare them with your price "
        "document before finance puts them in force. All of it can be done later, too.");
}

const services::TariffTemplate* TariffStep::chosenOf(const Choice& choice) {
    const int index = choice.which->currentIndex() - 1;
    return index < 0 ? nullptr : &choice.templates[std::size_t(index)];
}

bool TariffStep::isAnyChosen() const {
    return std::any_of(m_choices.begin(), m_choices.end(), [](const Choice& choice) { return chosenOf(choice); });
}

void TariffStep::showFields() {
    for (const Choice& choice : m_choices) {
        const services::TariffTemplate* chosen = chosenOf(choice);
        form().setShown(choice.tiers, chosen != nullptr);
        form().setShown(choice.from, chosen != nullptr);
        form().setShown(choice.priceOrder, chosen != nullptr);
        if (chosen)
            choice.tiers->setText(tiersText(*chosen));
    }
    form().setShown(m_clerkHeading, isAnyChosen());
    m_clerk->setShown(isAnyChosen());
}

void TariffStep::fill(const FirstRunAnswers& answers) {
    for (const Choice& choice : m_choices) {
        choice.which->setCurrentIndex(0);
        for (const TariffAnswer& answer : answers.tariffs) {
            const auto known = std::find_if(choice.templates.begin(), choice.templates.end(),
                                            [&](const services::TariffTemplate& t) { return t.file == answer.file; });
            if (known == choice.templates.end())
                continue;
            choice.which->setCurrentIndex(int(known - choice.templates.begin()) + 1);
            choice.from->setText(answer.from.toString());
            choice.priceOrder->setText(answer.priceOrder);
        }
    }
    m_clerk->fill(answers.clerk);
    showFields();
}

void TariffStep::take(FirstRunAnswers& answers) const {
    answers.tariffs.clear();
    for (const Choice& choice : m_choices) {
        const services::TariffTemplate* chosen = chosenOf(choice);
        const auto from = Date::parse(choice.from->text().trimmed());
        if (chosen && from.ok())
            answers.tariffs.push_back({chosen->file, *from, choice.priceOrder->text().trimmed()});
    }
    m_clerk->take(answers.clerk);
}

std::optional<StepProblem> TariffStep::problem() const {
    for (const Choice& choice : m_choices) {
        if (!chosenOf(choice))
            continue;
        if (!Date::parse(choice.from->text().trimmed()).ok())
            return StepProblem{choice.from, tr("A day is YYYY-MM-DD: %1").arg(m_firstOfNextMonth)};
        if (choice.priceOrder->text().trimmed().isEmpty())
            return StepProblem{choice.priceOrder, tr("The price document is missing.")};
    }
    return isAnyChosen() ? m_clerk->problem() : std::nullopt;
}

QWidget* TariffStep::firstField() {
    return m_choices.empty() ? nullptr : m_choices.front().which;
}

} // namespace meterhall::ui
