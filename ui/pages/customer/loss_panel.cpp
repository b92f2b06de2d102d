#include "ui/pages/customer/loss_panel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/combo.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {

constexpr int stepDecimals = 6;
constexpr int longestAgreement = 120;
constexpr int linesShown = 5;

} // namespace

LossPanel::LossPanel(QAction* post, QWidget* parent)
    : FormCard(tr("Share the loss of a master meter"), parent)
    , m_master(new QLineEdit)
    , m_rule(new Combo)
    , m_step(new QuantityEdit({}, stepDecimals))
    , m_accounts(new QPlainTextEdit)
    , m_ends(new QCheckBox(tr("It is shared no more")))
    , m_day(new DayEdit)
    , m_document(new QLineEdit) {
    auto* what = makeLabel(TextRole::Label,
                           tr("What the master counts more than the meters of these accounts is billed to them, on top "
                              "of their own use."),
                           "text2");
    what->setWordWrap(true);
    m_rule->addItem(tr("by their use"), int(LossRule::ByUse));
    m_rule->addItem(tr("equally"), int(LossRule::Equally));
    m_rule->addItem(tr("by their area"), int(LossRule::ByArea));
    m_accounts->setTabChangesFocus(true);
    m_accounts->setFixedHeight(linesShown * m_accounts->fontMetrics().lineSpacing());
    m_document->setMaxLength(longestAgreement);
    connect(m_document, &QLineEdit::textEdited, this, &LossPanel::clearMissing);
    connect(m_accounts, &QPlainTextEdit::textChanged, this, &LossPanel::clearMissing);
    connect(m_ends, &QCheckBox::toggled, m_accounts, &QWidget::setDisabled);
    body()->addWidget(what);
    addField(tr("Number of the master meter"), m_master);
    addFields({{tr("Shared"), m_rule}, {tr("Rounded to"), m_step}});
    addField(tr("Accounts behind it, one a line"), m_accounts);
    body()->addWidget(m_ends);
    addFields({{tr("Last day as it was"), m_day}, {tr("Document"), m_document}});
    finish(post);
}

void LossPanel::show(const QString& account, const std::optional<services::LossTerms>& terms, Date today) {
    m_master->setText(terms ? terms->master : QString());
    m_rule->setCurrentIndex(m_rule->findData(int(terms ? terms->rule : LossRule::ByUse)));
    m_step->setText(terms ? terms->step.toString() : QStringLiteral("0.01"));
    m_accounts->setPlainText(terms ? terms->accounts.join(u'\n') : account);
    m_ends->setChecked(false);
    m_ends->setVisible(terms.has_value());
    m_day->setValue(today);
    m_document->clear();
    clearMissing();
    (terms ? static_cast<QWidget*>(m_document) : m_master)->setFocus();
}

std::optional<BilledQuantity> LossPanel::step() {
    const auto typed = m_step->value();
    const auto step = typed.ok() ? BilledQuantity::fromDecimal(*typed) : typed.error();
    if (!step.ok() || *step <= BilledQuantity::zero())
        return missing(tr("Each part is rounded to a step above zero, such as 0.01."), m_step);
    return *step;
}

QStringList LossPanel::accounts() const {
    static const QRegularExpression between(QStringLiteral("[\\s,;，；、]+"));
    return m_ends->isChecked() ? QStringList() : m_accounts->toPlainText().split(between, Qt::SkipEmptyParts);
}

std::optional<LossPanel::Wish> LossPanel::request() {
    const QString master = m_master->text().trimmed();
    if (master.isEmpty())
        return missing(tr("Type the number of the master meter."), m_master);
    const auto rounded = step();
    if (!rounded)
        return std::nullopt;
    const QStringList numbers = accounts();
    if (!m_ends->isChecked() && numbers.size() < 2)
        return missing(tr("Type the numbers of at least two accounts that share it."), m_accounts);
    const auto day = m_day->value();
    if (!day.ok())
        return missing(m_day->problem(), m_day);
    const QString document = m_document->text().trimmed();
    if (document.isEmpty())
        return missing(tr("Write on what it rests: \"agreement 12\"."), m_document);
    return Wish{.request = {.master = master,
                            .on = *day,
                            .rule = LossRule(m_rule->currentData().toInt()),
                            .step = *rounded,
                            .accounts = {},
                            .document = document},
                .accounts = numbers};
}

} // namespace meterhall::ui
