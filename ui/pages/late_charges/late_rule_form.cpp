#include "ui/pages/late_charges/late_rule_form.h"

#include "ui/pages/parts/account_head.h"
#include "ui/widgets/combo.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/number_edit.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <limits>

namespace meterhall::ui {

namespace {

constexpr int rateDecimals = 3; // of a per mille: a Rate is in millionths
constexpr int capDecimals = 4;
constexpr int roundingStepDecimals = 6;
constexpr int longestOrder = 120;
constexpr int longestRegion = 20;
constexpr int wholeMicro = 1'000'000; // millionths

void choose(QComboBox* combo, int data) {
    combo->setCurrentIndex(combo->findData(data));
}

void put(MoneyEdit* field, const std::optional<Money>& money) {
    field->clear();
    if (money)
        field->setValue(*money);
}

} // namespace

LateRuleForm::LateRuleForm(QAction* post, QWidget* parent)
    : FormCard(tr("Enter a rule"), parent)
    , m_commodity(new Combo)
    , m_useClass(new Combo)
    , m_region(new QLineEdit)
    , m_from(new DayEdit)
    , m_document(new QLineEdit)
    , m_rate(new QuantityEdit(tr("‰"), rateDecimals))
    , m_years(new Combo)
    , m_laterRate(new QuantityEdit(tr("‰"), rateDecimals))
    , m_once(new QCheckBox(tr("Once, whatever the number of days")))
    , m_start(new Combo)
    , m_grace(new QuantityEdit({}, 0))
    , m_reminders(new QuantityEdit({}, 0))
    , m_cap(new QuantityEdit(tr("%"), capDecimals))
    , m_minimum(new MoneyEdit(Currency::cny()))
    , m_step(new QuantityEdit({}, roundingStepDecimals))
    , m_mode(new Combo)
    , m_onBehalf(new QCheckBox(tr("Fees on behalf are charged too")))
    , m_second(new MoneyEdit(Currency::cny())) {
    m_region->setMaxLength(longestRegion);
    m_region->setPlaceholderText(tr("all books"));
    m_document->setMaxLength(longestOrder);
    fillChoices();
    addFieldsAndKey(post);
    for (QLineEdit* field : std::initializer_list<QLineEdit*>{m_from, m_document, m_rate, m_laterRate, m_grace,
                                                              m_reminders, m_cap, m_minimum, m_step, m_second})
        connect(field, &QLineEdit::textEdited, this, &LateRuleForm::clearMissing);
    for (QComboBox* combo : {m_years, m_start})
        connect(combo, &QComboBox::currentIndexChanged, this, &LateRuleForm::allow);
}

void LateRuleForm::fillChoices() {
    for (const Commodity commodity : {Commodity::Gas, Commodity::Water, Commodity::Heat, Commodity::Electricity})
        m_commodity->addItem(commodityText(commodity), int(commodity));
    m_useClass->addItem(tr("all classes"), 0);
    for (const UseClass useClass : {UseClass::Residential, UseClass::NonResidential, UseClass::Special})
        m_useClass->addItem(useClassText(useClass), int(useClass));
    m_years->addItem(tr("the same rate"), int(LateYearRule::OneRate));
    m_years->addItem(tr("for days of later years"), int(LateYearRule::ByDays));
    m_years->addItem(tr("when paid in a later year"), int(LateYearRule::AtPayment));
    m_start->addItem(tr("after the due day"), int(LateStart::Days));
    m_start->addItem(tr("after a reminder"), int(LateStart::Reminders));
    m_start->addItem(tr("after the later of both"), int(LateStart::Both));
    m_start->addItem(tr("after the earlier of both"), int(LateStart::Either));
    m_mode->addItem(tr("half up"), int(RoundingMode::HalfUp));
    m_mode->addItem(tr("up"), int(RoundingMode::Up));
    m_mode->addItem(tr("down"), int(RoundingMode::Down));
    m_mode->addItem(tr("half to even"), int(RoundingMode::HalfEven));
    m_mode->addItem(tr("half down"), int(RoundingMode::HalfDown));
}

void LateRuleForm::addFieldsAndKey(QAction* post) {
    addFields({{tr("For bills of"), m_commodity}, {tr("Use class"), m_useClass}});
    addFields({{tr("Books beginning with"), m_region}, {tr("Due from"), m_from}});
    addField(tr("Document: order or contract"), m_document);
    addFields({{tr("Rate a day"), m_rate}, {tr("Rate of other years"), m_laterRate}});
    addField(tr("Other years than that of the due day"), m_years);
    body()->addWidget(m_once);
    addField(tr("Begins"), m_start);
    addFields({{tr("Free days after the due day"), m_grace}, {tr("Which reminder: 1, 2, …"), m_reminders}});
    addFields({{tr("At most, of what is owed"), m_cap}, {tr("At least, yuan"), m_minimum}});
    addFields({{tr("Rounded to, yuan"), m_step}, {tr("How"), m_mode}});
    body()->addWidget(m_onBehalf);
    addField(tr("Waivers above these yuan wait for a second person"), m_second);
    finish(post);
}

void LateRuleForm::show(const services::LateRuleVersion& like, Date from) {
    choose(m_commodity, int(like.scope.commodity));
    choose(m_useClass, like.scope.useClass ? int(*like.scope.useClass) : 0);
    m_region->setText(like.scope.region);
    m_from->setValue(from);
    m_document->clear();
    showRule(like.rule);
    clearMissing();
    m_commodity->setFocus();
}

void LateRuleForm::showRule(const LateChargeRule& rule) {
    m_rate->setValue({rule.sameYear.micro(), rateDecimals});
    m_laterRate->setValue({rule.laterYear.micro(), rateDecimals});
    choose(m_years, int(rule.years));
    m_once->setChecked(rule.once);
    choose(m_start, int(rule.start));
    m_grace->setValue({rule.graceDays, 0});
    m_reminders->setText(rule.reminders > 0 ? QString::number(rule.reminders) : QString());
    m_cap->setText(rule.cap ? rule.cap->toPercentString() : QString());
    put(m_minimum, rule.minimum);
    const RoundingRule rounding =
        rule.rounding.value_or(RoundingRule::toMinorUnit(Currency::cny(), RoundingMode::HalfUp));
    m_step->setValue({rounding.stepMicro(), roundingStepDecimals});
    choose(m_mode, int(rounding.mode()));
    m_onBehalf->setChecked(rule.onBehalf);
    put(m_second, rule.secondPersonAbove);
    allow();
}

void LateRuleForm::allow() {
    m_laterRate->setEnabled(LateYearRule(m_years->currentData().toInt()) != LateYearRule::OneRate);
    const auto start = LateStart(m_start->currentData().toInt());
    m_grace->setEnabled(start != LateStart::Reminders);
    m_reminders->setEnabled(start != LateStart::Days);
}

std::optional<services::LateRuleVersion> LateRuleForm::version() {
    const auto from = m_from->value();
    if (!from.ok())
        return missing(m_from->problem(), m_from);
    const QString document = m_document->text().trimmed();
    if (document.isEmpty())
        return missing(tr("Name the order or the contract the rule stands in."), m_document);
    const int useClass = m_useClass->currentData().toInt();
    services::LateRuleVersion version{
        .scope = {.commodity = Commodity(m_commodity->currentData().toInt()),
                  .useClass = useClass == 0 ? std::optional<UseClass>() : std::optional(UseClass(useClass)),
                  .region = m_region->text().trimmed()},
        .effectiveFrom = *from,
        .document = document,
        .rule = {}};
    if (!takeRates(version.rule) || !takeStart(version.rule) || !takeLimits(version.rule))
        return std::nullopt;
    return version;
}

bool LateRuleForm::takeRate(QuantityEdit* field, Rate& rate) {
    const auto typed = field->value();
    const auto micro = typed.ok() ? typed->scaledTo(rateDecimals) : typed.error();
    if (!micro.ok() || *micro < 0 || *micro > wholeMicro) {
        missing(tr("A rate is a per mille with at most three decimals, such as 0.5."), field);
        return false;
    }
    rate = Rate::ofMicro(*micro);
    return true;
}

bool LateRuleForm::takeRates(LateChargeRule& rule) {
    rule.years = LateYearRule(m_years->currentData().toInt());
    rule.once = m_once->isChecked();
    if (!takeRate(m_rate, rule.sameYear))
        return false;
    rule.laterYear = rule.sameYear;
    return rule.years == LateYearRule::OneRate || takeRate(m_laterRate, rule.laterYear);
}

bool LateRuleForm::takeCount(QuantityEdit* field, int least, int& count) {
    const auto typed = field->value();
    const auto number = typed.ok() ? typed->scaledTo(0) : typed.error();
    if (!number.ok() || *number < least || *number > std::numeric_limits<std::int16_t>::max()) {
        missing(tr("A whole number, %1 or more.").arg(least), field);
        return false;
    }
    count = int(*number);
    return true;
}

bool LateRuleForm::takeStart(LateChargeRule& rule) {
    rule.start = LateStart(m_start->currentData().toInt());
    return (rule.start == LateStart::Reminders || takeCount(m_grace, 0, rule.graceDays)) &&
           (rule.start == LateStart::Days || takeCount(m_reminders, 1, rule.reminders));
}

bool LateRuleForm::takeMoney(MoneyEdit* field, std::optional<Money>& money) {
    if (field->isEmpty())
        return true;
    const auto typed = field->value();
    if (!typed.ok() || typed->isNegative()) {
        missing(typed.ok() ? tr("An amount, or nothing.") : field->problem(), field);
        return false;
    }
    money = *typed;
    return true;
}

bool LateRuleForm::takeRounding(std::optional<RoundingRule>& rounding) {
    const auto typed = m_step->value();
    const auto step = typed.ok() ? typed->scaledTo(roundingStepDecimals) : typed.error();
    const auto rule = step.ok() ? RoundingRule::toStepMicro(*step, RoundingMode(m_mode->currentData().toInt()))
                                : Result<RoundingRule>(step.error());
    if (!rule.ok()) {
        missing(tr("It is rounded to a step such as 0.01."), m_step);
        return false;
    }
    rounding = *rule;
    return true;
}

bool LateRuleForm::takeLimits(LateChargeRule& rule) {
    rule.onBehalf = m_onBehalf->isChecked();
    std::optional<Decimal> percent;
    if (!take(m_cap, percent))
        return false;
    if (percent) {
        const auto cap = Rate::parsePercent(percent->toString());
        if (!cap.ok() || cap->micro() < 0) {
            missing(tr("A per cent, such as 100."), m_cap);
            return false;
        }
        rule.cap = *cap;
    }
    return takeMoney(m_minimum, rule.minimum) && takeRounding(rule.rounding) &&
           takeMoney(m_second, rule.secondPersonAbove);
}

} // namespace meterhall::ui
