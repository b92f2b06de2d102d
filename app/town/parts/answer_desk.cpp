#include "app/town/parts/answer_desk.h"

#include "app/town/parts/machine_clock.h"

namespace meterhall::town {

namespace {
// One byte of the frame becomes another; the wake bytes in front belong to nobody.
Bytes withOneByteChanged(Bytes bytes, Dice& dice) {
    std::size_t from = 0;
    while (from + 1 < bytes.size() && bytes[from] == 0xFE)
        ++from;
    const auto at = from + static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(bytes.size() - from)));
    bytes[at] = static_cast<std::uint8_t>(bytes[at] ^ dice.between(1, 255));
    return bytes;
}

std::size_t somewhereInside(const Bytes& bytes, Dice& dice) {
    return 1 + static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(bytes.size()) - 1));
}
} // namespace

AnswerDesk::AnswerDesk(Line& line, Uplink& uplink, int terminal, int meterTimeoutMs, QObject* parent)
    : QObject(parent)
    , m_line(line)
    , m_uplink(uplink)
    , m_terminal(terminal)
    , m_meterTimeoutMs(meterTimeoutMs) {
    m_pace.setSingleShot(true);
    m_pace.setTimerType(Qt::PreciseTimer);
    m_lateTimer.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &AnswerDesk::speak);
    connect(&m_lateTimer, &QTimer::timeout, this, &AnswerDesk::sendLate);
}

bool AnswerDesk::take(LineRequest request) {
    if (m_waiting.size() >= longestQueue)
        return false;
    m_waiting.push_back(std::move(request));
    startNext();
    return true;
}

void AnswerDesk::forget() {
    m_waiting.clear();
    m_current.reset();
    if (const auto unsaid = std::exchange(m_coming, std::nullopt)) {
        QJsonObject record = unsaid->record;
        record.insert(QStringLiteral("where"), QStringLiteral("terminal"));
        m_line.truth().write(machineNow(), unsaid->meter, "lost", record);
    }
    m_late.clear();
    m_pace.stop();
    m_lateTimer.stop();
}

void AnswerDesk::startNext() {
    if (m_current || m_waiting.empty())
        return;
    m_current = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_coming = m_line.ask(m_terminal, m_current->port, m_current->bytes, machineNow());
    m_pace.start(m_coming ? m_coming->delayMs : m_meterTimeoutMs);
}

void AnswerDesk::speak() {
    const LineRequest request = *std::exchange(m_current, std::nullopt);
    auto utterance = std::exchange(m_coming, std::nullopt);
    if (utterance) {
        sendLate();
        deliver(std::move(*utterance), request);
    } else if (!request.whenSilent.empty()) {
        m_uplink.send({request.whenSilent, 0, 0, {}});
    }
    startNext();
}

void AnswerDesk::deliver(Utterance utterance, const LineRequest& request) {
    Dice& dice = utterance.dice;
    Parcel parcel;
    QJsonObject record = utterance.record;
    if (utterance.mishap != Mishap::None)
        record.insert(QStringLiteral("fault"), QLatin1String(nameOf(utterance.mishap)));
    bool intact = true;
    switch (utterance.mishap) {
    case Mishap::None:
    case Mishap::Lost: // never comes this far
        parcel.bytes = request.wrapped(utterance.bytes);
        break;
    case Mishap::LateDuplicate:
        parcel.bytes = request.wrapped(utterance.bytes);
        keepForLater(utterance, parcel.bytes);
        break;
    case Mishap::Corrupt: {
        const bool shell = request.wraps && dice.oneIn(4);
        parcel.bytes = shell ? withOneByteChanged(request.wrapped(utterance.bytes), dice)
                             : request.wrapped(withOneByteChanged(utterance.bytes, dice));
        intact = false;
        break;
    }
    case Mishap::Torn: {
        parcel.bytes = request.wrapped(utterance.bytes);
        if (dice.below(5) < 3) { // two pieces, all of it arrives
            parcel.firstPiece = somewhereInside(parcel.bytes, dice);
            parcel.pauseMs = static_cast<int>(dice.between(5, 60));
            break;
        }
        intact = false;
        if (request.wraps && dice.oneIn(2)) { // cut on the meter's line, inside a sound shell
            utterance.bytes.resize(somewhereInside(utterance.bytes, dice));
            parcel.bytes = request.wrapped(utterance.bytes);
        } else {
            parcel.bytes.resize(somewhereInside(parcel.bytes, dice));
        }
        break;
    }
    }
    record.insert(QStringLiteral("intact"), intact);
    put(std::move(parcel), utterance.meter, record);
}

void AnswerDesk::put(Parcel parcel, const QString& meter, QJsonObject record) {
    record.insert(QStringLiteral("wire"), toHex(parcel.bytes));
    parcel.written = [this, meter, record](bool left) {
        QJsonObject said = record;
        if (!left)
            said.insert(QStringLiteral("where"), QStringLiteral("uplink"));
        m_line.truth().write(machineNow(), meter, left ? "sent" : "lost", said);
    };
    m_uplink.send(std::move(parcel));
}

// The second copy waits until the terminal is about to carry another answer, so that the master station has already
// gone on; without one it comes by itself a little later.
void AnswerDesk::keepForLater(const Utterance& utterance, Bytes wire) {
    Late late{std::move(wire), utterance.meter, utterance.record};
    late.record.insert(QStringLiteral("fault"), QStringLiteral("late_duplicate"));
    late.record.insert(QStringLiteral("repeat"), true);
    late.record.insert(QStringLiteral("intact"), true);
    m_late.push_back(std::move(late));
    constexpr int longestWaitMs = 400;
    m_lateTimer.start(longestWaitMs);
}

void AnswerDesk::sendLate() {
    m_lateTimer.stop();
    while (!m_late.empty()) {
        Late late = std::move(m_late.front());
        m_late.pop_front();
        put({std::move(late.bytes), 0, 0, {}}, late.meter, late.record);
    }
}

} // namespace meterhall::town
