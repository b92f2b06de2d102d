#include "core/base/trace.h"

#include <QJsonArray>

#include <array>

namespace meterhall {

namespace {
constexpr std::array<QLatin1StringView, 8> leafCodes = {QLatin1StringView("reading"), QLatin1StringView("bound"),
                                                        QLatin1StringView("price"),   QLatin1StringView("factor"),
                                                        QLatin1StringView("date"),    QLatin1StringView("people"),
                                                        QLatin1StringView("policy"),  QLatin1StringView("arrears")};

Result<LeafKind> parseLeafKind(const QString& code) {
    const auto found = std::find(leafCodes.begin(), leafCodes.end(), code);
    if (found == leafCodes.end())
        return Error(TraceError::UnknownLeafKind, {code.left(40)});
    return static_cast<LeafKind>(found - leafCodes.begin());
}

Result<QString> textOf(const QJsonObject& json, QLatin1StringView key) {
    const QJsonValue value = json.value(key);
    if (!value.isString())
        return Error(TraceError::NotATrace, {key});
    return value.toString();
}

Result<std::optional<TraceRounding>> roundingOf(const QJsonObject& json) {
    const QJsonValue value = json.value(QLatin1StringView("rounding"));
    if (value.isUndefined())
        return std::optional<TraceRounding>();
    MH_TRY(QString step, textOf(value.toObject(), QLatin1StringView("step")));
    MH_TRY(QString mode, textOf(value.toObject(), QLatin1StringView("mode")));
    return std::optional(TraceRounding{std::move(step), std::move(mode)});
}
} // namespace

Trace::Node Trace::leaf(LeafKind kind, QString value, QString source) {
    m_entries.push_back({{}, kind, std::move(value), std::move(source), {}, {}});
    return static_cast<Node>(m_entries.size() - 1);
}

Trace::Node Trace::node(QString operation, std::span<const Node> arguments, QString value,
                        std::optional<TraceRounding> rounding) {
    Q_ASSERT(!operation.isEmpty());
    m_entries.push_back(
        {std::move(operation), {}, std::move(value), {}, {arguments.begin(), arguments.end()}, std::move(rounding)});
    return static_cast<Node>(m_entries.size() - 1);
}

QJsonObject Trace::toJson() const {
    return m_root == none ? QJsonObject() : toJson(m_root);
}

QJsonObject Trace::toJson(Node node) const {
    const Entry& entry = m_entries[node];
    if (entry.isLeaf())
        return {{QStringLiteral("kind"), leafCodes[static_cast<std::size_t>(entry.kind)]},
                {QStringLiteral("value"), entry.value},
                {QStringLiteral("source"), entry.source}};
    QJsonArray arguments;
    for (const Node argument : entry.arguments)
        arguments.append(toJson(argument));
    QJsonObject json{{QStringLiteral("op"), entry.operation},
                     {QStringLiteral("args"), arguments},
                     {QStringLiteral("value"), entry.value}};
    if (entry.rounding)
        json.insert(QStringLiteral("rounding"), QJsonObject{{QStringLiteral("step"), entry.rounding->step},
                                                            {QStringLiteral("mode"), entry.rounding->mode}});
    return json;
}

Result<Trace> Trace::fromJson(const QJsonObject& json) {
    Trace trace;
    MH_TRY(trace.m_root, trace.append(json, 1));
    return trace;
}

Result<Trace::Node> Trace::append(const QJsonObject& json, int depth) {
    if (depth > maxDepth || m_entries.size() >= maxEntries)
        return TraceError::TooBig;
    MH_TRY(QString value, textOf(json, QLatin1StringView("value")));
    if (!json.contains(QLatin1StringView("op"))) {
        MH_TRY(const QString code, textOf(json, QLatin1StringView("kind")));
        MH_TRY(const LeafKind kind, parseLeafKind(code));
        MH_TRY(QString source, textOf(json, QLatin1StringView("source")));
        return leaf(kind, std::move(value), std::move(source));
    }
    MH_TRY(QString operation, textOf(json, QLatin1StringView("op")));
    const QJsonValue list = json.value(QLatin1StringView("args"));
    if (operation.isEmpty() || !list.isArray())
        return Error(TraceError::NotATrace, {operation.left(40)});
    std::vector<Node> arguments;
    for (const QJsonValue argument : list.toArray()) {
        MH_TRY(const Node node, append(argument.toObject(), depth + 1));
        arguments.push_back(node);
    }
    MH_TRY(auto rounding, roundingOf(json));
    return node(std::move(operation), arguments, std::move(value), std::move(rounding));
}

} // namespace meterhall
