#include "ui/pages/administration/administration_page.h"

#include "ui/pages/administration/audit_section.h"
#include "ui/pages/administration/backup_section.h"
#include "ui/pages/administration/operators_section.h"
#include "ui/pages/administration/seats_section.h"
#include "ui/shell/error_bar.h"
#include "ui/widgets/key_cap.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace meterhall::ui {

AdministrationPage::AdministrationPage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_do(addKey(
          tr("Do it"), Qt::CTRL | Qt::Key_Return, [this] { act(); }, "check", Token::AccentText))
    , m_error(new ErrorBar)
    , m_stack(new QStackedWidget) {
    addLookAgain(Qt::Key_F5, [this] { chosen()->enter(); });
    if (desk.may(Service::ManageOperators))
        addSection(QStringLiteral("operators"), new OperatorsSection(*this, m_do));
    if (desk.may(Service::ShowAudit)) {
        addSection(QStringLiteral("seats"), new SeatsSection(*this, m_do));
        addSection(QStringLiteral("audit"), new AuditSection(*this));
    }
    if (desk.may(Service::BackUp))
        addSection(QStringLiteral("backup"), new BackupSection(*this, m_do));
    auto* tabs = new QHBoxLayout;
    tabs->setSpacing(8);
    addTabs(tabs);
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(14, 14, 14, 14);
    down->setSpacing(10);
    down->addLayout(tabs);
    down->addWidget(m_error);
    down->addWidget(m_stack, 1);
    addKey(tr("Find"), Qt::Key_F2, [this] { Q_EMIT searchWanted(); });
    choose(0);
}

void AdministrationPage::addSection(const QString& name, Section* section) {
    m_stack->addWidget(section);
    m_tabs.push_back({name, section, nullptr});
    connect(section, &Section::changed, this, &AdministrationPage::showStep);
    connect(section, &Section::solved, m_error, &ErrorBar::clear);
    connect(section, &Section::failed, this, [this](const Error& error) {
        m_enter.revive();
        m_error->show(error);
    });
    connect(section, &Section::done, this, [this](const QString& said) {
        m_enter.kill();
        Q_EMIT toastWanted(said, {});
    });
}

void AdministrationPage::addTabs(QHBoxLayout* row) {
    for (std::size_t at = 0; at < m_tabs.size(); ++at) {
        Tab& tab = m_tabs[at];
        QAction* action =
            addKey(tab.section->title(), QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(at))), [this, at] {
                choose(at);
                chosen()->enter();
                focusFirst();
            });
        tab.button = new KeyButton(action);
        tab.button->setFocusPolicy(Qt::NoFocus);
        row->addWidget(tab.button);
    }
    row->addStretch();
}

Section* AdministrationPage::chosen() const {
    return m_tabs[m_chosen].section;
}

void AdministrationPage::choose(std::size_t tab) {
    m_chosen = tab;
    for (std::size_t at = 0; at < m_tabs.size(); ++at) {
        m_tabs[at].button->setChosen(at == tab);
        m_tabs[at].section->setChosen(at == tab);
    }
    m_stack->setCurrentWidget(chosen());
    m_error->clear();
    showStep();
    Q_EMIT contextChanged();
}

QString AdministrationPage::context() const {
    return chosen()->title();
}

void AdministrationPage::enter(const Visit& visit) {
    for (std::size_t at = 0; at < m_tabs.size(); ++at) {
        if (m_tabs[at].name == visit.text)
            choose(at);
    }
    chosen()->enter();
}

bool AdministrationPage::stepBack() {
    if (m_error->isShown()) {
        m_error->clear();
        return true;
    }
    return chosen()->stepBack();
}

void AdministrationPage::focusFirst() {
    chosen()->focusFirst();
}

void AdministrationPage::showStep() {
    const QString text = chosen()->actText();
    m_do->setEnabled(!text.isEmpty());
    m_do->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        m_do->setText(text);
}

void AdministrationPage::act() {
    if (!m_enter.isDead() && !chosen()->actText().isEmpty())
        chosen()->act();
}

} // namespace meterhall::ui
