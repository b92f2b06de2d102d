#include "ui/pages/dayclose/shifts_panel.h"

#include "ui/pages/dayclose/shift_figures.h"
#include "ui/pages/dayclose/shift_words.h"
#include "ui/shell/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/text_forms.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace meterhall::ui {

using services::ShiftOfDay;
using services::ShiftStage;

namespace {

constexpr int longestReason = 200;

std::vector<Column> shiftColumns() {
    return {{.title = ShiftsPanel::tr("Seat"), .width = 52, .number = true},
            {.title = ShiftsPanel::tr("Cashier"), .width = 96, .flexible = true, .mayElide = true},
            {.title = ShiftsPanel::tr("Since"), .width = 62},
            {.title = ShiftsPanel::tr("State"), .width = 106},
            {.title = ShiftsPanel::tr("Counted"), .width = 98, .number = true},
            {.title = ShiftsPanel::tr("Expected"), .width = 98, .number = true},
            {.title = ShiftsPanel::tr("Difference"), .width = 98, .number = true}};
}

LedgerRow shiftRow(const ShiftOfDay& shift, const UtilityZone& zone) {
    const auto difference = differenceOf(shift);
    const StateWords stage = wordsOf(shift.stage);
    Cell differs{.text = difference ? changeText(*difference) : QString()};
    if (difference && !difference->isZero())
        differs.tone = Token::Warn;
    return {.id = shift.id.raw(),
            .cells = {{.text = QString::number(shift.seat)},
                      {.text = shift.cashier.name},
                      {.text = clockText(shift.openedAt, zone)},
                      {.text = stage.text, .badge = stage.state},
                      {.text = shift.count ? amountText(shift.count->counted) : QString()},
                      {.text = shift.expected ? amountText(*shift.expected) : QString()},
                      differs}};
}

} // namespace

ShiftsPanel::ShiftsPanel(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_list(new Card(tr("Shifts")))
    , m_table(new LedgerTable(shiftColumns()))
    , m_detail(new Card)
    , m_figures(new ShiftFigures)
    , m_words(makeLabel(TextRole::Body, {}, "text2"))
    , m_reasonLabel(makeLabel(TextRole::Label, tr("Reason of the difference"), "text2"))
    , m_reason(new QLineEdit)
    , m_problem(makeLabel(TextRole::Label, {}, "danger"))
    , m_button(new KeyButton(tr("Close this shift"), QStringLiteral("Ctrl Enter"))) {
    m_list->addFlush(m_table, 1);
    m_table->setEmptyText(tr("No shift on this day."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_list, 1);
    layout->addWidget(buildDetail());
    connect(m_table, &LedgerTable::currentChanged, this, &ShiftsPanel::showSelected);
    connect(m_table, &LedgerTable::activated, this, [this] {
        if (m_reason->isVisible())
            m_reason->setFocus();
    });
    connect(m_reason, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, &ShiftsPanel::closeWanted);
    showSelected();
}

QWidget* ShiftsPanel::buildDetail() {
    m_words->setWordWrap(true);
    m_reason->setMaxLength(longestReason);
    m_reason->setAccessibleName(m_reasonLabel->text());
    m_reasonLabel->setBuddy(m_reason);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_button->setKind("primary");
    m_button->setFocusPolicy(Qt::NoFocus);
    m_detail->body()->addWidget(m_figures);
    m_detail->body()->addWidget(m_words);
    m_detail->body()->addWidget(m_reasonLabel);
    m_detail->body()->addWidget(m_reason);
    m_detail->body()->addWidget(m_problem);
    m_detail->body()->addWidget(m_button);
    m_detail->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return m_detail;
}

void ShiftsPanel::show(const services::DayOverview& overview) {
    const std::int64_t before = m_table->currentId();
    m_shifts = overview.shifts;
    m_list->setTitle(tr("Shifts of %1").arg(dayText(overview.day)));
    m_list->setHint(tr("amounts in yuan"));
    std::vector<LedgerRow> rows;
    rows.reserve(m_shifts.size());
    for (const ShiftOfDay& shift : m_shifts)
        rows.push_back(shiftRow(shift, m_desk.zone()));
    {
        const QSignalBlocker quiet(m_table);
        m_table->model().setRows(std::move(rows));
        m_table->selectRow(0);
        const auto waiting = std::ranges::find(m_shifts, ShiftStage::Counted, &ShiftOfDay::stage);
        if (m_table->model().rowOf(before) >= 0)
            m_table->select(before);
        else if (waiting != m_shifts.end())
            m_table->select(waiting->id.raw());
    }
    showSelected();
}

void ShiftsPanel::select(ShiftId shift) {
    m_table->select(shift.raw());
}

const ShiftOfDay* ShiftsPanel::selected() const {
    const auto found =
        std::ranges::find(m_shifts, m_table->currentId(), [](const ShiftOfDay& s) { return s.id.raw(); });
    return found == m_shifts.end() ? nullptr : &*found;
}

bool ShiftsPanel::canClose() const {
    const ShiftOfDay* shift = selected();
    return shift && !m_busy && m_desk.may(Service::CloseShift) && shift->stage == ShiftStage::Counted &&
           shift->cashier.id != m_desk.who().id;
}

bool ShiftsPanel::needsReason() const {
    const auto difference = differenceOf(*selected());
    return difference && !difference->isZero();
}

std::optional<QString> ShiftsPanel::takeReason() {
    const QString reason = m_reason->text().trimmed();
    if (!needsReason())
        return QString();
    if (!reason.isEmpty())
        return reason;
    m_problem->setText(tr("A difference needs a reason. It is printed on the shift sheet."));
    m_problem->show();
    m_reason->setFocus();
    return {};
}

QString ShiftsPanel::wordsFor(const ShiftOfDay& shift) const {
    switch (shift.stage) {
    case ShiftStage::Open:
        return tr("The drawer is not counted yet: %1 counts it at seat %2.").arg(shift.cashier.name).arg(shift.seat);
    case ShiftStage::Counted:
        if (!m_desk.may(Service::CloseShift))
            return tr("Waiting for the shift lead.");
        return shift.cashier.id == m_desk.who().id
                   ? tr("Nobody closes a shift of their own. Let another lead close it.")
                   : QString();
    case ShiftStage::Closed: {
        const QString by = tr("Closed by %1 at %2.").arg(shift.lead->name, clockText(*shift.closedAt, m_desk.zone()));
        return shift.reason.isEmpty() ? by : tr("%1 Reason: %2").arg(by, shift.reason);
    }
    }
    Q_UNREACHABLE();
}

void ShiftsPanel::showSelected() {
    const ShiftOfDay* shift = selected();
    // Whoever does not close shifts has the state of his own one at the left.
    m_detail->setVisible(shift && (m_desk.may(Service::CloseShift) || shift->stage == ShiftStage::Closed));
    if (shift) {
        if (m_reasonOf != shift->id) {
            m_reasonOf = shift->id;
            m_reason->clear();
            m_problem->hide();
        }
        m_detail->setTitle(tr("Seat %1, %2").arg(shift->seat).arg(shift->cashier.name));
        m_figures->show(*shift);
        m_words->setText(wordsFor(*shift));
        m_words->setVisible(!m_words->text().isEmpty());
        const bool closable = canClose() || (m_busy && m_button->isVisible());
        m_reasonLabel->setVisible(closable && needsReason());
        m_reason->setVisible(closable && needsReason());
        m_button->setVisible(closable);
    }
    Q_EMIT selectionChanged();
}

void ShiftsPanel::focusFirst() {
    if (m_reason->isVisibleTo(this) && m_detail->isVisibleTo(this))
        m_reason->setFocus();
    else
        m_table->setFocus();
}

void ShiftsPanel::setBusy(bool busy) {
    m_busy = busy;
    m_reason->setEnabled(!busy);
    m_button->setEnabled(!busy);
}

} // namespace meterhall::ui
