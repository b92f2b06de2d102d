#include "ui/pages/administration/seats_section.h"

#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace meterhall::ui {

using services::SeatRow;
using services::Session;

namespace {

constexpr int seatSideWidth = 360;
constexpr int longestSeatNumber = 5;
constexpr int longestSeatName = 40;

std::vector<Column> seatColumns() {
    return {{.title = SeatsSection::tr("Seat"), .width = 64, .number = true},
            {.title = SeatsSection::tr("Name"), .width = 120, .flexible = true},
            {.title = SeatsSection::tr("Claimed by"), .width = 120},
            {.title = SeatsSection::tr("Claimed last"), .width = 150},
            {.title = SeatsSection::tr("Times"), .width = 80, .number = true},
            {.title = SeatsSection::tr("Added"), .width = 150}};
}

LedgerRow seatLine(const SeatRow& row, const UtilityZone& zone) {
    return {.id = row.seat,
            .cells = {{.text = QString::number(row.seat)},
                      {.text = row.name},
                      {.text = row.claimedBy.isEmpty() ? QStringLiteral("—") : row.claimedBy},
                      {.text = row.claimedAt ? momentText(*row.claimedAt, zone) : SeatsSection::tr("Never")},
                      {.text = countText(row.claims)},
                      {.text = momentText(row.registeredAt, zone), .tone = Token::Text2}}};
}

} // namespace

SeatsSection::SeatsSection(Page& page, QAction* act)
    : Section(page, tr("Seats"))
    , m_list(new Card(tr("Seats")))
    , m_table(new LedgerTable(seatColumns())) {
    m_list->addFlush(m_table, 1);
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(10);
    across->addWidget(m_list, 1);
    if (desk().may(Service::ManageSeats))
        across->addWidget(buildForm(act));
}

QWidget* SeatsSection::buildForm(QAction* act) {
    auto* card = new Card(tr("Add a seat"));
    card->setFixedWidth(seatSideWidth);
    m_number = new DigitsEdit(longestSeatNumber);
    m_number->setMaxLength(longestSeatNumber);
    m_name = new QLineEdit;
    m_name->setMaxLength(longestSeatName);
    m_problem = makeLabel(TextRole::Label, {}, "danger");
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* form = new QGridLayout;
    form->setHorizontalSpacing(10);
    form->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [edit, title] :
         {std::pair(static_cast<QLineEdit*>(m_number), tr("Number")), std::pair(m_name, tr("Name"))}) {
        edit->setAccessibleName(title);
        form->addWidget(makeLabel(TextRole::Label, title, "text2"), row, 0);
        form->addWidget(edit, row++, 1);
        connect(edit, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    }
    connect(m_number, &QLineEdit::returnPressed, m_name, qOverload<>(&QWidget::setFocus));
    card->body()->addLayout(form);
    card->body()->addWidget(m_problem);
    auto* how = makeLabel(TextRole::Hint,
                          tr("The number stands on papers and in every number made at the seat; it is never given "
                             "twice. The computer there is told it in its workplace file and needs a copy of the key "
                             "file."),
                          "text2");
    how->setWordWrap(true);
    card->body()->addWidget(how);
    card->body()->addStretch();
    auto* button = new KeyButton(act);
    button->setKind("primary");
    button->setFocusPolicy(Qt::NoFocus);
    card->body()->addWidget(button);
    return card;
}

void SeatsSection::enter() {
    readShown([](Session& session) { return services::seatRows(session); },
              [this](std::vector<SeatRow> rows) { show(std::move(rows)); });
}

void SeatsSection::show(std::vector<SeatRow> rows) {
    const std::int64_t before = m_wanted != 0 ? m_wanted : m_table->currentId();
    m_wanted = 0;
    m_rows = std::move(rows);
    std::vector<LedgerRow> lines;
    lines.reserve(m_rows.size());
    for (const SeatRow& row : m_rows)
        lines.push_back(seatLine(row, desk().zone()));
    const QSignalBlocker quiet(m_table);
    m_table->model().setRows(std::move(lines));
    m_table->selectRow(std::max(0, m_table->model().rowOf(before)));
    if (m_number && m_number->isEmpty() && !m_rows.empty())
        m_number->setDigits(QString::number(m_rows.back().seat + 1));
}

void SeatsSection::focusFirst() {
    if (m_name)
        m_name->setFocus();
    else
        m_table->setFocus();
}

std::optional<SeatNumber> SeatsSection::number() const {
    bool fits = false;
    const SeatNumber typed = m_number->digits().toUShort(&fits);
    return fits && typed > 0 ? std::optional(typed) : std::nullopt;
}

QString SeatsSection::problem() const {
    const auto seat = number();
    if (!seat)
        return tr("Give a number from 1 to 65,535.");
    const auto taken = std::ranges::find(m_rows, *seat, &SeatRow::seat);
    if (taken != m_rows.end())
        return tr("Seat %1 is there already: %2.").arg(*seat).arg(taken->name);
    return m_name->text().trimmed().isEmpty() ? tr("Give a name people know it by.") : QString();
}

QString SeatsSection::actText() const {
    return m_number && !isBusy() ? tr("Add this seat") : QString();
}

void SeatsSection::act() {
    m_problem->setText(problem());
    m_problem->setVisible(!m_problem->text().isEmpty());
    if (m_problem->isVisibleTo(this)) {
        (m_name->text().trimmed().isEmpty() ? m_name : static_cast<QLineEdit*>(m_number))->setFocus();
        return;
    }
    const SeatNumber seat = *number();
    write(
        tr("Seat %1").arg(seat),
        [seat, name = m_name->text().trimmed()](Session& session) { return services::addSeat(session, seat, name); },
        [this, seat](const Result<void>&) {
            m_wanted = seat;
            m_number->setDigits({});
            m_name->clear();
            Q_EMIT done(tr("Seat %1 is added.").arg(seat));
            enter();
        });
}

} // namespace meterhall::ui
