#include "ui/pages/counter/slip_fields.h"

#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/number_edit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {

constexpr int dayWidth = 116;

struct SlipWords {
    QString number;
    QString day;
    QString how;
};

SlipWords wordsFor(PaymentMethod method) {
    if (method == PaymentMethod::Transfer)
        return {SlipFields::tr("Number of the bank's advice"), SlipFields::tr("Arrived on"),
                SlipFields::tr("Take it when the money has arrived: the advice of the bank shows it.")};
    if (method == PaymentMethod::Cheque)
        return {SlipFields::tr("Number of the cheque"), SlipFields::tr("Date on it"),
                SlipFields::tr("It lies with the papers, not in the drawer. Bounced, it is reversed with the reason.")};
    return {SlipFields::tr("Number of the slip"),
            {},
            SlipFields::tr("Take the money on the terminal first. The slip shows that it was taken.")};
}

} // namespace

SlipFields::SlipFields(QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel(TextRole::CardTitle))
    , m_how(makeLabel(TextRole::Hint, {}, "text2"))
    , m_reference(new QLineEdit)
    , m_ofBank(new QWidget)
    , m_bank(new QLineEdit)
    , m_dayLabel(makeLabel(TextRole::Label, {}, "text2"))
    , m_day(new DayEdit) {
    m_reference->setMaxLength(80);
    m_bank->setMaxLength(60);
    m_bank->setAccessibleName(tr("Bank"));
    m_bank->setPlaceholderText(tr("Bank"));
    m_day->setFixedWidth(dayWidth);
    m_how->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(makeLabel(TextRole::Hint, tr("scan it or type it"), "text3"));
    auto* bank = new QHBoxLayout(m_ofBank);
    bank->setContentsMargins(0, 0, 0, 0);
    bank->addWidget(m_bank, 1);
    bank->addWidget(m_dayLabel);
    bank->addWidget(m_day);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_reference);
    layout->addWidget(m_ofBank);
    layout->addWidget(m_how);
    for (const QLineEdit* field : {m_reference, m_bank, static_cast<QLineEdit*>(m_day)})
        connect(field, &QLineEdit::textEdited, this, &SlipFields::edited);
}

void SlipFields::show(PaymentMethod method, Date today) {
    m_method = method;
    const SlipWords words = wordsFor(method);
    m_title->setText(words.number);
    m_reference->setAccessibleName(words.number);
    m_how->setText(words.how);
    m_dayLabel->setText(words.day);
    m_day->setAccessibleName(words.day);
    m_ofBank->setVisible(Tender{method}.isFromBank());
    if (m_day->isEmpty())
        m_day->setValue(today);
}

void SlipFields::clear() {
    for (QLineEdit* field : {m_reference, m_bank, static_cast<QLineEdit*>(m_day)})
        field->setText({});
}

void SlipFields::setTender(const Tender& tender) {
    m_reference->setText(tender.reference);
    m_bank->setText(tender.bank);
    if (tender.valueDate)
        m_day->setValue(*tender.valueDate);
}

void SlipFields::setReference(const QString& reference) {
    m_reference->setText(reference);
}

Tender SlipFields::tender() const {
    Tender tender{m_method, m_reference->text().trimmed()};
    if (!tender.isFromBank())
        return tender;
    tender.bank = m_bank->text().trimmed();
    if (const auto day = m_day->value(); day.ok())
        tender.valueDate = *day;
    return tender;
}

void SlipFields::setReadOnly(bool readOnly) {
    for (QLineEdit* field : {m_reference, m_bank, static_cast<QLineEdit*>(m_day)})
        field->setReadOnly(readOnly);
}

void SlipFields::showHow(bool shown) {
    m_how->setVisible(shown);
}

std::optional<SlipFields::Field> SlipFields::missing() const {
    const Tender tender = this->tender();
    if (tender.reference.isEmpty())
        return Field::Reference;
    if (tender.isFromBank() && tender.bank.isEmpty())
        return Field::Bank;
    if (tender.isFromBank() && !tender.valueDate)
        return Field::Day;
    return {};
}

void SlipFields::focus(Field field) {
    QLineEdit* wanted = field == Field::Reference ? m_reference : field == Field::Bank ? m_bank : m_day;
    wanted->setFocus();
}

} // namespace meterhall::ui
