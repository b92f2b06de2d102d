#include "ui/pages/administration/operators_section.h"

#include "core/security/password.h"
#include "ui/pages/administration/operator_facts.h"
#include "ui/pages/administration/operator_forms.h"
#include "ui/pages/administration/operator_words.h"
#include "ui/pages/parts/secret_edit.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/ledger_table.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

namespace meterhall::ui {

using services::OperatorRow;
using services::Session;

namespace {
constexpr int operatorSideWidth = 420;
} // namespace

OperatorsSection::OperatorsSection(Page& page, QAction* act)
    : Section(page, tr("Operators"))
    , m_list(new Card(tr("Operators")))
    , m_table(new LedgerTable(operatorColumns(), RowHeight::TwoLine)) {
    addKeys();
    m_list->addFlush(m_table, 1);
    auto* adding = new KeyButton(m_add);
    adding->setFocusPolicy(Qt::NoFocus);
    m_list->addToTitle(adding);
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(10);
    across->addWidget(m_list, 1);
    across->addWidget(buildSide(act));
    connect(m_table, &LedgerTable::currentChanged, this, [this] {
        if (m_step != Step::Add)
            leave();
        showSelected();
    });
    connect(m_table, &LedgerTable::activated, m_changeDuties, &QAction::trigger);
    connect(m_dutiesForm, &DutiesForm::changed, this, &Section::changed);
    showSelected();
}

void OperatorsSection::addKeys() {
    m_add = addKey(
        tr("Add operator"), Qt::Key_F7, [this] { begin(Step::Add); }, "plus");
    m_changeDuties = addKey(
        tr("Change duties"), Qt::Key_F4, [this] { begin(Step::Duties); }, "users");
    m_changeState = addKey(
        tr("Deactivate"), Qt::Key_F8, [this] { begin(Step::State); }, "lock");
    m_givePassword = addKey(
        tr("Give a first password"), Qt::Key_F9, [this] { begin(Step::Password); }, "key");
}

QWidget* OperatorsSection::buildSide(QAction* act) {
    m_side = new Card;
    m_side->setFixedWidth(operatorSideWidth);
    m_forms = new QStackedWidget;
    m_facts = new OperatorFacts({m_changeDuties, m_changeState, m_givePassword}, desk().zone());
    m_addForm = new AddOperatorForm;
    m_dutiesForm = new DutiesForm;
    m_reasonForm = new ReasonForm;
    auto* passwordForm = new QWidget;
    auto* rows = new QVBoxLayout(passwordForm);
    rows->setContentsMargins(0, 0, 0, 0);
    m_secret = new NewSecret;
    rows->addWidget(m_secret);
    rows->addStretch();
    for (QWidget* form : {static_cast<QWidget*>(m_facts), static_cast<QWidget*>(m_addForm),
                          static_cast<QWidget*>(m_dutiesForm), static_cast<QWidget*>(m_reasonForm), passwordForm})
        m_forms->addWidget(form);
    m_button = new KeyButton(act);
    m_button->setKind("primary");
    m_button->setFocusPolicy(Qt::NoFocus);
    m_side->body()->addWidget(m_forms, 1);
    m_side->body()->addWidget(m_button);
    return m_side;
}

void OperatorsSection::enter() {
    readShown([](Session& session) { return services::operators(session); },
              [this](std::vector<OperatorRow> rows) { show(std::move(rows)); });
}

void OperatorsSection::show(std::vector<OperatorRow> rows) {
    const std::int64_t before = m_wanted != 0 ? m_wanted : m_table->currentId();
    m_wanted = 0;
    m_rows = std::move(rows);
    std::vector<LedgerRow> lines;
    lines.reserve(m_rows.size());
    for (const OperatorRow& row : m_rows)
        lines.push_back(operatorLine(row, desk().zone()));
    {
        const QSignalBlocker quiet(m_table);
        m_table->model().setRows(std::move(lines));
        m_table->selectRow(std::max(0, m_table->model().rowOf(before)));
    }
    const auto active = std::ranges::count_if(m_rows, [](const OperatorRow& row) { return !row.deactivatedAt; });
    m_list->setHint(tr("%1 of %2 may sign in").arg(active).arg(m_rows.size()));
    showSelected();
}

const OperatorRow* OperatorsSection::selected() const {
    const auto found =
        std::ranges::find(m_rows, m_table->currentId(), [](const OperatorRow& row) { return row.who.id.raw(); });
    return found == m_rows.end() ? nullptr : &*found;
}

bool OperatorsSection::isOwn(const OperatorRow& row) const {
    return row.who.id == desk().who().id;
}

void OperatorsSection::showSelected() {
    const OperatorRow* row = selected();
    if (!row && m_step != Step::Add)
        leave();
    const bool other = row && !isOwn(*row);
    for (QAction* action : {m_changeDuties, m_changeState, m_givePassword})
        action->setEnabled(other && !isBusy());
    m_changeState->setText(row && row->deactivatedAt ? tr("Reactivate") : tr("Deactivate"));
    if (row)
        m_facts->show(*row, !other);
    m_forms->setCurrentIndex(int(m_step));
    m_button->setVisible(m_step != Step::Look);
    switch (m_step) {
    case Step::Look:
        m_side->setTitle({});
        break;
    case Step::Add:
        m_side->setTitle(tr("Add operator"));
        break;
    case Step::Duties:
        m_side->setTitle(tr("Duties of %1").arg(row->who.name));
        break;
    case Step::State:
        m_side->setTitle(m_changeState->text());
        break;
    case Step::Password:
        m_side->setTitle(tr("First password for %1").arg(row->who.name));
        break;
    }
    m_side->setHint(m_step == Step::Look ? QString() : tr("Esc leaves it"));
    Q_EMIT changed();
}

void OperatorsSection::begin(Step step) {
    const OperatorRow* row = selected();
    if (step != Step::Add && (!row || isOwn(*row)))
        return;
    Q_EMIT solved();
    m_step = step;
    m_addForm->clear();
    m_secret->clear();
    if (row) {
        m_dutiesForm->show(*row);
        m_reasonForm->show(*row);
    }
    showSelected();
    switch (step) {
    case Step::Look:
        m_table->setFocus();
        break;
    case Step::Add:
        m_addForm->focusFirst();
        break;
    case Step::Duties:
        m_dutiesForm->focusFirst();
        break;
    case Step::State:
        m_reasonForm->focusFirst();
        break;
    case Step::Password:
        m_secret->focusFirst();
        break;
    }
}

void OperatorsSection::leave() {
    m_step = Step::Look;
    m_addForm->clear();
    m_secret->clear();
}

void OperatorsSection::focusFirst() {
    m_table->setFocus();
}

bool OperatorsSection::stepBack() {
    if (m_step == Step::Look)
        return false;
    leave();
    showSelected();
    m_table->setFocus();
    return true;
}

QString OperatorsSection::actText() const {
    const OperatorRow* row = selected();
    if (isBusy() || (m_step != Step::Add && !row))
        return {};
    switch (m_step) {
    case Step::Look:
        return {};
    case Step::Add:
        return tr("Add this operator");
    case Step::Duties:
        return m_dutiesForm->isChanged() ? tr("Take over the duties") : QString();
    case Step::State:
        return row->deactivatedAt ? tr("Reactivate %1").arg(row->who.name) : tr("Deactivate %1").arg(row->who.name);
    case Step::Password:
        return tr("Give this password");
    }
    Q_UNREACHABLE();
}

void OperatorsSection::act() {
    if (m_step == Step::Add) {
        add();
        return;
    }
    const OperatorRow* row = selected();
    if (!row)
        return;
    if (m_step == Step::Duties)
        changeDuties(*row);
    else if (m_step == Step::State)
        changeState(*row);
    else if (m_step == Step::Password)
        givePassword(*row);
}

template <class Job>
void OperatorsSection::change(const QString& words, Job job, const QString& said) {
    write(words, std::move(job), [this, said](const auto&) {
        leave();
        showSelected();
        m_table->setFocus();
        Q_EMIT done(said);
        enter();
    });
}

void OperatorsSection::add() {
    auto added = m_addForm->take();
    if (!added)
        return;
    const QString number = added->number;
    write(
        tr("Operator %1").arg(number),
        [added = std::move(*added)](Session& session) mutable {
            auto made = services::addOperator(session, added);
            wipe(added.password);
            return made;
        },
        [this, number](const Result<OperatorId>& id) {
            m_wanted = id->raw();
            leave();
            showSelected();
            m_table->setFocus();
            Q_EMIT done(tr("%1 may sign in with the first password.").arg(number));
            enter();
        });
}

void OperatorsSection::changeDuties(const OperatorRow& row) {
    const auto duties = m_dutiesForm->take();
    if (!duties)
        return;
    change(
        tr("Duties of %1").arg(row.who.number),
        [id = row.who.id, duties = *duties](Session& session) { return services::changeDuties(session, id, duties); },
        tr("%1: %2").arg(row.who.name, m_dutiesForm->afterText()));
}

void OperatorsSection::changeState(const OperatorRow& row) {
    const auto reason = m_reasonForm->take();
    if (!reason)
        return;
    const bool back = row.deactivatedAt.has_value();
    change(
        m_changeState->text() + u' ' + row.who.number,
        [id = row.who.id, reason = *reason, back](Session& session) {
            return back ? services::reactivateOperator(session, id, reason)
                        : services::deactivateOperator(session, id, reason);
        },
        back ? tr("%1 may sign in again.").arg(row.who.name) : tr("%1 may not sign in any more.").arg(row.who.name));
}

void OperatorsSection::givePassword(const OperatorRow& row) {
    auto secret = m_secret->take();
    if (!secret)
        return;
    change(
        tr("First password for %1").arg(row.who.number),
        [id = row.who.id, secret = std::move(*secret)](Session& session) mutable {
            auto given = services::giveFirstPassword(session, id, secret);
            wipe(secret);
            return given;
        },
        tr("%1 must change the password at the next sign-in.").arg(row.who.name));
}

} // namespace meterhall::ui
