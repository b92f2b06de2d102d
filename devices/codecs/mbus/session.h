#pragma once

#include "core/base/time.h"
#include "devices/codecs/mbus/request.h"

namespace meterhall::mbus {

/// Per line. A meter answers within 330 bit times and 50 ms: 1.2 s at 300 Bd, 190 ms at 2400. USB adapters add 100 ms.
struct Timing {
    Duration replyTimeout = Duration::milliseconds(1500); ///< from sending to a whole answer
    Duration byteGap = Duration::milliseconds(200);       ///< silence after which an unfinished frame is given up
    int tries = 3;                                        ///< for reads; a write is sent once, always
};

struct ReadPolicy {
    /// SND_NKE before the first question: the readout begins with its first telegram. Meters that do not answer it are
    /// asked all the same.
    bool resetsLink = true;
    int maxTelegrams = 32; ///< of one readout; some meters say "more follows" for ever
};

/// One outstanding exchange on one line: a readout of one or more telegrams, or one order. Sans-I/O: bytes and the time
/// go in, bytes and events come out; the caller owns the wire and calls `tick` at `deadline`. Keeps the frame count
/// bits of every address: they alternate with each new question, and a repeated question keeps its own.
class Session {
public:
    enum class Happened : std::uint8_t {
        Nothing,
        Send,     ///< put `bytes` on the line
        Telegram, ///< `telegram()` is one of a readout; call again for what comes next
        Done,     ///< the readout is whole, or the order is confirmed; the session is idle
        Refused,  ///< the meter reports an application error, in `telegram()`, or said NACK; idle
        TimedOut, ///< no (further) answer; a write may or may not have been done: `outcomeUnknown`; idle
    };
    struct Event {
        Happened what = Happened::Nothing;
        ByteView bytes{};
        bool outcomeUnknown = false;
        bool garbled = false; ///< something was heard that was no frame: noise, or several meters at once
    };
    struct Counters {
        std::uint32_t echoes = 0;     ///< requests heard, our own or another master's
        std::uint32_t strangers = 0;  ///< whole frames that were not the answer
        std::uint32_t duplicates = 0; ///< the telegram before, sent again instead of the next one
        std::uint32_t garbage = 0;    ///< bytes that belonged to no frame, or came while nothing was asked
    };

    explicit Session(Timing timing = {})
        : m_timing(timing) {
        m_nextFcb.fill(allBits);
    }

    /// Reads the meter at a primary address (0..250, or FE on a line with one meter) until it says that no more
    /// telegrams follow. The bytes to send are valid until the next call. Busy while an exchange runs.
    Result<ByteView> readOut(std::uint8_t address, const ReadPolicy& policy, Instant now);
    /// Selects a meter by its secondary address and reads it. It stays selected until another selection.
    Result<ByteView> readOut(const SecondaryAddress& address, const ReadPolicy& policy, Instant now);
    /// One request of any kind. After a change of address or speed the caller speaks to the new one.
    Result<ByteView> perform(const Request& request, Instant now);

    /// Bytes from the line, in any pieces. At most one event per call comes back: call again with no bytes until
    /// Nothing happened. Bytes outside an exchange are counted and dropped.
    Event receive(ByteView bytes, Instant now);
    Event tick(Instant now);
    /// When `tick` wants to be called; empty when idle.
    std::optional<Instant> deadline() const;
    void cancel() { finish(); }

    bool isIdle() const { return m_step == Step::Idle; }
    /// Bytes of the last telegram, or of the frame that refused.
    ByteView telegram() const { return m_telegram.bytes(); }
    int telegrams() const { return m_telegrams; } ///< of the exchange so far
    int sends() const { return m_sends; }         ///< of the exchange so far
    const Counters& counters() const { return m_counters; }
    const Timing& timing() const { return m_timing; }
    void setTiming(const Timing& timing) { m_timing = timing; }

private:
    enum class Step : std::uint8_t {
        Idle,
        Resetting, ///< SND_NKE is out
        Selecting,
        Asking,   ///< REQ_UD2 is out
        Ordering, ///< any other request is out
        GoingOn,  ///< a telegram was handed out; the next question or the end follows
    };
    static constexpr std::uint8_t allBits = 0x07; ///< next frame count bit of REQ_UD2, REQ_UD1 and SND_UD

    Result<ByteView> start(Step step, const Request& request, Instant now);
    Result<void> send(const Request& request, Instant now);
    Event sendNext(Step step, const Request& request, Instant now);
    Event sendAgain(Instant now);
    Event scan(devices::AtEnd atEnd, Instant now);
    Event handle(const Frame& frame, Instant now);
    Event handleData(const Frame& frame);
    Event acknowledged(Instant now);
    Event goOn(Instant now);
    Event finishWith(Happened what);
    void finish();
    void dropGarbage(std::size_t count);
    bool isFromAsked(const Frame& frame, const Result<Application>& application) const;
    std::uint8_t fcbBit() const;

    static constexpr std::size_t inputSize = 3 * maxFrameSize;

    Timing m_timing;
    Step m_step = Step::Idle;
    Request m_request;
    ReadPolicy m_policy;
    std::optional<SecondaryAddress> m_selected;
    bool m_moreFollows = false;
    int m_triesLeft = 0;
    int m_sends = 0;
    int m_telegrams = 0;
    bool m_garbled = false;
    std::array<std::uint8_t, 256> m_nextFcb{};
    FrameBuffer m_out;
    FrameBuffer m_telegram;
    devices::FixedBytes<inputSize> m_in;
    Instant m_replyBy = Instant::fromMicroseconds(0);
    Instant m_lastByte = Instant::fromMicroseconds(0);
    Counters m_counters;
};

} // namespace meterhall::mbus
