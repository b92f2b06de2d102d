#include "ui/shell/sign_in.h"

#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
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
    , m_place(makeLabel(TextRole::CardTitle, placeOf(desk.workplace())))
    , m_number(new QLineEdit)
    , m_password(new QLineEdit)
    , m_button(new KeyButton(tr("Sign in"), QStringLiteral("Enter")))
    , m_error(new ErrorBar) {
    setAutoFillBackground(true);
    auto* card = new Card;
    card->setFixedWidth(440);
    auto* logo = new IconLabel("meterhall", 48, Token::Accent);
    card->body()->setContentsMargins(28, 20, 28, 24);
    card->body()->setSpacing(12);
    card->body()->addWidget(logo);
    card->body()->addWidget(m_place);
    card->body()->addWidget(makeLabel(TextRole::Hint, databaseOf(desk.workplace()), "text2"));
    auto* form = new QFormLayout;
    form->setSpacing(10);
    form->addRow(makeLabel(TextRole::Label, tr("Operator number")), m_number);
    form->addRow(makeLabel(TextRole::Label, tr("Password")), m_password);
    card->body()->addLayout(form);
    card->body()->addWidget(m_error);
    card->body()->addWidget(m_button);
    m_number->setAccessibleName(tr("Operator number"));
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_number->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoPredictiveText);
    m_button->setKind("primary");
    auto* middle = new QHBoxLayout; // not an alignment: that would not let the card grow with its words
    middle->addStretch();
    middle->addWidget(card);
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
    m_password->clear();
    if (answer.ok()) {
        Q_EMIT done();
        return;
    }
    m_error->show(answer.error());
    m_password->setFocus();
}

void SignIn::setBusy(bool busy) {
    m_button->setEnabled(!busy);
    m_button->setText(busy ? tr("Signing in …") : m_locked ? tr("Go on") : tr("Sign in"));
    m_number->setEnabled(!busy);
    m_password->setEnabled(!busy);
}

} // namespace meterhall::ui
