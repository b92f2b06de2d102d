#include "ui/shell/sign_in.h"

#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/shell/password_form.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_cap.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {

QString placeOf(const services::Workplace& workplace) {
    return SignIn::tr("%1, seat %2").arg(workplace.hall.name).arg(workplace.seat);
}

QString databaseOf(const services::Workplace& workplace) {
    return workplace.url.startsWith(QLatin1String("sqlite:"))
               ? SignIn::tr("This computer, version %1").arg(QCoreApplication::applicationVersion())
               : SignIn::tr("Database %1, version %2")
                     .arg(workplace.url.section(u'/', 2), QCoreApplication::applicationVersion());
}

} // namespace

SignIn::SignIn(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_card(new Card)
    , m_place(makeLabel(TextRole::CardTitle, placeOf(desk.workplace())))
    , m_database(makeLabel(TextRole::Hint, databaseOf(desk.workplace()), "text2"))
    , m_fields(new QWidget)
    , m_number(new QLineEdit)
    , m_password(new QLineEdit)
    , m_button(new KeyButton(tr("Sign in"), QStringLiteral("Enter")))
    , m_error(new ErrorBar) {
    setAutoFillBackground(true);
    m_card->setFixedWidth(440);
    QVBoxLayout* body = m_card->body();
    body->setContentsMargins(28, 20, 28, 24);
    body->setSpacing(12);
    body->addWidget(new IconLabel("meterhall", 48, Token::Accent));
    body->addWidget(m_place);
    body->addWidget(m_database);
    auto* form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(10);
    form->addRow(makeLabel(TextRole::Label, tr("Operator number")), m_number);
    form->addRow(makeLabel(TextRole::Label, tr("Password")), m_password);
    body->addWidget(m_fields);
    body->addWidget(m_error);
    body->addWidget(m_button);
    m_number->setAccessibleName(tr("Operator number"));
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_number->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoPredictiveText);
    m_button->setKind("primary");
    auto* middle = new QHBoxLayout; // not an alignment: that would not let the card grow with its words
    middle->addStretch();
    middle->addWidget(m_card);
    middle->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(middle);
    layout->addStretch(3);

    connect(m_button, &QPushButton::clicked, this, &SignIn::tryIt);
    connect(m_number, &QLineEdit::returnPressed, this, [this] {
        if (m_password->text().isEmpty())
            m_password->setFocus();
        else
            tryIt();
    });
    connect(m_password, &QLineEdit::returnPressed, this, &SignIn::tryIt);
}

void SignIn::lockFor(const services::SignedIn& who) {
    m_locked = true;
    m_number->setText(who.number);
    m_number->setReadOnly(true);
    m_button->setText(tr("Go on"));
    m_place->setText(tr("%1 is away").arg(who.name));
}

void SignIn::focusFirst() {
    if (m_own)
        m_own->focusFirst();
    else
        (m_locked || !m_number->text().isEmpty() ? m_password : m_number)->setFocus();
}

void SignIn::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    focusFirst();
}

// Over a locked page it is a veil: the page stays as it was.
void SignIn::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QColor ground = tone(Token::Window);
    if (m_locked)
        ground.setAlphaF(0.94F);
    painter.fillRect(rect(), ground);
}

void SignIn::tryIt() {
    if (m_number->text().trimmed().isEmpty()) {
        m_number->setFocus();
        return;
    }
    m_error->clear();
    setBusy(true);
    const auto taken = [self = QPointer<SignIn>(this)](const Result<services::SignedIn>& answer) {
        if (self)
            self->answered(answer);
    };
    const QByteArray password = m_password->text().toUtf8();
    if (m_locked)
        m_desk.checkPassword(password, this, taken);
    else
        m_desk.signIn(m_number->text().trimmed(), password, taken);
}

void SignIn::answered(const Result<services::SignedIn>& answer) {
    setBusy(false);
    const QByteArray given = m_password->text().toUtf8();
    m_password->clear();
    if (!answer.ok()) {
        m_error->show(answer.error());
        m_password->setFocus();
    } else if (answer->mustChangePassword && !m_locked) {
        askForOwnPassword(given);
    } else {
        Q_EMIT done();
    }
}

void SignIn::askForOwnPassword(const QByteArray& given) {
    m_fields->hide();
    m_button->hide();
    m_place->setText(tr("Choose a password of your own"));
    m_database->setWordWrap(true);
    m_database->setText(tr(
        "Somebody else gave you the one you signed in with. What is done at this seat bears your name, so nobody but "
        "you should know your password."));
    m_own = new PasswordForm(m_desk);
    m_own->setOld(given);
    m_card->body()->addWidget(m_own);
    auto* other = new QPushButton(tr("Sign in as somebody else"));
    other->setProperty("kind", "quiet");
    m_card->body()->addWidget(other);
    connect(m_own, &PasswordForm::changed, this, &SignIn::done);
    // Later: signing out takes this page away.
    connect(other, &QPushButton::clicked, &m_desk, &Desk::signOut, Qt::QueuedConnection);
    m_own->focusFirst();
}

void SignIn::setBusy(bool busy) {
    m_button->setEnabled(!busy);
    m_button->setText(busy ? tr("Signing in …") : m_locked ? tr("Go on") : tr("Sign in"));
    m_number->setEnabled(!busy);
    m_password->setEnabled(!busy);
}

} // namespace meterhall::ui
