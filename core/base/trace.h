#pragma once

#include "core/base/result.h"

#include <QJsonObject>

#include <optional>
#include <span>
#include <vector>

namespace meterhall {

/// What a leaf of a derivation is; the words of the JSON form are these names in lower case.
enum class LeafKind : std::uint8_t { Reading, Bound, Price, Factor, Date, People, Policy, Arrears };

/// To whole multiples of `step` ("0.01", "1") by `mode` ("half_up"). Text, so that whoever reads a trace needs neither
/// our currencies nor our rounding.
struct TraceRounding {
    QString step;
    QString mode;
};

/// How a number was derived: leaves say where they come from, nodes what was done to their arguments. Written while
/// the amount is computed (core/tariffs/derivation.h), judged by core/proof, shown by the explain panel.
///
/// JSON: a leaf is {"kind","value","source"}, a node {"op","args","rounding"?,"value"}, numbers are decimal strings,
/// a rounding is {"step","mode"}. A node that serves twice is written out twice.
///
/// Operations: add, subtract, multiply, divide, sum (any number of arguments), round (one), and `given`: its value
/// is that of the first argument, every further one is a margin that must not be negative ("these 80 m3 are tier 1,
/// given that its bound is 20 m3 away"). So whatever decided how an amount was computed stands in the tree, and no
/// leaf can change without some node's value changing.
class Trace {
public:
    /// Index of an entry. Arguments stand before the node that uses them.
    using Node = std::uint32_t;
    static constexpr Node none = 0xFFFFFFFF;

    struct Entry {
        QString operation; ///< empty for a leaf
        LeafKind kind;     ///< of a leaf
        QString value;
        QString source; ///< of a leaf
        std::vector<Node> arguments;
        std::optional<TraceRounding> rounding;

        bool isLeaf() const { return operation.isEmpty(); }
    };

    Node leaf(LeafKind kind, QString value, QString source);
    Node node(QString operation, std::span<const Node> arguments, QString value,
              std::optional<TraceRounding> rounding = {});
    void setRoot(Node root) { m_root = root; }

    /// `none` when nothing was derived.
    Node root() const { return m_root; }
    std::span<const Entry> entries() const { return m_entries; }
    const Entry& operator[](Node node) const { return m_entries[node]; }

    /// An empty object when nothing was derived.
    QJsonObject toJson() const;
    /// Refuses what has another shape, more than maxEntries entries or more than maxDepth levels.
    static Result<Trace> fromJson(const QJsonObject& json);

    static constexpr std::size_t maxEntries = 100'000;
    static constexpr int maxDepth = 64;

private:
    QJsonObject toJson(Node node) const;
    Result<Node> append(const QJsonObject& json, int depth);

    std::vector<Entry> m_entries;
    Node m_root = none;
};

METERHALL_ERRORS(TraceError, "trace", NotATrace, TooBig, UnknownLeafKind)

} // namespace meterhall
