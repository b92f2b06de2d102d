#include "ui/gallery/specimens.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/combo.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/tier_legend.h"
#include "ui/widgets/tier_thermometer.h"
#include "ui/widgets/use_chart.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QStyleOptionButton>
#include <QStyleOptionFrame>

namespace meterhall::ui {

namespace {

/// Draws itself as if it had the focus, which only one widget at a time has.
template <class Base, class Option>
class Focused : public Base {
public:
    using Base::Base;

protected:
    void initStyleOption(Option* option) const override {
        Base::initStyleOption(option);
        option->state |= QStyle::State_HasFocus;
    }
};

QWidget* makeTexts() {
    using Role = std::pair<const char*, TextRole>;
    std::vector<std::pair<const char*, QWidget*>> rows;
    for (const auto& [name, role] :
         {Role{"to pay", TextRole::ToPay}, Role{"change", TextRole::Change}, Role{"difference", TextRole::Difference},
          Role{"amount input", TextRole::AmountInput}, Role{"key figure", TextRole::KeyFigure},
          Role{"page title", TextRole::PageTitle}, Role{"card title", TextRole::CardTitle},
          Role{"body", TextRole::Body}, Role{"emphasis", TextRole::Emphasis}, Role{"label", TextRole::Label},
          Role{"hint", TextRole::Hint}, Role{"key cap", TextRole::KeyCap}, Role{"frames", TextRole::Frames}})
        rows.emplace_back(name, makeLabel(role, sample("王秀英 1,234.50", "Wang Xiuying 1,234.50")));
    for (const char* tone : {"text2", "text3", "accent", "ok", "warn", "danger", "unknown"})
        rows.emplace_back(tone, makeLabel(TextRole::Body, sample("已抄 1,982 块表", "1,982 meters read"), tone));
    auto* wrapped = makeLabel(TextRole::Body, sample("很长的一句话会换行：读数低于上次，可能是表具更换后没有登记，"
                                                     "也可能是抄错了位数，请看照片再决定接受还是驳回重抄。",
                                                     "A long sentence wraps: the dial went back, perhaps the meter was "
                                                     "exchanged and nobody said so, perhaps a digit was misread."));
    wrapped->setWordWrap(true);
    rows.emplace_back("long", wrapped);
    return makeStates(rows);
}

QWidget* makeBadges() {
    std::vector<std::pair<const char*, QWidget*>> rows;
    using Named = std::pair<const char*, State>;
    for (const auto& [name, state] :
         {Named{"ok", State::Ok}, Named{"warn", State::Warn}, Named{"danger", State::Danger},
          Named{"unknown", State::Unknown}, Named{"running", State::Running}, Named{"waiting", State::Waiting},
          Named{"off", State::Off}, Named{"info", State::Info}})
        rows.emplace_back(name, new Badge(state, sample("已联系", "in touch")));
    rows.emplace_back("long",
                      new Badge(State::Warn, sample("复核后输入已改变，须重新试算", "changed after the check")));
    return makeStates(rows);
}

QWidget* makeButtons() {
    std::vector<std::pair<const char*, QWidget*>> rows;
    for (const char* kind : {"", "primary", "quiet", "on", "busy", "danger", "main", "link", "status"}) {
        auto* three = new QWidget;
        auto* across = new QHBoxLayout(three);
        across->setContentsMargins(0, 0, 0, 0);
        const QString text = sample("收款", "Take");
        auto* normal = new QPushButton(text);
        auto* focused = new Focused<QPushButton, QStyleOptionButton>(text);
        auto* disabled = new QPushButton(text);
        disabled->setEnabled(false);
        for (QPushButton* button : {normal, static_cast<QPushButton*>(focused), disabled}) {
            button->setProperty("kind", kind);
            across->addWidget(button);
        }
        across->addStretch();
        rows.emplace_back(*kind ? kind : "normal", three);
    }
    return makeStates(rows);
}

KeyButton* keyButton(const char* kind, bool enabled, const QString& text) {
    auto* action = new QAction(text);
    action->setShortcut(Qt::CTRL | Qt::Key_Return);
    action->setIcon(icon("check", *kind ? Token::AccentText : Token::Text2));
    action->setEnabled(enabled);
    auto* button = new KeyButton(action);
    action->setParent(button);
    button->setKind(kind);
    return button;
}

QWidget* makeKeyButtons() {
    const QString text = sample("开账", "Post bills");
    auto* off = new KeyHint(QStringLiteral("F8"), sample("核算", "Check"));
    off->setEnabled(false);
    return makeStates({{"normal", keyButton("", true, text)},
                       {"primary", keyButton("primary", true, text)},
                       {"disabled", keyButton("primary", false, text)},
                       {"long", keyButton("", true, sample("重新计算 1,204 户", "Compute 1,204 accounts again"))},
                       {"hint", new KeyHint(QStringLiteral("F7"), sample("试算", "Compute"))},
                       {"hint disabled", off}});
}

QWidget* makeEditors() {
    auto* money = new MoneyEdit(Currency::cny());
    money->setValue(Money::ofMinor(123'450, Currency::cny()));
    auto* focused = new Focused<MoneyEdit, QStyleOptionFrame>(Currency::cny());
    focused->setText(QStringLiteral("600"));
    auto* bad = new MoneyEdit(Currency::cny());
    bad->setText(QStringLiteral("12.345"));
    bad->setProperty("bad", QStringLiteral("1"));
    auto* disabled = new MoneyEdit(Currency::cny());
    disabled->setText(QStringLiteral("559.95"));
    disabled->setEnabled(false);
    auto* changed = new MoneyEdit(Currency::cny());
    changed->setText(QStringLiteral("2.80"));
    changed->setProperty("changed", QStringLiteral("1"));
    auto* large = new MoneyEdit(Currency::cny());
    large->setProperty("kind", "amount");
    large->setText(QStringLiteral("600"));
    auto* quantity = new QuantityEdit(unitText(QStringLiteral("m3")), 3);
    quantity->setText(QStringLiteral("80.5"));
    auto* digits = new DigitsEdit;
    digits->setDigits(QStringLiteral("342019070455"));
    auto* place = new QLineEdit;
    place->setPlaceholderText(sample("只看包含……的行", "Only rows with …"));
    std::vector<std::pair<const char*, QWidget*>> rows{
        {"money", money},       {"focus", focused},
        {"error", bad},         {"message", makeLabel(TextRole::Hint, bad->problem(), "danger")},
        {"disabled", disabled}, {"changed", changed},
        {"large", large},       {"quantity", quantity},
        {"digits", digits},     {"month", new MonthEdit(*AccountingMonth::of(2026, 11))},
        {"empty", place}};
    for (const auto& [name, widget] : rows)
        widget->setAccessibleName(QString::fromUtf8(name));
    return makeStates(rows);
}

QWidget* makeChoices() {
    auto* combo = new Combo;
    combo->addItems({sample("城东区", "East district"), sample("城西区", "West district")});
    auto* comboOff = new Combo;
    comboOff->addItem(sample("城东区", "East district"));
    comboOff->setEnabled(false);
    auto* ticked = new QCheckBox(sample("打印收费凭证", "Print the receipt"));
    ticked->setChecked(true);
    auto* off = new QCheckBox(sample("打印收费凭证", "Print the receipt"));
    off->setEnabled(false);
    auto* text = new QPlainTextEdit(sample("派人到现场核实", "Somebody goes there and looks"));
    text->setFixedHeight(88);
    auto* bar = new QProgressBar;
    bar->setValue(63);
    bar->setTextVisible(false);
    for (QWidget* widget : std::initializer_list<QWidget*>{combo, comboOff, text, bar})
        widget->setAccessibleName(QStringLiteral("choice"));
    return makeStates({{"combo", combo},
                       {"combo disabled", comboOff},
                       {"ticked", ticked},
                       {"unticked", new QCheckBox(sample("打印收费凭证", "Print the receipt"))},
                       {"disabled", off},
                       {"text", text},
                       {"progress", bar}});
}

Thermometer ladder(const std::vector<std::int64_t>& bounds, std::int64_t used, std::optional<std::int64_t> toward) {
    constexpr std::int64_t unit = 1'000'000;
    Thermometer shown;
    for (const std::int64_t bound : bounds)
        shown.tiers.push_back({sample("至 ", "to ") + QString::number(bound), bound * unit, QStringLiteral("2.70")});
    shown.tiers.push_back({sample("以上", "above"), std::nullopt, QStringLiteral("3.668")});
    shown.usedMicro = used * unit;
    if (toward)
        shown.towardMicro = *toward * unit;
    shown.marker = sample("本周期已计费 ", "Billed this period ") + QString::number(used) + QStringLiteral(" m³");
    shown.sentence = sample("距第3档还有 137 m³（3.668）。阶梯 2027-01-01 重新计算。",
                            "137 m³ more until tier 3 (3.668). Tiers restart on 2027-01-01.");
    return shown;
}

QWidget* makeThermometers() {
    const auto make = [](const Thermometer& shown) {
        auto* thermometer = new TierThermometer;
        thermometer->show(shown);
        return thermometer;
    };
    return makeStates({{"three tiers", make(ladder({300, 600}, 463, 520))},
                       {"last tier", make(ladder({300, 600}, 900, {}))},
                       {"narrow tier", make(ladder({10, 600}, 8, 30))},
                       {"one tier", make(ladder({}, 40, {}))}});
}

QWidget* makeChart() {
    constexpr std::int64_t unit = 1'000'000;
    std::vector<UseColumn> columns;
    for (int month = 1; month <= 12; ++month) {
        UseColumn column{.axis = QStringLiteral("26-%1").arg(month, 2, 10, QChar(u'0')),
                         .words = QStringLiteral("2026-%1").arg(month, 2, 10, QChar(u'0')),
                         .parts = {},
                         .known = month != 4 && month != 5};
        if (column.known) {
            column.parts.push_back({1, (20 + month) * unit});
            if (month % 3 == 0)
                column.parts.push_back({2, 12 * unit});
            if (month == 9)
                column.parts.push_back({3, 8 * unit});
        }
        if (month == 7)
            column.marks.push_back({sample("换表", "exchange"), true});
        columns.push_back(column);
    }
    auto* chart = new UseChart;
    chart->setAccessibleName(QStringLiteral("chart"));
    chart->show(std::move(columns), sample("没有账单", "no bill"));
    auto* legend = new TierLegend;
    legend->show(4);
    return makeStates({{"months", chart}, {"legend", legend}});
}

QWidget* makeIcons() {
    constexpr int perRow = 8;
    auto* all = new QWidget;
    auto* grid = new QGridLayout(all);
    grid->setContentsMargins(0, 0, 0, 0);
    int at = 0;
    for (const QString& file : QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")})) {
        auto* one = new QWidget;
        auto* down = new QVBoxLayout(one);
        down->setContentsMargins(0, 0, 0, 0);
        auto* picture = new QLabel;
        picture->setPixmap(icon(file.chopped(4).toUtf8().constData(), Token::Text2).pixmap(22, 22));
        picture->setToolTip(file.chopped(4));
        down->addWidget(picture, 0, Qt::AlignCenter);
        grid->addWidget(one, at / perRow, at % perRow);
        ++at;
    }
    return all;
}

QWidget* makeCommodities() {
    auto* all = new QWidget;
    auto* across = new QHBoxLayout(all);
    across->setContentsMargins(0, 0, 0, 0);
    for (const Commodity commodity : {Commodity::Gas, Commodity::Water, Commodity::Heat, Commodity::Electricity}) {
        across->addWidget(new IconLabel(commodityIcon(commodity), 22, commodityToken(commodity)));
        across->addWidget(makeLabel(TextRole::Body, commodityText(commodity)));
    }
    across->addStretch();
    return all;
}

} // namespace

std::vector<Specimen> widgetSpecimens() {
    return {{"Texts", makeTexts},
            {"Badges", makeBadges},
            {"Buttons: normal, focus, disabled", makeButtons},
            {"Buttons with their key", makeKeyButtons},
            {"Typed editors", makeEditors},
            {"Choices", makeChoices},
            {"Tier thermometer", makeThermometers},
            {"Use by month", makeChart},
            {"Commodities", makeCommodities},
            {"Icons", makeIcons}};
}

} // namespace meterhall::ui
