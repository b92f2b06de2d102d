#include "ui/pages/counter/pay_panel.h"

#include "ui/pages/counter/cash_helper.h"
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
} // namespace

PayPanel::PayPanel(QAction* pay, Currency currency, QWidget* parent)
    : Card(tr("To pay"), parent)
    , m_currency(currency)
    , m_dueText(makeLabel(TextRole::ToPay))
    , m_dueWords(makeLabel(TextRole::Hint, {}, "text2"))
    , m_received(new MoneyEdit(currency))
    , m_problem(makeLabel(TextRole::Label, {}, "danger"))
    , m_quick(new QWidget)
    , m_changeLabel(makeLabel(TextRole::CardTitle, tr("Change"), "ok"))
    , m_change(makeLabel(TextRole::Change, {}, "ok"))
    , m_mixWords(makeLabel(TextRole::Label))
    , m_helper(new CashHelper(currency))
    , m_rest(makeLabel(TextRole::Label, {}, "text2"))
    , m_button(new KeyButton(pay)) {
    setFixedWidth(panelWidth);
    addToTitle(m_dueWords);
    body()->addLayout(rowOf(makeLabel(TextRole::KeyFigure, currencySign(currency), "text2"), m_dueText));
    body()->addWidget(makeHairline());
    body()->addLayout(rowOf(makeLabel(TextRole::CardTitle, tr("Received")),
                            makeLabel(TextRole::Hint, tr("just type the digits"), "text3")));
    m_received->setProperty("kind", "amount");
    m_received->setAccessibleName(tr("Received"));
    m_received->setMinimumHeight(54);
    m_received->setMessageLabel(m_problem);
    m_received->installEventFilter(this);
    m_problem->setWordWrap(true);
    body()->addWidget(m_received);
    body()->addWidget(m_problem);
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
    body()->addWidget(m_quick);
    body()->addWidget(buildChange());
    auto* mix = new QHBoxLayout;
    mix->addWidget(m_mixWords, 1);
    auto* other = new KeyButton(tr("Another mix"), QStringLiteral("Tab"));
    other->setKind("quiet");
    other->setFocusPolicy(Qt::NoFocus);
    connect(other, &QPushButton::clicked, this, &PayPanel::nextMix);
    mix->addWidget(other);
    body()->addLayout(mix);
    body()->addWidget(m_helper);
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
    clear();
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
    m_asked = Step::Nothing;
    m_dueText->setText(amountText(Money::zero(m_currency)));
    m_received->setText({}); // clear() could be undone by Ctrl+Z, which belongs to the page here
    for (QPushButton* sum : m_quickSums)
        sum->hide();
    showChange();
}

void PayPanel::setBusy(bool busy) {
    m_received->setReadOnly(busy); // not disabled: the focus stays
    m_quick->setEnabled(!busy);
}

void PayPanel::focusAmount() {
    m_received->setFocus();
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
        return m_asked == Step::AskDeposit ? Step::Post : Step::AskDeposit;
    if (received->minor() < m_due->minor())
        return m_asked == Step::AskPart ? Step::Post : Step::AskPart;
    if (received->minor() / 10 > m_due->minor())
        return m_asked == Step::AskMuch ? Step::Post : Step::AskMuch;
    return Step::Post;
}

void PayPanel::fillExact() {
    m_received->setValue(*m_due);
    m_received->selectAll();
    showChange();
}

void PayPanel::ask(Step question) {
    m_asked = question;
    QString words;
    if (question == Step::AskPart)
        words = tr("Part payment, the oldest bills first. Enter once more takes it.");
    else if (question == Step::AskMuch)
        words = tr("More than ten times what is due. Ctrl Enter takes it.");
    else if (question == Step::AskDeposit)
        words = tr("Nothing is due: all of it is kept as prepayment. Enter once more takes it.");
    m_problem->setText(words);
    m_problem->setVisible(!words.isEmpty());
    setTone(m_problem, "warn");
}

std::optional<PayPanel::Payment> PayPanel::payment() const {
    const auto received = m_received->value();
    if (!m_due || !received.ok() || !received->isPositive())
        return {};
    const Money zero = Money::zero(m_currency);
    if (received->minor() <= m_due->minor() || !m_due->isPositive())
        return Payment{*received, *received, zero};
    // What no coin can give back stays with the customer, as prepayment.
    const ChangeMix mix = changeMix(Money::ofMinor(received->minor() - m_due->minor(), m_currency), m_mix);
    return Payment{Money::ofMinor(m_due->minor() + mix.rest.minor(), m_currency), *received,
                   Money::ofMinor(received->minor() - m_due->minor() - mix.rest.minor(), m_currency)};
}

void PayPanel::showChange() {
    m_asked = Step::Nothing;
    m_problem->hide();
    setTone(m_problem, "danger");
    const auto paid = payment();
    const Money change = paid ? paid->change : Money::zero(m_currency);
    m_change->setText(amountText(change));
    const ChangeMix mix = changeMix(change, m_mix);
    m_helper->show(mix);
    m_mixWords->setText(mix.pieces.empty() ? QString() : tr("Give back %1").arg(mixText(mix)));
    const bool more = paid && m_due && m_due->isPositive() && paid->toPay.minor() > m_due->minor();
    m_rest->setText(more ? tr("%1 is kept as prepayment of this account.")
                               .arg(amountText(Money::ofMinor(paid->toPay.minor() - m_due->minor(), m_currency)))
                         : QString());
}

} // namespace meterhall::ui
