#include "ui/pages/concentrators/frame_words.h"

#include <QCoreApplication>

#include <array>

namespace meterhall::ui {

namespace {

class FrameWords {
    Q_DECLARE_TR_FUNCTIONS(FrameWords)
};

struct QuantityWords {
    const char* quantity;
    const char* words;
};
constexpr std::array<QuantityWords, 10> quantityWords{{
    {"current", QT_TRANSLATE_NOOP("FrameWords", "reading %1")},
    {"settlement", QT_TRANSLATE_NOOP("FrameWords", "settlement day %1")},
    {"current_heat", QT_TRANSLATE_NOOP("FrameWords", "heat %1")},
    {"current_cold", QT_TRANSLATE_NOOP("FrameWords", "cold %1")},
    {"power", QT_TRANSLATE_NOOP("FrameWords", "power %1")},
    {"flow", QT_TRANSLATE_NOOP("FrameWords", "flow %1")},
    {"volume", QT_TRANSLATE_NOOP("FrameWords", "volume %1")},
    {"supply_temp_c", QT_TRANSLATE_NOOP("FrameWords", "supply %1")},
    {"return_temp_c", QT_TRANSLATE_NOOP("FrameWords", "return %1")},
    {"clock", QT_TRANSLATE_NOOP("FrameWords", "clock %1")},
}};

QString valveText(const QString& valve) {
    if (valve == QLatin1String("open"))
        return FrameWords::tr("valve open");
    if (valve == QLatin1String("closed"))
        return FrameWords::tr("valve closed");
    return FrameWords::tr("valve state unclear");
}

QString valueText(const HeardFrame::Value& value) {
    if (value.quantity == QLatin1String("status"))
        return valveText(value.value);
    QString amount = value.value.isEmpty() ? FrameWords::tr("missing") : value.value;
    amount.replace(u'T', u' ');
    QString unit = value.unit;
    unit.replace(QLatin1String("m3"), QStringLiteral("m³"));
    unit.replace(QLatin1String("Cel"), QStringLiteral("°C"));
    if (!unit.isEmpty() && !value.value.isEmpty())
        amount += u' ' + unit;
    for (const QuantityWords& known : quantityWords) {
        if (value.quantity == QLatin1String(known.quantity))
            return FrameWords::tr(known.words).arg(amount);
    }
    return value.quantity + u' ' + amount;
}

QString answerText(const HeardFrame& frame) {
    if (frame.values.empty())
        return FrameWords::tr("Meter %1 answers").arg(frame.meter);
    QStringList values;
    for (const HeardFrame::Value& value : frame.values)
        values << valueText(value);
    return FrameWords::tr("Meter %1: %2").arg(frame.meter, values.join(FrameWords::tr(", ")));
}

QString questionText(const HeardFrame& frame) {
    return frame.detail == QLatin1String("901F")
               ? FrameWords::tr("Asks meter %1 for its reading").arg(frame.meter)
               : FrameWords::tr("Asks meter %1 for data %2").arg(frame.meter, frame.detail);
}

} // namespace

QString frameText(const HeardFrame& frame) {
    switch (frame.kind) {
    case HeardFrame::Kind::LogIn:
        return FrameWords::tr("%1 logs in").arg(frame.terminal);
    case HeardFrame::Kind::LogOut:
        return FrameWords::tr("%1 logs out").arg(frame.terminal);
    case HeardFrame::Kind::Heartbeat:
        return FrameWords::tr("%1 gives a sign of life").arg(frame.terminal);
    case HeardFrame::Kind::Confirmation:
        return frame.fromTerminal ? FrameWords::tr("%1 confirms").arg(frame.terminal)
                                  : FrameWords::tr("The station confirms to %1").arg(frame.terminal);
    case HeardFrame::Kind::Denial:
        return frame.fromTerminal ? FrameWords::tr("%1 refuses").arg(frame.terminal)
                                  : FrameWords::tr("The station refuses %1").arg(frame.terminal);
    case HeardFrame::Kind::Question:
        return questionText(frame);
    case HeardFrame::Kind::Order:
        return FrameWords::tr("Tells meter %1 something: %2").arg(frame.meter, frame.detail);
    case HeardFrame::Kind::Answer:
        return answerText(frame);
    case HeardFrame::Kind::MeterError:
        return FrameWords::tr("Meter %1 answers with an error").arg(frame.meter);
    case HeardFrame::Kind::NoAnswer:
        return FrameWords::tr("%1: the meter did not answer").arg(frame.terminal);
    case HeardFrame::Kind::Other:
        return FrameWords::tr("%1: another frame, %2").arg(frame.terminal, frame.detail);
    case HeardFrame::Kind::ModemWords:
        return FrameWords::tr("%1 says \"%2\"").arg(frame.terminal, frame.detail);
    case HeardFrame::Kind::Bytes:
        return FrameWords::tr("%1: bytes that are no frame").arg(frame.terminal);
    }
    return {};
}

QString frameBytesText(const HeardFrame& frame) {
    constexpr qsizetype shown = 40; // digits
    QString text;
    for (qsizetype i = 0; i < std::min(shown, frame.hex.size()); i += 2)
        text += frame.hex.mid(i, 2) + u' ';
    return frame.hex.size() > shown ? text + QChar(u'…') : text.trimmed();
}

} // namespace meterhall::ui
