#pragma once

#include "devices/codecs/dlt645/data.h"
#include "devices/codecs/dlt645/request.h"

namespace meterhall::dlt645 {

/// Per channel. The standard lets a meter think 20..500 ms and pause 500 ms between two bytes.
struct Timing {
    Duration replyTimeout = Duration::milliseconds(1500); ///< from sending to a whole answer
    Duration byteGap = Duration::milliseconds(500);       ///< silence after which an unfinished frame is given up
    int tries = 3;                                        ///< of each question for reads; a write is sent once, always
};

/// An accepted answer.
struct Answer {
    Address address; ///< of the meter that answered; differs from the request's when that had wildcards
    Data data;       ///< of all its frames together
    int frames = 0;
    int sends = 0;
};

/// One outstanding exchange with one meter on one line. Sans-I/O: bytes and the time go in, bytes and events come out;
/// the caller owns the wire and calls `tick` at `deadline`. Long answers are asked for frame by frame until the meter
/// says that none follows; they are handed out together or, with one missing, not at all.
///
/// The protocol has no counter: an answer that comes late cannot be told from that to the same question asked again.
/// Who bills asks twice and compares (decision 0014).
class Session {
public:
    enum class Happened : std::uint8_t {
        Nothing,
        Send,     ///< put `bytes` on the line: a retry, or the question for the next frame
        Answered, ///< `answer()` is complete; the session is idle
        Refused,  ///< the meter answered with an error word, in `answer()`; the session is idle
        Broken,   ///< the frames of a long answer do not fit together or are more than Data::maxBytes: nothing is kept
        TimedOut, ///< no (further) answer; a write may or may not have been done: `outcomeUnknown`
    };
    struct Event {
        Happened what = Happened::Nothing;
        ByteView bytes{};
        bool outcomeUnknown = false;
    };
    struct Counters {
        std::uint32_t echoes = 0;     ///< requests heard, our own or another master's
        std::uint32_t strangers = 0;  ///< whole frames that were not the answer
        std::uint32_t duplicates = 0; ///< a part of the answer again
        std::uint32_t garbage = 0;    ///< bytes that belonged to no frame, or came while nothing was asked
    };

    explicit Session(Timing timing = {})
        : m_timing(timing) {}

    /// Starts an exchange; the bytes to send, valid until the next call. Busy while one is running. Nobody answers a
    /// broadcast: the session stays idle.
    Result<ByteView> request(const Request& request, const Settings& settings, Instant now);
    /// Bytes from the line, in any pieces. At most one event per call comes back: call again with no bytes until
    /// Nothing happened. Bytes outside an exchange are counted and dropped.
    Event receive(ByteView bytes, Instant now);
    Event tick(Instant now);
    /// When `tick` wants to be called; empty when idle.
    std::optional<Instant> deadline() const;
    void cancel();

    bool isIdle() const { return !m_running; }
    /// Of the last Answered or Refused.
    const Answer& answer() const { return m_answer; }
    const Counters& counters() const { return m_counters; }

private:
    enum class Verdict : std::uint8_t { Part, Duplicate, Stranger };

    Event scan(devices::AtEnd atEnd, Instant now);
    Event lookBehindFalseStart(Instant now);
    Event handle(const Frame& frame, Instant now);
    Event takePart(const Frame& frame, Instant now);
    Verdict judge(const Frame& frame, const Data& data) const;
    bool addressFits(const Frame& frame) const;
    Result<void> send(Instant now);
    Event sendAgain(Instant now);
    Event finish(Happened what);

    static constexpr std::size_t inputSize = 4 * maxFrameSize;
    static constexpr int maxSends = 1000; ///< 255 following frames with all their tries

    Timing m_timing;
    Settings m_settings;
    bool m_running = false;
    Request m_request;
    Request m_question; ///< what was sent last: the request or the one for its next frame
    std::uint8_t m_sequence = 0;
    int m_sends = 0;
    int m_triesLeft = 0;
    FrameBuffer m_out;
    FrameBuffer m_lastPart;
    devices::FixedBytes<inputSize> m_in;
    devices::FixedBytes<Data::maxBytes> m_gathered;
    Instant m_replyBy = Instant::fromMicroseconds(0);
    Instant m_lastByte = Instant::fromMicroseconds(0);
    Data m_heard; ///< of the frame at hand
    Answer m_answer;
    Counters m_counters;
};

} // namespace meterhall::dlt645
