#pragma once

#include "core/base/time.h"
#include "core/gateway/meter_report.h"

#include <QMetaType>

#include <variant>

namespace meterhall::devices {

METERHALL_ERRORS(HubError, "hub", NotStarted, AlreadyStarted, RunExists, NoSuchModem, EmptyPlan, DoubleTarget,
                 BadPolicy)

/// One meter to read and the way to it. `meter` is the caller's own id and comes back untouched.
struct ReadingTarget {
    std::int64_t meter = 0;
    QString deviceAddress; ///< as the protocol shows it: 14 digits for CJ/T 188, "78330011223344"
    QString profile;       ///< id of a device profile, "sandbox_gas_g25"
    QString terminal;      ///< "3702-00017" (Q/GDW 376.1) or the id a DTU registers with
    std::uint8_t port = 1; ///< the terminal's serial port, 1 to 31; a DTU has one and ignores it
};

/// When one good answer is not enough and the meter is asked again, with another serial number, before its report
/// counts: the 8-bit sums of these protocols let one damaged frame in 256 through, and every exchange of two bytes.
enum class Confirmation : std::uint8_t {
    Always,       ///< two answers of different bytes must say the same; the default where bills follow
    WhenDoubtful, ///< only answers that carry a doubt; for channels with a check of their own
    Never,        ///< one answer, reported with the doubt "unconfirmed": tests of a line
};

struct ReadingPolicy {
    int triesPerRound = 3;
    /// Meters missed in one round are asked again in the next, after every other meter of their terminal.
    int rounds = 3;
    Duration answerWithin = Duration::seconds(5);
    Duration betweenRounds = Duration::seconds(10);
    /// How long the run waits for a terminal that is not connected, from the start of the run or from its loss.
    Duration terminalWithin = Duration::minutes(10);
    int perTerminalInFlight = 1; ///< half-duplex buses behind a terminal allow no more; other values are refused
    Confirmation confirmation = Confirmation::Always;
    /// How long a report the sink refuses is kept and offered again.
    Duration storeWithin = Duration::minutes(30);
};

struct ReadingPlan {
    std::int64_t run = 0; ///< the caller's id of this run
    std::vector<ReadingTarget> targets;
    ReadingPolicy policy;
};

enum class NotReadCause : std::uint8_t {
    NoAnswer,        ///< asked through a live terminal; nothing that belongs to the meter came back
    TerminalOffline, ///< the terminal was not connected, or was lost and did not return in time
    Quarantined,     ///< the terminal is connected, but nobody has admitted it
    Refused,         ///< terminal or meter answered that it will not
    Damaged,         ///< something came, and no part of it could be believed
    Unsupported,     ///< the plan names a profile, address or port that cannot be asked
    NotStored,       ///< read, but the sink did not take the report in time: it counts as not read
    Cancelled,
};
QString toString(NotReadCause cause);

struct NotRead {
    NotReadCause cause = NotReadCause::NoAnswer;
    /// What speaks for the cause, for an engineer: the last bytes in hex, an error code, how long it was silent.
    QString evidence;
};

/// What became of one target. It is told as read only after the sink has accepted the report.
struct TargetResult {
    std::int64_t meter = 0;
    std::variant<MeterReport, NotRead> outcome;
    int tries = 0; ///< requests sent in all rounds
    int round = 0; ///< the round it ended in, from 1; 0 when it was never asked

    bool isRead() const { return outcome.index() == 0; }
};

struct TerminalProgress {
    QString terminal;
    bool online = false;
    int total = 0;
    int read = 0;
    int failed = 0;
    int pending = 0; ///< total - read - failed
    int round = 0;
};

struct RunProgress {
    std::int64_t run = 0;
    int total = 0;
    int read = 0;
    int failed = 0;
    int pending = 0;
    int unstored = 0; ///< answered, waiting for the sink; part of pending
    std::vector<TerminalProgress> terminals;
};

/// The end of a run: total = read + failed, nothing pending, nothing still at the sink.
struct RunSummary {
    std::int64_t run = 0;
    bool cancelled = false;
    int total = 0;
    int read = 0;
    int failed = 0;
    std::int64_t requests = 0;          ///< frames sent to meters, retries and confirming questions included
    std::int64_t garbageBytes = 0;      ///< bytes from meters that belonged to no whole frame: damage, noise
    std::int64_t duplicatesDropped = 0; ///< the same answer again
    std::int64_t strangersDropped = 0;  ///< whole answers to no question that was open: other meters, late ones
    std::int64_t doubtfulReports = 0;   ///< stored, but carrying a doubt
};

/// One request on its way, for "what is in flight".
struct InFlight {
    std::int64_t run = 0;
    std::int64_t meter = 0;
    QString terminal;
    int round = 0;
    int attempt = 0; ///< within the round, from 1
    Instant sentAt = Instant::fromMicroseconds(0);
};

} // namespace meterhall::devices

Q_DECLARE_METATYPE(meterhall::devices::RunProgress)
Q_DECLARE_METATYPE(meterhall::devices::RunSummary)
Q_DECLARE_METATYPE(meterhall::devices::TargetResult)
