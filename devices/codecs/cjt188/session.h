#pragma once

#include "core/base/time.h"
#include "devices/codecs/cjt188/request.h"

#include <optional>

namespace meterhall::cjt188 {

/// How the answer to a read earns belief. Answers to writes are taken as they are: whether a valve has moved is a
/// question for a read that follows.
enum class Confirmation : std::uint8_t {
    /// A read asks until two answers of different bytes (SER, clock) say the same. The default: the 8-bit sum of
    /// CJ/T 188 cannot see exchanged or compensating bytes, a second answer can. Registers agree digit for digit,
    /// valve and battery too, and the clocks must have run as long as the time between the answers.
    Always,
    /// Only answers with a doubt, or outside the expected range, are asked again. For channels with a check of
    /// their own behind the meter's serial line. Damage that keeps the sum and looks plausible is not seen.
    WhenDoubtful,
    /// One answer, no second question; with `billable()` false. For tests of a line and values nobody pays.
    Never,
};

/// Per channel. Wired 1..2 s, LoRa and GPRS 3..8 s.
struct Timing {
    Duration replyTimeout = Duration::milliseconds(1500); ///< from sending to a whole answer
    Duration byteGap = Duration::milliseconds(200);       ///< silence after which an unfinished frame is given up
    int tries = 3;                                        ///< for reads; a write is sent once, always
};

/// Values of the last readings, in the unit the meter sends: what a caller expects of Quantity::Current
/// (CurrentHeat for heat meters).
struct ExpectedRange {
    Decimal low;
    Decimal high;
};

struct ReadPolicy {
    Confirmation confirmation = Confirmation::Always;
    std::optional<ExpectedRange> range{};
    int maxAnswers = 4; ///< answers listened to before the exchange ends in doubt; 1..4
};

/// An accepted answer. Owns its bytes.
struct Answer {
    FrameBuffer frame; ///< the answer that the items were read from
    Address address;   ///< of the meter that answered; differs from the request's only for a broadcast question
    std::uint8_t meterType = 0;
    Data data;
    bool confirmed = false; ///< two answers of different bytes said the same
    int answers = 0;        ///< answers listened to in the exchange
    int sends = 0;          ///< requests sent in the exchange

    const Doubts& doubts() const { return data.doubts; }
    ByteView payload() const { return data.payloadOf(viewFrame(frame.bytes())); }
    /// True when money may be asked for these values. False never loses them: they are kept and shown as doubtful.
    bool billable() const;
};

/// A doubt that a second, equal answer does not take away.
bool outlivesConfirmation(Doubt doubt);

/// One outstanding exchange with one meter on one line. Sans-I/O: bytes and the time go in, bytes and events come
/// out; the caller owns the wire and calls `tick` at `deadline`.
class Session {
public:
    enum class Happened : std::uint8_t {
        Nothing,
        Send,     ///< put `bytes` on the line: a retry, or the confirming second question
        Answered, ///< `answer()` is complete; the session is idle
        Refused,  ///< the meter answered with an error reply, in `answer()`; the session is idle
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
        std::uint32_t duplicates = 0; ///< the same answer again
        std::uint32_t garbage = 0;    ///< bytes that belonged to no frame, or came while nothing was asked
    };

    /// `firstSerial`: SER of the first request; a program that starts anew begins anywhere but where it ended, so
    /// that answers to its former self are not taken for its own.
    explicit Session(Timing timing = {}, std::uint8_t firstSerial = 0)
        : m_timing(timing)
        , m_nextSerial(firstSerial) {}

    /// Starts an exchange; the bytes to send, valid until the next call. Busy while one is running. A write to a
    /// broadcast address is CjtError::BroadcastWrite and nothing is sent.
    Result<ByteView> request(const Request& request, const Model& model, const ReadPolicy& policy, Instant now);
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
    const Timing& timing() const { return m_timing; }
    void setTiming(const Timing& timing) { m_timing = timing; }

private:
    struct Candidate {
        FrameBuffer frame;
        Data data;
        Instant at = Instant::fromMicroseconds(0);
    };

    Event scan(devices::AtEnd atEnd, Instant now);
    Event lookBehindFalseStart(Instant now);
    Event handle(const Frame& frame, Instant now);
    Event weigh(const Frame& frame, Data data, Instant now);
    Event confirm(const Frame& frame, Data data);
    bool isAnswer(const Frame& frame, const Data& data) const;
    bool serialIsOurs(const Data& data) const;
    bool isRepetition(const Frame& frame) const;
    bool isConfirmed(const Frame& frame, const Data& data, Instant now) const;
    void judgeRange(Data& data) const;
    Result<void> send(Instant now);
    Event sendAgain(Instant now);
    Event finish(Happened what, const Frame& frame, const Data& data);
    Event giveUp();

    static constexpr std::size_t maxCandidates = 4;
    static constexpr std::size_t maxSends = 16;
    static constexpr std::size_t inputSize = 4 * maxFrameSize;

    Timing m_timing;
    bool m_running = false;
    Request m_request;
    Model m_model;
    ReadPolicy m_policy;
    std::uint8_t m_nextSerial;
    std::array<std::uint8_t, maxSends> m_serials{};
    std::size_t m_sends = 0;
    int m_triesLeft = 0;
    FrameBuffer m_out;
    devices::FixedBytes<inputSize> m_in;
    Instant m_replyBy = Instant::fromMicroseconds(0);
    Instant m_lastByte = Instant::fromMicroseconds(0);
    std::array<Candidate, maxCandidates> m_candidates;
    std::size_t m_candidateCount = 0;
    Answer m_answer;
    Counters m_counters;
};

} // namespace meterhall::cjt188
