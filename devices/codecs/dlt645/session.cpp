#include "devices/codecs/dlt645/session.h"

#include <cstring>

namespace meterhall::dlt645 {

using devices::AtEnd;
using devices::Found;
using devices::ScanStatus;

Result<ByteView> Session::request(const Request& request, const Settings& settings, Instant now) {
    if (m_running)
        return DltError::Busy;
    m_request = m_question = request;
    m_settings = settings;
    m_settings.edition = request.edition();
    m_sequence = 0;
    m_sends = 0;
    m_in.clear();
    m_gathered.clear();
    m_lastPart.clear();
    m_answer.frames = 0;
    // A write may have been done although its answer was lost: it is never sent twice.
    m_triesLeft = request.isWrite() ? 1 : std::max(1, m_timing.tries);
    MH_CHECK(send(now));
    m_running = request.isAnswered();
    return m_out.bytes();
}

Result<void> Session::send(Instant now) {
    m_out.clear();
    MH_CHECK(encodeRequest(m_question, m_settings, m_out));
    ++m_sends;
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
    // What came behind the answer belongs to no question of ours, unless the next one has just been asked.
    const std::size_t kept = m_running ? m_in.take(bytes) : 0;
    m_counters.garbage += static_cast<std::uint32_t>(bytes.size() - kept);
    return event;
}

Session::Event Session::scan(AtEnd atEnd, Instant now) {
    while (m_running) {
        const Found found = findFrame(m_in.bytes(), atEnd);
        m_counters.garbage += static_cast<std::uint32_t>(found.offset);
        m_in.drop(found.offset);
        if (found.status == ScanStatus::NotFound)
            return {};
        if (found.status == ScanStatus::NeedMore)
            return lookBehindFalseStart(now);
        const Event event = handle(viewFrame(m_in.bytes().first(found.size)), now);
        m_in.drop(std::min(found.size, m_in.size()));
        if (event.what != Happened::Nothing)
            return event;
    }
    return {};
}

// Marks in noise can claim up to 267 bytes. The answer to our question is not kept waiting behind them.
Session::Event Session::lookBehindFalseStart(Instant now) {
    std::size_t from = 1;
    while (m_running && from < m_in.size()) {
        const Found found = findFrame(m_in.bytes().subspan(from), AtEnd::NothingFollows);
        if (!found.isFrame())
            return {};
        const Frame frame = viewFrame(m_in.bytes().subspan(from + found.offset, found.size));
        from += found.end();
        if (!frame.control.isReply())
            continue;
        decodeData(frame, m_settings, m_heard);
        if (judge(frame, m_heard) != Verdict::Part)
            continue;
        m_counters.garbage += static_cast<std::uint32_t>(from - found.size);
        const Event event = takePart(frame, now);
        m_in.drop(std::min(from, m_in.size()));
        return event;
    }
    return {};
}

Session::Event Session::handle(const Frame& frame, Instant now) {
    if (!frame.control.isReply()) {
        ++m_counters.echoes;
        return {};
    }
    decodeData(frame, m_settings, m_heard);
    switch (judge(frame, m_heard)) {
    case Verdict::Part:
        return takePart(frame, now);
    case Verdict::Duplicate:
        ++m_counters.duplicates;
        return {};
    case Verdict::Stranger:
        ++m_counters.strangers;
        return {};
    }
    return {};
}

// The first frame makes known who answers a question with wildcards; the following ones come from the same meter.
bool Session::addressFits(const Frame& frame) const {
    if (!m_question.address().covers(frame.address))
        return false;
    return !frame.address.hasWildcard() || (!m_settings.answersWithItsAddress && frame.address == m_question.address());
}

Session::Verdict Session::judge(const Frame& frame, const Data& data) const {
    if (!addressFits(frame))
        return Verdict::Stranger;
    const bool isFollowing = m_answer.frames > 0;
    const bool sameDi = data.hasDi && data.di == m_request.di();
    const ByteView last = m_lastPart.bytes();
    if (isFollowing && std::equal(last.begin(), last.end(), frame.bytes.begin(), frame.bytes.end()))
        return Verdict::Duplicate;
    if (frame.control.function() != m_question.control().function())
        return isFollowing && sameDi && frame.control.function() == m_request.control().function() ? Verdict::Duplicate
                                                                                                   : Verdict::Stranger;
    if (data.isErrorReply)
        return Verdict::Part;
    if (m_request.hasDi() && !m_request.isWrite() && !sameDi)
        return Verdict::Stranger;
    if (!isFollowing || m_request.edition() == Edition::Of1997)
        return Verdict::Part;
    if (!data.hasSequence || data.sequence > m_sequence)
        return Verdict::Stranger;
    return data.sequence == m_sequence ? Verdict::Part : Verdict::Duplicate;
}

Session::Event Session::takePart(const Frame& frame, Instant now) {
    constexpr std::uint8_t lastSequence = 255;
    m_answer.address = frame.address;
    if (m_heard.isErrorReply) {
        m_answer.data = m_heard;
        return finish(Happened::Refused);
    }
    ++m_answer.frames;
    const bool isRead = m_request.hasDi() && !m_request.isWrite();
    const bool isLong = isRead && (frame.control.moreFollows() || m_answer.frames > 1);
    if (!isLong) {
        m_answer.data = m_heard;
        return finish(Happened::Answered);
    }
    const ByteView payload = m_heard.payload();
    const bool isPastLast = frame.control.moreFollows() && m_sequence == lastSequence;
    if (isPastLast || !m_gathered.append(payload))
        return finish(Happened::Broken);
    m_lastPart.clear();
    (void)m_lastPart.append(frame.bytes);
    if (frame.control.moreFollows()) {
        m_question = m_request.following(frame.address, ++m_sequence);
        m_triesLeft = std::max(1, m_timing.tries);
        return sendAgain(now);
    }
    const Control whole{static_cast<std::uint8_t>(m_request.control().raw | 0x80)};
    const ByteView all = m_gathered.bytes();
    const bool decoded = decodeGathered(m_request.edition(), whole, m_request.di(), all, m_answer.data);
    return finish(decoded ? Happened::Answered : Happened::Broken);
}

Session::Event Session::sendAgain(Instant now) {
    if (m_sends >= maxSends || m_triesLeft <= 0 || !send(now).ok()) {
        m_running = false;
        return {.what = Happened::TimedOut, .outcomeUnknown = m_request.isWrite()};
    }
    return {.what = Happened::Send, .bytes = m_out.bytes()};
}

Session::Event Session::finish(Happened what) {
    m_running = false;
    m_answer.sends = m_sends;
    return {.what = what};
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

} // namespace meterhall::dlt645
