#include "ui/pages/customer/correction_dialog.h"

#include "core/services/account_terms.h"
#include "core/services/customer_file.h"
#include "core/services/open_bills.h"
#include "ui/pages/customer/correction_form.h"
#include "ui/pages/parts/quantity_text.h"
#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/text_forms.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace meterhall::ui {

using services::Session;
using services::SettlementSheet;

namespace {

constexpr int formWidth = 330;

std::vector<Column> billColumns() {
    return {{.title = CorrectionDialog::tr("Account"), .width = 110},
            {.title = CorrectionDialog::tr("Month"), .width = 80},
            {.title = CorrectionDialog::tr("Use until now"), .width = 90, .number = true},
            {.title = CorrectionDialog::tr("True use"), .width = 90, .number = true},
            {.title = CorrectionDialog::tr("Billed"), .width = 100, .number = true},
            {.title = CorrectionDialog::tr("True bill"), .width = 100, .number = true},
            {.title = CorrectionDialog::tr("Difference"), .width = 100, .number = true, .flexible = true}};
}

LedgerRow rowOf(const services::SettledBill& bill) {
    return {.id = bill.bill.raw(),
            .cells = {{.text = bill.accountNumber},
                      {.text = bill.month.toString()},
                      {.text = quantityText(bill.useBefore)},
                      {.text = quantityText(bill.use)},
                      {.text = amountText(bill.before)},
                      {.text = amountText(bill.now)},
                      {.text = changeText(bill.difference)}}};
}

QString standingText(const services::SettledAccount& account) {
    return account.owed.isNegative()
               ? CorrectionDialog::tr("Account %1 then has %2 in its favour.")
                     .arg(account.accountNumber, amountText(account.owed.absolute()))
               : CorrectionDialog::tr("Account %1 then owes %2.").arg(account.accountNumber, amountText(account.owed));
}

} // namespace

CorrectionDialog::CorrectionDialog(Desk& desk, BillId bill, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_error(new ErrorBar)
    , m_left(new QWidget)
    , m_bills(new LedgerTable(billColumns()))
    , m_sum(makeLabel(TextRole::Body)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Correct a bill"));
    auto* sheet = new Card(tr("What follows"));
    sheet->setHint(tr("each bill is taken back and made anew in its own month, at its own price"));
    m_bills->setEmptyText(tr("Ctrl Enter works it out; nothing changes yet."));
    m_sum->setWordWrap(true);
    m_sum->setContentsMargins(14, 8, 14, 8);
    sheet->addFlush(m_bills, 1);
    sheet->addFlush(m_sum);
    m_left->setFixedWidth(formWidth);
    auto* left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    auto* across = new QHBoxLayout;
    across->setSpacing(10);
    across->addWidget(m_left);
    across->addWidget(sheet, 1);
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(14, 14, 14, 14);
    down->setSpacing(10);
    down->addWidget(m_error);
    down->addLayout(across, 1);
    down->addWidget(buildButtons());
    resize(parent->window()->size() * 0.94);
    askBill(bill);
}

QWidget* CorrectionDialog::buildButtons() {
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    auto* work = new KeyButton(tr("Work it out"), QStringLiteral("Ctrl Enter"));
    m_approve = new KeyButton(tr("Call the second person"), QStringLiteral("F9"));
    auto* back = new KeyButton(tr("Close"), QStringLiteral("Esc"));
    for (KeyButton* button : {work, m_approve, back})
        button->setAutoDefault(false);
    m_approve->setKind("primary");
    m_approve->setEnabled(false);
    back->setKind("quiet");
    connect(work, &QPushButton::clicked, this, &CorrectionDialog::workOut);
    connect(m_approve, &QPushButton::clicked, this, &CorrectionDialog::askSecondPerson);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(work);
    row->addWidget(m_approve);
    row->addStretch();
    row->addWidget(back);
    return foot;
}

void CorrectionDialog::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        workOut();
    else if (event->key() == Qt::Key_F9)
        askSecondPerson();
    else if (!enter) // in a field it asks for nothing
        QDialog::keyPressEvent(event);
}

void CorrectionDialog::askBill(BillId bill) {
    struct Known {
        services::BillSummary bill;
        AccountTerms terms;
        std::vector<services::MeterAtPlace> meters;
    };
    m_desk.read(
        this,
        [bill](Session& session) -> Result<Known> {
            MH_TRY(const auto shown, services::billArithmetic(session, bill));
            MH_TRY(auto terms, services::termsOf(session, shown.bill.account, shown.bill.interval.to()));
            MH_TRY(auto meters, services::metersAtPlace(session, shown.bill.account));
            return Known{shown.bill, std::move(terms), std::move(meters)};
        },
        [this](const Result<Known>& known) {
            if (!known.ok())
                return m_error->show(known.error());
            showForm(known->bill);
            m_form->showTerms(known->terms);
            m_form->showMeters(known->meters);
        });
}

void CorrectionDialog::showForm(const services::BillSummary& bill) {
    setWindowTitle(tr("Correct the bill of %1").arg(bill.month.toString()));
    m_form = new CorrectionForm(bill);
    m_left->layout()->addWidget(m_form);
    m_form->setFocus();
}

void CorrectionDialog::workOut() {
    if (!m_form || m_busy || !m_desk.hasKey())
        return;
    const auto truth = m_form->truth();
    if (!truth)
        return;
    m_busy = true;
    m_error->clear();
    m_approve->setEnabled(false);
    m_sheet.reset();
    m_desk.write(
        tr("Prepare a correction"), this,
        [truth = *truth, key = m_desk.newKey(),
         reason = m_form->reason()](Session& session) -> Result<SettlementSheet> {
            MH_TRY(auto known, truth(session));
            return services::prepareCorrection(session, {key, std::move(known), reason});
        },
        [this](const Result<SettlementSheet>& sheet) {
            m_busy = false;
            if (!sheet.ok()) {
                m_bills->model().setRows({});
                m_sum->clear();
                return m_error->show(sheet.error());
            }
            show(*sheet);
        });
}

void CorrectionDialog::show(const SettlementSheet& sheet) {
    m_sheet = sheet;
    std::vector<LedgerRow> rows;
    for (const services::SettledBill& bill : sheet.bills)
        rows.push_back(rowOf(bill));
    m_bills->model().setRows(std::move(rows));
    QStringList words{tr("In all %1.").arg(changeText(sheet.difference))};
    for (const services::SettledAccount& account : sheet.accounts)
        words << standingText(account);
    m_sum->setText(words.join(u'\n'));
    m_approve->setEnabled(true);
}

// The second person signs at the window itself, so this one closes; what it prepared waits.
void CorrectionDialog::askSecondPerson() {
    if (!m_sheet || m_busy)
        return;
    SecondPersonTask task{
        .what = tr("Correct %n bill(s)", nullptr, int(m_sheet->bills.size())),
        .rule = tr("Bills that were issued are corrected by two: one prepares it, another looks at it and does it. The "
                   "bills are taken back and made anew in their own months."),
        .service = Service::ApproveCorrection,
        .job = [correction = m_sheet->correction](Session& session, const QString&) -> Result<void> {
            MH_CHECK(services::approveCorrection(session, correction));
            return {};
        },
        .done = {}};
    task.facts = {{tr("Reason"), m_sheet->reason},
                  {tr("Difference"), tr("%1 yuan").arg(changeText(m_sheet->difference))}};
    for (const services::SettledAccount& account : m_sheet->accounts)
        task.facts.push_back({tr("Afterwards"), standingText(account)});
    accept();
    Q_EMIT secondPersonWanted(task, m_sheet->correction);
}

} // namespace meterhall::ui
