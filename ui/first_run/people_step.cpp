#include "ui/first_run/people_step.h"

#include "ui/errors/words.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/ledger_table.h"

#include <QApplication>
#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>

namespace meterhall::ui {

namespace {

constexpr int dutyColumns = 3;
constexpr int shownPeople = 3;

QString dutyWord(Duty duty) {
    return errors::spoken(errors::Words::Duties, codeOf(duty));
}

QString dutyWords(const Duties& duties) {
    QStringList words;
    for (const Duty duty : duties)
        words += dutyWord(duty);
    return words.join(QStringLiteral(", "));
}

} // namespace

PeopleStep::PeopleStep(QWidget* parent)
    : FirstRunStep(parent)
    , m_list(new LedgerTable({{.title = tr("Number"), .width = 90},
                              {.title = tr("Name"), .width = 120},
                              {.title = tr("Duties"), .width = 200, .flexible = true},
                              {.title = tr("First password"), .width = 130}}))
    , m_add(addKey(tr("Take into the list"), Qt::Key_F7, [this] { add(); }))
    , m_remove(addKey(tr("Take out"), Qt::Key_F8, [this] { removeCurrent(); })) {
    form().addHeading(tr("The administrator"),
                      tr("Looks after operators, seats, archive and backups; takes no money and "
                         "sets no prices."));
    m_first = std::make_unique<PersonFields>(
        form(),
        tr("10 characters or more of three kinds (capital and small letters, digits, signs), or a sentence of 16. "
           "Nobody can read it back: not even this program."));
    form().addHeading(tr("Further operators"),
                      tr("May stay empty: the administrator adds people at any time. Their first "
                         "password is changed at the first sign-in."));
    m_list->setVisibleRows(shownPeople);
    m_list->setEmptyText(tr("Nobody yet. Fill in the fields below; F7 takes them into this list."));
    form().addWide(m_list);
    m_editor =
        std::make_unique<PersonFields>(form(), tr("Hand it over in person; it is changed at the first sign-in."));
    form().addField(tr("Duties"), buildDuties(), tr("Some may not meet in one person; the program says which."));
    auto* buttons = new QWidget;
    auto* across = new QHBoxLayout(buttons);
    across->setContentsMargins(0, 0, 0, 0);
    for (QAction* action : {m_add, m_remove}) {
        auto* button = new KeyButton(action);
        button->setAutoDefault(true);
        across->addWidget(button);
    }
    across->addStretch();
    form().addWide(buttons);
    connect(m_list, &LedgerTable::activated, this, &PeopleStep::edit);
    showList();
}

QWidget* PeopleStep::buildDuties() {
    m_duties = new QWidget;
    auto* grid = new QGridLayout(m_duties);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    for (const Duty duty : allDuties()) {
        auto* box = new QCheckBox(dutyWord(duty));
        const int at = int(m_boxes.size());
        grid->addWidget(box, at / dutyColumns, at % dutyColumns);
        m_boxes.emplace_back(duty, box);
    }
    m_duties->setFocusProxy(m_boxes.front().second);
    return m_duties;
}

QString PeopleStep::explained() const {
    return tr("Who may sign in on the first day.");
}

void PeopleStep::fill(const FirstRunAnswers& answers) {
    m_first->fill(answers.first);
    m_people = answers.people;
    m_clerkNumber = answers.tariffs.empty() ? QString() : answers.clerk.number;
    showList();
}

void PeopleStep::take(FirstRunAnswers& answers) const {
    m_first->take(answers.first);
    answers.people = m_people;
}

std::optional<StepProblem> PeopleStep::problem() const {
    if (auto wrong = m_first->problem())
        return wrong;
    if (m_first->number()->text().trimmed() == m_clerkNumber)
        return StepProblem{m_first->number(), tr("The review clerk has this number already.")};
    if (isEditing())
        return StepProblem{m_editor->number(),
                           tr("Take this operator into the list with F7, or clear the fields with Esc.")};
    for (const PersonAnswer& person : m_people) {
        if (person.password.isEmpty())
            return StepProblem{
                m_editor->number(),
                tr("%1 has no first password: choose the line, Enter, and type one.").arg(person.number)};
        if (isTaken(person.number))
            return StepProblem{m_editor->number(), tr("Two people have the number %1.").arg(person.number)};
    }
    return {};
}

Duties PeopleStep::tickedDuties() const {
    Duties duties;
    for (const auto& [duty, box] : m_boxes) {
        if (box->isChecked())
            duties.insert(duty);
    }
    return duties;
}

bool PeopleStep::isEditing() const {
    return !m_editor->isEmpty() || !tickedDuties().empty();
}

bool PeopleStep::isTaken(const QString& number) const {
    return number == m_first->number()->text().trimmed() || number == m_clerkNumber;
}

std::optional<StepProblem> PeopleStep::editorProblem() const {
    if (auto wrong = m_editor->problem())
        return wrong;
    const QString number = m_editor->number()->text().trimmed();
    bool known = isTaken(number);
    for (std::size_t i = 0; i < m_people.size(); ++i)
        known = known || (m_people[i].number == number && m_edited != i);
    if (known)
        return StepProblem{m_editor->number(), tr("Two people have the number %1.").arg(number)};
    const auto meet = mayHold(tickedDuties());
    if (!meet.ok())
        return StepProblem{m_duties, wordsOf(meet.error())};
    return {};
}

void PeopleStep::add() {
    form().clearComplaint();
    if (const auto wrong = editorProblem()) {
        wrong->field->setFocus();
        form().complain(wrong->field, wrong->words);
        return;
    }
    PersonAnswer person;
    m_editor->take(person);
    person.duties = tickedDuties();
    if (m_edited)
        m_people[*m_edited] = std::move(person);
    else
        m_people.push_back(std::move(person));
    clearEditor();
    showList();
    m_editor->number()->setFocus();
}

void PeopleStep::edit(std::int64_t row) {
    const auto index = std::size_t(row - 1);
    if (index >= m_people.size())
        return;
    m_edited = index;
    m_editor->fill(m_people[index]);
    for (const auto& [duty, box] : m_boxes)
        box->setChecked(m_people[index].duties.contains(duty));
    m_editor->number()->setFocus();
}

void PeopleStep::removeCurrent() {
    const auto index = std::size_t(m_list->currentId() - 1);
    if (m_list->currentId() == 0 || index >= m_people.size())
        return;
    m_people.erase(m_people.begin() + std::ptrdiff_t(index));
    m_edited.reset();
    showList();
}

void PeopleStep::clearEditor() {
    m_editor->fill({});
    for (const auto& [duty, box] : m_boxes)
        box->setChecked(false);
    m_edited.reset();
}

void PeopleStep::showList() {
    std::vector<LedgerRow> rows;
    for (const PersonAnswer& person : m_people) {
        const bool has = !person.password.isEmpty();
        rows.push_back({std::int64_t(rows.size()) + 1,
                        {{.text = person.number},
                         {.text = person.name},
                         {.text = dutyWords(person.duties)},
                         {.text = has ? tr("given") : tr("missing"), .badge = has ? State::Ok : State::Warn}}});
    }
    m_remove->setEnabled(!rows.empty());
    m_list->model().setRows(std::move(rows));
}

bool PeopleStep::takeEnter() {
    const bool inEditor = m_editor->hasFocus() || m_duties->isAncestorOf(QApplication::focusWidget());
    if (!inEditor || !isEditing())
        return false;
    add();
    return true;
}

bool PeopleStep::stepBack() {
    if (!isEditing())
        return false;
    clearEditor();
    form().clearComplaint();
    return true;
}

QWidget* PeopleStep::firstField() {
    return m_first->number();
}

} // namespace meterhall::ui
