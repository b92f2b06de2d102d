#include "ui/pages/dayclose/dayclose_page.h"

#include "core/services/day_close.h"
#include "core/services/home.h"
#include "core/services/papers.h"
#include "ui/pages/dayclose/count_panel.h"
#include "ui/pages/dayclose/day_panel.h"
#include "ui/pages/dayclose/shift_words.h"
#include "ui/pages/dayclose/shifts_panel.h"
#include "ui/pages/dayclose/start_panel.h"
#include "ui/printing/print_queue.h"
#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/widgets/text_forms.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace meterhall::ui {

using services::DayOverview;
using services::Session;
using services::ShiftStage;

namespace {
constexpr int drawerWidth = 400;
constexpr int lookAgainSeconds = 20;
} // namespace

DayclosePage::DayclosePage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_error(new ErrorBar)
    , m_drawer(new DrawerPanel(desk))
    , m_shifts(new ShiftsPanel(desk)) {
    addKeys();
    m_drawer->offer(m_lead);
    m_dayPanel = new DayPanel(m_reprintDay);
    arrange();
    connect(m_drawer, &DrawerPanel::wanted, this,
            [this] { m_drawer->step() == DrawerPanel::Step::Open ? openShift() : enterCount(); });
    connect(m_shifts, &ShiftsPanel::closeWanted, this, &DayclosePage::closeShift);
    connect(m_shifts, &ShiftsPanel::selectionChanged, this, &DayclosePage::showStep);
    connect(m_dayPanel, &DayPanel::closeWanted, this, &DayclosePage::closeDay);
    connect(qApp, &QApplication::focusChanged, this, &DayclosePage::showStep);
    connect(&m_lookAgain, &QTimer::timeout, this, [this] {
        if (isVisible() && !m_busy)
            read();
    });
    if (leads())
        m_lookAgain.start(lookAgainSeconds * 1000); // drawers are counted at other seats
    showStep();
}

// The focus moves while the parts are taken down, and nobody is there to hear of it any more.
DayclosePage::~DayclosePage() {
    disconnect(qApp, nullptr, this, nullptr);
    for (QWidget* part : {static_cast<QWidget*>(m_drawer), static_cast<QWidget*>(m_shifts)})
        part->disconnect(this);
}

void DayclosePage::addKeys() {
    m_do = addKey(tr("Enter the count"), Qt::CTRL | Qt::Key_Return, [this] { act(); });
    addLookAgain(Qt::Key_F5, [this] { read(); });
    auto* toShifts = addKey(tr("Shifts"), Qt::Key_F4, [this] { m_shifts->focusFirst(); });
    toShifts->setVisible(leads());
    m_printShift = addKey(
        tr("Print the shift sheet"), Qt::CTRL | Qt::Key_P,
        [this] {
            if (const services::ShiftOfDay* shift = m_shifts->selected())
                printShift(shift->id);
        },
        "printer");
    m_reprintDay = addKey(
        tr("Print the day report again"), Qt::Key_F11, [this] { printDay(m_standing->day.day); }, "printer");
    m_earlier = addKey(tr("Day before"), Qt::Key_F6, [this] { goToDay(-1); });
    m_later = addKey(tr("Day after"), Qt::Key_F7, [this] { goToDay(1); });
    for (QAction* action : {m_printShift, m_reprintDay, m_earlier, m_later})
        action->setVisible(leads());
    m_lead = addKey(
        tr("The lead closes it here"), Qt::Key_F8, [this] { askLead(); }, "users");
    m_lead->setVisible(atDrawer());
    const bool both = atDrawer() && desk().may(Service::CloseDay);
    addKey(tr("Drawer"), Qt::CTRL | Qt::Key_1, [this] { chooseSide(true); })->setVisible(both);
    addKey(tr("Shifts and day"), Qt::CTRL | Qt::Key_2, [this] { chooseSide(false); })->setVisible(both);
}

void DayclosePage::arrange() {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(14, 14, 14, 14);
    down->setSpacing(10);
    down->addWidget(m_error);
    auto* across = new QHBoxLayout;
    across->setSpacing(10);
    down->addLayout(across, 1);
    m_drawer->setFixedWidth(drawerWidth);
    across->addWidget(m_drawer);
    across->addWidget(m_shifts, 5);
    across->addWidget(m_dayPanel, 4);
    showSide(true);
}

void DayclosePage::showSide(bool drawer) {
    const bool day = desk().may(Service::CloseDay);
    m_drawer->setVisible(atDrawer() && (drawer || !day));
    m_dayPanel->setVisible(day && (!drawer || !atDrawer()));
}

void DayclosePage::chooseSide(bool drawer) {
    m_chosenSide = drawer;
    showSide(drawer);
    if (drawer && m_drawer->step() != DrawerPanel::Step::Nothing)
        m_drawer->focusFirst();
    else
        m_shifts->focusFirst();
    showStep();
}

bool DayclosePage::atDrawer() const {
    return desk().may(Service::OpenShift) || desk().may(Service::CountDrawer);
}

bool DayclosePage::leads() const {
    return desk().may(Service::CloseShift) || desk().may(Service::CloseDay);
}

QString DayclosePage::context() const {
    return m_standing ? dayText(m_standing->day.day) : QString();
}

void DayclosePage::enter(const Visit& visit) {
    const auto day = Date::parse(visit.text);
    m_day = day.ok() ? std::optional(*day) : std::nullopt;
    m_wanted = visit.subject > 0 ? std::optional(ShiftId::fromRaw(visit.subject)) : std::nullopt;
    m_focusWhenRead = true;
    m_chosenSide.reset();
    read();
}

bool DayclosePage::stepBack() {
    if (!m_error->isShown())
        return false;
    m_error->clear();
    return true;
}

void DayclosePage::focusFirst() {
    if (m_drawer->step() != DrawerPanel::Step::Nothing && m_drawer->isVisibleTo(this))
        m_drawer->focusFirst();
    else
        m_shifts->focusFirst();
}

DayclosePage::Step DayclosePage::step() const {
    if (m_busy || !m_standing)
        return Step::Nothing;
    const bool day = m_dayPanel->isVisibleTo(this) && m_dayPanel->canClose();
    const Step there = m_shifts->canClose() ? Step::CloseShift : day ? Step::CloseDay : Step::Nothing;
    const DrawerPanel::Step here = m_drawer->isVisibleTo(this) ? m_drawer->step() : DrawerPanel::Step::Nothing;
    const QWidget* focused = QApplication::focusWidget();
    const bool inDrawer = focused && m_drawer->isAncestorOf(focused);
    if (here == DrawerPanel::Step::Nothing || (there != Step::Nothing && !inDrawer))
        return there;
    return here == DrawerPanel::Step::Open ? Step::OpenShift : Step::Count;
}

void DayclosePage::showStep() {
    const Step now = step();
    m_do->setEnabled(now != Step::Nothing);
    switch (now) {
    case Step::Nothing:
        break;
    case Step::OpenShift:
        m_do->setText(tr("Open the shift"));
        break;
    case Step::Count:
        m_do->setText(tr("Enter the count"));
        break;
    case Step::CloseShift:
        m_do->setText(tr("Close the shift of seat %1").arg(m_shifts->selected()->seat));
        break;
    case Step::CloseDay:
        m_do->setText(tr("Close the day %1").arg(dayText(m_standing->day.day)));
        break;
    }
    const services::ShiftOfDay* selected = m_shifts->selected();
    m_lead->setEnabled(!m_busy && m_drawer->isVisibleTo(this) && m_drawer->waitsForLead());
    m_printShift->setEnabled(selected && selected->stage == ShiftStage::Closed && desk().may(Service::PrintPaper));
    m_reprintDay->setEnabled(m_standing && m_standing->day.closedBy && desk().may(Service::PrintPaper));
    m_earlier->setEnabled(m_standing.has_value());
    m_later->setEnabled(m_standing && m_standing->day.day < desk().businessDay());
}

void DayclosePage::act() {
    if (m_enter.isDead())
        return;
    switch (step()) {
    case Step::Nothing:
        return;
    case Step::OpenShift:
        openShift();
        return;
    case Step::Count:
        enterCount();
        return;
    case Step::CloseShift:
        closeShift();
        return;
    case Step::CloseDay:
        closeDay();
        return;
    }
}

Result<DayclosePage::Standing> DayclosePage::readStanding(Session& session, std::optional<Date> day) {
    const Duties& duties = session.who().duties;
    const Date today = session.businessDay();
    if (!day && mayUse(duties, Service::CloseDay)) {
        MH_TRY(const services::MyWork work, services::myWork(session));
        day = work.dayToClose;
    }
    MH_TRY(DayOverview overview, services::dayOverview(session, day.value_or(today)));
    Standing standing{std::move(overview), {}, {}};
    if (mayUse(duties, Service::CloseDay) && standing.day.takings) {
        MH_TRY(standing.totals, services::dayReport(session, standing.day.day));
    }
    if (!mayUse(duties, Service::OpenShift) && !mayUse(duties, Service::CountDrawer))
        return standing;
    MH_TRY(services::SeatDesk seat, services::seatDesk(session));
    standing.drawer.shift = std::move(seat.shift);
    if (mayUse(duties, Service::CountDrawer)) {
        MH_TRY(standing.drawer.count, services::blindCount(session));
    }
    const Date shiftDay = standing.drawer.shift ? standing.drawer.shift->businessDay : today;
    MH_TRY(const DayOverview own, services::dayOverview(session, shiftDay));
    standing.drawer.dayClosed = own.closedBy.has_value();
    for (const services::ShiftOfDay& shift : own.shifts) {
        if (standing.drawer.shift && standing.drawer.shift->isMine && shift.id == standing.drawer.shift->shift)
            standing.drawer.own = shift;
    }
    return standing;
}

void DayclosePage::read() {
    const int question = ++m_question;
    desk().read(
        this, [day = m_day](Session& session) { return readStanding(session, day); },
        [this, question](const Result<Standing>& standing) {
            if (question != m_question)
                return;
            if (!standing.ok()) {
                m_error->show(standing.error(), tr("Look again  F5"), [this] { read(); });
                return;
            }
            show(*standing);
            tellRead();
        });
}

void DayclosePage::show(const Standing& standing) {
    m_standing = standing;
    m_day = standing.day.day;
    m_drawer->show(standing.drawer);
    m_shifts->show(standing.day);
    m_dayPanel->show(standing.day, standing.totals, desk().zone());
    showSide(m_chosenSide.value_or(m_drawer->step() != DrawerPanel::Step::Nothing));
    if (m_wanted)
        m_shifts->select(*m_wanted);
    m_wanted.reset();
    showStep();
    Q_EMIT contextChanged();
    if (m_focusWhenRead && isVisible())
        focusFirst();
    m_focusWhenRead = false;
}

void DayclosePage::goToDay(int by) {
    m_day = m_standing->day.day.addDays(by);
    m_error->clear();
    m_focusWhenRead = true;
    read();
}

template <class Job, class Done>
void DayclosePage::doWrite(const QString& words, Job job, Done done) {
    m_busy = true;
    m_error->clear();
    const auto setBusy = [this](bool busy) {
        m_busy = busy;
        m_drawer->setBusy(busy);
        m_shifts->setBusy(busy);
        m_dayPanel->setBusy(busy);
        showStep();
    };
    setBusy(true);
    desk().write(words, this, std::move(job), [this, setBusy, done = std::move(done)](const auto& result) {
        setBusy(false);
        if (result.ok())
            m_enter.kill();
        else
            m_enter.revive();
        m_focusWhenRead = true;
        if (result.ok())
            done(result);
        else
            m_error->show(result.error());
        read();
    });
}

void DayclosePage::openShift() {
    const auto start = m_drawer->start().take();
    if (!start || m_busy)
        return;
    doWrite(
        tr("Open a shift"), [start = *start](Session& session) { return services::openShift(session, start); },
        [this](const Result<ShiftId>&) { m_drawer->start().clear(); });
}

void DayclosePage::enterCount() {
    const auto pieces = m_drawer->count().take();
    if (!pieces || m_busy)
        return;
    doWrite(
        tr("Count of the drawer"),
        [pieces = *pieces](Session& session) { return services::countDrawer(session, pieces); },
        [](const Result<void>&) {}); // the page says the rest
}

void DayclosePage::closeShift() {
    if (!m_shifts->canClose())
        return;
    const services::ShiftOfDay shift = *m_shifts->selected();
    const auto reason = m_shifts->takeReason();
    if (!reason)
        return;
    doWrite(
        tr("Close the shift of seat %1").arg(shift.seat),
        [id = shift.id, reason = *reason](Session& session) { return services::closeShift(session, id, reason); },
        [this, id = shift.id](const Result<ShiftClosing>&) { printShift(id); });
}

// The lead has come to this seat; his session closes the shift, not that of whoever works here.
void DayclosePage::askLead() {
    const services::ShiftOfDay& shift = *m_standing->drawer.own;
    const Money difference = differenceOf(shift).value_or(Money::zero(Currency::cny()));
    SecondPersonTask task{.what = tr("Close the shift of seat %1").arg(shift.seat),
                          .rule = tr("Nobody closes a shift of their own: the lead looks at the drawer and closes it "
                                     "under their own name. The shift sheet is printed with it."),
                          .service = Service::CloseShift,
                          .job = [id = shift.id](Session& session, const QString& reason) -> Result<void> {
                              MH_CHECK(services::closeShift(session, id, reason));
                              return {};
                          },
                          .done =
                              [this, id = shift.id] {
                                  m_enter.kill();
                                  m_focusWhenRead = true;
                                  printShift(id);
                                  read();
                              }};
    task.facts = {{tr("Cashier"), tr("%1 (%2)").arg(shift.cashier.name, shift.cashier.number)},
                  {tr("Counted"), tr("%1 yuan").arg(amountText(shift.count->counted))},
                  {tr("Expected"), tr("%1 yuan").arg(amountText(*shift.expected))},
                  {tr("Difference"), tr("%1 yuan, %2").arg(changeText(difference), wordsOf(difference).text)}};
    if (!difference.isZero())
        task.reasonLabel = tr("Reason of the difference");
    Q_EMIT secondPersonWanted(task);
}

void DayclosePage::closeDay() {
    if (m_busy || !m_dayPanel->canClose())
        return;
    const Date day = m_standing->day.day;
    doWrite(
        tr("Close the day %1").arg(dayText(day)), [day](Session& session) { return services::closeDay(session, day); },
        [this, day](const Result<void>&) { printDay(day); });
}

void DayclosePage::printShift(ShiftId shift) {
    if (!desk().may(Service::PrintPaper))
        return;
    desk().write(
        tr("Shift sheet"), this, [shift](Session& session) { return services::printShiftSheet(session, shift); },
        [this, shift](const Result<services::PaperToPrint>& paper) {
            if (paper.ok())
                desk().printer().print(paper->paper, paper->copy);
            else
                m_error->show(paper.error(), tr("Print again"), [this, shift] { printShift(shift); });
        });
}

void DayclosePage::printDay(Date day) {
    if (!desk().may(Service::PrintPaper))
        return;
    desk().write(
        tr("Day report"), this, [day](Session& session) { return services::printDayReport(session, day); },
        [this, day](const Result<services::PaperToPrint>& paper) {
            if (paper.ok())
                desk().printer().print(paper->paper, paper->copy);
            else
                m_error->show(paper.error(), tr("Print again"), [this, day] { printDay(day); });
        });
}

} // namespace meterhall::ui
