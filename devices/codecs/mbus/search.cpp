#include "devices/codecs/mbus/search.h"

#include <algorithm>

namespace meterhall::mbus {

using devices::AtEnd;

namespace {
// Our own frames come back on many adapters.
ByteView withoutEchoes(ByteView bytes) {
    while (true) {
        const auto found = findFrame(bytes, AtEnd::NothingFollows);
        const bool isOurs = found.isFrame() && found.offset == 0 && found.size > 1 &&
                            viewFrame(bytes.first(found.size)).control.isFromMaster();
        if (!isOurs)
            return bytes;
        bytes = bytes.subspan(found.size);
    }
}
} // namespace

Search::Search(const SecondaryAddress& pattern, const SearchOptions& options)
    : m_options(options)
    , m_pattern(pattern) {
    constexpr int topShift = 28;
    constexpr int bitsPerDigit = 4;
    for (int shift = topShift; shift >= 0; shift -= bitsPerDigit) {
        if ((pattern.id >> shift & 15U) == 15U)
            m_places.push_back({Place::Digit, shift});
    }
    if (pattern.medium == 0xFF)
        m_places.push_back({Place::Medium});
    if (pattern.version == 0xFF)
        m_places.push_back({Place::Version});
    begin();
}

void Search::begin() {
    m_phase = Phase::Selecting;
    m_triesLeft = std::max(1, m_options.tries);
}

ByteView Search::next() {
    if (isFinished())
        return {};
    m_out.clear();
    const Request request =
        m_phase == Phase::Selecting ? Request::select(m_pattern) : Request::readData(selectedAddress);
    // A selection begins the link anew: its first question has FCB 1, and a repeated one too.
    const auto encoded = request.encode(true, m_out);
    Q_ASSERT(encoded.ok());
    ++m_probes;
    --m_triesLeft;
    return m_out.bytes();
}

Search::Heard Search::classify(ByteView heard, std::optional<Header>& header) const {
    const ByteView answer = withoutEchoes(heard);
    if (answer.empty())
        return Heard::Nothing;
    if (m_phase == Phase::Selecting)
        return answer.size() == 1 && answer[0] == singleCharacter ? Heard::One : Heard::Collision;
    const auto frame = parseFrame(answer);
    if (!frame.ok() || !frame->hasUserData())
        return Heard::Collision;
    const auto application = readApplication(*frame);
    if (application.ok())
        header = application->header;
    return Heard::One;
}

Search::Heard Search::take(ByteView heard) {
    if (isFinished())
        return Heard::Nothing;
    std::optional<Header> header;
    const Heard answer = classify(heard, header);
    if (answer == Heard::Nothing && m_triesLeft > 0)
        return answer;
    if (m_phase == Phase::Selecting && answer == Heard::One) {
        m_phase = Phase::Asking;
        m_triesLeft = std::max(1, m_options.tries);
        return answer;
    }
    if (m_phase == Phase::Selecting && answer == Heard::Nothing) {
        nextSibling();
        return answer;
    }
    if (m_phase == Phase::Selecting || answer != Heard::One) {
        // Silence behind an E5: several meters that drown each other, too.
        descend();
        return Heard::Collision;
    }
    // A meter without a full header is known by its id, or by nothing but what was asked.
    SecondaryAddress meter = m_pattern;
    if (header && header->kind == HeaderKind::Long)
        meter = SecondaryAddress::of(*header);
    if (header && header->kind == HeaderKind::Fixed)
        meter.id = header->id;
    if (std::find(m_found.begin(), m_found.end(), meter) == m_found.end())
        m_found.push_back(meter);
    nextSibling();
    return answer;
}

int Search::lastValue(const Level& level) const {
    constexpr int lastDecimal = 9;
    constexpr int lastHex = 14;
    constexpr int lastByte = 0xFE;
    if (level.place != Place::Digit)
        return lastByte;
    return m_options.hexDigits ? lastHex : lastDecimal;
}

void Search::put(const Level& level, int value) {
    switch (level.place) {
    case Place::Digit:
        m_pattern.id = (m_pattern.id & ~(15U << level.shift)) | std::uint32_t(value) << level.shift;
        break;
    case Place::Medium:
        m_pattern.medium = static_cast<std::uint8_t>(value);
        break;
    case Place::Version:
        m_pattern.version = static_cast<std::uint8_t>(value);
        break;
    }
}

void Search::descend() {
    if (m_depth == m_places.size()) {
        m_unresolved.push_back(m_pattern);
        nextSibling();
        return;
    }
    Level& level = m_places[m_depth++];
    level.value = 0;
    put(level, 0);
    begin();
}

void Search::nextSibling() {
    constexpr int wildDigit = 15;
    constexpr int wildByte = 0xFF;
    while (m_depth > 0) {
        Level& level = m_places[m_depth - 1];
        if (level.value < lastValue(level)) {
            put(level, ++level.value);
            begin();
            return;
        }
        put(level, level.place == Place::Digit ? wildDigit : wildByte);
        --m_depth;
    }
    m_phase = Phase::Finished;
}

} // namespace meterhall::mbus
