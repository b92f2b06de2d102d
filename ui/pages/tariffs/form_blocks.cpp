#include "ui/pages/tariffs/form_blocks.h"

#include "core/quantity/unit.h"
#include "core/tariffs/ladder.h"
#include "ui/widgets/commodity_look.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <functional>

namespace meterhall::ui {

namespace {

struct FormBlocks {
    Q_DECLARE_TR_FUNCTIONS(FormBlocks)
};

using FileKey = QLatin1String;

QJsonArray listIn(const QJsonValue& object, FileKey key) {
    return object.toObject().value(key).toArray();
}

QString formCodeOf(const QJsonValue& value) {
    return value.toObject().value(FileKey("code")).toString();
}

QString formLabelOf(const QJsonValue& component) {
    const QString label = component.toObject().value(FileKey("label")).toString();
    return label.isEmpty() ? formCodeOf(component) : label;
}

QStringList pathTo(std::initializer_list<QString> parts) {
    return parts;
}

QString placeText(qsizetype place) {
    return QString::number(place);
}

class BlockMaker {
public:
    explicit BlockMaker(const QJsonObject& file)
        : m_file(file)
        , m_unit(unitText(file.value(FileKey("unit")).toString()))
        , m_components(listIn(file, FileKey("components")))
        , m_tiers(std::max<qsizetype>(1, listIn(file, FileKey("tiers")).size())) {}

    std::vector<FormBlock> all() {
        addLadder();
        for (qsizetype c = 0; c < m_components.size(); ++c)
            addRegisters(c, {FileKey("components"), placeText(c)}, formLabelOf(m_components.at(c)), m_components.at(c));
        const QJsonArray variants = listIn(m_file, FileKey("variants"));
        for (qsizetype v = 0; v < variants.size(); ++v)
            addVariant(v, variants.at(v));
        addBands();
        addQuota();
        addOthers();
        return std::move(m_blocks);
    }

private:
    FormField price(QStringList path) const { return {std::move(path), {}}; }
    FormField bound(QStringList path) const { return {std::move(path), m_unit}; }

    void keep(FormBlock block) {
        if (!block.lines.empty())
            m_blocks.push_back(std::move(block));
    }

    QString tierText(qsizetype tier) const { return FormBlocks::tr("Tier %1").arg(tier + 1); }

    /// Whether the component has a price for each row of the ladder, and not one for all.
    bool byTier(qsizetype component) const {
        return m_tiers > 1 && listIn(m_components.at(component), FileKey("prices")).size() == m_tiers;
    }

    void addLadder() {
        FormBlock block{FormBlocks::tr("Tiers and prices"), {FormBlocks::tr("up to (inclusive)")}, {}};
        if (m_tiers == 1)
            return;
        std::vector<qsizetype> shown;
        for (qsizetype c = 0; c < m_components.size(); ++c)
            if (byTier(c))
                shown.push_back(c);
        for (const qsizetype c : shown)
            block.columns += formLabelOf(m_components.at(c));
        for (qsizetype tier = 0; tier < m_tiers; ++tier) {
            FormLine line{tierText(tier), int(tier) + 1, {}};
            line.fields.emplace_back();
            if (tier + 1 < m_tiers)
                line.fields.back() = bound(pathTo({FileKey("tiers"), placeText(tier), FileKey("upto")}));
            for (const qsizetype c : shown)
                line.fields.emplace_back(
                    price(pathTo({FileKey("components"), placeText(c), FileKey("prices"), placeText(tier)})));
            block.lines.push_back(std::move(line));
        }
        keep(std::move(block));
    }

    void addRegisters(qsizetype, const QStringList& at, const QString& title, const QJsonValue& holder) {
        const QJsonArray registers = listIn(m_file, FileKey("registers"));
        const qsizetype prices = listIn(holder, FileKey("register_prices")).size();
        if (registers.isEmpty() || prices == 0)
            return;
        FormBlock block{FormBlocks::tr("%1 by time of use").arg(title), {}, {}};
        for (const auto& name : registers)
            block.columns += name.toString();
        for (qsizetype row = 0; row < prices / registers.size(); ++row) {
            FormLine line{prices == registers.size() ? FormBlocks::tr("All tiers") : tierText(row),
                          prices == registers.size() ? 0 : int(row) + 1,
                          {}};
            for (qsizetype r = 0; r < registers.size(); ++r)
                line.fields.emplace_back(
                    price(at + pathTo({FileKey("register_prices"), placeText(row * registers.size() + r)})));
            block.lines.push_back(std::move(line));
        }
        keep(std::move(block));
    }

    /// Limits and prices of a season or a category.
    void addVariant(qsizetype v, const QJsonValue& variant) {
        FormBlock block{formCodeOf(variant), {}, {}};
        const qsizetype bounds = listIn(variant, FileKey("upto")).size();
        qsizetype rows = bounds > 0 ? bounds + 1 : 0;
        std::vector<std::pair<QStringList, qsizetype>> lists;
        if (bounds > 0) {
            block.columns += FormBlocks::tr("up to (inclusive)");
            lists.emplace_back(pathTo({FileKey("variants"), placeText(v), FileKey("upto")}), bounds);
        }
        for (qsizetype c = 0; c < m_components.size(); ++c) {
            const QJsonArray own = listIn(m_components.at(c), FileKey("variants"));
            for (qsizetype k = 0; k < own.size(); ++k) {
                const QStringList at = pathTo({FileKey("components"), placeText(c), FileKey("variants"), placeText(k)});
                const qsizetype prices = listIn(own.at(k), FileKey("prices")).size();
                if (own.at(k).toObject().value(FileKey("variant")).toInt() != int(v) + 1)
                    continue;
                addRegisters(c, at, FormBlocks::tr("%1: %2").arg(formCodeOf(variant), formLabelOf(m_components.at(c))),
                             own.at(k));
                if (prices == 0)
                    continue;
                block.columns += formLabelOf(m_components.at(c));
                lists.emplace_back(at + QStringList(FileKey("prices")), prices);
                rows = std::max(rows, prices);
            }
        }
        for (qsizetype row = 0; row < rows; ++row) {
            FormLine line{rows == 1 ? FormBlocks::tr("All tiers") : tierText(row), rows == 1 ? 0 : int(row) + 1, {}};
            for (const auto& [path, size] : lists) {
                const bool isBound = path.last() == FileKey("upto");
                line.fields.emplace_back();
                if (row < size)
                    line.fields.back() = FormField{path + QStringList(placeText(row)), isBound ? m_unit : QString()};
            }
            block.lines.push_back(std::move(line));
        }
        keep(std::move(block));
    }

    /// Tables of bands, and bands of rebates.
    void addBands() {
        const QJsonArray tables = listIn(m_file, FileKey("band_tables"));
        for (qsizetype t = 0; t < tables.size(); ++t) {
            FormBlock block{FormBlocks::tr("Table of band %1").arg(t + 1), {FormBlocks::tr("up to (inclusive)")}, {}};
            for (qsizetype i = 0; i < tables.at(t).toArray().size(); ++i)
                block.lines.push_back(
                    {tierText(i), int(i) + 1, {bound(pathTo({FileKey("band_tables"), placeText(t), placeText(i)}))}});
            keep(std::move(block));
        }
        for (qsizetype c = 0; c < m_components.size(); ++c) {
            const QJsonArray bands = listIn(m_components.at(c), FileKey("bands"));
            FormBlock block{
                formLabelOf(m_components.at(c)), {FormBlocks::tr("up to (inclusive)"), FormBlocks::tr("rebate")}, {}};
            for (qsizetype i = 0; i < bands.size(); ++i)
                block.lines.push_back(
                    {FormBlocks::tr("Band %1").arg(i + 1),
                     0,
                     {bound(pathTo({FileKey("components"), placeText(c), FileKey("bands"), placeText(i)})),
                      price(pathTo({FileKey("components"), placeText(c), FileKey("prices"), placeText(i)}))}});
            keep(std::move(block));
        }
    }

    void addQuota() {
        const QJsonArray quota = listIn(m_file, FileKey("quota"));
        for (qsizetype q = 0; q < quota.size(); ++q) {
            const QJsonObject step = quota.at(q).toObject();
            FormBlock block{FormBlocks::tr("From %1 people on").arg(step.value(FileKey("from_people")).toInt()),
                            {FormBlocks::tr("added to the limit"), FormBlocks::tr("per person")},
                            {}};
            const qsizetype add = listIn(step, FileKey("add")).size();
            const qsizetype each = listIn(step, FileKey("per_person")).size();
            for (qsizetype i = 0; i < std::max(add, each); ++i) {
                FormLine line{tierText(i), int(i) + 1, {{}, {}}};
                if (i < add)
                    line.fields[0] = bound(pathTo({FileKey("quota"), placeText(q), FileKey("add"), placeText(i)}));
                if (i < each)
                    line.fields[1] =
                        bound(pathTo({FileKey("quota"), placeText(q), FileKey("per_person"), placeText(i)}));
                block.lines.push_back(std::move(line));
            }
            keep(std::move(block));
        }
    }

    QString countedBy(const QJsonObject& component) const {
        const QString kind = component.value(FileKey("kind")).toString();
        const QString per = component.value(FileKey("per")).toString();
        if (kind == FileKey("volume") || kind == FileKey("levy") || kind == FileKey("free"))
            return FormBlocks::tr("a %1").arg(m_unit);
        if (kind == FileKey("percent"))
            return FormBlocks::tr("of what is charged");
        return kind == FileKey("fixed") ? FormBlocks::tr("per %1").arg(factText(per)) : FormBlocks::tr("per bill");
    }

    QString factText(const QString& per) const {
        static const std::pair<const char*, const char*> facts[] = {
            {"bill", QT_TRANSLATE_NOOP("FormBlocks", "bill")},
            {"month", QT_TRANSLATE_NOOP("FormBlocks", "month")},
            {"day", QT_TRANSLATE_NOOP("FormBlocks", "day")},
            {"person", QT_TRANSLATE_NOOP("FormBlocks", "person")},
            {"household", QT_TRANSLATE_NOOP("FormBlocks", "household")}};
        for (const auto& [code, text] : facts)
            if (per == FileKey(code))
                return FormBlocks::tr(text);
        return unitText(per);
    }

    /// One price whatever the tier, and prices by a fact of the account.
    void addOthers() {
        FormBlock block{FormBlocks::tr("Other charges"), {FormBlocks::tr("price")}, {}};
        for (qsizetype c = 0; c < m_components.size(); ++c) {
            const QJsonObject component = m_components.at(c).toObject();
            const QStringList at = pathTo({FileKey("components"), placeText(c)});
            const qsizetype prices = listIn(component, FileKey("prices")).size();
            const QString label = FormBlocks::tr("%1, %2").arg(formLabelOf(component), countedBy(component));
            const QStringList keys = component.value(FileKey("table")).toObject().keys();
            for (const QString& key : keys)
                block.lines.push_back(
                    {FormBlocks::tr("%1 at %2").arg(label, key), 0, {price(at + pathTo({FileKey("table"), key}))}});
            if (byTier(c) || component.contains(FileKey("bands")))
                continue;
            for (qsizetype i = 0; i < prices; ++i)
                block.lines.push_back({prices == 1 ? label : FormBlocks::tr("%1, %2").arg(label, tierText(i)),
                                       prices == 1 ? 0 : int(i) + 1,
                                       {price(at + pathTo({FileKey("prices"), placeText(i)}))}});
        }
        keep(std::move(block));
    }

    const QJsonObject& m_file;
    QString m_unit;
    QJsonArray m_components;
    qsizetype m_tiers;
    std::vector<FormBlock> m_blocks;
};

QJsonValue withTextIn(const QJsonValue& value, const QStringList& path, const QString& text) {
    if (path.isEmpty())
        return text;
    const QString& step = path.first();
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        array[step.toInt()] = withTextIn(array.at(step.toInt()), path.mid(1), text);
        return array;
    }
    QJsonObject object = value.toObject();
    object.insert(step, withTextIn(object.value(step), path.mid(1), text));
    return object;
}

/// Tiers and prices alone decide: nothing else goes by tier.
bool isPlainLadder(const QJsonObject& file) {
    if (file.value(FileKey("tier_mode")).toString() != FileKey("graduated") || file.contains(FileKey("variants")) ||
        file.contains(FileKey("quota")) || file.contains(FileKey("registers")))
        return false;
    return listIn(file, FileKey("tiers")).size() > 1;
}

QJsonObject withComponents(QJsonObject file, const std::function<void(QJsonArray& prices)>& change) {
    QJsonArray components = listIn(file, FileKey("components"));
    const qsizetype tiers = listIn(file, FileKey("tiers")).size();
    for (qsizetype c = 0; c < components.size(); ++c) {
        QJsonObject object = components.at(c).toObject();
        QJsonArray prices = listIn(object, FileKey("prices"));
        if (prices.size() == tiers)
            change(prices);
        object.insert(FileKey("prices"), prices);
        components[c] = object;
    }
    file.insert(FileKey("components"), components);
    return file;
}

} // namespace

std::vector<FormBlock> blocksOf(const QJsonObject& file) {
    return BlockMaker(file).all();
}

QString textAt(const QJsonObject& file, const QStringList& path) {
    QJsonValue value = file;
    for (const QString& step : path)
        value = value.isArray() ? value.toArray().at(step.toInt()) : value.toObject().value(step);
    return value.toString();
}

QJsonObject withText(const QJsonObject& file, const QStringList& path, const QString& text) {
    return withTextIn(file, path, text).toObject();
}

std::optional<QJsonObject> withTier(const QJsonObject& file) {
    QJsonArray tiers = listIn(file, FileKey("tiers"));
    if (!isPlainLadder(file) || tiers.size() >= Ladder::maxTiers)
        return {};
    const auto bound = [&](qsizetype tier) {
        const auto known = BilledQuantity::parse(tiers.at(tier).toObject().value(FileKey("upto")).toString());
        return known.ok() ? known->micro() : 0;
    };
    const std::int64_t last = bound(tiers.size() - 2);
    const std::int64_t width = tiers.size() > 2 ? last - bound(tiers.size() - 3) : last;
    QJsonObject longer = withComponents(file, [](QJsonArray& prices) { prices.append(prices.at(prices.size() - 1)); });
    tiers.insert(tiers.size() - 1, QJsonObject{{FileKey("upto"), BilledQuantity::ofMicro(last + width).toString()}});
    longer.insert(FileKey("tiers"), tiers);
    return longer;
}

std::optional<QJsonObject> withoutTier(const QJsonObject& file) {
    QJsonArray tiers = listIn(file, FileKey("tiers"));
    if (!isPlainLadder(file) || tiers.size() <= 2)
        return {};
    QJsonObject shorter = withComponents(file, [](QJsonArray& prices) { prices.removeLast(); });
    tiers.removeAt(tiers.size() - 2);
    shorter.insert(FileKey("tiers"), tiers);
    return shorter;
}

} // namespace meterhall::ui
