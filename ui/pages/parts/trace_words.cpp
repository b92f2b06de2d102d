#include "ui/pages/parts/trace_words.h"

#include "core/base/decimal.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace meterhall::ui {

namespace {

constexpr int comparedDecimals = 12;

enum class Means : std::uint8_t { Nothing, Meter, Component };

/// A sentence of the derivation (core/tariffs, core/billing) with %1 and %2 where names stand.
struct Sentence {
    const char* english;
    Means first = Means::Nothing;
};

// Longer ones first where one is the beginning of another.
constexpr std::array sentences{
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "price of %1, tier %2, %3"), Means::Component},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "price of %1, %2"), Means::Component},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "rate of %1, tier %2"), Means::Component},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "rate of %1"), Means::Component},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "tax rate of %1"), Means::Component},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "number for %1, per %2"), Means::Component},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "factor of %1, %2"), Means::Component},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "limit of the total: %1"), Means::Component},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "share of the volume for %1"), Means::Component},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "upper bound of band %1 of %2")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "upper bound of tier %1 of band %2")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "upper bound of tier %1")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "bound without people of tier %1")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "addition to the bound of tier %1")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "addition per person of tier %1")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "the table of a band begins at nothing")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "people counted for the ladder")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "people the bound already holds for")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "months with %1 people")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "homes behind the meter")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "months or days the ladder holds for")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "months or days its bounds are stated for")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "free quantity")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "use of which nothing is charged")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "what is free is given back")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "a rebate is given back")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "meter %1, %2: dial billed up to"), Means::Meter},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "meter %1, %2: dial read"), Means::Meter},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "meter %1, %2: multiplier"), Means::Meter},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "meter %1, %2: range of the dial, which rolled over"), Means::Meter},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "nothing counted, %1")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "days from %1 to %2")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "no register is billed")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "position on the ladder before this bill, %1")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "no ladder window")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "share of the use")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "all of the use")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "counted by the sub-meter")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "agreed quantity")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "counted by the master meter")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "counted by the meters behind it")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "loss where the meters behind counted more")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "weight of all who share the loss")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "weight up to this account")},
    Sentence{QT_TRANSLATE_NOOP("TraceWords", "weight before this account")},
};

/// The sentence as a pattern whose groups are the names.
QRegularExpression patternOf(const Sentence& sentence) {
    QString pattern = QRegularExpression::escape(QString::fromUtf8(sentence.english));
    for (const char* place : {"%1", "%2", "%3"})
        pattern.replace(QRegularExpression::escape(QString::fromUtf8(place)), QStringLiteral("(.*?)"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

const std::vector<QRegularExpression>& patterns() {
    static const std::vector<QRegularExpression> all = [] {
        std::vector<QRegularExpression> made;
        made.reserve(sentences.size());
        for (const Sentence& sentence : sentences)
            made.push_back(patternOf(sentence));
        return made;
    }();
    return all;
}

struct Found {
    const Sentence* sentence = nullptr;
    QStringList names{};
};

Found sentenceOf(const QString& english) {
    for (std::size_t at = 0; at < sentences.size(); ++at) {
        const auto match = patterns()[at].match(english);
        if (match.hasMatch())
            return {&sentences[at], match.capturedTexts().mid(1)};
    }
    return {};
}

QString signOf(const QString& operation) {
    if (operation == QLatin1String("subtract"))
        return QStringLiteral(" − ");
    if (operation == QLatin1String("multiply"))
        return QStringLiteral(" × ");
    if (operation == QLatin1String("divide"))
        return QStringLiteral(" ÷ ");
    return QStringLiteral(" + ");
}

/// Products are kept to the sixth decimal or finer; that is no rounding anybody would want to read about.
bool isCoarse(const TraceRounding& rounding) {
    const auto step = parseScaled128(rounding.step, comparedDecimals);
    constexpr std::int64_t finest = 1'000'000;
    return step.ok() && *step > finest;
}

/// As the trace has it: money with its decimals, the rest without needless ones.
QString figure(QString text) {
    return text.replace(u'-', QChar(0x2212));
}

} // namespace

TraceWords::TraceWords(Names meterNumber, Names label)
    : m_meterNumber(std::move(meterNumber))
    , m_label(std::move(label)) {}

bool TraceWords::knows(const QString& english) {
    return sentenceOf(english).sentence != nullptr;
}

QString TraceWords::source(const QString& english) const {
    const Found found = sentenceOf(english);
    if (!found.sentence)
        return english;
    QString words = QCoreApplication::translate("TraceWords", found.sentence->english);
    for (qsizetype at = 0; at < found.names.size(); ++at) {
        QString name = found.names[at];
        if (at == 0 && found.sentence->first == Means::Meter)
            name = m_meterNumber(name);
        if (at == 0 && found.sentence->first == Means::Component)
            name = m_label(name);
        words.replace(QStringLiteral("%%1").arg(at + 1), name);
    }
    static const QRegularExpression nothingBehind(QStringLiteral("[,，]\\s*$")); // a tariff without a price order
    return words.remove(nothingBehind);
}

QString TraceWords::line(const Trace& trace, Trace::Node node) const {
    const Trace::Entry& entry = trace[derivedNode(trace, node)];
    if (entry.isLeaf())
        return QStringLiteral("%1  %2").arg(figure(entry.value), source(entry.source));
    QStringList parts;
    for (const Trace::Node argument : entry.arguments)
        parts << figure(trace[argument].value);
    QString sum = parts.join(signOf(entry.operation));
    if (entry.rounding && isCoarse(*entry.rounding))
        sum = (entry.rounding->mode == QLatin1String("down")
                   ? QCoreApplication::translate("TraceWords", "%1, cut to whole %2")
                   : QCoreApplication::translate("TraceWords", "%1, rounded to %2"))
                  .arg(sum, entry.rounding->step);
    return QStringLiteral("%1 = %2").arg(figure(entry.value), sum);
}

QString TraceWords::condition(const Trace& trace, Trace::Node margin) const {
    return QCoreApplication::translate("TraceWords", "because: %1").arg(line(trace, margin));
}

Trace::Node derivedNode(const Trace& trace, Trace::Node node) {
    const auto saysNothing = [&trace](const Trace::Entry& entry) {
        if (entry.operation != QLatin1String("round"))
            return entry.operation == QLatin1String("given");
        const auto before = parseScaled128(trace[entry.arguments.front()].value, comparedDecimals);
        const auto after = parseScaled128(entry.value, comparedDecimals);
        return before.ok() && after.ok() && *before == *after;
    };
    while (saysNothing(trace[node]))
        node = trace[node].arguments.front();
    return node;
}

std::vector<Trace::Node> conditionsOf(const Trace& trace, Trace::Node node) {
    std::vector<Trace::Node> margins;
    for (const Trace::Node last = derivedNode(trace, node); node != last; node = trace[node].arguments.front()) {
        const auto& arguments = trace[node].arguments;
        margins.insert(margins.end(), arguments.begin() + 1, arguments.end());
    }
    return margins;
}

} // namespace meterhall::ui
