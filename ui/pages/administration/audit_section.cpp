#include "ui/pages/administration/audit_section.h"

#include "core/services/verify.h"
#include "ui/pages/administration/check_card.h"
#include "ui/pages/administration/violation_words.h"
#include "ui/pages/parts/history_card.h"
#include "ui/pages/parts/watched_work.h"
#include "ui/widgets/combo.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

namespace meterhall::ui {

using services::AuditRow;
using services::Session;
using services::VerifyResult;

namespace {

constexpr int auditPageRows = 100;
const QString checkName = QStringLiteral("check-of-the-books");

} // namespace

AuditSection::AuditSection(Page& page)
    : Section(page, tr("Audit"))
    , m_checkKey(addKey(
          tr("Check the chain"), Qt::Key_F6, [this] { startCheck(); }, "shield"))
    , m_check(new CheckCard(m_checkKey, desk().zone()))
    , m_broken(new ViolationBar)
    , m_list(new HistoryCard(tr("Audit entries"), auditColumns()))
    , m_filter(buildFilter()) {
    addKey(
        tr("Only one action"), Qt::CTRL | Qt::Key_F, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); }, "filter");
    m_list->setHint(tr("newest first"));
    m_list->addToTitle(m_filter);
    m_list->setNothing(tr("Nobody did this yet."));
    m_list->setMore([this](const PageMark& after) { readMore(after); });
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(10);
    down->addWidget(m_broken);
    down->addWidget(m_check);
    down->addWidget(m_list, 1);
    if (WatchedWork* begun = check())
        watch(begun);
    showCheck();
}

QComboBox* AuditSection::buildFilter() {
    auto* filter = new Combo;
    filter->setAccessibleName(tr("Only one action"));
    std::vector<std::pair<QString, QString>> actions;
    actions.reserve(allServices().size());
    for (const Service service : allServices())
        actions.emplace_back(auditActionText(codeOf(service)), codeOf(service));
    std::ranges::sort(actions, [](const auto& a, const auto& b) { return a.first.localeAwareCompare(b.first) < 0; });
    filter->addItem(tr("Every action"), QString());
    for (const auto& [text, code] : actions)
        filter->addItem(text, code);
    connect(filter, &QComboBox::currentIndexChanged, this, &AuditSection::enter);
    return filter;
}

WatchedWork* AuditSection::check() const {
    return WatchedWork::latest(desk(), checkName);
}

void AuditSection::enter() {
    ++m_question;
    m_list->restart();
}

void AuditSection::focusFirst() {
    m_list->focusList();
}

Result<AuditSection::Portion> AuditSection::read(Session& session, const services::AuditWanted& wanted) {
    Portion portion;
    MH_TRY(portion.rows, services::auditRows(session, wanted));
    if (mayUse(session.who().duties, Service::ManageOperators)) {
        MH_TRY(const auto staff, services::operators(session));
        portion.names = StaffNames::of(staff);
    }
    return portion;
}

void AuditSection::readMore(const PageMark& after) {
    const services::AuditWanted wanted{after, m_filter->currentData().toString(), auditPageRows};
    desk().read(
        this, [wanted](Session& session) { return read(session, wanted); },
        [this, question = m_question](const Result<Portion>& portion) {
            if (question != m_question)
                return;
            if (portion.ok()) {
                take(*portion);
                tellRead();
                return;
            }
            m_list->failed();
            Q_EMIT failed(portion.error());
        });
}

void AuditSection::take(const Portion& portion) {
    const WatchedWork* checked = check();
    const auto* result = checked ? checked->answer<VerifyResult>() : nullptr;
    const bool holds = result && result->violations.empty();
    std::vector<LedgerRow> lines;
    lines.reserve(portion.rows.size());
    for (const AuditRow& row : portion.rows)
        lines.push_back(auditLine(row, portion.names, desk().zone(), holds && row.at <= *checked->endedAt()));
    const bool more = int(portion.rows.size()) == auditPageRows;
    m_list->add(std::move(lines), more ? std::optional(portion.rows.back().mark()) : std::nullopt);
}

void AuditSection::startCheck() {
    if (const WatchedWork* begun = check(); begun && begun->isAtWork()) {
        begun->run().resume();
        return;
    }
    Q_EMIT solved();
    watch(WatchedWork::begin<VerifyResult>(
        desk(), checkName, tr("Checking the books"), Desk::RunOn::Reader,
        [](Session& session, const WorkProgress& progress) { return services::verifyBooks(session, progress); }));
    showCheck();
}

void AuditSection::watch(WatchedWork* check) {
    connect(check, &WatchedWork::changed, this, [this, check] {
        showCheck();
        if (check->isAtWork())
            return;
        if (const auto& error = check->run().error())
            Q_EMIT failed(*error);
        else if (check->answer<VerifyResult>())
            enter(); // its ticks
    });
}

void AuditSection::showCheck() {
    const WatchedWork* begun = check();
    m_check->show(begun);
    const auto* result = begun ? begun->answer<VerifyResult>() : nullptr;
    m_broken->show(result ? tr("The books or their audit chain do not hold. Found: %1.").arg(result->violations.size())
                          : QString(),
                   result ? result->violations : std::vector<services::Violation>());
    m_checkKey->setEnabled(desk().may(Service::VerifyBooks) &&
                           !(begun && begun->run().phase() == LongRun::Phase::Running));
}

bool AuditSection::stepBack() {
    const WatchedWork* begun = check();
    if (!begun || !begun->isAtWork())
        return false;
    begun->run().cancel();
    return true;
}

} // namespace meterhall::ui
