#include "ui/pages/counter/counter_page.h"

#include "core/services/customers.h"
#include "core/services/ladder_view.h"
#include "core/services/papers.h"
#include "ui/pages/counter/counter_rows.h"
#include "ui/pages/counter/doubt_bar.h"
#include "ui/pages/counter/parked_bar.h"
#include "ui/pages/parts/account_head.h"
#include "ui/pages/parts/bill_explanation.h"
#include "ui/pages/parts/ladder_words.h"
#include "ui/pages/parts/method_words.h"
#include "ui/pages/parts/why_card.h"
#include "ui/printing/print_queue.h"
#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/text_forms.h"
#include "ui/widgets/tier_thermometer.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {

constexpr int visiblePayments = 2;
constexpr int withPayments = 730; ///< px the page is high
constexpr int withAids = 670;
constexpr int asideBar = 60;

} // namespace

CounterPage::CounterPage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_error(new ErrorBar)
    , m_doubt(new DoubtBar)
    , m_parked(new ParkedBar(desk.workAtHand()))
    , m_head(new AccountHead)
    , m_ladderCard(new Card(tr("Ladder position")))
    , m_ladder(new TierThermometer)
    , m_billsCard(new Card(tr("Open bills")))
    , m_bills(new LedgerTable(openBillColumns(), RowHeight::Counter))
    , m_why(new WhyCard)
    , m_paymentsCard(new Card)
    , m_payments(new LedgerTable(lastPaymentColumns()))
    , m_nobody(new QWidget)
    , m_somebody(new QWidget)
    , m_lastCard(new Card)
    , m_last(makeLabel(TextRole::Emphasis))
    , m_lastDetail(makeLabel(TextRole::Hint, {}, "text2"))
    , m_undoButton(new QPushButton)
    , m_noShift(makeLabel(TextRole::Body, {}, "warn"))
    , m_note(desk.workplace()) {
    addKeys();
    m_panel = new PayPanel(m_pay, m_methodKeys, Currency::cny(), [this] { return this->desk().businessDay(); });
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(14, 14, 14, 14);
    across->setSpacing(10);
    across->addWidget(buildLeft(), 1);
    across->addWidget(buildRight());
    connect(&m_bills->model(), &LedgerModel::tickedChanged, this, &CounterPage::showDue);
    connect(m_bills, &LedgerTable::currentChanged, this, &CounterPage::explainSelected);
    connect(m_panel, &PayPanel::edited, this, [this] {
        m_key.reset();
        showUnusual();
    });
    connect(m_panel, &PayPanel::methodChanged, this, &CounterPage::showOtherMethod);
    connect(m_parked, &ParkedBar::chosen, this, [this](AccountId account) {
        if (!m_posting)
            open(account);
    });
    connect(&desk.workAtHand(), &WorkAtHand::changed, this, &CounterPage::fitHeight);
    connect(m_doubt, &DoubtBar::settled, this, [this] { m_note.clear(); });
    next();
    lookForDoubt();
    if (auto left = desk.workAtHand().takeFromCounter()) {
        const AccountId account = left->account;
        desk.workAtHand().putAside(std::move(*left));
        open(account);
    }
}

CounterPage::~CounterPage() {
    if (m_returning)
        desk().workAtHand().keepFromCounter(*m_returning);
    else if (m_customer && !m_posting) // what is on its way is answered in the outbox
        desk().workAtHand().keepFromCounter(halfPaid());
}

void CounterPage::addKeys() {
    addKey(tr("Find"), Qt::Key_F2, [this] { Q_EMIT searchWanted(); });
    m_tick = addKey(tr("Pick bills"), Qt::Key_F4, [this] { m_bills->setFocus(); });
    const auto addMethod = [this](const QString& text, Qt::Key key, PaymentMethod method) {
        m_methodKeys.push_back(addKey(text, key, [this, method] { useMethod(method); }));
    };
    addMethod(tr("Cash"), Qt::Key_F5, PaymentMethod::Cash);
    addMethod(tr("WeChat"), Qt::Key_F6, PaymentMethod::WeChat);
    addMethod(tr("Alipay"), Qt::Key_F7, PaymentMethod::Alipay);
    addMethod(tr("Card", "payment method"), Qt::Key_F8, PaymentMethod::BankCard);
    m_methodKeys.push_back(addKey(tr("Transfer or cheque"), Qt::Key_F10, [this] { useOtherMethod(); }));
    m_pay = addKey(
        tr("Take payment and print"), {}, [this] { pay(false); }, "printer", Token::AccentText);
    m_pay->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_next = addKey(tr("Next customer"), Qt::Key_F12, [this] { next(); });
    m_parkKey = addKey(tr("Set aside"), Qt::Key_F9, [this] { parkOrTakeBack(); });
    m_unusual = addKey(tr("Take an unusual amount"), Qt::CTRL | Qt::Key_Return, [this] { pay(true); });
    m_customerFile = addKey(tr("Customer"), Qt::CTRL | Qt::Key_G,
                            [this] { Q_EMIT visitWanted({.page = QStringLiteral("customer"), .account = m_account}); });
    m_compare = addKey(tr("Explain and compare"), Qt::CTRL | Qt::Key_D,
                       [this] { ui::explainBill(*this, m_bills->currentId()); });
    m_reprint = addKey(tr("Reprint"), Qt::Key_F11, [this] { reprintLast(); });
    m_compare->setEnabled(false);
    m_reprint->setEnabled(false); // until the seat's last receipt is known
    m_undo = addKey(
        tr("Undo last receipt"), Qt::CTRL | Qt::Key_Z, [this] { askUndo(); }, "undo");
}

QWidget* CounterPage::buildLeft() {
    auto* left = new QWidget;
    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_doubt);
    layout->addWidget(m_error);
    layout->addWidget(m_parked);

    auto* inside = new QVBoxLayout(m_somebody);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(10);
    m_ladderCard->body()->addWidget(m_ladder);
    m_ladderCard->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_billsCard->setHint(tr("the oldest first; Space ticks a line"));
    m_billsCard->addFlush(m_bills, 1);
    m_bills->model().setTickable(true);
    m_bills->setEmptyText(tr("Nothing is open. An amount typed on the right is kept as prepayment."));
    m_paymentsCard->addFlush(m_payments);
    m_payments->setName(tr("Recent payments"));
    m_payments->setVisibleRows(visiblePayments);
    m_payments->setEmptyText(tr("No payment yet."));
    m_paymentsCard->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    inside->addWidget(m_head);
    inside->addWidget(m_ladderCard);
    inside->addWidget(m_billsCard, 1);
    inside->addWidget(m_why);
    inside->addWidget(m_paymentsCard);

    auto* waiting = new QVBoxLayout(m_nobody);
    auto* words = makeLabel(TextRole::KeyFigure, tr("Who is next?"), "text2");
    auto* how = makeLabel(TextRole::Body,
                          tr("Type a name, pinyin initials, an account number or a telephone number, or scan a bill."),
                          "text2");
    words->setAlignment(Qt::AlignCenter);
    how->setAlignment(Qt::AlignCenter);
    how->setWordWrap(true);
    m_noShift->setAlignment(Qt::AlignCenter);
    waiting->addStretch();
    waiting->addWidget(words);
    waiting->addWidget(how);
    waiting->addWidget(m_noShift);
    waiting->addStretch();
    layout->addWidget(m_nobody, 1);
    layout->addWidget(m_somebody, 1);
    return left;
}

QWidget* CounterPage::buildRight() {
    auto* right = new QWidget;
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_last);
    words->addWidget(m_lastDetail);
    auto* row = new QHBoxLayout;
    row->addLayout(words, 1);
    m_undoButton->setText(tr("Undo"));
    m_undoButton->setIcon(icon("undo", Token::Accent));
    m_undoButton->setProperty("kind", "quiet");
    m_undoButton->setFocusPolicy(Qt::NoFocus);
    connect(m_undoButton, &QPushButton::clicked, m_undo, &QAction::trigger);
    row->addWidget(m_undoButton);
    m_lastCard->body()->addLayout(row);
    m_lastCard->setFixedWidth(m_panel->width());
    m_lastCard->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    layout->addWidget(m_panel, 1);
    layout->addWidget(m_lastCard);
    return right;
}

void CounterPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    fitHeight();
}

// Low windows: the latest payments go first, then what helps at the amount; the ladder goes for who was set aside.
void CounterPage::fitHeight() {
    const bool aside = !desk().workAtHand().setAside().empty();
    const bool low = height() < withAids;
    m_paymentsCard->setVisible(height() >= withPayments + (aside ? asideBar : 0));
    m_panel->showAids(!low);
    m_ladderCard->setVisible(m_hasLadder && !(low && aside));
}

QString CounterPage::context() const {
    if (!m_seat.shift)
        return tr("no shift is open at this seat");
    return tr("this shift %1, %n receipts", nullptr, m_seat.shift->payments).arg(amountText(m_seat.shift->received));
}

void CounterPage::enter(const Visit& visit) {
    readDesk();
    if (visit.account)
        open(*visit.account);
}

void CounterPage::describe(Visit& visit) const {
    visit.account = m_account;
}

// On a terminal's payment the slip is scanned; but it may be the bill of whoever comes next.
bool CounterPage::takeScan(const QString& text) {
    if (!m_account || m_panel->method() == PaymentMethod::Cash || m_posting)
        return false;
    const int question = m_question;
    desk().read(
        this, [text](services::Session& session) { return services::findAccounts(session, text, 1); },
        [this, text, question](const Result<std::vector<services::FoundAccount>>& found) {
            if (question != m_question)
                return;
            if (found.ok() && !found->empty() && found->front().account.number == text) {
                open(found->front().account.id);
                return;
            }
            m_panel->setReference(text);
            pay(false);
        });
    return true;
}

bool CounterPage::stepBack() {
    if (m_undoAsked) {
        m_undoAsked = false;
        showDesk(m_seat);
        return true;
    }
    if (m_error->isShown()) {
        m_error->clear();
        return true;
    }
    if (m_doubt->isShown()) {
        m_doubt->clear();
        return true;
    }
    return false;
}

void CounterPage::focusFirst() {
    if (m_account)
        m_panel->focusTyping();
    else
        Q_EMIT searchWanted();
}

void CounterPage::open(AccountId account) {
    if (m_account != account) { // nothing of the one before may be paid by the keys meant for this one
        m_customer.reset();
        m_key.reset();
        m_fillWhenThere = false;
        const bool isTyping = isAncestorOf(window()->focusWidget());
        m_panel->await();
        if (isTyping) // the field that was typed into may be gone
            m_panel->focusTyping();
        m_pay->setEnabled(mayTake());
        m_parkKey->setText(tr("Set aside"));
        m_returning = desk().workAtHand().takeBack(account);
    }
    m_account = account;
    for (QAction* action : {m_unusual, m_compare})
        action->setEnabled(false);
    for (QAction* method : m_methodKeys)
        method->setEnabled(true);
    m_error->clear();
    const int question = ++m_question;
    desk().read(
        this,
        [account](services::Session& session) -> Result<Customer> {
            MH_TRY(services::CustomerHead head, services::customerHead(session, account));
            std::vector<AccountId> accounts{account};
            for (const services::FoundAccount& other : head.otherAccounts)
                accounts.push_back(other.account.id);
            MH_TRY(services::OpenBills bills, services::openBills(session, accounts));
            return Customer{std::move(head), std::move(bills), std::move(accounts)};
        },
        [this, question](const Result<Customer>& customer) {
            if (question != m_question)
                return;
            if (customer.ok()) {
                show(*customer);
                return;
            }
            if (m_returning)
                desk().workAtHand().putAside(*m_returning);
            m_returning.reset();
            m_error->show(customer.error());
        });
    desk().read(
        this, [account](services::Session& session) { return services::ladderView(session, account); },
        [this, question](const Result<services::LadderView>& view) {
            if (question != m_question)
                return;
            m_hasLadder = view.ok();
            fitHeight();
            if (view.ok())
                m_ladder->show(thermometerOf(*view, desk().businessDay()));
        });
    desk().read(
        this,
        [account](services::Session& session) { return services::paymentsPage(session, account, {}, visiblePayments); },
        [this, question](const Result<services::PaymentsPage>& page) {
            if (question != m_question || !page.ok())
                return;
            std::vector<LedgerRow> rows;
            for (const services::PaymentRow& payment : page->payments)
                rows.push_back(lastPaymentRow(payment, desk().zone()));
            m_payments->model().setRows(std::move(rows));
        });
}

void CounterPage::show(const Customer& customer) {
    m_customer = customer;
    m_nobody->hide();
    m_somebody->show();
    m_head->show(customer.head);
    desk().workAtHand().remember(customer.head.account);
    m_ladderCard->setHint(customer.head.account.account.tariffCode);
    m_customerFile->setEnabled(true);
    for (QAction* ofBills : {m_tick, m_compare})
        ofBills->setEnabled(!customer.bills.bills.empty());
    m_parkKey->setEnabled(true);
    showBills();
    if (m_returning)
        takeBack(*m_returning);
    m_returning.reset();
    const bool fill = m_fillWhenThere || m_panel->method() != PaymentMethod::Cash;
    if (fill && m_panel->step() == PayPanel::Step::FillExact)
        m_panel->fillExact();
    m_fillWhenThere = false;
    if (isAncestorOf(window()->focusWidget()) || !window()->focusWidget()) // who has gone on to search stays there
        m_panel->focusTyping();
}

void CounterPage::showBills() {
    std::vector<LedgerRow> rows;
    for (const services::OpenBillItem& item : m_customer->bills.bills)
        rows.push_back(openBillRow(item.bill, desk().businessDay()));
    m_bills->model().setRows(std::move(rows));
    m_bills->model().tickAll(true);
    m_why->clear();
    m_why->setVisible(!m_customer->bills.bills.empty());
    m_bills->selectRow(0);
    showDue();
}

std::vector<AccountId> CounterPage::payingAccounts() const {
    std::vector<AccountId> paying;
    for (const services::OpenBillItem& item : m_customer->bills.bills) {
        if (m_bills->model().isTicked(item.bill.bill.raw()) &&
            std::find(paying.begin(), paying.end(), item.bill.account) == paying.end())
            paying.push_back(item.bill.account);
    }
    if (paying.empty())
        paying.push_back(*m_account);
    return paying;
}

std::vector<BillId> CounterPage::payingBills() const {
    std::vector<BillId> paying;
    for (const services::OpenBillItem& item : m_customer->bills.bills) {
        if (m_bills->model().isTicked(item.bill.bill.raw()))
            paying.push_back(item.bill.bill);
    }
    return paying;
}

void CounterPage::showDue() {
    if (!m_customer)
        return;
    ++m_dueQuestion;
    const services::OpenBills& all = m_customer->bills;
    std::vector<services::OpenBillItem> ticked;
    std::ranges::copy_if(all.bills, std::back_inserter(ticked), [this](const services::OpenBillItem& item) {
        return m_bills->model().isTicked(item.bill.bill.raw());
    });
    if (all.late.isZero() || ticked.size() == all.bills.size())
        return showDueOf(ticked, all.late);
    m_pay->setEnabled(false); // until it is known what these alone are charged
    desk().read(
        this, [ticked](services::Session& session) { return services::lateChargeOf(session, ticked); },
        [this, ticked, question = m_dueQuestion](const Result<Money>& late) {
            if (question != m_dueQuestion)
                return;
            if (late.ok())
                showDueOf(ticked, *late);
            else
                m_error->show(late.error());
        });
}

void CounterPage::showDueOf(std::span<const services::OpenBillItem> bills, const Money& late) {
    Money due = late;
    for (const services::OpenBillItem& item : bills)
        due = due.plus(item.bill.open).valueOr(due);
    const int ticked = int(bills.size());
    const QString counted = tr("%n bill(s)", nullptr, ticked);
    m_panel->setDue(due, late.isZero() ? counted : tr("%1, with late charge %2").arg(counted, amountText(late)));
    showUnusual();
    m_bills->setTotals(m_customer->bills.bills.empty()
                           ? QStringList()
                           : QStringList{tr("%n ticked", nullptr, ticked), {}, {}, {}, {}, tr("Sum"), amountText(due)});
    m_pay->setEnabled(mayTake());
}

bool CounterPage::hasMyShift() const {
    return m_seat.shift && m_seat.shift->isMine && !m_seat.shift->countedAt;
}

bool CounterPage::mayTake() const {
    return hasMyShift() && !m_posting;
}

void CounterPage::explainSelected(std::int64_t bill) {
    m_compare->setEnabled(bill != 0);
    if (bill == 0)
        return;
    desk().read(
        this, [bill](services::Session& session) { return services::billArithmetic(session, BillId::fromRaw(bill)); },
        [this, bill](const Result<services::BillArithmetic>& shown) {
            if (shown.ok() && m_bills->currentId() == bill)
                m_why->show(*shown);
        });
}

void CounterPage::readDesk() {
    desk().read(
        this, [](services::Session& session) { return services::seatDesk(session); },
        [this](const Result<services::SeatDesk>& seat) {
            if (seat.ok())
                showDesk(*seat);
            else
                m_error->show(seat.error());
        });
}

void CounterPage::showDesk(const services::SeatDesk& seat) {
    m_seat = seat;
    m_undoAsked = false;
    m_noShift->setText(hasMyShift()          ? QString()
                       : !seat.shift         ? tr("No shift is open at this seat. Open one under Day close.")
                       : !seat.shift->isMine ? tr("The shift at this seat is that of %1.").arg(seat.shift->cashierName)
                                             : tr("The drawer is counted: what comes now belongs to the next shift."));
    m_pay->setEnabled(m_account && mayTake());
    m_reprint->setEnabled(seat.last.has_value());
    m_undo->setEnabled(seat.last && seat.last->canUndo() && !m_posting);
    m_undoButton->setVisible(m_undo->isEnabled());
    m_lastCard->setVisible(seat.last.has_value());
    if (seat.last) {
        const services::DeskReceipt& last = seat.last->receipt;
        m_last->setText(last.reversed ? tr("Last: %1 %2, reversed").arg(last.holder, amountText(last.visitAmount))
                                      : tr("Last: %1 %2").arg(last.holder, amountText(last.visitAmount)));
        m_lastDetail->setText(
            tr("Receipt %1, %2, %3")
                .arg(last.receipt.paperNumber)
                .arg(clockText(last.receipt.issuedAt, desk().zone()), methodText(last.tender.method)));
        if (!seat.last->printed)
            m_lastDetail->setText(tr("Receipt %1 is not printed yet: F11 prints it.").arg(last.receipt.paperNumber));
        setTone(m_lastDetail, seat.last->printed ? "text2" : "warn");
    }
    Q_EMIT contextChanged();
}

void CounterPage::lookForDoubt() {
    const auto asked = m_note.read();
    if (!asked)
        return;
    desk().read(
        this, [key = asked->key](services::Session& session) { return services::paymentAsked(session, key); },
        [this, asked](const Result<std::optional<services::LastPayment>>& found) {
            if (found.ok())
                showDoubt(*asked, *found);
            else
                m_error->show(found.error());
        });
}

void CounterPage::showDoubt(const PaymentNote::OnItsWay& asked, const std::optional<services::LastPayment>& found) {
    const QString begun =
        tr("When the program ended, a payment of %1 was on its way.").arg(amountText(asked.amount)) + u' ';
    if (!found) {
        m_doubt->show(begun + tr("It was not taken: nothing is booked."), tr("Open the account"),
                      [this, account = asked.account] {
                          open(account);
                          m_panel->focusAmount();
                      });
        return;
    }
    const QString taken = begun + tr("It was taken: receipt %1.").arg(found->receipt.receipt.paperNumber);
    if (found->printed)
        m_doubt->show(taken, tr("Close"), {});
    else
        m_doubt->show(taken + u' ' + tr("Its receipt was not printed."), tr("Print it"),
                      [this, visit = found->receipt.visit] { printReceipts(visit); });
}

void CounterPage::useMethod(PaymentMethod method) {
    if (!m_account || m_posting)
        return;
    m_panel->useMethod(method);
}

void CounterPage::useOtherMethod() {
    useMethod(m_panel->method() == PaymentMethod::Transfer ? PaymentMethod::Cheque : PaymentMethod::Transfer);
}

void CounterPage::showOtherMethod() {
    const Tender tender{m_panel->method()};
    m_methodKeys.back()->setText(tender.isFromBank() ? methodText(tender.method) : tr("Transfer or cheque"));
}

void CounterPage::showUnusual() {
    const PayPanel::Step step = m_panel->step();
    m_unusual->setEnabled(m_panel->wantsWeight() || step == PayPanel::Step::AskMuch ||
                          step == PayPanel::Step::AskPayCode);
}

void CounterPage::pay(bool weighty) {
    if (m_posting || m_enter.isDead())
        return;
    if (m_undoAsked) {
        undo();
        return;
    }
    if (!m_customer) { // the bills are on their way; what is not seen yet is not posted
        m_fillWhenThere = m_panel->isUntouched();
        return;
    }
    switch (m_panel->step()) {
    case PayPanel::Step::Nothing:
        m_panel->focusAmount();
        return;
    case PayPanel::Step::FillExact:
        m_panel->fillExact();
        return;
    case PayPanel::Step::Post:
        if (weighty || !m_panel->wantsWeight())
            post();
        return;
    default:
        ask(m_panel->step(), weighty);
    }
}

void CounterPage::ask(PayPanel::Step question, bool weighty) {
    m_panel->ask(question);
    if (weighty && m_panel->wantsWeight() && m_panel->step() == PayPanel::Step::Post)
        post();
}

void CounterPage::post() {
    const auto payment = m_panel->payment();
    if (!payment || !m_customer || !desk().hasKey())
        return;
    if (!m_key)
        m_key = desk().newKey();
    const services::PaymentRequest request{.key = *m_key,
                                           .accounts = payingAccounts(),
                                           .toPay = payment->toPay,
                                           .received = payment->received,
                                           .tender = m_panel->tender(),
                                           .bills = payingBills()};
    m_posting = true;
    m_pay->setEnabled(false);
    m_pay->setText(tr("Taking payment …"));
    m_panel->setBusy(true);
    m_error->clear();
    desk().write(
        tr("Payment of %1").arg(amountText(payment->toPay)), this,
        [request, note = m_note, account = *m_account](services::Session& session) {
            note.write({request.key, account, request.toPay});
            auto taken = services::takePayment(session, request);
            note.clear(); // whoever asked lives to hear the answer
            return taken;
        },
        [this, change = payment->change](const Result<services::PaymentResult>& result) {
            m_posting = false;
            m_pay->setText(tr("Take payment and print"));
            m_panel->setBusy(false);
            if (result.ok()) {
                posted(*result, change);
                return;
            }
            m_pay->setEnabled(true);
            m_error->show(result.error());
            m_panel->focusTyping();
        });
}

void CounterPage::posted(const services::PaymentResult& result, const Money& change) {
    m_enter.kill();
    m_key.reset();
    printReceipts(result.receipts);
    Q_EMIT toastWanted(change.isPositive() ? tr("Taken. Give back %1.").arg(amountText(change)) : tr("Taken."), {});
    m_panel->await();
    open(*m_account); // what is still open, and the new receipt
}

// What the seat says of its last receipt is read again when the papers are made.
void CounterPage::printReceipts(const std::vector<Receipt>& receipts) {
    for (const Receipt& receipt : receipts) {
        const bool last = receipt.id == receipts.back().id;
        desk().write(
            tr("Receipt %1").arg(receipt.paperNumber), this,
            [id = receipt.id](services::Session& session) { return services::printReceipt(session, id); },
            [this, last](const Result<services::PaperToPrint>& paper) {
                if (paper.ok())
                    desk().printer().print(paper->paper, paper->copy);
                else
                    m_error->show(paper.error(), tr("Print again  F11"), [this] { reprintLast(); });
                if (last)
                    readDesk();
            });
    }
}

void CounterPage::reprintLast() {
    if (m_seat.last)
        printReceipts(m_seat.last->receipt.visit);
}

void CounterPage::askUndo() {
    if (!m_seat.last || !m_seat.last->canUndo())
        return;
    m_undoAsked = true;
    m_enter.revive();
    m_pay->setEnabled(true);
    const services::DeskReceipt& last = m_seat.last->receipt;
    m_last->setText(tr("Undo %1 %2?").arg(last.holder, amountText(last.visitAmount)));
    m_lastDetail->setText(tr("Enter posts the reversal of receipt %1; Esc leaves it.").arg(last.receipt.paperNumber));
    setFocus();
}

void CounterPage::undo() {
    const services::DeskReceipt last = m_seat.last->receipt;
    if (!desk().hasKey())
        return;
    const services::ReversalRequest request{
        .key = desk().newKey(), .payment = last.receipt.payment, .reason = tr("undone at the counter")};
    m_undoAsked = false;
    m_posting = true;
    desk().write(
        tr("Reversal of receipt %1").arg(last.receipt.paperNumber), this,
        [request](services::Session& session) { return services::reversePayment(session, request); },
        [this, last](const Result<services::PaymentResult>& result) {
            m_posting = false;
            if (!result.ok()) {
                readDesk();
                m_error->show(result.error());
                return;
            }
            m_enter.kill();
            printReceipts(result->receipts);
            const QString sum = amountText(last.visitAmount);
            const Tender& tender = result->tender;
            Q_EMIT toastWanted(tender.isCash()       ? tr("Reversed: give back %1.").arg(sum)
                               : tender.isFromBank() ? tr("Reversed: %1 goes back through the bank (%2 %3).")
                                                           .arg(sum, methodText(tender.method), tender.reference)
                                                     : tr("Reversed: give back %1 on the terminal (%2, slip %3).")
                                                           .arg(sum, methodText(tender.method), tender.reference),
                               {});
            if (m_account)
                open(*m_account);
        });
}

void CounterPage::next() {
    if (m_posting)
        return;
    ++m_question;
    m_account.reset();
    m_customer.reset();
    m_returning.reset();
    m_key.reset();
    m_undoAsked = false;
    m_error->clear();
    m_panel->clear();
    m_somebody->hide();
    m_nobody->show();
    for (QAction* action : {m_pay, m_tick, m_unusual})
        action->setEnabled(false);
    for (QAction* method : m_methodKeys)
        method->setEnabled(false);
    m_customerFile->setEnabled(false);
    m_compare->setEnabled(false);
    m_parkKey->setText(tr("Take back who was set aside"));
    m_parkKey->setEnabled(!desk().workAtHand().setAside().empty());
    if (isVisible())
        Q_EMIT searchWanted();
}

void CounterPage::parkOrTakeBack() {
    if (m_posting)
        return;
    if (m_account) {
        park();
        return;
    }
    if (desk().workAtHand().setAside().empty())
        return;
    open(desk().workAtHand().setAside().front().account);
    m_panel->focusTyping();
}

void CounterPage::park() {
    if (!m_customer)
        return;
    desk().workAtHand().putAside(halfPaid());
    next();
}

HalfPaid CounterPage::halfPaid() const {
    HalfPaid left{*m_account, m_customer->head.account.holder, m_panel->typed(), {}, m_key};
    for (const services::OpenBillItem& item : m_customer->bills.bills) {
        if (!m_bills->model().isTicked(item.bill.bill.raw()))
            left.unticked.insert(item.bill.bill.raw());
    }
    return left;
}

void CounterPage::takeBack(const HalfPaid& left) {
    for (const std::int64_t bill : left.unticked)
        m_bills->model().setTicked(bill, false);
    m_panel->setTyped(left.typed);
    m_key = left.key;
}

} // namespace meterhall::ui
