#include "ui/pages/customer/customer_page.h"

#include "core/services/papers.h"
#include "ui/pages/customer/closing_panel.h"
#include "ui/pages/customer/correction_dialog.h"
#include "ui/pages/customer/customer_rows.h"
#include "ui/pages/customer/explain_panel.h"
#include "ui/pages/customer/figures_row.h"
#include "ui/pages/customer/identity_card.h"
#include "ui/pages/customer/late_panel.h"
#include "ui/pages/customer/loss_panel.h"
#include "ui/pages/customer/reverse_panel.h"
#include "ui/pages/customer/sharing_panel.h"
#include "ui/pages/customer/suspension_panels.h"
#include "ui/pages/customer/timeline_rows.h"
#include "ui/pages/customer/transfer_panel.h"
#include "ui/pages/customer/use_card.h"
#include "ui/pages/parts/account_head.h"
#include "ui/pages/parts/bill_explanation.h"
#include "ui/pages/parts/history_card.h"
#include "ui/printing/print_queue.h"
#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/shell/paper_preview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/key_cap.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>

#include <algorithm>

namespace meterhall::ui {

namespace {

constexpr int listPage = 20;

QVBoxLayout* column(QWidget* upper, int upperShare, QWidget* lower, int lowerShare) {
    auto* down = new QVBoxLayout;
    down->setSpacing(10);
    down->addWidget(upper, upperShare);
    down->addWidget(lower, lowerShare);
    return down;
}

/// What may be taller than the page.
QWidget* scrolled(QWidget* tall) {
    auto* scroll = new QScrollArea;
    scroll->setWidget(tall);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

} // namespace

CustomerPage::CustomerPage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_error(new ErrorBar)
    , m_head(new AccountHead)
    , m_figures(new FiguresRow)
    , m_use(new UseCard)
    , m_meters(new HistoryCard(tr("Meters"), meterListColumns(), RowHeight::TwoLine))
    , m_bills(new HistoryCard(tr("Bills"), billListColumns({})))
    , m_readings(new HistoryCard(tr("Readings"), readingListColumns({})))
    , m_payments(new HistoryCard(tr("Payments"), paymentListColumns()))
    , m_timeline(new HistoryCard(tr("Timeline"), timelineColumns(), RowHeight::TwoLine)) {
    addKeys();
    m_identity = new IdentityCard(m_eye);
    m_explain = new ExplainPanel(m_print);
    m_reversal = new ReversePanel(m_post);
    m_handOver = new TransferPanel(m_post, desk.may(Service::StoreReadings));
    m_closing = new ClosingPanel(m_post);
    m_sharing = new SharingPanel(m_post);
    m_loss = new LossPanel(m_post);
    m_suspension = new SuspensionPanel(m_post, desk.may(Service::StoreReadings));
    m_resumption = new ResumptionPanel(m_post);
    m_latePanel = new LatePanel(m_post, desk.may(Service::WaiveLateCharge), desk.may(Service::StopLateCharge));
    makeLists();
    m_nobody = buildNobody();
    m_somebody = buildSomebody();
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(14, 14, 14, 14);
    down->setSpacing(10);
    down->addWidget(m_error);
    down->addWidget(m_nobody, 1);
    down->addWidget(m_somebody, 1);
    connect(m_identity, &IdentityCard::revealedChanged, this,
            [this](bool revealed) { m_eye->setText(revealed ? tr("Mask again") : tr("Show personal data")); });
    connect(m_identity, &IdentityCard::accountWanted, this, &CustomerPage::open);
    connect(m_latePanel, &LatePanel::wordsChanged, m_post, &QAction::setText);
    connect(m_explain, &ExplainPanel::closeWanted, this, &CustomerPage::stopExplaining);
    forget();
}

void CustomerPage::addKeys() {
    addKey(tr("Find"), Qt::Key_F2, [this] { Q_EMIT searchWanted(); });
    m_take = addKey(
        tr("Take payment"), Qt::Key_F5,
        [this] { Q_EMIT visitWanted({.page = QStringLiteral("counter"), .account = m_account}); }, "cash",
        Token::AccentText);
    m_take->setVisible(desk().may(Service::TakePayment));
    m_why = addKey(tr("Why this number"), Qt::CTRL | Qt::Key_I, [this] { explain(); });
    m_compare = addKey(tr("Explain and compare"), Qt::CTRL | Qt::Key_D,
                       [this] { ui::explainBill(*this, m_bills->table().currentId()); });
    m_correct = addKey(
        tr("Correct the bill"), Qt::CTRL | Qt::Key_E, [this] { correctBill(); }, "edit");
    m_correct->setVisible(desk().may(Service::PrepareCorrection));
    m_print = addKey(
        tr("Print bill again"), Qt::CTRL | Qt::Key_P, [this] { printBillAgain(); }, "printer");
    m_print->setVisible(desk().may(Service::PrintPaper));
    m_preview = addKey(tr("Look at the bill's paper"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, [this] { previewBill(); });
    m_preview->setVisible(desk().may(Service::PrintPaper));
    m_other = addKey(tr("Other account"), Qt::Key_F6, [this] { otherAccount(); });
    m_eye = addKey(
        tr("Show personal data"), Qt::Key_F7, [this] { showPersonalData(); }, "eye", Token::Accent);
    m_eye->setVisible(desk().may(Service::ShowPersonalData));
    m_reverse = addKey(
        tr("Take the payment back"), Qt::Key_F8, [this] { askReversal(); }, "undo");
    m_transfer = addKey(
        tr("Transfer to another customer"), Qt::Key_F9, [this] { askTransfer(); }, "swap");
    m_close = addKey(
        tr("Close the account"), Qt::Key_F10, [this] { askClosing(); }, "lock");
    m_share = addKey(
        tr("Share the meter"), Qt::Key_F11, [this] { askSharing(); }, "users");
    m_share->setVisible(desk().may(Service::ShareUse));
    m_shareLoss = addKey(
        tr("Share the loss of a master meter"), Qt::SHIFT | Qt::Key_F11, [this] { askLossSharing(); }, "users");
    m_shareLoss->setVisible(desk().may(Service::ShareUse));
    m_suspend = addKey(
        tr("Suspend the supply"), Qt::Key_F12, [this] { askSuspension(); }, "valve");
    m_suspend->setVisible(desk().may(Service::SuspendAccount));
    m_late = addKey(
        tr("Late charge"), Qt::Key_F4, [this] { askLate(); }, "clock");
    m_post = addKey(
        tr("Post the reversal"), Qt::CTRL | Qt::Key_Return, [this] { post(); }, "check", Token::AccentText);
    m_reverse->setVisible(desk().may(Service::ReversePayment));
    m_transfer->setVisible(desk().may(Service::TransferAccount));
    m_close->setVisible(desk().may(Service::CloseAccount));
    m_post->setVisible(m_reverse->isVisible() || m_transfer->isVisible() || m_close->isVisible() ||
                       m_share->isVisible() || m_suspend->isVisible() || desk().may(Service::WaiveLateCharge) ||
                       desk().may(Service::StopLateCharge));
    m_asTable = addKey(tr("Use as table"), Qt::CTRL | Qt::Key_T, [this] {
        m_use->setAsTable(!m_use->isTable());
        m_asTable->setText(m_use->isTable() ? tr("Use as chart") : tr("Use as table"));
        m_use->focusShown();
    });
    addPanelKeys();
}

void CustomerPage::addPanelKeys() {
    addKey(tr("Identity"), Qt::CTRL | Qt::Key_1, [this] { m_identity->setFocus(); });
    addKey(tr("Use"), Qt::CTRL | Qt::Key_2, [this] { m_use->focusShown(); });
    addKey(tr("Meters"), Qt::CTRL | Qt::Key_3, [this] {
        stopExplaining();
        m_meters->focusList();
    });
    addKey(tr("Bills"), Qt::CTRL | Qt::Key_4, [this] { m_bills->focusList(); });
    addKey(tr("Readings"), Qt::CTRL | Qt::Key_5, [this] { m_readings->focusList(); });
    addKey(tr("Timeline"), Qt::CTRL | Qt::Key_6, [this] {
        stopExplaining();
        m_timeline->focusList();
    });
    addKey(tr("Payments"), Qt::CTRL | Qt::Key_7, [this] {
        stopExplaining();
        m_payments->focusList();
    });
}

void CustomerPage::makeLists() {
    m_meters->setNothing(tr("No meter hangs here or ever did."));
    m_meters->setMore([this](const PageMark&) { askMeters(); });
    m_meters->table().view().horizontalHeader()->hide();
    m_timeline->table().view().horizontalHeader()->hide();

    m_bills->setNothing(tr("No bill yet. The first one comes with the first billing run after a reading."));
    m_bills->setMore([this](const PageMark& after) {
        page(
            m_bills,
            [after](services::Session& session, AccountId account) {
                return services::billsPage(session, account, after, listPage);
            },
            [this](const services::BillsPage& got) {
                std::vector<LedgerRow> rows;
                for (const services::BillSummary& bill : got.bills)
                    rows.push_back(billRow(bill));
                m_bills->setHint(tr("%n in all; Enter says why", nullptr, got.all));
                return rows;
            });
    });
    m_bills->setChosenFirst(true);
    connect(&m_bills->table(), &LedgerTable::activated, this, &CustomerPage::explain);
    connect(&m_bills->table(), &LedgerTable::currentChanged, this, [this](std::int64_t bill) {
        m_print->setEnabled(bill != 0);
        m_preview->setEnabled(bill != 0);
        m_why->setEnabled(bill != 0);
        m_compare->setEnabled(bill != 0);
        m_correct->setEnabled(bill != 0);
        if (isExplaining())
            explainBill(bill);
    });

    m_readings->setNothing(tr("No reading yet."));
    m_readings->setMore([this](const PageMark& after) {
        page(
            m_readings,
            [after](services::Session& session, AccountId account) {
                return services::readingsPage(session, account, after, listPage);
            },
            [this](const services::ReadingsPage& got) {
                std::vector<LedgerRow> rows;
                for (const services::ReadingRow& reading : got.readings)
                    rows.push_back(readingRow(reading, desk().businessDay()));
                return rows;
            });
    });
    makeMoneyAndTimeline();
}

void CustomerPage::makeMoneyAndTimeline() {
    m_payments->setNothing(tr("No payment yet."));
    m_payments->setMore([this](const PageMark& after) {
        page(
            m_payments,
            [after](services::Session& session, AccountId account) {
                return services::paymentsPage(session, account, after, listPage);
            },
            [this](const services::PaymentsPage& got) {
                std::vector<LedgerRow> rows;
                for (const services::PaymentRow& payment : got.payments)
                    rows.push_back(paymentRow(payment, desk().zone(), desk().businessDay()));
                m_paid.insert(m_paid.end(), got.payments.begin(), got.payments.end());
                return rows;
            });
    });
    connect(&m_payments->table(), &LedgerTable::currentChanged, this,
            [this] { m_reverse->setEnabled(reversible() != nullptr); });

    // The timeline is asked for from its beginning, longer each time; the mark says how much of it is shown.
    m_timeline->setNothing(tr("Nothing happened yet."));
    m_timeline->setMore([this](const PageMark& after) {
        const int shown = after == PageMark{} ? 0 : int(after.key);
        ask([shown](services::Session& session,
                    AccountId account) { return services::timelineOf(session, account, shown + listPage); },
            [this, shown](const std::vector<services::TimelineEntry>& entries) {
                std::vector<LedgerRow> rows;
                for (std::size_t at = std::size_t(shown); at < entries.size(); ++at)
                    rows.push_back(timelineRow(entries[at], std::int64_t(at) + 1, m_unit, desk().businessDay()));
                const bool more = int(entries.size()) == shown + listPage;
                m_timeline->add(std::move(rows), more ? std::optional(PageMark{shown + listPage, 0}) : std::nullopt);
            });
    });
}

QWidget* CustomerPage::buildNobody() {
    auto* nobody = new QWidget;
    auto* waiting = new QVBoxLayout(nobody);
    auto* words = makeLabel(TextRole::KeyFigure, tr("Whose file?"), "text2");
    auto* how = makeLabel(TextRole::Body,
                          tr("Type a name, pinyin initials, an account number, an address, a telephone or a meter "
                             "number above, and press Enter."),
                          "text2");
    words->setAlignment(Qt::AlignCenter);
    how->setAlignment(Qt::AlignCenter);
    how->setWordWrap(true);
    waiting->addStretch();
    waiting->addWidget(words);
    waiting->addWidget(how);
    waiting->addStretch();
    return nobody;
}

QWidget* CustomerPage::buildRight() {
    auto* right = new QWidget;
    m_side = new QStackedLayout(right);
    m_side->setContentsMargins(0, 0, 0, 0);
    auto* lists = new QWidget;
    auto* down = new QVBoxLayout(lists);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(10);
    down->addWidget(m_meters, 4);
    down->addWidget(m_payments, 5);
    down->addWidget(m_timeline, 8);
    m_side->addWidget(lists);
    m_side->addWidget(scrolled(m_explain)); // a water bill has many terms
    m_side->addWidget(m_reversal);
    m_handOverSide = scrolled(m_handOver);
    m_sharingSide = scrolled(m_sharing);
    m_lossSide = scrolled(m_loss);
    m_lateSide = scrolled(m_latePanel);
    for (QWidget* side : std::initializer_list<QWidget*>{m_handOverSide, m_closing, m_sharingSide, m_lossSide,
                                                         m_suspension, m_resumption, m_lateSide})
        m_side->addWidget(side);
    return right;
}

QWidget* CustomerPage::buildSomebody() {
    if (m_take->isVisible()) {
        auto* take = new KeyButton(m_take);
        take->setKind("primary");
        take->setFocusPolicy(Qt::NoFocus);
        m_head->addAtEnd(take);
    }
    m_head->body()->addWidget(m_figures);
    QSizePolicy place = m_head->sizePolicy();
    place.setRetainSizeWhenHidden(true); // what comes late moves nothing
    m_head->setSizePolicy(place);
    auto* inside = new QWidget;
    auto* across = new QHBoxLayout;
    across->setSpacing(10);
    across->addLayout(column(m_identity, 1, m_bills, 1), 34);
    across->addLayout(column(m_use, 1, m_readings, 1), 35);
    across->addWidget(buildRight(), 30);
    auto* down = new QVBoxLayout(inside);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(10);
    down->addWidget(m_head);
    down->addLayout(across, 1);
    return inside;
}

QString CustomerPage::context() const {
    return tr("one customer, one screen");
}

void CustomerPage::enter(const Visit& visit) {
    if (visit.account)
        open(*visit.account);
    else if (m_account)
        open(*m_account);
}

void CustomerPage::describe(Visit& visit) const {
    visit.account = m_account;
}

bool CustomerPage::stepBack() {
    if (isReversing()) {
        stopExplaining();
        m_payments->focusList();
        return true;
    }
    if (isExplaining() || isAsking()) {
        stopExplaining();
        return true;
    }
    if (m_error->isShown()) {
        m_error->clear();
        return true;
    }
    if (m_use->isTable()) {
        m_asTable->trigger();
        return true;
    }
    return false;
}

void CustomerPage::focusFirst() {
    if (m_account)
        m_bills->table().setFocus();
    else
        Q_EMIT searchWanted();
}

void CustomerPage::hideEvent(QHideEvent* event) {
    m_identity->mask(); // nobody leaves them open
    Page::hideEvent(event);
}

void CustomerPage::forget() {
    ++m_question;
    m_shown.reset();
    m_accounts.clear();
    m_paid.clear();
    m_error->clear();
    m_figures->clear();
    m_identity->clear();
    m_use->clear();
    for (HistoryCard* list : {m_meters, m_bills, m_readings, m_payments, m_timeline})
        list->clear();
    m_bills->setHint({});
    stopExplaining();
    m_nobody->setVisible(!m_account);
    m_somebody->setVisible(m_account.has_value());
    m_head->setVisible(false);
    for (QAction* action : {m_take, m_why, m_compare, m_correct, m_print, m_preview, m_other, m_eye, m_reverse,
                            m_transfer, m_close, m_share, m_shareLoss, m_suspend, m_late})
        action->setEnabled(false);
}

void CustomerPage::open(AccountId account) {
    m_account = account;
    forget();
    askHead();
}

template <class Job, class Done>
void CustomerPage::ask(Job job, Done done) {
    desk().read(
        this,
        [job = std::move(job), account = *m_account](services::Session& session) { return job(session, account); },
        [this, question = m_question, done = std::move(done)](const auto& answer) {
            if (question != m_question)
                return;
            if (answer.ok())
                done(*answer);
            else
                m_error->show(answer.error());
        });
}

template <class Job, class Done>
void CustomerPage::page(HistoryCard* list, Job job, Done rows) {
    desk().read(
        this,
        [job = std::move(job), account = *m_account](services::Session& session) { return job(session, account); },
        [this, list, question = m_question, rows = std::move(rows)](const auto& answer) {
            if (question != m_question)
                return;
            if (answer.ok()) {
                list->add(rows(*answer), answer->next);
            } else {
                list->failed();
                m_error->show(answer.error());
            }
        });
}

// The head says what the account is; what it is measured in the other panels need to know.
void CustomerPage::askHead() {
    ask([](services::Session& session, AccountId account) { return services::customerHead(session, account); },
        [this](const services::CustomerHead& head) { showHead(head); });
}

void CustomerPage::showHead(const services::CustomerHead& head) {
    m_shown = head;
    m_head->show(head);
    m_head->setVisible(true);
    for (QAction* action : {m_transfer, m_close, m_share, m_shareLoss, m_suspend})
        action->setEnabled(action->isVisible() && !head.account.closedOn);
    m_suspend->setText(head.suspendedOn ? tr("Resume the supply") : tr("Suspend the supply"));
    desk().workAtHand().remember(head.account);
    m_figures->showHead(head);
    m_identity->show(head);
    m_accounts.push_back(head.account.account.id);
    for (const services::FoundAccount& other : head.otherAccounts)
        m_accounts.push_back(other.account.id);
    std::sort(m_accounts.begin(), m_accounts.end());
    m_take->setEnabled(m_take->isVisible());
    m_eye->setEnabled(m_eye->isVisible());
    m_late->setEnabled(true);
    m_other->setEnabled(m_accounts.size() > 1);
    useUnit(head.account.account.commodity);
    askLadder();
    askUse();
    for (HistoryCard* list : {m_bills, m_readings, m_payments, m_timeline, m_meters})
        list->restart();
}

void CustomerPage::useUnit(Commodity commodity) {
    m_unit = unitText(QString(billedUnit(commodity)));
    m_bills->table().model().setColumns(billListColumns(m_unit));
    m_readings->table().model().setColumns(readingListColumns(m_unit));
}

void CustomerPage::askLadder() {
    desk().read(
        this, [account = *m_account](services::Session& session) { return services::ladderView(session, account); },
        [this, question = m_question](const Result<services::LadderView>& view) {
            if (question != m_question)
                return;
            if (!view.ok()) {
                m_figures->showNoLadder();
                return;
            }
            m_figures->showLadder(*view);
            m_identity->showTariff(*view);
        });
}

void CustomerPage::askUse() {
    ask([](services::Session& session,
           AccountId account) { return services::useByMonth(session, account, UseCard::months); },
        [this](const std::vector<services::MonthUse>& months) {
            const AccountingMonth last = AccountingMonth::containing(desk().businessDay());
            m_use->show(months, last, m_unit);
            m_figures->showUse(months, last, m_unit);
        });
}

void CustomerPage::askMeters() {
    ask([](services::Session& session, AccountId account) { return services::metersAtPlace(session, account); },
        [this](const std::vector<services::MeterAtPlace>& meters) {
            std::vector<LedgerRow> rows;
            rows.reserve(meters.size());
            for (const services::MeterAtPlace& meter : meters)
                rows.push_back(meterRow(meter, desk().businessDay()));
            m_meters->add(std::move(rows), std::nullopt);
            m_figures->showMeters(meters, desk().businessDay());
        });
}

void CustomerPage::askLossSharing() {
    ask([](services::Session& session, AccountId account) { return services::lossTermsOf(session, account); },
        [this](const std::optional<services::LossTerms>& terms) {
            if (!m_shown)
                return;
            askAtSide(m_lossSide, tr("Share from that day on"), &CustomerPage::shareLoss);
            m_loss->show(m_shown->account.account.number, terms, desk().businessDay());
        });
}

void CustomerPage::askLate() {
    ask([](services::Session& session, AccountId account) { return LatePanel::viewOf(session, account); },
        [this](const LatePanel::View& view) {
            if (!m_shown)
                return;
            askAtSide(m_lateSide, tr("Late charge"), &CustomerPage::changeLate);
            m_latePanel->show(m_shown->account.account.id, view, desk().businessDay());
            m_post->setEnabled(m_latePanel->offersSomething());
        });
}

bool CustomerPage::isExplaining() const {
    return m_side->currentIndex() == 1;
}

void CustomerPage::explain() {
    const std::int64_t bill = m_bills->table().currentId();
    if (bill == 0)
        return;
    stopExplaining();
    m_explain->clear();
    m_side->setCurrentIndex(1);
    m_bills->table().setFocus();
    explainBill(bill);
}

void CustomerPage::explainBill(std::int64_t bill) {
    if (bill == 0)
        return;
    ask([bill](services::Session& session,
               AccountId) { return services::billArithmetic(session, BillId::fromRaw(bill)); },
        [this, bill](const services::BillArithmetic& shown) {
            if (isExplaining() && m_bills->table().currentId() == bill)
                m_explain->show(shown);
        });
}

void CustomerPage::stopExplaining() {
    m_side->setCurrentIndex(0);
    m_post->setEnabled(false);
}

void CustomerPage::correctBill() {
    const std::int64_t bill = m_bills->table().currentId();
    if (bill == 0 || !m_correct->isVisible())
        return;
    auto* dialog = new CorrectionDialog(desk(), BillId::fromRaw(bill), this);
    connect(dialog, &CorrectionDialog::secondPersonWanted, this,
            [this](SecondPersonTask task, std::int64_t correction) {
                task.done = [this, correction] {
                    Q_EMIT toastWanted(tr("Corrected: the bills were taken back and made anew."), {});
                    printSettlement(correction);
                    if (m_account)
                        open(*m_account);
                };
                Q_EMIT secondPersonWanted(task);
            });
    dialog->open();
}

void CustomerPage::printSettlement(std::int64_t correction) {
    if (!desk().may(Service::PrintPaper))
        return;
    desk().write(
        tr("Print the settlement sheet"), this,
        [correction](services::Session& session) { return services::printSettlement(session, correction); },
        [this](const Result<services::PaperToPrint>& paper) {
            if (paper.ok())
                desk().printer().print(paper->paper, paper->copy);
            else
                m_error->show(paper.error());
        });
}

void CustomerPage::printBillAgain() {
    const std::int64_t bill = m_bills->table().currentId();
    if (bill == 0 || !m_print->isVisible())
        return;
    m_error->clear();
    desk().write(
        tr("Print a bill again"), this,
        [bill](services::Session& session) { return services::printBill(session, BillId::fromRaw(bill)); },
        [this](const Result<services::PaperToPrint>& paper) {
            if (!paper.ok()) {
                m_error->show(paper.error());
                return;
            }
            desk().printer().print(paper->paper, paper->copy);
            Q_EMIT toastWanted(paper->copy > 1 ? tr("Copy %1 goes to the printer.").arg(paper->copy)
                                               : tr("The bill goes to the printer."),
                               {});
        });
}

void CustomerPage::previewBill() {
    const std::int64_t bill = m_bills->table().currentId();
    if (bill == 0 || !m_print->isVisible())
        return;
    desk().read(
        this, [bill](services::Session& session) { return services::billToLookAt(session, BillId::fromRaw(bill)); },
        [this](const Result<papers::Paper>& paper) {
            if (!paper.ok()) {
                m_error->show(paper.error());
                return;
            }
            auto* preview = new PaperPreview(*paper, desk().printer().sheetFor(*paper), this);
            connect(preview, &PaperPreview::printWanted, this, &CustomerPage::printBillAgain);
            preview->open();
        });
}

void CustomerPage::showPersonalData() {
    if (!m_account || !m_eye->isVisible())
        return;
    if (m_identity->isRevealed()) {
        m_identity->mask();
        return;
    }
    desk().write(
        tr("Look at personal data"), this,
        [account = *m_account](services::Session& session) { return services::showPersonalData(session, account); },
        [this, question = m_question](const Result<services::PersonalData>& opened) {
            if (question != m_question || !isVisible())
                return;
            if (opened.ok())
                m_identity->reveal(*opened);
            else
                m_error->show(opened.error());
        });
}

void CustomerPage::otherAccount() {
    const auto now = std::find(m_accounts.begin(), m_accounts.end(), m_account);
    if (m_accounts.size() < 2 || now == m_accounts.end())
        return;
    open(now + 1 == m_accounts.end() ? m_accounts.front() : *(now + 1));
}

bool CustomerPage::isReversing() const {
    return m_side->currentWidget() == m_reversal;
}

const services::PaymentRow* CustomerPage::reversible() const {
    const std::int64_t chosen = m_payments->table().currentId();
    const auto paid =
        std::ranges::find(m_paid, chosen, [](const services::PaymentRow& row) { return row.journal.raw(); });
    return paid == m_paid.end() || paid->reversal || paid->reversed ? nullptr : &*paid;
}

void CustomerPage::askReversal() {
    const services::PaymentRow* payment = reversible();
    if (!payment)
        return;
    askAtSide(m_reversal, tr("Post the reversal"), &CustomerPage::reverse);
    m_reversal->show(*payment, desk().zone());
}

void CustomerPage::reversed(const services::PaymentResult& result) {
    for (const Receipt& receipt : result.receipts)
        desk().write(
            tr("Receipt %1").arg(receipt.paperNumber), this,
            [id = receipt.id](services::Session& session) { return services::printReceipt(session, id); },
            [this](const Result<services::PaperToPrint>& paper) {
                if (paper.ok())
                    desk().printer().print(paper->paper, paper->copy);
                else
                    m_error->show(paper.error());
            });
    Q_EMIT toastWanted(tr("Reversed; the bills are open again."), {});
    if (m_account)
        open(*m_account);
    m_payments->focusList();
}

} // namespace meterhall::ui
