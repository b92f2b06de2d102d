#include "ui/pages/customer/correction_form.h"

#include "core/services/customers.h"
#include "ui/theme/theme.h"
#include "ui/widgets/combo.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace meterhall::ui {

using services::Session;
using services::Truth;

namespace {

constexpr int dialDecimals = 3;
constexpr int percentDecimals = 2;
constexpr int longestReason = 120;
constexpr std::int64_t most = 100;

/// The fields of one kind of truth, one below the other.
class Fields {
public:
    Fields()
        : m_widget(new QWidget)
        , m_down(new QVBoxLayout(m_widget)) {
        m_down->setContentsMargins(0, 0, 0, 0);
        m_down->setSpacing(4);
    }
    Fields& add(const QString& title, QWidget* field) {
        addTitled(m_down, title, field);
        return *this;
    }
    QWidget* done() { return m_widget; }

private:
    QWidget* m_widget;
    QVBoxLayout* m_down;
};

} // namespace

CorrectionForm::CorrectionForm(const services::BillSummary& bill, QWidget* parent)
    : FormCard(tr("What is true"), parent)
    , m_bill(bill)
    , m_kind(new Combo)
    , m_dial(new QuantityEdit(unitText(bill.unit), dialDecimals))
    , m_termsFrom(new DayEdit)
    , m_people(new QuantityEdit(tr("people"), 0))
    , m_tariff(new QLineEdit)
    , m_meter(new Combo)
    , m_faultFrom(new DayEdit)
    , m_faultTo(new DayEdit)
    , m_direction(new Combo)
    , m_percent(new QuantityEdit(QStringLiteral("%"), percentDecimals))
    , m_other(new DigitsEdit)
    , m_crossedFrom(new DayEdit)
    , m_reason(new QLineEdit) {
    m_kind->addItems({tr("The dial was not read right"), tr("People or tariff were not right"),
                      tr("The meter counted wrong"), tr("It was the meter of another home")});
    m_kind->setAccessibleName(tr("What was wrong"));
    m_fields = {buildDial(), buildTerms(), buildFault(), buildCrossed()};
    m_reason->setMaxLength(longestReason);
    m_reason->setPlaceholderText(tr("how it is known: photo, test report, visit"));
    body()->addWidget(m_kind);
    for (QWidget* fields : m_fields)
        body()->addWidget(fields);
    addField(tr("Reason"), m_reason);
    finish();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &CorrectionForm::showFields);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &CorrectionForm::clearMissing);
    setFocusProxy(m_dial);
    showFields(Dial);
}

void CorrectionForm::showFields(int kind) {
    for (std::size_t at = 0; at < m_fields.size(); ++at)
        m_fields[at]->setVisible(int(at) == kind);
}

QWidget* CorrectionForm::buildDial() {
    return Fields().add(tr("What the dial showed on %1").arg(dayText(m_bill.interval.to())), m_dial).done();
}

QWidget* CorrectionForm::buildTerms() {
    m_termsFrom->setValue(m_bill.interval.to());
    return Fields()
        .add(tr("For readings from this day on"), m_termsFrom)
        .add(tr("People in the household"), m_people)
        .add(tr("Tariff"), m_tariff)
        .done();
}

QWidget* CorrectionForm::buildFault() {
    m_faultFrom->setValue(m_bill.interval.from());
    m_faultTo->setValue(m_bill.interval.to());
    m_direction->addItems({tr("too much"), tr("too little")});
    return Fields()
        .add(tr("Meter"), m_meter)
        .add(tr("After"), m_faultFrom)
        .add(tr("Up to"), m_faultTo)
        .add(tr("It counted"), m_direction)
        .add(tr("By how much"), m_percent)
        .done();
}

QWidget* CorrectionForm::buildCrossed() {
    m_crossedFrom->setValue(m_bill.interval.to());
    return Fields()
        .add(tr("Account number of the other home"), m_other)
        .add(tr("For readings from this day on"), m_crossedFrom)
        .done();
}

void CorrectionForm::showMeters(const std::vector<services::MeterAtPlace>& meters) {
    m_meter->clear();
    for (const services::MeterAtPlace& place : meters)
        m_meter->addItem(place.meter.number, QVariant::fromValue(qint64(place.meter.id.raw())));
}

void CorrectionForm::showTerms(const AccountTerms& terms) {
    m_before = terms;
    m_people->setValue({terms.householdSize, 0});
    m_tariff->setText(terms.tariffCode);
}

QString CorrectionForm::reason() const {
    return m_reason->text().trimmed();
}

std::optional<CorrectionForm::Truth> CorrectionForm::truth() {
    clearMissing();
    if (reason().isEmpty())
        return missing(tr("Write how it is known."), m_reason);
    switch (Kind(m_kind->currentIndex())) {
    case Dial:
        return dialTruth();
    case Terms:
        return termsTruth();
    case Fault:
        return faultTruth();
    case Crossed:
        return crossedTruth();
    }
    return {};
}

std::optional<CorrectionForm::Truth> CorrectionForm::dialTruth() {
    const auto dial = m_dial->value();
    if (!dial.ok())
        return missing(tr("Type what the dial showed."), m_dial);
    services::TrueDials dials{m_bill.account, {{m_bill.interval.to(), *dial}}};
    return [dials](Session&) -> Result<services::Truth> { return services::Truth(dials); };
}

std::optional<CorrectionForm::Truth> CorrectionForm::termsTruth() {
    const auto from = m_termsFrom->value();
    if (!from.ok())
        return missing(tr("Type the day."), m_termsFrom);
    const auto people = m_people->value();
    if (!people.ok() || !people->scaledTo(0).ok() || *people->scaledTo(0) > most)
        return missing(tr("Type how many people live there; 0 where nobody said."), m_people);
    services::TrueTerms terms{m_bill.account, *from, m_before};
    terms.terms.householdSize = int(*people->scaledTo(0));
    terms.terms.tariffCode = m_tariff->text().trimmed();
    return [terms](Session&) -> Result<services::Truth> { return services::Truth(terms); };
}

std::optional<CorrectionForm::Truth> CorrectionForm::faultTruth() {
    const auto from = m_faultFrom->value();
    const auto to = m_faultTo->value();
    if (!from.ok() || !to.ok())
        return missing(tr("Type the day."), from.ok() ? m_faultTo : m_faultFrom);
    auto percent = m_percent->value();
    if (!percent.ok() || m_meter->currentIndex() < 0)
        return missing(tr("Type the percentage of the test report."), m_percent);
    if (m_direction->currentIndex() == 1)
        percent = Decimal{-percent->digits, percent->scale};
    services::MeterFault fault{m_bill.account, MeterId::fromRaw(m_meter->currentData().toLongLong()), *from, *to,
                               *percent};
    return [fault](Session&) -> Result<services::Truth> { return services::Truth(fault); };
}

std::optional<CorrectionForm::Truth> CorrectionForm::crossedTruth() {
    const auto from = m_crossedFrom->value();
    if (!from.ok())
        return missing(tr("Type the day."), m_crossedFrom);
    const QString number = m_other->digits();
    if (number.isEmpty())
        return missing(tr("Type the account number of the other home."), m_other);
    return [account = m_bill.account, number, from = *from](Session& session) -> Result<services::Truth> {
        MH_TRY(const Account other, services::accountNumbered(session, number));
        return services::Truth(services::CrossedMeters{account, other.id, from});
    };
}

} // namespace meterhall::ui
