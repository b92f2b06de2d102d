#include "devices/codecs/cjt188/session.h"

#include "devices/codecs/cjt188/layout.h"

#include <cstring>

namespace meterhall::cjt188 {

using devices::AtEnd;
using devices::Found;
using devices::ScanStatus;

namespace {
constexpr std::array registers{Quantity::Current,        Quantity::Settlement,  Quantity::SettlementHeatOrCold,
                               Quantity::SettlementCold, Quantity::CurrentHeat, Quantity::CurrentCold,
                               Quantity::Volume};

bool sameRegisters(const Data& a, const Data& b) {
    return std::all_of(registers.begin(), registers.end(), [&](Quantity quantity) {
        const Item* one = a.find(quantity);
        const Item* other = b.find(quantity);
        if (!one || !other)
            return one == other;
        return one->raw == other->raw;
    });
}

bool holdsRegisters(const Data& data) {
    return std::any_of(registers.begin(), registers.end(), [&](Quantity quantity) { return data.find(quantity); });
}

// Flows, temperatures and hours move on between two answers; registers and everything that is not metering stand.
bool saySame(const Frame& a, const Data& aData, const Frame& b, const Data& bData) {
    if (a.address != b.address || aData.di != bData.di || aData.payloadSize != bData.payloadSize)
        return false;
    if (holdsRegisters(aData))
        return sameRegisters(aData, bData);
    const ByteView one = aData.payloadOf(a);
    const ByteView other = bData.payloadOf(b);
    return std::equal(one.begin(), one.end(), other.begin(), other.end());
}

bool sameStatus(const StatusReading& a, const StatusReading& b) {
    return a.sent == b.sent && a.valve == b.valve && a.batteryLow == b.batteryLow;
}

// Two clocks must have run as long as the time between the answers, give or take what a slow line takes.
bool clocksAgree(const ClockReading& a, const ClockReading& b, Duration between) {
    constexpr std::int64_t tolerance = 120;
    constexpr std::int64_t millisecondsPerSecond = 1000;
    if (!a.sent && !b.sent)
        return true;
    if (a.valid != b.valid)
        return false;
    if (!a.valid)
        return true;
    const std::int64_t ran = b.civilSeconds() - a.civilSeconds() - between.inMilliseconds() / millisecondsPerSecond;
    return ran >= -tolerance && ran <= tolerance;
}

bool isBelow(Decimal a, Decimal b) {
    const int scale = std::max(a.scale, b.scale);
    return Int128(a.digits) * powerOfTen(scale - a.scale) < Int128(b.digits) * powerOfTen(scale - b.scale);
}
} // namespace

bool outlivesConfirmation(Doubt doubt) {
    switch (doubt) {
    // What the meter says twice is what it says: its clock is bad, its status bits are its maker's own.
    case Doubt::ClockInvalid:
    case Doubt::ReservedStatusBits:
    case Doubt::SerialDiffers:
    case Doubt::Contradicted:
    case Doubt::Unconfirmed:
        return false;
    case Doubt::NotInterpreted:
    case Doubt::LayoutVendorDependent:
    case Doubt::ValueNotDigits:
    case Doubt::UnitUnknown:
    case Doubt::UnitUnexpected:
    case Doubt::UnitsDiffer:
    case Doubt::SettlementAboveCurrent:
    case Doubt::TypeDiffers:
    case Doubt::OutOfRange:
    case Doubt::MoreFollows:
        return true;
    }
    return true;
}

bool Answer::billable() const {
    return data.interpreted && data.doubts.none();
}

Result<ByteView> Session::request(const Request& request, const Model& model, const ReadPolicy& policy, Instant now) {
    if (m_running)
        return CjtError::Busy;
    m_request = request;
    m_model = model;
    m_policy = policy;
    m_sends = 0;
    m_candidateCount = 0;
    m_in.clear();
    m_answer = Answer();
    // A write may have been done although its answer was lost: it is never sent twice.
    m_triesLeft = request.isWrite() ? 1 : std::max(1, m_timing.tries);
    MH_CHECK(send(now));
    m_running = true;
    return m_out.bytes();
}

Result<void> Session::send(Instant now) {
    const std::uint8_t serial = m_nextSerial;
    m_out.clear();
    MH_CHECK(encodeRequest(m_request, m_model, serial, m_out));
    ++m_nextSerial;
    m_serials[m_sends++] = serial;
    --m_triesLeft;
    m_replyBy = now + m_timing.replyTimeout;
    return {};
}

Session::Event Session::receive(ByteView bytes, Instant now) {
    if (!m_running) {
        m_counters.garbage += static_cast<std::uint32_t>(bytes.size());
        return {};
    }
    if (!bytes.empty())
        m_lastByte = now;
    Event event;
    do {
        if (m_in.isFull())
            m_in.drop(1); // nothing in four frames' worth of bytes was whole: the first candidate is a false start
        bytes = bytes.subspan(m_in.take(bytes));
        event = scan(AtEnd::MoreMayCome, now);
    } while (event.what == Happened::Nothing && !bytes.empty());
    // What came behind the answer belongs to no question of ours, unless a second one has just been asked.
    const std::size_t kept = m_running ? m_in.take(bytes) : 0;
    m_counters.garbage += static_cast<std::uint32_t>(bytes.size() - kept);
    return event;
}

Session::Event Session::scan(AtEnd atEnd, Instant now) {
    while (m_running) {
        const Found found = findFrame(m_in.bytes(), atEnd);
        m_counters.garbage += static_cast<std::uint32_t>(found.offset);
        if (found.status == ScanStatus::NotFound) {
            m_in.drop(found.offset);
            return {};
        }
        m_in.drop(found.offset);
        if (found.status == ScanStatus::NeedMore)
            return lookBehindFalseStart(now);
        const Event event = handle(viewFrame(m_in.bytes().first(found.size)), now);
        m_in.drop(std::min(found.size, m_in.size()));
        if (event.what != Happened::Nothing)
            return event;
    }
    return {};
}

// A 68 in noise can claim up to 268 bytes. The answer to our question is not kept waiting behind it.
Session::Event Session::lookBehindFalseStart(Instant now) {
    std::size_t from = 1;
    while (m_running && from < m_in.size()) {
        const Found found = findFrame(m_in.bytes().subspan(from), AtEnd::NothingFollows);
        if (!found.isFrame())
            return {};
        const Frame frame = viewFrame(m_in.bytes().subspan(from + found.offset, found.size));
        const Data data = decodeData(frame, m_model, m_request.di());
        from += found.end();
        if (!isAnswer(frame, data))
            continue;
        const Event event = handle(frame, now);
        m_counters.garbage += static_cast<std::uint32_t>(from - found.size);
        m_in.drop(std::min(from, m_in.size()));
        if (event.what != Happened::Nothing)
            return event;
        from = 1;
    }
    return {};
}

Session::Event Session::handle(const Frame& frame, Instant now) {
    if (!frame.control.isReply()) {
        ++m_counters.echoes;
        return {};
    }
    const Data data = decodeData(frame, m_model, m_request.di());
    if (!isAnswer(frame, data)) {
        ++m_counters.strangers;
        return {};
    }
    if (data.isErrorReply)
        return finish(Happened::Refused, frame, data);
    return weigh(frame, data, now);
}

bool Session::isAnswer(const Frame& frame, const Data& data) const {
    const bool askedAll = m_request.address().isBroadcast();
    const bool addressFits = askedAll ? !frame.address.isBroadcast() : frame.address == m_request.address();
    if (!frame.control.isReply() || !addressFits || frame.control.function() != m_request.control().function())
        return false;
    if (data.isErrorReply)
        return serialIsOurs(data);
    if (!data.hasDi || data.di != m_request.di() || !serialIsOurs(data))
        return false;
    bool known = false;
    findLayout(frame.control.function(), Direction::Reply, data.di, data.payloadSize, &known);
    return data.interpreted || !known;
}

bool Session::serialIsOurs(const Data& data) const {
    const bool carriesSerial = m_model.sendsSerial || m_request.isWrite();
    if (!m_model.echoesSerial || !carriesSerial)
        return true;
    // Error replies of other shapes than SER + ST hide their SER; they end the exchange, and carry no reading.
    if (!data.hasSerial)
        return data.isErrorReply;
    const auto sent = std::span(m_serials).first(m_sends);
    return std::find(sent.begin(), sent.end(), data.serial) != sent.end();
}

void Session::judgeRange(Data& data) const {
    if (!m_policy.range)
        return;
    const Item* heat = data.find(Quantity::CurrentHeat);
    const Item* current = heat ? heat : data.find(Quantity::Current);
    if (!current || !current->available)
        return;
    if (isBelow(current->value, m_policy.range->low) || isBelow(m_policy.range->high, current->value))
        data.doubts.add(Doubt::OutOfRange);
}

bool Session::isRepetition(const Frame& frame) const {
    const auto seen = std::span(m_candidates).first(m_candidateCount);
    return std::any_of(seen.begin(), seen.end(), [&](const Candidate& candidate) {
        const ByteView bytes = candidate.frame.bytes();
        return std::equal(bytes.begin(), bytes.end(), frame.bytes.begin(), frame.bytes.end());
    });
}

// The agreement rule: the same meter; every register digit for digit, with its unit; valve and battery; and clocks that
// have run as long as the time between the two answers.
bool Session::isConfirmed(const Frame& frame, const Data& data, Instant now) const {
    const auto seen = std::span(m_candidates).first(m_candidateCount);
    return std::any_of(seen.begin(), seen.end(), [&](const Candidate& candidate) {
        const Frame other = viewFrame(candidate.frame.bytes());
        return saySame(other, candidate.data, frame, data) && sameStatus(candidate.data.status, data.status) &&
               clocksAgree(candidate.data.clock, data.clock, now - candidate.at);
    });
}

Session::Event Session::weigh(const Frame& frame, Data data, Instant now) {
    if (m_request.isWrite()) {
        ++m_answer.answers;
        return finish(Happened::Answered, frame, data);
    }
    if (isRepetition(frame) && !m_model.answersMayRepeat) {
        ++m_counters.duplicates;
        return {};
    }
    ++m_answer.answers;
    judgeRange(data);
    if (isConfirmed(frame, data, now))
        return confirm(frame, data);
    const bool isFirst = m_candidateCount == 0;
    if (isFirst && m_policy.confirmation == Confirmation::WhenDoubtful && data.doubts.none())
        return finish(Happened::Answered, frame, data);
    Candidate& candidate = m_candidates[m_candidateCount++];
    candidate.frame.clear();
    (void)candidate.frame.append(frame.bytes);
    candidate.data = data;
    candidate.at = now;
    const int wanted = m_policy.confirmation == Confirmation::Never ? 1 : m_policy.maxAnswers;
    if (int(m_candidateCount) >= std::clamp(wanted, 1, int(maxCandidates)))
        return giveUp();
    m_triesLeft = std::max(1, m_timing.tries);
    return sendAgain(now);
}

Session::Event Session::confirm(const Frame& frame, Data data) {
    for (const Doubt lifted : {Doubt::ClockInvalid, Doubt::ReservedStatusBits, Doubt::SerialDiffers})
        data.doubts.remove(lifted);
    m_answer.confirmed = true;
    return finish(Happened::Answered, frame, data);
}

Session::Event Session::sendAgain(Instant now) {
    if (m_sends >= maxSends || m_triesLeft <= 0 || !send(now).ok())
        return giveUp();
    return {.what = Happened::Send, .bytes = m_out.bytes()};
}

Session::Event Session::finish(Happened what, const Frame& frame, const Data& data) {
    m_running = false;
    FrameBuffer copy;
    (void)copy.append(frame.bytes);
    m_answer.frame = copy;
    m_answer.address = frame.address;
    m_answer.meterType = frame.meterType;
    m_answer.data = data;
    m_answer.sends = int(m_sends);
    return {.what = what};
}

// The last answer heard is handed out, in doubt: it is kept and shown, and nothing may be billed on it.
Session::Event Session::giveUp() {
    if (m_candidateCount == 0) {
        m_running = false;
        return {.what = Happened::TimedOut, .outcomeUnknown = m_request.isWrite()};
    }
    const Candidate& last = m_candidates[m_candidateCount - 1];
    Data data = last.data;
    data.doubts.add(Doubt::Unconfirmed);
    if (m_candidateCount > 1)
        data.doubts.add(Doubt::Contradicted);
    return finish(Happened::Answered, viewFrame(last.frame.bytes()), data);
}

Session::Event Session::tick(Instant now) {
    if (!m_running || now < m_replyBy)
        return {};
    // Bytes are still coming: the frame they belong to gets the time of a second answer, and no more.
    const bool flowing = !m_in.isEmpty() && now - m_lastByte < m_timing.byteGap;
    if (flowing && now < m_replyBy + m_timing.replyTimeout)
        return {};
    if (const Event event = scan(AtEnd::NothingFollows, now); event.what != Happened::Nothing)
        return event;
    return sendAgain(now);
}

std::optional<Instant> Session::deadline() const {
    if (!m_running)
        return std::nullopt;
    const Instant gapEnds = m_lastByte + m_timing.byteGap;
    if (!m_in.isEmpty() && gapEnds > m_replyBy)
        return std::min(gapEnds, m_replyBy + m_timing.replyTimeout);
    return m_replyBy;
}

void Session::cancel() {
    m_running = false;
    m_in.clear();
}

} // namespace meterhall::cjt188
