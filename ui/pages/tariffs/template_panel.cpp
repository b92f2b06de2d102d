#include "ui/pages/tariffs/template_panel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/ledger_table.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {

constexpr int longestTariffCode = 40;

std::vector<Column> templateColumns() {
    return {{.title = TemplatePanel::tr("Published tariff"), .width = 200, .flexible = true},
            {.title = TemplatePanel::tr("Of"), .width = 110},
            {.title = TemplatePanel::tr("Date"), .width = 100}};
}

} // namespace

TemplatePanel::TemplatePanel(QWidget* parent)
    : Card(tr("New from a template"), parent)
    , m_templates(services::tariffTemplates())
    , m_table(new LedgerTable(templateColumns()))
    , m_code(new QLineEdit)
    , m_from(new QLineEdit)
    , m_order(new QLineEdit)
    , m_source(makeLabel(TextRole::Hint, {}, "text2"))
    , m_problem(makeLabel(TextRole::Label, {}, "danger")) {
    auto* form = new QGridLayout;
    form->setHorizontalSpacing(10);
    form->setVerticalSpacing(4);
    form->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [edit, title] : {std::pair(m_code, tr("Code")), std::pair(m_from, tr("In force from")),
                                      std::pair(m_order, tr("Price order"))}) {
        edit->setMaxLength(longestTariffCode);
        edit->setAccessibleName(title);
        form->addWidget(makeLabel(TextRole::Label, title, "text2"), row, 0);
        form->addWidget(edit, row++, 1);
        connect(edit, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    }
    m_source->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_table->setName(tr("Templates"));
    body()->addWidget(m_table, 1);
    body()->addWidget(m_source);
    body()->addLayout(form);
    body()->addWidget(m_problem);
    std::vector<LedgerRow> rows;
    for (const services::TariffTemplate& known : m_templates) {
        const QString date =
            known.content.value(QLatin1String("source")).toObject().value(QLatin1String("date")).toString();
        rows.push_back({.id = std::int64_t(rows.size()) + 1,
                        .cells = {{.text = known.name},
                                  {.text = commodityText(known.commodity),
                                   .icon = commodityIcon(known.commodity),
                                   .iconTone = commodityToken(known.commodity)},
                                  {.text = date.isEmpty() ? QStringLiteral("—") : date, .tone = Token::Text2}}});
    }
    m_table->model().setRows(std::move(rows));
    connect(m_table, &LedgerTable::currentChanged, this, &TemplatePanel::showChosen);
    connect(m_table, &LedgerTable::activated, this, [this] { m_code->setFocus(); });
}

void TemplatePanel::begin(Date from) {
    m_from->setText(from.toString());
    m_order->clear();
    m_problem->hide();
    m_table->selectRow(0);
    showChosen();
}

void TemplatePanel::focusFirst() {
    m_table->setFocus();
}

const services::TariffTemplate* TemplatePanel::chosen() const {
    const std::int64_t id = m_table->currentId();
    return id > 0 && std::size_t(id) <= m_templates.size() ? &m_templates[std::size_t(id - 1)] : nullptr;
}

void TemplatePanel::showChosen() {
    const services::TariffTemplate* known = chosen();
    if (!known)
        return;
    const QString note =
        known->content.value(QLatin1String("source")).toObject().value(QLatin1String("note")).toString();
    m_source->setText(tr("Seen at %1. %2").arg(known->source(), note));
    m_code->setText(known->file);
}

std::optional<TemplatePanel::Wanted> TemplatePanel::take() {
    const services::TariffTemplate* known = chosen();
    const QString code = m_code->text().trimmed();
    const auto from = Date::parse(m_from->text().trimmed());
    m_problem->setText(!known           ? tr("Choose a template.")
                       : code.isEmpty() ? tr("Give the code by which accounts name the tariff.")
                       : !from.ok()     ? tr("A day is YYYY-MM-DD: 2027-01-01")
                                        : QString());
    m_problem->setVisible(!m_problem->text().isEmpty());
    if (!m_problem->text().isEmpty()) {
        (code.isEmpty() ? m_code : m_from)->setFocus();
        return {};
    }
    return Wanted{code, known->filled(*from, m_order->text().trimmed())};
}

} // namespace meterhall::ui
