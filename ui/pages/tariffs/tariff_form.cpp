#include "ui/pages/tariffs/tariff_form.h"

#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace meterhall::ui {

namespace {

constexpr int formDecimals = 6;
constexpr int numberWidth = 116;
constexpr int dayWidth = 116;
constexpr int orderWidth = 260;
constexpr int longestPriceOrder = 80;

/// Column 0 is the swatch-less label; fields follow.
QString fieldName(const FormBlock& block, const FormLine& line, std::size_t column) {
    const QString title = column < std::size_t(block.columns.size()) ? block.columns.at(int(column)) : QString();
    return TariffForm::tr("%1, %2").arg(line.label, title);
}

/// A price has two decimals at least.
QString shownText(const FormField& field, const QString& text) {
    const auto price = parseScaled(text, formDecimals);
    const bool isNumber = field.path.size() > 1;
    return isNumber && field.unit.isEmpty() && price.ok() ? formatScaled(*price, formDecimals, 2) : text;
}

} // namespace

TariffForm::TariffForm(QWidget* parent)
    : QWidget(parent)
    , m_area(new QScrollArea)
    , m_problem(makeLabel(TextRole::Label, {}, "danger")) {
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->viewport()->setAutoFillBackground(false);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_problem->hide();
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(6);
    down->addWidget(m_area, 1);
    down->addWidget(m_problem);
}

void TariffForm::show(const QJsonObject& file, const QJsonObject& before, bool editable, const QStringList& policy) {
    auto blocks = blocksOf(file);
    const bool same = m_built && blocks == m_blocks && editable == m_editable;
    m_file = file;
    m_before = before;
    m_editable = editable;
    m_policyWords = policy;
    m_blocks = std::move(blocks);
    if (!same)
        build();
    fill();
}

void TariffForm::build() {
    const auto focused = std::ranges::find_if(m_cells, [](const Cell& one) { return one.edit->hasFocus(); });
    const QStringList path = focused == m_cells.end() ? QStringList() : focused->field.path;
    m_cells.clear();
    m_problem->hide();
    auto* content = new QWidget;
    auto* down = new QVBoxLayout(content);
    down->setContentsMargins(14, 6, 14, 10);
    down->setSpacing(8);
    addHead(down);
    for (const FormBlock& block : m_blocks)
        addBlock(down, block);
    down->addWidget(makeHairline());
    m_policy = makeLabel(TextRole::Label, {}, "text2");
    m_policy->setWordWrap(true);
    down->addWidget(m_policy);
    down->addStretch();
    m_area->setWidget(content);
    content->setAutoFillBackground(false); // the card shows through
    m_built = true;
    if (path.isEmpty())
        return;
    const auto again = std::ranges::find_if(m_cells, [&](const Cell& one) { return one.field.path == path; });
    (again == m_cells.end() ? m_cells.front() : *again).edit->setFocus();
}

void TariffForm::addHead(QVBoxLayout* down) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    addText(grid, 0, tr("In force from"), "effective_from", dayWidth);
    addText(grid, 1, tr("Price order"), "price_order", orderWidth);
    grid->setColumnStretch(2, 1);
    down->addLayout(grid);
}

void TariffForm::addText(QGridLayout* grid, int row, const QString& title, const char* key, int width) {
    auto* edit = new QLineEdit;
    edit->setMaxLength(longestPriceOrder);
    edit->setMinimumWidth(width);
    edit->setMaximumWidth(width * 2);
    edit->setAccessibleName(title);
    edit->setReadOnly(!m_editable);
    edit->installEventFilter(this);
    grid->addWidget(makeLabel(TextRole::Label, title, "text2"), row, 0);
    grid->addWidget(edit, row, 1);
    m_cells.push_back({{QStringList(QString::fromLatin1(key)), {}}, edit, false});
}

void TariffForm::addBlock(QVBoxLayout* down, const FormBlock& block) {
    down->addWidget(makeLabel(TextRole::Emphasis, block.title));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    for (int column = 0; column < block.columns.size(); ++column) {
        auto* title = makeLabel(TextRole::Hint, block.columns.at(column), "text2");
        title->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(title, 0, column + 1);
    }
    int row = 1;
    for (const FormLine& line : block.lines) {
        grid->addWidget(makeLabel(TextRole::Body, line.label), row, 0);
        for (std::size_t column = 0; column < line.fields.size(); ++column) {
            if (!line.fields[column])
                continue;
            auto* edit = new QuantityEdit(line.fields[column]->unit, formDecimals);
            edit->setFixedWidth(numberWidth);
            edit->setAccessibleName(fieldName(block, line, column));
            edit->setReadOnly(!m_editable);
            edit->installEventFilter(this);
            grid->addWidget(edit, row, int(column) + 1, Qt::AlignRight);
            m_cells.push_back({*line.fields[column], edit, true});
        }
        ++row;
    }
    grid->setColumnStretch(int(block.columns.size()) + 1, 1);
    down->addLayout(grid);
}

void TariffForm::fill() {
    for (const Cell& cell : m_cells) {
        if (!cell.edit->hasFocus() || !m_editable)
            cell.edit->setText(shownText(cell.field, textAt(m_file, cell.field.path)));
        markChanged(cell);
    }
    m_policy->setText(m_policyWords.join(tr("; ")));
}

void TariffForm::markChanged(const Cell& cell) {
    const QString before = textAt(m_before, cell.field.path);
    const bool changed = m_editable && !m_before.isEmpty() && before != textAt(m_file, cell.field.path);
    cell.edit->setToolTip(changed ? tr("in force: %1").arg(before.isEmpty() ? QStringLiteral("—") : before)
                                  : QString());
    if (cell.edit->property("changed").isValid() == changed)
        return;
    cell.edit->setProperty("changed", changed ? QVariant(QStringLiteral("1")) : QVariant());
    cell.edit->style()->unpolish(cell.edit);
    cell.edit->style()->polish(cell.edit);
}

// A field is taken when it is left, and by Enter, which stays in it.
bool TariffForm::eventFilter(QObject* watched, QEvent* event) {
    const bool left = event->type() == QEvent::FocusOut;
    const bool entered =
        event->type() == QEvent::KeyPress && (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Return ||
                                              static_cast<QKeyEvent*>(event)->key() == Qt::Key_Enter);
    if (m_editable && (left || entered)) {
        const auto cell = std::ranges::find_if(m_cells, [&](const Cell& one) { return one.edit == watched; });
        if (cell != m_cells.end())
            take(*cell);
    }
    return QWidget::eventFilter(watched, event);
}

bool TariffForm::takeTyped() {
    const auto cell = std::ranges::find_if(m_cells, [](const Cell& one) { return one.edit->hasFocus(); });
    return m_editable && cell != m_cells.end() && take(*cell);
}

bool TariffForm::take(const Cell& cell) {
    QString typed = cell.edit->text().trimmed();
    m_problem->hide();
    if (cell.isNumber) {
        const auto value = static_cast<QuantityEdit*>(cell.edit)->value();
        if (!value.ok()) {
            m_problem->setText(
                tr("%1: %2").arg(cell.edit->accessibleName(), static_cast<QuantityEdit*>(cell.edit)->problem()));
            m_problem->show();
            return false;
        }
        typed = value->toString();
    }
    const QString known = textAt(m_file, cell.field.path);
    if (typed == known ||
        (cell.isNumber && parseScaled(typed, formDecimals).valueOr(-1) == parseScaled(known, formDecimals).valueOr(0)))
        return false;
    m_file = withText(m_file, cell.field.path, typed);
    Q_EMIT edited(m_file);
    return true;
}

void TariffForm::focusFirst() {
    if (!m_cells.empty())
        m_cells.front().edit->setFocus();
}

} // namespace meterhall::ui
