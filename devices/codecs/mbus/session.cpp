#include "devices/codecs/mbus/session.h"

#include <algorithm>
#include <cstring>

namespace meterhall::mbus {

using devices::AtEnd;
using devices::Found;
using devices::ScanStatus;

namespace {
// A repeated telegram differs in its access number only.
bool saySame(ByteView a, ByteView b) {
    const auto one = readApplication(viewFrame(a));
    const auto other = readApplication(viewFrame(b));
    return one.ok() && other.ok() && one->ci == other->ci && one->header.id == other->header.id &&
           std::equal(one->payload.begin(), one->payload.end(), other->payload.begin(), other->payload.end());
}
} // namespace

Result<ByteView> Session::readOut(std::uint8_t address, const ReadPolicy& policy, Instant now) {
    if (!isIdle())
        return MbusError::Busy;
    if (address == broadcastAddress)
        return Error(MbusError::BadAddress, {QString::number(address)});
    m_policy = policy;
    m_selected.reset();
    if (policy.resetsLink)
        return start(Step::Resetting, Request::reset(address), now);
    return start(Step::Asking, Request::readData(address), now);
}

Result<ByteView> Session::readOut(const SecondaryAddress& address, const ReadPolicy& policy, Instant now) {
    if (!isIdle())
        return MbusError::Busy;
    m_policy = policy;
    m_selected = address;
    return start(Step::Selecting, Request::select(address), now);
}

Result<ByteView> Session::perform(const Request& request, Instant now) {
    if (!isIdle())
        return MbusError::Busy;
    m_policy = {};
    m_selected.reset();
    return start(request.reply() == Reply::Data ? Step::Asking : Step::Ordering, request, now);
}

Result<ByteView> Session::start(Step step, const Request& request, Instant now) {
    m_in.clear();
    m_sends = 0;
    m_telegrams = 0;
    m_garbled = false;
    m_telegram.clear();
    m_triesLeft = request.isWrite() ? 1 : std::max(1, m_timing.tries);
    MH_CHECK(send(request, now));
    // Nobody answers a broadcast: it is done when it is sent.
    m_step = request.reply() == Reply::None ? Step::Idle : step;
    return m_out.bytes();
}

std::uint8_t Session::fcbBit() const {
    constexpr std::uint8_t functionClass1 = 0x0A;
    constexpr std::uint8_t functionClass2 = 0x0B;
    const std::uint8_t function = m_request.control().function();
    if (function == functionClass2)
        return 0x01;
    return function == functionClass1 ? 0x02 : 0x04;
}

Result<void> Session::send(const Request& request, Instant now) {
    m_request = request;
    std::uint8_t& bits = m_nextFcb[request.address()];
    if (request.control() == sndNke)
        bits = allBits;
    m_out.clear();
    MH_CHECK(request.encode((bits & fcbBit()) != 0, m_out));
    ++m_sends;
    --m_triesLeft;
    m_replyBy = now + m_timing.replyTimeout;
    return {};
}

Session::Event Session::sendNext(Step step, const Request& request, Instant now) {
    m_step = step;
    m_triesLeft = std::max(1, m_timing.tries);
    m_garbled = false;
    if (!send(request, now).ok())
        return finishWith(Happened::TimedOut);
    return {.what = Happened::Send, .bytes = m_out.bytes()};
}

// The same frame count bit: the meter sees that its answer was lost, and sends it once more.
Session::Event Session::sendAgain(Instant now) {
    if (m_triesLeft <= 0 && m_step == Step::Resetting)
        return sendNext(Step::Asking, Request::readData(m_request.address()), now);
    if (m_triesLeft <= 0 || !send(Request(m_request), now).ok())
        return finishWith(Happened::TimedOut);
    return {.what = Happened::Send, .bytes = m_out.bytes()};
}

Session::Event Session::receive(ByteView bytes, Instant now) {
    if (isIdle()) {
        m_counters.garbage += static_cast<std::uint32_t>(bytes.size());
        return {};
    }
    if (!bytes.empty())
        m_lastByte = now;
    Event event;
    do {
        if (m_in.isFull())
            dropGarbage(1); // nothing in three frames' worth of bytes was whole: the first candidate is a false start
        bytes = bytes.subspan(m_in.take(bytes));
        event = m_step == Step::GoingOn ? goOn(now) : scan(AtEnd::MoreMayCome, now);
    } while (event.what == Happened::Nothing && !bytes.empty());
    m_counters.garbage += static_cast<std::uint32_t>(bytes.size());
    return event;
}

// E5 counts where it stands alone: in front, or behind whole frames and noise, never inside a frame.
Session::Event Session::scan(AtEnd atEnd, Instant now) {
    while (!isIdle() && m_step != Step::GoingOn && !m_in.isEmpty()) {
        const std::uint8_t first = m_in.bytes()[0];
        const bool isCandidate = first == longMark || first == shortMark || first == singleCharacter;
        const Found found = isCandidate ? findFrame(m_in.bytes(), atEnd) : Found{};
        if (found.status == ScanStatus::NeedMore && found.offset == 0)
            return {};
        if (!found.isFrame() || found.offset != 0) {
            dropGarbage(1);
            continue;
        }
        FrameBuffer copy;
        copy.take(m_in.bytes().first(found.size));
        m_in.drop(found.size);
        const Event event = handle(viewFrame(copy.bytes()), now);
        if (event.what != Happened::Nothing)
            return event;
    }
    return {};
}

Session::Event Session::handle(const Frame& frame, Instant now) {
    constexpr std::uint8_t nack = 0x01;
    if (frame.kind == FrameKind::SingleCharacter) {
        if (m_request.reply() == Reply::Acknowledged)
            return acknowledged(now);
        ++m_counters.strangers;
        return {};
    }
    if (frame.control.isFromMaster()) {
        ++m_counters.echoes;
        return {};
    }
    if (frame.hasUserData())
        return handleData(frame);
    const bool isOurs = frame.address == m_request.address() || m_request.address() >= selectedAddress;
    if (!isOurs || m_request.reply() != Reply::Acknowledged) {
        ++m_counters.strangers;
        return {};
    }
    return frame.control.function() == nack ? finishWith(Happened::Refused) : acknowledged(now);
}

bool Session::isFromAsked(const Frame& frame, const Result<Application>& application) const {
    if (m_request.address() < selectedAddress)
        return frame.address == m_request.address();
    const bool namesItself = application.ok() && application->header.kind == HeaderKind::Long;
    return !m_selected || !namesItself || m_selected->matches(application->header);
}

Session::Event Session::handleData(const Frame& frame) {
    const auto application = readApplication(frame);
    const bool isError = application.ok() && application->structure == Structure::ApplicationError;
    if (!isFromAsked(frame, application) || (m_request.reply() != Reply::Data && !isError)) {
        ++m_counters.strangers;
        return {};
    }
    const bool isRepeated = m_telegrams > 0 && saySame(m_telegram.bytes(), frame.bytes);
    m_telegram.clear();
    (void)m_telegram.append(frame.bytes);
    if (isError)
        return finishWith(Happened::Refused);
    m_nextFcb[m_request.address()] ^= fcbBit();
    if (isRepeated) {
        ++m_counters.duplicates;
        return finishWith(Happened::Done);
    }
    ++m_telegrams;
    m_moreFollows = application.ok() && hasMoreTelegrams(*application) && m_telegrams < m_policy.maxTelegrams;
    m_step = Step::GoingOn;
    return {.what = Happened::Telegram, .bytes = m_telegram.bytes()};
}

Session::Event Session::acknowledged(Instant now) {
    if (m_request.counts())
        m_nextFcb[m_request.address()] ^= fcbBit();
    switch (m_step) {
    case Step::Resetting:
        return sendNext(Step::Asking, Request::readData(m_request.address()), now);
    case Step::Selecting:
        m_nextFcb[selectedAddress] = allBits; // a selection begins the link anew
        return sendNext(Step::Asking, Request::readData(selectedAddress), now);
    case Step::Ordering:
        return finishWith(Happened::Done);
    case Step::Idle:
    case Step::Asking:
    case Step::GoingOn:
        break;
    }
    return {};
}

Session::Event Session::goOn(Instant now) {
    if (!m_moreFollows)
        return finishWith(Happened::Done);
    return sendNext(Step::Asking, Request(m_request), now);
}

Session::Event Session::finishWith(Happened what) {
    const Event event{
        .what = what, .outcomeUnknown = what == Happened::TimedOut && m_request.isWrite(), .garbled = m_garbled};
    finish();
    return event;
}

void Session::finish() {
    m_step = Step::Idle;
    m_counters.garbage += static_cast<std::uint32_t>(m_in.size());
    m_in.clear();
}

Session::Event Session::tick(Instant now) {
    if (m_step == Step::GoingOn)
        return goOn(now);
    if (isIdle() || now < m_replyBy)
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
    if (isIdle())
        return std::nullopt;
    const Instant gapEnds = m_lastByte + m_timing.byteGap;
    if (!m_in.isEmpty() && gapEnds > m_replyBy)
        return std::min(gapEnds, m_replyBy + m_timing.replyTimeout);
    return m_replyBy;
}

void Session::dropGarbage(std::size_t count) {
    m_counters.garbage += static_cast<std::uint32_t>(count);
    m_garbled = true;
    m_in.drop(count);
}

} // namespace meterhall::mbus
