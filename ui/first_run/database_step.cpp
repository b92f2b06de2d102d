#include "ui/first_run/database_step.h"

#include "ui/first_run/background.h"
#include "ui/first_run/choice_row.h"
#include "ui/first_run/found_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_forms.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {

constexpr int onServer = 1;

bool isFilled(const QLineEdit* field) {
    return !field->text().trimmed().isEmpty();
}

/// "~/town.db" too.
QString pathIn(const QLineEdit* field) {
    const QString path = field->text().trimmed();
    return path.startsWith(QLatin1String("~/")) ? QDir::homePath() + path.mid(1) : path;
}

} // namespace

DatabaseStep::DatabaseStep(const FirstRunPlaces& places, QWidget* parent)
    : FirstRunStep(parent)
    , m_places(places)
    , m_engine(new ChoiceRow({tr("A file on this computer (SQLite)"), tr("A server (PostgreSQL)")}))
    , m_result(new QWidget)
    , m_badge(new Badge)
    , m_words(makeLabel(TextRole::Body)) {
    form().addField(tr("Kind"), m_engine, tr("A file is for one computer. Several seats need a server."));
    m_file = form().addText(tr("File"));
    buildServer();
    buildKeys();
    auto* testNow = new KeyButton(addKey(tr("Test the connection"), Qt::Key_F5, [this] { test([] {}); }));
    testNow->setAutoDefault(true);
    m_words->setWordWrap(true);
    auto* button = new QHBoxLayout;
    button->addWidget(testNow);
    button->addWidget(m_badge);
    button->addStretch();
    auto* result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 4, 0, 0);
    result->addLayout(button);
    result->addWidget(m_words);
    form().addWide(m_result);
    m_badge->hide();
    connect(m_engine, &ChoiceRow::changed, this, [this] {
        showFields();
        forget();
    });
    for (QLineEdit* field : findChildren<QLineEdit*>())
        connect(field, &QLineEdit::textChanged, this, &DatabaseStep::forget);
}

void DatabaseStep::buildServer() {
    m_host =
        form().addText(tr("Host"), tr("Name or address of the server; a host that is not this computer must have a "
                                      "certificate that this computer trusts."));
    m_port = form().addText(tr("Port"));
    m_database = form().addText(tr("Database"), tr("An empty one that is there already."));
    m_login = form().addText(tr("Database sign-in"), tr("One that may make roles. It is used once, to set up, and kept "
                                                        "nowhere."));
    m_loginPassword = form().addPassword(tr("Its password"));
}

void DatabaseStep::buildKeys() {
    m_brought = form().addText(tr("Key file you brought"),
                               tr("A copy of the key file of another seat, on a stick for example."));
    m_seat = form().addText(tr("Seat number"), tr("As the administrator has registered it."));
    m_opener = form().addText(tr("Operator number"), tr("Of anybody who works there, to look for the seat."));
    m_openerPassword = form().addPassword(tr("Password"));
    m_key = form().addText(tr("Key file here"), tr("The key of telephones and identity numbers. Without it nobody can "
                                                   "read them, so keep a copy apart from the backups."));
}

QString DatabaseStep::explained() const {
    return isFurther() ? tr("Where the database of your utility is, and which seat this computer is to be.")
                       : tr("Where everything is to be kept. Nothing is made before the last step.");
}

void DatabaseStep::fill(const FirstRunAnswers& answers) {
    m_purpose = answers.purpose;
    m_engine->choose(answers.onPostgres ? onServer : 0);
    m_file->setText(answers.sqliteFile);
    m_host->setText(answers.host);
    m_port->setText(QString::number(answers.port));
    m_database->setText(answers.database);
    m_login->setText(answers.admin.login);
    m_loginPassword->setText(QString::fromUtf8(answers.admin.password));
    m_key->setText(answers.keyFile);
    m_brought->setText(answers.broughtKey);
    m_seat->setText(QString::number(answers.seat));
    m_opener->setText(answers.opener.number);
    m_openerPassword->setText(QString::fromUtf8(answers.opener.password));
    showFields();
}

void DatabaseStep::take(FirstRunAnswers& answers) const {
    answers.onPostgres = m_engine->chosen() == onServer;
    answers.sqliteFile = pathIn(m_file);
    answers.host = m_host->text().trimmed();
    answers.port = plainNumber(m_port->text()).toInt();
    answers.database = m_database->text().trimmed();
    answers.admin = {m_login->text().trimmed(), m_loginPassword->text().toUtf8()};
    answers.keyFile = pathIn(m_key);
    answers.broughtKey = pathIn(m_brought);
    answers.seat = isFurther() ? SeatNumber(plainNumber(m_seat->text()).toUInt()) : SeatNumber(1);
    answers.opener.number = m_opener->text().trimmed();
    answers.opener.password = m_openerPassword->text().toUtf8();
}

void DatabaseStep::showFields() {
    const bool server = m_engine->chosen() == onServer;
    form().setShown(m_file, !server);
    for (QLineEdit* field : {m_host, m_port, m_database})
        form().setShown(field, server);
    for (QLineEdit* field : {m_login, m_loginPassword})
        form().setShown(field, server && !isFurther());
    for (QLineEdit* field : {m_brought, m_seat, m_opener, m_openerPassword})
        form().setShown(field, isFurther());
}

std::optional<StepProblem> DatabaseStep::serverProblem() const {
    if (!isFilled(m_host))
        return StepProblem{m_host, tr("The host is missing.")};
    const int port = plainNumber(m_port->text()).toInt();
    if (port < 1 || port > 65535)
        return StepProblem{m_port, tr("A port is a number from 1 to 65535; PostgreSQL's usual one is 5432.")};
    if (!isFilled(m_database))
        return StepProblem{m_database, tr("The name of the database is missing.")};
    if (!isFurther() && !isFilled(m_login))
        return StepProblem{m_login, tr("The database sign-in is missing.")};
    return {};
}

std::optional<StepProblem> DatabaseStep::seatProblem() const {
    if (!QFileInfo(pathIn(m_brought)).isFile())
        return StepProblem{m_brought, tr("There is no such file.")};
    const uint seat = plainNumber(m_seat->text()).toUInt();
    if (seat < 1 || seat > idlayout::maxSeat)
        return StepProblem{m_seat, tr("A seat is a number from 1 to %1.").arg(idlayout::maxSeat)};
    if (!isFilled(m_opener))
        return StepProblem{m_opener, tr("The operator number is missing.")};
    if (m_openerPassword->text().isEmpty())
        return StepProblem{m_openerPassword, tr("The password is missing.")};
    return {};
}

std::optional<StepProblem> DatabaseStep::problem() const {
    const bool server = m_engine->chosen() == onServer;
    if (!server && !QFileInfo(pathIn(m_file)).isAbsolute())
        return StepProblem{m_file, tr("Name the file with its whole path: /home/…/meterhall.db")};
    if (server) {
        if (auto problem = serverProblem())
            return problem;
    }
    if (isFurther()) {
        if (auto problem = seatProblem())
            return problem;
    }
    if (!QFileInfo(pathIn(m_key)).isAbsolute())
        return StepProblem{m_key, tr("Name the file with its whole path.")};
    return {};
}

void DatabaseStep::forget() {
    m_passed = false;
    ++m_question;
    m_testing = false;
    m_badge->hide();
    m_words->clear();
}

void DatabaseStep::leave(const std::function<void()>& goOn) {
    if (m_passed)
        goOn();
    else
        test(goOn);
}

void DatabaseStep::test(const std::function<void()>& goOn) {
    form().clearComplaint();
    if (const auto wrong = problem()) {
        wrong->field->setFocus();
        form().complain(wrong->field, wrong->words);
        return;
    }
    forget();
    m_testing = true;
    m_badge->show(State::Running, tr("testing …"));
    m_badge->setVisible(true);
    FirstRunAnswers asked;
    asked.purpose = m_purpose;
    take(asked);
    const int question = m_question;
    const auto show = [this, question, goOn](const auto& answer) {
        if (question != m_question)
            return;
        const QString error = answer.ok() ? QString() : wordsOf(answer.error());
        answered(goOn, error, answer.ok() ? wordsOf(*answer) : FoundWords{State::Danger, error, false});
    };
    if (isFurther())
        inBackground(
            this,
            [asked, workplace = asked.workplace(m_places)] {
                return services::checkSeat(workplace, asked.broughtKey, asked.opener.number, asked.opener.password);
            },
            show);
    else
        inBackground(
            this, [asked] { return services::probeWorkplace(asked.url(), asked.admin); }, show);
}

void DatabaseStep::answered(const std::function<void()>& goOn, const QString& error, const FoundWords& words) {
    m_testing = false;
    m_passed = words.mayGoOn;
    m_badge->show(words.state, !error.isEmpty() ? tr("does not work")
                               : m_passed       ? tr("can be used")
                                                : tr("cannot be used"));
    m_words->setText(words.text);
    m_result->setAccessibleName(words.text);
    if (m_passed)
        goOn();
}

QWidget* DatabaseStep::firstField() {
    return m_engine;
}

QString DatabaseStep::found() const {
    return m_words->text();
}

} // namespace meterhall::ui
