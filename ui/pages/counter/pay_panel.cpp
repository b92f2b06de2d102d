#include "ui/pages/counter/pay_panel.h"

#include "ui/pages/counter/cash_helper.h"
#include "ui/pages/counter/slip_fields.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {
constexpr int panelWidth = 452;
constexpr int quickSums = 4;

QHBoxLayout* rowOf(QWidget* left, QWidget* right) {
    auto* row = new QHBoxLayout;
    row->addWidget(left, 0, Qt::AlignBottom);
    row->addStretch();
    row->addWidget(right, 0, Qt::AlignBottom);
    return row;
}

QString missingText(SlipFields::Field field) {
    switch (field) {
    case SlipFields::Field::Reference:
        return PayPanel::tr("The number is missing.");
    case SlipFields::Field::Bank:
        return PayPanel::tr("Which bank?");
    case SlipFields::Field::Day:
        return PayPanel::tr("Which day? 2026-11-20 or 1120.");
    }
    return {};
}
} // namespace

PayPanel::PayPanel(QAction* pay, const std::vector<QAction*>& methods, Currency currency, std::function<Date()> today,
                   QWidget* parent)
    : Card(tr("To pay"), parent)
    , m_currency(currency)
    , m_today(std::move(today))
    , m_dueText(makeLabel(TextRole::ToPay))
    , m_dueWords(makeLabel(TextRole::Hint, {}, "text2"))
    , m_received(new MoneyEdit(currency))
    , m_problem(makeLabel(TextRole::Label, {}, "danger"))
    , m_quick(new QWidget)
    , m_cash(new QWidget)
    , m_slip(new SlipFields)
    , m_changeLabel(makeLabel(TextRole::CardTitle, tr("Change"), "ok"))
    , m_change(makeLabel(TextRole::Change, {}, "ok"))
    , m_mixWords(makeLabel(TextRole::Label))
    , m_otherMix(new KeyButton(tr("Another mix"), QStringLiteral("Tab")))
    , m_helper(new CashHelper(currency))
    , m_rest(makeLabel(TextRole::Label, {}, "text2"))
    , m_button(new KeyButton(pay)) {
    setFixedWidth(panelWidth);
    addToTitle(m_dueWords);
    body()->addLayout(rowOf(makeLabel(TextRole::KeyFigure, currencySign(currency), "text2"), m_dueText));
    body()->addWidget(makeHairline());
    body()->addWidget(buildMethods(methods));
    body()->addLayout(rowOf(makeLabel(TextRole::CardTitle, tr("Received")), m_methods.back()));
    m_received->setProperty("kind", "amount");
    m_received->setAccessibleName(tr("Received"));
    m_received->setMinimumHeight(54);
    m_received->setMessageLabel(m_problem);
    m_received->installEventFilter(this);
    m_problem->setWordWrap(true);
    body()->addWidget(m_received);
    body()->addWidget(m_problem);
    body()->addWidget(buildCash());
    body()->addWidget(m_slip);
    body()->addWidget(m_rest);
    body()->addStretch();
    m_button->setKind("main");
    m_button->setFocusPolicy(Qt::NoFocus);
    body()->addWidget(m_button);
    connect(m_received, &MoneyEdit::valueEdited, this, [this] {
        m_mix = 0;
        showChange();
        Q_EMIT edited();
    });
    connect(m_slip, &SlipFields::edited, this, [this] {
        showChange();
        Q_EMIT edited();
    });
    clear();
}

QWidget* PayPanel::buildMethods(const std::vector<QAction*>& methods) {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QAction* method : methods) {
        auto* button = new KeyButton(method);
        button->setChosen(false);
        button->setFocusPolicy(Qt::NoFocus);
        m_methods.push_back(button);
        if (method != methods.back())
            layout->addWidget(button, 1);
    }
    return row;
}

QWidget* PayPanel::buildCash() {
    auto* sums = new QHBoxLayout(m_quick);
    sums->setContentsMargins(0, 0, 0, 0);
    sums->setSpacing(6);
    for (int i = 0; i < quickSums; ++i) {
        auto* sum = new QPushButton;
        sum->setFocusPolicy(Qt::NoFocus);
        connect(sum, &QPushButton::clicked, this, [this, sum] {
            m_received->setText(sum->text());
            showChange();
            m_received->setFocus();
        });
        m_quickSums.push_back(sum);
        sums->addWidget(sum);
    }
    auto* layout = new QVBoxLayout(m_cash);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_quick);
    layout->addWidget(buildChange());
    m_mixWords->setWordWrap(true);
    auto* mix = new QHBoxLayout;
    mix->addWidget(m_mixWords, 1);
    m_otherMix->setKind("quiet");
    m_otherMix->setFocusPolicy(Qt::NoFocus);
    connect(m_otherMix, &QPushButton::clicked, this, &PayPanel::nextMix);
    mix->addWidget(m_otherMix);
    layout->addLayout(mix);
    layout->addWidget(m_helper);
    return m_cash;
}

QWidget* PayPanel::buildChange() {
    auto* band = new QFrame;
    band->setProperty("role", "change");
    auto* row = new QHBoxLayout(band);
    row->setContentsMargins(14, 4, 14, 4);
    row->addWidget(m_changeLabel);
    row->addStretch();
    row->addWidget(m_change);
    band->setMinimumHeight(62);
    return band;
}

void PayPanel::setDue(const Money& due, const QString& words) {
    m_due = due;
    m_awaiting = false;
    m_dueText->setText(amountText(due));
    m_dueWords->setText(words);
    m_received->setEnabled(true);
    const std::vector<Money> likely = likelyPayments(due);
    for (std::size_t i = 0; i < m_quickSums.size(); ++i) {
        m_quickSums[i]->setVisible(i < likely.size());
        if (i < likely.size())
            m_quickSums[i]->setText(amountText(likely[i]));
    }
    showChange();
}

void PayPanel::await() {
    forget();
    m_awaiting = true;
    m_dueWords->setText({});
    m_received->setEnabled(true);
}

void PayPanel::clear() {
    forget();
    m_dueWords->setText(tr("nobody at the counter"));
    m_received->setEnabled(false);
}

void PayPanel::forget() {
    m_awaiting = false;
    m_due.reset();
    m_mix = 0;
    m_method = PaymentMethod::Cash;
    m_dueText->setText(amountText(Money::zero(m_currency)));
    m_received->setText({}); // clear() could be undone by Ctrl+Z, which belongs to the page here
    m_slip->clear();
    for (QPushButton* sum : m_quickSums)
        sum->hide();
    showMethod();
    showChange();
}

void PayPanel::setBusy(bool busy) {
    m_received->setReadOnly(busy); // not disabled: the focus stays
    m_slip->setReadOnly(busy);
    m_quick->setEnabled(!busy);
    for (KeyButton* method : m_methods)
        method->setEnabled(!busy);
}

void PayPanel::showAids(bool shown) {
    m_helper->setVisible(shown);
    m_quick->setVisible(shown);
    m_slip->showHow(shown);
}

void PayPanel::focusAmount() {
    m_received->setFocus();
}

void PayPanel::focusTyping() {
    if (m_method == PaymentMethod::Cash)
        m_received->setFocus();
    else
        m_slip->focus(SlipFields::Field::Reference);
}

void PayPanel::useMethod(PaymentMethod method) {
    m_method = method;
    showMethod();
    showChange();
    if (method != PaymentMethod::Cash && isUntouched() && m_due && m_due->isPositive())
        fillExact();
    if (m_received->isEnabled())
        focusTyping();
    Q_EMIT edited();
}

void PayPanel::showMethod() {
    const bool cash = m_method == PaymentMethod::Cash;
    m_cash->setVisible(cash);
    m_slip->setVisible(!cash);
    if (!cash)
        m_slip->show(m_method, m_today());
    const bool other = Tender{m_method}.isFromBank();
    for (std::size_t i = 0; i < m_methods.size(); ++i)
        m_methods[i]->setChosen(m_methods[i] == m_methods.back() ? other : paymentMethods[i] == m_method);
    Q_EMIT methodChanged();
}

void PayPanel::setReference(const QString& reference) {
    m_slip->setReference(reference);
    showChange();
    Q_EMIT edited();
}

Tender PayPanel::tender() const {
    return m_method == PaymentMethod::Cash ? Tender{} : m_slip->tender();
}

TypedPayment PayPanel::typed() const {
    return {m_received->text(), tender()};
}

void PayPanel::setTyped(const TypedPayment& typed) {
    m_method = typed.tender.method;
    m_received->setText(typed.received);
    m_slip->setTender(typed.tender);
    showMethod();
    showChange();
}

bool PayPanel::isUntouched() const {
    return m_received->isEmpty();
}

bool PayPanel::givesBack() const {
    const auto paid = payment();
    return paid && paid->change.isPositive();
}

bool PayPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && givesBack()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier) {
            nextMix();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

void PayPanel::nextMix() {
    ++m_mix;
    showChange();
}

PayPanel::Step PayPanel::step() const {
    if (!m_due)
        return Step::Nothing;
    if (m_received->isEmpty())
        return m_due->isPositive() ? Step::FillExact : Step::Nothing;
    const auto received = m_received->value();
    if (!received.ok() || !received->isPositive())
        return Step::Nothing;
    if (!m_due->isPositive())
        return was(Step::AskDeposit) ? reference() : Step::AskDeposit;
    if (received->minor() < m_due->minor() && !was(Step::AskPart))
        return Step::AskPart;
    if (received->minor() / 10 > m_due->minor() && !was(Step::AskMuch))
        return Step::AskMuch;
    return reference();
}

PayPanel::Step PayPanel::reference() const {
    const Tender tender = this->tender();
    if (tender.isCash())
        return Step::Post;
    if (m_slip->missing())
        return Step::AskReference;
    return looksLikePayCode(tender) && !was(Step::AskPayCode) ? Step::AskPayCode : Step::Post;
}

bool PayPanel::wantsWeight() const {
    return was(Step::AskMuch) || was(Step::AskPayCode);
}

void PayPanel::fillExact() {
    m_received->setValue(*m_due);
    m_received->selectAll();
    showChange();
}

void PayPanel::ask(Step question) {
    m_asked.insert(question);
    QString words;
    if (question == Step::AskPart)
        words = tr("Part payment, the oldest bills first. Enter once more takes it.");
    else if (question == Step::AskMuch)
        words = tr("More than ten times what is due. Ctrl Enter takes it.");
    else if (question == Step::AskDeposit)
        words = tr("Nothing is due: all of it is kept as prepayment. Enter once more takes it.");
    else if (question == Step::AskReference)
        words = missingText(*m_slip->missing());
    else if (question == Step::AskPayCode)
        words =
            tr("This looks like the customer's payment code. Did the terminal take the money? Ctrl Enter takes it.");
    m_problem->setText(words);
    m_problem->setVisible(!words.isEmpty());
    setTone(m_problem, "warn");
    if (question == Step::AskReference)
        m_slip->focus(*m_slip->missing());
}

std::optional<PayPanel::Payment> PayPanel::payment() const {
    const auto received = m_received->value();
    if (!m_due || !received.ok() || !received->isPositive())
        return {};
    const Money zero = Money::zero(m_currency);
    if (received->minor() <= m_due->minor() || !m_due->isPositive())
        return Payment{*received, *received, zero};
    if (m_method != PaymentMethod::Cash) // what a terminal took beyond the bills stays as prepayment
        return Payment{*received, *received, zero};
    // What no coin can give back stays with the customer, as prepayment.
    const ChangeMix mix = changeMix(Money::ofMinor(received->minor() - m_due->minor(), m_currency), m_mix);
    return Payment{Money::ofMinor(m_due->minor() + mix.rest.minor(), m_currency), *received,
                   Money::ofMinor(received->minor() - m_due->minor() - mix.rest.minor(), m_currency)};
}

void PayPanel::showChange() {
    m_asked.clear();
    m_problem->hide();
    setTone(m_problem, "danger");
    const auto paid = payment();
    const Money change = paid ? paid->change : Money::zero(m_currency);
    m_change->setText(amountText(change));
    const ChangeMix mix = changeMix(change, m_mix);
    m_helper->show(mix);
    m_otherMix->setEnabled(mixText(changeMix(change, m_mix + 1)) != mixText(mix));
    m_mixWords->setText(mix.pieces.empty() ? QString() : tr("Give back %1").arg(mixText(mix)));
    const bool more = paid && m_due && m_due->isPositive() && paid->toPay.minor() > m_due->minor();
    m_rest->setText(more ? tr("%1 is kept as prepayment of this account.")
                               .arg(amountText(Money::ofMinor(paid->toPay.minor() - m_due->minor(), m_currency)))
                         : QString());
}

} // namespace meterhall::ui
