#include "ui/pages/tariffs/tariff_words.h"

#include "ui/pages/parts/quantity_text.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <map>

namespace meterhall::ui {

using services::SheetPoint;
using services::TariffState;

namespace {

struct TariffWords {
    Q_DECLARE_TR_FUNCTIONS(TariffWords)
};

/// Words of single fields of the file and of their values; shown as they are where there is no word.
struct Word {
    const char* code;
    const char* text;
};
constexpr Word fileWords[] = {
    {"name", QT_TRANSLATE_NOOP("TariffWords", "name")},
    {"effective_from", QT_TRANSLATE_NOOP("TariffWords", "in force from")},
    {"price_order", QT_TRANSLATE_NOOP("TariffWords", "price order")},
    {"dial_step", QT_TRANSLATE_NOOP("TariffWords", "step of the dial")},
    {"unit", QT_TRANSLATE_NOOP("TariffWords", "unit")},
    {"currency", QT_TRANSLATE_NOOP("TariffWords", "currency")},
    {"kind", QT_TRANSLATE_NOOP("TariffWords", "kind")},
    {"cycle", QT_TRANSLATE_NOOP("TariffWords", "ladder cycle")},
    {"reset", QT_TRANSLATE_NOOP("TariffWords", "begins anew on")},
    {"tier_mode", QT_TRANSLATE_NOOP("TariffWords", "form of the ladder")},
    {"price_change", QT_TRANSLATE_NOOP("TariffWords", "when the price changes")},
    {"window_boundary", QT_TRANSLATE_NOOP("TariffWords", "when a new cycle begins")},
    {"bound_rounding", QT_TRANSLATE_NOOP("TariffWords", "rounding of limits")},
    {"rounding", QT_TRANSLATE_NOOP("TariffWords", "rounding")},
    {"line", QT_TRANSLATE_NOOP("TariffWords", "line")},
    {"subtotal", QT_TRANSLATE_NOOP("TariffWords", "subtotal")},
    {"total", QT_TRANSLATE_NOOP("TariffWords", "total")},
    {"label", QT_TRANSLATE_NOOP("TariffWords", "name on papers")},
    {"per", QT_TRANSLATE_NOOP("TariffWords", "counted by")},
    {"payee", QT_TRANSLATE_NOOP("TariffWords", "whose money")},
    {"share", QT_TRANSLATE_NOOP("TariffWords", "share of the use")},
    {"scope", QT_TRANSLATE_NOOP("TariffWords", "what is rounded")},
    {"round", QT_TRANSLATE_NOOP("TariffWords", "rounding")},
    {"tax", QT_TRANSLATE_NOOP("TariffWords", "tax")},
    {"percent", QT_TRANSLATE_NOOP("TariffWords", "percent")},
    {"included", QT_TRANSLATE_NOOP("TariffWords", "inside the price")},
    {"net_first", QT_TRANSLATE_NOOP("TariffWords", "the net is rounded, the tax is the rest")},
    {"quota", QT_TRANSLATE_NOOP("TariffWords", "household rule")},
    {"registers", QT_TRANSLATE_NOOP("TariffWords", "register")},
    {"variants", QT_TRANSLATE_NOOP("TariffWords", "season or category")},
    {"bands", QT_TRANSLATE_NOOP("TariffWords", "limit of band")},
    {"band_tables", QT_TRANSLATE_NOOP("TariffWords", "table of band")},
    {"by_reading_date", QT_TRANSLATE_NOOP("TariffWords", "the price of the reading's day")},
    {"by_day", QT_TRANSLATE_NOOP("TariffWords", "divided by days")},
    {"by_sub_reading", QT_TRANSLATE_NOOP("TariffWords", "by a reading at the change")},
    {"whole_to_reading_date", QT_TRANSLATE_NOOP("TariffWords", "all to the cycle of the reading's day")},
    {"whole_to_old_window", QT_TRANSLATE_NOOP("TariffWords", "all to the old cycle")},
    {"flat", QT_TRANSLATE_NOOP("TariffWords", "one price")},
    {"graduated", QT_TRANSLATE_NOOP("TariffWords", "each unit at the price of its tier")},
    {"whole_band", QT_TRANSLATE_NOOP("TariffWords", "all units at the price of the band")},
    {"band_table", QT_TRANSLATE_NOOP("TariffWords", "a table of its own for each band")},
    {"own", QT_TRANSLATE_NOOP("TariffWords", "own income")},
    {"on_behalf", QT_TRANSLATE_NOOP("TariffWords", "fee collected on behalf")},
    {"year", QT_TRANSLATE_NOOP("TariffWords", "year")},
    {"season", QT_TRANSLATE_NOOP("TariffWords", "year")},
    {"month", QT_TRANSLATE_NOOP("TariffWords", "month")},
    {"bimonth", QT_TRANSLATE_NOOP("TariffWords", "two months")},
    {"quarter", QT_TRANSLATE_NOOP("TariffWords", "quarter")},
    {"half_year", QT_TRANSLATE_NOOP("TariffWords", "half a year")},
    {"per_day", QT_TRANSLATE_NOOP("TariffWords", "day")},
    {"true", QT_TRANSLATE_NOOP("TariffWords", "yes")},
    {"false", QT_TRANSLATE_NOOP("TariffWords", "no")},
};

QString wordOf(const QString& code) {
    for (const Word& word : fileWords)
        if (code == QLatin1String(word.code))
            return TariffWords::tr(word.text);
    return code;
}

QString wordsOf(const QStringList& codes) {
    QStringList parts;
    for (const QString& code : codes)
        parts += wordOf(code);
    return parts.join(QLatin1Char(' '));
}

QJsonObject componentIn(const QJsonObject& file, const QString& code) {
    for (const auto& component : file.value(QLatin1String("components")).toArray())
        if (component.toObject().value(QLatin1String("code")) == code)
            return component.toObject();
    return {};
}

QString variantText(const QJsonObject& file, int number) {
    const QJsonArray variants = file.value(QLatin1String("variants")).toArray();
    return variants.at(number - 1).toObject().value(QLatin1String("code")).toString(QString::number(number));
}

QString priceText(const QStringList& rest, const QJsonObject& file, const QJsonArray& prices) {
    const int place = rest.at(1).toInt();
    const QJsonArray registers = file.value(QLatin1String("registers")).toArray();
    if (rest.first() == QLatin1String("register_prices") && !registers.isEmpty()) {
        const int each = int(registers.size());
        const QString name = registers.at((place - 1) % each).toString();
        return TariffWords::tr("price in tier %1, %2").arg((place - 1) / each + 1).arg(name);
    }
    return prices.size() == 1 ? TariffWords::tr("price") : TariffWords::tr("price in tier %1").arg(place);
}

/// What stands behind {"components", code}.
QString fieldText(const QStringList& rest, const QJsonObject& file, const QJsonObject& component) {
    const QString& field = rest.first();
    const bool isPrice = field == QLatin1String("prices") || field == QLatin1String("register_prices");
    if (isPrice && rest.size() == 2)
        return priceText(rest, file, component.value(field).toArray());
    if (field == QLatin1String("table") && rest.size() == 2)
        return TariffWords::tr("price at %1").arg(rest.at(1));
    if (field != QLatin1String("variants") || rest.size() < 3)
        return wordsOf(rest);
    const int row = rest.at(1).toInt();
    const QJsonObject own = component.value(field).toArray().at(row - 1).toObject();
    const QString variant = variantText(file, own.value(QLatin1String("variant")).toInt(row));
    if (rest.size() == 3)
        return TariffWords::tr("%1: %2").arg(variant, wordsOf(rest.mid(2)));
    return TariffWords::tr("%1: %2").arg(variant, priceText(rest.mid(2), file, own.value(rest.at(2)).toArray()));
}

QString componentText(const QStringList& path, const QJsonObject& file) {
    const QJsonObject component = componentIn(file, path.at(1));
    const QString label = component.value(QLatin1String("label")).toString();
    const QString name = label.isEmpty() ? path.at(1) : label;
    return path.size() == 2 ? TariffWords::tr("the charge %1").arg(name)
                            : TariffWords::tr("%1: %2").arg(name, fieldText(path.mid(2), file, component));
}

QString caseText(const services::SheetCase& of) {
    if (of.people > 0)
        return TariffWords::tr("%n people", nullptr, of.people);
    return of.variant;
}

QString plainPoint(const services::SheetRow& row) {
    switch (row.point) {
    case SheetPoint::Nothing:
        return TariffWords::tr("no use");
    case SheetPoint::OneStep:
        return TariffWords::tr("the first step");
    case SheetPoint::BelowLimit:
        return TariffWords::tr("below limit %1").arg(row.tier);
    case SheetPoint::Limit:
        return TariffWords::tr("limit %1").arg(row.tier);
    case SheetPoint::AboveLimit:
        return TariffWords::tr("above limit %1").arg(row.tier);
    case SheetPoint::LastDayOfCycle:
        return TariffWords::tr("last day of the cycle");
    case SheetPoint::FirstDayOfCycle:
        return TariffWords::tr("first day of the cycle");
    case SheetPoint::DayBeforeChange:
        return TariffWords::tr("day before the change");
    case SheetPoint::DayOfChange:
        return TariffWords::tr("day of the change");
    }
    return {};
}

} // namespace

StateWords stateOfVersion(TariffState state) {
    switch (state) {
    case TariffState::Draft:
        return {State::Warn, TariffWords::tr("Draft")};
    case TariffState::Unproved:
        return {State::Danger, TariffWords::tr("Not proved")};
    case TariffState::Proved:
        return {State::Waiting, TariffWords::tr("Proved, waits")};
    case TariffState::Replaced:
        return {State::Off, TariffWords::tr("Not used")};
    case TariffState::Scheduled:
        return {State::Info, TariffWords::tr("Scheduled")};
    case TariffState::InForce:
        return {State::Ok, TariffWords::tr("In force")};
    case TariffState::Past:
        return {State::Off, TariffWords::tr("Past")};
    }
    return {State::Off, {}};
}

QString pathText(const QStringList& path, const QJsonObject& file) {
    if (path.size() >= 2 && path.first() == QLatin1String("components"))
        return componentText(path, file);
    if (path.size() == 3 && path.first() == QLatin1String("tiers"))
        return TariffWords::tr("limit of tier %1").arg(path.at(1));
    if (path.size() == 4 && path.first() == QLatin1String("variants"))
        return TariffWords::tr("%1: %2").arg(variantText(file, path.at(1).toInt()),
                                             TariffWords::tr("limit of tier %1").arg(path.at(3)));
    return wordsOf(path);
}

QString valueText(const QStringList& path, const QString& value) {
    if (!value.isEmpty())
        return wordOf(value);
    return path.last() == QLatin1String("upto") ? TariffWords::tr("no limit") : QStringLiteral("—");
}

QString pointText(const services::SheetRow& row) {
    const QString of = caseText(row.of);
    return of.isEmpty() ? plainPoint(row) : TariffWords::tr("%1: %2").arg(of, plainPoint(row));
}

QString breaksText(const services::BoundarySheet& sheet, const QString& unit) {
    QStringList said{sheet.rises() ? TariffWords::tr("The total never falls when more is used.")
                                   : TariffWords::tr("The total falls though more is used."),
                     sheet.isContinuous() ? TariffWords::tr("It is continuous at every limit.")
                                          : TariffWords::tr("It jumps at a limit.")};
    const bool meant = std::any_of(sheet.breaks.begin(), sheet.breaks.end(), [](const auto& at) { return at.meant; });
    if (meant)
        said[1] = TariffWords::tr("It jumps where the form of the tariff means it:");
    for (const services::SheetBreak& at : sheet.breaks)
        said += TariffWords::tr("%1 at %2 %3.").arg(amountText(at.by), quantityText(at.at), unit);
    return said.join(QLatin1Char(' '));
}

QStringList policySentences(const TariffVersion& version) {
    const BillingPolicy& policy = version.policy;
    const LadderCycle& cycle = version.ladder.cycle;
    const char* change[] = {"by_reading_date", "by_day", "by_sub_reading"};
    const char* window[] = {"whole_to_reading_date", "by_day", "whole_to_old_window"};
    const char* mode[] = {"flat", "graduated", "whole_band", "band_table"};
    QStringList said{TariffWords::tr("Ladder: %1").arg(wordOf(QLatin1String(mode[int(version.ladder.mode)])))};
    if (cycle.counting == LadderCounting::Window)
        said += TariffWords::tr("Counted over %n months, anew on %1-%2", nullptr, cycle.length)
                    .arg(cycle.resetMonth, 2, 10, QLatin1Char('0'))
                    .arg(cycle.resetDay, 2, 10, QLatin1Char('0'));
    else
        said += cycle.unit == SpanUnit::Days
                    ? TariffWords::tr("Counted per bill, limits of %n days", nullptr, cycle.length)
                    : TariffWords::tr("Counted per bill, limits of %n months", nullptr, cycle.length);
    said += TariffWords::tr("Price change: %1").arg(wordOf(QLatin1String(change[int(policy.priceChange)])));
    said += TariffWords::tr("New cycle: %1").arg(wordOf(QLatin1String(window[int(policy.windowBoundary)])));
    said += TariffWords::tr("Dials are billed in steps of %1").arg(quantityText(version.dialStep));
    return said;
}

} // namespace meterhall::ui
