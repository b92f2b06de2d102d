#include "ui/pages/customer/late_panel.h"

#include "ui/pages/parts/late_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/combo.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace meterhall::ui {

using services::LateStopReason;
using services::Session;

namespace {

constexpr int longestLateReason = 200;
constexpr int chargesShown = 4;

std::vector<Column> chargeColumns() {
    return {{.title = LatePanel::tr("Bill"), .width = 96, .flexible = true},
            {.title = LatePanel::tr("Days"), .width = 52, .number = true},
            {.title = LatePanel::tr("Rate"), .width = 64, .number = true},
            {.title = LatePanel::tr("Charge"), .width = 72, .number = true}};
}

QString ratesText(const services::LateChargeOfBill& bill) {
    QStringList rates;
    for (const LateStretch& stretch : bill.stretches)
        rates << lateRateText(stretch.rate);
    rates.removeDuplicates();
    return rates.join(LatePanel::tr(", "));
}

int stoppedDays(const services::LateChargeOfBill& bill) {
    int stopped = 0;
    for (const LateStretch& stretch : bill.stretches)
        stopped += stretch.stopped;
    return stopped;
}

Result<LatePanel::Done> performLate(Session& session, const services::LateWaiver& waiver) {
    MH_TRY(const services::LateWaiverRow row, services::waiveLateCharge(session, waiver));
    return LatePanel::Done{row};
}

Result<LatePanel::Done> performLate(Session& session, const services::LateStop& stop) {
    MH_CHECK(services::stopLateCharge(session, stop));
    return LatePanel::Done{};
}

Result<LatePanel::Done> performLate(Session& session, const LatePanel::StopEnd& end) {
    MH_CHECK(services::endLateStop(session, end.stop, end.lastDay));
    return LatePanel::Done{};
}

Result<LatePanel::Done> performLate(Session& session, const LatePanel::Reminder& reminder) {
    MH_CHECK(services::noteReminder(session, reminder.account, reminder.servedOn, reminder.proof));
    return LatePanel::Done{};
}

} // namespace

Result<LatePanel::View> LatePanel::viewOf(Session& session, AccountId account) {
    const std::array accounts{account};
    MH_TRY(services::LateCharges charges, services::lateChargesOn(session, accounts, session.businessDay()));
    MH_TRY(services::OpenBills open, services::openBills(session, accounts));
    MH_TRY(auto stops, services::lateStops(session, account));
    MH_TRY(auto waivers, services::lateWaivers(session, account));
    return View{std::move(charges), std::move(open.bills), std::move(stops), std::move(waivers)};
}

Result<LatePanel::Done> LatePanel::perform(Session& session, const Wish& wish) {
    return std::visit([&session](const auto& what) { return performLate(session, what); }, wish);
}

LatePanel::LatePanel(QAction* post, bool mayWaive, bool mayStop, QWidget* parent)
    : FormCard(tr("Late charge"), parent)
    , m_mayWaive(mayWaive)
    , m_mayStop(mayStop)
    , m_sum(makeLabel(TextRole::Body))
    , m_charges(new LedgerTable(chargeColumns(), RowHeight::TwoLine))
    , m_history(makeLabel(TextRole::Label, {}, "text2"))
    , m_what(new Combo)
    , m_bill(new Combo)
    , m_amount(new MoneyEdit(Currency::cny()))
    , m_kind(new Combo)
    , m_stop(new Combo)
    , m_from(new DayEdit)
    , m_to(new DayEdit)
    , m_lastDay(new DayEdit)
    , m_served(new DayEdit)
    , m_reason(new QLineEdit)
    , m_proof(new QLineEdit) {
    m_sum->setWordWrap(true);
    m_history->setWordWrap(true);
    m_history->setObjectName(QStringLiteral("lateHistory"));
    m_charges->setObjectName(QStringLiteral("lateCharges"));
    m_charges->setName(tr("Late charges of today"));
    body()->addWidget(m_sum);
    body()->addWidget(m_charges);
    body()->addWidget(m_history);
    addBoxes();
    for (QLineEdit* field :
         std::initializer_list<QLineEdit*>{m_amount, m_from, m_to, m_lastDay, m_served, m_reason, m_proof})
        connect(field, &QLineEdit::textEdited, this, &LatePanel::clearMissing);
    for (QLineEdit* field : {m_reason, m_proof})
        field->setMaxLength(longestLateReason);
    for (const LateStopReason kind : {LateStopReason::Dispute, LateStopReason::InFlight, LateStopReason::Other})
        m_kind->addItem(lateStopText(kind), int(kind));
    connect(m_what, &QComboBox::currentIndexChanged, this, &LatePanel::arrange);
    finish(mayWaive || mayStop ? post : nullptr);
}

QWidget* LatePanel::addBox(const std::vector<Field>& fields) {
    constexpr int between = 8;
    auto* box = new QWidget;
    auto* across = new QHBoxLayout(box);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(between);
    for (const auto& [title, field] : fields) {
        auto* down = new QVBoxLayout;
        down->setSpacing(body()->spacing());
        addTitled(down, title, field);
        across->addLayout(down, 1);
    }
    body()->addWidget(box);
    return box;
}

void LatePanel::addBoxes() {
    using enum Step;
    m_boxes = {{addBox({{tr("What to do"), m_what}}), {Waive, Stop, EndStop, Remind}},
               {addBox({{tr("Of which bill"), m_bill}}), {Waive, Stop}},
               {addBox({{tr("Amount; empty: all that is charged today"), m_amount}}), {Waive}},
               {addBox({{tr("Why it stops"), m_kind}}), {Stop}},
               {addBox({{tr("Which stop"), m_stop}}), {EndStop}},
               {addBox({{tr("First day"), m_from}, {tr("Last day, or empty"), m_to}}), {Stop}},
               {addBox({{tr("Last day without charge"), m_lastDay}}), {EndStop}},
               {addBox({{tr("Served on"), m_served}}), {Remind}},
               {addBox({{tr("How that can be proved"), m_proof}}), {Remind}},
               {addBox({{tr("Reason"), m_reason}}), {Waive, Stop}}};
}

bool LatePanel::offersSomething() const {
    return m_what->count() > 0;
}

LatePanel::Step LatePanel::step() const {
    return Step(m_what->currentData().toInt());
}

void LatePanel::show(AccountId account, View view, Date today) {
    m_account = account;
    m_view = std::move(view);
    m_amount->clear();
    m_to->clear();
    m_reason->clear();
    m_proof->clear();
    for (DayEdit* day : {m_from, m_lastDay, m_served})
        day->setValue(today);
    showCharges();
    showHistory();
    offer();
    if (offersSomething())
        m_what->setFocus();
}

void LatePanel::showCharges() {
    std::vector<LedgerRow> rows;
    QStringList documents;
    for (const services::LateChargeSum& sum : m_view->charges.sums) {
        documents << sum.document;
        for (const services::LateChargeOfBill& bill : sum.bills) {
            const int stopped = stoppedDays(bill);
            const auto month = monthOf(bill.bill);
            rows.push_back({.id = std::int64_t(rows.size()) + 1,
                            .cells = {{.text = month ? month->toString() : QString(),
                                       .second = tr("due %1").arg(dayText(bill.dueOn))},
                                      {.text = countText(bill.days()),
                                       .second = stopped > 0 ? tr("%n stopped", nullptr, stopped) : QString()},
                                      {.text = ratesText(bill)},
                                      {.text = amountText(bill.charge), .order = bill.charge.minor()}}});
        }
    }
    documents.removeDuplicates();
    m_sum->setText(m_view->charges.charge.isPositive()
                       ? tr("Paid today, all that is open is charged %1 for being late. It stands in: %2.")
                             .arg(amountText(m_view->charges.charge), documents.join(tr(", ")))
                       : tr("Paid today, nothing is charged for being late."));
    m_charges->setVisible(!rows.empty());
    m_charges->setVisibleRows(std::min(int(rows.size()), chargesShown));
    m_charges->model().setRows(std::move(rows));
}

void LatePanel::showHistory() {
    QStringList lines;
    for (const services::LateStopRow& row : m_view->stops)
        lines << stopWords(row);
    for (const services::LateWaiverRow& row : m_view->waivers)
        lines << waiverWords(row);
    m_history->setText(lines.isEmpty() ? tr("Nothing of it was waived or stopped.") : lines.join(u'\n'));
}

std::optional<AccountingMonth> LatePanel::monthOf(BillId bill) const {
    const auto found =
        std::ranges::find(m_view->bills, bill, [](const services::OpenBillItem& item) { return item.bill.bill; });
    return found == m_view->bills.end() ? std::optional<AccountingMonth>() : std::optional(found->bill.month);
}

QString LatePanel::billText(BillId bill) const {
    const auto month = monthOf(bill);
    return month ? tr("bill %1").arg(month->toString()) : tr("a bill that is paid");
}

QString LatePanel::stopWords(const services::LateStopRow& row) const {
    const QString of = row.stop.bill      ? billText(*row.stop.bill)
                       : row.stop.account ? tr("this account")
                                          : tr("all accounts");
    const QString days = row.stop.days.last
                             ? tr("%1 to %2").arg(dayText(row.stop.days.first), dayText(*row.stop.days.last))
                             : tr("from %1 on").arg(dayText(row.stop.days.first));
    return tr("Stopped for %1, %2. %3: %4").arg(of, days, lateStopText(row.stop.kind), row.stop.reason);
}

QString LatePanel::waiverWords(const services::LateWaiverRow& row) const {
    const QString words = tr("Waived %1 of %2: %3").arg(amountText(row.amount), billText(row.bill), row.reason);
    return row.stands ? words : tr("%1 (waits for a second person)").arg(words);
}

// What may be done, in the order of how often; the choice of before stays.
void LatePanel::offer() {
    m_stop->clear();
    for (const services::LateStopRow& row : m_view->stops)
        if (row.stop.account && !row.stop.days.last)
            m_stop->addItem(stopWords(row), QVariant::fromValue(row.id));
    {
        const QSignalBlocker quiet(m_what);
        m_what->clear();
        if (m_mayWaive)
            m_what->addItem(tr("Waive the charge"), int(Step::Waive));
        if (m_mayStop) {
            m_what->addItem(tr("Stop the charge"), int(Step::Stop));
            if (m_stop->count() > 0)
                m_what->addItem(tr("End a stop"), int(Step::EndStop));
            m_what->addItem(tr("Note a served reminder"), int(Step::Remind));
        }
    }
    arrange();
}

void LatePanel::arrange() {
    clearMissing();
    for (const auto& [box, steps] : m_boxes)
        box->setVisible(offersSomething() && std::ranges::find(steps, step()) != steps.end());
    if (!offersSomething())
        return;
    fillBills();
    Q_EMIT wordsChanged(m_what->currentText());
}

void LatePanel::fillBills() {
    m_bill->clear();
    if (step() == Step::Stop)
        m_bill->addItem(tr("the whole account"), QVariant::fromValue(std::int64_t(0)));
    for (const services::OpenBillItem& item : m_view->bills)
        if (step() == Step::Stop || item.late.isPositive())
            m_bill->addItem(tr("%1, charged %2").arg(item.bill.month.toString(), amountText(item.late)),
                            QVariant::fromValue(item.bill.bill.raw()));
}

std::optional<BillId> LatePanel::chosenBill() const {
    const std::int64_t bill = m_bill->currentData().value<std::int64_t>();
    return bill == 0 ? std::optional<BillId>() : std::optional(BillId::fromRaw(bill));
}

std::optional<QString> LatePanel::text(QLineEdit* field, const QString& wanted) {
    const QString typed = field->text().trimmed();
    if (typed.isEmpty())
        return missing(wanted, field);
    return typed;
}

std::optional<LatePanel::Wish> LatePanel::request() {
    if (!m_account || !offersSomething())
        return std::nullopt;
    switch (step()) {
    case Step::Waive:
        return waiver();
    case Step::Stop:
        return stop();
    case Step::EndStop:
        return stopEnd();
    case Step::Remind:
        return reminder();
    }
    Q_UNREACHABLE();
}

std::optional<LatePanel::Wish> LatePanel::waiver() {
    const auto bill = chosenBill();
    if (!bill)
        return missing(tr("No bill of this account is charged for being late today."), m_bill);
    services::LateWaiver waiver{.bill = *bill, .amount = {}, .reason = {}};
    if (!m_amount->isEmpty()) {
        const auto amount = m_amount->value();
        if (!amount.ok())
            return missing(m_amount->problem(), m_amount);
        waiver.amount = *amount;
    }
    const auto reason = text(m_reason, tr("Write why it is not asked for."));
    if (!reason)
        return std::nullopt;
    waiver.reason = *reason;
    return waiver;
}

std::optional<LatePanel::Wish> LatePanel::stop() {
    const auto first = m_from->value();
    if (!first.ok())
        return missing(m_from->problem(), m_from);
    DayRange days{.first = *first, .last = {}};
    if (!m_to->isEmpty()) {
        const auto last = m_to->value();
        if (!last.ok())
            return missing(m_to->problem(), m_to);
        days.last = *last;
    }
    const auto reason = text(m_reason, tr("Write why the charge stops."));
    if (!reason)
        return std::nullopt;
    return services::LateStop{.account = *m_account,
                              .bill = chosenBill(),
                              .kind = LateStopReason(m_kind->currentData().toInt()),
                              .days = days,
                              .reason = *reason};
}

std::optional<LatePanel::Wish> LatePanel::stopEnd() {
    const auto last = m_lastDay->value();
    if (!last.ok())
        return missing(m_lastDay->problem(), m_lastDay);
    return StopEnd{m_stop->currentData().value<std::int64_t>(), *last};
}

std::optional<LatePanel::Wish> LatePanel::reminder() {
    const auto served = m_served->value();
    if (!served.ok())
        return missing(m_served->problem(), m_served);
    const auto proof = text(m_proof, tr("Write how it can be proved: \"signed by the customer\"."));
    if (!proof)
        return std::nullopt;
    return Reminder{*m_account, *served, *proof};
}

} // namespace meterhall::ui
