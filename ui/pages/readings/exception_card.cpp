#include "ui/pages/readings/exception_card.h"

#include "core/readings/rules.h"
#include "ui/pages/readings/dial_uses.h"
#include "ui/pages/readings/reason_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {

constexpr int typedDecimals = 3;

QLabel* makeWrapped(TextRole role, const char* tone = nullptr) {
    QLabel* label = makeLabel(role, {}, tone);
    label->setWordWrap(true);
    return label;
}

QVBoxLayout* plainColumn(QWidget* widget, int spacing) {
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    return layout;
}

QFrame* reasonBox(const DoubtReason& reason, const QString& unit, const UtilityZone& zone) {
    auto* box = new QFrame;
    box->setProperty("role", "inset");
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->setSpacing(1);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(TextRole::Emphasis, reasonTitle(reason.kind)));
    head->addStretch();
    head->addWidget(makeLabel(TextRole::Hint,
                              leansToWrong(reason) ? ExceptionCard::tr("more likely wrong")
                                                   : ExceptionCard::tr("more likely right"),
                              "text2"));
    layout->addLayout(head);
    auto* seen = makeWrapped(TextRole::Hint, "text2");
    seen->setText(reasonSeen(reason, unit, zone));
    layout->addWidget(seen);
    return box;
}

} // namespace

ExceptionCard::ExceptionCard(const Keys& keys, const UtilityZone& zone, QWidget* parent)
    : Card({}, parent)
    , m_zone(zone)
    , m_inside(new QWidget)
    , m_holder(makeWrapped(TextRole::KeyFigure))
    , m_state(new Badge)
    , m_account(makeWrapped(TextRole::Label, "text2"))
    , m_address(makeWrapped(TextRole::Label, "text2"))
    , m_lastWhen(makeLabel(TextRole::Hint, {}, "text2"))
    , m_last(makeLabel(TextRole::PageTitle))
    , m_nowWhen(makeLabel(TextRole::Hint, {}, "text2"))
    , m_now(makeLabel(TextRole::PageTitle))
    , m_use(makeLabel(TextRole::PageTitle))
    , m_band(makeWrapped(TextRole::Hint, "text2"))
    , m_chartWords(makeLabel(TextRole::Hint, {}, "text3"))
    , m_chart(new DialUsesChart)
    , m_reasonsTitle(makeLabel(TextRole::CardTitle, tr("What the rules see")))
    , m_reasons(new QWidget)
    , m_others(makeWrapped(TextRole::Hint, "text3"))
    , m_formBox(new QWidget)
    , m_formTitle(makeWrapped(TextRole::Emphasis))
    , m_dialRow(new QWidget)
    , m_note(new QLineEdit)
    , m_problem(makeWrapped(TextRole::Hint, "danger"))
    , m_moreKeys(new QWidget) {
    auto* layout = plainColumn(m_inside, 8);
    layout->addWidget(buildHead());
    layout->addWidget(buildDials());
    layout->addWidget(m_band);
    layout->addWidget(m_chartWords);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_reasonsTitle);
    plainColumn(m_reasons, 6);
    layout->addWidget(m_reasons);
    layout->addWidget(m_others);
    layout->addWidget(buildForm());
    layout->addWidget(buildKeys(keys));
    layout->addStretch();
    body()->addWidget(m_inside, 1);
    clear();
}

QWidget* ExceptionCard::buildHead() {
    auto* head = new QWidget;
    auto* layout = plainColumn(head, 2);
    auto* row = new QHBoxLayout;
    row->addWidget(m_holder, 1);
    row->addWidget(m_state);
    layout->addLayout(row);
    layout->addWidget(m_account);
    layout->addWidget(m_address);
    return head;
}

QWidget* ExceptionCard::buildDials() {
    auto* dials = new QWidget;
    auto* grid = new QGridLayout(dials);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(0);
    QLabel* useLabel = makeLabel(TextRole::Hint, tr("Use"), "text2");
    useLabel->setAlignment(Qt::AlignRight);
    m_use->setAlignment(Qt::AlignRight);
    grid->addWidget(m_lastWhen, 0, 0);
    grid->addWidget(m_nowWhen, 0, 1);
    grid->addWidget(useLabel, 0, 2);
    grid->addWidget(m_last, 1, 0);
    grid->addWidget(m_now, 1, 1);
    grid->addWidget(m_use, 1, 2);
    grid->setColumnStretch(2, 1);
    return dials;
}

QWidget* ExceptionCard::buildForm() {
    auto* layout = plainColumn(m_formBox, 6);
    layout->addWidget(m_formTitle);
    plainColumn(m_dialRow, 0);
    layout->addWidget(m_dialRow);
    m_note->setMaxLength(200);
    layout->addWidget(m_note);
    layout->addWidget(m_problem);
    return m_formBox;
}

QWidget* ExceptionCard::buildKeys(const Keys& keys) {
    auto* box = new QWidget;
    auto* layout = plainColumn(box, 8);
    auto* accept = new KeyButton(keys.accept);
    accept->setKind("primary");
    accept->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(accept);
    auto* row = new QHBoxLayout(m_moreKeys);
    row->setContentsMargins(0, 0, 0, 0);
    for (QAction* action : {keys.reject, keys.correct}) {
        auto* button = new KeyButton(action);
        button->setFocusPolicy(Qt::NoFocus);
        row->addWidget(button, 1);
    }
    layout->addWidget(m_moreKeys);
    return box;
}

void ExceptionCard::clear() {
    open(Form::None);
    m_inside->hide();
}

void ExceptionCard::show(const services::ReadingCard& card) {
    m_holder->setText(card.holder);
    m_account->setText(tr("Account %1, meter %2").arg(card.accountNumber, card.meterNumber));
    m_address->setText(card.address);
    showState(card);
    showDials(card);
    const DialUses history = dialUsesOf(card);
    const bool drawn = history.bars.size() > 1 || history.band;
    m_chartWords->setText(history.byBill ? tr("Use by bill, with the month")
                                         : tr("Use between readings, with the day"));
    m_chartWords->setVisible(drawn);
    m_chart->setVisible(drawn);
    m_chart->show(history);
    showReasons(card);
    delete m_dial;
    m_dial = new QuantityEdit(unitText(card.unit), typedDecimals);
    m_dial->setMessageLabel(m_problem);
    m_dial->setAccessibleName(tr("Dial"));
    m_dialRow->layout()->addWidget(m_dial);
    open(Form::None);
    m_inside->show();
}

void ExceptionCard::showState(const services::ReadingCard& card) {
    if (card.billed)
        m_state->show(State::Off, tr("Billed already"));
    else if (card.correctedBy)
        m_state->show(State::Ok, tr("Corrected"));
    else if (card.decision)
        m_state->show(State::Ok, *card.decision == Decision::Accepted ? tr("Accepted") : tr("Rejected"));
    else
        m_state->show(State::Warn, tr("Waits"));
}

void ExceptionCard::showDials(const services::ReadingCard& card) {
    const QString unit = unitText(card.unit);
    m_lastWhen->setText(card.previousOn ? tr("Last %1").arg(dayText(*card.previousOn)) : tr("Last"));
    m_last->setText(card.previousDial ? numberText(*card.previousDial) : QStringLiteral("—"));
    m_nowWhen->setText(tr("%1, %2").arg(dayText(card.receivedOn), readingOriginText(card.origin)));
    m_now->setText(numberText(card.dial));
    m_use->setText(card.use ? numberText(*card.use) + u' ' + unit : tr("went back"));
    setTone(m_use, card.use ? nullptr : "danger");
    m_band->setVisible(card.plausible.has_value());
    if (card.plausible)
        m_band->setText(tr("About %1 %2 are usual here for as many days; %3 is not doubted.")
                            .arg(roundedText(card.plausible->usualMicro), unit, bandText(*card.plausible)));
}

void ExceptionCard::showReasons(const services::ReadingCard& card) {
    while (QLayoutItem* item = m_reasons->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const DoubtReason& reason : card.reasons)
        m_reasons->layout()->addWidget(reasonBox(reason, unitText(card.unit), m_zone));
    const int calm = int(readingRules().size()) - int(card.reasons.size());
    m_others->setText(card.billed
                          ? tr("A bill reaches this day. What is wrong in it is put right with the next reading.")
                          : tr("%n other rule(s) tried: nothing seen.", nullptr, calm));
}

void ExceptionCard::open(Form form) {
    m_form = form;
    const bool typing = form != Form::None;
    m_formBox->setVisible(typing);
    m_moreKeys->setVisible(!typing);
    m_others->setVisible(!typing);
    m_reasons->setVisible(!typing);
    m_reasonsTitle->setVisible(!typing);
    m_problem->clear();
    m_problem->hide();
    m_note->clear();
    m_dialRow->setVisible(form == Form::Correct);
    if (!typing)
        return;
    m_formTitle->setText(form == Form::Reject ? tr("Reject and ask for a new reading") : tr("The dial as you have it"));
    m_note->setPlaceholderText(form == Form::Reject ? tr("Why it is not true") : tr("How you know it"));
    m_note->setAccessibleName(m_note->placeholderText());
    if (form == Form::Correct && m_dial) {
        m_dial->clear();
        m_dial->setFocus();
    } else {
        m_note->setFocus();
    }
}

QString ExceptionCard::note() const {
    return m_note->text().trimmed();
}

Result<Decimal> ExceptionCard::dial() const {
    return m_dial->value();
}

bool ExceptionCard::isFilled() {
    const bool wantsDial = m_form == Form::Correct && m_dial;
    QString problem;
    QWidget* field = nullptr;
    if (wantsDial && !m_dial->problem().isEmpty()) {
        field = m_dial;
        problem = m_dial->isEmpty() ? tr("Type the dial.") : m_dial->problem();
    } else if (note().isEmpty()) {
        field = m_note;
        // The dial is typed and Enter leads on to the note: nothing is wrong yet.
        problem = wantsDial && m_dial->hasFocus() ? QString() : tr("A few words are needed: they are kept.");
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (field)
        field->setFocus();
    return !field;
}

} // namespace meterhall::ui
