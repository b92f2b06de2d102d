#include "ui/pages/late_charges/late_charges_page.h"

#include "ui/pages/late_charges/late_rule_card.h"
#include "ui/pages/late_charges/late_rule_form.h"
#include "ui/pages/late_charges/late_rule_words.h"
#include "ui/pages/parts/late_words.h"
#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/text_forms.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace meterhall::ui {

using services::LateRuleLine;
using services::LateWaiverWaiting;
using services::Session;

namespace {

constexpr int lateSideWidth = 400;
constexpr int rulesShare = 3;
constexpr int waiversShare = 2;

std::vector<Column> lateRuleColumns() {
    return {{.title = LateChargesPage::tr("For bills of"), .width = 220},
            {.title = LateChargesPage::tr("Due from"), .width = 104},
            {.title = LateChargesPage::tr("Rate a day"), .width = 92, .number = true},
            {.title = LateChargesPage::tr("Document"), .width = 130, .flexible = true, .mayElide = true},
            {.title = LateChargesPage::tr("State"), .width = 104}};
}

LedgerRow lateRuleLine(const LateRuleLine& line) {
    const services::LateRuleVersion& version = line.rule.version;
    const StateWords state = stateOfLateRule(line);
    return {.id = line.rule.id.raw(),
            .cells = {{.text = commodityText(version.scope.commodity),
                       .second = lateScopeText(version.scope),
                       .icon = commodityIcon(version.scope.commodity),
                       .iconTone = commodityToken(version.scope.commodity)},
                      {.text = dayText(version.effectiveFrom)},
                      {.text = lateRateText(version.rule.sameYear), .order = version.rule.sameYear.micro()},
                      {.text = version.document},
                      {.text = state.text, .badge = state.state}}};
}

std::vector<Column> waiverColumns() {
    return {{.title = LateChargesPage::tr("Account"), .width = 120},
            {.title = LateChargesPage::tr("Bill"), .width = 120},
            {.title = LateChargesPage::tr("Waived"), .width = 96, .number = true, .unit = LateChargesPage::tr("yuan")},
            {.title = LateChargesPage::tr("Why"), .width = 160, .flexible = true, .mayElide = true}};
}

LedgerRow waiverLine(const LateWaiverWaiting& waiting, const UtilityZone& zone) {
    return {
        .id = waiting.waiver.id,
        .cells = {
            {.text = waiting.accountNumber},
            {.text = waiting.month.toString(), .second = LateChargesPage::tr("due %1").arg(dayText(waiting.dueOn))},
            {.text = amountText(waiting.waiver.amount), .order = waiting.waiver.amount.minor()},
            {.text = waiting.waiver.reason,
             .second = LateChargesPage::tr("%1, %2").arg(waiting.askedBy.name, momentText(waiting.askedAt, zone))}}};
}

/// What begins where there is no rule yet to begin with.
services::LateRuleVersion firstRule(Date today) {
    return {.scope = {.commodity = Commodity::Gas, .useClass = {}, .region = {}},
            .effectiveFrom = today,
            .document = {},
            .rule = {}};
}

} // namespace

LateChargesPage::LateChargesPage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_error(new ErrorBar)
    , m_ruleTable(new LedgerTable(lateRuleColumns(), RowHeight::TwoLine))
    , m_waiverTable(new LedgerTable(waiverColumns(), RowHeight::TwoLine)) {
    m_ruleTable->setObjectName(QStringLiteral("rules"));
    m_waiverTable->setObjectName(QStringLiteral("waivers"));
    addKeys();
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(14, 14, 14, 14);
    across->setSpacing(10);
    across->addWidget(buildLeft(), 1);
    across->addWidget(buildRight());
    connect(m_ruleTable, &LedgerTable::currentChanged, this, &LateChargesPage::showChosen);
    connect(m_waiverTable, &LedgerTable::currentChanged, this, &LateChargesPage::allow);
    connect(m_waiverTable, &LedgerTable::activated, this, &LateChargesPage::openCustomer);
    showChosen();
}

void LateChargesPage::addKeys() {
    m_post = addKey(
        tr("Enter the rule"), Qt::CTRL | Qt::Key_Return, [this] { enterRule(); }, "check", Token::AccentText);
    m_new = addKey(
        tr("Enter a rule"), Qt::Key_F4, [this] { beginRule(); }, "plus");
    m_approve = addKey(
        tr("Approve the waiver"), Qt::Key_F8, [this] { approve(); }, "check");
    m_activate = addKey(
        tr("Put in force"), Qt::Key_F9, [this] { activate(); }, "check", Token::AccentText);
    addKey(tr("Rules"), Qt::CTRL | Qt::Key_1, [this] { m_ruleTable->setFocus(); });
    addKey(tr("Waivers"), Qt::CTRL | Qt::Key_2, [this] { m_waiverTable->setFocus(); });
    m_customer = addKey(tr("Customer"), Qt::CTRL | Qt::Key_G, [this] { openCustomer(); });
    addKey(tr("Find"), Qt::Key_F2, [this] { Q_EMIT searchWanted(); });
    addLookAgain(Qt::Key_F5, [this] { lookAgain(); });
    const bool enters = desk().may(Service::EnterLateRule);
    m_new->setVisible(enters);
    m_post->setVisible(enters);
    m_activate->setVisible(enters || desk().may(Service::ActivateLateRule));
    m_approve->setVisible(desk().may(Service::WaiveLateCharge) || desk().may(Service::ApproveLateWaiver));
}

QWidget* LateChargesPage::buildLeft() {
    auto* left = new QWidget;
    auto* down = new QVBoxLayout(left);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(10);
    auto* rules = new Card(tr("Rules"));
    m_ruleTable->setEmptyText(m_new->isVisible() ? tr("No rule: nothing is charged for paying late. F4 enters one.")
                                                 : tr("No rule: nothing is charged for paying late."));
    rules->addFlush(m_ruleTable, 1);
    auto* waivers = new Card(tr("Waivers that wait for a second person"));
    m_waiverTable->setEmptyText(tr("No waiver waits."));
    waivers->addFlush(m_waiverTable, 1);
    for (const auto& [card, action] : {std::pair(rules, m_new), std::pair(waivers, m_approve)}) {
        if (!action->isVisible())
            continue;
        auto* button = new KeyButton(action);
        button->setFocusPolicy(Qt::NoFocus);
        card->addToTitle(button);
    }
    down->addWidget(m_error);
    down->addWidget(rules, rulesShare);
    down->addWidget(waivers, waiversShare);
    return left;
}

QWidget* LateChargesPage::buildRight() {
    auto* right = new QWidget;
    right->setFixedWidth(lateSideWidth);
    m_side = new QStackedLayout(right);
    m_side->setContentsMargins(0, 0, 0, 0);
    m_card = new LateRuleCard(m_activate);
    m_form = new LateRuleForm(m_post);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_side->addWidget(m_card);
    m_side->addWidget(scroll);
    return right;
}

QString LateChargesPage::context() const {
    return tr("rules and waivers");
}

void LateChargesPage::enter(const Visit&) {
    lookAgain();
}

bool LateChargesPage::stepBack() {
    if (isEntering()) {
        leaveForm();
        m_ruleTable->setFocus();
        return true;
    }
    const bool shown = m_error->isShown();
    m_error->clear();
    return shown;
}

void LateChargesPage::focusFirst() {
    m_ruleTable->setFocus();
}

void LateChargesPage::lookAgain() {
    desk().read(
        this, [](Session& session) { return services::lateRules(session); },
        [this](Result<std::vector<LateRuleLine>> rules) {
            if (!rules.ok()) {
                m_error->show(rules.error());
                return;
            }
            showRules(std::move(*rules));
            tellRead();
        });
    desk().read(
        this, [](Session& session) { return services::lateWaiversWaiting(session); },
        [this](Result<std::vector<LateWaiverWaiting>> waivers) {
            if (waivers.ok())
                showWaivers(std::move(*waivers));
            else
                m_error->show(waivers.error());
        });
}

void LateChargesPage::showRules(std::vector<LateRuleLine> rules) {
    const std::int64_t before = std::exchange(m_wanted, 0);
    const std::int64_t chosen = before != 0 ? before : m_ruleTable->currentId();
    m_rules = std::move(rules);
    std::vector<LedgerRow> lines;
    for (const LateRuleLine& line : m_rules)
        lines.push_back(lateRuleLine(line));
    {
        const QSignalBlocker quiet(m_ruleTable);
        m_ruleTable->model().setRows(std::move(lines));
        m_ruleTable->selectRow(std::max(0, m_ruleTable->model().rowOf(chosen)));
    }
    showChosen();
}

void LateChargesPage::showWaivers(std::vector<LateWaiverWaiting> waivers) {
    const std::int64_t chosen = m_waiverTable->currentId();
    m_waivers = std::move(waivers);
    std::vector<LedgerRow> lines;
    for (const LateWaiverWaiting& waiting : m_waivers)
        lines.push_back(waiverLine(waiting, desk().zone()));
    {
        const QSignalBlocker quiet(m_waiverTable);
        m_waiverTable->model().setRows(std::move(lines));
        m_waiverTable->selectRow(std::max(0, m_waiverTable->model().rowOf(chosen)));
    }
    allow();
}

const LateRuleLine* LateChargesPage::rule() const {
    const auto found = std::ranges::find(m_rules, m_ruleTable->currentId(),
                                         [](const LateRuleLine& line) { return line.rule.id.raw(); });
    return found == m_rules.end() ? nullptr : &*found;
}

const LateWaiverWaiting* LateChargesPage::waiver() const {
    const auto found = std::ranges::find(m_waivers, m_waiverTable->currentId(),
                                         [](const LateWaiverWaiting& waiting) { return waiting.waiver.id; });
    return found == m_waivers.end() ? nullptr : &*found;
}

bool LateChargesPage::isEntering() const {
    return m_side->currentIndex() == 1;
}

bool LateChargesPage::mayAlone(Service service, OperatorId first) const {
    return desk().may(service) && desk().who().id != first;
}

void LateChargesPage::showChosen() {
    if (const LateRuleLine* line = rule())
        m_card->show(*line);
    else
        m_card->clear();
    allow();
}

void LateChargesPage::allow() {
    const LateRuleLine* chosen = rule();
    m_new->setEnabled(!m_busy && m_new->isVisible());
    m_post->setEnabled(!m_busy && isEntering());
    m_activate->setEnabled(!m_busy && m_activate->isVisible() && !isEntering() && chosen && !chosen->activatedBy);
    m_approve->setEnabled(!m_busy && m_approve->isVisible() && waiver());
    m_customer->setEnabled(waiver() && desk().may(Service::FindCustomer));
}

template <class Job, class Done>
void LateChargesPage::write(const QString& words, Job job, Done done) {
    if (m_busy)
        return;
    m_busy = true;
    m_error->clear();
    allow();
    desk().write(words, this, std::move(job), [this, done = std::move(done)](const auto& result) {
        m_busy = false;
        if (result.ok())
            done(result);
        else
            m_error->show(result.error());
        lookAgain();
    });
}

void LateChargesPage::done(const QString& words) {
    Q_EMIT toastWanted(words, {});
    lookAgain();
}

void LateChargesPage::beginRule() {
    const LateRuleLine* like = rule();
    m_error->clear();
    m_side->setCurrentIndex(1);
    m_form->show(like ? like->rule.version : firstRule(desk().businessDay()), desk().businessDay());
    allow();
}

void LateChargesPage::leaveForm() {
    m_side->setCurrentIndex(0);
    allow();
}

void LateChargesPage::enterRule() {
    if (!isEntering())
        return;
    const auto version = m_form->version();
    if (!version)
        return;
    write(
        tr("Enter a rule of the late charge"),
        [version = *version](Session& session) { return services::enterLateRule(session, version); },
        [this](const Result<LateRuleId>& entered) {
            m_wanted = entered->raw();
            leaveForm();
            m_ruleTable->setFocus();
            Q_EMIT toastWanted(tr("Entered. F9 puts it in force, by another person."), {});
        });
}

void LateChargesPage::activate() {
    const LateRuleLine* line = rule();
    if (!line || line->activatedBy)
        return;
    const services::LateRuleVersion& version = line->rule.version;
    const QString what = tr("Put the rule from %1 in force").arg(dayText(version.effectiveFrom));
    const QString said = tr("In force for bills due from %1.").arg(dayText(version.effectiveFrom));
    const auto job = [id = line->rule.id](Session& session) { return services::activateLateRule(session, id); };
    if (mayAlone(Service::ActivateLateRule, line->rule.enteredBy)) {
        write(what, job, [this, said](const Result<void>&) { Q_EMIT toastWanted(said, {}); });
        return;
    }
    Q_EMIT secondPersonWanted(
        {.what = what,
         .facts = {{tr("For bills of"),
                    tr("%1, %2").arg(commodityText(version.scope.commodity), lateScopeText(version.scope))},
                   {tr("Rate a day"), lateRateText(version.rule.sameYear)},
                   {tr("Document"), version.document}},
         .rule = tr("Whoever enters a rule does not put it in force: finance compares it with its document and does it "
                    "under their own name."),
         .service = Service::ActivateLateRule,
         .job = [job](Session& session, const QString&) { return job(session); },
         .done = [this, said] { done(said); }});
}

void LateChargesPage::approve() {
    const LateWaiverWaiting* waiting = waiver();
    if (!waiting)
        return;
    const QString amount = amountText(waiting->waiver.amount);
    const QString what = tr("Waive %1 of account %2").arg(amount, waiting->accountNumber);
    const QString said = tr("Waived: %1.").arg(amount);
    const auto job = [id = waiting->waiver.id](Session& session) { return services::approveLateWaiver(session, id); };
    if (mayAlone(Service::ApproveLateWaiver, waiting->waiver.askedBy)) {
        write(what, job, [this, said](const Result<void>&) { Q_EMIT toastWanted(said, {}); });
        return;
    }
    Q_EMIT secondPersonWanted({.what = what,
                               .facts = {{tr("Bill"), waiting->month.toString()},
                                         {tr("Why"), waiting->waiver.reason},
                                         {tr("Asked for by"), waiting->askedBy.name}},
                               .rule = tr("Above the limit of its rule a waiver counts once another person approved "
                                          "it: a shift lead or finance."),
                               .service = Service::ApproveLateWaiver,
                               .job = [job](Session& session, const QString&) { return job(session); },
                               .done = [this, said] { done(said); }});
}

void LateChargesPage::openCustomer() {
    if (const LateWaiverWaiting* waiting = waiver(); waiting && m_customer->isEnabled())
        Q_EMIT visitWanted({.page = QStringLiteral("customer"), .account = waiting->waiver.account});
}

} // namespace meterhall::ui
